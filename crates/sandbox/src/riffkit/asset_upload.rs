//! Taking reference material in.

use std::sync::Arc;

use axum::{
    Json,
    extract::{FromRequest, Multipart, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::{
    asset_form::{self, AssetForm, AssetParts, Received},
    asset_view::{self, AssetOut, REFERENCE},
    auth,
    document::{BadRequest, Broken, TooLarge, Unauthenticated},
    problem::Problem,
    riff_form::LARGEST_VIDEO,
};
use crate::{
    lingering::read_on,
    moment::Millis,
    render::probe,
    service::Service,
    sniff::Picture,
    state::{Material, MaterialKind, new_id},
};

/// Largest image, in bytes (contract: 50 MB).
const LARGEST_IMAGE: u64 = 52_428_800;
/// A body that is refused unread is read on for this many bytes.
const READ_ON: u64 = 160 * 1024 * 1024;

/// Takes a reference video or image in. What it is, is told by its contents.
#[utoipa::path(
    post,
    path = "/api/assets/upload",
    security(("session" = [])),
    request_body(content = AssetParts, content_type = "multipart/form-data"),
    responses(
        (status = 200, body = AssetOut),
        BadRequest,
        Unauthenticated,
        TooLarge,
        Broken
    )
)]
pub(crate) async fn upload(State(service): State<Arc<Service>>, request: Request) -> Response {
    if let Err(problem) = auth::check(&service, request.headers()) {
        read_on(request.into_body(), READ_ON).await;
        return problem.into_response();
    }
    let taken = match Multipart::from_request(request, &()).await {
        Ok(multipart) => take(&service, multipart).await,
        Err(_) => Err(Problem::bad("The body must be multipart/form-data")),
    };
    taken.map(Json).into_response()
}

async fn take(service: &Service, multipart: Multipart) -> Result<AssetOut, Problem> {
    let mut form = asset_form::read(&service.folders.uploads(), multipart).await?;
    let file = form
        .file
        .take()
        .ok_or_else(|| Problem::bad("file is required"))?;
    judge(service, &form)?;
    let seen = look(service, &file).await?;
    let material = Material {
        id: new_id(),
        name: form.name.unwrap_or(file.name),
        kind: seen.kind,
        extension: seen.extension.to_owned(),
        bytes: file.bytes,
        duration_ms: seen.duration_ms,
        product_id: form.product_id,
        character_id: form.character_id,
        notes: form.notes,
        created: service.now(),
    };
    let lasting = service.folders.material(&material);
    file.path.persist(&lasting).map_err(|error| {
        tracing::error!(%error, "reference material could not be kept");
        Problem::broken()
    })?;
    let view = asset_view::material(&material);
    service.change(|records, _| records.materials.push(material))?;
    Ok(view)
}

/// The rules that need no look at the file.
fn judge(service: &Service, form: &AssetForm) -> Result<(), Problem> {
    match form.asset_role.as_str() {
        "" => return Err(Problem::bad("asset_role is required")),
        REFERENCE => {}
        _ => return Err(Problem::bad("asset_role must be reference")),
    }
    if let Some(id) = &form.character_id
        && service.cast.get(id).is_none()
    {
        return Err(Problem::bad("Character not found"));
    }
    let Some(id) = &form.product_id else {
        return Ok(());
    };
    let is_there = service.store.read(|records| records.product(id).is_some());
    if is_there {
        return Ok(());
    }
    Err(Problem::bad("Product not found"))
}

/// What was seen of a file.
struct Seen {
    kind: MaterialKind,
    extension: &'static str,
    duration_ms: Option<Millis>,
}

/// Tells what a file is, and measures it against its caps.
async fn look(service: &Service, file: &Received) -> Result<Seen, Problem> {
    if file.bytes == 0 {
        return Err(Problem::bad("file is empty"));
    }
    let too_large = |what| Problem::plain(StatusCode::PAYLOAD_TOO_LARGE, what);
    if let Some(picture) = Picture::of(&file.head) {
        if file.bytes > LARGEST_IMAGE {
            return Err(too_large("Image is too large: at most 50 MB"));
        }
        return Ok(Seen {
            kind: MaterialKind::Image,
            extension: picture.extension(),
            duration_ms: None,
        });
    }
    if file.bytes > LARGEST_VIDEO {
        return Err(too_large("Video is too large: at most 100 MB"));
    }
    let seen = probe::look(service.renderer.program(), &file.path)
        .await
        .map_err(|_| Problem::bad("The file is neither a video nor an image that can be read"))?;
    let cap = service.max_render_seconds;
    if seen.seconds.is_some_and(|seconds| seconds > cap) {
        return Err(Problem::bad(format!("The video is longer than {cap} s")));
    }
    let is_matroska = file.head.starts_with(&[0x1A, 0x45, 0xDF, 0xA3]);
    Ok(Seen {
        kind: MaterialKind::Video,
        extension: if is_matroska { "mkv" } else { "mp4" },
        duration_ms: seen.seconds.map(|seconds| (seconds * 1000.0) as Millis),
    })
}
