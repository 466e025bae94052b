//! Hubfluencer's shorts.

use leptos::prelude::*;

use crate::app::{PageFrame, t};

/// The list.
#[component]
pub fn Shorts() -> impl IntoView {
    view! { <PageFrame name="shorts" title=move || t("page-shorts")><p></p></PageFrame> }
}

/// A new one.
#[component]
pub fn NewShort() -> impl IntoView {
    view! { <Shorts/> }
}

/// One.
#[component]
pub fn Short(
    /// Which.
    slug: String,
) -> impl IntoView {
    let _ = slug;
    view! { <Shorts/> }
}
