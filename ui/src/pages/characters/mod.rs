//! The Characters page: who can act in a riff, who can't and why, and the person's own words for
//! who they want.

mod card;
mod states;

use contract::SessionState;
use leptos::prelude::*;

use self::states::Contents;
use crate::app::{Page, PageFrame, Store, store, t, t_with};
use crate::components::{Button, ButtonKind};
use crate::pages::riff::{character_names, count_sentence};
use crate::pages::wording::{args, figure};

/// The page.
#[component]
pub fn Characters() -> impl IntoView {
    let store = store();
    keep_read(store);
    let count = Memo::new(move |_| {
        store
            .characters
            .items
            .with(|items| items.as_ref().map_or(0, Vec::len))
    });
    view! {
        <PageFrame
            name="characters"
            title=move || t("page-characters")
            subtitle=move || match count.get() {
                0 => t("characters-subtitle"),
                n => t_with("characters-total", &args([("count", figure(n).into())])),
            }
            bar=move || view! { <Chosen/> }
        >
            <Contents/>
        </PageFrame>
    }
}

/// Whom the riff in the making has, and the way to it.
#[component]
fn Chosen() -> impl IntoView {
    let store = store();
    let names = Memo::new(move |_| {
        store.plan.with(|plan| {
            store
                .characters
                .items
                .with(|known| character_names(&plan.characters, known.as_deref()))
        })
    });
    view! {
        <p role="status" data-test="characters-chosen">
            {move || names.with(|names| match names.is_empty() {
                true => t("characters-none-chosen"),
                false => count_sentence(names),
            })}
        </p>
        <Show when=move || names.with(|names| !names.is_empty())>
            <Button
                kind=ButtonKind::Primary
                test="characters-to-riff"
                on_press=Callback::new(move |()| store.page.set(Page::Riff))
            >
                {move || t("characters-to-riff")}
            </Button>
        </Show>
    }
}

/// Reads the characters now, and whenever somebody signs in.
fn keep_read(store: Store) {
    let signed_in = Memo::new(move |_| store.session.with(SessionState::is_signed_in));
    Effect::new(move |_| {
        if signed_in.get() {
            store.read_characters();
        }
    });
}
