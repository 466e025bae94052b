//! An upload as the API shows it.

use std::time::Duration;

use serde::Serialize;
use utoipa::ToSchema;

use super::record::{Upload, UploadStatus};
use crate::hubfluencer::{moment::zoned, records::HubRecords, service::HubService};

/// `<Upload>`. The address in it is signed anew at each look.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UploadOut {
    id: String,
    filename: String,
    mime_type: String,
    size_bytes: u64,
    fit_mode: String,
    product_description: Option<String>,
    /// The poll signal.
    status: UploadStatus,
    duration_seconds: Option<f64>,
    first_frame_url: Option<String>,
    error_message: Option<String>,
    /// The scenes that it stands in.
    attached_segment_ids: Vec<u64>,
    inserted_at: String,
}

/// How long the address of a first frame holds.
const SHOWN: Duration = Duration::from_secs(60 * 60);

/// `<Upload>`.
pub(super) fn view(service: &HubService, records: &HubRecords, upload: &Upload) -> UploadOut {
    UploadOut {
        id: upload.id.clone(),
        filename: upload.filename.clone(),
        mime_type: upload.mime_type.clone(),
        size_bytes: upload.size_bytes,
        fit_mode: upload.fit_mode.clone(),
        product_description: upload.product_description.clone(),
        status: upload.status,
        duration_seconds: upload.duration_ms().map(|length| length as f64 / 1000.0),
        first_frame_url: upload.picture_key().map(|key| shown(service, key)),
        error_message: upload.error().map(str::to_owned),
        attached_segment_ids: records.editors.attached(&upload.id),
        inserted_at: zoned(upload.created),
    }
}

fn shown(service: &HubService, key: &str) -> String {
    service.objects.presign_get(key, SHOWN).into()
}

/// The uploads of a project, oldest first.
pub(crate) fn views(service: &HubService, records: &HubRecords, editor: &str) -> Vec<UploadOut> {
    let uploads = records.uploads.0.iter();
    uploads
        .filter(|upload| upload.editor == editor)
        .map(|upload| view(service, records, upload))
        .collect()
}
