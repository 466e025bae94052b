//! Whether the product is seen, with the advice for each.

use contract::Visibility;
use leptos::prelude::*;

use crate::app::{store, t};
use crate::components::Field;

/// The row. There only while the plan has a product.
#[component]
pub fn VisibilityRow() -> impl IntoView {
    let store = store();
    let has_product = Memo::new(move |_| store.plan.with(|plan| plan.product.is_some()));
    view! {
        <Show when=move || has_product.get()>
            <Field label=move || t("riff-visibility")>
                <div class="ways" role="radiogroup" aria-label=move || t("riff-visibility")>
                    <Way visibility=Visibility::OnCamera name="visibility-on_camera"/>
                    <Way visibility=Visibility::OffCamera name="visibility-off_camera"/>
                </div>
            </Field>
        </Show>
    }
}

#[component]
fn Way(
    /// Which.
    visibility: Visibility,
    /// For tests.
    name: &'static str,
) -> impl IntoView {
    let store = store();
    let is_chosen = Memo::new(move |_| store.plan.with(|plan| plan.visibility == visibility));
    let (word, advice) = match visibility {
        Visibility::OnCamera => ("riff-on-camera", "riff-on-camera-advice"),
        Visibility::OffCamera => ("riff-off-camera", "riff-off-camera-advice"),
    };
    view! {
        <label class="way">
            <input
                type="radio"
                name="visibility"
                data-test=name
                prop:checked=move || is_chosen.get()
                on:change=move |_| store.plan.update(|plan| plan.visibility = visibility)
            />
            <span class="chosen-words">
                <span class="field-text">{move || t(word)}</span>
                <span class="field-note">{move || t(advice)}</span>
            </span>
        </label>
    }
}
