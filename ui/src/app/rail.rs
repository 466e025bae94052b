//! The rail at the left: where one can go, and who is signed in.

use leptos::prelude::*;

use super::account::AccountChip;
use super::hub_account::HubAccountChip;
use super::{Page, store, t, t_with};
use crate::components::{Glyph, Icon};

/// The rail.
#[component]
pub fn Rail() -> impl IntoView {
    let store = store();
    let open = Memo::new(move |_| {
        store
            .orders
            .with(|orders| orders.iter().filter(|order| order.state.is_open()).count())
    });
    let badge = move || {
        let count = open.get();
        (count > 0).then(|| {
            view! {
                <span class="badge" data-test="rail-queue-badge" aria-hidden="true">{count}</span>
                <span class="visually-hidden">
                    {move || {
                        #[expect(clippy::cast_precision_loss, reason = "a handful of orders")]
                        let count = open.get() as f64;
                        t_with("rail-open-orders", &[("count".to_owned(), count.into())].into())
                    }}
                </span>
            }
        })
    };
    view! {
        <nav class="rail" aria-label=move || t("rail-label")>
            <p class="brand">
                <Icon glyph=Glyph::Brand/>
                <span>{move || t("app-name")}</span>
            </p>
            <ul class="rail-list">
                <Entry page=Page::Riff glyph=Glyph::Riff word="page-riff" test="rail-riff"/>
                <Entry page=Page::Queue glyph=Glyph::Queue word="page-queue" test="rail-queue">
                    {badge}
                </Entry>
                <Entry page=Page::Library glyph=Glyph::Library word="page-library" test="rail-library"/>
                <Entry page=Page::Templates glyph=Glyph::Template word="page-templates" test="rail-templates"/>
                <Entry page=Page::Products glyph=Glyph::Product word="page-products" test="rail-products"/>
                <Entry page=Page::Characters glyph=Glyph::Person word="page-characters" test="rail-characters"/>
            </ul>
            <h2 class="rail-heading" id="rail-hubfluencer">{move || t("service-hubfluencer")}</h2>
            <ul class="rail-list" aria-labelledby="rail-hubfluencer">
                <Entry page=Page::Shorts glyph=Glyph::Short word="page-shorts" test="rail-shorts"/>
                <Entry page=Page::Carousels glyph=Glyph::Carousel word="page-carousels" test="rail-carousels"/>
                <Entry page=Page::Editors glyph=Glyph::Scenes word="page-editors" test="rail-editors"/>
            </ul>
            <ul class="rail-list rail-end">
                <Entry page=Page::Usage glyph=Glyph::Clock word="page-usage" test="rail-usage"/>
                <Entry page=Page::Settings glyph=Glyph::Settings word="page-settings" test="rail-settings"/>
            </ul>
            <div class="accounts">
                <AccountChip/>
                <HubAccountChip/>
            </div>
        </nav>
    }
}

/// One way to go.
#[component]
fn Entry(
    /// Where.
    page: Page,
    /// Its picture.
    glyph: Glyph,
    /// Key of its name.
    word: &'static str,
    /// For tests.
    test: &'static str,
    /// What stands at its end.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let store = store();
    let here = {
        let page = page.clone();
        Memo::new(move |_| store.page.with(|now| now.is_under(&page)))
    };
    view! {
        <li>
            <button
                type="button"
                class="rail-entry"
                data-test=test
                aria-current=move || here.get().then_some("page")
                on:click=move |_| store.page.set(page.clone())
            >
                <Icon glyph/>
                <span class="rail-word">{move || t(word)}</span>
                {children.map(|children| children())}
            </button>
        </li>
    }
}
