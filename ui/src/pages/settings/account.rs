//! Who is signed in, and where that is kept.

use contract::{SessionState, VaultState, ask};
use leptos::prelude::*;

use super::Section;
use super::hubfluencer::Hubfluencer;
use crate::app::{store, t, t_with};
use crate::components::{Button, Field};

/// The section.
#[component]
pub fn Account() -> impl IntoView {
    let store = store();
    let who = move || {
        store.session.with(|session| match session {
            SessionState::SignedIn { email: Some(email) } => {
                let args = [("email".to_owned(), email.as_str().into())];
                t_with("settings-signed-in-as", &args.into())
            }
            SessionState::SignedIn { email: None } => t("settings-signed-in"),
            SessionState::Starting => t("account-starting"),
            SessionState::Asking | SessionState::Waiting { .. } => t("account-waiting"),
            SessionState::SignedOut { .. } => t("settings-signed-out"),
        })
    };
    let signed_in = Memo::new(move |_| store.session.with(SessionState::is_signed_in));
    let signed_out = Memo::new(move |_| {
        store
            .session
            .with(|s| matches!(s, SessionState::SignedOut { .. }))
    });
    let sign_in = Callback::new(move |()| store.tell(ask::SignIn {}));
    let sign_out = Callback::new(move |()| store.tell(ask::SignOut {}));
    let vault = move || match store.vault.get() {
        VaultState::Keychain => t("settings-vault-keychain"),
        VaultState::File => t("settings-vault-file"),
        VaultState::Memory => t("settings-vault-memory"),
        VaultState::Undecided => t("settings-vault-undecided"),
    };
    // A keychain is what everybody should want: there is nothing to change about it.
    let can_choose = move || store.vault.get() != VaultState::Keychain;
    let choose = Callback::new(move |()| store.vault_asked.set(true));
    view! {
        <Section title=move || t("settings-account")>
            <Field
                label=move || t("settings-riffkit")
                end=move || view! {
                    <Show when=move || signed_in.get()>
                        <Button test="settings-sign-out" on_press=sign_out>
                            {move || t("settings-sign-out")}
                        </Button>
                    </Show>
                    <Show when=move || signed_out.get()>
                        <Button test="settings-sign-in" on_press=sign_in>
                            {move || t("settings-sign-in")}
                        </Button>
                    </Show>
                }
            >
                <p data-test="settings-account">{who}</p>
            </Field>
            <Hubfluencer/>
            <Field
                label=move || t("settings-vault")
                end=move || view! {
                    <Show when=can_choose>
                        <Button test="settings-vault-change" on_press=choose>
                            {move || t("settings-vault-change")}
                        </Button>
                    </Show>
                }
            >
                <p data-test="settings-vault">{vault}</p>
            </Field>
        </Section>
    }
}
