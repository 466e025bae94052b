//! What generations cost, and how they begin.

use super::{
    super::{
        problem::Problem,
        service::Course,
        work::{Share, Work},
    },
    record::{Editor, Status, Track},
    segment::Segment,
};
use crate::{faults::Fault, moment::Millis};

/// Credits of one scene.
pub(super) const SCENE_COST: i64 = 5;
/// Credits of one scene once more.
pub(super) const REGENERATE_COST: i64 = 4;
/// Credits of one scene of a batch.
pub(super) const BATCH_COST: i64 = 4;
/// Scenes of a batch at least.
pub(super) const SMALLEST_BATCH: usize = 3;
/// Credits of a voice.
pub(super) const VOICE_COST: i64 = 3;
/// Credits of music.
pub(super) const MUSIC_COST: i64 = 5;
/// Scenes at most.
pub(super) const MOST_SCENES: usize = 20;

/// Scenes that an autopilot makes up where nothing says how many.
const USUAL_SCENES: usize = 5;
/// Hundredths of the pace that the first scene takes, and each further one of the same order.
const FIRST_SCENE: Millis = 40;
const FURTHER_SCENE: Millis = 3;
/// Hundredths of the pace that a sound takes.
const SOUND: Millis = 20;

/// What an autopilot costs.
pub(super) struct Cost {
    pub(super) scenes: i64,
    pub(super) per_scene: i64,
    pub(super) voice: i64,
    pub(super) music: i64,
    /// Scenes that it makes up.
    pub(super) new_scenes: usize,
}

impl Cost {
    /// What an autopilot costs in this project as it stands.
    pub(super) fn of(editor: &Editor) -> Self {
        let pending = editor.segments.iter();
        let pending = pending.filter(|scene| scene.is_pending_scene()).count();
        let new_scenes = if editor.segments.is_empty() {
            wanted_scenes(editor)
        } else {
            0
        };
        let scenes = pending + new_scenes;
        let is_batch = scenes >= SMALLEST_BATCH;
        let owed = |track: Option<&Track>, cost| if is_there(track) { 0 } else { cost };
        Self {
            scenes: i64::try_from(scenes).unwrap_or(0),
            per_scene: if is_batch { BATCH_COST } else { SCENE_COST },
            voice: owed(editor.voice.as_ref(), VOICE_COST),
            music: owed(editor.music.as_ref(), MUSIC_COST),
            new_scenes,
        }
    }

    /// Whole credits.
    pub(super) fn total(&self) -> i64 {
        self.scenes * self.per_scene + self.voice + self.music
    }
}

/// By the wished length, each scene being 8 s.
fn wanted_scenes(editor: &Editor) -> usize {
    let seconds = editor.brief.target_duration_seconds;
    let scenes = seconds.map(|seconds| (seconds + 4) / 8);
    let scenes = scenes.and_then(|scenes| usize::try_from(scenes).ok());
    scenes.unwrap_or(USUAL_SCENES).clamp(3, 10)
}

/// The sound is finished, so that it needs no other.
pub(super) fn is_there(track: Option<&Track>) -> bool {
    track.is_some_and(|track| track.status == Status::Completed)
}

/// Begins the generation of a scene, the `number`-th of its order.
pub(super) fn generate(
    scene: &mut Segment,
    at: Millis,
    number: usize,
    share: Option<Share>,
    course: &Course<'_>,
) {
    let number = Millis::try_from(number).unwrap_or(0);
    let work = Work::begun(at, FIRST_SCENE + FURTHER_SCENE * number, course);
    let fails = course.faults.strikes(&Fault::FailScene);
    scene.work = Some(Work { share, ..work }.fated(fails));
    scene.status = Status::Processing;
    scene.error = None;
}

/// Begins a sound.
pub(super) fn track(wish: String, at: Millis, share: Option<Share>, course: &Course<'_>) -> Track {
    Track {
        wish,
        status: Status::Processing,
        work: Some(Work {
            share,
            ..Work::begun(at, SOUND, course)
        }),
        key: None,
        duration_ms: 0,
        error: None,
    }
}

impl Editor {
    /// The timeline is its owner's.
    ///
    /// # Errors
    /// 409 `autopilot_active`.
    pub(super) fn is_manual(&self) -> Result<(), Problem> {
        match &self.autopilot {
            Some(autopilot) if autopilot.is_running() => Err(Problem::conflict(
                "autopilot_active",
                "The autopilot owns the timeline until it has ended",
            )),
            _ => Ok(()),
        }
    }

    /// No batch is being generated.
    ///
    /// # Errors
    /// 409 with this error's name.
    pub(super) fn is_without_batch(&self, error: &str) -> Result<(), Problem> {
        if self.segments.iter().any(|scene| scene.in_batch) {
            return Err(Problem::conflict(error, "A batch is being generated"));
        }
        Ok(())
    }

    /// There is room for one more scene.
    ///
    /// # Errors
    /// 422 `segments_limit_reached`.
    pub(super) fn has_room(&self) -> Result<(), Problem> {
        if self.segments.len() >= MOST_SCENES {
            return Err(Problem::unprocessable(
                "segments_limit_reached",
                format!("A project has at most {MOST_SCENES} scenes"),
            ));
        }
        Ok(())
    }
}
