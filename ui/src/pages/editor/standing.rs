//! What can be done with an ad now, and what can't be and why. Pure: the buttons ask here.

use contract::{
    AutopilotStatus, EditorView, FootageState, FootageView, JobStatus, SceneOrigin, SceneStatus,
    SceneView, choices, text_length,
};

/// Characters of a music prompt that count.
pub const MUSIC_PROMPT_CAP: usize = 1_200;
/// Characters of a narration, at most.
pub const NARRATION_CAP: usize = 12_000;
/// Characters of a scenario, at most.
pub const SCENARIO_CAP: usize = 50_000;
/// Characters of a scene's prompt, at most.
pub const PROMPT_CAP: usize = 2_000;
/// Characters of what a clip or a product image shows, at most.
pub const DESCRIPTION_CAP: usize = 500;
/// Characters of a brief, at least, where autopilot is to have it.
pub const BRIEF_AT_LEAST: usize = 10;
/// Characters of a brief, at most.
pub const BRIEF_CAP: u32 = 5_000;

/// Who has the timeline, so that nobody else moves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// Autopilot.
    Autopilot,
    /// A batch of scenes that is being made.
    Batch,
}

/// Who has an ad's timeline.
pub fn lock(ad: &EditorView) -> Option<Lock> {
    if ad.autopilot.status == AutopilotStatus::Running {
        Some(Lock::Autopilot)
    } else if ad.batch_active {
        Some(Lock::Batch)
    } else {
        None
    }
}

/// The paid way to a scene's picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Making {
    /// For the first time.
    First,
    /// Once more.
    Again,
}

impl Making {
    /// Credits that it costs.
    pub const fn credits(self) -> u32 {
        match self {
            Self::First => choices::SCENE_CREDITS,
            Self::Again => choices::SCENE_AGAIN_CREDITS,
        }
    }
}

/// How a scene could be made now. None: it is being made, is a clip of one's own, or has no words.
pub fn making(scene: &SceneView) -> Option<Making> {
    if scene.prompt.trim().is_empty() || scene.status == SceneStatus::Processing {
        return None;
    }
    match (scene.origin, &scene.status) {
        (SceneOrigin::Footage, _) => None,
        (SceneOrigin::Generated, SceneStatus::Completed) => Some(Making::Again),
        (SceneOrigin::Generated, _) => Some(Making::First),
    }
}

/// Scenes that a batch would make: those that are neither made nor being made.
pub fn to_make(ad: &EditorView) -> usize {
    ad.scenes
        .iter()
        .filter(|scene| {
            scene.origin == SceneOrigin::Generated
                && !matches!(
                    scene.status,
                    SceneStatus::Completed | SceneStatus::Processing
                )
        })
        .count()
}

/// Whether a batch could make what is not made: its smallest size is the contract's.
pub fn can_make_all(ad: &EditorView) -> bool {
    to_make(ad) >= choices::BATCH_AT_LEAST && lock(ad).is_none()
}

/// Why no render can be ordered now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRender {
    /// There is nothing to render.
    NoScenes,
    /// The service works on something of it.
    UnderWay,
}

/// Whether a render can be ordered.
pub fn render_stop(ad: &EditorView) -> Option<NoRender> {
    if ad.scenes.is_empty() {
        Some(NoRender::NoScenes)
    } else if ad.is_under_way() {
        Some(NoRender::UnderWay)
    } else {
        None
    }
}

/// Whether the brief is enough for autopilot.
pub fn has_brief(ad: &EditorView) -> bool {
    text_length(ad.brief.product_prompt.trim()) >= BRIEF_AT_LEAST
}

/// Whether nothing was begun yet, so that the two ways are offered.
pub fn is_untouched(ad: &EditorView) -> bool {
    ad.scenes.is_empty()
        && ad.scenario_prompt.trim().is_empty()
        && ad.render.is_none()
        && !matches!(
            ad.autopilot.status,
            AutopilotStatus::Running | AutopilotStatus::Completed
        )
}

/// Whether a finished film is there.
pub fn is_rendered(ad: &EditorView) -> bool {
    ad.render
        .as_ref()
        .is_some_and(|render| render.status == JobStatus::Completed)
}

/// What applying a scenario may do with the scenes that are there. The contract does not say which
/// of them it replaces, so that all have to be reckoned with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applying {
    /// There are none: nothing is lost.
    Fills,
    /// Scenes may be replaced.
    Replaces {
        /// Scenes that are there.
        scenes: usize,
        /// Scenes with a video.
        with_video: usize,
    },
}

/// What applying a scenario may do.
pub fn applying(ad: &EditorView) -> Applying {
    match ad.scenes.len() {
        0 => Applying::Fills,
        scenes => Applying::Replaces {
            scenes,
            with_video: ad.scenes.iter().filter(|scene| scene.has_video).count(),
        },
    }
}

/// Whether a voice's id is one that the service takes.
pub fn is_voice_id(id: &str) -> bool {
    let is_sound = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    !id.is_empty() && id.len() <= 64 && id.bytes().all(is_sound)
}

/// A shape such as `9:16` as a style has it. What is none counts as upright.
pub fn css_ratio(ratio: Option<&str>) -> String {
    let sides = ratio.and_then(|ratio| ratio.split_once(':'));
    let side = |text: &str| text.trim().parse::<u16>().ok().filter(|side| *side > 0);
    match sides.and_then(|(across, along)| side(across).zip(side(along))) {
        Some((across, along)) => format!("{across} / {along}"),
        None => "9 / 16".to_owned(),
    }
}

/// Clips that can be placed.
pub fn ready_clips(ad: &EditorView) -> Vec<&FootageView> {
    ad.footage
        .iter()
        .filter(|clip| clip.state == FootageState::Ready && clip.upload_id.is_some())
        .collect()
}

/// Scenes whose finished video another one could show.
pub fn reusable<'a>(ad: &'a EditorView, scene_id: &str) -> Vec<(usize, &'a SceneView)> {
    ad.scenes
        .iter()
        .enumerate()
        .filter(|(_, scene)| {
            scene.scene_id != scene_id && scene.status == SceneStatus::Completed && scene.has_video
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use contract::{FitMode, RenderView};

    use super::*;
    use crate::pages::editor::samples::{ad, footage_scene, made_scene, scene};

    fn rendering() -> RenderView {
        RenderView {
            status: JobStatus::Processing,
            asset_id: None,
            duration_seconds: None,
            error: None,
        }
    }

    #[test]
    fn autopilot_has_the_timeline_before_a_batch_has() {
        let mut ad = ad(vec![scene("a")]);
        assert_eq!(lock(&ad), None);
        ad.batch_active = true;
        assert_eq!(lock(&ad), Some(Lock::Batch));
        ad.autopilot.status = AutopilotStatus::Running;
        assert_eq!(lock(&ad), Some(Lock::Autopilot));
    }

    #[test]
    fn a_scene_is_five_at_first_and_four_again_and_a_clip_is_never_made() {
        assert_eq!(making(&scene("a")).map(Making::credits), Some(5));
        assert_eq!(making(&made_scene("a")).map(Making::credits), Some(4));
        assert_eq!(making(&footage_scene("a", 3.0)), None);
        let failed = SceneView {
            status: SceneStatus::Failed,
            ..scene("a")
        };
        assert_eq!(making(&failed), Some(Making::First));
        let busy = SceneView {
            status: SceneStatus::Processing,
            ..scene("a")
        };
        assert_eq!(making(&busy), None);
        let wordless = SceneView {
            prompt: " ".to_owned(),
            ..scene("a")
        };
        assert_eq!(making(&wordless), None);
    }

    #[test]
    fn a_batch_needs_three_that_are_not_made() {
        let mut two = ad(vec![scene("a"), made_scene("b"), scene("c")]);
        assert!(!can_make_all(&two));
        two.scenes.push(SceneView {
            status: SceneStatus::Processing,
            ..scene("busy")
        });
        assert!(!can_make_all(&two));
        two.scenes.push(scene("d"));
        assert!(can_make_all(&two));
        two.batch_active = true;
        assert!(!can_make_all(&two));
    }

    #[test]
    fn a_render_needs_scenes_and_nothing_else_under_way() {
        let mut ad = ad(Vec::new());
        assert_eq!(render_stop(&ad), Some(NoRender::NoScenes));
        ad.scenes = vec![made_scene("a"), scene("b")];
        assert_eq!(render_stop(&ad), None);
        assert_eq!(ad.render_credits(), 5);
        ad.render = Some(rendering());
        assert_eq!(render_stop(&ad), Some(NoRender::UnderWay));
    }

    #[test]
    fn applying_says_what_may_go() {
        let mut ad = ad(Vec::new());
        assert_eq!(applying(&ad), Applying::Fills);
        ad.scenes = vec![made_scene("a"), scene("b"), footage_scene("c", 4.0)];
        let replaced = Applying::Replaces {
            scenes: 3,
            with_video: 2,
        };
        assert_eq!(applying(&ad), replaced);
    }

    #[test]
    fn only_finished_videos_of_others_are_offered_again() {
        let ad = ad(vec![made_scene("a"), scene("b"), footage_scene("c", 4.0)]);
        let offered: Vec<usize> = reusable(&ad, "a").iter().map(|(index, _)| *index).collect();
        assert_eq!(offered, [2]);
    }

    #[test]
    fn only_ready_clips_of_the_service_can_be_placed() {
        let clip = |state: FootageState, upload_id: Option<&str>| FootageView {
            footage_id: None,
            upload_id: upload_id.map(str::to_owned),
            slug: "froth".to_owned(),
            name: "a.mov".to_owned(),
            size_bytes: None,
            fit_mode: Some(FitMode::Blur),
            in_parts: false,
            state,
            address_until: None,
            duration_seconds: None,
            has_first_frame: false,
            attached_scene_ids: Vec::new(),
        };
        let mut ad = ad(Vec::new());
        ad.footage = vec![
            clip(FootageState::Ready, Some("1")),
            clip(FootageState::Processing, Some("2")),
            clip(FootageState::Ready, None),
        ];
        assert_eq!(ready_clips(&ad).len(), 1);
    }

    #[test]
    fn a_shape_that_is_none_is_upright() {
        assert_eq!(css_ratio(Some("16:9")), "16 / 9");
        for odd in [None, Some("wide"), Some("0:9"), Some("4:5:6")] {
            assert_eq!(css_ratio(odd), "9 / 16");
        }
    }

    #[test]
    fn voice_ids_are_of_the_services_own_alphabet() {
        assert!(is_voice_id("en_warm-2"));
        for bad in ["", "a b", "ä", &"x".repeat(65)] {
            assert!(!is_voice_id(bad), "{bad}");
        }
    }
}
