//! Moments noted in the browser's own list of marks, for whoever measures the window from outside.

use leptos::prelude::*;

/// The first answer about a list is there.
pub const LIST_HEARD: &str = "list-heard";
/// A list's first tiles were painted.
pub const LIST_PAINTED: &str = "list-painted";

/// Notes this moment. An earlier one of the same name is forgotten, so that the list stays short.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        performance.clear_marks_with_mark_name(name);
        // A browser without marks is measured by nobody.
        let _ = performance.mark(name);
    }
}

/// Notes the moment at which what was changed just now has been painted: a frame's callbacks run
/// before its painting, so it is the beginning of the frame after the next.
pub fn mark_painted(name: &'static str) {
    request_animation_frame(move || request_animation_frame(move || mark(name)));
}
