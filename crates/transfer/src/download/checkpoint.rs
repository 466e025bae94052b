//! The moments at which a part is synced and its record kept.

use std::sync::Arc;

use super::blocking;
use super::part::is_full;
use super::shared::Shared;
use crate::fault::Fault;
use crate::record::{Ledger, Record};
use crate::source::Source;

/// Syncs the part, and keeps the record of what was in it before.
pub(super) async fn checkpoint<S: Source, L: Ledger>(
    shared: Arc<Shared<S, L>>,
) -> Result<(), Fault<S::Error>> {
    // Before the sync: what comes after this moment is not vouched for.
    let record = begin(&shared);
    let part = Arc::clone(&shared.part);
    let synced = blocking(move || part.sync()).await;
    if let Err(error) = synced {
        return Err(disk_fault(&shared, error).await);
    }
    keep(&shared, record).await;
    expect_room(&shared).await
}

/// Keeps a record that may as well be the one before: it says less, and nothing wrong.
async fn keep<S: Source, L: Ledger>(shared: &Shared<S, L>, record: Record) {
    if let Err(error) = shared.ledger.keep(record).await {
        tracing::info!(%error, "those bytes may come once more");
    }
}

/// Keeps what is known of the object before anything of it is there, and looks for room.
pub(super) async fn announce<S: Source, L: Ledger>(
    shared: Arc<Shared<S, L>>,
) -> Result<(), Fault<S::Error>> {
    let record = Record {
        finished: Default::default(),
        ..shared.plan().record()
    };
    keep(&shared, record).await;
    expect_room(&shared).await
}

fn begin<S: Source, L: Ledger>(shared: &Shared<S, L>) -> Record {
    let (record, bytes) = {
        let plan = shared.plan();
        (plan.record(), plan.bytes())
    };
    shared.begin_checkpoint(bytes);
    record
}

/// Whether there is room for the rest.
pub(super) async fn expect_room<S: Source, L: Ledger>(
    shared: &Arc<Shared<S, L>>,
) -> Result<(), Fault<S::Error>> {
    let missing = shared.plan().missing();
    // Who has everything needs nothing.
    if missing == Some(0) {
        return Ok(());
    }
    let wanted = missing
        .unwrap_or_default()
        .saturating_add(shared.engine.settings.reserve);
    match free(shared).await {
        Some(free) if free < wanted => Err(Fault::Full {
            needed: missing,
            free: Some(free),
        }),
        _ => Ok(()),
    }
}

async fn free<S: Source, L: Ledger>(shared: &Arc<Shared<S, L>>) -> Option<u64> {
    let (disk, part) = (Arc::clone(&shared.engine.disk), Arc::clone(&shared.part));
    blocking(move || disk.free_bytes(part.folder())).await.ok()
}

/// What a failed write or sync means.
pub(super) async fn disk_fault<S: Source, L: Ledger>(
    shared: &Arc<Shared<S, L>>,
    error: std::io::Error,
) -> Fault<S::Error> {
    if !is_full(&error) {
        return Fault::Disk(error);
    }
    let needed = shared.plan().missing();
    Fault::Full {
        needed,
        free: free(shared).await,
    }
}
