//! What a 402 means, in seconds of video.

use contract::{Code, Refusal};
use riffkit::Insufficient;

use super::rate::Rate;
use crate::{Studio, links};

impl Studio {
    /// What a 402 means, in seconds, and where the link leads that came with it. The rate is read from the service, as
    /// it differs by deployment.
    pub(crate) async fn shortfall(&self, insufficient: &Insufficient) -> Refusal {
        let refusal = shortfall_at(insufficient, self.rate().await);
        links::naming_host(refusal, insufficient.topup_url.as_deref())
    }
}

fn shortfall_at(insufficient: &Insufficient, rate: Rate) -> Refusal {
    let (Some(required), Some(available)) = (
        insufficient.required_credits,
        insufficient.available_credits,
    ) else {
        return Code::NotEnoughSecondsUnknown.into();
    };
    // Rounded so that the numbers never promise more than there is.
    let needed = rate.seconds(required).ceil();
    let left = rate.seconds(available).floor().max(0.0);
    Refusal::new(Code::NotEnoughSeconds)
        .with("needed", needed)
        .with("available", left)
        .with("short", (needed - left).max(1.0))
}

#[cfg(test)]
mod tests {
    use contract::Arg;

    use super::*;

    fn short(required: Option<f64>, available: Option<f64>, rate: Option<f64>) -> Refusal {
        let insufficient = Insufficient {
            required_credits: required,
            available_credits: available,
            topup_url: None,
        };
        shortfall_at(&insufficient, Rate::told(rate))
    }

    #[test]
    fn the_shortfall_is_in_seconds_at_the_deployments_rate() {
        let refusal = short(Some(150_000.0), Some(80_500.0), Some(10_000.0));
        assert_eq!(refusal.args["needed"], Arg::Number(15.0));
        assert_eq!(refusal.args["available"], Arg::Number(8.0));
        assert_eq!(refusal.args["short"], Arg::Number(7.0));
        let cheaper = short(Some(1_500.0), Some(0.0), Some(100.0));
        assert_eq!(cheaper.args["needed"], Arg::Number(15.0));
    }

    #[test]
    fn without_numbers_none_are_made_up() {
        assert_eq!(
            short(None, Some(1.0), None).code,
            Code::NotEnoughSecondsUnknown
        );
        assert_eq!(
            short(Some(15e4), Some(0.0), Some(0.0)).args["needed"],
            Arg::Number(15.0)
        );
    }
}
