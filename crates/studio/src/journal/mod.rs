//! The journal: what was ordered, what came of it, and where it was saved. One SQLite file, shared
//! by every front on this machine.
//!
//! An intent is on disk before the first byte of a paying call leaves (`synchronous=FULL`). Only what
//! the service says again when it is asked again may wait for the disk's own time. Secrets have no
//! column here.

mod activity;
mod doubt;
mod due;
mod failures;
#[cfg(test)]
mod hostile;
mod hub_footage;
mod hub_projects;
mod hub_results;
mod hub_steps;
mod news;
mod opening;
mod order_ends;
mod order_records;
mod orders;
mod paths;
mod payers;
mod phases;
mod products;
mod reel_pages;
mod reels;
mod retaken;
mod retries;
mod senders;
mod spending;
mod steps;
mod transfers;

use std::path::Path;
use std::sync::{Arc, Mutex};

use contract::{Code, Refusal};
use rusqlite::Connection;
use rusqlite_migration::M;

use crate::lock::held;

pub(crate) use doubt::{Adoption, Doubtful, Seal};
pub(crate) use failures::Failed;
pub(crate) use hub_footage::{
    ClipFile, FileMark, FootageBrief, FootagePhase, FootageRecord, PartPlan, UploadSlot,
};
pub(crate) use hub_projects::{ProjectFacts, ProjectRecord, SlideFacts};
pub(crate) use hub_results::{FreshResult, KeptResult, is_result};
pub(crate) use hub_steps::{NewPurchase, PurchaseRecord, StepIntent};
pub(crate) use order_ends::OrderEnd;
pub(crate) use order_records::{Brief, NewOrder, OrderRecord, SourceRecord, Way};
pub(crate) use orders::{NotIntended, SubmitsFull};
pub(crate) use payers::Payer;
pub(crate) use phases::{OrderPhase, PurchasePhase, RetryPhase};
pub(crate) use products::{
    ImageRecord, StagedImage, StagedProduct, StagedSource, WorkPhase, WorkRecord,
};
pub(crate) use reel_pages::ReelPick;
pub(crate) use reels::{ProjectResult, ReelRecord};
pub(crate) use retries::{Before, RetryIntent, RetryRecord};
pub(crate) use senders::Sender;
pub(crate) use transfers::{LeftTransfer, NewTransfer, PartRecord, TransferRecord};

/// One step of the schema each. Only ever added to.
const MIGRATIONS: &[M<'static>] = &[
    M::up(
        "CREATE TABLE orders (
        order_id     TEXT PRIMARY KEY,
        server       TEXT NOT NULL,
        phase        TEXT NOT NULL,
        sender       TEXT NOT NULL,      -- the process that sends or sent it
        sealed       INTEGER NOT NULL DEFAULT 0, -- the last byte may have left
        source       TEXT NOT NULL,      -- JSON
        language     TEXT NOT NULL,
        direction    TEXT NOT NULL,
        hint         TEXT NOT NULL,
        created_at   INTEGER NOT NULL,   -- milliseconds since the epoch, as all times here
        batch_id     TEXT,
        formula_id   TEXT,
        tasks        TEXT NOT NULL DEFAULT '[]', -- JSON, as last heard
        refusal      TEXT,               -- JSON
        top_up_link  TEXT,               -- as the service gave it
        heard_at     INTEGER,
        ended_at     INTEGER,
        hidden       INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX orders_by_time ON orders (server, created_at DESC);
    CREATE TABLE submits (
        order_id TEXT NOT NULL,
        at       INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX submits_by_time ON submits (at);
    CREATE TABLE reels (
        asset_id    TEXT NOT NULL,
        server      TEXT NOT NULL,
        order_id    TEXT,
        asset       TEXT NOT NULL,       -- JSON, what is shown of it
        created_at  INTEGER,
        saved_path  TEXT,
        PRIMARY KEY (server, asset_id)
    ) STRICT;
    CREATE INDEX reels_by_time ON reels (server, created_at DESC);
    CREATE TABLE transfers (
        transfer_id TEXT PRIMARY KEY,
        server      TEXT NOT NULL,
        asset_id    TEXT NOT NULL,
        sender      TEXT NOT NULL,
        target      TEXT NOT NULL,       -- JSON
        part_path   TEXT
    ) STRICT;",
    ),
    M::up("ALTER TABLE orders ADD COLUMN brief TEXT NOT NULL DEFAULT '{}'; -- JSON"),
    M::up(activity::TABLES),
    M::up(retries::TABLES),
    M::up(reels::FILTERS),
    M::up(products::TABLES),
    M::up(hub_projects::TABLES),
    M::up(hub_footage::TABLES),
    M::up(hub_steps::TABLES),
    M::up(hub_results::COLUMNS_ADDED),
    M::up(spending::TABLES),
    M::up(doubt::COLUMNS_ADDED),
    M::up(transfers::RECORDS),
    M::up(reels::BY_ORDER),
    M::up(payers::TABLES),
];

/// The journal. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Journal {
    connection: Arc<Mutex<Connection>>,
}

/// When what a piece of work commits is on the disk.
#[derive(Clone, Copy, Debug)]
enum Durability {
    /// Before the work is said to be done.
    AtOnce,
    /// With the next commit that is [`Durability::AtOnce`], or in the system's own time: kept whatever becomes of this
    /// process, but a power cut may take it away.
    InTime,
}

impl Durability {
    /// SQLite's word for it, in WAL mode.
    fn word(self) -> &'static str {
        match self {
            Self::AtOnce => "FULL",
            Self::InTime => "NORMAL",
        }
    }
}

impl Journal {
    /// Opens the journal at `path`, making it or bringing its schema up to date.
    ///
    /// A damaged file is set aside beside it, never deleted, and a new one is begun.
    ///
    /// # Errors
    /// [`Code::JournalTooNew`] where a newer version of this program wrote it; [`Code::JournalFailed`].
    pub(crate) async fn open(path: &Path) -> Result<Opened, Refusal> {
        let path = path.to_path_buf();
        blocking(move || {
            let (connection, set_aside) = opening::open(&path)?;
            Ok(Opened {
                journal: Self {
                    connection: Arc::new(Mutex::new(connection)),
                },
                set_aside,
            })
        })
        .await
    }

    /// Runs a piece of work on the database, off the event loop. What it commits is on the disk then.
    async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Refusal> {
        self.under(Durability::AtOnce, work).await
    }

    /// The same for what a service says again when it is asked again: nobody waits for the disk.
    async fn with_hearsay<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Refusal> {
        self.under(Durability::InTime, work).await
    }

    /// Each piece of work says for itself how its commits are kept: none can weaken the next.
    async fn under<T: Send + 'static>(
        &self,
        durability: Durability,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Refusal> {
        let connection = Arc::clone(&self.connection);
        blocking(move || {
            let connection = &mut *held(&connection);
            // Never a cached statement: this pragma acts when it is compiled, not when it is run.
            let kept = connection.pragma_update(None, "synchronous", durability.word());
            let done = kept.and_then(|()| work(connection));
            done.map_err(|error| {
                let refusal = failed(&error);
                // A newer version beside this one may have given the tables its own shape meanwhile.
                match opening::is_newer(connection) {
                    Ok(true) => Code::JournalTooNew.into(),
                    _ => refusal,
                }
            })
        })
        .await
    }
}

/// An opened journal.
pub(crate) struct Opened {
    pub(crate) journal: Journal,
    /// The name of the damaged one that was set aside for it, if one was.
    pub(crate) set_aside: Option<String>,
}

fn failed(error: &(dyn std::error::Error + 'static)) -> Refusal {
    tracing::error!(%error, "journal");
    Refusal::new(Code::JournalFailed).with("detail", error.to_string())
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| {
        Err(Refusal::new(Code::JournalFailed).with("detail", "a piece of work broke off"))
    })
}

/// Reads a JSON column. What an older or newer version wrote and we can't read becomes the default.
fn json<T: serde::de::DeserializeOwned + Default>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| {
        tracing::warn!(%error, "a journal entry could not be read");
        T::default()
    })
}

fn to_json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("journal types have only string keys")
}

#[cfg(test)]
mod tests {
    use contract::OrderId;
    use rusqlite_migration::Migrations;

    use super::*;

    #[test]
    fn the_schema_is_sound() {
        Migrations::from_slice(MIGRATIONS)
            .validate()
            .expect("valid migrations");
    }

    #[tokio::test]
    async fn a_journal_of_the_first_version_is_taken_over_with_all_that_is_in_it() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("journal.db");
        let mut first = Connection::open(&path).expect("a file");
        let version_one = Migrations::from_slice(MIGRATIONS.get(..1).expect("the first"));
        version_one.to_latest(&mut first).expect("its schema");
        let rows = r##"INSERT INTO orders
            (order_id, server, phase, sender, sealed, source, language, direction, hint, created_at)
            VALUES ('o', 's', 'sending', 'killed', 1,
              '{"path":"/clips/a.mp4","link":null,"name":"a.mp4","duration_seconds":7.0}',
              'en', 'look', '', 5);
            INSERT INTO reels VALUES ('a', 's', 'o',
              '{"asset_id":"a","name":"Reel","caption":"Été","hashtags":["#x"],"created_at":6}',
              6, '/reels/a.mp4');
            INSERT INTO reels VALUES ('b', 's', NULL, 'no json at all', NULL, NULL);
            INSERT INTO transfers VALUES ('t', 's', 'a', 'killed',
              '{"target":"/reels","in_folder":true}', NULL);"##;
        first.execute_batch(rows).expect("rows");
        drop(first);
        let opened = Journal::open(&path).await.expect("opened");
        assert_eq!(opened.set_aside, None);
        let journal = opened.journal;
        let orders = journal.orders("s").await.expect("readable");
        let [order] = &orders[..] else {
            panic!("{orders:?}");
        };
        assert!(order.sealed && order.phase == crate::journal::OrderPhase::Sending);
        assert_eq!(
            order.source.path.as_deref(),
            Some(Path::new("/clips/a.mp4"))
        );
        assert_eq!(order.brief, Brief::default());
        let reel = journal.reel("s", &"a".into()).await.expect("readable");
        let reel = reel.expect("kept");
        assert_eq!(reel.saved_files, [Path::new("/reels/a.mp4")]);
        assert_eq!(reel.caption.as_deref(), Some("Été"));
        let open = journal.open_transfers("s").await.expect("readable");
        assert_eq!(open[0].target.target, Path::new("/reels"));
        assert_eq!(journal.open_retries("s").await, Ok(Vec::new()));
        assert_eq!(journal.open_works("s").await, Ok(Vec::new()));
        assert_eq!(journal.activity("s").await, Ok(Vec::new()));
    }

    #[tokio::test]
    async fn an_intent_is_on_the_disk_and_only_hearsay_is_not_waited_for() {
        const NORMAL: i64 = 1;
        const FULL: i64 = 2;
        let folder = tempfile::tempdir().expect("folder");
        let opened = Journal::open(&folder.path().join("journal.db")).await;
        let journal = opened.expect("a journal").journal;
        let level = |db: &mut Connection| {
            db.pragma_query_value(None, "synchronous", |row| row.get::<_, i64>(0))
        };
        for _ in 0..2 {
            assert_eq!(journal.with(level).await, Ok(FULL));
            assert_eq!(journal.with_hearsay(level).await, Ok(NORMAL));
        }
        // Nor does one that fails, or breaks off, leave anything weakened.
        let failed = journal.with_hearsay(|db| db.execute("no statement", []));
        assert!(failed.await.is_err());
        assert_eq!(journal.with(level).await, Ok(FULL));
        let broken = journal.with_hearsay(|_| -> rusqlite::Result<()> { panic!("breaks off") });
        assert!(broken.await.is_err());
        assert_eq!(journal.with(level).await, Ok(FULL));
    }

    #[tokio::test]
    async fn what_was_heard_here_is_no_news_of_another_front() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("journal.db");
        let journal = Journal::open(&path).await.expect("a journal").journal;
        let row =
            "INSERT INTO orders (order_id, server, phase, sender, source, language, direction,
            hint, created_at) VALUES ('o', 's', 'acknowledged', 'one', '{}', 'en', '', '', 1)";
        assert_eq!(journal.with(|db| db.execute(row, [])).await, Ok(1));
        let (order_id, before) = (OrderId("o".to_owned()), journal.others_version().await);
        assert_eq!(journal.heard(&order_id, &[], 7).await, Ok(()));
        let orders = journal.orders("s").await.expect("readable");
        assert_eq!(orders[0].heard_at, Some(7));
        assert_eq!(journal.others_version().await, before);
        let other = Journal::open(&path).await.expect("a journal").journal;
        assert_eq!(other.heard(&order_id, &[], 8).await, Ok(()));
        assert_ne!(journal.others_version().await, before);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn two_that_open_a_new_one_at_once_both_get_it() {
        for _ in 0..20 {
            let folder = tempfile::tempdir().expect("folder");
            let path = folder.path().join("journal.db");
            let both = [path.clone(), path]
                .map(|path| tokio::spawn(async move { Journal::open(&path).await.map(drop) }));
            for one in both {
                assert_eq!(one.await.expect("no panic"), Ok(()));
            }
        }
    }
}
