//! What the library shows: its tiles, or why there are none.

use contract::{Code, SessionState, ask};
use leptos::prelude::*;

use super::tiles::ReelTiles;
use super::toolbar::{is_narrowed, is_of_hub_alone, widen};
use crate::app::{Page, store, t};
use crate::components::{
    Button, ButtonKind, Empty, Glyph, NoneMatch, Notice, RefusalPanel, SignedOut, ToRiff, Tone,
};

/// What there is to see.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    SignedOut,
    Loading,
    Unreachable,
    Empty,
    EmptyOfHub,
    NoneMatch,
    Tiles,
}

/// The page between its heading and its bar. The list is read whenever somebody comes here, signs
/// in or out.
#[component]
pub fn Contents() -> impl IntoView {
    let store = store();
    let shelf = store.shelf;
    let reels = shelf.reels;
    let signed_in = Memo::new(move |_| store.session.with(SessionState::is_signed_in));
    let starting = Memo::new(move |_| store.session.with(|s| matches!(s, SessionState::Starting)));
    Effect::new(move |_| {
        let signed_in = signed_in.get();
        if !starting.get() {
            shelf.visited();
        }
        if signed_in {
            store.read_characters();
            store.read_products();
        }
    });
    let sight = Memo::new(move |_| {
        let failed = || {
            reels.refusal.with(Option::is_some)
                || shelf.kept_because.with(|why| {
                    why.as_ref()
                        .is_some_and(|why| why.code != Code::NotSignedIn)
                })
        };
        if !reels.items.with(Vec::is_empty) {
            Sight::Tiles
        } else if !reels.heard.get() {
            Sight::Loading
        } else if shelf.query.with(is_of_hub_alone) {
            Sight::EmptyOfHub
        } else if shelf.query.with(is_narrowed) {
            Sight::NoneMatch
        } else if store.session.with(SessionState::is_signed_out) {
            Sight::SignedOut
        } else if failed() {
            Sight::Unreachable
        } else if reels.loading.get() {
            Sight::Loading
        } else {
            Sight::Empty
        }
    });
    view! {
        <Notices/>
        {move || match sight.get() {
            Sight::Tiles => view! { <ReelTiles/> }.into_any(),
            Sight::Loading => view! { <Bones test="library-loading" word="library-loading"/> }.into_any(),
            Sight::Unreachable => view! {
                <div class="library-refusal">
                    {move || reels.refusal.get().or_else(|| shelf.kept_because.get()).map(|refusal| view! {
                        <RefusalPanel refusal on_retry=Callback::new(move |()| shelf.again())/>
                    })}
                </div>
            }
            .into_any(),
            Sight::SignedOut => view! {
                <SignedOut
                    glyph=Glyph::Library
                    title="library-signed-out"
                    words="library-signed-out-how"
                    test="library-sign-in"
                />
            }
            .into_any(),
            Sight::Empty => view! {
                <Empty
                    glyph=Glyph::Library
                    title=move || t("library-empty")
                    words=move || t("library-empty-how")
                    test="library-empty"
                >
                    <ToRiff test="library-to-riff"/>
                    <Button
                        test="library-refresh"
                        on_press=Callback::new(move |()| shelf.again())
                    >
                        {move || t("library-refresh")}
                    </Button>
                </Empty>
            }
            .into_any(),
            Sight::EmptyOfHub => view! {
                <Empty
                    glyph=Glyph::Library
                    title=move || t("library-hub-empty")
                    words=move || t("library-hub-empty-how")
                    test="library-hub-empty"
                >
                    <Button
                        kind=ButtonKind::Primary
                        test="library-to-shorts"
                        on_press=Callback::new(move |()| store.page.set(Page::Shorts))
                    >
                        {move || t("library-hub-begin")}
                    </Button>
                </Empty>
            }
            .into_any(),
            Sight::NoneMatch => view! {
                <NoneMatch
                    title="library-none-match"
                    words="library-none-match-how"
                    clear="library-clear"
                    test="library-clear-all"
                    on_clear=Callback::new(move |()| shelf.look_for(widen))
                />
            }
            .into_any(),
        }}
    }
}

/// Above tiles that may not be the newest: why, and the way on.
#[component]
fn Notices() -> impl IntoView {
    let store = store();
    let shelf = store.shelf;
    let has_reels = Memo::new(move |_| !shelf.reels.items.with(Vec::is_empty));
    let signed_out = Memo::new(move |_| store.session.with(SessionState::is_signed_out));
    // Riffkit's sign-in and its list have nothing to do with what Hubfluencer made.
    let of_hub = Memo::new(move |_| {
        let service = shelf.query.with(|query| query.service);
        service == Some(contract::Service::Hubfluencer)
    });
    move || {
        if !has_reels.get() || of_hub.get() {
            return ().into_any();
        }
        if signed_out.get() {
            return view! {
                <Notice tone=Tone::Info test="library-signed-out">
                    <p>{t("library-signed-out-how")}</p>
                    <Button
                        test="library-sign-in"
                        on_press=Callback::new(move |()| store.tell(ask::SignIn {}))
                    >
                        {t("library-sign-in")}
                    </Button>
                </Notice>
            }
            .into_any();
        }
        match shelf.kept_because.get() {
            // A sign-in that has only just been made: the list is being read again.
            None => ().into_any(),
            Some(refusal) if refusal.code == Code::NotSignedIn => ().into_any(),
            Some(_) => view! {
                <Notice tone=Tone::Info test="library-kept">
                    <p>{t("library-local-only")}</p>
                    <Button
                        test="library-again"
                        on_press=Callback::new(move |()| shelf.again())
                    >
                        {crate::app::next_word(contract::NextStep::TryAgain)}
                    </Button>
                </Notice>
            }
            .into_any(),
        }
    }
}

/// The shape of tiles to come.
#[component]
pub fn Bones(
    /// For tests.
    test: &'static str,
    /// The key of what is said.
    word: &'static str,
) -> impl IntoView {
    view! {
        <div class="tile-bones" aria-busy="true" data-test=test>
            <p class="visually-hidden" role="status">{move || t(word)}</p>
            {(0..6).map(|_| view! { <span class="bone tile-bone"></span> }).collect_view()}
        </div>
    }
}
