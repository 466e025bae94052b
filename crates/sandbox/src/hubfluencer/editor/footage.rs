//! Putting footage that is there already onto the timeline: uploads, and other scenes' videos.

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
            Broken, Conflict, Forbidden, NotFound, Unannounced, Unauthorized, Unfit, Unprocessable,
            Unreadable,
        },
        envelope::Envelope,
        fields::Fields,
        id::{Name, Names},
        problem::Problem,
        service::HubService,
        uploads::Upload,
    },
    answering::{look, shown},
    record::{Editor, Status},
    segment::{FitMode, Footage, Kind, Segment},
    timeline::{any_id, segment_id},
    view::EditorOut,
    writing,
};

/// What a scene is to show.
#[derive(Debug, Clone)]
struct Asset {
    footage: Footage,
    kind: Kind,
    upload_id: Option<String>,
}

/// The upload that becomes a scene.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the field is read by itself"
)]
pub(crate) struct FromUploadIn {
    #[schema(required = true, value_type = String)]
    upload_id: Option<String>,
}

/// Appends a scene that shows an upload.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/segments/from-upload",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = FromUploadIn,
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
pub(crate) async fn from_upload(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Envelope<EditorOut>), Problem> {
    let mut fields = Fields::read(&headers, &body)?;
    fields.require("upload_id");
    let upload_id = opaque(fields.value("upload_id"));
    look(&service, &slug, |_| fields.finish()).await?;
    service.change(|records, course| {
        let editor = records.editors.find_mut(&slug);
        let editor = editor.ok_or_else(Problem::not_found)?;
        editor.takes_footage()?;
        let upload = records.uploads.find(&slug, &upload_id);
        let asset = uploaded(upload.ok_or_else(Problem::not_found)?)?;
        editor.has_room()?;
        let id = writing::add_scene(editor, String::new());
        if let Some(segment) = editor.segment_mut(id) {
            segment.features_product = false;
            segment.take(asset);
        }
        editor.updated = course.now;
        Ok::<_, Problem>(())
    })??;
    Ok((StatusCode::CREATED, shown(&service, &slug)?))
}

/// What a scene is to show: exactly one of both.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the fields are read one by one"
)]
pub(crate) struct UseAssetIn {
    upload_id: Option<String>,
    source_segment_id: Option<u64>,
}

/// Has a scene show an upload, or another scene's finished video.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/segments/{id}/use-asset",
    security(("bearer" = [])),
    params(("slug" = String, Path), ("id" = u64, Path)),
    request_body = UseAssetIn,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Forbidden,
        NotFound,
        Conflict,
        Unprocessable,
        Broken
    )
)]
pub(crate) async fn use_asset(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Names((slug, id)): Names<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let id = segment_id(&id)?;
    let fields = Fields::read(&headers, &body)?;
    look(&service, &slug, |editor| {
        editor
            .segment(id)
            .map(|_| ())
            .ok_or_else(Problem::not_found)
    })
    .await?;
    if fields.has("upload_id") == fields.has("source_segment_id") {
        return Err(Problem::unprocessable(
            "exactly_one_asset_required",
            "Send exactly one of upload_id and source_segment_id",
        ));
    }
    service.change(|records, course| {
        let editor = records.editors.find_mut(&slug);
        let editor = editor.ok_or_else(Problem::not_found)?;
        editor.takes_footage()?;
        editor.resting(id)?;
        let asset = if let Some(source) = fields.value("source_segment_id") {
            let source = any_id(source).and_then(|source| editor.segment(source));
            finished(source.ok_or_else(Problem::not_found)?)?
        } else {
            let upload_id = opaque(fields.value("upload_id"));
            let upload = records.uploads.find(&slug, &upload_id);
            uploaded(upload.ok_or_else(Problem::not_found)?)?
        };
        if let Some(segment) = editor.segment_mut(id) {
            segment.take(asset);
        }
        editor.updated = course.now;
        Ok::<_, Problem>(())
    })??;
    shown(&service, &slug)
}

/// An id as the records have it, given as text or as a number.
fn opaque(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
        None => String::new(),
    }
}

/// What an upload shows.
///
/// # Errors
/// 422 `editor_upload_not_ready`.
fn uploaded(upload: &Upload) -> Result<Asset, Problem> {
    let length = upload.duration_ms().filter(|_| upload.is_ready());
    let Some(duration_ms) = length else {
        return Err(Problem::unprocessable(
            "editor_upload_not_ready",
            "This upload can't be placed before it is ready",
        ));
    };
    Ok(Asset {
        footage: Footage {
            video: upload.video_key().to_owned(),
            picture: upload.picture_key().map(str::to_owned),
            duration_ms,
            fit: match upload.fit_mode.as_str() {
                "cover" => FitMode::Cover,
                _ => FitMode::Blur,
            },
        },
        kind: Kind::Upload,
        upload_id: Some(upload.id.clone()),
    })
}

/// What a finished scene shows.
///
/// # Errors
/// 422 `source_segment_not_completed`.
fn finished(source: &Segment) -> Result<Asset, Problem> {
    let footage = source.footage.clone();
    let Some(footage) = footage.filter(|_| source.status == Status::Completed) else {
        return Err(Problem::unprocessable(
            "source_segment_not_completed",
            "Only a finished scene's video can be used again",
        ));
    };
    Ok(Asset {
        footage,
        kind: source.kind,
        upload_id: source.upload_id.clone(),
    })
}

impl Segment {
    fn take(&mut self, asset: Asset) {
        self.kind = asset.kind;
        self.status = Status::Completed;
        self.upload_id = asset.upload_id;
        self.footage = Some(asset.footage);
        self.error = None;
    }
}

impl Editor {
    /// Footage may be placed now.
    ///
    /// # Errors
    /// 409 `autopilot_active` or `batch_generation_active`.
    fn takes_footage(&self) -> Result<(), Problem> {
        self.is_manual()?;
        self.is_without_batch("batch_generation_active")
    }
}
