//! How long to wait after a failure, and when to give up.

use std::time::Duration;

/// How patiently something is tried again: pauses that double, with jitter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backoff {
    /// Pause after the first failure, before jitter; it doubles from there on.
    pub first: Duration,
    /// Longest pause of our own choice. A service may ask for more.
    pub longest: Duration,
    /// Most failures in a row, after which there is no further try.
    pub max_tries: u32,
    /// Most time spent in pauses in a row.
    pub max_total: Duration,
    /// Longest pause that a service may ask for. One that asks for more is not waited for.
    pub longest_asked: Duration,
}

impl Default for Backoff {
    /// Five tries in a row within minutes: for work that nobody has to wait for.
    fn default() -> Self {
        Self {
            first: Duration::from_secs(1),
            longest: Duration::from_secs(60),
            max_tries: 5,
            max_total: Duration::from_secs(10 * 60),
            longest_asked: Duration::from_secs(5 * 60),
        }
    }
}

impl Backoff {
    /// For a network that is gone: it is looked for for ever, ever more rarely.
    pub fn offline() -> Self {
        Self {
            first: Duration::from_secs(2),
            longest: Duration::from_secs(60),
            max_tries: u32::MAX,
            max_total: Duration::MAX,
            longest_asked: Duration::from_secs(5 * 60),
        }
    }
}

/// The failures in a row of one piece of work.
#[derive(Clone, Debug)]
pub struct Retries {
    backoff: Backoff,
    luck: fastrand::Rng,
    failures: u32,
    waited: Duration,
}

impl Retries {
    /// No failure yet. The seed decides the jitter: the same one, the same pauses.
    pub fn new(backoff: Backoff, seed: u64) -> Self {
        Self {
            backoff,
            luck: fastrand::Rng::with_seed(seed),
            failures: 0,
            waited: Duration::ZERO,
        }
    }

    /// Something moved: the row of failures ends.
    pub fn moved(&mut self) {
        self.failures = 0;
        self.waited = Duration::ZERO;
    }

    /// Failures in a row so far.
    pub fn failures(&self) -> u32 {
        self.failures
    }

    /// One more failure. How long to wait before the next try, `asked` being what the service
    /// asked for (`Retry-After`); None when it is time to give up.
    ///
    /// Between half of the doubled pause and all of it, so that those who failed together don't come
    /// back together; never less than what was asked for.
    pub fn pause(&mut self, asked: Option<Duration>) -> Option<Duration> {
        self.failures = self.failures.saturating_add(1);
        if self.failures >= self.backoff.max_tries {
            return None;
        }
        if asked.is_some_and(|asked| asked > self.backoff.longest_asked) {
            return None;
        }
        let doublings = self.failures.saturating_sub(1).min(30);
        let doubled = self
            .backoff
            .first
            .saturating_mul(1 << doublings)
            .min(self.backoff.longest);
        let own = doubled.mul_f64(0.5 + self.luck.f64() / 2.0);
        let pause = own.max(asked.unwrap_or_default());
        let waited = self.waited.saturating_add(pause);
        if waited > self.backoff.max_total {
            return None;
        }
        self.waited = waited;
        Some(pause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pauses(backoff: Backoff, seed: u64, count: usize) -> Vec<Option<Duration>> {
        let mut retries = Retries::new(backoff, seed);
        (0..count).map(|_| retries.pause(None)).collect()
    }

    #[test]
    fn pauses_double_with_jitter_and_come_to_an_end() {
        let pauses = pauses(Backoff::default(), 7, 5);
        for (pause, doubled) in pauses.iter().zip([1.0, 2.0, 4.0, 8.0]) {
            let seconds = pause.expect("one more try").as_secs_f64();
            assert!((doubled / 2.0..=doubled).contains(&seconds), "{seconds}");
        }
        assert_eq!(pauses[4], None);
    }

    #[test]
    fn luck_is_the_seed_s() {
        let backoff = Backoff::default();
        assert_eq!(pauses(backoff, 1, 4), pauses(backoff, 1, 4));
        assert_ne!(pauses(backoff, 1, 4), pauses(backoff, 2, 4));
    }

    #[test]
    fn a_service_is_given_the_time_it_asks_for_within_reason() {
        let mut retries = Retries::new(Backoff::default(), 0);
        let asked = Duration::from_secs(90);
        assert_eq!(retries.pause(Some(asked)), Some(asked));
        assert_eq!(retries.pause(Some(Duration::from_secs(3600))), None);
    }

    #[test]
    fn the_row_ends_with_time_and_begins_anew_with_progress() {
        let backoff = Backoff {
            max_tries: u32::MAX,
            max_total: Duration::from_secs(10),
            ..Backoff::default()
        };
        let mut retries = Retries::new(backoff, 3);
        let mut waited = Duration::ZERO;
        while let Some(pause) = retries.pause(None) {
            waited += pause;
        }
        assert!(waited <= backoff.max_total && waited > Duration::from_secs(3));
        retries.moved();
        assert!(
            retries
                .pause(None)
                .is_some_and(|pause| pause <= backoff.first)
        );
    }

    #[test]
    fn a_network_is_waited_for_for_ever() {
        let pauses = pauses(Backoff::offline(), 0, 10_000);
        assert!(
            pauses
                .iter()
                .all(|pause| pause.is_some_and(|p| p <= Duration::from_secs(60)))
        );
    }
}
