//! Transfers in words: one sentence for all of them, and one line for each.

use contract::{TransferState, TransferView};
use words::Words;

use crate::pages::{
    queue::progress::{megabytes, share},
    wording::{args, facts},
};

/// All transfers under way, as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many are waiting or running.
    pub count: usize,
    /// Bytes on disk.
    pub received: u64,
    /// Bytes of all, when every one's are known.
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
                    sum.count += 1;
                    sum.received += received;
                    sum.bytes_per_second += bytes_per_second;
                    sum.total = sum.total.zip(*total).map(|(sum, total)| sum + total);
                }
                _ => {}
            }
        }
        sum
    }

    /// Seconds that are left at this speed, when size and speed are known.
    pub fn seconds_left(&self) -> Option<u64> {
        let left = self.total?.checked_sub(self.received)?;
        (self.bytes_per_second > 0).then(|| left.div_ceil(self.bytes_per_second).max(1))
    }
}

/// "2 saving" and the rest of the sentence, apart: the beginning is emphasised.
pub fn summary(words: &Words, sum: Sum) -> (String, String) {
    #[expect(clippy::cast_precision_loss, reason = "a count of transfers")]
    let count = words.say_with(
        "transfers-saving",
        &args([("count", (sum.count as f64).into())]),
    );
    let left = sum.seconds_left().map_or_else(String::new, |seconds| {
        words.say_with(
            "transfers-left",
            &args([("span", words.span(seconds).into())]),
        )
    });
    (
        count,
        facts([
            bytes(words, sum.received, sum.total),
            speed(words, sum.bytes_per_second),
            left,
        ]),
    )
}

/// What one transfer says of itself. A failure's words are its refusal's.
pub fn line(words: &Words, state: &TransferState) -> String {
    match state {
        TransferState::Waiting => words.say("transfers-waiting"),
        TransferState::Running {
            received,
            total,
            bytes_per_second,
        } => facts([
            bytes(words, *received, *total),
            speed(words, *bytes_per_second),
        ]),
        TransferState::Done { saved } => words.say_with(
            "transfers-done",
            &args([("name", saved.name.as_str().into())]),
        ),
        TransferState::Failed { refusal } => words.refusal(refusal),
        TransferState::Cancelled => words.say("transfers-cancelled"),
    }
}

/// What the reel's own page says while it is being saved.
pub fn reel_line(words: &Words, state: &TransferState) -> Option<String> {
    match state {
        TransferState::Waiting => Some(words.say("reel-save-waits")),
        TransferState::Running {
            received,
            total: None,
            ..
        } => {
            let values = args([("received", megabytes(words, *received).into())]);
            Some(words.say_with("reel-saving", &values))
        }
        TransferState::Running {
            received,
            total: Some(total),
            ..
        } => {
            let values = args([
                ("received", megabytes(words, *received).into()),
                ("total", megabytes(words, *total).into()),
            ]);
            Some(words.say_with("reel-saving-of", &values))
        }
        _ => None,
    }
}

/// Whether a transfer is still under way.
pub const fn is_open(state: &TransferState) -> bool {
    matches!(
        state,
        TransferState::Waiting | TransferState::Running { .. }
    )
}

/// How much of it is on disk, 0 to 1, when its size is known.
pub fn fraction(state: &TransferState) -> Option<f64> {
    match state {
        TransferState::Running {
            received,
            total: Some(total),
            ..
        } => Some(share(*received, *total)),
        _ => None,
    }
}

/// The state's stable text, for tests and styles.
pub const fn state_name(state: &TransferState) -> &'static str {
    match state {
        TransferState::Waiting => "waiting",
        TransferState::Running { .. } => "running",
        TransferState::Done { .. } => "done",
        TransferState::Failed { .. } => "failed",
        TransferState::Cancelled => "cancelled",
    }
}

fn bytes(words: &Words, received: u64, total: Option<u64>) -> String {
    match total {
        None if received == 0 => String::new(),
        None => words.say_with(
            "transfers-bytes",
            &args([("received", megabytes(words, received).into())]),
        ),
        Some(total) => words.say_with(
            "transfers-bytes-of",
            &args([
                ("received", megabytes(words, received).into()),
                ("total", megabytes(words, total).into()),
            ]),
        ),
    }
}

fn speed(words: &Words, bytes_per_second: u64) -> String {
    if bytes_per_second == 0 {
        return String::new();
    }
    words.say_with(
        "transfers-speed",
        &args([("speed", megabytes(words, bytes_per_second).into())]),
    )
}

#[cfg(test)]
mod tests {
    use contract::{AssetId, Language, TransferId};

    use super::*;

    fn transfer(state: TransferState) -> TransferView {
        TransferView {
            transfer_id: TransferId::from("t"),
            asset_id: AssetId::from("a"),
            title: "Froth".to_owned(),
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
}
