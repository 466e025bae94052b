//! The tokens, each with what it may do and when it was used.

use contract::HubToken;
use leptos::prelude::*;

use super::desk::Desk;
use super::wording::{scope_name, token_name, token_times};
use crate::app::{say, store, t, t_with};
use crate::components::hub::HubRefusal;
use crate::components::{Button, ButtonKind};
use crate::pages::wording::args;

/// The list.
#[component]
pub fn TokenList(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    view! {
        <div class="tokens">
            {move || desk.tokens.refusal.get().map(|refusal| view! {
                <div data-test="tokens-stale">
                    <HubRefusal refusal on_go=Callback::new(move |()| desk.read())/>
                </div>
            })}
            <ul
                class="panel token-list"
                data-test="tokens"
                aria-label=move || t("page-tokens")
                aria-busy=move || desk.tokens.loading.get().to_string()
            >
                <For
                    each=move || desk.tokens.value.get().unwrap_or_default()
                    key=|token| (token.token_id.clone(), token.last_used_at)
                    let:token
                >
                    <Row desk token/>
                </For>
            </ul>
        </div>
    }
}

#[component]
fn Row(
    /// The page.
    desk: Desk,
    /// The token.
    token: HubToken,
) -> impl IntoView {
    let store = store();
    let now = store.ticking();
    let minute = Memo::new(move |_| now.get() / 60_000 * 60_000);
    let token = StoredValue::new(token);
    let id = token.with_value(|token| token.token_id.clone());
    let name = move || token.with_value(|token| token_name(&say(), token));
    let scopes = move || {
        token.with_value(|token| {
            let chip = |scope: &String| {
                view! {
                    <li class="chip" title=scope.clone()>{scope_name(&say(), scope)}</li>
                }
            };
            token.scopes.iter().map(chip).collect_view()
        })
    };
    let revoke_label = move || t_with("tokens-revoke-named", &args([("name", name().into())]));
    view! {
        <li class="token-item" data-test="token" data-id=id>
            <div class="token-words">
                <strong class="token-name" data-test="token-name">{name}</strong>
                <ul class="token-scopes" data-test="token-scopes" aria-label=move || t("tokens-scopes")>
                    {scopes}
                </ul>
                <p class="muted small figures" data-test="token-times">
                    {move || token.with_value(|token| token_times(&say(), token, minute.get()))}
                </p>
            </div>
            <Button
                kind=ButtonKind::Secondary
                test="token-revoke"
                on_press=Callback::new(move |()| desk.revoking.set(Some(token.get_value())))
            >
                <span aria-hidden="true">{move || t("tokens-revoke")}</span>
                <span class="visually-hidden">{revoke_label}</span>
            </Button>
        </li>
    }
}
