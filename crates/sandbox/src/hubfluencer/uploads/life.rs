//! How an upload's processing follows from the time.

use std::sync::Arc;

use super::{
    processing::process_soon,
    record::{Outcome, Upload, UploadStatus},
};
use crate::hubfluencer::{
    records::HubRecords,
    service::{Course, HubService},
};

/// Replays what fell due until now. True where an end is overdue only because the file isn't
/// looked at yet.
pub(crate) fn advance(records: &mut HubRecords, course: &Course<'_>) -> bool {
    let uploads = records.uploads.0.iter_mut();
    let mut is_late = false;
    for upload in uploads.filter(|upload| is_due(upload, course)) {
        match upload.outcome {
            Some(Outcome::Usable { .. }) => upload.status = UploadStatus::Ready,
            Some(Outcome::Refused(_)) => upload.status = UploadStatus::Failed,
            None => is_late = true,
        }
    }
    is_late
}

fn is_due(upload: &Upload, course: &Course<'_>) -> bool {
    upload.status == UploadStatus::Processing && upload.due <= course.now
}

/// Takes up again what a stopped process had not looked at yet.
pub(crate) fn resume(service: &Arc<HubService>) {
    let open = service.read(|records| {
        let uploads = records.uploads.0.iter();
        let open = uploads
            .filter(|upload| upload.status == UploadStatus::Processing && upload.outcome.is_none());
        open.map(|upload| (upload.editor.clone(), upload.id.clone()))
            .collect::<Vec<_>>()
    });
    for (editor, id) in open {
        process_soon(service, &editor, &id);
    }
}
