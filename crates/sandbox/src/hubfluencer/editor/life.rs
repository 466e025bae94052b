//! What is under way in a project, reckoned from the records and the time.
//!
//! Whenever somebody looks, all ends that fell due since the last look are replayed in their
//! order; each may begin something else at that very moment.

use super::{
    super::{
        records::HubRecords,
        service::Course,
        work::{Share, Work},
    },
    autopilot,
    record::{Editor, Status, Track},
    rendering,
    segment::{FitMode, Footage, SCENE_MS},
};
use crate::moment::Millis;

/// Something that ends.
enum End {
    /// The scene at this place.
    Scene(usize),
    Voice,
    Music,
    Render,
    /// What an autopilot thinks about.
    Thought,
}

/// Replays what fell due until now. True where an end is overdue only because its file isn't there
/// yet.
pub(crate) fn advance(records: &mut HubRecords, course: &Course<'_>) -> bool {
    let mut late = false;
    let mut back = Vec::new();
    for editor in &mut records.editors.0 {
        while let Some((end, at)) = next(editor, course.now) {
            conclude(editor, &end, at, course, &mut back);
            rendering::follow(editor, at, course);
            autopilot::follow(editor, at, course, &mut back);
            editor.updated = at;
        }
        late |= works(editor).any(|work| work.is_late(course.now));
    }
    for share in back {
        share.give_back(records);
    }
    late
}

/// All generations that are under way.
pub(super) fn works(editor: &Editor) -> impl Iterator<Item = &Work> {
    let tracks = [&editor.voice, &editor.music].into_iter().flatten();
    let scenes = editor
        .segments
        .iter()
        .filter_map(|scene| scene.work.as_ref());
    let render = editor
        .render
        .as_ref()
        .and_then(|render| render.work.as_ref());
    scenes
        .chain(tracks.filter_map(|track| track.work.as_ref()))
        .chain(render)
}

/// The earliest end that fell due.
fn next(editor: &Editor, now: Millis) -> Option<(End, Millis)> {
    let due = |work: &Option<Work>| {
        let work = work.as_ref().filter(|work| work.ends_by(now))?;
        Some(work.due)
    };
    let scenes = editor.segments.iter().enumerate();
    let scenes = scenes.filter_map(|(place, scene)| Some((End::Scene(place), due(&scene.work)?)));
    let voice = editor.voice.as_ref().and_then(|voice| due(&voice.work));
    let music = editor.music.as_ref().and_then(|music| due(&music.work));
    let render = editor.render.as_ref().and_then(|render| due(&render.work));
    let thought = autopilot::thought(editor).filter(|until| *until <= now);
    scenes
        .chain(voice.map(|at| (End::Voice, at)))
        .chain(music.map(|at| (End::Music, at)))
        .chain(render.map(|at| (End::Render, at)))
        .chain(thought.map(|at| (End::Thought, at)))
        .min_by_key(|(_, at)| *at)
}

fn conclude(
    editor: &mut Editor,
    end: &End,
    at: Millis,
    course: &Course<'_>,
    back: &mut Vec<Share>,
) {
    match end {
        End::Scene(place) => back.extend(scene_ended(editor, *place)),
        End::Voice => back.extend(editor.voice.as_mut().and_then(track_ended)),
        End::Music => back.extend(editor.music.as_mut().and_then(track_ended)),
        End::Render => rendering::ended(editor, at),
        End::Thought => autopilot::thought_ended(editor, at, course, back),
    }
}

fn scene_ended(editor: &mut Editor, place: usize) -> Option<Share> {
    let scene = editor.segments.get_mut(place)?;
    let work = scene.work.take()?;
    scene.in_batch = false;
    if work.fails {
        scene.status = Status::Failed;
        scene.error = Some("The scene could not be generated (sandbox)".to_owned());
        return work.share;
    }
    scene.status = Status::Completed;
    scene.error = None;
    scene.footage = Some(Footage {
        video: scene_key(&work.id),
        picture: Some(still_key(&work.id)),
        duration_ms: SCENE_MS,
        fit: FitMode::Cover,
    });
    None
}

fn track_ended(track: &mut Track) -> Option<Share> {
    let work = track.work.take()?;
    if work.fails {
        track.status = Status::Failed;
        track.error = Some("The sound could not be generated (sandbox)".to_owned());
        return work.share;
    }
    track.status = Status::Completed;
    track.error = None;
    track.key = Some(sound_key(&work.id));
    track.duration_ms = work.made_ms.unwrap_or_default();
    None
}

/// The key of the video that a scene's generation makes.
pub(super) fn scene_key(work: &str) -> String {
    format!("scenes/{work}.mp4")
}

/// The key of the still of what a generation or a render makes.
pub(super) fn still_key(work: &str) -> String {
    format!("stills/{work}.jpg")
}

/// The key of a voice or of music.
pub(super) fn sound_key(work: &str) -> String {
    format!("sounds/{work}.wav")
}

/// The key of the video that a render makes.
pub(super) fn render_key(work: &str) -> String {
    format!("renders/{work}.mp4")
}
