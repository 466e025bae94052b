//! The root: waits for the core's first picture, then shows the window.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use contract::{Event, Language, NextStep, Refusal, Theme, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account::SignInQuestion;
use super::current_page::CurrentPage;
use super::rail::Rail;
use super::toasts::Toasts;
use super::vault_question::VaultQuestion;
use super::{Store, draft, keys, next_word, store};
use crate::backend;
use crate::components::hub::{StepSheet, TokenDialog};
use crate::components::{Button, ButtonKind, RefusalPanel, Skeleton};
use crate::pages;

/// How far the first picture is.
#[derive(Clone, PartialEq)]
enum Start {
    Loading,
    Shown,
    Failed(Refusal),
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let store = Store::new(
        Language::nearest(&backend::browser_language()),
        backend::now_ms(),
    );
    provide_context(store);
    let start = RwSignal::new(Start::Loading);
    follow_theme(store);
    follow_language(store);
    follow_time(store);
    draft::keep(store);
    pages::follow_drops(store);
    load(store, start);

    view! {
        {move || match start.get() {
            Start::Loading => view! { <Skeleton/> }.into_any(),
            Start::Shown => view! { <Window/> }.into_any(),
            Start::Failed(refusal) => view! {
                <main class="start-failed">
                    <RefusalPanel refusal/>
                    // Whatever the reason: without the core there is no other way on.
                    <Button
                        kind=ButtonKind::Primary
                        test="start-again"
                        on_press=Callback::new(move |()| {
                            start.set(Start::Loading);
                            load(store, start);
                        })
                    >
                        {move || next_word(NextStep::TryAgain)}
                    </Button>
                </main>
            }
            .into_any(),
        }}
    }
}

/// Rail, page, and what lies over them.
#[component]
fn Window() -> impl IntoView {
    let store = store();
    keys::listen(store);
    view! {
        <div class="window">
            <Rail/>
            <CurrentPage/>
        </div>
        <SignInQuestion/>
        <VaultQuestion/>
        <StepSheet/>
        // After the sheet: a token that it asks for lies over it.
        <TokenDialog/>
        <Toasts/>
        <p class="visually-hidden" role="status" aria-live="polite" data-test="announcement">
            {move || store.announcement.get()}
        </p>
    }
}

/// Hears first and asks then, so that nothing between the two is lost: what came meanwhile is
/// applied after the picture. Each event carries its whole view, so the last one is right.
fn load(store: Store, start: RwSignal<Start>) {
    spawn_local(async move {
        let early = Rc::new(RefCell::new(Some(Vec::<Event>::new())));
        let heard = Rc::clone(&early);
        let listening = backend::listen(move |event| {
            let mut waiting = heard.borrow_mut();
            match waiting.as_mut() {
                Some(events) => events.push(event),
                None => {
                    drop(waiting);
                    store.apply(event);
                }
            }
        })
        .await;
        let snapshot = match listening {
            Ok(()) => backend::ask(ask::GetSnapshot {}).await,
            Err(refusal) => Err(refusal),
        };
        match snapshot {
            Ok(snapshot) => {
                store.fill(snapshot);
                for event in early.take().unwrap_or_default() {
                    store.apply(event);
                }
                start.set(Start::Shown);
            }
            Err(refusal) => start.set(Start::Failed(refusal)),
        }
    });
}

fn follow_theme(store: Store) {
    let system_is_dark = backend::prefers_dark();
    Effect::new(move |_| {
        let dark = match store.preferences.with(|p| p.theme) {
            Theme::System => system_is_dark.get(),
            Theme::Light => false,
            Theme::Dark => true,
        };
        backend::document_theme(if dark { "dark" } else { "light" });
    });
}

fn follow_language(store: Store) {
    Effect::new(move |_| backend::announce_language(store.language().tag()));
}

/// The clock of the page runs only while a view shows it.
fn follow_time(store: Store) {
    let needed = Memo::new(move |_| store.watchers.get() > 0);
    Effect::new(move |_| {
        if needed.get() {
            store.now.set(backend::now_ms());
            backend::every(Duration::from_secs(1), move || {
                store.now.set(backend::now_ms())
            });
        }
    });
}
