//! The spend guard: what the person set as the most, and what was spent or bound.

use serde::{Deserialize, Serialize};

use crate::{Code, Refusal, RetryId, ReviewId, Service, StepReviewId};

/// The most that may be spent without an extra yes: whole seconds of video for Riffkit, whole
/// credits for Hubfluencer. `None`: no limit, which is how everybody begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SpendLimits {
    /// By one order, retry or step.
    pub order: Option<u32>,
    /// In a day of the person's own calendar.
    pub day: Option<u32>,
    /// In a month of the person's own calendar.
    pub month: Option<u32>,
}

impl SpendLimits {
    /// The limit of a period.
    pub const fn of(&self, period: SpendPeriod) -> Option<u32> {
        match period {
            SpendPeriod::Order => self.order,
            SpendPeriod::Day => self.day,
            SpendPeriod::Month => self.month,
        }
    }
}

/// What a limit is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpendPeriod {
    /// One order, retry or step.
    Order,
    /// A day.
    Day,
    /// A month.
    Month,
}

impl SpendPeriod {
    /// Every period, the shortest first.
    pub const ALL: &'static [Self] = &[Self::Order, Self::Day, Self::Month];

    /// Its stable text, as it stands in JSON and in the locale files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Day => "day",
            Self::Month => "month",
        }
    }
}

/// What was spent at one service, counted on this machine over all fronts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Spending {
    /// The limits.
    pub limits: SpendLimits,
    /// Today: what is known to be spent, and the highest possible cost of what is still open. In
    /// seconds of video or in credits.
    pub day: f64,
    /// This month, likewise.
    pub month: f64,
}

/// What was spent at both services.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SpendingView {
    /// In seconds of video.
    pub riffkit: Spending,
    /// In credits.
    pub hubfluencer: Spending,
}

impl SpendingView {
    /// One service's.
    pub const fn of(&self, service: Service) -> &Spending {
        match service {
            Service::Riffkit => &self.riffkit,
            Service::Hubfluencer => &self.hubfluencer,
        }
    }
}

/// A limit that a yes would go over.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OverLimit {
    /// Which.
    pub period: SpendPeriod,
    /// The limit.
    pub limit: u32,
    /// What the period would come to at most: seconds of video or credits.
    pub would_be: f64,
}

impl OverLimit {
    /// As the refusal that a front says in words.
    pub fn refusal(&self, service: Service) -> Refusal {
        let refusal = Refusal::new(Code::OverLimit)
            .with("period", self.period.as_str())
            .with("limit", f64::from(self.limit))
            .with("would_be", self.would_be);
        match service {
            Service::Riffkit => refusal.with("unit", "seconds"),
            Service::Hubfluencer => refusal.with("unit", "credits").of_hubfluencer(),
        }
    }
}

/// What was shown before a yes that goes over a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum SpendReview {
    /// An order of Riffkit.
    Order(ReviewId),
    /// A retry.
    Retry(RetryId),
    /// A step of Hubfluencer.
    Step(StepReviewId),
}
