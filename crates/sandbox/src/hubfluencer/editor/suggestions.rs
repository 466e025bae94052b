//! The small assists: narration, richer prompts, the next scene, music.

use std::sync::Arc;

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    super::{
        auth::MayGenerate,
        document::{
            AssistsUsedUp, Broken, Conflict, Forbidden, NotFound, Unauthorized, Unprocessable,
        },
        envelope::Envelope,
        id::{Name, Names},
        problem::Problem,
        service::HubService,
    },
    answering::{assist, look, shown},
    record::Editor,
    timeline::segment_id,
    view::{EditorOut, SegmentOut, segment_view},
    writing,
};

/// Something to take or leave; nothing of it is kept.
#[derive(Serialize, ToSchema)]
pub(crate) struct SuggestionOut {
    prompt: String,
}

/// Writes the narration: one AI assist.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/generate-narration",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Conflict,
        Unprocessable,
        AssistsUsedUp,
        Broken
    )
)]
pub(crate) async fn narration(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<EditorOut>, Problem> {
    let allow = |editor: &Editor| {
        editor.is_manual()?;
        if editor.segments.is_empty() {
            editor.has_brief()?;
        }
        Ok(())
    };
    assist(&service, &slug, allow, writing::write_narration).await?;
    shown(&service, &slug)
}

/// Writes a scene's prompt more richly: one AI assist.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/segments/{id}/enhance-prompt",
    security(("bearer" = [])),
    params(("slug" = String, Path), ("id" = u64, Path)),
    responses(
        (status = 200, body = Envelope<SegmentOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Conflict,
        AssistsUsedUp,
        Broken
    )
)]
pub(crate) async fn enhance(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Names((slug, id)): Names<(String, String)>,
) -> Result<Envelope<SegmentOut>, Problem> {
    let id = segment_id(&id)?;
    let allow = |editor: &Editor| {
        if editor.segment(id).is_none() {
            return Err(Problem::not_found());
        }
        editor.is_manual()?;
        editor.resting(id).map(|_| ())
    };
    assist(&service, &slug, allow, |editor| {
        if let Some(segment) = editor.segment_mut(id) {
            segment.prompt = writing::enhanced(&segment.prompt);
        }
    })
    .await?;
    let segment = look(&service, &slug, |editor| {
        let numbered = editor.segments.iter().zip(1..);
        let mut numbered = numbered.filter(|(segment, _)| segment.id == id);
        let (segment, number) = numbered.next().ok_or_else(Problem::not_found)?;
        Ok(segment_view(&service, segment, number))
    })
    .await?;
    Ok(service.data(segment))
}

/// Suggests what could come next: one AI assist.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/suggest-next-scene",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    responses(
        (status = 200, body = Envelope<SuggestionOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        AssistsUsedUp,
        Broken
    )
)]
pub(crate) async fn next_scene(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<SuggestionOut>, Problem> {
    let allow = |_: &Editor| Ok(());
    let prompt = assist(&service, &slug, allow, |editor| writing::next_scene(editor)).await?;
    Ok(service.data(SuggestionOut { prompt }))
}

/// Suggests a direction for the music: one AI assist.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/suggest-music-prompt",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    responses(
        (status = 200, body = Envelope<SuggestionOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        AssistsUsedUp,
        Broken
    )
)]
pub(crate) async fn music_prompt(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<SuggestionOut>, Problem> {
    let allow = |_: &Editor| Ok(());
    let prompt = assist(&service, &slug, allow, |editor| {
        writing::music_prompt(editor)
    })
    .await?;
    Ok(service.data(SuggestionOut { prompt }))
}
