//! A token that was just made: its secret, this once.

use contract::{Refusal, TokenMade, hub_ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use super::wording::{ADMIN, PERMISSIONS, allows, scope_name, token_name};
use crate::app::{say, store, t, t_with};
use crate::backend;
use crate::components::hub::HubRefusal;
use crate::components::{Button, ButtonKind, Copy, Dialog, Notice, Tone};
use crate::pages::wording::{args, list};

/// The dialog. Closing it forgets the secret; before that was copied, Esc says so first.
#[component]
pub fn TokenMadeDialog(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let made = desk.made;
    let copied = RwSignal::new(false);
    let warned = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let forget = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        made.set(None);
        copied.set(false);
        warned.set(false);
        refusal.set(None);
    });
    let escape = Callback::new(move |()| {
        if copied.get_untracked() || warned.get_untracked() {
            forget.run(());
        } else {
            warned.set(true);
        }
    });
    let secret = Signal::derive(move || {
        made.with(|made| made.as_ref().map(|made| made.secret.expose().to_owned()))
            .unwrap_or_default()
    });
    view! {
        <Dialog
            open=Signal::derive(move || made.with(Option::is_some))
            title=move || t("tokens-made-title")
            test="token-made-dialog"
            on_close=escape
        >
            <p class="muted">{move || t("tokens-made-once")}</p>
            <p
                class="token-secret"
                tabindex="0"
                data-test="token-secret"
                aria-label=move || t("tokens-secret")
            >
                {move || secret.get()}
            </p>
            <Copy
                text=secret
                label=move || t("tokens-copy")
                kind=ButtonKind::Primary
                test="token-copy"
                on_copied=Callback::new(move |()| copied.set(true))
            />
            <UseHere made busy refusal forget/>
            <Show when=move || warned.get() && !copied.get()>
                <Notice tone=Tone::Warning test="token-not-copied">
                    <p role="alert">{move || t("tokens-not-copied")}</p>
                </Notice>
            </Show>
            <div class="dialog-actions">
                <Button
                    test="token-made-close"
                    disabled=Signal::derive(move || busy.get())
                    on_press=forget
                >
                    {move || t("tokens-made-close")}
                </Button>
            </div>
        </Dialog>
    }
}

/// The offer to speak with it from here on, and what that would take away.
#[component]
fn UseHere(
    /// The token.
    made: RwSignal<Option<TokenMade>>,
    /// Whether it is being tried.
    busy: RwSignal<bool>,
    /// Why it could not be used.
    refusal: RwSignal<Option<Refusal>>,
    /// Closes the dialog.
    forget: Callback<()>,
) -> impl IntoView {
    let store = store();
    let take = Callback::new(move |()| {
        let secret = made.with_untracked(|made| made.as_ref().map(|made| made.secret.clone()));
        let Some(token) = secret.filter(|_| !busy.get_untracked()) else {
            return;
        };
        busy.set(true);
        refusal.set(None);
        spawn_local(async move {
            let answer = backend::ask(hub_ask::SignInWithToken { token }).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => {
                    forget.run(());
                    store.announce(store.words().say("tokens-in-use"));
                }
                Err(refused) => refusal.set(Some(refused)),
            }
        });
    });
    view! {
        <div class="token-use">
            <p class="small" data-test="token-use-means">
                {move || made.with(|made| made.as_ref().map(use_words))}
            </p>
            <Button
                test="token-use"
                disabled=Signal::derive(move || busy.get())
                on_press=take
            >
                {move || if busy.get() { t("hub-token-checking") } else { t("tokens-use") }}
            </Button>
            {move || refusal.get().map(|refusal| view! { <HubRefusal refusal on_go=take/> })}
        </div>
    }
}

/// What using it here means.
fn use_words(made: &TokenMade) -> String {
    let words = say();
    let scopes = &made.token.scopes;
    let lacking: Vec<String> = PERMISSIONS
        .iter()
        .filter(|permission| permission.scope != ADMIN && !allows(scopes, permission.scope))
        .map(|permission| scope_name(&words, permission.scope))
        .collect();
    if !lacking.is_empty() {
        let lacking = list(&words, &lacking);
        return t_with("tokens-use-lacks", &args([("lacking", lacking.into())]));
    }
    let name = args([("name", token_name(&words, &made.token).into())]);
    if allows(scopes, ADMIN) {
        t_with("tokens-use-means", &name)
    } else {
        t_with("tokens-use-no-admin", &name)
    }
}
