//! `POST /api/riffs`: the one call that costs.

use std::sync::Arc;

use axum::{
    Json,
    extract::{ConnectInfo, FromRequest, Multipart, Request, State},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    document::{BadRequest, Broken, Insufficient, NoPlan, TooLarge, TooMany, Unauthenticated},
    ordering::{self, Accepted, Checked, Order},
    problem::Problem,
    riff_form::{self, FormRefused, RiffForm, RiffParts, Upload},
    tiktok,
};
use crate::{
    connection::Line,
    faults::Fault,
    lingering::read_on,
    moment::Millis,
    render::probe,
    service::Service,
    state::{Mode, Placed, Source, advance, new_id},
};

/// A body that is refused unread is read on for this many bytes.
const READ_ON: u64 = 160 * 1024 * 1024;

/// A riff that was accepted.
#[derive(Serialize, ToSchema)]
pub(crate) struct RiffOut {
    mode: Mode,
    batch_id: String,
    formula_id: String,
    /// The analysis of a new source.
    analyze_task_id: Option<String>,
    /// The generations; of a new source none yet.
    task_ids: Vec<String>,
}

/// Submits a riff.
#[utoipa::path(
    post,
    path = "/api/riffs",
    security(("session" = [])),
    request_body(content = RiffParts, content_type = "multipart/form-data"),
    responses(
        (status = 200, body = RiffOut),
        BadRequest,
        Unauthenticated,
        Insufficient,
        NoPlan,
        TooLarge,
        TooMany,
        Broken
    )
)]
pub(crate) async fn submit(
    State(service): State<Arc<Service>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
) -> Response {
    if let Err(problem) = ordering::admit(&service, request.headers()) {
        read_on(request.into_body(), READ_ON).await;
        return problem.into_response();
    }
    let multipart = match Multipart::from_request(request, &()).await {
        Ok(multipart) => multipart,
        Err(_) => return Problem::bad("The body must be multipart/form-data").into_response(),
    };
    let form = match riff_form::read(&service, &line, multipart).await {
        Ok(form) => form,
        Err(FormRefused::Problem(problem)) => return problem.into_response(),
        Err(FormRefused::Cut) => return ordering::nobody_hears(),
    };
    if service.faults.strikes(&Fault::LoseRiff) {
        line.cut();
        return ordering::nobody_hears();
    }
    match accept(&service, form).await {
        Ok(accepted) => answer(&service, &line, accepted).await,
        Err(problem) => problem.into_response(),
    }
}

/// Judges the form and takes the order.
async fn accept(service: &Arc<Service>, form: RiffForm) -> Result<Accepted, Problem> {
    one_source(&form)?;
    let mut order = Order {
        language: form.language.clone(),
        content_anchor: form.content_anchor.clone(),
        user_hint: form.user_hint.clone(),
        character_ids: form.character_ids.clone(),
        placed: (!form.product_id.is_empty()).then(|| Placed {
            product_id: form.product_id.clone(),
            visibility: form.visibility,
        }),
        upload_bytes: 0,
    };
    ordering::judge(service, &order)?;
    // No waiting for renderings: an order doesn't depend on them.
    service.change(advance)?;
    let checked = source(service, &form).await?;
    let kept = keep(service, form.video, checked)?;
    order.upload_bytes = kept.bytes;
    let accepted = ordering::take(service, order, kept.source);
    if accepted.is_err()
        && let Some(path) = kept.path
    {
        let _ = std::fs::remove_file(path);
    }
    accepted
}

/// Refuses forms that don't have exactly one source.
fn one_source(form: &RiffForm) -> Result<(), Problem> {
    let sources = [
        form.video.is_some(),
        !form.tiktok_url.is_empty(),
        !form.formula_id.is_empty(),
    ];
    match sources.into_iter().filter(|given| *given).count() {
        1 => Ok(()),
        _ => Err(riff_form::not_one_source()),
    }
}

/// The rules of the source itself.
async fn source(service: &Service, form: &RiffForm) -> Result<Checked, Problem> {
    if let Some(video) = &form.video {
        let seen = probe::look(service.renderer.program(), &video.path)
            .await
            .map_err(|_| Problem::bad("The file is not a video that can be read"))?;
        let cap = service.max_render_seconds;
        if seen.seconds.is_some_and(|seconds| seconds > cap) {
            return Err(Problem::bad(format!("The video is longer than {cap} s")));
        }
        let length = seen.seconds.map(|seconds| (seconds * 1000.0) as Millis);
        let source = Source::Upload {
            file: String::new(),
            bytes: video.bytes,
        };
        return Ok(Checked::New(source, length));
    }
    if !form.tiktok_url.is_empty() {
        tiktok::check(&form.tiktok_url)?;
        let url = form.tiktok_url.clone();
        return Ok(Checked::New(Source::Link { url }, None));
    }
    ordering::template(service, &form.formula_id)
}

/// A source whose file has its lasting name.
struct Kept {
    source: Checked,
    bytes: u64,
    path: Option<std::path::PathBuf>,
}

/// Gives an upload its lasting name.
fn keep(service: &Service, video: Option<Upload>, checked: Checked) -> Result<Kept, Problem> {
    let (Some(Upload { path, bytes }), Checked::New(_, length)) = (video, &checked) else {
        return Ok(Kept {
            source: checked,
            bytes: 0,
            path: None,
        });
    };
    let file = new_id();
    let lasting = service.folders.uploads().join(&file);
    path.persist(&lasting).map_err(|error| {
        tracing::error!(%error, "an upload could not be kept");
        Problem::broken()
    })?;
    Ok(Kept {
        source: Checked::New(Source::Upload { file, bytes }, *length),
        bytes,
        path: Some(lasting),
    })
}

/// RiffOut, or what the armed faults make of it.
async fn answer(service: &Service, line: &Line, accepted: Accepted) -> Response {
    if let Err(response) = ordering::answering(service, line).await {
        return response;
    }
    Json(RiffOut {
        mode: accepted.batch.mode,
        task_ids: accepted.task_ids(),
        batch_id: accepted.batch.id,
        formula_id: accepted.batch.formula_id,
        analyze_task_id: accepted.analyze_task_id,
    })
    .into_response()
}
