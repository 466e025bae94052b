//! What a second of video costs here, in credits.

use contract::Millis;
use riffkit::Subscription;

use crate::Studio;
use crate::lock::held;
use contract::Refusal;

/// The contract's rate at 720p, for a deployment that does not tell its own.
const CREDITS_PER_SECOND: f64 = 10_000.0;
/// How long a rate that was read is good. It changes with the deployment, not by the hour.
const GOOD_FOR: Millis = 5 * 60 * 1000;

/// Credits for a second of video: above zero, and a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rate(f64);

/// A rate, and when it was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct KnownRate {
    rate: Rate,
    read_at: Millis,
}

impl Rate {
    /// The rate that the service told; the contract's where it told none that can be one.
    pub(super) fn told(told: Option<f64>) -> Self {
        Self(
            told.filter(|rate| rate.is_finite() && *rate > 0.0)
                .unwrap_or(CREDITS_PER_SECOND),
        )
    }

    /// Seconds of video for these credits. What is no number is nothing.
    pub(crate) fn seconds(self, credits: f64) -> f64 {
        let seconds = credits / self.0;
        if seconds.is_finite() { seconds } else { 0.0 }
    }
}

impl Studio {
    /// Credits for a second of video, as the service tells it on the subscription
    /// (`video_credits_per_second`). Read anew after five minutes; where it can't be read, the last
    /// one known, or the contract's.
    pub(crate) async fn rate(&self) -> Rate {
        let known = *held(&self.core.meter.rate);
        let now = self.core.now();
        match known {
            Some(known) if (0..GOOD_FOR).contains(&(now - known.read_at)) => known.rate,
            _ => {
                let plan = self.read_plan().await;
                self.rate_after(plan.as_ref().ok())
            }
        }
    }

    /// The subscription, which carries the rate.
    pub(crate) async fn read_plan(&self) -> Result<Subscription, Refusal> {
        let api = &self.core.api;
        self.read(|session| async move { api.subscription(&session).await })
            .await
    }

    /// The rate to count with once the subscription was asked for.
    pub(super) fn rate_after(&self, plan: Option<&Subscription>) -> Rate {
        let mut known = held(&self.core.meter.rate);
        let Some(plan) = plan else {
            tracing::warn!(
                "the rate could not be read; the last one known or the contract's is used"
            );
            return known.map_or(Rate::told(None), |known| known.rate);
        };
        let rate = Rate::told(plan.video_credits_per_second);
        *known = Some(KnownRate {
            rate,
            read_at: self.core.now(),
        });
        rate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_that_can_be_none_is_the_contracts() {
        for told in [
            None,
            Some(0.0),
            Some(-1.0),
            Some(f64::NAN),
            Some(f64::INFINITY),
        ] {
            assert_eq!(Rate::told(told), Rate(10_000.0), "{told:?}");
        }
        assert_eq!(Rate::told(Some(100.0)).seconds(1_500.0), 15.0);
        assert_eq!(Rate::told(Some(100.0)).seconds(f64::NAN), 0.0);
    }
}
