//! What the Products page shows: its tiles, or why there are none.

use contract::{SessionState, ask};
use leptos::prelude::*;

use super::keep_read;
use super::tiles::{Tiles, matching};
use crate::app::{Store, store, t};
use crate::components::{
    Button, ButtonKind, Empty, Glyph, NoneMatch, Notice, RefusalPanel, SignedOut, Tone,
};

/// What there is to see.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    SignedOut,
    Loading,
    Unreachable,
    Empty,
    NoneMatch,
    Tiles,
}

/// The page below its heading.
#[component]
pub fn Contents(
    /// What is looked for.
    search: RwSignal<String>,
    /// A new product is wanted.
    new: Callback<()>,
) -> impl IntoView {
    let store = store();
    keep_read(store);
    let shown = Memo::new(move |_| {
        store.products.items.with(|items| {
            search.with(|search| matching(items.as_deref().unwrap_or_default(), search))
        })
    });
    let sight = Memo::new(move |_| sight(store, shown.with(Vec::is_empty)));
    view! {
        {move || match sight.get() {
            Sight::Tiles => view! { <Stale/><Tiles shown/><Elsewhere/> }.into_any(),
            Sight::Loading => view! { <Bones/> }.into_any(),
            Sight::Unreachable => view! {
                {move || store.products.refusal.get().map(|refusal| view! {
                    <RefusalPanel
                        refusal
                        on_retry=Callback::new(move |()| store.read_products())
                    />
                })}
            }
            .into_any(),
            Sight::SignedOut => view! {
                <SignedOut
                    glyph=Glyph::Product
                    title="products-signed-out"
                    words="products-signed-out-how"
                    test="products-sign-in"
                />
            }
            .into_any(),
            Sight::Empty => view! {
                <Empty
                    glyph=Glyph::Product
                    title=move || t("products-empty")
                    words=move || t("products-empty-how")
                    test="products-empty"
                >
                    <Button kind=ButtonKind::Primary test="products-begin" on_press=new>
                        {move || t("product-new")}
                    </Button>
                </Empty>
            }
            .into_any(),
            Sight::NoneMatch => view! {
                <NoneMatch
                    title="products-none-match"
                    words="products-none-match-how"
                    clear="products-clear"
                    test="products-clear"
                    on_clear=Callback::new(move |()| search.set(String::new()))
                />
            }
            .into_any(),
        }}
    }
}

fn sight(store: Store, nothing_shown: bool) -> Sight {
    let heard = store
        .products
        .items
        .with(|items| items.as_ref().map(Vec::len));
    let signed_out = store.session.with(SessionState::is_signed_out);
    match heard {
        Some(0) if !signed_out => Sight::Empty,
        Some(n) if n > 0 && nothing_shown => Sight::NoneMatch,
        Some(n) if n > 0 => Sight::Tiles,
        _ if signed_out => Sight::SignedOut,
        _ if store.products.refusal.with(Option::is_some) && !store.products.loading.get() => {
            Sight::Unreachable
        }
        _ => Sight::Loading,
    }
}

/// Above products that may not be the newest: why, and the way on.
#[component]
fn Stale() -> impl IntoView {
    let store = store();
    move || {
        let refusal = store.products.refusal.get()?;
        store.session.with(SessionState::is_signed_in).then(|| {
            view! {
                <div class="products-stale" data-test="products-stale">
                    <Notice tone=Tone::Info><p>{move || t("products-kept")}</p></Notice>
                    <RefusalPanel
                        refusal
                        on_retry=Callback::new(move |()| store.read_products())
                    />
                </div>
            }
        })
    }
}

/// What is done on the service's own site.
#[component]
pub fn Elsewhere() -> impl IntoView {
    let store = store();
    view! {
        <p class="products-elsewhere muted small">
            <span>{move || t("products-elsewhere")}</span>
            <Button
                kind=ButtonKind::Quiet
                test="products-open-service"
                on_press=Callback::new(move |()| store.tell(ask::OpenService {}))
            >
                {move || t("products-open-service")}
            </Button>
        </p>
    }
}

/// The shape of tiles to come.
#[component]
fn Bones() -> impl IntoView {
    view! {
        <div class="product-tiles" aria-busy="true" data-test="products-loading">
            <p class="visually-hidden" role="status">{move || t("products-loading")}</p>
            {(0..6).map(|_| view! { <span class="bone product-bone"></span> }).collect_view()}
        </div>
    }
}
