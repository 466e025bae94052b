//! Hubfluencer's rows of the account section: its token, its server, and the account's tokens.

use contract::{HubSession, TokenSource, hub_ask};
use leptos::prelude::*;

use crate::app::{Page, blocking_scopes, hub_who, say, store, t, t_with};
use crate::components::{Button, ButtonKind, Field};
use crate::pages::wording::{args, list};

/// The rows. Without a Hubfluencer in this run, the one that says so.
#[component]
pub fn Hubfluencer() -> impl IntoView {
    let hub = store().hub;
    view! {
        <Show
            when=move || hub.server.with(Option::is_some)
            fallback=move || view! {
                <Field label=move || t("service-hubfluencer")>
                    <p class="muted" data-test="settings-hub-absent">{move || t("projects-no-server-how")}</p>
                </Field>
            }
        >
            <Token/>
            <Ways/>
        </Show>
    }
}

/// Whether a token is at hand, where it came from, and to whom it is sent.
#[component]
fn Token() -> impl IntoView {
    let store = store();
    let hub = store.hub;
    let source = Memo::new(move |_| {
        hub.session.with(|session| match session {
            HubSession::SignedIn { source, .. } => Some(*source),
            _ => None,
        })
    });
    let is_out = Memo::new(move |_| {
        hub.session
            .with(|session| matches!(session, HubSession::SignedOut { .. }))
    });
    // One of the environment would be there again at the next start.
    let can_leave = move || source.get().is_some_and(|s| s != TokenSource::Environment);
    let lacking = Memo::new(move |_| hub.session.with(blocking_scopes));
    let origin = move || {
        let origin = hub
            .server
            .with(|server| server.as_ref().map(|s| s.origin.clone()));
        t_with(
            "settings-hub-server",
            &args([("origin", origin.unwrap_or_default().into())]),
        )
    };
    let ask = Callback::new(move |()| hub.token_asked.set(true));
    view! {
        <Field
            label=move || t("service-hubfluencer")
            note=origin
            end=move || view! {
                <Show when=move || source.get().is_some()>
                    <Button kind=ButtonKind::Quiet test="settings-hub-other-token" on_press=ask>
                        {move || t("hub-token-other")}
                    </Button>
                </Show>
                <Show when=can_leave>
                    <Button
                        test="settings-hub-sign-out"
                        on_press=Callback::new(move |()| store.tell(hub_ask::SignOutHub {}))
                    >
                        {move || t("settings-sign-out")}
                    </Button>
                </Show>
                <Show when=move || is_out.get()>
                    <Button test="settings-hub-sign-in" on_press=ask>
                        {move || t("next-give-token")}
                    </Button>
                </Show>
            }
        >
            <p data-test="settings-hub-account">
                {move || hub.session.with(|session| hub_who(&say(), session))}
            </p>
            <Show when=move || lacking.with(|scopes| !scopes.is_empty())>
                <p class="field-note warning-words" data-test="settings-hub-lacks">
                    {move || {
                        let scopes = list(&say(), &lacking.get());
                        t_with("settings-hub-lacks", &args([("scopes", scopes.into())]))
                    }}
                </p>
            </Show>
        </Field>
    }
}

/// To the tokens of the account, and to the service's own site.
#[component]
fn Ways() -> impl IntoView {
    let store = store();
    view! {
        <Field
            label=move || t("page-tokens")
            end=move || view! {
                <Button
                    kind=ButtonKind::Quiet
                    test="settings-hub-open"
                    on_press=Callback::new(move |()| store.tell(hub_ask::OpenHubfluencer {}))
                >
                    {move || t("next-open-hubfluencer")}
                </Button>
                <Button
                    test="settings-hub-tokens"
                    on_press=Callback::new(move |()| store.page.set(Page::Tokens))
                >
                    {move || t("settings-hub-tokens")}
                </Button>
            }
        >
            <p class="muted">{move || t("settings-hub-tokens-means")}</p>
        </Field>
    }
}
