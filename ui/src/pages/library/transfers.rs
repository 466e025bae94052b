//! The library's bar: all transfers in one sentence, and the drawer that lists them.

use contract::{
    FootageId, FootageState, ProjectView, TransferId, TransferStanding, TransferState, TransferView,
};
use contract::{ask, hub_ask};
use leptos::prelude::*;

use super::transfer_row::TransferRow;
use super::upload_row::UploadRow;
use super::{saving, summary};
use crate::app::{Store, say, store, t, t_with};
use crate::components::{Button, ButtonKind};
use crate::pages::wording::{args, facts, figure};

/// The bar, with the drawer above its sentence while that is open.
#[component]
pub fn TransfersBar() -> impl IntoView {
    let store = store();
    let open = store.shelf.drawer;
    let sum = Memo::new(move |_| store.transfers.with(|all| summary::Sum::of(all)));
    let uploads = Memo::new(move |_| uploads(store, is_open_upload));
    let sentence = move || {
        let sum = sum.get();
        let sending = uploads.with(Vec::len);
        if sum.count + sum.paused + sending == 0 {
            return None;
        }
        let sending = (sending > 0).then(|| {
            t_with(
                "transfers-uploading",
                &args([("count", figure(sending).into())]),
            )
        });
        let (saving, rest) = if sum.count + sum.paused > 0 {
            summary::summary(&say(), sum)
        } else {
            (String::new(), String::new())
        };
        Some((facts([saving, sending.unwrap_or_default()]), rest))
    };
    view! {
        <Show when=move || open.get()>
            <Drawer uploads/>
        </Show>
        <p data-test="transfers-summary">
            {move || match sentence() {
                Some((head, rest)) => {
                    let rest = if rest.is_empty() { rest } else { format!(" · {rest}") };
                    view! { <strong>{head}</strong><span class="figures">{rest}</span> }.into_any()
                }
                None => {
                    let folder = store.reels_folder.get();
                    t_with("library-folder", &args([("folder", folder.into())])).into_any()
                }
            }}
        </p>
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
    }
}

/// Whether a clip is on its way to Hubfluencer, or paused on it.
const fn is_open_upload(state: &FootageState) -> bool {
    matches!(
        state,
        FootageState::Waiting
            | FootageState::Sending { .. }
            | FootageState::AwaitingNetwork { .. }
            | FootageState::AwaitingServer { .. }
            | FootageState::Paused { .. }
    )
}

/// The clips that were sent from here and stand like this. Reactive.
fn uploads(store: Store, wanted: fn(&FootageState) -> bool) -> Vec<FootageId> {
    store.hub.projects.with(|all| {
        let ads = all.iter().filter_map(|project| match project {
            ProjectView::Editor(ad) => Some(ad),
            _ => None,
        });
        let mut clips: Vec<_> = ads
            .flat_map(|ad| &ad.footage)
            .filter(|clip| wanted(&clip.state))
            .collect();
        clips.sort_by_key(|clip| place(&clip.state));
        let clips = clips.into_iter();
        clips.filter_map(|clip| clip.footage_id.clone()).collect()
    })
}

/// Where an upload stands in the list, as savings do: what is on its way first, then what wants the
/// person, what waits, and what the person paused.
const fn place(state: &FootageState) -> TransferStanding {
    match state {
        FootageState::Sending { .. }
        | FootageState::AwaitingNetwork { .. }
        | FootageState::AwaitingServer { .. } => TransferStanding::Runs,
        FootageState::Paused {
            refusal: Some(_), ..
        } => TransferStanding::NeedsYou,
        FootageState::Waiting => TransferStanding::Waits,
        FootageState::Paused { refusal: None, .. } => TransferStanding::Paused,
        _ => TransferStanding::Ended,
    }
}

/// The savings that stand like this. Reactive.
fn savings(store: Store, wanted: fn(&TransferState) -> bool) -> Vec<TransferId> {
    store.transfers.with(|all| {
        all.iter()
            .filter(|transfer| wanted(&transfer.state))
            .map(|transfer| transfer.transfer_id.clone())
            .collect()
    })
}

#[component]
fn Drawer(
    /// Clips on their way.
    uploads: Memo<Vec<FootageId>>,
) -> impl IntoView {
    let store = store();
    let downloads = Memo::new(move |_| {
        store.transfers.with(|all| {
            let ordered = TransferView::in_order(all).into_iter();
            ordered
                .map(|transfer| transfer.transfer_id.clone())
                .collect::<Vec<_>>()
        })
    });
    let is_empty = move || downloads.with(Vec::is_empty) && uploads.with(Vec::is_empty);
    let has_both =
        move || downloads.with(|all| !all.is_empty()) && uploads.with(|all| !all.is_empty());
    view! {
        <section
            class="transfers"
            id="transfers-list"
            data-test="transfers-list"
            aria-labelledby="transfers-title"
        >
            <div class="transfers-head">
                <h2 id="transfers-title">{move || t("transfers-open")}</h2>
                <Together/>
            </div>
            <Show when=is_empty>
                <div class="transfers-none" data-test="transfers-none">
                    <p>{move || t("transfers-none")}</p>
                    <p class="muted small">{move || t("transfers-none-how")}</p>
                </div>
            </Show>
            <Show when=move || uploads.with(|all| !all.is_empty())>
                <Show when=has_both><h3>{move || t("transfers-up")}</h3></Show>
                <ul aria-label=move || t("transfers-up")>
                    <For each=move || uploads.get() key=FootageId::clone let:footage_id>
                        <UploadRow footage_id/>
                    </For>
                </ul>
            </Show>
            <Show when=move || downloads.with(|all| !all.is_empty())>
                <Show when=has_both><h3>{move || t("transfers-down")}</h3></Show>
                <ul aria-label=move || t("transfers-down")>
                    <For each=move || downloads.get() key=TransferId::clone let:transfer_id>
                        <TransferRow transfer_id/>
                    </For>
                </ul>
            </Show>
        </section>
    }
}

/// Pausing all, and going on with all: each where several are, and there is something for it to do.
#[component]
fn Together() -> impl IntoView {
    let store = store();
    let is_going = |state: &TransferState| {
        saving::is_open(state) && !matches!(state, TransferState::Paused { .. })
    };
    let is_sending = |state: &FootageState| {
        is_open_upload(state) && !matches!(state, FootageState::Paused { .. })
    };
    let going = Memo::new(move |_| (savings(store, is_going), uploads(store, is_sending)));
    let held = Memo::new(move |_| {
        (
            savings(store, |state| matches!(state, TransferState::Paused { .. })),
            uploads(store, |state| matches!(state, FootageState::Paused { .. })),
        )
    });
    let count = |of: Memo<(Vec<TransferId>, Vec<FootageId>)>| {
        of.with(|(savings, uploads)| savings.len() + uploads.len())
    };
    let are_several = Memo::new(move |_| count(going) + count(held) > 1);
    let pause = Callback::new(move |()| {
        let (savings, uploads) = going.get_untracked();
        for transfer_id in savings {
            store.tell(ask::PauseTransfer { transfer_id });
        }
        for footage_id in uploads {
            store.tell(hub_ask::PauseFootage { footage_id });
        }
    });
    let resume = Callback::new(move |()| {
        let (savings, uploads) = held.get_untracked();
        for transfer_id in savings {
            store.tell(ask::ResumeTransfer { transfer_id });
        }
        for footage_id in uploads {
            store.tell(hub_ask::ResumeFootage { footage_id });
        }
    });
    view! {
        <Show when=move || are_several.get() && count(going) != 0>
            <Button kind=ButtonKind::Quiet test="transfers-pause-all" on_press=pause>
                {move || t("transfers-pause-all")}
            </Button>
        </Show>
        <Show when=move || are_several.get() && count(held) != 0>
            <Button kind=ButtonKind::Quiet test="transfers-resume-all" on_press=resume>
                {move || t("transfers-resume-all")}
            </Button>
        </Show>
    }
}
