//! Words that are pasted while no text field has the focus.

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::prelude::*;

/// Hears words pasted anywhere but into a text field, until the owner that asked is cleaned up.
pub fn on_paste(hear: impl Fn(String) + 'static) {
    let handle = window_event_listener(ev::paste, move |event: web_sys::ClipboardEvent| {
        if is_text_field(event.target()) {
            return;
        }
        let text = event
            .clipboard_data()
            .and_then(|data| data.get_data("text/plain").ok());
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            hear(text);
        }
    });
    // WebKit lets nothing be pasted outside of text fields unless this is prevented first.
    let before = window_event_listener(
        ev::Custom::<web_sys::Event>::new("beforepaste"),
        move |event: web_sys::Event| {
            if !is_text_field(event.target()) {
                event.prevent_default();
            }
        },
    );
    on_cleanup(move || {
        handle.remove();
        before.remove();
    });
}

fn is_text_field(target: Option<web_sys::EventTarget>) -> bool {
    target
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA"))
}
