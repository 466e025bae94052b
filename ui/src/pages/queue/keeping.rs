//! How an order's reels stand with the disk: its last stage.

use contract::{AssetId, OrderView, ReelView, TransferState, TransferView};
use words::Words;

use crate::components::{StageState, StageView};
use crate::pages::wording::args;
use crate::pages::{is_open_transfer, transfer_fraction};

/// How the order's reels stand with the disk.
#[derive(Clone, Debug, PartialEq)]
pub enum Keeping {
    /// On the service only.
    NotSaved,
    /// On its way to the disk.
    Saving(TransferState),
    /// Every reel is on disk.
    Saved,
}

impl Keeping {
    /// Where the reels of an order are.
    pub fn of(order: &OrderView, reels: &[ReelView], transfers: &[TransferView]) -> Self {
        let running = order.reels.iter().find_map(|asset_id| {
            let newest = transfers
                .iter()
                .find(|transfer| transfer.asset_id == *asset_id)?;
            is_open_transfer(&newest.state).then(|| newest.state.clone())
        });
        if let Some(state) = running {
            return Self::Saving(state);
        }
        let is_saved = |asset_id: &AssetId| {
            reels.iter().any(|reel| {
                reel.asset_id == *asset_id && reel.saved.as_ref().is_some_and(|saved| saved.present)
            })
        };
        if !order.reels.is_empty() && order.reels.iter().all(is_saved) {
            Self::Saved
        } else {
            Self::NotSaved
        }
    }

    /// The last stage of an order that is ready.
    pub fn stage(&self, words: &Words) -> StageView {
        let stage = |key: &str, state| StageView {
            label: words.say(key),
            state,
        };
        match self {
            Self::NotSaved => stage("queue-stage-ready", StageState::Done),
            Self::Saved => stage("queue-stage-saved", StageState::Done),
            Self::Saving(state) => {
                let part = transfer_fraction(state);
                match state {
                    // Nothing moves: the bar stands where it stood.
                    TransferState::Paused { .. } => {
                        stage("queue-stage-saving-paused", StageState::Now(part))
                    }
                    TransferState::AwaitingNetwork { .. } => {
                        stage("queue-stage-saving-offline", StageState::Now(part))
                    }
                    TransferState::AwaitingServer { .. } => {
                        stage("queue-stage-saving-unanswered", StageState::Now(part))
                    }
                    TransferState::Waiting => {
                        stage("queue-stage-saving-waits", StageState::Now(part))
                    }
                    _ => moving(words, part),
                }
            }
        }
    }
}

/// Bytes are coming: their share of the whole, where that is known.
fn moving(words: &Words, part: Option<f64>) -> StageView {
    let label = match part {
        None => words.say("queue-stage-saving"),
        Some(part) => words.say_with(
            "queue-stage-saving-percent",
            &args([("percent", (part * 100.0).floor().into())]),
        ),
    };
    StageView {
        label,
        state: StageState::Now(part),
    }
}

#[cfg(test)]
mod tests {
    use contract::{Language, OrderState};

    use super::*;
    use crate::pages::queue::samples::{order, reel};

    #[test]
    fn the_last_stage_says_whether_it_is_on_disk() {
        let label = |keeping: Keeping| keeping.stage(&Words::of(Language::English)).label;
        assert_eq!(label(Keeping::NotSaved), "Ready");
        assert_eq!(label(Keeping::Saved), "Saved");
        let running = |total| {
            Keeping::Saving(TransferState::Running {
                received: 30,
                total,
                bytes_per_second: 1,
            })
        };
        assert_eq!(label(running(Some(100))), "Saving, 30%");
        assert_eq!(label(running(None)), "Saving");
    }

    #[test]
    fn what_stands_still_shows_no_moving_bar() {
        let stage = |state| Keeping::Saving(state).stage(&Words::of(Language::English));
        let waits = stage(TransferState::Waiting);
        assert_eq!(waits.label, "Waiting to be saved");
        assert_eq!(waits.state, StageState::Now(Some(0.0)));
        let paused = stage(TransferState::Paused {
            received: 30,
            total: Some(100),
            refusal: None,
        });
        assert_eq!(paused.label, "Saving paused");
        assert_eq!(paused.state, StageState::Now(Some(0.3)));
    }

    #[test]
    fn saved_means_that_every_reel_is_still_on_disk() {
        let mut ready = order(OrderState::Ready);
        ready.reels = vec![AssetId::from("a"), AssetId::from("b")];
        let mut reels = vec![reel("a", true), reel("b", true)];
        assert_eq!(Keeping::of(&ready, &reels, &[]), Keeping::Saved);
        reels[1].saved = reels[1].saved.take().map(|saved| contract::SavedFile {
            present: false,
            ..saved
        });
        assert_eq!(Keeping::of(&ready, &reels, &[]), Keeping::NotSaved);
    }
}
