//! An ad of several scenes.

use contract::{
    AutopilotStatus, AutopilotView, EditorBrief, EditorView, FootageView, ImageRole, JobStatus,
    ProjectMedia, SceneOrigin, SceneStatus, SceneView, choices,
};
use hubfluencer::{Editor, Segment, SegmentStatus};
use serde_json::Value;

use super::{Beside, has_image, hashtags, render, said};
use crate::hubfluencer::projects::document::json_form;
use crate::hubfluencer::projects::{facts, spelling};
use crate::journal::{ProjectFacts, ProjectRecord};

pub(super) fn view(record: &ProjectRecord, editor: &Editor, beside: Beside) -> EditorView {
    let extra = &editor.extra;
    let has = |role| has_image(&record.facts, extra, role);
    let (voice, music) = (spelling::voice(extra), spelling::music(extra));
    EditorView {
        slug: editor.slug.clone(),
        brief: brief(editor),
        scenario_prompt: editor.scenario_prompt.clone().unwrap_or_default(),
        narration_script: editor.narration_script.clone().unwrap_or_default(),
        target_duration_seconds: editor.target_duration_seconds.map(|seconds| seconds as u32),
        scenes: scenes(&record.facts, editor, &beside.footage),
        footage: footage(&record.facts, beside.footage),
        autopilot: autopilot(editor),
        batch_active: spelling::batch_is_active(extra),
        voice: job(&voice),
        music: job(&music),
        music_prompt: music.prompt.unwrap_or_default(),
        has_product: has(ImageRole::Product),
        product_description: spelling::text(extra, "product_description").unwrap_or_default(),
        has_closing_image: has(ImageRole::ClosingImage),
        has_logo: has(ImageRole::Logo),
        logo_treatment: editor.logo_treatment.clone(),
        logo_position: editor.logo_position.clone(),
        logo_duration_seconds: editor.logo_duration_seconds,
        render: editor
            .latest_render
            .as_ref()
            .map(|latest| render(record, latest)),
        caption: spelling::text(extra, "caption").unwrap_or_default(),
        hashtags: hashtags(&spelling::texts(extra, "hashtags")),
        note: beside.note,
        began_at: record.began_at,
        heard_at: record.heard_at,
        changed_at: record.changed_at,
    }
}

/// What was said of it.
pub(in super::super) fn brief(editor: &Editor) -> EditorBrief {
    EditorBrief {
        language: editor.language.clone().unwrap_or_default(),
        product_prompt: editor.product_prompt.clone().unwrap_or_default(),
        creative_format: said(&editor.creative_format),
        visual_language: said(&editor.visual_language),
        theme: editor.theme.clone(),
        export_aspect_ratio: editor.export_aspect_ratio.clone(),
        voice_id: editor.voice_id.clone(),
        project_intent: editor.project_intent.clone(),
    }
}

/// Clips with their pictures: a kept document has no links, and the facts know of them.
fn footage(known: &ProjectFacts, mut footage: Vec<FootageView>) -> Vec<FootageView> {
    for clip in &mut footage {
        if let Some(upload_id) = &clip.upload_id {
            let first_frame = ProjectMedia::FirstFrame(upload_id.clone());
            clip.has_first_frame |= facts::has(known, &first_frame);
        }
    }
    footage
}

fn autopilot(editor: &Editor) -> AutopilotView {
    use hubfluencer::AutopilotStatus as Said;
    AutopilotView {
        status: match &editor.autopilot_status {
            Said::Running => AutopilotStatus::Running,
            Said::Completed => AutopilotStatus::Completed,
            Said::Failed => AutopilotStatus::Failed,
            Said::Cancelled => AutopilotStatus::Cancelled,
            Said::Other(word) if matches!(word.as_str(), "" | "idle" | "none" | "off") => {
                AutopilotStatus::Off
            }
            Said::Other(word) => AutopilotStatus::Other(word.clone()),
        },
        error: editor.autopilot_error_message.clone(),
    }
}

/// The scenes in their order: by position where each says one, else as they are listed.
fn scenes(known: &ProjectFacts, editor: &Editor, footage: &[FootageView]) -> Vec<SceneView> {
    let mut segments: Vec<&Segment> = editor.segments.iter().collect();
    segments.sort_by_key(|segment| segment.position);
    segments
        .into_iter()
        .zip(1..)
        .map(|(segment, position)| scene(known, segment, position, editor, footage))
        .collect()
}

fn scene(
    known: &ProjectFacts,
    segment: &Segment,
    position: u32,
    editor: &Editor,
    footage: &[FootageView],
) -> SceneView {
    let scene_id = json_form(&segment.id);
    let clip = clip_of(segment, &scene_id, editor, footage);
    let origin = match &clip {
        Some(_) => SceneOrigin::Footage,
        None => SceneOrigin::Generated,
    };
    // Every scene that the service makes has 8 seconds; an uploaded clip keeps its own length
    // (contract, "Scene duration").
    let duration_seconds = match clip {
        Some(length) => length.or(segment.duration_seconds).unwrap_or_default(),
        None => choices::SCENE_SECONDS,
    };
    SceneView {
        position,
        prompt: segment.prompt.clone().unwrap_or_default(),
        origin,
        status: status(segment),
        error: segment.error_message.clone(),
        duration_seconds,
        has_video: facts::has(known, &ProjectMedia::Scene(scene_id.clone())),
        has_still: facts::has(known, &ProjectMedia::SceneStill(scene_id.clone())),
        product_placement: placement(segment, editor),
        scene_id,
    }
}

/// The length of the clip that a scene shows, where it shows one: `Some(None)` where it is not known.
fn clip_of(
    segment: &Segment,
    scene_id: &str,
    editor: &Editor,
    footage: &[FootageView],
) -> Option<Option<f64>> {
    let upload = editor.uploads.iter().find(|upload| {
        segment.upload_id.as_ref() == Some(&upload.id)
            || upload.attached_segment_ids.contains(&segment.id)
    });
    if let Some(upload) = upload {
        return Some(segment.duration_seconds.or(upload.duration_seconds));
    }
    let clip = footage
        .iter()
        .find(|clip| clip.attached_scene_ids.iter().any(|id| id == scene_id));
    if let Some(clip) = clip {
        return Some(segment.duration_seconds.or(clip.duration_seconds));
    }
    let says_so = ["source", "origin", "kind"]
        .iter()
        .filter_map(|name| spelling::text(&segment.extra, name))
        .any(|word| matches!(word.as_str(), "upload" | "uploaded" | "footage"));
    (says_so || segment.upload_id.is_some()).then_some(segment.duration_seconds)
}

fn status(segment: &Segment) -> SceneStatus {
    match &segment.status {
        SegmentStatus::Pending => SceneStatus::Pending,
        SegmentStatus::Processing => SceneStatus::Processing,
        SegmentStatus::Completed => SceneStatus::Completed,
        SegmentStatus::Failed => SceneStatus::Failed,
        SegmentStatus::Other(word) if matches!(word.as_str(), "" | "draft") => SceneStatus::Pending,
        SegmentStatus::Other(word) if spelling::is_busy(word) => SceneStatus::Processing,
        SegmentStatus::Other(word) => SceneStatus::Other(word.clone()),
    }
}

fn job(said: &spelling::JobSaid) -> JobStatus {
    match said.status.as_deref() {
        Some("completed" | "ready") => JobStatus::Completed,
        Some("failed") => JobStatus::Failed,
        Some("none" | "idle") => JobStatus::None,
        Some(word) if spelling::is_busy(word) => JobStatus::Processing,
        Some(word) => JobStatus::Other(word.to_owned()),
        None if said.has_result => JobStatus::Completed,
        None => JobStatus::None,
    }
}

/// Where the product is seen in a scene: a word, or an object that has one; or the ad's own word where
/// the scene only says that it is. The contract names no shape.
fn placement(segment: &Segment, editor: &Editor) -> Option<String> {
    let value = &segment.product_placement;
    let own = value.as_str().or_else(|| value.get("placement")?.as_str());
    let featured = segment
        .extra
        .get("features_product")
        .and_then(Value::as_bool)
        == Some(true);
    match own {
        Some(word) if !word.is_empty() => Some(word.to_owned()),
        _ if featured => spelling::text(&editor.extra, "product_placement"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::super::document::Document;
    use super::super::super::facts;
    use super::*;
    use crate::journal::ProjectFacts;

    fn drawn(editor: serde_json::Value) -> EditorView {
        let editor: Editor = serde_json::from_value(editor).expect("an editor");
        let document = Document::Editor(Box::new(editor.clone()));
        let record = ProjectRecord {
            key: document.key(),
            document: document.kept(),
            facts: facts::after(&ProjectFacts::default(), &document),
            under_way: false,
            began_at: None,
            heard_at: None,
            changed_at: 0,
            asset_id: None,
            hidden: false,
        };
        view(&record, &editor, Beside::default())
    }

    #[test]
    fn scenes_have_eight_seconds_or_the_clips_own_and_a_render_charges_what_is_not_made() {
        let view = drawn(json!({
            "slug": "e",
            "segments": [
                {"id": 3, "position": 2, "status": "pending", "duration_seconds": 5},
                {"id": 1, "position": 0, "status": "completed",
                 "video_url": "https://o.example/1.mp4"},
                {"id": 2, "position": 1, "status": "completed", "upload_id": 9},
                {"id": 4, "position": 3, "status": "completed"},
                {"id": 5, "position": 4, "status": "failed"},
            ],
            "uploads": [
                {"id": 9, "status": "ready", "duration_seconds": 21.5},
                {"id": 10, "status": "ready", "duration_seconds": 3, "attached_segment_ids": [4]},
            ],
        }));
        let seconds: Vec<f64> = view.scenes.iter().map(|s| s.duration_seconds).collect();
        assert_eq!(seconds, [8.0, 21.5, 8.0, 3.0, 8.0]);
        let ids: Vec<&str> = view.scenes.iter().map(|s| s.scene_id.as_str()).collect();
        assert_eq!(ids, ["1", "2", "3", "4", "5"]);
        assert!((view.total_seconds() - 48.5).abs() < 1e-9);
        assert_eq!((view.unmade_scenes(), view.render_credits()), (2, 10));
        assert!(view.scenes[0].has_video && !view.is_under_way());
    }

    #[test]
    fn what_the_contract_leaves_open_is_read_in_several_spellings() {
        let batch = drawn(json!({"slug": "e", "batch_status": "processing"}));
        assert!(batch.batch_active && batch.timeline_is_locked() && batch.is_under_way());
        let nested = drawn(json!({"slug": "e", "voice": {"status": "processing"},
            "music": {"url": "https://o.example/m.mp3?sig=1", "prompt": "calm"}}));
        assert_eq!(nested.voice, JobStatus::Processing);
        assert_eq!(
            (nested.music, nested.music_prompt.as_str()),
            (JobStatus::Completed, "calm")
        );
        let flat = drawn(
            json!({"slug": "e", "voice_status": "wobbly", "has_logo": true,
            "closing_image_s3_key": "k", "autopilot_status": "pausing"}),
        );
        assert_eq!(flat.voice, JobStatus::Other("wobbly".to_owned()));
        assert!(flat.has_logo && flat.has_closing_image && !flat.has_product);
        let pausing = AutopilotStatus::Other("pausing".to_owned());
        assert_eq!(flat.autopilot.status, pausing);
    }
}
