//! What `reel limits --json` prints.

use contract::{Service, Spending, SpendingView};
use serde::Serialize;

/// The services that were asked for.
#[derive(Debug, Serialize)]
pub struct LimitsDocument {
    #[serde(skip_serializing_if = "Option::is_none")]
    riffkit: Option<LimitsShape>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hubfluencer: Option<LimitsShape>,
}

/// A service: its limits, null where there is none, and what was spent.
#[derive(Debug, Serialize)]
struct LimitsShape {
    /// `seconds` or `credits`.
    unit: &'static str,
    order: Option<u32>,
    day: Option<u32>,
    month: Option<u32>,
    /// With the highest possible cost of what is still open.
    spent_today: f64,
    spent_this_month: f64,
}

impl LimitsDocument {
    pub fn of(view: &SpendingView, services: &[Service]) -> Self {
        let shape = |service, unit| {
            let is_asked = services.contains(&service);
            is_asked.then(|| LimitsShape::of(view.of(service), unit))
        };
        Self {
            riffkit: shape(Service::Riffkit, "seconds"),
            hubfluencer: shape(Service::Hubfluencer, "credits"),
        }
    }
}

impl LimitsShape {
    fn of(spending: &Spending, unit: &'static str) -> Self {
        Self {
            unit,
            order: spending.limits.order,
            day: spending.limits.day,
            month: spending.limits.month,
            spent_today: spending.day,
            spent_this_month: spending.month,
        }
    }
}
