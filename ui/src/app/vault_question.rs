//! The question that is asked once where there is no keychain: where may the sign-in be kept?

use contract::{SessionState, VaultChoice, VaultState, ask};
use leptos::prelude::*;

use super::{store, t};
use crate::components::{Dialog, Glyph, Icon};

/// The dialog. Opens when the core asks, or when the person comes back to it from the settings.
#[component]
pub fn VaultQuestion() -> impl IntoView {
    let store = store();
    // Not before there is something to keep.
    let signed_in = move || {
        store
            .session
            .with(|s| matches!(s, SessionState::SignedIn { .. }))
    };
    let open = Signal::derive(move || {
        store.vault_asked.get() || (store.vault.get() == VaultState::Undecided && signed_in())
    });
    let choose = move |choice: VaultChoice| {
        store.vault_asked.set(false);
        store.tell(ask::ChooseVault { choice });
    };
    view! {
        <Dialog
            open
            test="vault-dialog"
            title=move || t("vault-title")
            on_close=Callback::new(move |()| {
                // Not answering is an answer for now: nothing is written anywhere.
                if store.vault.get_untracked() == VaultState::Undecided {
                    choose(VaultChoice::Memory);
                }
                store.vault_asked.set(false);
            })
        >
            <p class="muted">{move || t("vault-why")}</p>
            <div class="choices">
                <button
                    type="button"
                    class="choice"
                    data-test="vault-memory"
                    on:click=move |_| choose(VaultChoice::Memory)
                >
                    <Icon glyph=Glyph::Clock/>
                    <span class="choice-words">
                        <strong>{move || t("vault-memory")}</strong>
                        <span class="muted">{move || t("vault-memory-means")}</span>
                    </span>
                </button>
                <button
                    type="button"
                    class="choice"
                    data-test="vault-file"
                    on:click=move |_| choose(VaultChoice::File)
                >
                    <Icon glyph=Glyph::Lock/>
                    <span class="choice-words">
                        <strong>{move || t("vault-file")}</strong>
                        <span class="muted">{move || t("vault-file-means")}</span>
                    </span>
                </button>
            </div>
        </Dialog>
    }
}
