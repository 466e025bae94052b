//! What is kept of a clip on its way to an ad.

use std::collections::BTreeMap;
use std::path::PathBuf;

use contract::{FitMode, FootageId, Millis, Refusal};
use serde::{Deserialize, Serialize};

use crate::journal::paths;

/// Where a clip stands on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FootagePhase {
    /// Its sender sends it, or died while it did.
    Sending,
    /// It can go on.
    Paused,
    /// It is over, and storage may still have parts of it.
    Aborting,
    /// The service looks at it.
    Processing,
    /// It can be placed.
    Ready,
    /// It can't be used.
    Failed,
    /// The person gave it up.
    Cancelled,
}

impl FootagePhase {
    const ALL: [Self; 7] = [
        Self::Sending,
        Self::Paused,
        Self::Aborting,
        Self::Processing,
        Self::Ready,
        Self::Failed,
        Self::Cancelled,
    ];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Sending => "sending",
            Self::Paused => "paused",
            Self::Aborting => "aborting",
            Self::Processing => "processing",
            Self::Ready => "ready",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// What an unknown word means: a newer version's, which can be looked at and gone on with.
    pub(super) fn of(word: &str) -> Self {
        let found = Self::ALL.into_iter().find(|phase| phase.as_str() == word);
        found.unwrap_or(Self::Paused)
    }

    /// Whether nothing follows it.
    pub(crate) const fn is_last(self) -> bool {
        matches!(self, Self::Ready | Self::Failed | Self::Cancelled)
    }
}

/// What tells whether a file is still the one whose parts storage has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileMark {
    /// Size in bytes.
    pub(crate) size: u64,
    /// Nanoseconds since the epoch at which it was last written, as text: they outgrow JSON's
    /// numbers. Empty where the file system doesn't say.
    pub(crate) modified: String,
    /// SHA-256 of its first and its last block.
    pub(crate) ends: String,
}

/// The file of a clip.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct ClipFile {
    #[serde(with = "paths")]
    pub(crate) path: PathBuf,
    /// Its own name.
    pub(crate) name: String,
    /// By its content.
    pub(crate) mime_type: String,
    pub(crate) mark: FileMark,
    /// Length in seconds, where it could be told.
    pub(crate) duration_seconds: Option<f64>,
}

/// How a clip is sent, and what is said of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct FootageBrief {
    pub(crate) fit_mode: FitMode,
    pub(crate) product_description: String,
    pub(crate) in_parts: bool,
    pub(crate) with_checksum: bool,
}

/// The place that the service gave a clip. The addresses themselves are nowhere on disk: they are
/// keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct UploadSlot {
    /// The service's id, in its JSON form.
    pub(crate) upload_id: hubfluencer::Id,
    pub(crate) s3_key: Option<String>,
    /// How it is cut. None: it goes in one piece.
    pub(crate) parts: Option<PartPlan>,
    /// Until when the address of one piece takes bytes. Parts have addresses of their own.
    #[serde(default)]
    pub(crate) address_until: Option<Millis>,
}

/// How a clip is cut into parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PartPlan {
    /// Storage's own id of the upload.
    pub(crate) s3_upload_id: String,
    /// Bytes of each part but the last.
    pub(crate) part_size: u64,
    pub(crate) parts_count: u32,
}

/// A clip on its way, or one that was.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FootageRecord {
    pub(crate) footage_id: FootageId,
    /// The process that sends or sent it.
    pub(crate) sender: String,
    pub(crate) slug: String,
    pub(crate) phase: FootagePhase,
    pub(crate) file: ClipFile,
    pub(crate) brief: FootageBrief,
    pub(crate) slot: Option<UploadSlot>,
    /// Whether its end was asked for ("complete", "confirm"): the answer may have been lost.
    pub(crate) is_end_asked: bool,
    /// ETags of what storage has acknowledged, by part number. One piece is part 1.
    pub(crate) parts: BTreeMap<u32, String>,
    pub(crate) refusal: Option<Refusal>,
    pub(crate) created_at: Millis,
}

impl FootageRecord {
    /// Until when the address that it is being sent to takes bytes, where it goes in one piece.
    pub(crate) fn address_until(&self) -> Option<Millis> {
        let is_awaited = self.phase == FootagePhase::Sending && self.parts.is_empty();
        let slot = self.slot.as_ref().filter(|_| is_awaited)?;
        slot.address_until
    }

    /// Bytes that storage has acknowledged.
    pub(crate) fn acknowledged(&self) -> u64 {
        let size = self.file.mark.size;
        let plan = self.slot.as_ref().and_then(|slot| slot.parts.as_ref());
        let bytes = |number: &u32| plan.map_or(size, |plan| plan.length_of(*number, size));
        self.parts.keys().map(bytes).sum()
    }
}

impl PartPlan {
    /// Where a part begins, in a file of this size. Parts count from 1.
    pub(crate) fn start_of(&self, number: u32) -> u64 {
        u64::from(number.saturating_sub(1)).saturating_mul(self.part_size)
    }

    /// Bytes of a part, in a file of this size.
    pub(crate) fn length_of(&self, number: u32, size: u64) -> u64 {
        let start = self.start_of(number);
        size.saturating_sub(start).min(self.part_size)
    }

    /// Whether the parts are the whole file, and no part is empty.
    pub(crate) fn covers(&self, size: u64) -> bool {
        self.part_size > 0 && size.div_ceil(self.part_size) == u64::from(self.parts_count)
    }
}

#[cfg(test)]
mod tests {
    use super::PartPlan;

    #[test]
    fn parts_are_cut_without_a_gap_and_the_last_is_the_rest() {
        let plan = PartPlan {
            s3_upload_id: "u".to_owned(),
            part_size: 8,
            parts_count: 3,
        };
        let cut: Vec<_> = (1..=3)
            .map(|part| (plan.start_of(part), plan.length_of(part, 17)))
            .collect();
        assert_eq!(cut, [(0, 8), (8, 8), (16, 1)]);
        assert!(plan.covers(17) && plan.covers(24));
        assert!(!plan.covers(16) && !plan.covers(25));
        let none = PartPlan {
            part_size: 0,
            ..plan
        };
        assert!(!none.covers(17));
    }
}
