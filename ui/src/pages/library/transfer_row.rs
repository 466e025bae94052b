//! One saving in the drawer: how it goes, and what can be done about it.

use contract::{TransferId, TransferState, TransferView, ask};
use leptos::prelude::*;

use super::saving::{self, Offers};
use crate::app::{Store, say, store, t, t_with};
use crate::components::{Button, ButtonKind};
use crate::pages::wording::args;

/// A thing to press on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Act {
    First,
    Pause,
    Resume,
    TryNow,
    Again,
    Cancel,
}

impl Act {
    /// Its name in tests, its word, and its word for listeners.
    const fn looks(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::First => ("transfer-first", "transfers-first", "transfers-first-of"),
            Self::Pause => ("transfer-pause", "transfers-pause", "transfers-pause-of"),
            Self::Resume => ("transfer-resume", "transfers-resume", "transfers-resume-of"),
            Self::TryNow => (
                "transfer-try-now",
                "transfers-try-now",
                "transfers-try-now-of",
            ),
            Self::Again => ("transfer-again", "transfers-again", "transfers-again-of"),
            Self::Cancel => ("transfer-cancel", "transfers-cancel", "transfers-cancel-of"),
        }
    }

    fn perform(self, store: Store, transfer: TransferView) {
        let transfer_id = transfer.transfer_id;
        match self {
            Self::First => store.tell(ask::PutTransferFirst { transfer_id }),
            Self::Pause => store.tell(ask::PauseTransfer { transfer_id }),
            Self::Resume | Self::TryNow => store.tell(ask::ResumeTransfer { transfer_id }),
            Self::Again => store.tell(ask::SaveReel {
                asset_id: transfer.asset_id,
            }),
            Self::Cancel => store.tell(ask::CancelTransfer { transfer_id }),
        }
    }
}

/// What a row offers, the most useful first.
fn acts(transfer: &TransferView) -> Vec<Act> {
    let offers = Offers::of(transfer);
    let has_failed = matches!(transfer.state, TransferState::Failed { .. });
    [
        (offers.first, Act::First),
        (offers.try_now, Act::TryNow),
        (offers.pause, Act::Pause),
        (offers.resume, Act::Resume),
        (has_failed, Act::Again),
        (saving::is_open(&transfer.state), Act::Cancel),
    ]
    .into_iter()
    .filter_map(|(is_offered, act)| is_offered.then_some(act))
    .collect()
}

/// The row.
#[component]
pub fn TransferRow(
    /// Which.
    transfer_id: TransferId,
) -> impl IntoView {
    let store = store();
    let now = store.ticking();
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
    // Only what counts down hears the clock.
    let line = Memo::new(move |_| {
        transfer.with(|t| {
            let t = t.as_ref()?;
            let now = match t.state {
                TransferState::AwaitingNetwork { .. } | TransferState::AwaitingServer { .. } => {
                    now.get()
                }
                _ => 0,
            };
            Some(saving::line(&say(), t, now))
        })
    });
    let name =
        Memo::new(move |_| transfer.with(|t| t.as_ref().map(|t| saving::state_name(&t.state))));
    // An empty bar under each that waits would be no more than a thick line.
    let has_bar = Memo::new(move |_| {
        transfer.with(|t| {
            t.as_ref().is_some_and(|t| {
                saving::is_open(&t.state) && saving::fraction(&t.state) != Some(0.0)
            })
        })
    });
    let offered = Memo::new(move |_| transfer.with(|t| t.as_ref().map(acts).unwrap_or_default()));
    let press = move |act: Act| {
        if let Some(transfer) = transfer.get_untracked() {
            act.perform(store, transfer);
        }
    };
    view! {
        <li class="transfer" data-test="transfer" data-state=move || name.get()>
            <span class="transfer-title" title=move || title.get()>{move || title.get()}</span>
            <span class="transfer-line muted figures" data-test="transfer-line">
                {move || line.get()}
            </span>
            <div class="transfer-actions">
                <For each=move || offered.get() key=|act| *act let:act>
                    {
                        let (test, word, word_of) = act.looks();
                        view! {
                            <Button
                                kind=ButtonKind::Quiet
                                test
                                on_press=Callback::new(move |()| press(act))
                            >
                                <span aria-hidden="true">{move || t(word)}</span>
                                <span class="visually-hidden">
                                    {move || t_with(word_of, &args([("title", title.get().into())]))}
                                </span>
                            </Button>
                        }
                    }
                </For>
            </div>
            {move || has_bar.get().then(|| view! {
                <SavingBar state=Signal::derive(move || transfer.get())/>
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

#[cfg(test)]
mod tests {
    use contract::{AssetId, Code, Refusal, TransferPriority};

    use super::*;

    fn transfer(state: TransferState) -> TransferView {
        TransferView {
            transfer_id: TransferId::from("t"),
            asset_id: AssetId::from("a"),
            title: "Froth".to_owned(),
            priority: TransferPriority::Normal,
            since: 0,
            state,
        }
    }

    #[test]
    fn each_state_offers_what_it_takes_and_nothing_else() {
        let mut waiting = transfer(TransferState::Waiting);
        assert_eq!(acts(&waiting), [Act::First, Act::Pause, Act::Cancel]);
        waiting.priority = TransferPriority::First;
        assert_eq!(acts(&waiting), [Act::Pause, Act::Cancel]);
        let offline = transfer(TransferState::AwaitingNetwork {
            received: 1,
            total: None,
            retry_at: 9,
        });
        assert_eq!(acts(&offline), [Act::TryNow, Act::Pause, Act::Cancel]);
        let paused = transfer(TransferState::Paused {
            received: 1,
            total: None,
            refusal: None,
        });
        assert_eq!(acts(&paused), [Act::Resume, Act::Cancel]);
        let failed = transfer(TransferState::Failed {
            refusal: Refusal::from(Code::DownloadDamaged),
        });
        assert_eq!(acts(&failed), [Act::Again]);
        assert_eq!(acts(&transfer(TransferState::Cancelled)), []);
    }
}
