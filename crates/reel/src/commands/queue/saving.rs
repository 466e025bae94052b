//! What is ready, into a folder: each thing once.

use std::path::Path;

use contract::{AssetId, OrderId, OrderState, ProjectKey};

use crate::commands::saving::{Place, save};
use crate::front::Front;
use crate::run::Run;
use crate::shapes::Saved;
use crate::stop::{OwnCode, Stop};

/// How long an answer that is being heard is waited for.
const HEARING_PATIENCE: std::time::Duration = std::time::Duration::from_secs(5);

/// What was open when this command began.
pub struct Begun {
    pub open: Vec<OrderId>,
    pub projects: Vec<ProjectKey>,
}

/// Saves what is ready into the folder: what came of everything that was open, and what nobody has
/// saved anywhere yet. What is in the folder from an earlier run is not saved again.
///
/// # Errors
/// The first saving that failed; the others are made all the same. Ctrl+C leaves nothing half-done.
pub async fn saved(
    front: &Front,
    run: &Run,
    folder: &Path,
    begun: &Begun,
    saved: &mut Vec<Saved>,
) -> Result<(), Stop> {
    let mut done = Ok(());
    for (asset_id, was_open) in ready(front, begun).await {
        let before = front.studio.saved_files(&asset_id).await;
        let is_wanted = match before.first() {
            None => true,
            Some(file) => was_open && !is_in(file, folder),
        };
        if !is_wanted {
            continue;
        }
        match save(front, run, &asset_id, &Place::Folder(folder)).await {
            Ok(path) => saved.push(Saved {
                asset_id: asset_id.0,
                path,
            }),
            Err(stop) if stop.code() == OwnCode::Interrupted.as_str() => return Err(stop),
            Err(stop) => done = done.and(Err(stop)),
        }
    }
    done
}

/// What is ready, with whether it was open when this command began.
async fn ready(front: &Front, begun: &Begun) -> Vec<(AssetId, bool)> {
    let mut found = Vec::new();
    for order in front.studio.orders() {
        if order.state == OrderState::Ready {
            let was_open = begun.open.contains(&order.order_id);
            found.extend(order.reels.into_iter().map(|reel| (reel, was_open)));
        }
    }
    for project in front.studio.known_projects().await.unwrap_or_default() {
        let key = project.key();
        if project.is_under_way() {
            continue;
        }
        // An answer that is being heard may have been written down without its result yet.
        let heard = front.studio.project_ended(&key);
        drop(tokio::time::timeout(HEARING_PATIENCE, heard).await);
        if let Ok(Some(asset_id)) = front.studio.project_asset(&key).await {
            found.push((asset_id, begun.projects.contains(&key)));
        }
    }
    found
}

fn is_in(file: &Path, folder: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    file.parent()
        .is_some_and(|parent| real(parent) == real(folder))
}
