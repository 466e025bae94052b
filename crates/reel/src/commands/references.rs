//! `reel references` and `reel upload`: reference material.

use std::path::PathBuf;

use contract::{
    CharacterId, Code, Event, FileView, NewReference, Refusal, UploadState, UploadView,
};

use super::asking;
use crate::args::{References, Upload};
use crate::exit::Exit;
use crate::front::Front;
use crate::layout::{self, columns};
use crate::progress::Progress;
use crate::run::Run;
use crate::stop::{OwnCode, Stop};

/// Lists what was uploaded.
pub async fn list(run: &Run, asked: References) -> Result<Exit, Stop> {
    asking::signed_in(run, async |front| {
        let document = front.studio.references_document(asked.page);
        asking::printed(run, document, async || {
            let references = front.studio.references(asked.page).await?;
            if references.is_empty() {
                run.output.say(if asked.page > 1 {
                    "cli-references-page-empty"
                } else {
                    "cli-references-empty"
                });
            }
            let rows: Vec<_> = references
                .into_iter()
                .map(|reference| vec![reference.asset_id.0, reference.name])
                .collect();
            Ok(columns(&rows))
        })
        .await
    })
    .await
}

/// Uploads a file and prints it as the service lists it. Ctrl+C stops it.
pub async fn upload(run: &Run, asked: Upload) -> Result<Exit, Stop> {
    asking::winding_down(run, async |front| {
        let file = chosen(front, asked.file).await?;
        let product_id = match &asked.product {
            Some(wanted) => Some(asking::product(front, wanted).await?.product_id),
            None => None,
        };
        let reference = NewReference {
            file_id: file.file_id,
            name: asked.name,
            notes: asked.notes,
            product_id,
            character_id: asked.character.as_deref().map(CharacterId::from),
        };
        let sent = sent(front, run, reference).await?;
        let UploadState::Done { reference } = sent.state else {
            return Err(not_sent(sent));
        };
        let document = front.studio.asset_document(&reference.asset_id);
        asking::printed(run, document, async || {
            Ok(layout::row(&[
                reference.asset_id.0.clone(),
                reference.name.clone(),
            ]))
        })
        .await
    })
    .await
}

async fn sent(front: &Front, run: &Run, reference: NewReference) -> Result<UploadView, Stop> {
    let mut events = front.listen();
    let upload_id = front.studio.upload_reference(reference).await?;
    let mut progress = Progress::new(&run.output);
    loop {
        tokio::select! {
            ended = front.studio.upload_ended(&upload_id) => return Ok(ended?),
            event = events.next() => {
                if let Event::Upload(view) = event && view.upload_id == upload_id {
                    progress.upload(&view);
                }
            }
            () = run.interrupt.pressed() => {
                front.studio.cancel_upload(&upload_id);
                let ended = async { Ok(front.studio.upload_ended(&upload_id).await?) };
                return run.wind_down(ended, "cli-left-upload").await;
            }
        }
    }
}

fn not_sent(upload: UploadView) -> Stop {
    match upload.state {
        UploadState::Failed { refusal } => refusal.into(),
        _ => Stop::own(
            Exit::NotConfirmed,
            OwnCode::Interrupted,
            "cli-stopped-upload",
        ),
    }
}

/// A file of the command line, looked at.
///
/// # Errors
/// [`Code::FileGone`] where nothing is there. What it may be used for is the core's to judge.
pub async fn chosen(front: &Front, path: PathBuf) -> Result<FileView, Stop> {
    let name = path.display().to_string();
    let file = front.studio.add_files(vec![path]).await.into_iter().next();
    file.filter(|file| {
        let refusal = file.refusal.as_ref();
        refusal.is_none_or(|refusal| refusal.code != Code::FileGone)
    })
    .ok_or_else(|| Refusal::new(Code::FileGone).with("file", name).into())
}
