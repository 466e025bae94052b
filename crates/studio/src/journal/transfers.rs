//! Savings that have not ended, with what of each is on the disk: the next run goes on from there.

use std::path::PathBuf;

use contract::{AssetId, Millis, Refusal, TransferId, TransferPriority};
use rusqlite::{Connection, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use transfer::Record;

use super::{Journal, json, paths, to_json};

/// The schema's step. What was half-saved before has no record and is not trusted.
pub(super) const RECORDS: &str = "
    CREATE TABLE transfer_parts (
        transfer_id TEXT NOT NULL,
        number      INTEGER NOT NULL, -- among the files of a set, from 0
        part        TEXT NOT NULL,    -- JSON, a path
        target      TEXT,             -- JSON, a path: the name that it is about to get
        record      TEXT,             -- JSON, what of it is on the disk
        PRIMARY KEY (transfer_id, number)
    ) STRICT;
    INSERT INTO transfer_parts (transfer_id, number, part, target)
        SELECT t.transfer_id, f.key, f.value -> '$.part', nullif(f.value -> '$.target', 'null')
        FROM transfers t,
             json_each(CASE WHEN json_valid(t.files) THEN t.files ELSE '[]' END) f
        WHERE f.value -> '$.part' IS NOT NULL;
    INSERT OR IGNORE INTO transfer_parts (transfer_id, number, part)
        SELECT transfer_id, 0, json_quote(part_path) FROM transfers WHERE part_path IS NOT NULL;
    ALTER TABLE transfers DROP COLUMN part_path;
    ALTER TABLE transfers DROP COLUMN files;
    ALTER TABLE transfers ADD COLUMN begun_at INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE transfers ADD COLUMN paused INTEGER NOT NULL DEFAULT 0; -- by the person
    ALTER TABLE transfers ADD COLUMN first INTEGER NOT NULL DEFAULT 0; -- put before the others
    ALTER TABLE reels ADD COLUMN save_after INTEGER; -- it saves itself then";

/// What is to be saved where.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct TransferRecord {
    /// The folder for a name of ours, or the file that the person named.
    #[serde(with = "paths")]
    pub(crate) target: PathBuf,
    /// Whether `target` is a folder.
    pub(crate) in_folder: bool,
    /// Whether the window saves it, and goes on by itself where its process died. What the command
    /// line leaves waits for whoever saves the same to the same place.
    #[serde(default)]
    pub(crate) begins_again: bool,
}

/// A saving as it begins.
pub(crate) struct NewTransfer<'a> {
    pub(crate) transfer_id: &'a TransferId,
    pub(crate) asset_id: &'a AssetId,
    pub(crate) sender: &'a str,
    pub(crate) target: &'a TransferRecord,
    pub(crate) begun_at: Millis,
}

/// A file of a saving that is written until it is whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PartRecord {
    pub(crate) part: PathBuf,
    /// Its name, once all of the saving is whole and gets its own.
    pub(crate) target: Option<PathBuf>,
    /// What of it is on the disk. Without one nothing in it is trusted.
    pub(crate) record: Option<Record>,
}

/// A saving that has not ended, of any process.
pub(crate) struct LeftTransfer {
    pub(crate) transfer_id: TransferId,
    pub(crate) asset_id: AssetId,
    pub(crate) sender: String,
    pub(crate) target: TransferRecord,
    pub(crate) begun_at: Millis,
    pub(crate) paused: bool,
    pub(crate) priority: TransferPriority,
}

impl Journal {
    /// Notes that a saving begins. Its reel no longer has to save itself.
    pub(crate) async fn begin_transfer(
        &self,
        server: &str,
        new: NewTransfer<'_>,
    ) -> Result<(), Refusal> {
        let (server, asset_id) = (server.to_owned(), new.asset_id.0.clone());
        let (id, sender) = (new.transfer_id.0.clone(), new.sender.to_owned());
        let (target, begun_at) = (to_json(new.target), new.begun_at);
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            tx.execute(
                "INSERT INTO transfers (transfer_id, server, asset_id, sender, target, begun_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![id, server, asset_id, sender, target, begun_at],
            )?;
            tx.execute(
                "UPDATE reels SET save_after = NULL WHERE server = ?1 AND asset_id = ?2",
                [server, asset_id],
            )?;
            tx.commit()
        })
        .await
    }

    /// Makes a saving that `from` left this process's, under a name of its own. False where somebody
    /// else was quicker.
    pub(crate) async fn claim_transfer(
        &self,
        left: &TransferId,
        from: &str,
        new: NewTransfer<'_>,
    ) -> Result<bool, Refusal> {
        let (left, from) = (left.0.clone(), from.to_owned());
        let (id, own) = (new.transfer_id.0.clone(), new.sender.to_owned());
        let target = to_json(new.target);
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let claimed = tx.execute(
                "UPDATE transfers SET transfer_id = ?3, sender = ?4, target = ?5
                 WHERE transfer_id = ?1 AND sender = ?2",
                params![left, from, id, own, target],
            )?;
            tx.execute(
                "UPDATE transfer_parts SET transfer_id = ?2 WHERE transfer_id = ?1 AND ?3",
                params![left, id, claimed > 0],
            )?;
            tx.commit()?;
            Ok(claimed > 0)
        })
        .await
    }

    /// Notes the parts of a saving before they are made, in place of those before.
    pub(crate) async fn transfer_parts(
        &self,
        transfer_id: &TransferId,
        parts: &[PathBuf],
    ) -> Result<(), Refusal> {
        let id = transfer_id.0.clone();
        let parts: Vec<String> = parts.iter().map(|part| paths::text(part)).collect();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            tx.execute("DELETE FROM transfer_parts WHERE transfer_id = ?1", [&id])?;
            for (number, part) in parts.iter().enumerate() {
                tx.execute(
                    "INSERT INTO transfer_parts (transfer_id, number, part) VALUES (?1, ?2, ?3)",
                    params![id, column(number), part],
                )?;
            }
            tx.commit()
        })
        .await
    }

    /// Keeps what of a part is on the disk. None: nothing that could be trusted.
    pub(crate) async fn keep_part(
        &self,
        transfer_id: &TransferId,
        number: usize,
        record: Option<Record>,
    ) -> Result<(), Refusal> {
        let (id, record) = (transfer_id.0.clone(), record.as_ref().map(to_json));
        self.with(move |db| {
            db.execute(
                "UPDATE transfer_parts SET record = ?3 WHERE transfer_id = ?1 AND number = ?2",
                params![id, column(number), record],
            )?;
            Ok(())
        })
        .await
    }

    /// Notes the names of whole parts, in their order, before they get them.
    pub(crate) async fn name_parts(
        &self,
        transfer_id: &TransferId,
        targets: &[PathBuf],
    ) -> Result<(), Refusal> {
        let id = transfer_id.0.clone();
        let targets: Vec<String> = targets.iter().map(|target| paths::text(target)).collect();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for (number, target) in targets.iter().enumerate() {
                tx.execute(
                    "UPDATE transfer_parts SET target = ?3 WHERE transfer_id = ?1 AND number = ?2",
                    params![id, column(number), target],
                )?;
            }
            tx.commit()
        })
        .await
    }

    /// The parts of a saving, in their order.
    pub(crate) async fn parts_of(
        &self,
        transfer_id: &TransferId,
    ) -> Result<Vec<PartRecord>, Refusal> {
        let id = transfer_id.0.clone();
        self.with(move |db| {
            db.prepare_cached(
                "SELECT part, target, record FROM transfer_parts
                 WHERE transfer_id = ?1 ORDER BY number",
            )?
            .query_map([id], |row| {
                let text = |at| row.get::<_, Option<String>>(at);
                Ok(PartRecord {
                    part: paths::of_text(&row.get::<_, String>(0)?),
                    target: text(1)?.map(|target| paths::of_text(&target)),
                    record: text(2)?.and_then(|record| json::<Option<Record>>(&record)),
                })
            })?
            .collect()
        })
        .await
    }

    /// Notes that the person paused a saving, or let it go on.
    pub(crate) async fn pause_transfer(
        &self,
        transfer_id: &TransferId,
        paused: bool,
    ) -> Result<(), Refusal> {
        let id = transfer_id.0.clone();
        self.with(move |db| {
            db.execute(
                "UPDATE transfers SET paused = ?2 WHERE transfer_id = ?1",
                params![id, paused],
            )?;
            Ok(())
        })
        .await
    }

    /// Notes that a saving goes before the others.
    pub(crate) async fn put_transfer_first(&self, transfer_id: &TransferId) -> Result<(), Refusal> {
        let id = transfer_id.0.clone();
        self.with(move |db| {
            db.execute(
                "UPDATE transfers SET first = 1 WHERE transfer_id = ?1",
                [id],
            )?;
            Ok(())
        })
        .await
    }

    /// Notes that a saving has ended, however it ended.
    pub(crate) async fn end_transfer(&self, transfer_id: &TransferId) -> Result<(), Refusal> {
        let id = transfer_id.0.clone();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            tx.execute("DELETE FROM transfer_parts WHERE transfer_id = ?1", [&id])?;
            tx.execute("DELETE FROM transfers WHERE transfer_id = ?1", [&id])?;
            tx.commit()
        })
        .await
    }

    /// Savings that have not ended, of any process, in the order in which they are taken up: those
    /// that were put first, then the oldest.
    pub(crate) async fn open_transfers(&self, server: &str) -> Result<Vec<LeftTransfer>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| open_transfers(db, &server)).await
    }
}

/// A count of files, which are few.
fn column(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn open_transfers(db: &Connection, server: &str) -> rusqlite::Result<Vec<LeftTransfer>> {
    db.prepare_cached(
        "SELECT transfer_id, asset_id, sender, target, begun_at, paused, first
         FROM transfers WHERE server = ?1 ORDER BY first DESC, transfer_id",
    )?
    .query_map([server], |row| {
        Ok(LeftTransfer {
            transfer_id: TransferId(row.get(0)?),
            asset_id: AssetId(row.get(1)?),
            sender: row.get(2)?,
            target: json(&row.get::<_, String>(3)?),
            begun_at: row.get(4)?,
            paused: row.get(5)?,
            priority: if row.get(6)? {
                TransferPriority::First
            } else {
                TransferPriority::Normal
            },
        })
    })?
    .collect()
}

#[cfg(test)]
mod tests {
    use rusqlite_migration::Migrations;

    use super::super::MIGRATIONS;
    use super::*;

    #[tokio::test]
    async fn what_an_older_version_had_half_saved_is_known_and_not_trusted() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("journal.db");
        let mut old = Connection::open(&path).expect("a file");
        let step = MIGRATIONS
            .iter()
            .position(|step| *step == rusqlite_migration::M::up(RECORDS));
        let before = MIGRATIONS
            .get(..step.expect("one of them"))
            .expect("those before");
        Migrations::from_slice(before)
            .to_latest(&mut old)
            .expect("its schema");
        let rows = r#"INSERT INTO transfers (transfer_id, server, asset_id, sender, target, part_path, files)
            VALUES ('a', 's', 'x', 'killed', '{}', '/r/x.mp4.1.part', '[]'),
                   ('b', 's', 'y', 'killed', '{}', NULL,
                    '[{"part":"/r/y-01.part","target":"/r/y-01.png"},{"part":[47,233],"target":null}]'),
                   ('c', 's', 'z', 'killed', '{}', NULL, 'no json');"#;
        old.execute_batch(rows).expect("rows");
        drop(old);
        let journal = Journal::open(&path).await.expect("opened").journal;
        let parts = async |id: &str| journal.parts_of(&id.into()).await.expect("readable");
        let part = |part: &str| PartRecord {
            part: part.into(),
            ..PartRecord::default()
        };
        assert_eq!(parts("a").await, [part("/r/x.mp4.1.part")]);
        let set = parts("b").await;
        assert_eq!(set[0].target.as_deref(), Some("/r/y-01.png".as_ref()));
        assert_eq!((set.len(), &set[1].target), (2, &None));
        assert_eq!(parts("c").await, []);
        assert_eq!(
            journal.open_transfers("s").await.expect("readable").len(),
            3
        );
    }

    #[tokio::test]
    async fn a_saving_that_was_left_is_one_process_s_alone_and_keeps_its_records() {
        let folder = tempfile::tempdir().expect("folder");
        let opened = Journal::open(&folder.path().join("journal.db")).await;
        let journal = opened.expect("opened").journal;
        let (left, asset) = (TransferId("1".to_owned()), AssetId("a".to_owned()));
        let target = TransferRecord::default();
        let new = |transfer_id, sender| NewTransfer {
            transfer_id,
            asset_id: &asset,
            sender,
            target: &target,
            begun_at: 5,
        };
        let begun = journal.begin_transfer("s", new(&left, "killed")).await;
        begun.expect("noted");
        let parts = ["/r/1.part".into(), "/r/2.part".into()];
        journal.transfer_parts(&left, &parts).await.expect("noted");
        let record = Record {
            total: Some(10),
            etag: Some("\"e\"".to_owned()),
            finished: std::iter::once(0..4).collect(),
        };
        let kept = journal.keep_part(&left, 1, Some(record.clone())).await;
        kept.expect("kept");
        journal.pause_transfer(&left, true).await.expect("noted");
        let (one, two) = (TransferId("2".to_owned()), TransferId("3".to_owned()));
        let first = journal.claim_transfer(&left, "killed", new(&one, "one"));
        assert_eq!(first.await, Ok(true));
        let second = journal.claim_transfer(&left, "killed", new(&two, "two"));
        assert_eq!(second.await, Ok(false));
        let open = journal.open_transfers("s").await.expect("readable");
        assert!(open[0].transfer_id == one && open[0].paused && open[0].begun_at == 5);
        let parts = journal.parts_of(&one).await.expect("readable");
        assert_eq!((&parts[0].record, &parts[1].record), (&None, &Some(record)));
        journal.end_transfer(&one).await.expect("ended");
        assert_eq!(journal.parts_of(&one).await, Ok(Vec::new()));
    }
}
