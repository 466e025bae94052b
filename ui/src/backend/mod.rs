//! The page's only door to what is outside of it: the core behind Tauri's IPC, and the browser.
//!
//! Nothing else in this crate names `wasm_bindgen`. Everything here is small and typed, so that
//! the pages stay plain Leptos.

mod core;
mod kept;
mod marks;
mod panic;
mod paste;
mod pointer;
mod screen;
mod time;
mod typing;

pub use core::{ask, listen};
pub use kept::{forget, keep, kept};
pub use marks::{LIST_HEARD, LIST_PAINTED, mark, mark_painted};
pub use panic::{Farewell, on_panic};
pub use paste::on_paste;
pub use pointer::{extents, focus_after_drawing, hold_pointer, scroll_near_edge};
pub use screen::{
    announce_language, browser_language, document_theme, focus_first, has_open_dialog, lies_under,
    on_key, on_resize, play, prefers_dark, rescue_focus, set_scroll_top, show_modal,
};
pub use time::{after, every, format_day, format_moment, moment, now_ms};
pub use typing::{around_selection, type_into};
