//! The library's bar: all transfers in one sentence, and the drawer that lists them.

use contract::{TransferId, TransferState, TransferView, ask};
use leptos::prelude::*;

use super::saving;
use crate::app::{say, store, t, t_with};
use crate::components::{Button, ButtonKind};
use crate::pages::wording::args;

/// The bar, with the drawer above its sentence while that is open.
#[component]
pub fn TransfersBar() -> impl IntoView {
    let store = store();
    let open = RwSignal::new(false);
    let sum = Memo::new(move |_| store.transfers.with(|all| saving::Sum::of(all)));
    let has_any = Memo::new(move |_| !store.transfers.with(Vec::is_empty));
    view! {
        <Show when=move || open.get() && has_any.get()>
            <TransferList/>
        </Show>
        <p data-test="transfers-summary">
            {move || if sum.get().count > 0 {
                let (count, rest) = saving::summary(&say(), sum.get());
                let rest = if rest.is_empty() { rest } else { format!(" · {rest}") };
                view! { <strong>{count}</strong><span class="figures">{rest}</span> }.into_any()
            } else {
                let folder = store.reels_folder.get();
                t_with("library-folder", &args([("folder", folder.into())])).into_any()
            }}
        </p>
        <Show when=move || has_any.get()>
            <button
                type="button"
                class="button quiet"
                data-test="transfers"
                aria-expanded=move || open.get().to_string()
                aria-controls="transfers-list"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {move || if open.get() { t("transfers-close") } else { t("transfers-open") }}
            </button>
        </Show>
    }
}

#[component]
fn TransferList() -> impl IntoView {
    let store = store();
    view! {
        <ul class="transfers" id="transfers-list" data-test="transfers-list" aria-label=move || t("transfers-open")>
            <For
                each=move || store.transfers.with(|all| {
                    all.iter().map(|transfer| transfer.transfer_id.clone()).collect::<Vec<_>>()
                })
                key=TransferId::clone
                let:transfer_id
            >
                <TransferRow transfer_id/>
            </For>
        </ul>
    }
}

#[component]
fn TransferRow(
    /// Which.
    transfer_id: TransferId,
) -> impl IntoView {
    let store = store();
    let key = StoredValue::new(transfer_id);
    let transfer = Memo::new(move |_| {
        store.transfers.with(|all| {
            all.iter()
                .find(|t| key.with_value(|id| t.transfer_id == *id))
                .cloned()
        })
    });
    let title = Memo::new(move |_| {
        transfer
            .with(|t| t.as_ref().map(|t| t.title.clone()))
            .unwrap_or_default()
    });
    let state = move || transfer.with(|t| t.as_ref().map(|t| t.state.clone()));
    let is_open = Memo::new(move |_| state().is_some_and(|state| saving::is_open(&state)));
    view! {
        <li
            class="transfer"
            data-test="transfer"
            data-state=move || state().map(|state| saving::state_name(&state))
        >
            <span class="transfer-title" title=move || title.get()>{move || title.get()}</span>
            <span class="transfer-line muted figures">
                {move || state().map(|state| saving::line(&say(), &state))}
            </span>
            {move || is_open.get().then(|| view! {
                <SavingBar state=Signal::derive(move || transfer.get())/>
                <Button
                    kind=ButtonKind::Quiet
                    test="transfer-cancel"
                    on_press=Callback::new(move |()| {
                        store.tell(ask::CancelTransfer { transfer_id: key.get_value() });
                    })
                >
                    <span aria-hidden="true">{move || t("transfers-cancel")}</span>
                    <span class="visually-hidden">
                        {move || t_with("transfers-cancel-of", &args([("title", title.get().into())]))}
                    </span>
                </Button>
            })}
        </li>
    }
}

/// How much is on disk. Without a known size, the bar claims nothing.
#[component]
pub fn SavingBar(
    /// The transfer.
    state: Signal<Option<TransferView>>,
) -> impl IntoView {
    let part = Memo::new(move |_| {
        state.with(|t| {
            t.as_ref()
                .and_then(|t: &TransferView| saving::fraction(&t.state))
        })
    });
    let name = move || state.with(|t| t.as_ref().map(|t| t.title.clone()));
    view! {
        <progress
            class="saving-bar"
            max="1"
            aria-label=name
            value=move || part.get().map(|part| format!("{part:.3}"))
        ></progress>
    }
}

/// Whether a transfer failed, for whoever offers to try again.
pub fn failure(transfer: Option<&TransferView>) -> Option<contract::Refusal> {
    match &transfer?.state {
        TransferState::Failed { refusal } => Some(refusal.clone()),
        _ => None,
    }
}
