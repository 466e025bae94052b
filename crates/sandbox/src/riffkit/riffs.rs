//! `POST /api/riffs`: the one call that costs.

use std::sync::Arc;

use axum::{
    Json,
    extract::{ConnectInfo, FromRequest, Multipart, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    allowance, auth,
    catalogue::LANGUAGES,
    characters::CHARACTERS,
    document::{BadRequest, Broken, Insufficient, NoPlan, TooLarge, TooMany, Unauthenticated},
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
    state::{
        Batch, Course, Fate, Formula, Mode, PlannedReel, Records, Source, Task, TaskKind,
        TaskStatus, advance, available_credits, estimate, new_id, queue_generation,
    },
};

/// Riffs in a window, for each user (contract: 10 in 60 s).
const RATE: usize = 10;
const WINDOW: Millis = 60_000;
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
    if let Err(problem) = admit(&service, &request) {
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
        Err(FormRefused::Cut) => return nobody_hears(),
    };
    if service.faults.strikes(&Fault::LoseRiff) {
        line.cut();
        return nobody_hears();
    }
    match accept(&service, form).await {
        Ok(accepted) => answer(&service, &line, accepted).await,
        Err(problem) => problem.into_response(),
    }
}

fn nobody_hears() -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// What is refused before the body is looked at: no session, too many riffs, armed faults.
fn admit(service: &Service, request: &Request) -> Result<(), Problem> {
    auth::check(service, request.headers())?;
    if service.faults.strikes(&Fault::Riff429) {
        return Err(Problem::too_many(30));
    }
    if service.faults.strikes(&Fault::Riff500Before) {
        return Err(Problem::broken());
    }
    if service.faults.strikes(&Fault::Riff403) {
        return Err(Problem::subscription_required(service.topup_url()));
    }
    if service.faults.strikes(&Fault::Riff402) {
        return Err(Problem::insufficient(150_000, 80_000, &service.topup_url()));
    }
    let over = service.change(|records, course| {
        records.submits.retain(|at| course.now - at < WINDOW);
        if records.submits.len() >= RATE {
            let first = records.submits.first().copied().unwrap_or(course.now);
            return Some(first + WINDOW - course.now);
        }
        records.submits.push(course.now);
        None
    })?;
    match over {
        None => Ok(()),
        Some(wait) => Err(Problem::too_many(
            u64::try_from((wait + 999) / 1000).unwrap_or(1).max(1),
        )),
    }
}

/// A riff that stands in the records.
struct Accepted {
    batch: Batch,
    analyze_task_id: Option<String>,
}

/// The source, once it has been checked.
enum Checked {
    Template(String),
    New(Source, Option<Millis>),
}

/// Judges the form and takes the order.
async fn accept(service: &Arc<Service>, form: RiffForm) -> Result<Accepted, Problem> {
    judge(&form)?;
    // No waiting for renderings: an order doesn't depend on them.
    service.change(advance)?;
    let checked = source(service, &form).await?;
    let characters: Vec<Option<String>> = if form.character_ids.is_empty() {
        vec![None]
    } else {
        form.character_ids.iter().cloned().map(Some).collect()
    };
    let planned = characters
        .into_iter()
        .map(|character_id| PlannedReel {
            task_id: new_id(),
            asset_id: new_id(),
            character_id,
        })
        .collect();
    let kept = keep(service, form.video, checked)?;
    let upload_bytes = service.traffic.upload_bytes();
    let accepted = service.change(|records, course| {
        let batch = Batch {
            id: new_id(),
            formula_id: String::new(),
            language: form.language,
            content_anchor: form.content_anchor,
            user_hint: form.user_hint,
            accepted: course.now,
            upload_bytes: kept.bytes,
            mode: Mode::Generate,
            submitted_by: None,
            placed: None,
            planned,
        };
        records.totals.upload_bytes = upload_bytes;
        record(records, course, batch, kept.source, service)
    })?;
    match accepted {
        Ok(accepted) => {
            for planned in &accepted.batch.planned {
                service.render_soon(&planned.asset_id);
            }
            Ok(accepted)
        }
        Err(problem) => {
            if let Some(path) = kept.path {
                let _ = std::fs::remove_file(path);
            }
            Err(problem)
        }
    }
}

/// The rules that need no look at the records or the file.
fn judge(form: &RiffForm) -> Result<(), Problem> {
    let sources = [
        form.video.is_some(),
        !form.tiktok_url.is_empty(),
        !form.formula_id.is_empty(),
    ];
    if sources.into_iter().filter(|given| *given).count() != 1 {
        return Err(riff_form::not_one_source());
    }
    if !LANGUAGES.iter().any(|(code, _)| *code == form.language) {
        return Err(Problem::bad(format!(
            "Unsupported language: {}",
            form.language.chars().take(40).collect::<String>()
        )));
    }
    for id in &form.character_ids {
        if !CHARACTERS.iter().any(|[known, ..]| known == id) {
            return Err(Problem::bad(format!("Character not found: {id}")));
        }
    }
    if !form.product_id.is_empty() {
        return Err(Problem::bad("Product not found"));
    }
    Ok(())
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
    let analyzed = service.store.read(|records| {
        let formula = records.formula(&form.formula_id);
        formula.map(|formula| formula.analyzed)
    });
    match analyzed {
        Some(true) => Ok(Checked::Template(form.formula_id.clone())),
        Some(false) => Err(Problem::bad("The template is not analyzed yet")),
        None => Err(Problem::bad("Template not found")),
    }
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

/// Writes the order down, if the balance covers it.
fn record(
    records: &mut Records,
    course: &Course<'_>,
    mut batch: Batch,
    source: Checked,
    service: &Service,
) -> Result<Accepted, Problem> {
    let length = match &source {
        Checked::New(_, length) => *length,
        Checked::Template(id) => records.formula(id).and_then(|formula| formula.source_ms),
    };
    let reels = i64::try_from(batch.planned.len()).unwrap_or(1);
    let required = estimate(length) * reels;
    allowance::admit(service, records, required, course.now)?;
    let available = available_credits(records);
    if available < required {
        return Err(Problem::insufficient(
            required,
            available,
            &service.topup_url(),
        ));
    }
    let ready = course.now + course.schedule.queue_ms;
    let analyze_task_id = match source {
        Checked::Template(formula_id) => {
            batch.formula_id = formula_id;
            queue_generation(records, &batch, course.now, ready, course);
            None
        }
        Checked::New(source, source_ms) => {
            batch.mode = Mode::AnalyzeThenGenerate;
            batch.formula_id = new_id();
            records.formulas.push(Formula {
                id: batch.formula_id.clone(),
                name: service.captions.template_name(&batch),
                source,
                source_ms,
                analyzed: false,
                stale: false,
                used: 0,
                created: course.now,
            });
            let task = analysis(&batch, ready, course);
            let id = task.id.clone();
            records.tasks.push(task);
            Some(id)
        }
    };
    records.batches.push(batch.clone());
    Ok(Accepted {
        batch,
        analyze_task_id,
    })
}

fn analysis(batch: &Batch, ready: Millis, course: &Course<'_>) -> Task {
    Task {
        id: new_id(),
        batch_id: batch.id.clone(),
        kind: TaskKind::Analyze,
        status: TaskStatus::Queued,
        asset_id: None,
        character_id: None,
        created: course.now,
        ready,
        started: None,
        run_ms: course.schedule.analyze_ms,
        finished: None,
        fate: Fate::Complete,
        failing: 0,
        error: None,
        result: None,
    }
}

/// RiffOut, or what the armed faults make of it.
async fn answer(service: &Service, line: &Line, accepted: Accepted) -> Response {
    if service.faults.strikes(&Fault::LoseRiffAnswer) {
        line.cut();
        return nobody_hears();
    }
    if service.faults.strikes(&Fault::Riff500After) {
        return Problem::broken().into_response();
    }
    tokio::select! {
        () = service.faults.hold(&Fault::HoldRiffAnswer) => {}
        () = service.closing.cancelled() => return nobody_hears(),
    }
    let Accepted {
        batch,
        analyze_task_id,
    } = accepted;
    let task_ids: Vec<String> = match batch.mode {
        Mode::Generate => batch
            .planned
            .iter()
            .map(|planned| planned.task_id.clone())
            .collect(),
        Mode::AnalyzeThenGenerate => Vec::new(),
    };
    Json(RiffOut {
        mode: batch.mode,
        batch_id: batch.id,
        formula_id: batch.formula_id,
        analyze_task_id,
        task_ids,
    })
    .into_response()
}
