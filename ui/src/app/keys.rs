//! Keys that work everywhere: Ctrl or Command with 1, 2, 3 and the comma.

use leptos::prelude::*;

use super::{Page, Store};
use crate::backend;

/// Hears the keys for as long as the window is shown. A dialog over the page keeps them off.
pub fn listen(store: Store) {
    backend::on_key(move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || backend::has_open_dialog()
        {
            return;
        }
        let page = match event.key().as_str() {
            "1" => Page::Riff,
            "2" => Page::Queue,
            "3" => Page::Library,
            "," => Page::Settings,
            _ => return,
        };
        event.prevent_default();
        store.page.set(page);
    });
}
