//! What dragging by pointer needs of the browser.

use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::prelude::*;

/// How near to the edge of what scrolls a dragged thing makes it scroll, in pixels.
const EDGE: f64 = 56.0;
/// How far each move near the edge scrolls, in pixels.
const STRIDE: f64 = 18.0;

/// From now on every move of this pointer comes to the element that heard it, wherever it goes.
/// Tells whether the press is one to drag with: the main button only.
pub fn hold_pointer(event: &web_sys::PointerEvent) -> bool {
    if event.button() != 0 || !event.is_primary() {
        return false;
    }
    let element = event
        .current_target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| element.set_pointer_capture(event.pointer_id()).is_ok())
}

/// Tops and bottoms of an element's children, from the top of the window on, in pixels.
pub fn extents(list: &web_sys::Element) -> Vec<(f64, f64)> {
    let children = list.children();
    (0..children.length())
        .filter_map(|index| children.item(index))
        .map(|child| {
            let rect = child.get_bounding_client_rect();
            (rect.top(), rect.bottom())
        })
        .collect()
}

/// Scrolls what an element scrolls in, where the pointer is near its upper or lower edge.
pub fn scroll_near_edge(element: &web_sys::Element, y: f64) {
    let Ok(Some(frame)) = element.closest(".page-body") else {
        return;
    };
    let rect = frame.get_bounding_client_rect();
    let by = if y < rect.top() + EDGE {
        -STRIDE
    } else if y > rect.bottom() - EDGE {
        STRIDE
    } else {
        return;
    };
    super::set_scroll_top(&frame, f64::from(frame.scroll_top()) + by);
}

/// Focuses the first element of the page that the selector names, once what was changed just now
/// has been drawn.
pub fn focus_after_drawing(selector: String) {
    request_animation_frame(move || {
        if let Some(body) = document().body() {
            super::focus_first(&body, &selector);
        }
    });
}
