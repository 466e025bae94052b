//! What stands in the window before the core has answered: the shape of what will come.

use leptos::prelude::*;

use crate::app::t;

/// The window's shape.
#[component]
pub fn Skeleton() -> impl IntoView {
    view! {
        <div class="window" aria-busy="true" data-test="skeleton">
            <div class="rail" aria-hidden="true">
                <span class="bone bone-brand"></span>
                <span class="bone"></span>
                <span class="bone"></span>
                <span class="bone"></span>
            </div>
            <main class="page" aria-label=move || t("loading")>
                <div class="page-head"><span class="bone bone-title"></span></div>
                <div class="page-body"><span class="bone bone-panel"></span></div>
            </main>
        </div>
    }
}
