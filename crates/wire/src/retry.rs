//! When a read is tried again: the whole policy. Nothing that may cost ever comes here.

use std::time::Duration;

use backon::{BackoffBuilder as _, ExponentialBuilder};

use crate::{Failure, Outage};

/// How patiently a read is repeated.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Most tries, the first included.
    pub max_tries: usize,
    /// Pause after the first failure; it doubles from there on, with jitter.
    pub first_pause: Duration,
    /// Longest pause. A `Retry-After` beyond it ends the tries: the caller has to say so.
    pub longest_pause: Duration,
    /// Most time spent in pauses altogether.
    pub total_pause: Duration,
    /// Seed of the jitter.
    pub jitter_seed: u64,
}

impl Default for Policy {
    /// Three tries within a few seconds: for a person who waits.
    fn default() -> Self {
        Self {
            max_tries: 3,
            first_pause: Duration::from_millis(400),
            longest_pause: Duration::from_secs(5),
            total_pause: Duration::from_secs(8),
            jitter_seed: 0,
        }
    }
}

/// Whether the same read may well succeed a moment later.
pub fn is_passing(failure: &Failure) -> bool {
    match failure {
        Failure::NoAnswer { kind, .. } => !matches!(kind, Outage::Tls),
        Failure::Status {
            status,
            retry_after,
            ..
        } => match status {
            502..=504 => true,
            429 => retry_after.is_some(),
            _ => false,
        },
        _ => false,
    }
}

/// Makes a read, again and again within the policy, as long as its failures are passing ones.
///
/// `sleep` is how time passes, so that tests don't wait.
///
/// # Errors
/// The last failure.
pub async fn reads<T, R, RF, S, SF>(policy: &Policy, sleep: S, mut read: R) -> Result<T, Failure>
where
    R: FnMut() -> RF,
    RF: Future<Output = Result<T, Failure>>,
    S: Fn(Duration) -> SF,
    SF: Future<Output = ()>,
{
    let backoff = ExponentialBuilder::new()
        .with_min_delay(policy.first_pause)
        .with_max_delay(policy.longest_pause)
        .with_max_times(policy.max_tries.saturating_sub(1))
        .with_jitter()
        .with_jitter_seed(policy.jitter_seed);
    let mut pauses = backoff.build();
    let mut left = policy.total_pause;
    // A loop of our own over the library's pauses: its ready-made one can't be shown to be `Send`
    // where what it calls borrows.
    loop {
        let failure = match read().await {
            Ok(answer) => return Ok(answer),
            Err(failure) if is_passing(&failure) => failure,
            Err(failure) => return Err(failure),
        };
        let Some(pause) = pauses.next().map(|pause| pause.min(policy.longest_pause)) else {
            return Err(failure);
        };
        let pause = match failure.retry_after() {
            Some(asked) if asked > policy.longest_pause => return Err(failure),
            Some(asked) => pause.max(asked),
            None => pause,
        };
        let Some(rest) = left.checked_sub(pause) else {
            return Err(failure);
        };
        left = rest;
        tracing::debug!(%failure, ?pause, "read again");
        sleep(pause).await;
    }
}
