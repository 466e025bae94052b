//! How far the service's clock is from this machine's.
//!
//! The service's moments are naive UTC by its own clock; this machine's clock may be hours off, or be
//! set while the program runs. What the service says of its clock with each answer (`Date`) is kept as
//! a difference, so that its moments can be compared with ours.

use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use contract::Millis;

use crate::ports::Clock;
use crate::studio::held;

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

    /// How far it is ahead of this machine's (behind where negative), in milliseconds. Exact to about
    /// the time that an answer takes. None before an answer said so.
    pub(crate) fn ahead(&self) -> Option<Millis> {
        *held(&self.ahead)
    }
}

impl riffkit::Timekeeper for ServiceClock {
    fn told(&self, date: SystemTime) {
        let Some(date) = millis(date) else { return };
        // Cut to the second when it was written: half of one is the best guess.
        let ahead = date + 500 - self.clock.now().as_millisecond();
        *held(&self.ahead) = Some(ahead);
    }
}

fn millis(moment: SystemTime) -> Option<Millis> {
    let since = moment.duration_since(UNIX_EPOCH).ok()?;
    Millis::try_from(since.as_millis()).ok()
}
