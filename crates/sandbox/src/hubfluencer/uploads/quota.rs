//! How much uploaded video an account may keep (contract: per-user storage quota).

use serde_json::json;

use super::record::{Transfer, Upload, UploadStatus, Uploads};
use crate::{hubfluencer::problem::Problem, moment::Millis};

impl Uploads {
    /// Whether so many more bytes have room.
    ///
    /// # Errors
    /// 422 `upload_quota_exceeded`, with the numbers.
    pub(super) fn have_room(&self, bytes: u64, limit: u64, now: Millis) -> Result<(), Problem> {
        let used = self.bytes(|upload| {
            matches!(
                upload.status,
                UploadStatus::Processing | UploadStatus::Ready
            )
        });
        let reserved = self.bytes(|upload| match (upload.status, &upload.transfer) {
            (UploadStatus::Pending, Transfer::Single { until, .. }) => *until > now,
            (UploadStatus::Pending, Transfer::Multipart { .. }) => true,
            _ => false,
        });
        let remaining = limit.saturating_sub(used).saturating_sub(reserved);
        if bytes <= remaining {
            return Ok(());
        }
        let quota = json!({
            "limit_bytes": limit,
            "used_bytes": used,
            "reserved_bytes": reserved,
            "remaining_bytes": remaining,
        });
        Err(Problem::unprocessable(
            "upload_quota_exceeded",
            "The storage quota is used up; delete uploads that aren't used to free space",
        )
        .with("quota", quota))
    }

    fn bytes(&self, counts: impl Fn(&Upload) -> bool) -> u64 {
        let uploads = self.0.iter().filter(|upload| counts(upload));
        uploads.map(|upload| upload.size_bytes).sum()
    }
}
