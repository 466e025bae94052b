//! Generating scenes: one, one once more, or all that are left.

use std::sync::Arc;

use axum::extract::State;

use super::{
    super::{
        auth::MayGenerate,
        credits::ChargeId,
        document::{
            Broken, Conflict, Forbidden, Insufficient, NotFound, Rejected, Unauthorized,
            Unavailable,
        },
        envelope::Envelope,
        id::{Name, Names},
        problem::Problem,
        service::{Course, HubService},
        work::Share,
    },
    answering::{Price, order},
    ordering::{self, BATCH_COST, REGENERATE_COST, SCENE_COST, SMALLEST_BATCH},
    record::Editor,
    segment::{Kind, Segment},
    timeline::segment_id,
    view::EditorOut,
};

/// Generates a scene: 5 credits.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/segments/{id}/generate",
    security(("bearer" = [])),
    params(
        ("slug" = String, Path),
        ("id" = u64, Path),
        ("Idempotency-Key" = Option<String>, Header)
    ),
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
pub(crate) async fn generate(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Names((slug, id)): Names<(String, String)>,
) -> Result<Envelope<EditorOut>, Problem> {
    let id = segment_id(&id)?;
    let price = |editor: &Editor| {
        let segment = at_rest(editor, id)?;
        if segment.footage.is_some() {
            return Err(Problem::conflict(
                "segment_already_generated",
                "This scene has its video; regenerate makes another",
            ));
        }
        Ok(Price {
            credits: SCENE_COST,
            prompts: vec![segment.prompt.clone()],
        })
    };
    order(&service, &slug, price, |editor, charge, course| {
        begin(editor, id, (charge, SCENE_COST), course);
    })
    .await
}

/// Generates a scene once more: 4 credits. Its video stays until the new one is there.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/segments/{id}/regenerate",
    security(("bearer" = [])),
    params(
        ("slug" = String, Path),
        ("id" = u64, Path),
        ("Idempotency-Key" = Option<String>, Header)
    ),
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
pub(crate) async fn regenerate(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Names((slug, id)): Names<(String, String)>,
) -> Result<Envelope<EditorOut>, Problem> {
    let id = segment_id(&id)?;
    let price = |editor: &Editor| {
        let segment = at_rest(editor, id)?;
        if segment.footage.is_none() || segment.kind == Kind::Upload {
            return Err(Problem::unprocessable(
                "segment_not_generated",
                "Only a scene that was generated can be generated once more",
            ));
        }
        Ok(Price {
            credits: REGENERATE_COST,
            prompts: vec![segment.prompt.clone()],
        })
    };
    order(&service, &slug, price, |editor, charge, course| {
        begin(editor, id, (charge, REGENERATE_COST), course);
    })
    .await
}

/// Generates all scenes that are left, three at least: 4 credits each.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/batch-generate",
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
pub(crate) async fn batch(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<EditorOut>, Problem> {
    let price = |editor: &Editor| {
        editor.is_manual()?;
        editor.is_without_batch("batch_generation_in_progress")?;
        let price = pending(editor, BATCH_COST);
        if price.prompts.len() < SMALLEST_BATCH {
            return Err(Problem::unprocessable(
                "batch_requires_three_segments",
                format!("A batch has at least {SMALLEST_BATCH} scenes that are not generated"),
            ));
        }
        Ok(price)
    };
    order(&service, &slug, price, |editor, charge, course| {
        begin_pending(editor, (charge, BATCH_COST), course);
        for segment in &mut editor.segments {
            segment.in_batch = segment.is_processing();
        }
    })
    .await
}

/// A scene that can be generated now.
fn at_rest(editor: &Editor, id: u64) -> Result<&Segment, Problem> {
    let segment = editor.segment(id).ok_or_else(Problem::not_found)?;
    editor.is_manual()?;
    editor.resting(id)?;
    Ok(segment)
}

/// What all scenes cost that are left.
pub(super) fn pending(editor: &Editor, cost: i64) -> Price {
    let pending = editor.segments.iter();
    let pending = pending.filter(|segment| segment.is_pending_scene());
    let prompts: Vec<String> = pending.map(|segment| segment.prompt.clone()).collect();
    Price {
        credits: cost * i64::try_from(prompts.len()).unwrap_or(0),
        prompts,
    }
}

/// A scene's part of the charge that it was ordered with.
fn share((charge, credits): (Option<ChargeId>, i64)) -> Option<Share> {
    charge.map(|charge| Share { charge, credits })
}

fn begin(editor: &mut Editor, id: u64, cost: (Option<ChargeId>, i64), course: &Course<'_>) {
    if let Some(segment) = editor.segment_mut(id) {
        ordering::generate(segment, course.now, 0, share(cost), course);
    }
}

/// Begins all scenes that are left.
pub(super) fn begin_pending(
    editor: &mut Editor,
    cost: (Option<ChargeId>, i64),
    course: &Course<'_>,
) {
    let pending = editor.segments.iter_mut();
    let pending = pending.filter(|segment| segment.is_pending_scene());
    for (number, segment) in pending.enumerate() {
        ordering::generate(segment, course.now, number, share(cost), course);
    }
}
