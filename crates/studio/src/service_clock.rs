//! How far the service's clock is from this machine's.
//!
//! The service's moments are naive UTC by its own clock; this machine's clock may be hours off, or be
//! set while the program runs. What the service says of its clock with each answer (`Date`) is kept as
//! a difference, so that its moments can be compared with ours.
//!
//! An answer is written at some moment between its asking and its hearing. Where little time passed
//! between the two, the difference is known that well. Where much did (a slow network, an upload of
//! minutes, a lid that was closed meanwhile), the answer can only speak against what was known.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use contract::Millis;

use crate::lock::held;
use crate::ports::Clock;

/// So long may an answer take that the difference is read from.
const PROMPT: Millis = 3_000;
/// So long may one take that is believed while nothing better is known.
const PASSABLE: Millis = 30_000;
/// `Date` is cut to the second.
const SECOND: Millis = 1_000;

/// The service's clock as it was heard last. Cheap to clone; all clones are one.
#[derive(Clone)]
pub(crate) struct ServiceClock {
    clock: Arc<dyn Clock>,
    ahead: Arc<Mutex<Option<Millis>>>,
}

impl ServiceClock {
    /// Nothing is known of it before the first answer.
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            ahead: Arc::default(),
        }
    }

    /// How far it is ahead of this machine's (behind where negative), in milliseconds. Exact to a few
    /// seconds. None before an answer said so, and after one that took long has shown that one of the
    /// clocks was set.
    pub(crate) fn ahead(&self) -> Option<Millis> {
        *held(&self.ahead)
    }
}

impl riffkit::Timekeeper for ServiceClock {
    fn now(&self) -> SystemTime {
        let now = self.clock.now().as_millisecond();
        UNIX_EPOCH + Duration::from_millis(now.try_into().unwrap_or_default())
    }

    fn told(&self, asked: SystemTime, date: SystemTime) {
        let heard = self.clock.now().as_millisecond();
        let (Some(asked), Some(date)) = (millis(asked), millis(date)) else {
            return;
        };
        let mut ahead = held(&self.ahead);
        *ahead = judged(*ahead, asked, heard, date);
    }
}

/// The difference after an answer that was asked for and heard at these moments of our clock, and
/// written at `date` of the service's.
fn judged(known: Option<Millis>, asked: Millis, heard: Millis, date: Millis) -> Option<Millis> {
    // Half a second is the best guess of what was cut off; an answer is underway shorter than its
    // request.
    let read = date + SECOND / 2 - heard;
    // A clock that was set back meanwhile tells nothing of how long it took.
    let took = heard - asked;
    if (0..=PROMPT).contains(&took) {
        return Some(read);
    }
    match known {
        // It may have been written at any moment in between.
        Some(known) if (date - heard..=date + SECOND - asked).contains(&known) => Some(known),
        _ => (0..=PASSABLE).contains(&took).then_some(read),
    }
}

fn millis(moment: SystemTime) -> Option<Millis> {
    let since = moment.duration_since(UNIX_EPOCH).ok()?;
    Millis::try_from(since.as_millis()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: Millis = 60 * 60 * 1_000;
    const ASKED: Millis = 1_000 * HOUR;

    #[test]
    fn a_prompt_answer_says_how_the_clocks_stand() {
        let heard = ASKED + 200;
        for ahead in [-11 * HOUR, 0, 3 * HOUR] {
            let date = (ASKED + 100 + ahead) / 1_000 * 1_000;
            for known in [None, Some(0), Some(ahead)] {
                let judged = judged(known, ASKED, heard, date).expect("judged");
                assert!((judged - ahead).abs() <= 1_000, "{judged} for {ahead}");
            }
        }
    }

    #[test]
    fn an_answer_that_was_under_way_while_the_lid_was_closed_changes_nothing() {
        let heard = ASKED + 8 * HOUR;
        // Written at once, or only after the night.
        for date in [ASKED, heard - 1_000] {
            assert_eq!(judged(Some(300), ASKED, heard, date), Some(300));
            assert_eq!(judged(None, ASKED, heard, date), None);
        }
    }

    #[test]
    fn a_slow_answer_that_contradicts_what_was_known_is_heard() {
        let date = ASKED + 5 * HOUR;
        let slow = judged(Some(0), ASKED, ASKED + 20_000, date);
        assert!(
            slow.expect("judged") > 4 * HOUR,
            "better than what can't be"
        );
        assert_eq!(judged(Some(0), ASKED, ASKED + 60_000, date), None);
    }

    #[test]
    fn a_clock_that_was_set_back_meanwhile_measures_nothing() {
        let heard = ASKED - 2 * HOUR;
        assert_eq!(judged(None, ASKED, heard, ASKED), None);
        assert_eq!(judged(Some(0), ASKED, heard, ASKED), None);
        assert_eq!(judged(Some(2 * HOUR), ASKED, heard, ASKED), None);
    }
}
