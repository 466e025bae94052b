//! Typing into a text field for the person, so that the field's own undo knows of it.

use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::prelude::*;

/// The text before and behind what is selected in a field (the caret, where nothing is).
pub fn around_selection(area: &web_sys::HtmlTextAreaElement) -> (String, String) {
    let units: Vec<u16> = area.value().encode_utf16().collect();
    let place = |at: Result<Option<u32>, JsValue>| {
        let at = at.ok().flatten().and_then(|at| usize::try_from(at).ok());
        at.unwrap_or(units.len()).min(units.len())
    };
    let start = place(area.selection_start());
    let end = place(area.selection_end()).max(start);
    (
        String::from_utf16_lossy(&units[..start]),
        String::from_utf16_lossy(&units[end..]),
    )
}

/// Types a text in the place of what is selected in a field, which gets the focus. The field tells
/// of it as of any typing.
pub fn type_into(area: &web_sys::HtmlTextAreaElement, text: &str) {
    let _ = area.focus();
    let typed = document()
        .dyn_into::<web_sys::HtmlDocument>()
        .is_ok_and(|document| {
            document
                .exec_command_with_show_ui_and_value("insertText", false, text)
                .unwrap_or(false)
        });
    if !typed {
        // Without that command there is no undo, but the text is there all the same.
        let _ = area.set_range_text(text);
        if let Ok(event) = web_sys::Event::new("input") {
            let _ = area.dispatch_event(&event);
        }
    }
}
