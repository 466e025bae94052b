//! Rendering the whole project, by hand or by autopilot.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    super::{
        auth::{MayGenerate, MayRead},
        document::{
            Broken, Conflict, Forbidden, Insufficient, NotFound, Rejected, Unauthorized,
            Unavailable,
        },
        envelope::Envelope,
        id::Name,
        problem::Problem,
        service::HubService,
    },
    answering::{Price, look, order},
    autopilot,
    generation::{begin_pending, pending},
    ordering::{Cost, SCENE_COST},
    record::{Editor, Status},
    rendering,
    view::EditorOut,
    writing,
};

/// Renders all scenes in their order; scenes that aren't generated yet are charged, 5 credits
/// each.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/render",
    security(("bearer" = [])),
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unauthorized,
        Insufficient,
        Forbidden,
        NotFound,
        Conflict,
        Rejected,
        Unavailable,
        Broken
    )
)]
pub(crate) async fn render(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<EditorOut>, Problem> {
    let price = |editor: &Editor| {
        editor.is_manual()?;
        is_unrendered(editor)?;
        if editor.segments.is_empty() {
            return Err(Problem::unprocessable(
                "segments_required",
                "There is no scene to render",
            ));
        }
        Ok(pending(editor, SCENE_COST))
    };
    order(&service, &slug, price, |editor, charge, course| {
        begin_pending(editor, (charge, SCENE_COST), course);
        rendering::order(editor, course.now, course);
    })
    .await
}

fn is_unrendered(editor: &Editor) -> Result<(), Problem> {
    let render = editor.render.as_ref();
    if render.is_some_and(|render| render.status == Status::Processing) {
        return Err(Problem::conflict(
            "render_in_progress",
            "This project is being rendered",
        ));
    }
    Ok(())
}

/// What an autopilot costs, part by part.
#[derive(Serialize, ToSchema)]
pub(crate) struct AutopilotCostOut {
    /// Whole credits.
    total: i64,
    /// Scenes that it generates.
    scenes: i64,
    /// Whole credits for one of them.
    scene_cost: i64,
    voice_cost: i64,
    music_cost: i64,
    available_credits: i64,
}

/// What an autopilot costs in this project, and what there is.
#[utoipa::path(
    get,
    path = "/api/editor/{slug}/autopilot/cost",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    responses(
        (status = 200, body = Envelope<AutopilotCostOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Broken
    )
)]
pub(crate) async fn autopilot_cost(
    _: MayRead,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<AutopilotCostOut>, Problem> {
    let cost = look(&service, &slug, |editor| Ok(Cost::of(editor))).await?;
    Ok(service.data(AutopilotCostOut {
        total: cost.total(),
        scenes: cost.scenes,
        scene_cost: cost.per_scene,
        voice_cost: cost.voice,
        music_cost: cost.music,
        available_credits: service.balance(),
    }))
}

/// Has the autopilot make the whole ad.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/autopilot",
    security(("bearer" = [])),
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses(
        (status = 202, body = Envelope<EditorOut>),
        Unauthorized,
        Insufficient,
        Forbidden,
        NotFound,
        Conflict,
        Rejected,
        Unavailable,
        Broken
    )
)]
pub(crate) async fn start(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<(StatusCode, Envelope<EditorOut>), Problem> {
    let price = |editor: &Editor| {
        if editor.is_manual().is_err() {
            return Err(Problem::conflict(
                "autopilot_already_running",
                "The autopilot is running already",
            ));
        }
        at_rest(editor)?;
        let has_scenes = !editor.segments.is_empty();
        if !has_scenes || writing::is_blank(editor.brief.narration_script.as_ref()) {
            editor.has_brief()?;
        }
        let mut prompts = pending(editor, 0).prompts;
        prompts.extend(editor.brief.product_prompt.clone());
        Ok(Price {
            credits: Cost::of(editor).total(),
            prompts,
        })
    };
    let shown = order(&service, &slug, price, |editor, charge, course| {
        let cost = Cost::of(editor);
        autopilot::start(editor, &cost, charge, course);
    })
    .await?;
    Ok((StatusCode::ACCEPTED, shown))
}

/// Nothing is under way that the autopilot would have to share.
fn at_rest(editor: &Editor) -> Result<(), Problem> {
    is_unrendered(editor)?;
    editor.is_without_batch("batch_generation_in_progress")?;
    if super::life::works(editor).next().is_some() {
        return Err(Problem::conflict(
            "generation_in_progress",
            "Something of this project is being generated",
        ));
    }
    Ok(())
}
