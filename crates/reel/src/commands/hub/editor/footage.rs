//! `reel editor upload`, `uploads`, `place`: the person's own clips.

use contract::{
    Code, Event, FootageId, FootageState, FootageView, HubEvent, NewFootage, Refusal, UploadMethod,
};
use words::Words;

use super::changed;
use crate::args::hub::{PlaceUpload, UploadClip, Uploads};
use crate::commands::hub::free;
use crate::exit::Exit;
use crate::front::Front;
use crate::layout::columns;
use crate::progress::Progress;
use crate::run::Run;
use crate::shapes::hub as shapes;
use crate::stop::{OwnCode, Stop};

/// Uploads a clip and waits until it can be placed. Ctrl+C pauses it; the same command goes on with it.
pub async fn upload(run: &Run, asked: UploadClip) -> Result<Exit, Stop> {
    free::winding_down(run, async |front| {
        let file = free::file(front, &asked.file).await?;
        let method = match (asked.multipart, asked.single) {
            (true, _) => UploadMethod::Multipart,
            (_, true) => UploadMethod::Single,
            _ => UploadMethod::Auto,
        };
        let footage = NewFootage {
            slug: asked.slug,
            file_id: file.file_id,
            fit_mode: asked.fit.into(),
            product_description: asked.product_description,
            method,
            with_checksum: asked.checksum,
        };
        let footage_id = free::step(run, front.studio.upload_footage(footage)).await?;
        let view = ready(front, run, &footage_id).await?;
        let words = &run.output.words;
        run.output.result(&shapes::upload(&view, Some(words)), |_| {
            let id = view.upload_id.as_deref().unwrap_or_default();
            shapes::spoken_id(id)
        });
        Ok(Exit::Done)
    })
    .await
}

/// Prints the clips of an ad, after giving one up where that was asked for.
pub async fn list(run: &Run, asked: Uploads) -> Result<Exit, Stop> {
    free::with_token(run, async |front| {
        let mut clips = front.studio.footage(&asked.slug).await?;
        if let Some(wanted) = &asked.cancel {
            let clip = clips.iter().find(|clip| is_it(clip, wanted));
            let footage_id = clip.and_then(|clip| clip.footage_id.clone());
            let footage_id = footage_id.ok_or_else(|| Refusal::new(Code::Unknown).of_hubfluencer());
            let footage_id = footage_id?;
            front.studio.cancel_footage(&footage_id).await?;
            front.studio.footage_ended(&footage_id).await?;
            run.output.say("cli-hub-upload-cancelled");
            clips = front.studio.footage(&asked.slug).await?;
        }
        if clips.is_empty() {
            run.output.say("cli-hub-uploads-none");
        }
        let words = &run.output.words;
        let document: Vec<_> = clips
            .iter()
            .map(|clip| shapes::upload(clip, Some(words)))
            .collect();
        run.output.result(&document, |words| text(words, &clips));
        Ok(Exit::Done)
    })
    .await
}

/// Puts a clip on the timeline: as a new scene, or in one.
pub async fn place(run: &Run, asked: PlaceUpload) -> Result<Exit, Stop> {
    changed(run, async |front| {
        let (studio, slug, upload) = (&front.studio, &asked.slug, &asked.upload);
        match &asked.scene {
            Some(scene) => studio.use_footage(slug, scene, upload).await,
            None => studio.place_footage(slug, upload).await,
        }
    })
    .await
}

/// Waits until a clip can be placed.
async fn ready(front: &Front, run: &Run, footage_id: &FootageId) -> Result<FootageView, Stop> {
    let mut events = front.listen();
    let mut progress = Progress::new(&run.output);
    let view = loop {
        tokio::select! {
            ended = front.studio.footage_ended(footage_id) => break ended?,
            event = events.next() => {
                if let Event::Hub(event) = event
                    && let HubEvent::Footage(view) = *event
                    && view.footage_id.as_ref() == Some(footage_id)
                {
                    progress.footage(&view);
                }
            }
            () = run.interrupt.pressed() => {
                drop(progress);
                return Err(left(front, run, footage_id).await);
            }
        }
    };
    drop(progress);
    match view.state {
        FootageState::Failed { refusal }
        | FootageState::Paused {
            refusal: Some(refusal),
            ..
        } => Err(refusal.into()),
        FootageState::Paused { refusal: None, .. } | FootageState::Cancelled => Err(paused()),
        _ => Ok(view),
    }
}

/// Ctrl+C: pauses it after the parts under way, or leaves it to the service, which has it already.
async fn left(front: &Front, run: &Run, footage_id: &FootageId) -> Stop {
    let state = front.studio.footage_view(footage_id).map(|view| view.state);
    if state == Some(FootageState::Processing) {
        return Stop::own(
            Exit::NoAnswer,
            OwnCode::Interrupted,
            "cli-hub-upload-processing",
        );
    }
    let resting = async {
        front.studio.pause_footage(footage_id).await?;
        Ok(front.studio.footage_ended(footage_id).await?)
    };
    match run.wind_down(resting, "cli-hub-upload-paused").await {
        Ok(_) => paused(),
        Err(stop) => stop,
    }
}

fn paused() -> Stop {
    Stop::own(
        Exit::NoAnswer,
        OwnCode::Interrupted,
        "cli-hub-upload-paused",
    )
}

/// Whether this clip is meant: by our id or by the service's, in its JSON form or as it is written.
fn is_it(clip: &FootageView, wanted: &str) -> bool {
    let ours = clip.footage_id.as_ref().map(|id| id.0.as_str());
    let theirs = clip.upload_id.as_deref();
    ours == Some(wanted)
        || theirs == Some(wanted)
        || theirs.map(shapes::spoken_id).as_deref() == Some(wanted)
}

fn text(words: &Words, clips: &[FootageView]) -> String {
    let rows: Vec<_> = clips
        .iter()
        .map(|clip| {
            let id = clip.upload_id.as_deref().map(shapes::spoken_id);
            let length = clip.duration_seconds;
            vec![
                id.unwrap_or_default(),
                shapes::footage_state(&clip.state).to_owned(),
                length.map_or_else(String::new, |seconds| words.seconds(seconds)),
                clip.name.clone(),
            ]
        })
        .collect();
    columns(&rows)
}
