//! All transfers in one sentence.

use contract::{TransferState, TransferView};
use words::Words;

use super::saving::{bytes, left, seconds_left, speed};
use crate::pages::wording::{args, facts, figure};

/// All transfers under way, as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many go on by themselves: they wait, run, or wait for the network or the server.
    pub count: usize,
    /// How many are paused.
    pub paused: usize,
    /// How many of those that go on wait for the network.
    pub offline: usize,
    /// How many of those that go on wait for a proper answer.
    pub unanswered: usize,
    /// Bytes on disk of those that go on.
    pub received: u64,
    /// Bytes of all that go on, when every one's are known.
    pub total: Option<u64>,
    /// Bytes a second of all.
    pub bytes_per_second: u64,
}

impl Sum {
    /// Adds up the transfers that have not ended.
    pub fn of(transfers: &[TransferView]) -> Self {
        let mut sum = Self {
            total: Some(0),
            ..Self::default()
        };
        for transfer in transfers {
            match &transfer.state {
                TransferState::Waiting => {
                    sum.count += 1;
                    sum.total = None;
                }
                TransferState::Running {
                    received,
                    total,
                    bytes_per_second,
                } => {
                    sum.bytes_per_second += bytes_per_second;
                    sum.add(*received, *total);
                }
                TransferState::AwaitingNetwork {
                    received, total, ..
                } => {
                    sum.offline += 1;
                    sum.add(*received, *total);
                }
                TransferState::AwaitingServer {
                    received, total, ..
                } => {
                    sum.unanswered += 1;
                    sum.add(*received, *total);
                }
                TransferState::Paused { .. } => sum.paused += 1,
                TransferState::Done { .. }
                | TransferState::Failed { .. }
                | TransferState::Cancelled => {}
            }
        }
        sum
    }

    /// Seconds that are left at this speed, when size and speed are known.
    pub fn seconds_left(&self) -> Option<u64> {
        seconds_left(self.received, self.total, self.bytes_per_second)
    }

    fn add(&mut self, received: u64, total: Option<u64>) {
        self.count += 1;
        self.received += received;
        self.total = self.total.zip(total).map(|(sum, total)| sum + total);
    }
}

/// "2 saving" and the rest of the sentence, apart: the beginning is emphasised.
pub fn summary(words: &Words, sum: Sum) -> (String, String) {
    let counted = |key: &str, count: usize| {
        if count == 0 {
            return String::new();
        }
        words.say_with(key, &args([("count", figure(count).into())]))
    };
    let head = facts([
        counted("transfers-saving", sum.count),
        counted("transfers-paused-count", sum.paused),
    ]);
    // All of them wait: no figure of theirs moves.
    if sum.offline + sum.unanswered == sum.count {
        let why = match (sum.offline, sum.unanswered) {
            (0, 0) => String::new(),
            (0, _) => words.say("transfers-server"),
            _ => words.say("transfers-offline"),
        };
        return (head, why);
    }
    let rest = facts([
        bytes(words, sum.received, sum.total),
        speed(words, sum.bytes_per_second),
        left(words, sum.seconds_left()),
    ]);
    (head, rest)
}

#[cfg(test)]
mod tests {
    use contract::{AssetId, Language, TransferId, TransferPriority};

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

    fn running(received: u64, total: Option<u64>, bytes_per_second: u64) -> TransferView {
        transfer(TransferState::Running {
            received,
            total,
            bytes_per_second,
        })
    }

    fn paused() -> TransferView {
        transfer(TransferState::Paused {
            received: 8_000_000,
            total: Some(20_000_000),
            refusal: None,
        })
    }

    fn said(transfers: &[TransferView]) -> String {
        let (count, rest) = summary(&Words::of(Language::English), Sum::of(transfers));
        facts([count, rest])
    }

    #[test]
    fn several_transfers_are_one_sentence() {
        let two = [
            running(10_000_000, Some(21_000_000), 3_000_000),
            running(8_200_000, Some(20_000_000), 3_100_000),
            transfer(TransferState::Cancelled),
        ];
        assert_eq!(
            said(&two),
            "2 saving · 18.2 of 41.0 MB · 6.1 MB/s · about 4 s"
        );
    }

    #[test]
    fn no_total_and_no_time_left_is_claimed_where_one_is_unknown() {
        let two = [running(10_000_000, None, 1_000_000), running(0, Some(5), 0)];
        assert_eq!(said(&two), "2 saving · 10.0 MB · 1.0 MB/s");
        assert_eq!(said(&[transfer(TransferState::Waiting)]), "1 saving");
    }

    #[test]
    fn a_stalled_transfer_has_no_time_left() {
        assert_eq!(Sum::of(&[running(1, Some(10), 0)]).seconds_left(), None);
        assert_eq!(Sum::of(&[]).count, 0);
    }

    #[test]
    fn what_is_paused_stands_apart_from_what_goes_on() {
        let three = [
            running(10_000_000, Some(21_000_000), 11_000_000),
            paused(),
            paused(),
        ];
        assert_eq!(
            said(&three),
            "1 saving · 2 paused · 10.0 of 21.0 MB · 11.0 MB/s · about 1 s"
        );
        assert_eq!(said(&three[1..]), "2 paused");
    }

    #[test]
    fn where_all_wait_for_the_network_no_figure_stands_still() {
        let waits = transfer(TransferState::AwaitingNetwork {
            received: 8_000_000,
            total: Some(20_000_000),
            retry_at: 30_000,
        });
        let offline = "1 saving · Waiting for a connection";
        assert_eq!(said(std::slice::from_ref(&waits)), offline);
        let failing = transfer(TransferState::AwaitingServer {
            received: 8_000_000,
            total: Some(20_000_000),
            retry_at: 30_000,
        });
        assert_eq!(
            said(std::slice::from_ref(&failing)),
            "1 saving · Waiting for the server to answer properly"
        );
        assert_eq!(
            said(&[waits, failing]),
            "2 saving · Waiting for a connection"
        );
    }
}
