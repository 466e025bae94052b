//! Hubfluencer's carousels.

use leptos::prelude::*;

use crate::app::{PageFrame, t};

/// The list.
#[component]
pub fn Carousels() -> impl IntoView {
    view! { <PageFrame name="carousels" title=move || t("page-carousels")><p></p></PageFrame> }
}

/// A new one.
#[component]
pub fn NewCarousel() -> impl IntoView {
    view! { <Carousels/> }
}

/// One.
#[component]
pub fn Carousel(
    /// Which.
    slug: String,
) -> impl IntoView {
    let _ = slug;
    view! { <Carousels/> }
}
