//! The token at hand may not manage tokens: what is missing, and how to get it.

use contract::hub_ask;
use leptos::prelude::*;

use super::desk::Desk;
use super::wording::ADMIN;
use crate::app::{store, t, t_with};
use crate::components::{Button, ButtonKind, Empty, Glyph};
use crate::pages::wording::args;

/// What stands in the page's place. Everything else goes on working with this token.
#[component]
pub fn AdminNeeded(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let store = store();
    let lacking = move || {
        let said = desk.tokens.refusal.with(|refusal| {
            let said = refusal
                .as_ref()
                .and_then(|refusal| refusal.args.get("scope"));
            match said {
                Some(contract::Arg::Text(scope)) => Some(scope.clone()),
                _ => None,
            }
        });
        said.unwrap_or_else(|| ADMIN.to_owned())
    };
    view! {
        <Empty
            glyph=Glyph::Lock
            title=move || t("tokens-admin-needed")
            words=move || t_with("tokens-admin-needed-how", &args([("scope", lacking().into())]))
            test="tokens-admin-needed"
        >
            <Button
                kind=ButtonKind::Primary
                test="tokens-open-site"
                on_press=Callback::new(move |()| store.tell(hub_ask::OpenHubfluencer {}))
            >
                {move || t("next-open-hubfluencer")}
            </Button>
            <Button
                test="tokens-give-token"
                on_press=Callback::new(move |()| store.hub.token_asked.set(true))
            >
                {move || t("hub-token-other")}
            </Button>
            <Button
                kind=ButtonKind::Quiet
                test="tokens-again"
                disabled=Signal::derive(move || desk.tokens.loading.get())
                on_press=Callback::new(move |()| desk.read())
            >
                {move || t("hub-step-look-again")}
            </Button>
        </Empty>
    }
}
