//! One transfer in words, and what can be done with it.

use contract::{Arg, Code, Millis, Refusal, TransferPriority, TransferState, TransferView};
use words::Words;

use crate::pages::{
    queue::progress::{megabytes, share},
    wording::{args, facts, no_answer, no_network},
};

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
            no_network(words, *retry_at, now),
            bytes(words, *received, *total),
        ]),
        TransferState::AwaitingServer {
            received,
            total,
            retry_at,
        } => facts([
            no_answer(words, *retry_at, now),
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
        TransferState::AwaitingNetwork { .. }
        | TransferState::AwaitingServer { .. }
        | TransferState::Paused { .. } => Some(line(words, transfer, now)),
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
            | TransferState::AwaitingServer { .. }
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
        let waits_for_a_try = matches!(
            state,
            TransferState::AwaitingNetwork { .. } | TransferState::AwaitingServer { .. }
        );
        Self {
            pause: waits || waits_for_a_try || matches!(state, TransferState::Running { .. }),
            resume: matches!(state, TransferState::Paused { .. }),
            try_now: waits_for_a_try,
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
        | TransferState::AwaitingServer {
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
        | TransferState::AwaitingServer { .. }
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
        TransferState::AwaitingServer { .. } => "awaiting_server",
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

pub(super) fn bytes(words: &Words, received: u64, total: Option<u64>) -> String {
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

pub(super) fn speed(words: &Words, bytes_per_second: u64) -> String {
    if bytes_per_second == 0 {
        return String::new();
    }
    words.say_with(
        "transfers-speed",
        &args([("speed", megabytes(words, bytes_per_second).into())]),
    )
}

pub(super) fn seconds_left(
    received: u64,
    total: Option<u64>,
    bytes_per_second: u64,
) -> Option<u64> {
    let left = total?.checked_sub(received)?;
    (bytes_per_second > 0).then(|| left.div_ceil(bytes_per_second).max(1))
}

pub(super) fn left(words: &Words, seconds: Option<u64>) -> String {
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
            since: 0,
            state,
        }
    }

    fn paused(refusal: Option<Refusal>) -> TransferView {
        transfer(TransferState::Paused {
            received: 8_000_000,
            total: Some(20_000_000),
            refusal,
        })
    }

    fn line_of(transfer: &TransferView, now: Millis) -> String {
        line(&Words::of(Language::English), transfer, now)
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
    fn without_a_network_it_says_when_it_is_tried_next() {
        let waits = transfer(TransferState::AwaitingNetwork {
            received: 8_000_000,
            total: Some(20_000_000),
            retry_at: 30_000,
        });
        assert_eq!(
            line_of(&waits, 0),
            "No connection, next try in 30 s · 8.0 of 20.0 MB"
        );
        assert_eq!(
            line_of(&waits, 31_000),
            "No connection, trying again · 8.0 of 20.0 MB"
        );
        assert_eq!(fraction(&waits.state), Some(0.4));
    }

    #[test]
    fn a_server_that_fails_is_not_said_to_be_the_persons_network() {
        let waits = transfer(TransferState::AwaitingServer {
            received: 8_000_000,
            total: Some(20_000_000),
            retry_at: 30_000,
        });
        assert_eq!(
            line_of(&waits, 0),
            "The server isn’t answering properly, next try in 30 s · 8.0 of 20.0 MB"
        );
        assert_eq!(
            line_of(&waits, 31_000),
            "The server isn’t answering properly, trying again · 8.0 of 20.0 MB"
        );
        let offers = Offers::of(&waits);
        assert!(offers.try_now && offers.pause && !offers.resume);
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
