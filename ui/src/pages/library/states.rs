//! What the library shows: its tiles, or why there are none.

use contract::{AssetId, Refusal, SessionState, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::filter::Since;
use super::tiles::Tiles;
use super::toolbar::change;
use crate::app::{Page, Store, store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Empty, Glyph, Notice, RefusalPanel, Tone};

/// How the last look at the service's list went.
#[derive(Clone, Copy)]
struct Look {
    loading: RwSignal<bool>,
    refusal: RwSignal<Option<Refusal>>,
}

impl Look {
    /// Looks now, and whenever somebody signs in.
    fn new(store: Store) -> Self {
        let look = Self {
            loading: RwSignal::new(false),
            refusal: RwSignal::new(None),
        };
        let signed_in = Memo::new(move |_| store.session.with(is_signed_in));
        Effect::new(move |_| {
            if signed_in.get() {
                look.again();
            }
        });
        look
    }

    fn again(self) {
        if self.loading.get_untracked() {
            return;
        }
        self.loading.set(true);
        spawn_local(async move {
            let answer = backend::ask(ask::RefreshLibrary {}).await;
            self.loading.try_set(false);
            self.refusal.try_set(answer.err());
        });
    }
}

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

/// The page between its heading and its bar.
#[component]
pub fn Contents(
    /// The reels that the query shows.
    shown: Memo<Vec<AssetId>>,
) -> impl IntoView {
    let store = store();
    let look = Look::new(store);
    let sight = Memo::new(move |_| {
        if !shown.with(Vec::is_empty) {
            Sight::Tiles
        } else if !store.reels.with(Vec::is_empty) {
            Sight::NoneMatch
        } else if store.session.with(is_signed_out) {
            Sight::SignedOut
        } else if look.refusal.with(Option::is_some) {
            Sight::Unreachable
        } else if look.loading.get() || !store.session.with(is_signed_in) {
            Sight::Loading
        } else {
            Sight::Empty
        }
    });
    view! {
        <div class="library">
            <LibraryNotices look/>
            {move || match sight.get() {
                Sight::Tiles => view! { <Tiles shown/> }.into_any(),
                Sight::Loading => view! { <Bones/> }.into_any(),
                Sight::Unreachable => view! {
                    <div class="library-refusal">
                        {move || look.refusal.get().map(|refusal| view! {
                            <RefusalPanel refusal on_retry=Callback::new(move |()| look.again())/>
                        })}
                    </div>
                }
                .into_any(),
                Sight::SignedOut => view! {
                    <Empty
                        glyph=Glyph::Library
                        title=move || t("library-signed-out")
                        words=move || t("library-signed-out-how")
                        test="library-signed-out"
                    >
                        <Button
                            kind=ButtonKind::Primary
                            test="library-sign-in"
                            on_press=Callback::new(move |()| store.tell(ask::SignIn {}))
                        >
                            {move || t("library-sign-in")}
                        </Button>
                    </Empty>
                }
                .into_any(),
                Sight::Empty => view! {
                    <Empty
                        glyph=Glyph::Library
                        title=move || t("library-empty")
                        words=move || t("library-empty-how")
                        test="library-empty"
                    >
                        <Button
                            kind=ButtonKind::Primary
                            test="library-to-riff"
                            on_press=Callback::new(move |()| store.page.set(Page::Riff))
                        >
                            {move || t("queue-to-riff")}
                        </Button>
                        <Button
                            test="library-refresh"
                            on_press=Callback::new(move |()| look.again())
                        >
                            {move || t("library-refresh")}
                        </Button>
                    </Empty>
                }
                .into_any(),
                Sight::NoneMatch => view! {
                    <Empty
                        glyph=Glyph::Search
                        title=move || t("library-none-match")
                        words=move || t("library-none-match-how")
                        test="library-none-match"
                    >
                        <Button
                            test="library-clear"
                            on_press=Callback::new(move |()| change(store, |query| {
                                query.search.clear();
                                query.since = Since::AnyTime;
                            }))
                        >
                            {move || t("library-clear")}
                        </Button>
                    </Empty>
                }
                .into_any(),
            }}
        </div>
    }
}

/// Above tiles that may not be the newest: why, and the way on.
#[component]
fn LibraryNotices(
    /// How the last look went.
    look: Look,
) -> impl IntoView {
    let store = store();
    let has_reels = move || !store.reels.with(Vec::is_empty);
    move || {
        if !has_reels() {
            return ().into_any();
        }
        if store.session.with(is_signed_out) {
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
        match look.refusal.get() {
            None => ().into_any(),
            Some(refusal) => view! {
                <div class="library-stale" data-test="library-stale">
                    <Notice tone=Tone::Info><p>{t("library-local-only")}</p></Notice>
                    <RefusalPanel refusal on_retry=Callback::new(move |()| look.again())/>
                </div>
            }
            .into_any(),
        }
    }
}

/// The shape of tiles to come.
#[component]
fn Bones() -> impl IntoView {
    view! {
        <div class="tile-bones" aria-busy="true" data-test="library-loading">
            <p class="visually-hidden" role="status">{move || t("library-loading")}</p>
            {(0..6).map(|_| view! { <span class="bone tile-bone"></span> }).collect_view()}
        </div>
    }
}

const fn is_signed_in(session: &SessionState) -> bool {
    matches!(session, SessionState::SignedIn { .. })
}

const fn is_signed_out(session: &SessionState) -> bool {
    matches!(
        session,
        SessionState::SignedOut { .. } | SessionState::Asking | SessionState::Waiting { .. }
    )
}
