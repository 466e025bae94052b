//! Parts of the confirm sheet: who is in it, the product, and the direction with the image names
//! that will match.

use contract::{ChosenProduct, DirectionMode, DirectionReview, Visibility, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::direction::marks;
use super::product::image_names;
use crate::app::{say, store, t, t_with};
use crate::backend;
use crate::pages::wording::{args, list};

/// Who is in it, and how many videos that means.
#[component]
pub fn Characters(
    /// Their names. Empty: nobody in particular.
    names: Vec<String>,
    /// How many videos will be made.
    videos: u32,
) -> impl IntoView {
    let is_auto = names.is_empty();
    view! {
        {move || if is_auto { t("confirm-character-auto") } else { list(&say(), &names) }}
        {(videos > 1).then(|| view! {
            <span class="restated-more" data-test="confirm-videos">
                {move || t_with("confirm-videos", &args([("count", f64::from(videos).into())]))}
            </span>
        })}
    }
}

/// The product and whether it is seen; a new one with what happens to it.
#[component]
pub fn Product(
    /// The product.
    product: Option<ChosenProduct>,
) -> impl IntoView {
    let Some(product) = product else {
        return view! { {move || t("confirm-product-none")} }.into_any();
    };
    let is_new = product.product_id.is_none();
    let images = f64::from(product.new_images);
    let key = match product.visibility {
        Visibility::OnCamera => "confirm-product-on-camera",
        Visibility::OffCamera => "confirm-product-off-camera",
    };
    let name = product.name;
    view! {
        {move || t_with(key, &args([("product", name.as_str().into())]))}
        {is_new.then(|| view! {
            <span class="restated-more" data-test="confirm-product-new">
                {move || t_with("confirm-product-new", &args([("count", images.into())]))}
            </span>
        })}
    }
    .into_any()
}

/// The direction, with the image names that will match.
#[component]
pub fn RestatedDirection(
    /// The text that will be sent.
    text: String,
) -> impl IntoView {
    let store = store();
    if text.trim().is_empty() {
        return view! { {move || t("confirm-none")} }.into_any();
    }
    let review = RwSignal::new(DirectionReview::default());
    let names = image_names(store).get_untracked();
    let mode = store
        .plan
        .with_untracked(|plan| DirectionMode::of(plan.product.is_some(), plan.visibility));
    if mode == DirectionMode::OnCamera && !names.is_empty() {
        let asked = text.clone();
        spawn_local(async move {
            let answer = backend::ask(ask::ReviewDirection {
                text: asked,
                mode,
                image_names: names,
            })
            .await;
            // The text stands there anyway; without the answer its names are not marked.
            if let Ok(found) = answer {
                // Advice has its place where the text is written. Here only what will happen counts.
                review.try_set(DirectionReview {
                    matches: found.matches,
                    ..DirectionReview::default()
                });
            }
        });
    }
    view! {
        {move || review
            .with(|review| marks::runs(&text, review))
            .into_iter()
            .map(|run| match run.mark {
                None => run.text.into_any(),
                Some(mark) => view! { <mark class=mark.class()>{run.text}</mark> }.into_any(),
            })
            .collect_view()}
    }
    .into_any()
}
