//! Large videos: in parts, resumable.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
};

use super::{
    ABORTS, COMPLETES, INITS, PRESIGNED, SIGNED_PARTS,
    accept::{accept, known_editor},
    forms::{
        AbortForm, AbortedOut, CompleteForm, MultipartForm, MultipartOut, PartForm, SignedPartOut,
        announced, ids, parts,
    },
    record::{Transfer, Upload, UploadStatus},
    view::UploadOut,
};
use crate::{
    hubfluencer::{
        auth::MayGenerate,
        document::{Broken, Forbidden, Invalid, NotFound, TooMany, Unauthorized, Unprocessable},
        envelope::Envelope,
        fields::Fields,
        id::Name,
        problem::Problem,
        service::HubService,
    },
    objects::Incomplete,
    state::new_id,
};

/// Parts of one upload at most (contract: 1..10000).
const MOST_PARTS: u64 = 10_000;

/// Begins an upload in parts.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/uploads/multipart/init",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = MultipartForm,
    responses(
        (status = 200, body = Envelope<MultipartOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Invalid,
        TooMany,
        Broken
    )
)]
pub(crate) async fn init(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<MultipartOut>, Problem> {
    known_editor(&service, &slug)?;
    service.admit(INITS)?;
    let mut fields = Fields::read(&headers, &body)?;
    let announced = announced(&mut fields);
    fields.finish()?;
    let part_size = announced.size_bytes.div_ceil(MOST_PARTS);
    let part_size = part_size.max(service.part_size);
    let parts_count = announced.size_bytes.div_ceil(part_size);
    let parts_count = u32::try_from(parts_count).unwrap_or(u32::MAX);
    let id = new_id();
    let key = announced.key(&slug, &id);
    let begun = service.objects.create_multipart(&key, &announced.mime_type);
    let s3_upload_id = begun.map_err(|error| {
        tracing::error!(%error, "a multipart upload could not be begun");
        Problem::broken()
    })?;
    let transfer = Transfer::Multipart {
        s3_upload_id: s3_upload_id.clone(),
        parts_count,
    };
    let limit = service.upload_quota;
    let kept = service.change(|records, course| {
        let bytes = announced.size_bytes;
        records.uploads.have_room(bytes, limit, course.now)?;
        let upload = Upload::new(id.clone(), &slug, announced, transfer, course.now);
        records.uploads.0.push(upload);
        Ok::<_, Problem>(())
    })?;
    if let Err(problem) = kept {
        drop_parts(&service, &s3_upload_id)?;
        return Err(problem);
    }
    Ok(service.data(MultipartOut {
        upload_id: id,
        s3_upload_id,
        s3_key: key,
        parts_count,
        part_size,
    }))
}

/// Gives the address of one part.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/uploads/multipart/sign-part",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = PartForm,
    responses(
        (status = 200, body = Envelope<SignedPartOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Invalid,
        TooMany,
        Broken
    )
)]
pub(crate) async fn sign_part(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<SignedPartOut>, Problem> {
    known_editor(&service, &slug)?;
    service.admit(SIGNED_PARTS)?;
    let mut fields = Fields::read(&headers, &body)?;
    let ids = ids(&mut fields);
    fields.require("part_number");
    let number = fields.whole("part_number", 1..=MOST_PARTS as i64);
    fields.finish()?;
    let number = number.and_then(|number| u32::try_from(number).ok());
    let found = find(&service, &slug, &ids)?;
    pending(&found.upload)?;
    let number = number
        .filter(|number| *number <= found.parts_count)
        .ok_or_else(|| {
            let count = found.parts_count;
            Problem::field("part_number", format!("must be from 1 to {count}"))
        })?;
    let key = found.upload.video_key();
    let url = service
        .objects
        .presign_part(key, &found.s3_upload_id, number, PRESIGNED);
    Ok(service.data(SignedPartOut {
        presigned_url: url.into(),
        part_number: number,
    }))
}

/// Makes one video of all parts, and has it looked at. Asked again, it says how far that is.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/uploads/multipart/complete",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = CompleteForm,
    responses(
        (status = 200, body = Envelope<UploadOut>),
        (status = 502, description = "The storage could not complete it; it can be tried again"),
        Unauthorized,
        Forbidden,
        NotFound,
        Unprocessable,
        TooMany,
        Broken
    )
)]
pub(crate) async fn complete(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<UploadOut>, Problem> {
    known_editor(&service, &slug)?;
    service.admit(COMPLETES)?;
    let mut fields = Fields::read(&headers, &body)?;
    let ids = ids(&mut fields);
    let parts = parts(&mut fields);
    fields.finish()?;
    let found = find(&service, &slug, &ids)?;
    let is_stored = service.objects.head(found.upload.video_key()).is_some();
    // Where a stop came between the storage's answer and the queue, it is stored already.
    if found.upload.status == UploadStatus::Pending && !is_stored {
        if parts.len() != found.parts_count as usize {
            let count = found.parts_count;
            return Err(Problem::field(
                "parts",
                format!("should have {count} item(s)"),
            ));
        }
        let done = service.objects.complete(&found.s3_upload_id, &parts).await;
        // An earlier call whose answer was lost may have put them together meanwhile.
        if let Err(error) = done
            && service.objects.head(found.upload.video_key()).is_none()
        {
            return Err(incomplete(error));
        }
    }
    accept(&service, &found.upload).await
}

/// Gives an upload up, with all its parts.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/uploads/multipart/abort",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = AbortForm,
    responses(
        (status = 200, body = Envelope<AbortedOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Unprocessable,
        TooMany,
        Broken
    )
)]
pub(crate) async fn abort(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<AbortedOut>, Problem> {
    known_editor(&service, &slug)?;
    service.admit(ABORTS)?;
    let mut fields = Fields::read(&headers, &body)?;
    let ids = ids(&mut fields);
    fields.finish()?;
    let found = find(&service, &slug, &ids)?;
    pending(&found.upload)?;
    drop_parts(&service, &found.s3_upload_id)?;
    let key = found.upload.video_key();
    // Put together already, but refused for its length.
    service.objects.remove(key).map_err(|error| {
        tracing::error!(%error, "an upload that was given up could not be removed");
        Problem::broken()
    })?;
    let upload_id = found.upload.id;
    service.change(|records, _| records.uploads.0.retain(|upload| upload.id != upload_id))?;
    Ok(service.data(AbortedOut {
        upload_id,
        status: "aborted",
    }))
}

/// An upload in parts.
struct InParts {
    upload: Upload,
    s3_upload_id: String,
    parts_count: u32,
}

/// The upload that both ids name.
///
/// # Errors
/// 404.
fn find(
    service: &HubService,
    slug: &str,
    (id, s3_id): &(String, String),
) -> Result<InParts, Problem> {
    let upload = service.read(|records| records.uploads.find(slug, id).cloned());
    let upload = upload.ok_or_else(Problem::not_found)?;
    match &upload.transfer {
        Transfer::Multipart {
            s3_upload_id,
            parts_count,
        } if s3_upload_id == s3_id => Ok(InParts {
            s3_upload_id: s3_upload_id.clone(),
            parts_count: *parts_count,
            upload,
        }),
        _ => Err(Problem::not_found()),
    }
}

/// # Errors
/// 422 where its parts have been put together already.
fn pending(upload: &Upload) -> Result<(), Problem> {
    if upload.status == UploadStatus::Pending {
        return Ok(());
    }
    Err(Problem::unprocessable(
        "upload_already_completed",
        "The upload has been completed",
    ))
}

/// The service's own words for what the storage refuses.
fn incomplete(error: Incomplete) -> Problem {
    tracing::debug!(%error, "an upload could not be completed");
    match error {
        Incomplete::Refused(refusal) if refusal.is_internal() => Problem::told(
            StatusCode::BAD_GATEWAY,
            "storage_error",
            "The storage could not put the parts together; try again",
        ),
        Incomplete::Refused(refusal) => Problem::unprocessable(
            "multipart_complete_failed",
            format!("The storage refuses the parts: {}", refusal.code()),
        )
        .with("code", refusal.code()),
        Incomplete::Disk(_) => Problem::broken(),
    }
}

fn drop_parts(service: &HubService, s3_upload_id: &str) -> Result<(), Problem> {
    let dropped = service.objects.abort(s3_upload_id);
    dropped.map(|_| ()).map_err(|error| {
        tracing::error!(%error, "a multipart upload could not be dropped");
        Problem::broken()
    })
}
