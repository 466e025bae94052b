//! The account chip of the rail, and where the sign-in dialog hangs.

use contract::{ServerChoice, SessionState, ask};
use leptos::prelude::*;

use super::{Page, Store, store, t};
use crate::pages::SignIn;

/// Who is signed in to Riffkit. Pressing it signs in, or leads to the settings.
#[component]
pub fn AccountChip() -> impl IntoView {
    let store = store();
    let state = move || {
        store.session.with(|session| match session {
            SessionState::Starting => "starting",
            SessionState::SignedOut { .. } => "signed-out",
            SessionState::Asking | SessionState::Waiting { .. } => "waiting",
            SessionState::SignedIn { .. } => "signed-in",
        })
    };
    let press = move |_| match store.session.get_untracked() {
        SessionState::SignedOut { .. } => store.tell(ask::SignIn {}),
        SessionState::Starting => {}
        // The dialog is over the page anyway.
        SessionState::Asking | SessionState::Waiting { .. } => {}
        SessionState::SignedIn { .. } => store.page.set(Page::Settings),
    };
    view! {
        <button
            type="button"
            class="account"
            data-test="account-chip"
            data-state=state
            data-server=move || server(store)
            title=move || words(store)
            on:click=press
        >
            <span class="dot" aria-hidden="true"></span>
            <span class="account-words">
                <span class="account-name">{move || t("service-riffkit")}</span>
                <span class="account-state">{move || words(store)}</span>
            </span>
        </button>
    }
}

/// The sign-in dialog, over whatever page.
#[component]
pub fn SignInQuestion() -> impl IntoView {
    view! { <SignIn/> }
}

fn server(store: Store) -> &'static str {
    match store.server.with(|server| server.choice) {
        ServerChoice::Sandbox => "sandbox",
        ServerChoice::Live => "live",
    }
}

/// One line: where, and who.
fn words(store: Store) -> String {
    let who = store.session.with(|session| match session {
        SessionState::Starting => t("account-starting"),
        SessionState::SignedOut { .. } => t("account-signed-out"),
        SessionState::Asking | SessionState::Waiting { .. } => t("account-waiting"),
        SessionState::SignedIn { email: Some(email) } => email.clone(),
        SessionState::SignedIn { email: None } => t("account-signed-in"),
    });
    match store.server.with(|server| server.choice) {
        ServerChoice::Sandbox => format!("{} · {who}", t("account-sandbox")),
        ServerChoice::Live => who,
    }
}
