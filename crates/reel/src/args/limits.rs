//! `reel limits`: the most that may be spent without an extra yes.

use std::str::FromStr;

use contract::SpendLimits;

use super::Service;

/// `reel limits`.
#[derive(Debug, clap::Args)]
pub struct Limits {
    /// Whose limits; both services' where it is not given.
    #[arg(value_enum, value_name = "service")]
    pub service: Option<Service>,
    /// By one order, retry or step.
    #[arg(long, value_name = "limit", requires = "service")]
    pub order: Option<Ceiling>,
    /// In a day.
    #[arg(long, value_name = "limit", requires = "service")]
    pub day: Option<Ceiling>,
    /// In a month.
    #[arg(long, value_name = "limit", requires = "service")]
    pub month: Option<Ceiling>,
}

impl Limits {
    /// These limits with what is asked for. `None` where nothing is.
    pub fn asked(&self, known: SpendLimits) -> Option<SpendLimits> {
        let Self {
            order, day, month, ..
        } = self;
        let or = |asked: &Option<Ceiling>, known| match asked {
            None => known,
            Some(Ceiling(limit)) => *limit,
        };
        let wanted = SpendLimits {
            order: or(order, known.order),
            day: or(day, known.day),
            month: or(month, known.month),
        };
        [order, day, month]
            .into_iter()
            .any(Option::is_some)
            .then_some(wanted)
    }
}

/// A limit as it is written: whole seconds or credits, or `off`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ceiling(Option<u32>);

impl FromStr for Ceiling {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "off" => Ok(Self(None)),
            number => number.parse().map(|limit| Self(Some(limit))),
        }
    }
}
