//! Taking a token back, after one question.

use contract::{Code, HubToken, Refusal, hub_ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use super::wording::{may_be_in_use, token_name};
use crate::app::{say, store, t, t_with};
use crate::backend;
use crate::components::hub::HubRefusal;
use crate::components::{Dialog, DialogAnswers, Notice, Tone};
use crate::pages::wording::args;

/// The dialog.
#[component]
pub fn RevokeToken(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let store = store();
    let token = desk.revoking;
    let busy = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let close = Callback::new(move |()| {
        if !busy.get_untracked() {
            token.set(None);
            refusal.set(None);
        }
    });
    let revoke = Callback::new(move |()| {
        let id = token.with_untracked(|token| token.as_ref().map(|token| token.token_id.clone()));
        let Some(token_id) = id.filter(|_| !busy.get_untracked()) else {
            return;
        };
        busy.set(true);
        refusal.set(None);
        spawn_local(async move {
            let request = hub_ask::RevokeToken {
                token_id: token_id.clone(),
            };
            let answer = backend::ask(request).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                // One that was taken back elsewhere is gone as well.
                Err(refused) if !matches!(refused.code, Code::Unknown | Code::NotFound) => {
                    refusal.set(Some(refused));
                }
                _ => {
                    token.set(None);
                    leave(desk, &token_id);
                    store.announce(store.words().say("tokens-revoked"));
                }
            }
            // Also after a refusal. Where it was the one in use, this is how it comes to light.
            desk.read();
        });
    });
    let name = move || {
        token.with(|token| {
            let name = token.as_ref().map(|token| token_name(&say(), token));
            name.unwrap_or_default()
        })
    };
    view! {
        <Dialog
            open=Signal::derive(move || token.with(Option::is_some))
            title=move || t("tokens-revoke-title")
            test="token-revoke-dialog"
            on_close=close
        >
            <p>{move || t_with("tokens-revoke-means", &args([("name", name().into())]))}</p>
            <Show when=move || token.with(|token| token.as_ref().is_some_and(may_be_in_use))>
                <Notice tone=Tone::Warning test="token-revoke-own">
                    <p>{move || t("tokens-revoke-own")}</p>
                </Notice>
            </Show>
            {move || refusal.get().map(|refusal| view! { <HubRefusal refusal on_go=revoke/> })}
            <DialogAnswers
                test="token-revoke"
                no=move || t("tokens-revoke-no")
                yes=move || t("tokens-revoke")
                busy
                on_no=close
                on_yes=revoke
            />
        </Dialog>
    }
}

/// It is out of the list at once, before that was read again.
fn leave(desk: Desk, token_id: &str) {
    desk.tokens.value.update(|all| {
        if let Some(all) = all {
            all.retain(|token: &HubToken| token.token_id != token_id);
        }
    });
}
