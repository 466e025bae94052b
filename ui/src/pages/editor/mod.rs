//! Hubfluencer's editors.

use leptos::prelude::*;

use crate::app::{PageFrame, t};

/// The list.
#[component]
pub fn Editors() -> impl IntoView {
    view! { <PageFrame name="editors" title=move || t("page-editors")><p></p></PageFrame> }
}

/// One.
#[component]
pub fn Editor(
    /// Which.
    slug: String,
) -> impl IntoView {
    let _ = slug;
    view! { <Editors/> }
}
