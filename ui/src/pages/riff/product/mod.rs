//! The product of the plan: none, one of the service's, or a new one that waits for the confirm.

mod picker;
mod visibility;

use contract::{ImageSource, Media, NewProduct, PlanProduct, ProductId, ProductView, SessionState};
use leptos::prelude::*;

use self::picker::ProductPicker;
pub use self::visibility::VisibilityRow;
use crate::app::{Store, ToastKind, say, store, t, t_with};
use crate::components::{Button, ButtonKind, Field, Glyph, Notice, Picture, Tone};
use crate::pages::products::{Outcome, ProductSheet, Purpose, product_facts, product_media};
use crate::pages::wording::{args, figure, list};

/// The row of the settings panel, its picker and its sheet.
#[component]
pub fn ProductRow() -> impl IntoView {
    let store = store();
    let form = store.staging;
    let picking = RwSignal::new(false);
    know_what_is_chosen(store);
    let product = Memo::new(move |_| store.plan.with(|plan| plan.product.clone()));
    let is_staged = move || product.with(|p| matches!(p, Some(PlanProduct::New { .. })));
    let edit = move || {
        if untrack(|| form.is_blank())
            && let Some(PlanProduct::New { product }) = product.get_untracked()
        {
            form.load(&product, &store.files.get_untracked());
        }
        form.show(store);
    };
    view! {
        <Field
            label=move || t("riff-product")
            end=move || view! {
                <Show when=is_staged>
                    <Button
                        kind=ButtonKind::Quiet
                        test="product-edit"
                        on_press=Callback::new(move |()| edit())
                    >
                        {move || t("riff-product-edit")}
                    </Button>
                </Show>
                <Button
                    kind=ButtonKind::Quiet
                    test="product-open"
                    on_press=Callback::new(move |()| picking.set(true))
                >
                    {move || t("riff-change")}
                    <span class="visually-hidden">{move || t("riff-product")}</span>
                </Button>
            }
        >
            {move || match product.get() {
                None => view! {
                    <span class="field-text" data-test="product">{move || t("riff-product-none")}</span>
                }
                .into_any(),
                Some(PlanProduct::Known { product_id, name }) => {
                    view! { <Known product_id name/> }.into_any()
                }
                Some(PlanProduct::New { product }) => view! { <Staged product/> }.into_any(),
            }}
        </Field>
        <LostImages on_edit=Callback::new(move |()| edit())/>
        <ProductPicker open=picking on_new=Callback::new(move |()| form.show(store))/>
    }
}

/// The sheet of the staged product. It belongs to the page: images may be dropped before there is
/// a source.
#[component]
pub fn StagingSheet(
    /// Whether the page has no source yet, so that the panel with the product is not shown.
    is_empty: Memo<bool>,
) -> impl IntoView {
    let store = store();
    let staged = Callback::new(move |outcome| {
        if let Outcome::Staged(product) = outcome {
            store.lost_images.set(Vec::new());
            store
                .plan
                .update(|plan| plan.product = Some(PlanProduct::New { product }));
            if is_empty.get_untracked() {
                let said = untrack(|| t("product-waits"));
                store.toast(ToastKind::Done, said);
            }
        }
    });
    view! { <ProductSheet form=store.staging purpose=Purpose::Stage on_done=staged/> }
}

/// One that the service has.
#[component]
fn Known(
    /// Which.
    product_id: ProductId,
    /// Its name as it was chosen.
    name: String,
) -> impl IntoView {
    let store = store();
    let known = Memo::new(move |_| known(store, &product_id));
    let media = Signal::derive(move || {
        known.with(|product| product.as_ref().and_then(product_media)) as Option<Media>
    });
    view! {
        <div class="chosen-product">
            <span class="product-picture"><Picture media glyph=Glyph::Product/></span>
            <span class="chosen-words">
                <span class="field-text" data-test="product">{name}</span>
                <span class="field-note">
                    {move || known.with(|p| p.as_ref().map(|p| product_facts(&say(), p)))}
                </span>
            </span>
        </div>
    }
}

/// One that is not written yet.
#[component]
fn Staged(
    /// The product.
    product: NewProduct,
) -> impl IntoView {
    let images = figure(product.images.len());
    // What the service would fetch is not fetched here.
    let media = product.images.iter().find_map(|image| match &image.source {
        ImageSource::File { file_id } => Some(Media::File(file_id.clone())),
        ImageSource::Url { .. } => None,
    });
    view! {
        <div class="chosen-product">
            <span class="product-picture">
                <Picture media=Signal::derive(move || media.clone()) glyph=Glyph::Product/>
            </span>
            <span class="chosen-words">
                <span class="field-text" data-test="product">{product.name}</span>
                <span class="field-note" data-test="product-staged">
                    {move || t_with("riff-product-staged", &args([("count", images.into())]))}
                </span>
            </span>
        </div>
    }
}

/// Images of a draft that were files: they have to be chosen anew.
#[component]
fn LostImages(
    /// The sheet is wanted.
    on_edit: Callback<()>,
) -> impl IntoView {
    let store = store();
    let is_staged = Memo::new(move |_| {
        store
            .plan
            .with(|plan| matches!(plan.product, Some(PlanProduct::New { .. })))
    });
    move || {
        let lost = store.lost_images.get();
        (is_staged.get() && !lost.is_empty()).then(|| {
            view! {
                <div class="lost-images">
                    <Notice tone=Tone::Warning test="product-images-lost">
                        <p>{move || t_with("riff-product-lost", &args([
                            ("count", figure(lost.len()).into()),
                            ("names", list(&say(), &lost).into()),
                        ]))}</p>
                        <Button test="product-images-choose" on_press=on_edit>
                            {move || t("riff-product-lost-choose")}
                        </Button>
                    </Notice>
                </div>
            }
        })
    }
}

/// What is known of a product of the service.
fn known(store: Store, product_id: &ProductId) -> Option<ProductView> {
    store.products.items.with(|items| {
        items
            .as_ref()?
            .iter()
            .find(|product| product.product_id == *product_id)
            .cloned()
    })
}

/// Names of the images that a direction can name: those of the plan's product, where it is seen.
pub fn image_names(store: Store) -> Memo<Vec<String>> {
    Memo::new(move |_| {
        let product = store.plan.with(|plan| plan.product.clone());
        let names: Vec<String> = match product {
            None => Vec::new(),
            Some(PlanProduct::New { product }) => {
                product.images.into_iter().map(|image| image.name).collect()
            }
            Some(PlanProduct::Known { product_id, .. }) => known(store, &product_id)
                .map(|product| product.images.into_iter().map(|image| image.name).collect())
                .unwrap_or_default(),
        };
        names
            .into_iter()
            .filter(|name| !name.trim().is_empty())
            .collect()
    })
}

/// The picture and the image names of a chosen product have to be asked for once.
fn know_what_is_chosen(store: Store) {
    let needed = Memo::new(move |_| {
        store
            .plan
            .with(|plan| matches!(plan.product, Some(PlanProduct::Known { .. })))
            && store.products.items.with(Option::is_none)
            && store.session.with(SessionState::is_signed_in)
    });
    Effect::new(move |_| {
        if needed.get() {
            store.read_products();
        }
    });
}
