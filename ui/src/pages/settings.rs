//! Settings.

use leptos::prelude::*;

use crate::app::{PageFrame, t};

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    view! { <PageFrame name="settings" title=move || t("page-settings")><p></p></PageFrame> }
}
