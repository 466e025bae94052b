//! `reel save ASSET`: a reel of the library to the disk.

use contract::{AssetId, Service};

use super::riff;
use super::saving::{self, Place};
use crate::args::Save;
use crate::exit::Exit;
use crate::front::{Front, Links};
use crate::run::Run;
use crate::sign_in::need_session;
use crate::stop::Stop;

/// Saves and prints where it is.
pub async fn run(run: &Run, save: Save) -> Result<Exit, Stop> {
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Open))
        .await?;
    let done = saved(&front, run, &save).await;
    front.close().await;
    done
}

async fn saved(front: &Front, run: &Run, save: &Save) -> Result<Exit, Stop> {
    let asset_id = AssetId::from(save.asset.as_str());
    run.interrupt.or(found(front, run, &asset_id)).await?;
    let place = match (&save.to, &save.file) {
        (Some(folder), _) => Place::Folder(folder),
        (None, Some(file)) => Place::File(file),
        (None, None) => Place::Usual,
    };
    let path = saving::save(front, run, &asset_id, &place).await?;
    let shape = riff::shape(front, &asset_id, Some(&path)).await?;
    run.output.result(&shape, |_| path.display().to_string());
    Ok(Exit::Done)
}

/// A reel that this machine has not heard of yet is in the service's list, or nowhere.
async fn found(front: &Front, run: &Run, asset_id: &AssetId) -> Result<(), Stop> {
    let is_hubfluencers = front
        .studio
        .reel(asset_id)
        .await
        .is_ok_and(|reel| reel.service == Service::Hubfluencer);
    if is_hubfluencers {
        // Its own token is asked for where it is needed.
        return Ok(());
    }
    need_session(front, run).await?;
    if front.studio.reel(asset_id).await.is_err() {
        front.studio.refresh_library().await?;
    }
    Ok(())
}
