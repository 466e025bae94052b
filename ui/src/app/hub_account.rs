//! Hubfluencer's account chip, below Riffkit's in the rail.

use contract::{HubSession, ServerChoice, TokenSource};
use leptos::prelude::*;
use words::Words;

use super::{Page, say, store, t};
use crate::pages::wording::facts;

/// Manages tokens: without it everything but their own page works.
const ADMIN: &str = "account:admin";

/// Whether a token is at hand, and whether it may do what is done here. Pressing it asks for one, or
/// leads to the settings.
#[component]
pub fn HubAccountChip() -> impl IntoView {
    let store = store();
    let hub = store.hub;
    let state = move || {
        if hub.server.with(Option::is_none) {
            return "absent";
        }
        hub.session.with(|session| match session {
            HubSession::Starting => "starting",
            HubSession::SignedOut { .. } => "signed-out",
            HubSession::Checking => "checking",
            HubSession::SignedIn { .. } if !blocking_scopes(session).is_empty() => "lacks",
            HubSession::SignedIn { .. } => "signed-in",
        })
    };
    let server = move || {
        hub.server.with(|server| match server {
            None => "none",
            Some(server) if server.choice == ServerChoice::Sandbox => "sandbox",
            Some(_) => "live",
        })
    };
    let line = move || {
        let is_sandbox = server() == "sandbox";
        match state() {
            "absent" => t("hub-account-absent"),
            _ => hub
                .session
                .with(|session| chip_words(&say(), session, is_sandbox)),
        }
    };
    let press = move |_| {
        if hub.server.with_untracked(Option::is_none) {
            store.page.set(Page::Settings);
            return;
        }
        match hub.session.get_untracked() {
            HubSession::Starting => {}
            HubSession::SignedOut { .. } | HubSession::Checking => hub.token_asked.set(true),
            HubSession::SignedIn { .. } => store.page.set(Page::Settings),
        }
    };
    view! {
        <button
            type="button"
            class="account"
            data-test="hub-account-chip"
            data-state=state
            data-server=server
            title=line
            on:click=press
        >
            <span class="dot" aria-hidden="true"></span>
            <span class="account-words">
                <span class="account-name">{move || t("service-hubfluencer")}</span>
                <span class="account-state" data-test="hub-account-state">{line}</span>
            </span>
        </button>
    }
}

/// What the service said that the token lacks, as far as it stands in the way of the pages.
pub fn blocking_scopes(session: &HubSession) -> Vec<String> {
    match session {
        HubSession::SignedIn { lacks, .. } => lacks
            .iter()
            .filter(|scope| *scope != ADMIN)
            .cloned()
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether a token is at hand, and where it came from.
pub fn hub_who(words: &Words, session: &HubSession) -> String {
    words.say(match session {
        HubSession::Starting => "account-starting",
        HubSession::SignedOut { .. } => "hub-account-none",
        HubSession::Checking => "hub-token-checking",
        HubSession::SignedIn { source, .. } => match source {
            TokenSource::Vault => "hub-account-vault",
            TokenSource::Environment => "hub-account-environment",
            TokenSource::Sandbox => "hub-account-sandbox",
        },
    })
}

/// One line: where, and how it stands.
fn chip_words(words: &Words, session: &HubSession, is_sandbox: bool) -> String {
    let stands = match session {
        HubSession::Starting => words.say("account-starting"),
        HubSession::SignedOut { .. } => words.say("hub-account-give"),
        HubSession::Checking => words.say("hub-token-checking"),
        HubSession::SignedIn { .. } if !blocking_scopes(session).is_empty() => {
            words.say("hub-account-lacks")
        }
        HubSession::SignedIn { .. } => words.say("account-signed-in"),
    };
    let place = if is_sandbox {
        words.say("account-sandbox")
    } else {
        String::new()
    };
    facts([place, stands])
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    fn signed_in(lacks: &[&str]) -> HubSession {
        HubSession::SignedIn {
            source: TokenSource::Vault,
            lacks: lacks.iter().map(|scope| (*scope).to_owned()).collect(),
        }
    }

    #[test]
    fn a_token_that_only_manages_no_tokens_is_as_good_as_any() {
        let words = Words::of(Language::English);
        let line = |lacks: &[&str]| chip_words(&words, &signed_in(lacks), false);
        assert_eq!(line(&[]), "Signed in");
        assert_eq!(line(&["account:admin"]), "Signed in");
        assert_eq!(
            line(&["account:admin", "video:generate"]),
            "Lacks a permission"
        );
    }

    #[test]
    fn the_sandbox_is_named_before_all_else() {
        let words = Words::of(Language::English);
        let out = HubSession::SignedOut { refusal: None };
        assert_eq!(chip_words(&words, &out, true), "Sandbox · Give a token");
    }
}
