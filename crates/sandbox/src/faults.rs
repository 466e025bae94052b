//! The named points at which the sandbox can be told to misbehave.

use std::{
    fmt,
    str::FromStr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::Notify;

/// One way to misbehave. Each is spent once per arming, unless its line says otherwise.
///
/// On the command line a fault is its name in kebab case, with `=value` where it has one and
/// `*count` to arm it several times: `riff-429`, `slow-download=65536`, `dead-task*2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// `riff-429`: the next riff is refused with 429 and `Retry-After`, before it is read.
    Riff429,
    /// `riff-402`: the next riff is refused with 402 whatever the balance is.
    Riff402,
    /// `riff-403`: the next riff is refused with 403 `subscription_required`.
    Riff403,
    /// `riff-500-before`: the next riff is answered with 500 and **not** accepted.
    Riff500Before,
    /// `riff-500-after`: the next riff is accepted, and answered with 500.
    Riff500After,
    /// `lose-riff-answer`: the next riff is accepted; the connection drops without an answer.
    LoseRiffAnswer,
    /// `lose-riff`: the next riff is read whole, not accepted, and dropped without an answer.
    LoseRiff,
    /// `cut-upload=BYTES`: the connection drops after this many bytes of the next video.
    CutUpload(u64),
    /// `hold-riff-body`: the next video's bytes are left unread until [`Faults::release`].
    HoldRiffBody,
    /// `hold-riff-answer`: the next riff is accepted; its answer waits for [`Faults::release`].
    HoldRiffAnswer,
    /// `fail-analysis`: the next analysis to start ends `failed`.
    FailAnalysis,
    /// `fail-task`: the next generation task to start ends `failed`.
    FailTask,
    /// `dead-task`: the next generation task to start ends `dead`.
    DeadTask,
    /// `auto-generate-no-balance`: the next analysis completes with
    /// `result.auto_generate_error` and chains no generation.
    AutoGenerateNoBalance,
    /// `unknown-status`: batch answers show the status `paused` and unknown fields, once.
    UnknownStatus,
    /// `batch-unavailable=N`: the next N batch polls are answered with 503.
    BatchUnavailable(u32),
    /// `batch-429=SECONDS`: the next batch poll is answered with 429 and this `Retry-After`.
    Batch429(u64),
    /// `cut-poll`: the next batch poll's connection drops without an answer.
    CutPoll,
    /// `slow-download=BYTES_PER_SECOND`: every download is throttled, until cleared.
    SlowDownload(u64),
    /// `cut-download=BYTES`: the next download's connection drops after this many bytes.
    CutDownload(u64),
    /// `lying-length`: the next download announces more bytes than it sends, then ends.
    LyingLength,
    /// `no-length`: the next download announces no length (chunked).
    NoLength,
    /// `ignore-range`: the next ranged download is answered with 200 and the whole file.
    IgnoreRange,
    /// `expired-link`: the next signed link is already expired when it is handed out.
    ExpiredLink,
    /// `huge-asset=BYTES`: every reel downloads as a playable MP4 of this size, filled up as it
    /// is sent and stored nowhere, until cleared.
    HugeAsset(u64),
    /// `html-instead-of-json`: the next API call is answered with 200 and an HTML page.
    HtmlInsteadOfJson,
    /// `session-401`: at the next call that needs one, all sessions become invalid.
    Session401,
    /// `device-denied`: the next poll of a sign-in finds it denied.
    DeviceDenied,
    /// `device-expired`: the next poll of a sign-in finds it expired.
    DeviceExpired,
    /// `device-429`: the next poll of a sign-in is answered with 429.
    Device429,
    /// `device-proxy-403`: the next poll of a sign-in is answered with 403 and an HTML page.
    DeviceProxy403,
    /// `device-interval=SECONDS`: the next pending answer carries this new interval.
    DeviceInterval(u64),
}

/// A fault's name on the command line that isn't known, or lacks its value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such fault: {0}")]
pub struct UnknownFault(String);

impl Fault {
    /// The names that [`Fault::from_str`] knows; `=` marks those that take a value.
    pub const NAMES: [&'static str; 32] = [
        "riff-429",
        "riff-402",
        "riff-403",
        "riff-500-before",
        "riff-500-after",
        "lose-riff-answer",
        "lose-riff",
        "cut-upload=",
        "hold-riff-body",
        "hold-riff-answer",
        "fail-analysis",
        "fail-task",
        "dead-task",
        "auto-generate-no-balance",
        "unknown-status",
        "batch-unavailable=",
        "batch-429=",
        "cut-poll",
        "slow-download=",
        "cut-download=",
        "lying-length",
        "no-length",
        "ignore-range",
        "expired-link",
        "huge-asset=",
        "html-instead-of-json",
        "session-401",
        "device-denied",
        "device-expired",
        "device-429",
        "device-proxy-403",
        "device-interval=",
    ];

    /// How often it strikes for one arming.
    fn strikes(&self) -> u32 {
        match self {
            Self::SlowDownload(_) | Self::HugeAsset(_) => u32::MAX,
            Self::BatchUnavailable(times) => *times,
            _ => 1,
        }
    }
}

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(text: &str) -> Result<Self, UnknownFault> {
        let unknown = || UnknownFault(text.to_owned());
        let (name, value) = match text.split_once('=') {
            Some((name, value)) => (name, Some(value.parse::<u64>().map_err(|_| unknown())?)),
            None => (text, None),
        };
        let fault = match (name, value) {
            ("riff-429", None) => Self::Riff429,
            ("riff-402", None) => Self::Riff402,
            ("riff-403", None) => Self::Riff403,
            ("riff-500-before", None) => Self::Riff500Before,
            ("riff-500-after", None) => Self::Riff500After,
            ("lose-riff-answer", None) => Self::LoseRiffAnswer,
            ("lose-riff", None) => Self::LoseRiff,
            ("cut-upload", Some(bytes)) => Self::CutUpload(bytes),
            ("hold-riff-body", None) => Self::HoldRiffBody,
            ("hold-riff-answer", None) => Self::HoldRiffAnswer,
            ("fail-analysis", None) => Self::FailAnalysis,
            ("fail-task", None) => Self::FailTask,
            ("dead-task", None) => Self::DeadTask,
            ("auto-generate-no-balance", None) => Self::AutoGenerateNoBalance,
            ("unknown-status", None) => Self::UnknownStatus,
            ("batch-unavailable", Some(times)) => {
                Self::BatchUnavailable(u32::try_from(times).map_err(|_| unknown())?)
            }
            ("batch-429", Some(seconds)) => Self::Batch429(seconds),
            ("cut-poll", None) => Self::CutPoll,
            ("slow-download", Some(rate)) if rate > 0 => Self::SlowDownload(rate),
            ("cut-download", Some(bytes)) => Self::CutDownload(bytes),
            ("lying-length", None) => Self::LyingLength,
            ("no-length", None) => Self::NoLength,
            ("ignore-range", None) => Self::IgnoreRange,
            ("expired-link", None) => Self::ExpiredLink,
            ("huge-asset", Some(bytes)) => Self::HugeAsset(bytes),
            ("html-instead-of-json", None) => Self::HtmlInsteadOfJson,
            ("session-401", None) => Self::Session401,
            ("device-denied", None) => Self::DeviceDenied,
            ("device-expired", None) => Self::DeviceExpired,
            ("device-429", None) => Self::Device429,
            ("device-proxy-403", None) => Self::DeviceProxy403,
            ("device-interval", Some(seconds)) => Self::DeviceInterval(seconds),
            _ => return Err(unknown()),
        };
        Ok(fault)
    }
}

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

    /// Arms what the command line names: `name`, `name=value`, either with `*count`.
    ///
    /// # Errors
    /// [`UnknownFault`] where the name isn't known or its value isn't a number.
    pub fn arm_named(&self, text: &str) -> Result<(), UnknownFault> {
        let (name, times) = match text.rsplit_once('*') {
            Some((name, times)) => {
                let times = times.parse().map_err(|_| UnknownFault(text.to_owned()))?;
                (name, times)
            }
            None => (text, 1),
        };
        self.arm_times(name.parse()?, times);
        Ok(())
    }

    /// Disarms everything and lets whatever is held go on.
    pub fn clear(&self) {
        self.armed().clear();
        self.release();
    }

    /// Lets the requests go on that [`Fault::HoldRiffBody`] or [`Fault::HoldRiffAnswer`] hold.
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

    /// Where `fault` is armed, spends a strike and waits for [`Faults::release`].
    pub(crate) async fn hold(&self, fault: &Fault) {
        // Made before the strike is spent, so that a release right after it isn't missed.
        let released = self.0.released.notified();
        if self.strikes(fault) {
            released.await;
        }
    }

    fn armed(&self) -> std::sync::MutexGuard<'_, Vec<Armed>> {
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
    fn every_listed_name_can_be_parsed() {
        for name in Fault::NAMES {
            let text = if name.ends_with('=') {
                format!("{name}7")
            } else {
                name.to_owned()
            };
            assert!(text.parse::<Fault>().is_ok(), "{text}");
        }
        assert!("riff-429=3".parse::<Fault>().is_err());
        assert!("cut-download".parse::<Fault>().is_err());
    }

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
}
