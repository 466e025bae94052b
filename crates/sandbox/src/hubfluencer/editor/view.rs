//! An editor project as the API shows it. Every address in it is signed anew at each look.

use serde::Serialize;
use utoipa::ToSchema;

use super::{
    super::{
        images::Image,
        moment::zoned,
        records::HubRecords,
        service::HubService,
        uploads::{self, UploadOut},
    },
    autopilot::AutopilotStatus,
    record::{Editor, Render, Status, Track},
    segment::{Kind, Segment},
};
use crate::moment::Millis;

/// `<Editor>`.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EditorOut {
    slug: String,
    language: Option<String>,
    product_prompt: Option<String>,
    creative_format: Option<String>,
    visual_language: Option<String>,
    theme: Option<String>,
    voice_id: Option<String>,
    export_aspect_ratio: String,
    project_intent: Option<String>,
    target_duration_seconds: Option<i64>,
    scenario_prompt: Option<String>,
    narration_script: Option<String>,
    /// In the order of the timeline.
    segments: Vec<SegmentOut>,
    /// The sum of all scenes.
    total_duration_seconds: f64,
    /// A batch of scenes is being generated.
    batch_active: bool,
    voice: Option<VoiceOut>,
    music: Option<MusicOut>,
    uploads: Vec<UploadOut>,
    product_image_url: Option<String>,
    product_description: Option<String>,
    /// `throughout` or `end`.
    product_placement: Option<String>,
    closing_image_url: Option<String>,
    logo_url: Option<String>,
    logo_treatment: Option<String>,
    logo_position: Option<String>,
    logo_duration_seconds: Option<f64>,
    /// The poll signal of an autopilot; null where none ran.
    autopilot_status: Option<AutopilotStatus>,
    autopilot_error_message: Option<String>,
    latest_render: Option<RenderOut>,
    inserted_at: String,
    updated_at: String,
}

/// A scene.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SegmentOut {
    id: u64,
    /// From one.
    position: usize,
    prompt: String,
    status: Status,
    kind: Kind,
    duration_seconds: f64,
    video_url: Option<String>,
    thumbnail_url: Option<String>,
    first_frame_url: Option<String>,
    upload_id: Option<String>,
    features_product: bool,
    error_message: Option<String>,
}

/// The voice.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VoiceOut {
    voice_id: String,
    status: Status,
    audio_url: Option<String>,
    duration_seconds: Option<f64>,
    error_message: Option<String>,
}

/// The music.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MusicOut {
    prompt: String,
    status: Status,
    audio_url: Option<String>,
    duration_seconds: Option<f64>,
    error_message: Option<String>,
}

/// The newest render.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RenderOut {
    status: Status,
    /// The finished MP4; holds for 24 hours.
    video_url: Option<String>,
    thumbnail_url: Option<String>,
    duration_seconds: Option<f64>,
    error_message: Option<String>,
    inserted_at: String,
    completed_at: Option<String>,
}

/// `<Editor>`.
pub(crate) fn view(service: &HubService, records: &HubRecords, editor: &Editor) -> EditorOut {
    let brief = editor.brief.clone();
    let placement = editor.logo_placement.clone();
    let autopilot = editor.autopilot.as_ref();
    let product = editor.product.as_ref();
    let image = |image: &Option<Image>| image.as_ref().map(|image| image.url(&service.objects));
    let total: Millis = editor.segments.iter().map(Segment::duration_ms).sum();
    EditorOut {
        slug: editor.slug.clone(),
        export_aspect_ratio: editor.ratio().to_owned(),
        language: brief.language,
        product_prompt: brief.product_prompt,
        creative_format: brief.creative_format,
        visual_language: brief.visual_language,
        theme: brief.theme,
        voice_id: brief.voice_id,
        project_intent: brief.project_intent,
        target_duration_seconds: brief.target_duration_seconds,
        scenario_prompt: brief.scenario_prompt,
        narration_script: brief.narration_script,
        segments: editor
            .segments
            .iter()
            .zip(1..)
            .map(|(segment, position)| segment_view(service, segment, position))
            .collect(),
        total_duration_seconds: seconds(total),
        batch_active: editor.segments.iter().any(|segment| segment.in_batch),
        voice: editor
            .voice
            .as_ref()
            .map(|voice| voice_view(service, voice)),
        music: editor
            .music
            .as_ref()
            .map(|music| music_view(service, music)),
        uploads: uploads::views(service, records, &editor.slug),
        product_image_url: image(&editor.product),
        product_description: product.and_then(|image| image.product_description.clone()),
        product_placement: editor.product_placement.clone(),
        closing_image_url: image(&editor.closing_image),
        logo_url: image(&editor.logo),
        logo_treatment: placement.treatment,
        logo_position: placement.position,
        logo_duration_seconds: placement.seconds,
        autopilot_status: autopilot.map(|autopilot| autopilot.status),
        autopilot_error_message: autopilot.and_then(|autopilot| autopilot.error.clone()),
        latest_render: editor
            .render
            .as_ref()
            .map(|render| render_view(service, render)),
        inserted_at: zoned(editor.created),
        updated_at: zoned(editor.updated),
    }
}

/// A scene at its place on the timeline, from one.
pub(super) fn segment_view(service: &HubService, segment: &Segment, position: usize) -> SegmentOut {
    let footage = segment.footage.as_ref();
    let picture = footage.and_then(|footage| footage.picture.as_ref());
    let picture = picture.map(|picture| service.preview_url(picture));
    SegmentOut {
        id: segment.id,
        position,
        prompt: segment.prompt.clone(),
        status: segment.status,
        kind: segment.kind,
        duration_seconds: seconds(segment.duration_ms()),
        video_url: footage.map(|footage| service.preview_url(&footage.video)),
        thumbnail_url: picture.clone(),
        first_frame_url: picture,
        upload_id: segment.upload_id.clone(),
        features_product: segment.features_product,
        error_message: segment.error.clone(),
    }
}

fn voice_view(service: &HubService, voice: &Track) -> VoiceOut {
    VoiceOut {
        voice_id: voice.wish.clone(),
        status: voice.status,
        audio_url: voice.key.as_ref().map(|key| service.preview_url(key)),
        duration_seconds: voice.key.as_ref().map(|_| seconds(voice.duration_ms)),
        error_message: voice.error.clone(),
    }
}

fn music_view(service: &HubService, music: &Track) -> MusicOut {
    MusicOut {
        prompt: music.wish.clone(),
        status: music.status,
        audio_url: music.key.as_ref().map(|key| service.preview_url(key)),
        duration_seconds: music.key.as_ref().map(|_| seconds(music.duration_ms)),
        error_message: music.error.clone(),
    }
}

fn render_view(service: &HubService, render: &Render) -> RenderOut {
    let (video, picture) = (render.video.as_ref(), render.picture.as_ref());
    RenderOut {
        status: render.status,
        video_url: video.map(|key| service.result_url(key)),
        thumbnail_url: picture.map(|key| service.preview_url(key)),
        duration_seconds: render.video.as_ref().map(|_| seconds(render.duration_ms)),
        error_message: render.error.clone(),
        inserted_at: zoned(render.ordered),
        completed_at: render.finished.map(zoned),
    }
}

fn seconds(length: Millis) -> f64 {
    length as f64 / 1000.0
}
