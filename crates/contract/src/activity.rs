//! What the service did that its contract does not say, kept for whoever reports it.

use serde::{Deserialize, Serialize};

use crate::{Millis, TaskId};

/// Something that the contract asks to be flagged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActivityEntry {
    /// Counts up; the newest is the highest.
    pub number: i64,
    /// When it was last seen.
    pub at: Millis,
    /// How often the same was seen.
    pub times: u32,
    /// What it is.
    #[serde(flatten)]
    pub anomaly: Anomaly,
}

/// The kinds of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "anomaly", rename_all = "snake_case")]
pub enum Anomaly {
    /// An answer with a status that the contract does not have there.
    UndocumentedStatus {
        /// Method and path as the contract writes it.
        endpoint: String,
        /// The status.
        status: u16,
        /// The service's own word for the error, where it gave one.
        #[serde(default)]
        word: Option<String>,
    },
    /// An answer with a field that should not be there.
    UnexpectedField {
        /// Method and path as the contract writes it.
        endpoint: String,
        /// The field.
        field: String,
    },
    /// The same task failed after two retries.
    FailedAgain {
        /// Which.
        task_id: TaskId,
    },
    /// The balance fell by more than a tenth within a minute, with no order of ours.
    BalanceFell {
        /// Whole seconds of video before.
        from_seconds: i64,
        /// Whole seconds of video after.
        to_seconds: i64,
    },
}

/// The contract version that this build was made for, and the service's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContractVersion {
    /// This build's.
    pub built_for: String,
    /// The published one, as last read.
    pub published: Option<String>,
    /// When it was last read.
    pub checked_at: Option<Millis>,
}

impl ContractVersion {
    /// Whether the service has moved on.
    pub fn has_moved(&self) -> bool {
        self.published
            .as_ref()
            .is_some_and(|published| *published != self.built_for)
    }
}
