//! Transfers in words: one sentence for all of them, and one line for each.

use contract::{Arg, Code, Millis, Refusal, TransferPriority, TransferState, TransferView};
use words::Words;

use crate::pages::{
    queue::progress::{megabytes, share},
    wording::{args, facts, figure, seconds_until},
};

/// All transfers under way, as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many go on by themselves: they wait, run, or wait for the network.
    pub count: usize,
    /// How many are paused.
    pub paused: usize,
    /// How many of those that go on wait for the network.
    pub offline: usize,
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
    if sum.count == 0 || sum.offline == sum.count {
        let why = if sum.count == 0 {
            String::new()
        } else {
            words.say("transfers-offline")
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

/// What one transfer says of itself at a time. A failure's words are its refusal's.
pub fn line(words: &Words, transfer: &TransferView, now: Millis) -> String {
    match &transfer.state {
        TransferState::Waiting if transfer.priority == TransferPriority::First => {
            words.say("transfers-next")
        }
        TransferState::Waiting => words.say("transfers-waiting"),
        TransferState::Running {
            received,
            total,
            bytes_per_second,
        } => facts([
            bytes(words, *received, *total),
            speed(words, *bytes_per_second),
            left(words, seconds_left(*received, *total, *bytes_per_second)),
        ]),
        TransferState::AwaitingNetwork {
            received,
            total,
            retry_at,
        } => facts([
            offline(words, *retry_at, now),
            bytes(words, *received, *total),
        ]),
        TransferState::Paused {
            received,
            total,
            refusal,
        } => {
            let at = bytes(words, *received, *total);
            match refusal {
                None => facts([words.say("transfers-paused"), at]),
                Some(refusal) if refusal.code == Code::DiskFull => disk_full(words, refusal),
                Some(refusal) => words.refusal(refusal),
            }
        }
        TransferState::Done { saved } => words.say_with(
            "transfers-done",
            &args([("name", saved.name.as_str().into())]),
        ),
        TransferState::Failed { refusal } => words.refusal(refusal),
        TransferState::Cancelled => words.say("transfers-cancelled"),
    }
}

/// What the reel's own page says while it is being saved.
pub fn reel_line(words: &Words, transfer: &TransferView, now: Millis) -> Option<String> {
    match &transfer.state {
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
        TransferState::AwaitingNetwork { .. } | TransferState::Paused { .. } => {
            Some(line(words, transfer, now))
        }
        _ => None,
    }
}

/// Whether a transfer has not ended.
pub const fn is_open(state: &TransferState) -> bool {
    matches!(
        state,
        TransferState::Waiting
            | TransferState::Running { .. }
            | TransferState::AwaitingNetwork { .. }
            | TransferState::Paused { .. }
    )
}

/// What can be done with a transfer beside cancelling it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// It can be paused.
    pub pause: bool,
    /// It can go on.
    pub resume: bool,
    /// It can be tried now instead of later.
    pub try_now: bool,
    /// It can go before the others that wait.
    pub first: bool,
}

impl Offers {
    /// What a transfer in its state offers.
    pub fn of(transfer: &TransferView) -> Self {
        let state = &transfer.state;
        let waits = matches!(state, TransferState::Waiting);
        let is_offline = matches!(state, TransferState::AwaitingNetwork { .. });
        Self {
            pause: waits || is_offline || matches!(state, TransferState::Running { .. }),
            resume: matches!(state, TransferState::Paused { .. }),
            try_now: is_offline,
            first: waits && transfer.priority != TransferPriority::First,
        }
    }
}

/// How much of it is on disk, 0 to 1, when its size is known.
pub fn fraction(state: &TransferState) -> Option<f64> {
    match state {
        TransferState::Running {
            received,
            total: Some(total),
            ..
        }
        | TransferState::AwaitingNetwork {
            received,
            total: Some(total),
            ..
        }
        | TransferState::Paused {
            received,
            total: Some(total),
            ..
        } => Some(share(*received, *total)),
        // Nothing moves: an empty bar, not an unknown part of one.
        TransferState::Waiting
        | TransferState::AwaitingNetwork { .. }
        | TransferState::Paused { .. } => Some(0.0),
        _ => None,
    }
}

/// The state's stable text, for tests and styles.
pub const fn state_name(state: &TransferState) -> &'static str {
    match state {
        TransferState::Waiting => "waiting",
        TransferState::Running { .. } => "running",
        TransferState::AwaitingNetwork { .. } => "awaiting_network",
        TransferState::Paused { .. } => "paused",
        TransferState::Done { .. } => "done",
        TransferState::Failed { .. } => "failed",
        TransferState::Cancelled => "cancelled",
    }
}

/// How much room is missing, and that it goes on by itself.
fn disk_full(words: &Words, refusal: &Refusal) -> String {
    let number = |name: &str| match refusal.args.get(name) {
        Some(Arg::Number(number)) => *number,
        _ => 0.0,
    };
    let missing = number("needed") - number("free");
    if missing > 0.0 {
        words.say_with(
            "transfers-disk-full",
            &args([("missing", words.decimal(missing, 1).into())]),
        )
    } else {
        words.say("transfers-disk-full-plain")
    }
}

fn offline(words: &Words, retry_at: Millis, now: Millis) -> String {
    match seconds_until(now, retry_at) {
        0 => words.say("transfers-offline-now"),
        seconds => words.say_with(
            "transfers-offline-until",
            &args([("span", words.span(seconds).into())]),
        ),
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

fn seconds_left(received: u64, total: Option<u64>, bytes_per_second: u64) -> Option<u64> {
    let left = total?.checked_sub(received)?;
    (bytes_per_second > 0).then(|| left.div_ceil(bytes_per_second).max(1))
}

fn left(words: &Words, seconds: Option<u64>) -> String {
    seconds.map_or_else(String::new, |seconds| {
        words.say_with(
            "transfers-left",
            &args([("span", words.span(seconds).into())]),
        )
    })
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
            priority: TransferPriority::Normal,
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

    fn paused(refusal: Option<Refusal>) -> TransferView {
        transfer(TransferState::Paused {
            received: 8_000_000,
            total: Some(20_000_000),
            refusal,
        })
    }

    fn said(transfers: &[TransferView]) -> String {
        let (count, rest) = summary(&Words::of(Language::English), Sum::of(transfers));
        facts([count, rest])
    }

    fn line_of(transfer: &TransferView, now: Millis) -> String {
        line(&Words::of(Language::English), transfer, now)
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
    fn each_state_offers_what_makes_sense_in_it() {
        let waiting = transfer(TransferState::Waiting);
        let offers = Offers::of(&waiting);
        assert!(offers.pause && offers.first && !offers.resume);
        let first = TransferView {
            priority: TransferPriority::First,
            ..waiting
        };
        assert!(!Offers::of(&first).first, "it is already");
        let stopped = Offers::of(&paused(None));
        assert!(stopped.resume && !stopped.pause);
        let ended = transfer(TransferState::Cancelled);
        assert_eq!(Offers::of(&ended), Offers::default());
    }

    #[test]
    fn what_is_paused_stands_apart_from_what_goes_on() {
        let three = [
            running(10_000_000, Some(21_000_000), 11_000_000),
            paused(None),
            paused(None),
        ];
        assert_eq!(
            said(&three),
            "1 saving · 2 paused · 10.0 of 21.0 MB · 11.0 MB/s · about 1 s"
        );
        assert_eq!(said(&three[1..]), "2 paused");
    }

    #[test]
    fn without_a_network_it_says_when_it_is_tried_next() {
        let waits = transfer(TransferState::AwaitingNetwork {
            received: 8_000_000,
            total: Some(20_000_000),
            retry_at: 30_000,
        });
        assert_eq!(
            line_of(&waits, 0),
            "No network. Next try in 30 s. · 8.0 of 20.0 MB"
        );
        assert_eq!(
            line_of(&waits, 31_000),
            "No network. Trying again. · 8.0 of 20.0 MB"
        );
        assert_eq!(fraction(&waits.state), Some(0.4));
        assert_eq!(said(&[waits]), "1 saving · Waiting for the network");
    }

    #[test]
    fn a_full_disk_says_how_much_is_missing_and_a_person_s_pause_where_it_stands() {
        let full = Refusal::new(Code::DiskFull)
            .with("needed", 20.0)
            .with("free", 7.5);
        assert_eq!(
            line_of(&paused(Some(full)), 0),
            "Paused: the disk is full. 12.5 MB are missing; it goes on by itself once there is room."
        );
        let unknown = Refusal::new(Code::DiskFull)
            .with("needed", 0.0)
            .with("free", 0.0);
        assert_eq!(
            line_of(&paused(Some(unknown)), 0),
            "Paused: the disk is full. It goes on by itself once there is room."
        );
        assert_eq!(line_of(&paused(None), 0), "Paused · 8.0 of 20.0 MB");
    }

    #[test]
    fn the_one_put_first_says_so() {
        let mut next = transfer(TransferState::Waiting);
        assert_eq!(line_of(&next, 0), "Waiting for its turn");
        next.priority = TransferPriority::First;
        assert_eq!(line_of(&next, 0), "Next in line");
    }
}
