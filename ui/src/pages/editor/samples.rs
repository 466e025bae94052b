//! An ad for tests.

use contract::{
    AutopilotView, EditorBrief, EditorView, JobStatus, SceneOrigin, SceneStatus, SceneView,
};

/// A scene that is not made.
pub fn scene(id: &str) -> SceneView {
    SceneView {
        scene_id: id.to_owned(),
        position: 1,
        prompt: format!("Scene {id}"),
        origin: SceneOrigin::Generated,
        status: SceneStatus::Pending,
        error: None,
        duration_seconds: 8.0,
        has_video: false,
        has_still: false,
        product_placement: None,
    }
}

/// A scene that the service has made.
pub fn made_scene(id: &str) -> SceneView {
    SceneView {
        status: SceneStatus::Completed,
        has_video: true,
        has_still: true,
        ..scene(id)
    }
}

/// A scene of the person's own clip.
pub fn footage_scene(id: &str, seconds: f64) -> SceneView {
    SceneView {
        origin: SceneOrigin::Footage,
        duration_seconds: seconds,
        ..made_scene(id)
    }
}

/// An ad with these scenes.
pub fn ad(scenes: Vec<SceneView>) -> EditorView {
    EditorView {
        slug: "froth".to_owned(),
        brief: EditorBrief {
            language: "en".to_owned(),
            product_prompt: "Oat Shot: froth in one shake, no machine.".to_owned(),
            ..EditorBrief::default()
        },
        scenario_prompt: String::new(),
        narration_script: String::new(),
        target_duration_seconds: None,
        scenes,
        footage: Vec::new(),
        autopilot: AutopilotView::default(),
        batch_active: false,
        voice: JobStatus::None,
        music: JobStatus::None,
        music_prompt: String::new(),
        has_product: false,
        product_description: String::new(),
        has_closing_image: false,
        has_logo: false,
        logo_treatment: None,
        logo_position: None,
        logo_duration_seconds: None,
        render: None,
        caption: String::new(),
        hashtags: Vec::new(),
        note: None,
        began_at: None,
        heard_at: None,
        changed_at: 0,
    }
}
