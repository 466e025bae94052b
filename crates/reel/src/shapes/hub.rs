//! What `--json` prints of Hubfluencer. Fields have the names of the service's own documents.

use std::path::PathBuf;

use contract::{
    AssistsView, AutopilotStatus, CarouselView, EditorView, FitMode, FootageState, FootageView,
    HubSession, HubToken, JobStatus, Millis, ProjectKind, ProjectView, PurchaseState, PurchaseView,
    RenderView, SceneView, ShortView, SlideView, TokenSource,
};
use serde::Serialize;
use serde_json::{Value, json};
use words::Words;

use super::ErrorShape;

/// `reel login hubfluencer`, `reel logout hubfluencer`.
#[derive(Debug, Serialize)]
pub struct HubSessionDocument {
    service: &'static str,
    signed_in: bool,
    server: String,
    /// Where the token came from; null when signed out.
    source: Option<TokenSource>,
    /// Scopes that the service said it lacks.
    lacks: Vec<String>,
}

impl HubSessionDocument {
    pub fn of(session: &HubSession, server: String) -> Self {
        let (source, lacks) = match session {
            HubSession::SignedIn { source, lacks } => (Some(*source), lacks.clone()),
            _ => (None, Vec::new()),
        };
        Self {
            service: "hubfluencer",
            signed_in: source.is_some(),
            server,
            source,
            lacks,
        }
    }
}

/// What was made: the end of every command that makes, saves or restyles.
#[derive(Debug, Serialize)]
pub struct FinishedDocument {
    pub slug: String,
    pub kind: ProjectKind,
    /// Where it is on this disk; empty where it was not saved.
    pub files: Vec<FileShape>,
    pub caption: String,
    pub hashtags: Vec<String>,
    /// Of the video, where it is known.
    pub duration_seconds: Option<f64>,
    /// Credits that this run agreed to; null where it paid nothing.
    pub credits: Option<u32>,
}

/// A saved file.
#[derive(Debug, Serialize)]
pub struct FileShape {
    pub path: PathBuf,
    /// The slide's, in a carousel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
}

/// A list of projects.
pub fn projects(views: &[ProjectView]) -> Value {
    Value::Array(views.iter().map(project).collect())
}

/// A project, whichever it is.
pub fn project(view: &ProjectView) -> Value {
    match view {
        ProjectView::Short(short) => self::short(short),
        ProjectView::Carousel(carousel) => self::carousel(carousel),
        ProjectView::Editor(editor) => self::editor(editor),
    }
}

fn short(view: &ShortView) -> Value {
    let mut document = plain(&view.brief);
    extend(
        &mut document,
        json!({
            "slug": view.slug,
            "stage": word(&view.stage),
            "text_beats": view.text_beats,
            "failed_stage": view.failed_stage,
            "error_message": view.error,
            "has_product": view.has_product,
            "product_description": view.product_description,
            "has_poster": view.has_poster,
            "latest_render": view.render.as_ref().map(render),
            "caption": view.caption,
            "hashtags": view.hashtags,
            "heard_at": view.heard_at,
        }),
    );
    document
}

fn carousel(view: &CarouselView) -> Value {
    let mut document = plain(&view.brief);
    extend(
        &mut document,
        json!({
            "slug": view.slug,
            "status": word(&view.status),
            "caption": view.caption,
            "hashtags": view.hashtags,
            "error_message": view.error,
            "logo_s3_key": view.logo_s3_key,
            "slides": view.slides.iter().map(slide).collect::<Vec<_>>(),
            "heard_at": view.heard_at,
        }),
    );
    document
}

fn slide(view: &SlideView) -> Value {
    json!({
        "position": view.position,
        "headline": view.headline,
        "body": view.body,
        "kicker": view.kicker,
        "status": word(&view.status),
        "has_image": view.has_image,
        "has_background": view.has_background,
    })
}

fn editor(view: &EditorView) -> Value {
    let mut document = plain(&view.brief);
    let footage: Vec<_> = view.footage.iter().map(|clip| upload(clip, None)).collect();
    extend(
        &mut document,
        json!({
            "slug": view.slug,
            "scenario_prompt": view.scenario_prompt,
            "narration_script": view.narration_script,
            "target_duration_seconds": view.target_duration_seconds,
            "segments": view.scenes.iter().map(scene).collect::<Vec<_>>(),
            "uploads": footage,
            "autopilot_status": autopilot(&view.autopilot.status),
            "autopilot_error_message": view.autopilot.error,
            "batch_active": view.batch_active,
            "voice_status": job(&view.voice),
            "music_status": job(&view.music),
            "music_prompt": view.music_prompt,
            "has_product": view.has_product,
            "product_description": view.product_description,
            "has_closing_image": view.has_closing_image,
            "has_logo": view.has_logo,
            "logo_treatment": view.logo_treatment,
            "logo_position": view.logo_position,
            "logo_duration_seconds": view.logo_duration_seconds,
            "latest_render": view.render.as_ref().map(render),
            // The sum of nothing is -0.0.
            "duration_seconds": view.total_seconds() + 0.0,
            "render_credits": view.render_credits(),
            "caption": view.caption,
            "hashtags": view.hashtags,
            "heard_at": view.heard_at,
        }),
    );
    document
}

/// The service's word; null where it was not asked, as in its own document.
fn autopilot(status: &AutopilotStatus) -> Option<String> {
    (*status != AutopilotStatus::Off).then(|| word(status))
}

fn job(status: &JobStatus) -> Option<String> {
    (*status != JobStatus::None).then(|| word(status))
}

fn scene(view: &SceneView) -> Value {
    json!({
        "id": id(&view.scene_id),
        "position": view.position,
        "prompt": view.prompt,
        "origin": view.origin,
        "status": word(&view.status),
        "error_message": view.error,
        "duration_seconds": view.duration_seconds,
        "has_video": view.has_video,
        "product_placement": view.product_placement,
    })
}

fn render(view: &RenderView) -> Value {
    json!({
        "status": word(&view.status),
        "duration_seconds": view.duration_seconds,
        "error_message": view.error,
    })
}

/// A clip of an ad: under `upload_id` too, which is what the service's other documents call it.
pub fn upload(view: &FootageView, words: Option<&Words>) -> Value {
    let (sent, refusal) = match &view.state {
        FootageState::Sending { sent, .. }
        | FootageState::AwaitingNetwork { sent, .. }
        | FootageState::AwaitingServer { sent, .. } => (Some(*sent), None),
        FootageState::Paused { sent, refusal, .. } => (Some(*sent), refusal.as_ref()),
        FootageState::Failed { refusal } => (None, Some(refusal)),
        _ => (None, None),
    };
    json!({
        "id": view.upload_id.as_deref().map(id),
        "upload_id": view.upload_id.as_deref().map(id),
        "footage_id": view.footage_id.as_ref().map(|id| id.0.as_str()),
        "slug": view.slug,
        "filename": view.name,
        "size_bytes": view.size_bytes,
        "sent_bytes": sent,
        "fit_mode": view.fit_mode.map(FitMode::as_str),
        "multipart": view.in_parts,
        "status": footage_state(&view.state),
        "duration_seconds": view.duration_seconds,
        "attached_segment_ids": view.attached_scene_ids.iter().map(|it| id(it)).collect::<Vec<_>>(),
        "error": refusal.zip(words).map(|(refusal, words)| ErrorShape::of_refusal(refusal, words)),
    })
}

/// The service's word for a clip's state, or one of our own before it has it.
pub fn footage_state(state: &FootageState) -> &str {
    match state {
        FootageState::Waiting => "waiting",
        FootageState::Sending { .. } => "sending",
        FootageState::AwaitingNetwork { .. } => "awaiting_network",
        FootageState::AwaitingServer { .. } => "awaiting_server",
        FootageState::Paused { .. } => "paused",
        FootageState::Processing => "processing",
        FootageState::Ready => "ready",
        FootageState::Failed { .. } => "failed",
        FootageState::Cancelled => "cancelled",
        FootageState::Other { status } => status,
    }
}

/// `reel assists`.
pub fn assists(view: &AssistsView) -> Value {
    json!({
        "used": view.used,
        "limit": view.limit,
        "bonus": view.bonus,
        "remaining": view.remaining,
        "resets_at": view.resets_at,
        "unlock_cost": view.unlock_cost,
        "unlock_batch_size": view.unlock_batch_size,
    })
}

/// A token as the service lists it.
#[derive(Debug, Serialize)]
pub struct TokenShape<'a> {
    id: Value,
    name: &'a str,
    scopes: &'a [String],
    last_used_at: Option<Millis>,
    inserted_at: Option<Millis>,
    /// The secret, of one that was just made: it is shown this once.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<&'a str>,
}

impl<'a> TokenShape<'a> {
    pub fn of(token: &'a HubToken) -> Self {
        Self {
            id: id(&token.token_id),
            name: &token.name,
            scopes: &token.scopes,
            last_used_at: token.last_used_at,
            inserted_at: token.inserted_at,
            token: None,
        }
    }

    pub fn with_secret(self, secret: &'a str) -> Self {
        Self {
            token: Some(secret),
            ..self
        }
    }
}

/// A paid step.
pub fn purchase(view: &PurchaseView, words: &Words) -> Value {
    let refusal = match &view.state {
        PurchaseState::AskingAgain { refusal, .. } | PurchaseState::Refused { refusal } => {
            Some(refusal)
        }
        _ => None,
    };
    json!({
        "purchase_id": view.purchase_id.0,
        "step": view.step.as_str(),
        "slug": view.step.project().map(|key| key.slug),
        "credits": view.credits,
        "state": plain(&view.state)["state"],
        "error": refusal.map(|refusal| ErrorShape::of_refusal(refusal, words)),
        "created_at": view.created_at,
        "ended_at": view.ended_at,
    })
}

/// An id of the service in its JSON form: a number stays one.
fn id(json_form: &str) -> Value {
    serde_json::from_str(json_form).unwrap_or_else(|_| json_form.into())
}

/// An id as a person writes it.
pub fn spoken_id(json_form: &str) -> String {
    match id(json_form) {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// The service's word of a state, also one that the contract does not list.
pub fn word(state: &impl Serialize) -> String {
    match plain(state) {
        Value::String(word) => word,
        Value::Object(other) => other
            .into_values()
            .find_map(|word| word.as_str().map(str::to_owned))
            .unwrap_or_default(),
        _ => String::new(),
    }
}

fn plain(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("views have text keys and plain values only")
}

fn extend(document: &mut Value, more: Value) {
    if let (Value::Object(document), Value::Object(more)) = (document, more) {
        document.extend(more);
    }
}
