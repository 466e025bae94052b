//! The scenes by hand: add, edit, delete, reorder.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{
    super::{
        auth::MayGenerate,
        document::{
            Broken, Conflict, Forbidden, Invalid, NotFound, Unannounced, Unauthorized, Unfit,
            Unreadable,
        },
        envelope::Envelope,
        fields::Fields,
        id::{Name, Names},
        problem::Problem,
        service::HubService,
    },
    answering::{edit, shown},
    record::Editor,
    segment::Segment,
    view::EditorOut,
    writing::{self, LONGEST_PROMPT},
};

/// A scene's prompt.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the field is read by itself"
)]
pub(crate) struct PromptIn {
    #[schema(required = true, value_type = String, min_length = 1, max_length = 2000)]
    prompt: Option<String>,
}

fn prompt(headers: &HeaderMap, body: &Bytes) -> Result<String, Problem> {
    let mut fields = Fields::read(headers, body)?;
    fields.require("prompt");
    let prompt = fields.text("prompt", 1..=LONGEST_PROMPT);
    fields.finish()?;
    Ok(prompt.unwrap_or_default())
}

/// The id of a scene, out of a path: nothing that isn't a number names one.
///
/// # Errors
/// 404.
pub(super) fn segment_id(text: &str) -> Result<u64, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

impl Editor {
    /// The scene with this id, at rest.
    ///
    /// # Errors
    /// 404, and 409 `generation_in_progress`.
    pub(super) fn resting(&self, id: u64) -> Result<&Segment, Problem> {
        let segment = self.segment(id).ok_or_else(Problem::not_found)?;
        if segment.is_processing() {
            return Err(Problem::conflict(
                "generation_in_progress",
                "This scene is being generated",
            ));
        }
        Ok(segment)
    }
}

/// Appends a scene.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/segments",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = PromptIn,
    responses(
        (status = 201, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Forbidden,
        NotFound,
        Conflict,
        Unfit,
        Broken
    )
)]
pub(crate) async fn add(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Envelope<EditorOut>), Problem> {
    let prompt = prompt(&headers, &body);
    edit(&service, &slug, |editor, _| {
        let prompt = prompt?;
        editor.is_manual()?;
        editor.has_room()?;
        writing::add_scene(editor, prompt);
        Ok(())
    })
    .await?;
    Ok((StatusCode::CREATED, shown(&service, &slug)?))
}

/// Changes a scene's prompt; its video stays until it is generated anew.
#[utoipa::path(
    patch,
    path = "/api/editor/{slug}/segments/{id}",
    security(("bearer" = [])),
    params(("slug" = String, Path), ("id" = u64, Path)),
    request_body = PromptIn,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Forbidden,
        NotFound,
        Conflict,
        Invalid,
        Broken
    )
)]
pub(crate) async fn change(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Names((slug, id)): Names<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let id = segment_id(&id)?;
    let prompt = prompt(&headers, &body);
    edit(&service, &slug, |editor, _| {
        if editor.segment(id).is_none() {
            return Err(Problem::not_found());
        }
        let prompt = prompt?;
        editor.is_manual()?;
        editor.resting(id)?;
        if let Some(segment) = editor.segment_mut(id) {
            segment.prompt = prompt;
        }
        Ok(())
    })
    .await?;
    shown(&service, &slug)
}

/// Takes a scene off the timeline.
#[utoipa::path(
    delete,
    path = "/api/editor/{slug}/segments/{id}",
    security(("bearer" = [])),
    params(("slug" = String, Path), ("id" = u64, Path)),
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Conflict,
        Broken
    )
)]
pub(crate) async fn delete(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Names((slug, id)): Names<(String, String)>,
) -> Result<Envelope<EditorOut>, Problem> {
    let id = segment_id(&id)?;
    edit(&service, &slug, |editor, _| {
        if editor.segment(id).is_none() {
            return Err(Problem::not_found());
        }
        editor.is_manual()?;
        editor.resting(id)?;
        editor.segments.retain(|segment| segment.id != id);
        Ok(())
    })
    .await?;
    shown(&service, &slug)
}

/// The order of the timeline.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the field is read by itself"
)]
pub(crate) struct OrderIn {
    /// The ids of all scenes, each once.
    order: Vec<u64>,
}

/// Puts the scenes into another order.
#[utoipa::path(
    put,
    path = "/api/editor/{slug}/segments/reorder",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = OrderIn,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Forbidden,
        NotFound,
        Conflict,
        Invalid,
        Broken
    )
)]
pub(crate) async fn reorder(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let fields = Fields::read(&headers, &body)?;
    let order = fields.value("order").and_then(Value::as_array);
    let order: Option<Vec<u64>> = order.and_then(|ids| ids.iter().map(any_id).collect());
    edit(&service, &slug, |editor, _| {
        let order = order.unwrap_or_default();
        let mut given = order.clone();
        given.sort_unstable();
        let mut there: Vec<u64> = editor.segments.iter().map(|segment| segment.id).collect();
        there.sort_unstable();
        if given != there {
            return Err(Problem::field("order", "must hold every scene's id once"));
        }
        editor.is_manual()?;
        let place = |segment: &Segment| order.iter().position(|id| *id == segment.id);
        editor.segments.sort_by_key(place);
        Ok(())
    })
    .await?;
    shown(&service, &slug)
}

/// An id that a client gave back as a number or as text.
pub(super) fn any_id(value: &Value) -> Option<u64> {
    match value {
        Value::String(text) => text.parse().ok(),
        value => value.as_u64(),
    }
}
