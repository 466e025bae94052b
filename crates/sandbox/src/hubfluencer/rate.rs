//! How often a kind of call may come (contract: rate limits per minute).

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Mutex, PoisonError},
};

use super::{problem::Problem, service::HubService};
use crate::{faults::Fault, moment::Millis};

const MINUTE: Millis = 60_000;

/// A rate limit: its name, and how many calls a minute may have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit {
    pub(crate) name: &'static str,
    pub(crate) per_minute: usize,
}

/// When calls came within the last minute, by the name of their limit. A restart forgets it.
#[derive(Default)]
pub(crate) struct Rates(Mutex<BTreeMap<&'static str, VecDeque<Millis>>>);

impl Rates {
    /// Counts a call, unless its minute is full; then the whole seconds to wait.
    fn count(&self, limit: Limit, now: Millis) -> Result<(), u64> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let calls = all.entry(limit.name).or_default();
        while calls.front().is_some_and(|first| now - first >= MINUTE) {
            calls.pop_front();
        }
        if calls.len() < limit.per_minute {
            calls.push_back(now);
            return Ok(());
        }
        let first = calls.front().copied().unwrap_or(now);
        let wait = first + MINUTE - now;
        Err(u64::try_from((wait + 999) / 1000).unwrap_or(1).max(1))
    }
}

impl HubService {
    /// Counts a call of this kind.
    ///
    /// # Errors
    /// 429 with `Retry-After` where the last minute is full.
    pub(crate) fn admit(&self, limit: Limit) -> Result<(), Problem> {
        let struck = self.faults.take(|fault| match fault {
            Fault::Hub429(seconds) => Some(*seconds),
            _ => None,
        });
        if let Some(seconds) = struck {
            return Err(Problem::too_many(seconds));
        }
        self.rates
            .count(limit, self.now())
            .map_err(Problem::too_many)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_minute_says_when_it_has_room_again() {
        let rates = Rates::default();
        let limit = Limit {
            name: "two",
            per_minute: 2,
        };
        assert_eq!(rates.count(limit, 0), Ok(()));
        assert_eq!(rates.count(limit, 10_000), Ok(()));
        assert_eq!(rates.count(limit, 20_500), Err(40));
        assert_eq!(rates.count(limit, 60_000), Ok(()));
        assert_eq!(rates.count(limit, 60_001), Err(10));
    }
}
