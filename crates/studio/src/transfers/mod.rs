//! Saving reels to disk: at most two at once, each whole or absent.

mod download;
mod names;
mod part;
mod progress;
mod recovery;
mod results;
mod resume;
mod set;
mod whole;
mod words;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use contract::{
    AssetId, Code, Event, Refusal, TransferId, TransferPriority, TransferState, TransferView,
};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use tokio::sync::{Semaphore, watch};
use tokio::task::{AbortHandle, JoinHandle};

use crate::Studio;
use crate::journal::{ReelRecord, TransferRecord};
use crate::library::title;
use crate::studio::{AutoSave, held};

/// Savings at once.
const AT_ONCE: usize = 2;
/// Ended savings that are still shown.
const MOST_ENDED: usize = 100;

/// The savings of this run.
pub(crate) struct Transfers {
    entries: Mutex<HashMap<TransferId, Entry>>,
    changed: watch::Sender<()>,
    places: Arc<Semaphore>,
}

struct Entry {
    view: TransferView,
    target: Target,
    /// None until its beginning is in the journal.
    task: Option<AbortHandle>,
}

/// Where a reel goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Into this folder, under a name by the person's pattern.
    Folder(PathBuf),
    /// To this very file, or beside it where it exists.
    File(PathBuf),
}

impl Default for Transfers {
    fn default() -> Self {
        Self {
            entries: Mutex::default(),
            changed: watch::Sender::new(()),
            places: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl Transfers {
    /// Newest first: ids are time-ordered.
    pub(crate) fn views(&self) -> Vec<TransferView> {
        let mut views: Vec<_> = held(&self.entries)
            .values()
            .map(|e| e.view.clone())
            .collect();
        views.sort_by(|a, b| b.transfer_id.cmp(&a.transfer_id));
        views
    }

    /// Takes a saving up, unless the same one has not ended yet: a second click is the first one's,
    /// whose id this then is.
    fn begin(&self, view: TransferView, target: &Target) -> Option<TransferId> {
        let mut entries = held(&self.entries);
        let same = |entry: &&Entry| {
            entry.view.asset_id == view.asset_id
                && entry.target == *target
                && !has_ended(&entry.view.state)
        };
        if let Some(running) = entries.values().find(same) {
            return Some(running.view.transfer_id.clone());
        }
        let entry = Entry {
            view: view.clone(),
            target: target.clone(),
            task: None,
        };
        entries.insert(view.transfer_id, entry);
        None
    }

    /// Lets a saving run, unless it was cancelled.
    fn run(
        &self,
        transfer_id: &TransferId,
        work: impl Future<Output = ()> + Send + 'static,
    ) -> Option<JoinHandle<()>> {
        let mut entries = held(&self.entries);
        let entry = entries.get_mut(transfer_id)?;
        if has_ended(&entry.view.state) {
            return None;
        }
        // Within the lock: a cancel finds either no task yet, or this one.
        let task = tokio::spawn(work);
        entry.task = Some(task.abort_handle());
        Some(task)
    }

    fn forget_oldest(&self) {
        let ended: Vec<TransferId> = self
            .views()
            .into_iter()
            .filter(|view| has_ended(&view.state))
            .skip(MOST_ENDED)
            .map(|view| view.transfer_id)
            .collect();
        held(&self.entries).retain(|id, _| !ended.contains(id));
    }
}

impl Studio {
    /// The savings of this run, newest first: those under way, and the last that have ended.
    pub fn transfers(&self) -> Vec<TransferView> {
        self.core.transfers.views()
    }

    /// Saves a reel into the reels' folder.
    ///
    /// # Errors
    /// [`Code::Unknown`] for a reel that nobody knows; later failures are told by the transfer.
    pub async fn save(&self, asset_id: &AssetId) -> Result<TransferId, Refusal> {
        self.save_in(asset_id, &self.reels_folder()).await
    }

    /// Saves a reel into a folder, under a name by the person's pattern.
    ///
    /// # Errors
    /// As [`Studio::save`].
    pub async fn save_in(&self, asset_id: &AssetId, folder: &Path) -> Result<TransferId, Refusal> {
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
        self.begin_transfer(asset_id, Target::Folder(folder)).await
    }

    /// Saves a reel to a file that the person named. One that exists is not replaced: the new one
    /// gets a number.
    ///
    /// # Errors
    /// As [`Studio::save`].
    pub async fn save_as(&self, asset_id: &AssetId, file: &Path) -> Result<TransferId, Refusal> {
        let file = std::path::absolute(file).unwrap_or_else(|_| file.to_path_buf());
        self.begin_transfer(asset_id, Target::File(file)).await
    }

    /// A name for a reel's file, by the person's pattern, for a dialog to propose. The files of a set
    /// get numbers after it.
    ///
    /// # Errors
    /// [`Code::Unknown`] for a reel that is not known here.
    pub async fn proposed_name(&self, asset_id: &AssetId) -> Result<String, Refusal> {
        let reel = self.reel_record(asset_id).await?;
        let pattern = self.core.preferences().name_pattern;
        let stem = names::stem(&pattern, &reel, self.core.now());
        let is_set = reel.result.is_some_and(|result| !result.slides.is_empty());
        let extension = if is_set { "png" } else { "mp4" };
        Ok(format!("{stem}.{extension}"))
    }

    /// Stops a saving. What it wrote goes away with its task.
    pub async fn cancel_transfer(&self, transfer_id: &TransferId) {
        let task = {
            let mut entries = held(&self.core.transfers.entries);
            let Some(entry) = entries.get_mut(transfer_id) else {
                return;
            };
            if has_ended(&entry.view.state) {
                return;
            }
            entry.task.take()
        };
        if let Some(task) = task {
            task.abort();
        }
        self.end_transfer(transfer_id, TransferState::Cancelled)
            .await;
    }

    /// Waits until a saving has ended.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is not known here.
    pub async fn transfer_ended(&self, transfer_id: &TransferId) -> Result<TransferView, Refusal> {
        let mut changes = self.core.transfers.changed.subscribe();
        loop {
            changes.mark_unchanged();
            let view = held(&self.core.transfers.entries)
                .get(transfer_id)
                .map(|entry| entry.view.clone())
                .ok_or_else(|| Refusal::new(Code::Unknown))?;
            if has_ended(&view.state) || changes.changed().await.is_err() {
                return Ok(view);
            }
        }
    }

    async fn begin_transfer(
        &self,
        asset_id: &AssetId,
        target: Target,
    ) -> Result<TransferId, Refusal> {
        let core = &self.core;
        let reel = self.reel_record_or_ask(asset_id).await?;
        let transfer_id = TransferId(uuid::Uuid::now_v7().to_string());
        let view = TransferView {
            transfer_id: transfer_id.clone(),
            asset_id: asset_id.clone(),
            title: title(&reel),
            priority: TransferPriority::default(),
            state: TransferState::Waiting,
        };
        if let Some(running) = core.transfers.begin(view.clone(), &target) {
            return Ok(running);
        }
        core.tell(Event::Transfer(view));
        let (path, in_folder) = match &target {
            Target::Folder(folder) => (folder.clone(), true),
            Target::File(file) => (file.clone(), false),
        };
        let record = TransferRecord {
            target: path,
            in_folder,
            begins_again: core.auto_save == AutoSave::ByPreference,
        };
        let noted = core
            .journal
            .begin_transfer(
                self.server_of(asset_id),
                core.sender.id(),
                &transfer_id,
                asset_id,
                &record,
            )
            .await;
        if let Err(refusal) = noted {
            self.change_transfer(&transfer_id, TransferState::Failed { refusal });
            return Ok(transfer_id);
        }
        let (studio, id) = (self.clone(), transfer_id.clone());
        match core
            .transfers
            .run(&transfer_id, studio.run_transfer(id, reel, target))
        {
            Some(task) => core.adopt(task),
            // Cancelled while its beginning was written down.
            None => core.journal.end_transfer(&transfer_id).await?,
        }
        Ok(transfer_id)
    }

    /// In a box: a saving may read a project, and a project that is read may be saved.
    fn run_transfer(
        self,
        transfer_id: TransferId,
        reel: ReelRecord,
        target: Target,
    ) -> BoxFuture<'static, ()> {
        async move { self.save_in_turn(&transfer_id, reel, target).await }.boxed()
    }

    async fn save_in_turn(&self, transfer_id: &TransferId, reel: ReelRecord, target: Target) {
        let places = Arc::clone(&self.core.transfers.places);
        let Ok(_place) = places.acquire_owned().await else {
            return;
        };
        let asset_id = AssetId(reel.asset_id.clone());
        let state = match self.download(transfer_id, &reel, &target).await {
            Ok(files) => {
                let saved = crate::library::saved_file(&files);
                let server = self.server_of(&asset_id);
                let kept = self.core.journal.saved(server, &asset_id, files).await;
                if let Err(refusal) = kept {
                    self.core.tell(Event::Trouble(refusal));
                }
                self.tell_reel(&asset_id).await;
                match saved {
                    Some(saved) => TransferState::Done { saved },
                    None => TransferState::Failed {
                        refusal: Code::Internal.into(),
                    },
                }
            }
            Err(refusal) => TransferState::Failed { refusal },
        };
        self.end_transfer(transfer_id, state).await;
    }

    async fn end_transfer(&self, transfer_id: &TransferId, state: TransferState) {
        if let Err(refusal) = self.core.journal.end_transfer(transfer_id).await {
            self.core.tell(Event::Trouble(refusal));
        }
        self.change_transfer(transfer_id, state);
        self.core.transfers.forget_oldest();
    }

    fn change_transfer(&self, transfer_id: &TransferId, state: TransferState) {
        let view = {
            let mut entries = held(&self.core.transfers.entries);
            let Some(entry) = entries.get_mut(transfer_id) else {
                return;
            };
            // A cancel that came first stands.
            if has_ended(&entry.view.state) {
                return;
            }
            entry.view.state = state;
            entry.view.clone()
        };
        self.core.transfers.changed.send_replace(());
        self.core.tell(Event::Transfer(view));
    }
}

fn has_ended(state: &TransferState) -> bool {
    matches!(
        state,
        TransferState::Done { .. } | TransferState::Failed { .. } | TransferState::Cancelled
    )
}
