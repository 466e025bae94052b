//! The token that Hubfluencer is spoken to with: where it is pasted, what it is for, where it comes
//! from, and what was wrong with the last one.

use contract::{HubSession, Refusal, SecretText, hub_ask};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::HubRefusal;
use crate::app::{store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Dialog, Glyph, Icon};

/// A page that shows nothing until a token is at hand: what would be here, and the field for it.
#[component]
pub fn TokenNeeded(
    /// A large picture.
    glyph: Glyph,
    /// Key of its heading, and for tests.
    title: &'static str,
    /// Key of what a token would bring here.
    words: &'static str,
) -> impl IntoView {
    view! {
        <div class="empty token-needed" data-test=title>
            <Icon glyph/>
            <h2>{move || t(title)}</h2>
            <p class="muted">{move || t(words)}</p>
            <TokenForm/>
        </div>
    }
}

/// The same over whatever page: opened by `store.hub.token_asked`, closed by a token that is good.
#[component]
pub fn TokenDialog() -> impl IntoView {
    let store = store();
    let asked = store.hub.token_asked;
    view! {
        <Dialog
            open=asked
            title=move || t("hub-token-title")
            test="token-dialog"
            on_close=Callback::new(move |()| asked.set(false))
        >
            <TokenForm/>
            <div class="dialog-actions">
                <Button test="token-close" on_press=Callback::new(move |()| asked.set(false))>
                    {move || t("hub-token-close")}
                </Button>
            </div>
        </Dialog>
    }
}

/// The field, and what became of the last token. The secret is in the field alone, and is gone from
/// it once the core has it.
#[component]
fn TokenForm() -> impl IntoView {
    let store = store();
    let hub = store.hub;
    let field = NodeRef::<html::Input>::new();
    let is_blank = RwSignal::new(true);
    let asking = RwSignal::new(false);
    let answer = RwSignal::new(None::<Refusal>);
    let is_busy = Memo::new(move |_| {
        asking.get() || hub.session.with(|session| *session == HubSession::Checking)
    });
    let refusal = Memo::new(move |_| {
        answer.get().or_else(|| {
            hub.session.with(|session| match session {
                HubSession::SignedOut { refusal } => refusal.clone(),
                _ => None,
            })
        })
    });
    let use_sandbox = move || {
        if is_busy.get_untracked() {
            return;
        }
        asking.set(true);
        answer.set(None);
        spawn_local(async move {
            let said = backend::ask(hub_ask::UseSandboxToken {}).await;
            asking.try_set(false);
            match said {
                Ok(()) => hub.token_asked.set(false),
                Err(refusal) => {
                    answer.try_set(Some(refusal));
                }
            }
        });
    };
    let send = move || {
        let Some(element) = field.get_untracked() else {
            return;
        };
        let token = SecretText::new(element.value().trim());
        if token.expose().is_empty() || is_busy.get_untracked() {
            return;
        }
        asking.set(true);
        answer.set(None);
        spawn_local(async move {
            let said = backend::ask(hub_ask::SignInWithToken { token }).await;
            asking.try_set(false);
            match said {
                Ok(()) => {
                    if let Some(element) = field.try_get_untracked().flatten() {
                        element.set_value("");
                    }
                    is_blank.try_set(true);
                    hub.token_asked.set(false);
                }
                Err(refusal) => {
                    answer.try_set(Some(refusal));
                }
            }
        });
    };
    view! {
        <form
            class="token-form"
            data-test="token-form"
            on:submit=move |event: leptos::ev::SubmitEvent| {
                event.prevent_default();
                send();
            }
        >
            <label for="hub-token">{move || t("hub-token-label")}</label>
            <div class="token-row">
                <input
                    node_ref=field
                    id="hub-token"
                    class="control"
                    data-test="token-field"
                    type="password"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="hub-token-means"
                    aria-invalid=move || refusal.with(Option::is_some).then_some("true")
                    on:input:target=move |event| {
                        answer.set(None);
                        is_blank.set(event.target().value().trim().is_empty());
                    }
                />
                <button
                    type="submit"
                    class="button primary"
                    data-test="token-send"
                    disabled=move || is_blank.get() || is_busy.get()
                >
                    {move || if is_busy.get() { t("hub-token-checking") } else { t("hub-token-send") }}
                </button>
            </div>
            {move || refusal.get().map(|refusal| view! {
                <HubRefusal refusal on_go=Callback::new(move |()| send())/>
            })}
            <p class="muted small" id="hub-token-means">{move || t("hub-token-means")}</p>
            <p class="token-where">
                <Show when=move || hub.sandbox_token_ready.get()>
                    <Button
                        test="token-use-sandbox"
                        disabled=is_busy
                        on_press=Callback::new(move |()| use_sandbox())
                    >
                        {move || t("hub-token-sandbox")}
                    </Button>
                </Show>
                <Button
                    kind=ButtonKind::Quiet
                    test="token-get"
                    on_press=Callback::new(move |()| store.tell(hub_ask::OpenHubfluencer {}))
                >
                    {move || t("hub-token-get")}
                </Button>
            </p>
        </form>
    }
}
