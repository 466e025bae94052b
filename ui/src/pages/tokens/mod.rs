//! Hubfluencer's personal access tokens.

use leptos::prelude::*;

use crate::app::{PageFrame, t};

/// The page.
#[component]
pub fn Tokens() -> impl IntoView {
    view! {
        <PageFrame name="tokens" title=move || t("page-tokens")>
            <p class="muted">{move || t("hub-token-means")}</p>
        </PageFrame>
    }
}
