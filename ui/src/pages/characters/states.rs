//! What the Characters page shows: its cards, or why there are none.

use contract::{CharacterSuggestion, SessionState, ask};
use leptos::prelude::*;

use super::card::Card;
use crate::app::{Store, store, t, t_with};
use crate::components::{Button, Empty, Glyph, Notice, RefusalPanel, SignedOut, Tone};
use crate::pages::riff::{Describe, offered};
use crate::pages::wording::{args, figure};

/// Cards that are drawn before the person asks for more.
const STEP: usize = 24;

/// What there is to see.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    SignedOut,
    Loading,
    Unreachable,
    Empty,
    Cards,
}

/// The page below its heading.
#[component]
pub fn Contents() -> impl IntoView {
    let store = store();
    let sight = Memo::new(move |_| sight(store));
    view! {
        {move || match sight.get() {
            Sight::Cards => view! { <Stale/><Cards/> }.into_any(),
            Sight::Loading => view! { <Bones/> }.into_any(),
            Sight::Unreachable => view! { <Trouble/> }.into_any(),
            Sight::SignedOut => view! {
                <SignedOut
                    glyph=Glyph::Person
                    title="characters-signed-out"
                    words="characters-signed-out-how"
                    test="characters-sign-in"
                />
            }
            .into_any(),
            Sight::Empty => view! {
                <Empty
                    glyph=Glyph::Person
                    title=move || t("characters-empty")
                    words=move || t("characters-elsewhere")
                    test="characters-empty"
                >
                    <OpenService/>
                </Empty>
            }
            .into_any(),
        }}
    }
}

fn sight(store: Store) -> Sight {
    let heard = store
        .characters
        .items
        .with(|items| items.as_ref().map(Vec::len));
    let signed_out = store.session.with(SessionState::is_signed_out);
    match heard {
        Some(0) if !signed_out => Sight::Empty,
        Some(n) if n > 0 => Sight::Cards,
        _ if signed_out => Sight::SignedOut,
        _ if store.characters.refusal.with(Option::is_some) && !store.characters.loading.get() => {
            Sight::Unreachable
        }
        _ => Sight::Loading,
    }
}

/// The cards: what fits the person's words first, then who can act, then the others.
#[component]
fn Cards() -> impl IntoView {
    let store = store();
    let suggestions = RwSignal::new(Vec::<CharacterSuggestion>::new());
    let drawn = RwSignal::new(STEP);
    let all = Memo::new(move |_| {
        store.characters.items.with(|items| {
            suggestions
                .with(|suggestions| offered(items.as_deref().unwrap_or_default(), suggestions))
        })
    });
    let rest = Memo::new(move |_| all.with(Vec::len).saturating_sub(drawn.get()));
    view! {
        <div class="cast-describe"><Describe suggestions/></div>
        <ul class="cast" aria-label=move || t("page-characters") data-test="characters">
            <For
                each=move || all.with(|all| all.iter().take(drawn.get()).cloned().collect::<Vec<_>>())
                key=|offered| (
                    offered.character.character_id.clone(),
                    offered.because.clone(),
                    offered.character.standing as u8,
                )
                let:offered
            >
                <Card offered/>
            </For>
        </ul>
        <Show when=move || { rest.get() > 0 }>
            <p class="cast-more">
                <Button
                    test="characters-more"
                    on_press=Callback::new(move |()| drawn.update(|drawn| *drawn += STEP))
                >
                    {move || t_with("products-more", &args([("count", figure(rest.get()).into())]))}
                </Button>
            </p>
        </Show>
        <p class="cast-elsewhere muted small">
            <span>{move || t("characters-elsewhere")}</span>
            <OpenService/>
        </p>
    }
}

/// The way to where characters are made and approved.
#[component]
fn OpenService() -> impl IntoView {
    let store = store();
    view! {
        <Button
            test="characters-open-service"
            on_press=Callback::new(move |()| store.tell(ask::OpenService {}))
        >
            {move || t("products-open-service")}
        </Button>
    }
}

/// Above characters that may not be the newest: why, and the way on.
#[component]
fn Stale() -> impl IntoView {
    let store = store();
    let is_stale = Memo::new(move |_| {
        store.session.with(SessionState::is_signed_in)
            && store.characters.refusal.with(Option::is_some)
    });
    view! {
        <Show when=move || is_stale.get()>
            <div class="cast-stale" data-test="characters-stale">
                <Notice tone=Tone::Info><p>{move || t("characters-kept")}</p></Notice>
                <Trouble/>
            </div>
        </Show>
    }
}

/// Why the characters could not be read, and the way on.
#[component]
fn Trouble() -> impl IntoView {
    let store = store();
    move || {
        store.characters.refusal.get().map(|refusal| {
            view! {
                <RefusalPanel
                    refusal
                    on_retry=Callback::new(move |()| store.read_characters())
                />
            }
        })
    }
}

/// The shape of cards to come.
#[component]
fn Bones() -> impl IntoView {
    view! {
        <div class="cast" aria-busy="true" data-test="characters-loading">
            <p class="visually-hidden" role="status">{move || t("characters-loading")}</p>
            {(0..6).map(|_| view! { <span class="bone cast-bone"></span> }).collect_view()}
        </div>
    }
}
