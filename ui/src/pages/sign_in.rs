//! Sign-in.

use leptos::prelude::*;

/// The dialog.
#[component]
pub fn SignIn() -> impl IntoView {}
