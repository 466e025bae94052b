//! In which order savings are listed.

use std::cmp::Reverse;

use crate::{TransferState, TransferView};

/// How a saving stands to the person who looks at the list, in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TransferStanding {
    /// It has a place: bytes come, or will once somebody answers.
    Runs,
    /// It can't go on, or has failed: the person may help.
    NeedsYou,
    /// It waits for a place.
    Waits,
    /// The person has paused it.
    Paused,
    /// It is saved or cancelled, or what failed was begun again since.
    Ended,
}

impl TransferState {
    /// How a saving in this state stands, seen by itself.
    pub const fn standing(&self) -> TransferStanding {
        match self {
            Self::Running { .. } | Self::AwaitingNetwork { .. } | Self::AwaitingServer { .. } => {
                TransferStanding::Runs
            }
            Self::Failed { .. }
            | Self::Paused {
                refusal: Some(_), ..
            } => TransferStanding::NeedsYou,
            Self::Waiting => TransferStanding::Waits,
            Self::Paused { refusal: None, .. } => TransferStanding::Paused,
            Self::Done { .. } | Self::Cancelled => TransferStanding::Ended,
        }
    }
}

impl TransferView {
    /// Savings in the order in which they are listed: what runs, what wants the person, what waits in
    /// the order of its turns, what the person paused, and what has ended, the newest first. Bytes that
    /// move change nothing in it.
    pub fn in_order(transfers: &[Self]) -> Vec<&Self> {
        let mut ordered: Vec<(TransferStanding, &Self)> = transfers
            .iter()
            .map(|transfer| (transfer.standing_among(transfers), transfer))
            .collect();
        ordered.sort_by_cached_key(|(standing, transfer)| {
            let (since, id) = (transfer.since, &transfer.transfer_id);
            match standing {
                TransferStanding::Runs => (*standing, None, since, Reverse(0), id.clone()),
                TransferStanding::Waits => {
                    let turn = Some(transfer.priority);
                    (*standing, turn, since, Reverse(0), id.clone())
                }
                _ => (*standing, None, 0, Reverse(since), id.clone()),
            }
        });
        ordered.into_iter().map(|(_, transfer)| transfer).collect()
    }

    /// What failed wants nobody any more once the same reel is being saved again.
    fn standing_among(&self, all: &[Self]) -> TransferStanding {
        let was_begun_again = || {
            all.iter().any(|other| {
                other.asset_id == self.asset_id && other.transfer_id > self.transfer_id
            })
        };
        match &self.state {
            TransferState::Failed { .. } if was_begun_again() => TransferStanding::Ended,
            state => state.standing(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AssetId, Code, SavedFile, TransferId, TransferPriority};

    fn transfer(id: &str, since: u64, state: TransferState) -> TransferView {
        TransferView {
            transfer_id: TransferId::from(id),
            asset_id: AssetId::from(id),
            title: String::new(),
            priority: TransferPriority::Normal,
            since,
            state,
        }
    }

    fn running(received: u64) -> TransferState {
        TransferState::Running {
            received,
            total: Some(100),
            bytes_per_second: received,
        }
    }

    fn paused(refusal: Option<Code>) -> TransferState {
        TransferState::Paused {
            received: 1,
            total: None,
            refusal: refusal.map(Into::into),
        }
    }

    fn failed() -> TransferState {
        TransferState::Failed {
            refusal: Code::DownloadDamaged.into(),
        }
    }

    fn done() -> TransferState {
        TransferState::Done {
            saved: SavedFile {
                name: "a.mp4".to_owned(),
                folder: "~/reels".to_owned(),
                present: true,
                files: 1,
            },
        }
    }

    fn ids(transfers: &[TransferView]) -> String {
        let ordered = TransferView::in_order(transfers).into_iter();
        ordered.map(|one| one.transfer_id.0.as_str()).collect()
    }

    #[test]
    fn what_runs_comes_first_and_what_is_done_last() {
        let mut first = transfer("g", 9, TransferState::Waiting);
        first.priority = TransferPriority::First;
        let all = [
            transfer("a", 20, done()),
            transfer("b", 21, done()),
            transfer("c", 5, TransferState::Waiting),
            transfer("d", 6, TransferState::Waiting),
            transfer("e", 12, running(7)),
            transfer("f", 11, running(90)),
            first,
            transfer("h", 14, paused(None)),
            transfer("i", 15, paused(Some(Code::DiskFull))),
            transfer("j", 16, failed()),
        ];
        assert_eq!(ids(&all), "fejigcdhba");
        let moved = all.clone().map(|mut one| {
            if let TransferState::Running { received, .. } = &mut one.state {
                *received = 100 - *received;
            }
            one
        });
        assert_eq!(ids(&moved), ids(&all), "bytes move no row");
    }

    #[test]
    fn who_waits_for_an_answer_keeps_the_place() {
        let waits = TransferState::AwaitingServer {
            received: 1,
            total: None,
            retry_at: 9,
        };
        let all = [
            transfer("a", 1, running(1)),
            transfer("b", 2, waits),
            transfer("c", 3, running(1)),
        ];
        assert_eq!(ids(&all), "abc");
    }

    #[test]
    fn what_failed_and_was_begun_again_wants_nobody() {
        let mut again = transfer("b", 2, TransferState::Waiting);
        again.asset_id = AssetId::from("a");
        let all = [transfer("a", 1, failed()), again];
        assert_eq!(ids(&all), "ba");
    }
}
