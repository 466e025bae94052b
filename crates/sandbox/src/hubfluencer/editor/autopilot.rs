//! The autopilot: it writes scenario and scenes, narrates, adds voice and music, and renders.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    super::{credits::ChargeId, service::Course, work::Share},
    ordering::{self, Cost},
    record::{Editor, Status},
    rendering, writing,
};
use crate::{faults::Fault, moment::Millis};

/// Hundredths of the pace that the autopilot thinks about scenario and narration.
const THOUGHT: Millis = 10;

/// How far an autopilot is (contract: `autopilot_status`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AutopilotStatus {
    /// It owns the timeline.
    Running,
    /// The render is there.
    Completed,
    /// It went wrong; what wasn't spent is back.
    Failed,
}

/// What an autopilot does right now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Step {
    /// It thinks about the scenario until then.
    Scenario(Millis),
    Scenes,
    /// It thinks about the narration until then.
    Narration(Millis),
    Voice,
    Music,
    Render,
}

/// A run of the autopilot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Autopilot {
    pub(crate) status: AutopilotStatus,
    pub(crate) step: Step,
    /// It is bound to fail half way.
    fails: bool,
    charge: Option<ChargeId>,
    /// What of the charge has been put to no use yet.
    unspent: i64,
    /// What a scene costs within the charge.
    per_scene: i64,
    /// Scenes that it makes up where there are none.
    new_scenes: usize,
    pub(crate) error: Option<String>,
}

impl Autopilot {
    fn spend(&mut self, credits: i64) -> Option<Share> {
        let charge = self.charge?;
        let credits = credits.min(self.unspent);
        self.unspent -= credits;
        (credits > 0).then_some(Share { charge, credits })
    }

    /// It owns the timeline.
    pub(super) fn is_running(&self) -> bool {
        self.status == AutopilotStatus::Running
    }
}

/// Starts the autopilot, which was paid for with this charge.
pub(super) fn start(
    editor: &mut Editor,
    cost: &Cost,
    charge: Option<ChargeId>,
    course: &Course<'_>,
) {
    editor.autopilot = Some(Autopilot {
        status: AutopilotStatus::Running,
        step: Step::Scenario(course.now + course.part(THOUGHT)),
        fails: course.faults.strikes(&Fault::FailAutopilot),
        charge,
        unspent: cost.total(),
        per_scene: cost.per_scene,
        new_scenes: cost.new_scenes,
        error: None,
    });
}

/// Until when the autopilot thinks, where it does.
pub(super) fn thought(editor: &Editor) -> Option<Millis> {
    let autopilot = editor.autopilot.as_ref()?;
    match autopilot.step {
        Step::Scenario(until) | Step::Narration(until) if autopilot.is_running() => Some(until),
        _ => None,
    }
}

/// It has thought to the end.
pub(super) fn thought_ended(
    editor: &mut Editor,
    at: Millis,
    course: &Course<'_>,
    back: &mut Vec<Share>,
) {
    let Some(mut autopilot) = editor.autopilot.take() else {
        return;
    };
    if matches!(autopilot.step, Step::Scenario(_)) {
        if autopilot.new_scenes > 0 {
            writing::write_scenario(editor, autopilot.new_scenes);
            writing::apply_scenario(editor, autopilot.new_scenes);
        }
        let per_scene = autopilot.per_scene;
        let mut number = 0;
        for scene in &mut editor.segments {
            if scene.is_pending_scene() {
                let share = autopilot.spend(per_scene);
                ordering::generate(scene, at, number, share, course);
                number += 1;
            }
        }
        autopilot.step = Step::Scenes;
    } else if autopilot.fails {
        fail(&mut autopilot, "The autopilot lost its way (sandbox)", back);
    } else {
        if writing::is_blank(editor.brief.narration_script.as_ref()) {
            writing::write_narration(editor);
        }
        if !ordering::is_there(editor.voice.as_ref()) {
            let voice = editor.brief.voice_id.clone();
            let wish = voice.unwrap_or_else(|| "narrator".to_owned());
            let share = autopilot.spend(ordering::VOICE_COST);
            editor.voice = Some(ordering::track(wish, at, share, course));
        }
        autopilot.step = Step::Voice;
    }
    editor.autopilot = Some(autopilot);
}

/// Goes on to the next step for as long as nothing is left to wait for.
pub(super) fn follow(editor: &mut Editor, at: Millis, course: &Course<'_>, back: &mut Vec<Share>) {
    let Some(mut autopilot) = editor.autopilot.take() else {
        return;
    };
    while autopilot.is_running() && goes_on(editor, &mut autopilot, at, course, back) {}
    editor.autopilot = Some(autopilot);
}

/// One step further; false where it has to wait.
fn goes_on(
    editor: &mut Editor,
    autopilot: &mut Autopilot,
    at: Millis,
    course: &Course<'_>,
    back: &mut Vec<Share>,
) -> bool {
    match autopilot.step {
        Step::Scenario(_) | Step::Narration(_) => return false,
        Step::Scenes => {
            if editor.segments.iter().any(|scene| scene.is_processing()) {
                return false;
            }
            if editor.segments.iter().any(|scene| scene.footage.is_none()) {
                fail(autopilot, "A scene could not be generated (sandbox)", back);
                return false;
            }
            autopilot.step = Step::Narration(at + course.part(THOUGHT));
            // That is waited for, even where it takes no time at all.
            return false;
        }
        Step::Voice => match editor.voice.as_ref().map(|voice| voice.status) {
            Some(Status::Processing) => return false,
            Some(Status::Failed) => {
                fail(
                    autopilot,
                    "The voice could not be generated (sandbox)",
                    back,
                );
                return false;
            }
            _ => {
                if !ordering::is_there(editor.music.as_ref()) {
                    let wish = writing::music_prompt(editor);
                    let share = autopilot.spend(ordering::MUSIC_COST);
                    editor.music = Some(ordering::track(wish, at, share, course));
                }
                autopilot.step = Step::Music;
            }
        },
        Step::Music => match editor.music.as_ref().map(|music| music.status) {
            Some(Status::Processing) => return false,
            Some(Status::Failed) => {
                fail(
                    autopilot,
                    "The music could not be generated (sandbox)",
                    back,
                );
                return false;
            }
            _ => {
                rendering::order(editor, at, course);
                autopilot.step = Step::Render;
            }
        },
        Step::Render => match editor.render.as_ref().map(|render| render.status) {
            Some(Status::Completed) => {
                autopilot.status = AutopilotStatus::Completed;
                return false;
            }
            Some(Status::Failed) => {
                fail(autopilot, "The render failed (sandbox)", back);
                return false;
            }
            _ => return false,
        },
    }
    true
}

fn fail(autopilot: &mut Autopilot, error: &str, back: &mut Vec<Share>) {
    autopilot.status = AutopilotStatus::Failed;
    autopilot.error = Some(error.to_owned());
    let unspent = autopilot.unspent;
    back.extend(autopilot.spend(unspent));
}
