//! The page "queue".

use leptos::prelude::*;

use crate::app::{PageFrame, t};

/// The page.
#[component]
pub fn Queue() -> impl IntoView {
    view! { <PageFrame name="queue" title=move || t("page-queue")><p></p></PageFrame> }
}
