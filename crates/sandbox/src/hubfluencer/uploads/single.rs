//! Small videos: one PUT.

use std::sync::Arc;

use axum::{body::Bytes, extract::State, http::HeaderMap};

use super::{
    CONFIRMS, PRESIGNED, PRESIGNS,
    accept::{accept, known_editor},
    forms::{PresignedOut, UploadForm, announced, checksum},
    record::{Transfer, Upload, UploadStatus},
    view::UploadOut,
};
use crate::{
    hubfluencer::{
        auth::MayGenerate,
        document::{Broken, Forbidden, Invalid, NotFound, TooMany, Unauthorized, Unprocessable},
        envelope::Envelope,
        fields::Fields,
        id::{Name, Names},
        problem::Problem,
        service::HubService,
    },
    state::new_id,
};

/// Where a video is to be put.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/uploads/presign",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = UploadForm,
    responses(
        (status = 200, body = Envelope<PresignedOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Invalid,
        TooMany,
        Broken
    )
)]
pub(crate) async fn presign(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<PresignedOut>, Problem> {
    known_editor(&service, &slug)?;
    service.admit(PRESIGNS)?;
    let mut fields = Fields::read(&headers, &body)?;
    let announced = announced(&mut fields);
    let sha256 = checksum(&mut fields);
    fields.finish()?;
    let limit = service.upload_quota;
    let upload = service.change(|records, course| {
        let bytes = announced.size_bytes;
        records.uploads.have_room(bytes, limit, course.now)?;
        let until = course.now + PRESIGNED.as_millis() as i64;
        let transfer = Transfer::Single { until, sha256 };
        let upload = Upload::new(new_id(), &slug, announced, transfer, course.now);
        records.uploads.0.push(upload.clone());
        Ok::<_, Problem>(upload)
    })??;
    let key = upload.video_key();
    let url = service
        .objects
        .presign_put(key, &upload.mime_type, PRESIGNED);
    Ok(service.data(PresignedOut {
        presigned_url: url.into(),
        s3_key: key.to_owned(),
        upload_id: upload.id,
        expires_in_seconds: PRESIGNED.as_secs(),
    }))
}

/// Has a video that was put looked at. Asked again, it says how far that is.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/uploads/{upload_id}/confirm",
    security(("bearer" = [])),
    params(("slug" = String, Path), ("upload_id" = String, Path)),
    responses(
        (status = 200, body = Envelope<UploadOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Unprocessable,
        TooMany,
        Broken
    )
)]
pub(crate) async fn confirm(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Names((slug, id)): Names<(String, String)>,
) -> Result<Envelope<UploadOut>, Problem> {
    known_editor(&service, &slug)?;
    service.admit(CONFIRMS)?;
    let upload = service.read(|records| records.uploads.find(&slug, &id).cloned());
    let upload = upload.ok_or_else(Problem::not_found)?;
    let is_multipart = matches!(upload.transfer, Transfer::Multipart { .. });
    if is_multipart && upload.status == UploadStatus::Pending {
        return Err(Problem::unprocessable(
            "multipart_upload",
            "An upload in parts is ended by completing it",
        ));
    }
    accept(&service, &upload).await
}
