//! Saves reels to the disk, and shows how it goes.

use std::path::{Path, PathBuf};

use contract::{AssetId, Event, Refusal, TransferId, TransferState};

use crate::exit::Exit;
use crate::front::{Front, Listener};
use crate::progress::Progress;
use crate::run::Run;
use crate::stop::{OwnCode, Stop};

/// Where a reel is to be saved.
#[derive(Debug)]
pub enum Place<'a> {
    /// The folder of the settings.
    Usual,
    /// Into this folder, under the settings' name pattern.
    Folder(&'a Path),
    /// As this file; one that is there already stays, and the new one gets a number.
    File(&'a Path),
}

/// Saves a reel. Answers where it is.
///
/// # Errors
/// The transfer's refusal. Ctrl+C leaves nothing behind.
pub async fn save(
    front: &Front,
    run: &Run,
    asset_id: &AssetId,
    place: &Place<'_>,
) -> Result<PathBuf, Stop> {
    let mut events = front.listen();
    let transfer_id = begin(front, asset_id, place).await?;
    transferred(front, run, &transfer_id, &mut events).await?;
    front
        .studio
        .saved_path(asset_id)
        .await
        .ok_or_else(|| Refusal::new(contract::Code::Unknown).into())
}

/// Waits until a saving has ended, and shows how it goes. One that is offline goes on once there is a
/// network. Where the disk is full nobody waits for room here: what has come stays, and the next
/// saving of the same goes on from there.
///
/// # Errors
/// As [`save`].
pub async fn transferred(
    front: &Front,
    run: &Run,
    transfer_id: &TransferId,
    events: &mut Listener,
) -> Result<(), Stop> {
    let mut progress = Progress::new(&run.output);
    let ended = loop {
        tokio::select! {
            ended = front.studio.transfer_rested(transfer_id) => break ended?,
            event = events.next() => {
                if let Event::Transfer(view) = event && view.transfer_id == *transfer_id {
                    progress.transfer(&view);
                }
            }
            () = run.interrupt.pressed() => {
                front.studio.cancel_transfer(transfer_id).await;
                break front.studio.transfer_ended(transfer_id).await?;
            }
        }
    };
    match ended.state {
        TransferState::Failed { refusal }
        | TransferState::Paused {
            refusal: Some(refusal),
            ..
        } => Err(refusal.into()),
        TransferState::Cancelled => Err(Stop::own(
            Exit::NotConfirmed,
            OwnCode::Interrupted,
            "cli-stopped-saving",
        )),
        _ => Ok(()),
    }
}

async fn begin(
    front: &Front,
    asset_id: &AssetId,
    place: &Place<'_>,
) -> Result<TransferId, Refusal> {
    match place {
        Place::Usual => front.studio.save(asset_id).await,
        Place::Folder(folder) => front.studio.save_in(asset_id, folder).await,
        Place::File(file) => front.studio.save_as(asset_id, file).await,
    }
}
