//! How far a clip is, in words and figures. Pure: it is given the words and says them.

use contract::{FitMode, FootageState, FootageView, Millis};
use words::Words;

use crate::backend;
use crate::pages::wording::{args, deadline, facts, no_answer, no_network};
use crate::pages::{megabytes, share};

/// What tells one clip from another on the page: our id, or the service's.
pub fn key(clip: &FootageView) -> String {
    match (&clip.footage_id, &clip.upload_id) {
        (Some(ours), _) => format!("ours {ours}"),
        (None, Some(theirs)) => format!("theirs {theirs}"),
        (None, None) => format!("named {}", clip.name),
    }
}

/// Whether a clip still has a row: what was cancelled has not.
pub const fn is_shown(state: &FootageState) -> bool {
    !matches!(state, FootageState::Cancelled)
}

/// The state's stable text, for tests and styles.
pub const fn mark(state: &FootageState) -> &'static str {
    match state {
        FootageState::Waiting => "waiting",
        FootageState::Sending { .. } => "sending",
        FootageState::AwaitingNetwork { .. } => "awaiting_network",
        FootageState::AwaitingServer { .. } => "awaiting_server",
        FootageState::Paused { .. } => "paused",
        FootageState::Processing => "processing",
        FootageState::Ready => "ready",
        FootageState::Failed { .. } => "failed",
        FootageState::Cancelled => "cancelled",
        FootageState::Other { .. } => "other",
    }
}

/// Where it stands, in one line. A failure's words are its refusal's, and stand apart.
pub fn line(words: &Words, state: &FootageState, now: Millis) -> String {
    match state {
        FootageState::Waiting => words.say("editor-clip-waiting"),
        FootageState::Sending {
            sent,
            total,
            bytes_per_second,
        } => facts([
            bytes(words, *sent, *total),
            speed(words, *bytes_per_second),
            left(words, *sent, *total, *bytes_per_second),
        ]),
        FootageState::AwaitingNetwork {
            sent,
            total,
            retry_at,
        } => facts([
            no_network(words, *retry_at, now),
            bytes(words, *sent, *total),
        ]),
        FootageState::AwaitingServer {
            sent,
            total,
            retry_at,
        } => facts([
            no_answer(words, *retry_at, now),
            bytes(words, *sent, *total),
        ]),
        FootageState::Paused { sent, total, .. } => {
            let values = args([
                ("sent", megabytes(words, *sent).into()),
                ("total", megabytes(words, *total).into()),
            ]);
            words.say_with("editor-clip-paused", &values)
        }
        FootageState::Processing => words.say("editor-clip-processing"),
        FootageState::Ready => words.say("editor-clip-ready"),
        FootageState::Failed { .. } => words.say("editor-clip-failed"),
        FootageState::Cancelled => words.say("editor-clip-cancelled"),
        FootageState::Other { status } => status.clone(),
    }
}

/// Until when the clip's address at storage takes bytes, while that matters: it is on its way in one
/// piece, or paused on it.
pub fn address(words: &Words, clip: &FootageView, now: Millis) -> Option<String> {
    let is_under_way = matches!(
        clip.state,
        FootageState::Sending { .. }
            | FootageState::AwaitingNetwork { .. }
            | FootageState::AwaitingServer { .. }
            | FootageState::Paused { .. }
    );
    let until = clip.address_until.filter(|_| is_under_way)?;
    let until = deadline(words, now, until, backend::moment)?;
    Some(words.say_with("footage-address", &args([("until", until.into())])))
}

/// The part that has left, 0 to 1. None: there is nothing to measure, and nothing is claimed.
pub fn part(state: &FootageState) -> Option<f64> {
    match state {
        FootageState::Sending { sent, total, .. }
        | FootageState::AwaitingNetwork { sent, total, .. }
        | FootageState::AwaitingServer { sent, total, .. }
        | FootageState::Paused { sent, total, .. } => Some(share(*sent, *total)),
        _ => None,
    }
}

/// Size, length, fit and way of sending.
pub fn clip_facts(words: &Words, clip: &FootageView) -> String {
    facts([
        clip.duration_seconds
            .map(|seconds| words.seconds(seconds))
            .unwrap_or_default(),
        clip.size_bytes
            .map(|bytes| words.megabytes(bytes))
            .unwrap_or_default(),
        match clip.fit_mode {
            Some(FitMode::Blur) => words.say("editor-fit-blur"),
            Some(FitMode::Cover) => words.say("editor-fit-cover"),
            None => String::new(),
        },
        if clip.in_parts && !clip.state.has_ended() {
            words.say("editor-clip-in-parts")
        } else {
            String::new()
        },
    ])
}

fn bytes(words: &Words, sent: u64, total: u64) -> String {
    words.say_with(
        "transfers-bytes-of",
        &args([
            ("received", megabytes(words, sent).into()),
            ("total", megabytes(words, total).into()),
        ]),
    )
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

fn left(words: &Words, sent: u64, total: u64, bytes_per_second: u64) -> String {
    let left = total.saturating_sub(sent);
    if bytes_per_second == 0 || left == 0 {
        return String::new();
    }
    let seconds = left.div_ceil(bytes_per_second).max(1);
    words.say_with(
        "transfers-left",
        &args([("span", words.span(seconds).into())]),
    )
}

#[cfg(test)]
mod tests {
    use contract::{FootageId, Language};

    use super::*;

    fn english() -> Words {
        Words::of(Language::English)
    }

    fn sending(sent: u64, bytes_per_second: u64) -> FootageState {
        FootageState::Sending {
            sent,
            total: 200_000_000,
            bytes_per_second,
        }
    }

    #[test]
    fn a_clip_on_its_way_says_bytes_speed_and_time_left() {
        assert_eq!(
            line(&english(), &sending(50_000_000, 5_000_000), 0),
            "50.0 of 200.0 MB · 5.0 MB/s · about 30 s"
        );
        assert_eq!(part(&sending(50_000_000, 1)), Some(0.25));
    }

    #[test]
    fn a_stalled_clip_claims_no_time() {
        assert_eq!(line(&english(), &sending(0, 0), 0), "0.0 of 200.0 MB");
        assert_eq!(part(&FootageState::Processing), None);
    }

    #[test]
    fn without_a_network_a_clip_shows_no_speed_but_the_next_try() {
        let waits = FootageState::AwaitingNetwork {
            sent: 80_000_000,
            total: 200_000_000,
            retry_at: 30_000,
        };
        assert_eq!(
            line(&english(), &waits, 0),
            "No connection, next try in 30 s · 80.0 of 200.0 MB"
        );
        assert_eq!(part(&waits), Some(0.4), "the bar stands where it stood");
        let failing = FootageState::AwaitingServer {
            sent: 80_000_000,
            total: 200_000_000,
            retry_at: 30_000,
        };
        assert_eq!(
            line(&english(), &failing, 0),
            "The server isn’t answering properly, next try in 30 s · 80.0 of 200.0 MB"
        );
    }

    #[test]
    fn a_paused_clip_says_where_it_goes_on() {
        let paused = FootageState::Paused {
            sent: 80_000_000,
            total: 200_000_000,
            refusal: None,
        };
        assert_eq!(
            line(&english(), &paused, 0),
            "Paused at 80.0 of 200.0 MB. It goes on where it stopped."
        );
        assert_eq!(part(&paused), Some(0.4));
    }

    #[test]
    fn a_clip_is_known_by_our_id_before_the_services() {
        let mut clip = FootageView {
            footage_id: None,
            upload_id: Some("7".to_owned()),
            slug: "froth".to_owned(),
            name: "pour.mov".to_owned(),
            size_bytes: Some(62_000_000),
            fit_mode: Some(FitMode::Cover),
            in_parts: true,
            state: FootageState::Waiting,
            address_until: None,
            duration_seconds: Some(12.5),
            has_first_frame: false,
            attached_scene_ids: Vec::new(),
        };
        assert_eq!(key(&clip), "theirs 7");
        clip.footage_id = Some(FootageId::from("f"));
        assert_eq!(key(&clip), "ours f");
        assert_eq!(
            clip_facts(&english(), &clip),
            "12.5 s · 62 MB · cropped to fill · in parts"
        );
    }
}
