//! The Products page: what the service has, new ones, and how their writing goes.

mod detail;
mod form;
mod image_row;
mod rows;
mod sheet;
mod states;
mod tiles;
pub mod work;

use contract::{FileId, ImageSource, PlanProduct, SessionState};
use leptos::prelude::*;

pub use self::detail::Product;
pub use self::form::ProductForm;
pub use self::sheet::{Outcome, ProductSheet, Purpose};
pub use self::tiles::{matching, product_facts, product_media};

use self::sheet::Purpose::Create;
use self::states::Contents;
use self::work::{WorkPanel, is_unfinished};
use crate::app::{PageFrame, Store, store, t, t_with};
use crate::backend;
use crate::components::{Button, ButtonKind, Glyph, Icon};
use crate::pages::wording::{args, figure};

/// Products from which on a search is worth its place.
const WORTH_SEARCHING: usize = 9;

/// The page.
#[component]
pub fn Products() -> impl IntoView {
    let store = store();
    let form = ProductForm::new();
    let search = RwSignal::new(String::new());
    let count = Memo::new(move |_| {
        store
            .products
            .items
            .with(|items| items.as_ref().map_or(0, Vec::len))
    });
    let new = Callback::new(move |()| form.show(store));
    view! {
        <PageFrame
            name="products"
            title=move || t("page-products")
            subtitle=move || match count.get() {
                0 => String::new(),
                n => t_with("products-count", &args([("count", figure(n).into())])),
            }
            actions=move || view! {
                <div class="toolbar">
                    <Show when=move || { count.get() >= WORTH_SEARCHING }>
                        <Search text=search test="products-search"/>
                    </Show>
                    // Without any, the page itself offers it.
                    <Show when=move || { count.get() > 0 }>
                        <Button
                            kind=ButtonKind::Primary
                            test="product-new"
                            glyph=Glyph::Add
                            disabled=Signal::derive(move || !store.session.with(SessionState::is_signed_in))
                            on_press=new
                        >
                            {move || t("product-new")}
                        </Button>
                    </Show>
                </div>
            }
        >
            <Works/>
            <Contents search new/>
            <ProductSheet form purpose=Create on_done=Callback::new(move |_| form.clear())/>
        </PageFrame>
    }
}

/// A field to find something by its words.
#[component]
pub fn Search(
    /// What is looked for.
    text: RwSignal<String>,
    /// For tests.
    test: &'static str,
) -> impl IntoView {
    view! {
        <label class="search">
            <Icon glyph=Glyph::Search/>
            <span class="visually-hidden">{move || t("products-search")}</span>
            <input
                class="control"
                data-test=test
                type="search"
                autocomplete="off"
                spellcheck="false"
                placeholder=move || t("products-search")
                prop:value=move || text.get()
                on:input:target=move |event| text.set(event.target().value())
            />
        </label>
    }
}

/// Every writing that has not ended.
#[component]
fn Works() -> impl IntoView {
    let store = store();
    let ids = Memo::new(move |_| {
        store.product_works.with(|all| {
            all.iter()
                .filter(|work| is_unfinished(work))
                .map(|work| work.work_id.clone())
                .collect::<Vec<_>>()
        })
    });
    // One that ended well has changed the list; its news may have been missed before it was heard.
    Effect::new(move |before: Option<usize>| {
        let now = ids.with(Vec::len);
        if before.is_some_and(|before| now < before) {
            store.read_products();
        }
        now
    });
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <div class="works">
                <For each=move || ids.get() key=Clone::clone let:work_id>
                    <WorkPanel work_id/>
                </For>
            </div>
        </Show>
    }
}

/// Reads the products now, and whenever somebody signs in.
pub fn keep_read(store: Store) {
    let signed_in = Memo::new(move |_| store.session.with(SessionState::is_signed_in));
    Effect::new(move |_| {
        if signed_in.get() {
            store.read_products();
        }
    });
}

/// Whether the plan's staged product counts on this file.
pub fn is_staged(store: Store, file_id: &FileId) -> bool {
    store.plan.with_untracked(|plan| {
        match &plan.product {
        Some(PlanProduct::New { product }) => product.images.iter().any(|image| {
            matches!(&image.source, ImageSource::File { file_id: staged } if staged == file_id)
        }),
        _ => false,
    }
    })
}

/// Goes back to the list by Esc.
fn leave_by_escape(store: Store) {
    backend::on_key(move |event| {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        if event.key() == "Escape"
            && !has_modifier
            && !event.default_prevented()
            && !backend::has_open_dialog()
        {
            store.page.set(crate::app::Page::Products);
        }
    });
}
