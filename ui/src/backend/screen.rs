//! The browser around the page: theme, language, keys, sizes, focus, and what the platform's own
//! elements do.

use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::prelude::*;

/// Whether the system asks for dark, kept up to date.
pub fn prefers_dark() -> ReadSignal<bool> {
    media_query("(prefers-color-scheme: dark)")
}

fn media_query(query: &str) -> ReadSignal<bool> {
    let list = window().match_media(query).ok().flatten();
    let (matches, set_matches) =
        signal(list.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(list) = list {
        let heard = Closure::<dyn Fn(web_sys::MediaQueryListEvent)>::new(
            move |event: web_sys::MediaQueryListEvent| set_matches.set(event.matches()),
        );
        let heard = heard.into_js_value();
        let _ = list.add_event_listener_with_callback("change", heard.unchecked_ref());
        let held = StoredValue::new_local((list, heard));
        on_cleanup(move || {
            held.with_value(|(list, heard)| {
                let _ = list.remove_event_listener_with_callback("change", heard.unchecked_ref());
            });
        });
    }
    matches
}

/// Puts the theme on the document: `light` or `dark`, which is what the stylesheet reads.
pub fn document_theme(theme: &str) {
    set_on_root("data-theme", theme);
}

/// Tells the document's language to whoever reads it aloud.
pub fn announce_language(tag: &str) {
    set_on_root("lang", tag);
}

fn set_on_root(attribute: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(attribute, value);
    }
}

/// Hears every key of the window until the owner that asked is cleaned up.
pub fn on_key(hear: impl Fn(web_sys::KeyboardEvent) + 'static) {
    let handle = window_event_listener(leptos::ev::keydown, hear);
    on_cleanup(move || handle.remove());
}

/// Tells the width and height that an element has for its content, without its padding, in CSS
/// pixels: now and whenever they change, until the owner that asked is cleaned up.
pub fn on_resize(element: &web_sys::Element, hear: impl Fn(f64, f64) + 'static) {
    let target = element.clone();
    let heard = Closure::<dyn Fn()>::new(move || {
        let (across, along) = padding_of(&target);
        let width = f64::from(target.client_width()) - across;
        let height = f64::from(target.client_height()) - along;
        hear(width.max(0.0), height.max(0.0));
    });
    let heard = heard.into_js_value();
    if let Ok(observer) = web_sys::ResizeObserver::new(heard.unchecked_ref()) {
        observer.observe(element);
        let observer = StoredValue::new_local(observer);
        on_cleanup(move || observer.with_value(web_sys::ResizeObserver::disconnect));
    }
}

/// Scrolls an element to a place, in pixels from its top.
#[expect(
    clippy::cast_possible_truncation,
    reason = "pixels; the cast saturates"
)]
pub fn set_scroll_top(element: &web_sys::Element, top: f64) {
    element.set_scroll_top(top.round() as i32);
}

/// Whether a point of the window, in physical pixels, lies on an element.
pub fn lies_under(element: &web_sys::Element, (x, y): (f64, f64)) -> bool {
    let scale = window().device_pixel_ratio().max(0.1);
    let (x, y) = (x / scale, y / scale);
    let place = element.get_bounding_client_rect();
    (place.left()..place.right()).contains(&x) && (place.top()..place.bottom()).contains(&y)
}

/// Left and right, top and bottom padding together.
fn padding_of(element: &web_sys::Element) -> (f64, f64) {
    let Ok(Some(style)) = window().get_computed_style(element) else {
        return (0.0, 0.0);
    };
    let side = |name: &str| {
        let value = style.get_property_value(name).unwrap_or_default();
        value.trim_end_matches("px").parse::<f64>().unwrap_or(0.0)
    };
    (
        side("padding-left") + side("padding-right"),
        side("padding-top") + side("padding-bottom"),
    )
}

/// Opens a `<dialog>` over everything, with the focus caught in it. One that is open stays so.
pub fn show_modal(dialog: &web_sys::HtmlDialogElement) {
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
}

/// Focuses the first element inside `root` that the selector names.
pub fn focus_first(root: &web_sys::Element, selector: &str) {
    if let Ok(Some(found)) = root.query_selector(selector)
        && let Some(found) = found.dyn_ref::<web_sys::HtmlElement>()
    {
        let _ = found.focus();
    }
}

/// Plays a video from where it stands. A browser that refuses is no error: the person presses again.
pub fn play(video: &web_sys::HtmlVideoElement) {
    if let Ok(promise) = video.play() {
        leptos::task::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}

/// The browser's own language, as a tag: what the page speaks until the core has answered.
pub fn browser_language() -> String {
    window().navigator().language().unwrap_or_default()
}

/// Whether a dialog lies over the page, so that the page's own keys should rest.
pub fn has_open_dialog() -> bool {
    document()
        .query_selector("dialog[open]")
        .ok()
        .flatten()
        .is_some()
}

/// Puts the focus on the page where it went nowhere: what had it before a dialog is gone.
pub fn rescue_focus() {
    let lost = document()
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY");
    if lost && let Some(body) = document().body() {
        focus_first(&body, "main");
    }
}
