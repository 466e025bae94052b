//! Product, closing image and logo.

use contract::{ImageRole, choices, hub_ask};
use leptos::prelude::*;

use super::logo::Logo;
use crate::app::t;
use crate::components::hub::ImageSlot;
use crate::pages::editor::desk::{Desk, Work};
use crate::pages::editor::parts::WorkRefusal;
use crate::pages::editor::standing::{self, Lock};

/// The panel.
#[component]
pub fn Images(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let has_product = Memo::new(move |_| desk.of(false, |ad| ad.has_product));
    let has_closing = Memo::new(move |_| desk.of(false, |ad| ad.has_closing_image));
    let has_logo = Memo::new(move |_| desk.of(false, |ad| ad.has_logo));
    let described = Memo::new(move |_| desk.of(String::new(), |ad| ad.product_description.clone()));
    let locked = Signal::derive(move || {
        let lock = desk.of(None, standing::lock)?;
        Some(t(match lock {
            Lock::Autopilot => "editor-locked-autopilot-short",
            Lock::Batch => "editor-locked-batch-short",
        }))
    });
    view! {
        <div class="panel-part" data-test="images">
            <ImageSlot
                key=desk.key()
                role=ImageRole::Product
                label=move || t("editor-image-product")
                words=move || t("editor-image-product-means")
                present=has_product
                described=Signal::derive(move || described.get())
                locked
            />
            <Show when=move || has_product.get()>
                <Placement desk/>
            </Show>
            <ImageSlot
                key=desk.key()
                role=ImageRole::ClosingImage
                label=move || t("editor-image-closing")
                words=move || t("editor-image-closing-means")
                present=has_closing
                locked
            />
            <ImageSlot
                key=desk.key()
                role=ImageRole::Logo
                label=move || t("editor-image-logo")
                words=move || t("editor-image-logo-means")
                present=has_logo
                locked
            />
            <Show when=move || has_logo.get()>
                <Logo desk/>
            </Show>
        </div>
    }
}

/// Where the product is seen: a press applies it to every scene that is not made.
#[component]
fn Placement(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    // What all unmade scenes say alike; nothing is marked where they differ.
    let chosen = Memo::new(move |_| {
        desk.of(None, |ad| {
            let mut said = ad
                .scenes
                .iter()
                .filter(|scene| standing::making(scene) == Some(standing::Making::First))
                .map(|scene| scene.product_placement.clone());
            let first = said.next().flatten()?;
            said.all(|other| other.as_deref() == Some(first.as_str()))
                .then_some(first)
        })
    });
    let is_locked = Memo::new(move |_| desk.of(true, |ad| standing::lock(ad).is_some()));
    let place = Callback::new(move |placement: String| {
        let request = hub_ask::PlaceProduct {
            slug: desk.slug(),
            placement,
        };
        desk.edit(Work::Placement, request);
    });
    view! {
        <fieldset class="placement" data-test="placement">
            <legend class="muted small">{move || t("editor-placement")}</legend>
            <div class="segments">
                {choices::PLACEMENTS.iter().map(|placement| view! {
                    <label class="segment">
                        <input
                            type="radio"
                            name="product-placement"
                            data-test=format!("placement-{placement}")
                            disabled=move || is_locked.get() || desk.is_busy(&Work::Placement)
                            prop:checked=move || chosen.get().as_deref() == Some(*placement)
                            on:change=move |_| place.run((*placement).to_owned())
                        />
                        <span>{move || t(if *placement == "end" {
                            "editor-placement-end"
                        } else {
                            "editor-placement-throughout"
                        })}</span>
                    </label>
                }).collect_view()}
            </div>
            <p class="muted small">{move || t("editor-placement-means")}</p>
            <WorkRefusal desk work=Work::Placement/>
        </fieldset>
    }
}
