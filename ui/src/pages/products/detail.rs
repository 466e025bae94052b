//! One product: its words and its images, each with all that the service knows of it.

use std::time::Duration;

use contract::{
    ContentPolicy, IMAGES_PER_PRODUCT, Media, PlanProduct, ProductId, ProductImageView, ProductView,
};
use leptos::prelude::*;

use super::form::ProductForm;
use super::sheet::{ProductSheet, Purpose};
use super::states::Elsewhere;
use super::work::{WorkPanel, is_unfinished};
use super::{keep_read, leave_by_escape, product_facts};
use crate::app::{Page, PageFrame, Store, say, store, t, t_with};
use crate::backend;
use crate::components::{Button, ButtonKind, Glyph, Notice, Picture, RefusalPanel, Tone};
use crate::pages::wording::args;

/// How often descriptions that are being written are looked for.
const PACE: Duration = Duration::from_secs(12);

/// The page.
#[component]
pub fn Product(
    /// Which.
    product_id: ProductId,
) -> impl IntoView {
    let store = store();
    keep_read(store);
    leave_by_escape(store);
    let form = ProductForm::new();
    let id = StoredValue::new(product_id.clone());
    let product = Memo::new(move |_| {
        store.products.items.with(|items| {
            let items = items.as_ref()?;
            items
                .iter()
                .find(|product| id.with_value(|id| product.product_id == *id))
                .cloned()
        })
    });
    Effect::new(move |_| {
        form.existing.set(product.with(|product| {
            product
                .as_ref()
                .map(|p| p.images.iter().map(|image| image.name.clone()).collect())
                .unwrap_or_default()
        }));
    });
    look_again_while_described(store, product);
    let is_full = Signal::derive(move || {
        product.with(|p| {
            p.as_ref()
                .is_none_or(|p| p.images.len() >= IMAGES_PER_PRODUCT)
        })
    });
    view! {
        <PageFrame
            name="product"
            title=move || product
                .with(|p| p.as_ref().map(|p| p.name.clone()))
                .unwrap_or_else(|| t("page-products"))
            subtitle=move || product
                .with(|p| p.as_ref().map(|p| product_facts(&say(), p)))
                .unwrap_or_default()
            actions=move || view! {
                <Button
                    kind=ButtonKind::Quiet
                    test="product-back"
                    glyph=Glyph::Back
                    on_press=Callback::new(move |()| store.page.set(Page::Products))
                >
                    {move || t("page-products")}
                </Button>
                <Button
                    test="product-add-images"
                    glyph=Glyph::Add
                    disabled=is_full
                    on_press=Callback::new(move |()| form.show(store))
                >
                    {move || t("product-add-images")}
                </Button>
                <Button
                    kind=ButtonKind::Primary
                    test="product-use"
                    disabled=Signal::derive(move || product.with(Option::is_none))
                    on_press=Callback::new(move |()| use_in_riff(store, product))
                >
                    {move || t("product-use")}
                </Button>
            }
        >
            <WorksOfProduct id/>
            {move || match product.get() {
                Some(product) => view! { <Facts product/><Elsewhere/> }.into_any(),
                None => view! { <Missing/> }.into_any(),
            }}
            <ProductSheet
                form
                purpose=Purpose::AddImages(product_id)
                on_done=Callback::new(move |_| form.clear())
            />
        </PageFrame>
    }
}

/// While the service writes descriptions, they are looked for now and then: nobody has to come back.
fn look_again_while_described(store: Store, product: Memo<Option<ProductView>>) {
    let is_pending = Memo::new(move |_| {
        product.with(|product| {
            product
                .as_ref()
                .is_some_and(|product| product.images.iter().any(|image| image.caption_pending))
        })
    });
    Effect::new(move |_| {
        if is_pending.get() {
            backend::every(PACE, move || store.read_products());
        }
    });
}

/// Takes the product into the plan, and goes there.
fn use_in_riff(store: Store, product: Memo<Option<ProductView>>) {
    if let Some(product) = product.get_untracked() {
        store.plan.update(|plan| {
            plan.product = Some(PlanProduct::Known {
                product_id: product.product_id,
                name: product.name,
            });
        });
        store.page.set(Page::Riff);
    }
}

/// What is said while the product is not known here.
#[component]
fn Missing() -> impl IntoView {
    let store = store();
    view! {
        {move || match store.products.refusal.get() {
            Some(refusal) => view! {
                <RefusalPanel refusal on_retry=Callback::new(move |()| store.read_products())/>
            }
            .into_any(),
            None if store.products.items.with(Option::is_some) && !store.products.loading.get() => view! {
                <Notice tone=Tone::Info test="product-gone"><p>{move || t("product-gone")}</p></Notice>
            }
            .into_any(),
            None => view! {
                <p class="muted" role="status" data-test="product-loading">{move || t("products-loading")}</p>
            }
            .into_any(),
        }}
    }
}

/// Writings of this product that have not ended.
#[component]
fn WorksOfProduct(
    /// Which product.
    id: StoredValue<ProductId>,
) -> impl IntoView {
    let store = store();
    let works = Memo::new(move |_| {
        store.product_works.with(|all| {
            all.iter()
                .filter(|work| {
                    is_unfinished(work) && id.with_value(|id| work.product_id.as_ref() == Some(id))
                })
                .map(|work| work.work_id.clone())
                .collect::<Vec<_>>()
        })
    });
    Effect::new(move |before: Option<usize>| {
        let now = works.with(Vec::len);
        if before.is_some_and(|before| now < before) {
            store.read_products();
        }
        now
    });
    view! {
        <Show when=move || works.with(|works| !works.is_empty())>
            <div class="works">
                <For each=move || works.get() key=Clone::clone let:work_id>
                    <WorkPanel work_id/>
                </For>
            </div>
        </Show>
    }
}

/// The product's words, then its images.
#[component]
fn Facts(
    /// The product.
    product: ProductView,
) -> impl IntoView {
    let id = product.product_id.clone();
    let has_audience = !product.target_audience.trim().is_empty();
    let has_images = !product.images.is_empty();
    view! {
        <section class="panel product-facts" aria-label=move || t("product-facts")>
            <dl class="restated">
                <dt>{move || t("product-description")}</dt>
                <dd class="product-text" data-test="product-text">{product.description}</dd>
                {has_audience.then(|| view! {
                    <dt>{move || t("product-audience-of")}</dt>
                    <dd class="product-text">{product.target_audience}</dd>
                })}
            </dl>
        </section>
        {(!has_images).then(|| view! {
            <p class="muted" data-test="product-no-images">{move || t("product-no-images-how")}</p>
        })}
        <ul class="product-images">
            {product.images.into_iter().map(|image| view! {
                <Image product_id=id.clone() image/>
            }).collect_view()}
        </ul>
    }
}

/// One image.
#[component]
fn Image(
    /// Of which product.
    product_id: ProductId,
    /// Which.
    image: ProductImageView,
) -> impl IntoView {
    let media = Media::ProductImage(product_id, image.image_id.clone());
    let name = image.name.clone();
    let alt = image.name.clone();
    let is_named = !image.name.trim().is_empty();
    let description = image.description.clone();
    let has_description = !description.trim().is_empty();
    let has_usage = !image.usage_context.trim().is_empty();
    let usage = image.usage_context.clone();
    let policy = image.content_policy.clone();
    view! {
        <li class="panel product-image" data-test=format!("product-image-{}", image.image_id)>
            <span class="product-picture">
                <Picture
                    media=Signal::derive(move || Some(media.clone()))
                    alt=move || alt.clone()
                />
            </span>
            <div class="product-image-words">
                <h3>{move || if is_named { name.clone() } else { t("product-image-unnamed") }}</h3>
                {(!is_named).then(|| view! {
                    <p class="muted small">{move || t("product-image-unnamed-means")}</p>
                })}
                {image.caption_pending.then(|| view! {
                    <p class="muted" role="status" data-test="image-pending">
                        {move || t("product-image-pending")}
                    </p>
                })}
                {has_description.then(|| view! { <p>{description}</p> })}
                {has_usage.then(|| view! {
                    <p class="muted small">
                        {move || t_with("product-image-use", &args([("text", usage.as_str().into())]))}
                    </p>
                })}
                <p class="muted small" data-test="image-policy">
                    {move || match &policy {
                        ContentPolicy::Locked => t("product-image-is-locked"),
                        ContentPolicy::Mutable => t("product-image-is-mutable"),
                        ContentPolicy::Other(word) => word.clone(),
                    }}
                </p>
            </div>
        </li>
    }
}
