//! What the engine extracted or rewrote for a task.

use std::sync::Arc;

use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    auth::SignedIn,
    document::{Broken, NotFound, Unauthenticated},
    formula_view::Known,
    id::Id,
    problem::Problem,
};
use crate::{
    moment::Millis,
    render::script::{Brief, Placement, Script},
    service::Service,
    state::{
        Batch, CREDITS_PER_SECOND, Records, Task, TaskKind, TaskStatus, Visibility, estimate,
        progress,
    },
    templates::ExtractionSummary,
};

/// From this share on the rewriting of a generation is done, in percent.
const REWRITTEN: i64 = 25;

/// What the engine extracted or rewrote for a task.
#[derive(Serialize, ToSchema)]
pub(crate) struct TaskContentOut {
    /// Of an analysis that has completed.
    extraction: Option<ExtractionSummary>,
    /// Of a generation, once its adaptation is done.
    rewrite: Option<RewriteOut>,
    template_name: Option<String>,
    content_anchor: Option<String>,
    user_hint: Option<String>,
}

/// A generation's rewrite. The contract names its fields only; the dialogue has the form of a
/// template's transcript.
#[derive(Serialize, ToSchema)]
pub(crate) struct RewriteOut {
    story: String,
    dialogue: Vec<DialogueLine>,
    caption: String,
    hashtags: Vec<String>,
}

/// A line that is spoken.
#[derive(Serialize, ToSchema)]
pub(crate) struct DialogueLine {
    /// Second at which it begins.
    at: f64,
    text: String,
    mode: &'static str,
}

/// What the engine extracted or rewrote for a task.
#[utoipa::path(
    get,
    path = "/api/tasks/{task_id}/content",
    security(("session" = [])),
    params(("task_id" = String, Path)),
    responses((status = 200, body = TaskContentOut), Unauthenticated, NotFound, Broken)
)]
pub(crate) async fn content(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Id(id): Id,
) -> Result<Json<TaskContentOut>, Problem> {
    service.settle().await?;
    let now = service.now();
    service.store.read(|records| {
        let task = records
            .task(&id)
            .ok_or_else(|| Problem::not_found("Task"))?;
        let batch = records.batch(&task.batch_id);
        let formula_id = match &task.refreshes {
            Some(formula_id) => Some(formula_id),
            None => batch.map(|batch| &batch.formula_id),
        };
        let template = formula_id.and_then(|id| Known::find(records, id));
        let is_analyzed = task.kind == TaskKind::Analyze && task.status == TaskStatus::Completed;
        let is_rewritten = task.kind == TaskKind::Pipeline && progress(task, now) >= REWRITTEN;
        Ok(Json(TaskContentOut {
            extraction: template
                .filter(|_| is_analyzed)
                .and_then(|template| template.summary(records)),
            rewrite: batch
                .filter(|_| is_rewritten)
                .map(|batch| rewrite(&service, records, task, batch)),
            template_name: template.map(|template| template.formula().name.clone()),
            content_anchor: batch.map(|batch| batch.content_anchor.clone()),
            user_hint: batch.map(|batch| batch.user_hint.clone()),
        }))
    })
}

fn rewrite(service: &Service, records: &Records, task: &Task, batch: &Batch) -> RewriteOut {
    let script = script(service, records, task, batch);
    let is_off_camera = batch
        .placed
        .as_ref()
        .is_some_and(|placed| placed.visibility == Visibility::OffCamera);
    let mode = if is_off_camera {
        "voiceover"
    } else {
        "on_camera_dialogue"
    };
    let words = service.captions.of(batch);
    RewriteOut {
        story: script.story,
        dialogue: script
            .lines
            .into_iter()
            .map(|line| DialogueLine {
                at: line.at,
                text: line.text,
                mode,
            })
            .collect(),
        caption: words.caption,
        hashtags: words.hashtags,
    }
}

fn script(service: &Service, records: &Records, task: &Task, batch: &Batch) -> Script {
    let character = task.character_id.as_deref();
    let character = character.and_then(|id| service.cast.get(id));
    let product = batch.placed.as_ref();
    let product = product.and_then(|placed| Some((placed, records.product(&placed.product_id)?)));
    let placement = match product {
        None => Placement::None,
        Some((placed, product)) => match placed.visibility {
            Visibility::OnCamera => Placement::OnCamera(&product.name),
            Visibility::OffCamera => Placement::OffCamera(&product.name),
        },
    };
    service.scripts.of(&Brief {
        language: &batch.language,
        direction: &batch.content_anchor,
        character: character.map(|character| character.name.as_str()),
        placement,
        seconds: length_ms(records, task, batch) as f64 / 1000.0,
    })
}

/// How long the reel of a task is, or is going to be.
fn length_ms(records: &Records, task: &Task, batch: &Batch) -> Millis {
    let rendered = task.asset_id.as_ref();
    let rendered = rendered.and_then(|id| records.rendering(id));
    rendered.map_or_else(
        || {
            let formula = records.formula(&batch.formula_id);
            let source_ms = formula.and_then(|formula| formula.source_ms);
            estimate(source_ms) * 1000 / CREDITS_PER_SECOND
        },
        |rendered| rendered.duration_ms,
    )
}
