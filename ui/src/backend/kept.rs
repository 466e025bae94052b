//! Small texts that outlive the window: the browser engine keeps them in the app's own folder.
//! For conveniences only; what matters is in the core's journal.

use leptos::prelude::window;
use leptos::web_sys::Storage;

/// The text kept under a name.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps a text under a name. Where nothing can be kept, nothing is.
pub fn keep(name: &str, text: &str) {
    if let Some(storage) = storage() {
        // Full or switched off: a convenience less, and nothing to tell.
        let _ = storage.set_item(name, text);
    }
}

/// Forgets the text of a name.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
