//! A short's generation, reckoned from the records and the time.

use super::{
    super::{records::HubRecords, service::Course, work::Share},
    record::{Short, ShortFilm, Stage},
};

/// Replays the ends that fell due until now. True where one is overdue only because its film isn't
/// there yet.
pub(crate) fn advance(records: &mut HubRecords, course: &Course<'_>) -> bool {
    let mut late = false;
    let mut back = Vec::new();
    for short in &mut records.shorts.0 {
        back.extend(end(short, course));
        let work = short.work.as_ref();
        late |= work.is_some_and(|work| work.is_late(course.now));
    }
    for share in back {
        share.give_back(records);
    }
    late
}

/// Ends the generation where it is due; gives what comes back.
fn end(short: &mut Short, course: &Course<'_>) -> Option<Share> {
    let work = short.work.take_if(|work| work.ends_by(course.now))?;
    short.updated = work.due;
    if work.fails {
        short.stage = Stage::Failed;
        short.error = Some("The second segment could not be generated (sandbox)".to_owned());
        return work.share;
    }
    short.stage = Stage::VideoReady;
    short.error = None;
    short.film = Some(ShortFilm {
        video: video_key(&work.id),
        picture: picture_key(&work.id),
        duration_ms: work.made_ms.unwrap_or_default(),
        finished: work.due,
    });
    None
}

/// The key of the video that a generation makes.
pub(super) fn video_key(work: &str) -> String {
    format!("shorts/{work}.mp4")
}

/// The key of its still.
pub(super) fn picture_key(work: &str) -> String {
    format!("shorts/{work}.jpg")
}
