//! The library.

use leptos::prelude::*;

use crate::app::{PageFrame, t};

/// The page.
#[component]
pub fn Library() -> impl IntoView {
    view! { <PageFrame name="library" title=move || t("page-library")><p></p></PageFrame> }
}

/// One reel.
#[component]
pub fn Reel(
    /// Which.
    asset_id: contract::AssetId,
) -> impl IntoView {
    let reel = crate::app::store().reel(asset_id);
    let title = move || reel.get().map(|reel| reel.title).unwrap_or_default();
    view! { <PageFrame name="reel" title><p></p></PageFrame> }
}
