//! What really happened, for a test that judges a client.

use jiff::Timestamp;

use super::{credits, service::HubService};
use crate::books::RequestEntry;

/// Hubfluencer's own view of what was ordered, charged and asked.
///
/// Charges and sums outlive a restart; requests are those of this run.
#[derive(Debug, Clone, Default)]
pub struct HubBooks {
    /// Credits that are left.
    pub credits: i64,
    /// Every charge, oldest first.
    pub charges: Vec<HubCharge>,
    /// AI assists that were used, on all days.
    pub assists_used: u64,
    /// How often a first answer was given again for its `Idempotency-Key`.
    pub replays: usize,
    /// Requests of this run that carried Riffkit's session cookie.
    pub cookies_astray: u64,
    /// The latest requests (10,000 at most), oldest first; those to the object storage are in
    /// [`crate::StorageBooks::requests`].
    pub requests: Vec<RequestEntry>,
}

/// Credits that were taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HubCharge {
    /// Whole credits.
    pub credits: i64,
    /// How many of them came back.
    pub refunded: i64,
    /// For what: a kind and a name, such as `slider:4f0c6a2e91d7`.
    pub purpose: String,
    /// When.
    pub at: Timestamp,
}

impl HubBooks {
    /// How many requests with this method and path there were.
    #[must_use]
    pub fn count(&self, method: &str, path: &str) -> usize {
        self.requests
            .iter()
            .filter(|entry| entry.method == method && entry.path == path)
            .count()
    }

    /// Credits that were charged and did not come back.
    #[must_use]
    pub fn charged(&self) -> i64 {
        let charges = self.charges.iter();
        charges.map(|charge| charge.credits - charge.refunded).sum()
    }
}

impl HubService {
    /// The books, as of now.
    pub(crate) fn books(&self) -> HubBooks {
        if let Err(error) = self.change(super::service::advance) {
            tracing::warn!(%error, "the books may be behind");
        }
        self.read(|records| HubBooks {
            credits: credits::available(records),
            charges: records.credits.charges().iter().map(entry).collect(),
            assists_used: records.assists.total(),
            replays: records.replays.replayed(),
            cookies_astray: self.traffic.astray(),
            requests: self.traffic.requests(),
        })
    }
}

fn entry(charge: &credits::Charge) -> HubCharge {
    HubCharge {
        credits: charge.credits,
        refunded: charge.refunded,
        purpose: charge.purpose.clone(),
        at: Timestamp::from_millisecond(charge.at).unwrap_or(Timestamp::UNIX_EPOCH),
    }
}
