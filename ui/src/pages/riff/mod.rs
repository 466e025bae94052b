//! The page "riff".

use leptos::prelude::*;

use crate::app::{PageFrame, t};

/// The page.
#[component]
pub fn Riff() -> impl IntoView {
    view! { <PageFrame name="riff" title=move || t("page-riff")><p></p></PageFrame> }
}
