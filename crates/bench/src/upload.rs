//! An order's upload as the app makes it: `POST /api/riffs` through the typed client, with the gate
//! before the last piece and the progress listened to.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::FutureExt as _;
use riffkit::{Api, RiffRequest, RiffSource, Session};
use wire::upload::{FilePart, Hooks};
use wire::{Client, Origin, Secret, Settings};

use crate::Outcome;

/// Sends the file to the server at `to`.
///
/// # Errors
/// It was not taken, or the progress did not add up.
pub async fn upload(to: &str, path: &Path) -> Outcome<()> {
    let origin: Origin = to.parse()?;
    let client = Client::new(Settings::new("reelwright-bench"))?;
    let session = Session::new(origin.clone(), Secret::new("nobody".to_owned()))?;
    let file = tokio::fs::File::open(path).await?;
    let length = file.metadata().await?.len();
    let video = FilePart {
        file,
        length,
        file_name: "clip.mp4".to_owned(),
        content_type: "video/mp4".to_owned(),
    };
    let (seen, heard) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let (gate, progress) = (Arc::clone(&seen), Arc::clone(&heard));
    let hooks = Hooks::none()
        .progress(move |sent, _| progress.store(sent, Ordering::Relaxed))
        .before_last(move || {
            gate.fetch_add(1, Ordering::Relaxed);
            async { Ok(()) }.boxed()
        });
    let mut request = RiffRequest::new(RiffSource::Video { video });
    request.language = "en".to_owned();
    request.content_anchor = "At the reveal, show the label".to_owned();
    Api::new(client, origin)
        .riff(&session, request, hooks)
        .await?;
    if seen.load(Ordering::Relaxed) != 1 || heard.load(Ordering::Relaxed) <= length {
        return Err("the gate or the progress was passed over".into());
    }
    Ok(())
}
