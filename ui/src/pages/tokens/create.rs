//! A new token: its name, and what it may do.

use contract::{Code, HubToken, NewToken, Refusal, TokenMade, hub_ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use super::wording::{PERMISSIONS, Permission};
use crate::app::t;
use crate::backend;
use crate::components::hub::HubRefusal;
use crate::components::{Button, Dialog, Notice, Tone};

/// What is being described. Copy.
#[derive(Clone, Copy)]
struct Form {
    name: RwSignal<String>,
    scopes: RwSignal<Vec<&'static str>>,
    busy: RwSignal<bool>,
    refusal: RwSignal<Option<Refusal>>,
}

impl Form {
    fn new() -> Self {
        Self {
            name: RwSignal::new(String::new()),
            scopes: RwSignal::new(usual()),
            busy: RwSignal::new(false),
            refusal: RwSignal::new(None),
        }
    }

    fn clear(self) {
        self.name.set(String::new());
        self.scopes.set(usual());
        self.refusal.set(None);
    }

    fn lacks_scopes(self) -> bool {
        self.scopes.with(Vec::is_empty)
    }
}

fn usual() -> Vec<&'static str> {
    let usual = PERMISSIONS.iter().filter(|permission| permission.is_usual);
    usual.map(|permission| permission.scope).collect()
}

/// The dialog. A description that was not sent stays for the next time.
#[component]
pub fn CreateToken(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let form = Form::new();
    let close = Callback::new(move |()| {
        if !form.busy.get_untracked() {
            form.refusal.set(None);
            desk.creating.set(false);
        }
    });
    view! {
        <Dialog
            open=desk.creating
            title=move || t("tokens-create-title")
            test="token-create-dialog"
            on_close=close
        >
            <form
                class="token-create"
                on:submit=move |event: leptos::ev::SubmitEvent| {
                    event.prevent_default();
                    send(desk, form);
                }
            >
                <label for="token-new-name">{move || t("tokens-name")}</label>
                <input
                    id="token-new-name"
                    class="control"
                    data-test="token-new-name"
                    type="text"
                    maxlength="120"
                    autocomplete="off"
                    spellcheck="false"
                    autofocus=true
                    placeholder=move || t("tokens-name-example")
                    prop:value=move || form.name.get()
                    on:input:target=move |event| form.name.set(event.target().value())
                />
                <fieldset class="token-permissions">
                    <legend>{move || t("tokens-scopes")}</legend>
                    {PERMISSIONS.iter().map(|permission| view! { <Check form permission/> }).collect_view()}
                </fieldset>
                <Show when=move || form.lacks_scopes()>
                    <p class="field-refusal" role="status" data-test="token-scope-none">
                        {move || t("tokens-scope-none")}
                    </p>
                </Show>
                {move || form.refusal.get().map(|refusal| view! { <Refused desk form refusal/> })}
                <div class="dialog-actions">
                    <Button test="token-create-cancel" on_press=close>
                        {move || t("hub-step-back")}
                    </Button>
                    <button
                        type="submit"
                        class="button primary"
                        data-test="token-create-send"
                        disabled=move || form.busy.get() || form.lacks_scopes()
                    >
                        {move || if form.busy.get() { t("tokens-creating") } else { t("tokens-create-send") }}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

#[component]
fn Check(
    /// What is being described.
    form: Form,
    /// Which.
    permission: &'static Permission,
) -> impl IntoView {
    let scope = permission.scope;
    let means = format!("{}-means", permission.test);
    view! {
        <label class="token-permission">
            <input
                type="checkbox"
                data-test=permission.test
                aria-describedby=means.clone()
                prop:checked=move || form.scopes.with(|scopes| scopes.contains(&scope))
                on:change:target=move |event| {
                    let is_on = event.target().checked();
                    form.scopes.update(|scopes| {
                        scopes.retain(|other| *other != scope);
                        if is_on {
                            scopes.push(scope);
                        }
                    });
                }
            />
            <span class="choice-words">
                <strong>{move || t(permission.name)}</strong>
                <span class="muted small" id=means>{move || t(permission.means)}</span>
            </span>
        </label>
    }
}

/// Why there is no token; where the answer was lost, what that means.
#[component]
fn Refused(
    /// The page.
    desk: Desk,
    /// What was described.
    form: Form,
    /// What happened.
    refusal: Refusal,
) -> impl IntoView {
    if refusal.code == Code::InDoubt {
        return view! {
            <Notice tone=Tone::Warning test="token-create-in-doubt">
                <p role="alert">{move || t("tokens-create-in-doubt")}</p>
            </Notice>
        }
        .into_any();
    }
    view! { <HubRefusal refusal on_go=Callback::new(move |()| send(desk, form))/> }.into_any()
}

fn send(desk: Desk, form: Form) {
    if form.busy.get_untracked() || form.scopes.with_untracked(Vec::is_empty) {
        return;
    }
    form.busy.set(true);
    form.refusal.set(None);
    let token = NewToken {
        name: form.name.with_untracked(|name| name.trim().to_owned()),
        scopes: form
            .scopes
            .with_untracked(|scopes| scopes.iter().map(|scope| (*scope).to_owned()).collect()),
    };
    spawn_local(async move {
        let answer = backend::ask(hub_ask::CreateToken { token }).await;
        // Whoever has left the page meanwhile: the secret goes with it.
        if form.busy.try_set(false).is_some() {
            return;
        }
        match answer {
            Ok(made) => {
                form.clear();
                desk.creating.set(false);
                list(desk, &made);
                desk.made.set(Some(made));
            }
            Err(refusal) => form.refusal.set(Some(refusal)),
        }
        // Also after a refusal: one whose answer was lost is in the list all the same.
        desk.read();
    });
}

/// It is in the list at once, before that was read again.
fn list(desk: Desk, made: &TokenMade) {
    desk.tokens.value.update(|all| {
        let all: &mut Vec<HubToken> = all.get_or_insert_default();
        all.insert(0, made.token.clone());
    });
}
