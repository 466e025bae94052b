//! Looking at an upload in the background: what it is, how long it plays, its first frame.

use std::sync::Arc;

use super::record::{Outcome, Upload};
use crate::{
    faults::Fault,
    hubfluencer::service::HubService,
    moment::Millis,
    render::probe::{self, NotAVideo},
};

/// Longest video, in seconds (contract: 5 min).
const LONGEST: f64 = 300.0;

/// Starts looking at an upload.
pub(super) fn process_soon(service: &Arc<HubService>, editor: &str, id: &str) {
    let upload = service.read(|records| records.uploads.find(editor, id).cloned());
    let Some(upload) = upload else {
        return;
    };
    let looking = Arc::clone(service);
    service.renderer.spawn(async move {
        let outcome = look(&looking, &upload).await;
        let kept = looking.change(|records, _| {
            if let Some(upload) = records.uploads.find_mut(&upload.editor, &upload.id) {
                upload.outcome = Some(outcome);
            }
        });
        if let Err(error) = kept {
            tracing::error!(%error, "the processing of an upload could not be recorded");
        }
        looking.renderer.tell_finished();
    });
}

/// What an upload is. Without ffprobe its headers alone are read: one that states no length, or
/// that is broken further in, passes then, and its first frame is the sample's.
async fn look(service: &HubService, upload: &Upload) -> Outcome {
    let refused = |words: &str| Outcome::Refused(words.to_owned());
    if service.faults.strikes(&Fault::FailUpload) {
        return refused("The video could not be processed");
    }
    let Some(path) = service.objects.path(upload.video_key()) else {
        return refused("The video is not in the storage any more");
    };
    let seen = match probe::look(service.renderer.program(), &path).await {
        Ok(seen) => seen,
        Err(NotAVideo) => return refused("The file is not a video that can be read"),
    };
    let seconds = seen.seconds.unwrap_or(0.0);
    if seconds > LONGEST {
        return refused("The video is longer than 5 minutes");
    }
    let key = format!("editor/{}/uploads/{}.first.jpg", upload.editor, upload.id);
    let picture = service.renderer.first_frame(&path).await;
    let put = service.objects.put_bytes(&key, picture, "image/jpeg").await;
    if let Err(error) = &put {
        tracing::error!(%error, "an upload's first frame could not be kept");
    }
    Outcome::Usable {
        duration_ms: (seconds * 1000.0).round() as Millis,
        picture: put.is_ok().then_some(key),
    }
}
