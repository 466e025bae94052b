//! Taking in what was put: checked against what was announced, then queued to be looked at.

use std::sync::Arc;

use super::{
    processing::process_soon,
    record::{Transfer, Upload, UploadStatus},
    view::{UploadOut, view},
};
use crate::{
    hubfluencer::{envelope::Envelope, problem::Problem, service::HubService},
    moment::Millis,
    objects,
};

/// The share of a generation's time that the processing of an upload takes, in hundredths.
const PROCESSING: Millis = 30;

/// Whether there is such a project.
///
/// # Errors
/// 404.
pub(super) fn known_editor(service: &HubService, slug: &str) -> Result<(), Problem> {
    let is_there = service.read(|records| records.editors.find(slug).is_some());
    if is_there {
        return Ok(());
    }
    Err(Problem::not_found())
}

/// Queues an upload for its processing, where it is still pending, and shows it.
///
/// # Errors
/// 422 where what was put is not what was announced: it can be put again then.
pub(super) async fn accept(
    service: &Arc<HubService>,
    upload: &Upload,
) -> Result<Envelope<UploadOut>, Problem> {
    if upload.status == UploadStatus::Pending {
        check(service, upload).await?;
        let is_new = service.change(|records, course| {
            let upload = records.uploads.find_mut(&upload.editor, &upload.id);
            let upload = upload.filter(|upload| upload.status == UploadStatus::Pending)?;
            upload.status = UploadStatus::Processing;
            upload.due = course.now + course.part(PROCESSING);
            Some(())
        })?;
        if is_new.is_some() {
            process_soon(service, &upload.editor, &upload.id);
        }
    }
    show(service, &upload.editor, &upload.id)
}

/// An upload as the API shows it.
///
/// # Errors
/// 404.
fn show(service: &HubService, editor: &str, id: &str) -> Result<Envelope<UploadOut>, Problem> {
    let shown = service.read(|records| {
        let upload = records.uploads.find(editor, id)?;
        Some(view(service, records, upload))
    });
    Ok(service.data(shown.ok_or_else(Problem::not_found)?))
}

/// Whether what lies in the storage is what was announced (contract: confirm HEADs the object).
async fn check(service: &HubService, upload: &Upload) -> Result<(), Problem> {
    let key = upload.video_key();
    let (head, path) = (service.objects.head(key), service.objects.path(key));
    let (Some(head), Some(path)) = (head, path) else {
        return Err(Problem::unprocessable(
            "upload_missing",
            "Nothing was put under this key",
        ));
    };
    if head.content_type != upload.mime_type {
        let kind = &upload.mime_type;
        return Err(Problem::unprocessable(
            "content_type_mismatch",
            format!("{kind} was put as {}", head.content_type),
        ));
    }
    if head.bytes != upload.size_bytes {
        let (announced, put) = (upload.size_bytes, head.bytes);
        return Err(Problem::unprocessable(
            "size_mismatch",
            format!("{announced} bytes were announced, {put} were put"),
        ));
    }
    let Transfer::Single {
        sha256: Some(announced),
        ..
    } = &upload.transfer
    else {
        return Ok(());
    };
    let sum = tokio::task::spawn_blocking(move || objects::sha256(&path));
    let sum = sum.await.map_err(std::io::Error::other);
    let sum = sum.and_then(|sum| sum).map_err(|error| {
        tracing::error!(%error, "an upload could not be summed");
        Problem::broken()
    })?;
    if sum == *announced {
        return Ok(());
    }
    Err(Problem::unprocessable(
        "checksum_mismatch",
        "The SHA-256 of what was put is another",
    ))
}
