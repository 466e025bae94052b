//! The faults that are armed right now.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;

use super::{Fault, UnknownFault};

struct Armed {
    fault: Fault,
    left: u32,
}

#[derive(Default)]
struct Shared {
    armed: Mutex<Vec<Armed>>,
    released: Notify,
}

/// The faults that are armed right now. Clones share them.
#[derive(Clone, Default)]
pub struct Faults(Arc<Shared>);

impl Faults {
    /// No fault armed.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Arms a fault once.
    pub fn arm(&self, fault: Fault) {
        self.arm_times(fault, 1);
    }

    /// Arms a fault several times.
    pub fn arm_times(&self, fault: Fault, times: u32) {
        let left = fault.strikes().saturating_mul(times);
        self.armed().push(Armed { fault, left });
    }

    /// Arms a fault until it is disarmed.
    pub fn arm_always(&self, fault: Fault) {
        self.arm_times(fault, u32::MAX);
    }

    /// Arms what the command line names: `name`, `name=value`, either with `*count` or `*always`.
    ///
    /// # Errors
    /// [`UnknownFault`] where the name isn't known or its value doesn't fit.
    pub fn arm_named(&self, text: &str) -> Result<(), UnknownFault> {
        // An endpoint's own asterisk is no count.
        let counted = text.rsplit_once('*').and_then(|(name, times)| {
            let times = match times {
                "always" => u32::MAX,
                times => times.parse().ok()?,
            };
            Some((name, times))
        });
        let (name, times) = counted.unwrap_or((text, 1));
        self.arm_times(name.parse()?, times);
        Ok(())
    }

    /// Disarms one fault, and lets the requests go on that it holds.
    pub fn disarm(&self, fault: &Fault) {
        self.armed().retain(|armed| armed.fault != *fault);
        self.release();
    }

    /// Disarms everything and lets whatever is held go on.
    pub fn clear(&self) {
        self.armed().clear();
        self.release();
    }

    /// Lets the requests go on that [`Fault::HoldRiffBody`], [`Fault::HoldRiffAnswer`],
    /// [`Fault::Hold`] or [`Fault::HoldAnswer`] hold.
    pub fn release(&self) {
        self.0.released.notify_waiters();
    }

    /// What is still armed.
    #[must_use]
    pub fn armed_now(&self) -> Vec<Fault> {
        self.armed()
            .iter()
            .map(|armed| armed.fault.clone())
            .collect()
    }

    /// Spends one strike of `fault` where it is armed.
    pub(crate) fn strikes(&self, fault: &Fault) -> bool {
        self.take(|armed| (armed == fault).then_some(())).is_some()
    }

    /// Spends one strike of the first armed fault that `pick` wants, and gives what it made of it.
    pub(crate) fn take<T>(&self, pick: impl Fn(&Fault) -> Option<T>) -> Option<T> {
        let mut armed = self.armed();
        let (place, taken) = armed
            .iter()
            .enumerate()
            .find_map(|(place, armed)| Some((place, pick(&armed.fault)?)))?;
        if let Some(entry) = armed.get_mut(place) {
            if entry.left != u32::MAX {
                entry.left = entry.left.saturating_sub(1);
            }
            if entry.left == 0 {
                armed.remove(place);
            }
        }
        Some(taken)
    }

    /// What `pick` makes of the first armed fault that it wants; no strike is spent.
    pub(crate) fn seen<T>(&self, pick: impl Fn(&Fault) -> Option<T>) -> Option<T> {
        self.armed().iter().find_map(|armed| pick(&armed.fault))
    }

    /// Where `fault` is armed, spends a strike and waits for [`Faults::release`].
    pub(crate) async fn hold(&self, fault: &Fault) {
        self.hold_where(|armed| (armed == fault).then_some(()))
            .await;
    }

    /// Where a fault is armed that `pick` wants, spends a strike and waits for
    /// [`Faults::release`].
    pub(crate) async fn hold_where(&self, pick: impl Fn(&Fault) -> Option<()>) {
        // Made before the strike is spent, so that a release right after it isn't missed.
        let released = self.0.released.notified();
        if self.take(pick).is_some() {
            released.await;
        }
    }

    fn armed(&self) -> MutexGuard<'_, Vec<Armed>> {
        self.0.armed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_tuple("Faults")
            .field(&self.armed_now())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_strikes_as_often_as_it_was_armed() {
        let faults = Faults::none();
        faults.arm_named("dead-task*2").unwrap();
        faults.arm_named("slow-download=10").unwrap();
        assert!(faults.strikes(&Fault::DeadTask));
        assert!(faults.strikes(&Fault::DeadTask));
        assert!(!faults.strikes(&Fault::DeadTask));
        for _ in 0..50 {
            assert!(faults.strikes(&Fault::SlowDownload(10)));
        }
        faults.clear();
        assert!(faults.armed_now().is_empty());
    }

    #[test]
    fn always_is_until_it_is_disarmed() {
        let faults = Faults::none();
        faults.arm_named("cut=/api/{*rest}*always").unwrap();
        let cut = Fault::Cut("/api/{*rest}".parse().unwrap());
        for _ in 0..50 {
            assert!(faults.strikes(&cut));
        }
        faults.disarm(&cut);
        assert!(!faults.strikes(&cut));
        faults.arm_named("cut=/api/{*rest}").unwrap();
        assert!(faults.strikes(&cut));
        assert!(!faults.strikes(&cut));
    }
}
