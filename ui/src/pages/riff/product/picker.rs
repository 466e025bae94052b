//! The picker of products.

use contract::{PlanProduct, ProductView, SessionState, ask};
use leptos::prelude::*;

use crate::app::{say, store, t, t_with};
use crate::components::{Button, Dialog, Glyph, Icon, Picture, RefusalPanel};
use crate::pages::products::{Search, matching, product_facts, product_media};
use crate::pages::wording::{args, figure};

/// Products that are drawn before the person asks for more.
const STEP: usize = 40;
/// Products from which on a search is worth its place.
const WORTH_SEARCHING: usize = 9;

/// The dialog. Pressing one chooses it.
#[component]
pub fn ProductPicker(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// A new one is wanted.
    on_new: Callback<()>,
) -> impl IntoView {
    let store = store();
    Effect::new(move |_| {
        if open.get() && untrack(|| store.session.with(SessionState::is_signed_in)) {
            store.read_products();
        }
    });
    let choose = Callback::new(move |product: Option<PlanProduct>| {
        store.lost_images.set(Vec::new());
        store.plan.update(|plan| plan.product = product);
        open.set(false);
    });
    let new = Callback::new(move |()| {
        open.set(false);
        on_new.run(());
    });
    view! {
        <Dialog
            open
            title=move || t("products-pick")
            test="product-picker"
            on_close=Callback::new(move |()| open.set(false))
        >
            <p class="muted">{move || t("products-pick-how")}</p>
            <Offer choose/>
            <div class="dialog-actions">
                <span class="dialog-actions-start">
                    <Button test="product-new" glyph=Glyph::Add on_press=new>
                        {move || t("product-new")}
                    </Button>
                </span>
                <Button test="product-cancel" on_press=Callback::new(move |()| open.set(false))>
                    {move || t("picker-cancel")}
                </Button>
            </div>
        </Dialog>
    }
}

/// What can be chosen, or why nothing can.
#[component]
fn Offer(
    /// One was chosen, or none.
    choose: Callback<Option<PlanProduct>>,
) -> impl IntoView {
    let store = store();
    let search = RwSignal::new(String::new());
    let drawn = RwSignal::new(STEP);
    let count = Memo::new(move |_| {
        store
            .products
            .items
            .with(|items| items.as_ref().map_or(0, Vec::len))
    });
    let shown = Memo::new(move |_| {
        store.products.items.with(|items| {
            search.with(|search| matching(items.as_deref().unwrap_or_default(), search))
        })
    });
    let rest = Memo::new(move |_| shown.with(Vec::len).saturating_sub(drawn.get()));
    let has_none = Memo::new(move |_| store.plan.with(|plan| plan.product.is_none()));
    view! {
        <Show when=move || { count.get() >= WORTH_SEARCHING }>
            <Search text=search test="product-search"/>
        </Show>
        {move || store.products.refusal.get().map(|refusal| view! {
            <RefusalPanel refusal on_retry=Callback::new(move |()| store.read_products())/>
        })}
        <Show when=move || !store.session.with(SessionState::is_signed_in)>
            <p class="notice info" data-test="product-signed-out">
                <span>{move || t("products-signed-out-how")}</span>
                <Button
                    test="product-sign-in"
                    on_press=Callback::new(move |()| store.tell(ask::SignIn {}))
                >
                    {move || t("library-sign-in")}
                </Button>
            </p>
        </Show>
        <div class="picker-scroll">
            <ul class="product-choices" aria-label=move || t("products-pick")>
                <li>
                    <button
                        type="button"
                        class="product-choice"
                        data-test="product-none"
                        autofocus=true
                        aria-pressed=move || has_none.get().to_string()
                        on:click=move |_| choose.run(None)
                    >
                        <span class="product-picture">
                            <span class="picture"><span class="picture-none"><Icon glyph=Glyph::Close/></span></span>
                        </span>
                        <span class="chosen-words">
                            <strong>{move || t("riff-product-none")}</strong>
                            <span class="muted small">{move || t("products-none-means")}</span>
                        </span>
                    </button>
                </li>
                <For
                    each=move || shown.with(|all| all.iter().take(drawn.get()).cloned().collect::<Vec<_>>())
                    key=|product| (product.product_id.clone(), product.name.clone(), product.images.len())
                    let:product
                >
                    <Choice product choose/>
                </For>
            </ul>
            <Show when=move || store.products.loading.get() && store.products.items.with(Option::is_none)>
                <p class="muted" role="status">{move || t("products-loading")}</p>
            </Show>
            <Show when=move || { rest.get() > 0 }>
                <Button test="product-more" on_press=Callback::new(move |()| drawn.update(|n| *n += STEP))>
                    {move || t_with("products-more", &args([("count", figure(rest.get()).into())]))}
                </Button>
            </Show>
        </div>
    }
}

#[component]
fn Choice(
    /// Which.
    product: ProductView,
    /// It was chosen.
    choose: Callback<Option<PlanProduct>>,
) -> impl IntoView {
    let store = store();
    let id = product.product_id.clone();
    let is_chosen = Memo::new(move |_| {
        store.plan.with(|plan| {
            matches!(&plan.product, Some(PlanProduct::Known { product_id, .. }) if *product_id == id)
        })
    });
    let media = product_media(&product);
    let name = product.name.clone();
    let (description, hint) = (product.description.clone(), product.description.clone());
    let test = format!("product-{}", product.product_id);
    let chosen = PlanProduct::Known {
        product_id: product.product_id.clone(),
        name: product.name.clone(),
    };
    view! {
        <li>
            <button
                type="button"
                class="product-choice"
                data-test=test
                aria-pressed=move || is_chosen.get().to_string()
                title=hint
                on:click=move |_| choose.run(Some(chosen.clone()))
            >
                <span class="product-picture"><Picture media=Signal::derive(move || media.clone()) glyph=Glyph::Product/></span>
                <span class="chosen-words">
                    <strong class="one-line">{name}</strong>
                    <span class="muted small one-line">{description}</span>
                    <span class="muted small">{move || product_facts(&say(), &product)}</span>
                </span>
            </button>
        </li>
    }
}
