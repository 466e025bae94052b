//! Saving reels to disk: a few at once, each whole or absent, and gone on with by the next run.

mod asking;
mod download;
mod due;
mod files;
mod left;
mod names;
mod notes;
mod part;
mod patience;
mod placing;
mod removal;
mod room;
mod saving;
mod source;
mod steering;
mod whole;
mod words;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use contract::{TransferId, TransferPriority, TransferState, TransferView};
use tokio::sync::watch;
use transfer::{Control, TicketId};

use crate::journal::TransferRecord;
use crate::lock::held;
use notes::Meter;

pub(crate) use due::Due;

/// Ended savings that are still shown.
const MOST_ENDED: usize = 100;

/// The savings of this run.
pub(crate) struct Transfers {
    entries: Mutex<HashMap<TransferId, Entry>>,
    /// How often one began to stand differently: what orders those that stand alike.
    turns: AtomicU64,
    changed: watch::Sender<()>,
    /// Reels that save themselves, and when.
    pub(crate) due: Due,
}

struct Entry {
    view: TransferView,
    target: Target,
    control: Control,
    meter: Arc<Meter>,
    /// While it stands in line.
    ticket: Option<TicketId>,
}

/// Where a reel goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Into this folder, under a name by the person's pattern.
    Folder(PathBuf),
    /// To this very file, or beside it where it exists.
    File(PathBuf),
}

impl Target {
    fn of(record: TransferRecord) -> Self {
        if record.in_folder {
            Self::Folder(record.target)
        } else {
            Self::File(record.target)
        }
    }

    /// As the journal has it. Who saves it decides whether it goes on by itself.
    fn record(&self, begins_again: bool) -> TransferRecord {
        let (path, in_folder) = match self {
            Self::Folder(folder) => (folder, true),
            Self::File(file) => (file, false),
        };
        TransferRecord {
            target: path.clone(),
            in_folder,
            begins_again,
        }
    }
}

impl Default for Transfers {
    fn default() -> Self {
        Self {
            entries: Mutex::default(),
            turns: AtomicU64::new(0),
            changed: watch::Sender::new(()),
            due: Due::default(),
        }
    }
}

impl Transfers {
    /// Newest first: ids are time-ordered. How they are listed says [`TransferView::in_order`].
    pub(crate) fn views(&self) -> Vec<TransferView> {
        let mut views: Vec<_> = held(&self.entries)
            .values()
            .map(|e| e.view.clone())
            .collect();
        views.sort_by(|a, b| b.transfer_id.cmp(&a.transfer_id));
        views
    }

    /// Takes a saving up, unless the same one has not ended yet: a second click is the first one's,
    /// whose id this then is. Its view, or that id.
    fn begin(&self, mut entry: Entry) -> Result<TransferView, TransferId> {
        let mut entries = held(&self.entries);
        let same = |known: &&Entry| {
            known.view.asset_id == entry.view.asset_id
                && known.target == entry.target
                && !has_ended(&known.view.state)
        };
        if let Some(running) = entries.values().find(same) {
            return Err(running.view.transfer_id.clone());
        }
        entry.view.since = self.next_turn();
        let view = entry.view.clone();
        entries.insert(view.transfer_id.clone(), entry);
        Ok(view)
    }

    fn next_turn(&self) -> u64 {
        self.turns.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Whether a saving of this process has not ended.
    fn is_open(&self, transfer_id: &TransferId) -> bool {
        self.read(transfer_id, |entry| !has_ended(&entry.view.state)) == Some(true)
    }

    fn read<T>(&self, transfer_id: &TransferId, read: impl FnOnce(&Entry) -> T) -> Option<T> {
        held(&self.entries).get(transfer_id).map(read)
    }

    /// Changes a saving that has not ended. Its new view, if it differs from the old.
    fn change(
        &self,
        transfer_id: &TransferId,
        change: impl FnOnce(&mut Entry),
    ) -> Option<TransferView> {
        let view = {
            let mut entries = held(&self.entries);
            let entry = entries.get_mut(transfer_id)?;
            // What came first stands.
            if has_ended(&entry.view.state) {
                return None;
            }
            let before = entry.view.clone();
            change(entry);
            if entry.view.state.standing() != before.state.standing() {
                entry.view.since = self.next_turn();
            }
            Some(entry.view.clone()).filter(|after| *after != before)
        };
        self.changed.send_replace(());
        view
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

/// What the lanes call it.
fn rank(priority: TransferPriority) -> transfer::Priority {
    match priority {
        TransferPriority::First => transfer::Priority::First,
        TransferPriority::Normal => transfer::Priority::Normal,
    }
}

fn has_ended(state: &TransferState) -> bool {
    matches!(
        state,
        TransferState::Done { .. } | TransferState::Failed { .. } | TransferState::Cancelled
    )
}
