//! A balance that falls without a reason (contract, "Proactively flag anomalies").

use contract::{Anomaly, Millis};

use crate::Studio;
use crate::lock::held;

/// Two readings further apart than this say nothing about a fall.
const WITHIN: Millis = 60 * 1000;
/// A fall of more than a tenth is worth a word.
const TENTH: f64 = 0.1;

/// The balance at a moment, in credits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    at: Millis,
    available: f64,
}

impl Reading {
    /// Whether the balance fell by more than a tenth from this reading to `later`, within a minute.
    fn fell_to(self, later: Self) -> bool {
        (0..=WITHIN).contains(&(later.at - self.at))
            && self.available > 0.0
            && self.available - later.available > self.available * TENTH
    }
}

impl Studio {
    /// The balance was read: `available` credits can be used now. A fall of more than a tenth within
    /// a minute, with no order or retry of ours between the readings or under way, is noticed.
    pub(crate) async fn balance_read(&self, available: f64) {
        let now = Reading {
            at: self.core.now(),
            available,
        };
        let before = held(&self.core.meter.last).replace(now);
        let Some(before) = before.filter(|before| before.fell_to(now)) else {
            return;
        };
        match self.spent_since(before.at).await {
            Ok(false) => {}
            Ok(true) => return,
            Err(refusal) => {
                // What can't be ruled out is not told as an anomaly.
                tracing::warn!(%refusal, "the journal can't say whether a fall is ours");
                return;
            }
        }
        let rate = self.rate().await;
        // Whole seconds are enough for a word; beyond what fits, the ends of the range are.
        let whole = |credits: f64| rate.seconds(credits).floor() as i64;
        self.notice(Anomaly::BalanceFell {
            from_seconds: whole(before.available),
            to_seconds: whole(now.available),
        })
        .await;
    }

    /// Forgets the last reading: what comes next is another account's balance.
    pub(crate) fn forget_balance(&self) {
        *held(&self.core.meter.last) = None;
    }

    /// Whether something of ours, in any process on this machine, may have cost since then.
    async fn spent_since(&self, at: Millis) -> Result<bool, contract::Refusal> {
        let core = &self.core;
        core.journal.may_have_cost(&core.server_name, at).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fell(from: f64, to: f64, after: Millis) -> bool {
        let before = Reading {
            at: 1_000,
            available: from,
        };
        before.fell_to(Reading {
            at: 1_000 + after,
            available: to,
        })
    }

    #[test]
    fn more_than_a_tenth_within_a_minute_is_a_fall() {
        assert!(fell(100.0, 89.0, 60_000));
        assert!(fell(100.0, 0.0, 0));
        assert!(
            !fell(100.0, 90.0, 1_000),
            "a tenth is not more than a tenth"
        );
        assert!(!fell(100.0, 50.0, 60_001), "too long ago");
        assert!(!fell(100.0, 150.0, 1_000), "it rose");
        assert!(!fell(0.0, -1.0, 1_000), "of nothing there is no tenth");
        assert!(!fell(100.0, 50.0, -1), "a clock that was set back");
        assert!(!fell(100.0, f64::NAN, 1_000));
    }
}
