//! Waits for what the service makes, and judges what came of it.

use contract::{
    AutopilotStatus, CarouselStatus, Code, EditorView, Event, HubEvent, JobStatus, ProjectKey,
    ProjectNote, ProjectView, Refusal, SceneStatus, SceneView, ShortStage,
};

use super::free;
use crate::exit::Exit;
use crate::front::{Front, Listener};
use crate::progress::Progress;
use crate::run::Run;
use crate::stop::{OwnCode, Stop};

/// What a command waits for.
#[derive(Debug)]
pub enum Goal {
    /// The short's video, the carousel's slides.
    Whole,
    /// Autopilot's ad.
    Autopilot,
    /// The render of an ad.
    Render,
    /// The voice of an ad.
    Voice,
    /// Its music.
    Music,
    /// One of its scenes, by its id in the view.
    Scene(String),
    /// All of its scenes.
    Scenes,
}

/// Follows a project until the service works on nothing of it any more, and judges it.
///
/// # Errors
/// What failed, in the service's words; a token that is needed again; Ctrl+C, which leaves the work
/// going on: `pick_up` is the command that waits for it again.
pub async fn made(
    front: &Front,
    run: &Run,
    key: &ProjectKey,
    goal: &Goal,
    pick_up: &str,
) -> Result<ProjectView, Stop> {
    let mut events = front.listen();
    let mut progress = Progress::new(&run.output);
    if let Ok(Some(view)) = front.studio.known_project(key).await {
        progress.project(&view);
    }
    let view = loop {
        tokio::select! {
            ended = front.studio.project_ended(key) => break ended?,
            view = moved(&mut events, key) => progress.project(&view),
            () = run.interrupt.pressed() => return Err(free::left(pick_up)),
        }
    };
    drop(progress);
    judged(front, run, view, goal)
}

/// The project's next view.
async fn moved(events: &mut Listener, key: &ProjectKey) -> ProjectView {
    loop {
        if let Event::Hub(event) = events.next().await
            && let HubEvent::Project(view) = *event
            && view.key() == *key
        {
            return view;
        }
    }
}

fn judged(front: &Front, run: &Run, view: ProjectView, goal: &Goal) -> Result<ProjectView, Stop> {
    let (note, failed) = match &view {
        ProjectView::Short(short) => (
            &short.note,
            (short.stage == ShortStage::Failed).then(|| short.error.clone()),
        ),
        ProjectView::Carousel(carousel) => (
            &carousel.note,
            (carousel.status == CarouselStatus::Failed).then(|| carousel.error.clone()),
        ),
        ProjectView::Editor(editor) => (&editor.note, failure(editor, goal)),
    };
    if *note == Some(ProjectNote::SignInNeeded) {
        let refusal = match front.studio.hub_session() {
            contract::HubSession::SignedOut {
                refusal: Some(refusal),
            } => refusal,
            _ => Refusal::new(Code::TokenNeeded),
        };
        return Err(refusal.into());
    }
    match failed {
        None => Ok(view),
        Some(cause) => {
            if let ProjectView::Carousel(_) = view {
                run.output.say("cli-hub-refunded");
            }
            Err(failed_because(cause))
        }
    }
}

/// What failed of an ad, of what was waited for.
fn failure(editor: &EditorView, goal: &Goal) -> Option<Option<String>> {
    let job = |status: &JobStatus| (*status == JobStatus::Failed).then_some(None);
    let scene =
        |scene: &SceneView| (scene.status == SceneStatus::Failed).then(|| scene.error.clone());
    match goal {
        Goal::Autopilot => matches!(
            editor.autopilot.status,
            AutopilotStatus::Failed | AutopilotStatus::Cancelled
        )
        .then(|| editor.autopilot.error.clone()),
        Goal::Render | Goal::Whole => editor
            .render
            .as_ref()
            .filter(|render| render.status == JobStatus::Failed)
            .map(|render| render.error.clone()),
        Goal::Voice => job(&editor.voice),
        Goal::Music => job(&editor.music),
        Goal::Scene(id) => editor
            .scenes
            .iter()
            .find(|scene| is_scene(scene, id))
            .and_then(scene),
        Goal::Scenes => editor.scenes.iter().find_map(scene),
    }
}

/// Whether this is the scene that is meant: by its JSON form, or as a person writes it.
fn is_scene(scene: &SceneView, id: &str) -> bool {
    scene.scene_id == id || crate::shapes::hub::spoken_id(&scene.scene_id) == id
}

fn failed_because(cause: Option<String>) -> Stop {
    let stop = |key| Stop::own(Exit::Refused, OwnCode::Failed, key);
    match cause.filter(|cause| !cause.trim().is_empty()) {
        Some(cause) => stop("cli-hub-failed-because").with("cause", cause),
        None => stop("cli-hub-failed"),
    }
}
