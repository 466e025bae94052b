//! Clips on their way to an ad, part by part: what storage has acknowledged is on disk before it
//! counts, so that nothing of it is sent again after the end of the program.

mod records;

use std::collections::BTreeMap;

use contract::{FootageId, Millis, Refusal};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

pub(crate) use records::{
    ClipFile, FileMark, FootageBrief, FootagePhase, FootageRecord, PartPlan, UploadSlot,
};

use super::{Journal, json, to_json};

pub(super) const TABLES: &str = "CREATE TABLE hub_footage (
        footage_id   TEXT PRIMARY KEY,
        server       TEXT NOT NULL,
        sender       TEXT NOT NULL,      -- the process that sends or sent it
        slug         TEXT NOT NULL,
        phase        TEXT NOT NULL,
        file         TEXT NOT NULL,      -- JSON
        brief        TEXT NOT NULL,      -- JSON
        slot         TEXT,               -- JSON; the place that the service gave
        end_asked    INTEGER NOT NULL DEFAULT 0, -- the answer may have been lost
        refusal      TEXT,               -- JSON
        created_at   INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX hub_footage_by_server ON hub_footage (server, footage_id);
    CREATE TABLE hub_footage_parts (
        footage_id   TEXT NOT NULL REFERENCES hub_footage ON DELETE CASCADE,
        part_number  INTEGER NOT NULL,
        etag         TEXT NOT NULL,
        PRIMARY KEY (footage_id, part_number)
    ) STRICT;";

/// How long the end of an upload is remembered. By then the service has forgotten what was not
/// ended, too.
const REMEMBERED: Millis = 30 * 24 * 60 * 60 * 1000;

const COLUMNS: &str = "footage_id, sender, slug, phase, file, brief, slot, end_asked, refusal, \
                       created_at";

impl Journal {
    /// Notes that an upload begins. Those of long ago are forgotten.
    pub(crate) async fn begin_footage(
        &self,
        server: &str,
        footage: &FootageRecord,
    ) -> Result<(), Refusal> {
        let (server, footage) = (server.to_owned(), footage.clone());
        self.with(move |db| {
            let write = db.transaction()?;
            write.execute(
                "DELETE FROM hub_footage
                 WHERE phase IN ('ready', 'failed', 'cancelled', 'aborting') AND created_at < ?1",
                [footage.created_at - REMEMBERED],
            )?;
            write.execute(
                "INSERT INTO hub_footage
                    (footage_id, server, sender, slug, phase, file, brief, created_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    footage.footage_id.0,
                    server,
                    footage.sender,
                    footage.slug,
                    footage.phase.as_str(),
                    to_json(&footage.file),
                    to_json(&footage.brief),
                    footage.created_at,
                ],
            )?;
            write.commit()
        })
        .await
    }

    /// Every upload that is remembered, oldest first, of any process.
    pub(crate) async fn footage_of_server(
        &self,
        server: &str,
    ) -> Result<Vec<FootageRecord>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let mut query = db.prepare(&format!(
                "SELECT {COLUMNS} FROM hub_footage WHERE server = ?1 ORDER BY footage_id"
            ))?;
            let all: Vec<FootageRecord> = query
                .query_map([server], record)?
                .collect::<Result<_, _>>()?;
            all.into_iter().map(|found| with_parts(db, found)).collect()
        })
        .await
    }

    /// One upload.
    pub(crate) async fn footage(
        &self,
        footage_id: &FootageId,
    ) -> Result<Option<FootageRecord>, Refusal> {
        let id = footage_id.0.clone();
        self.with(move |db| {
            let found = db
                .query_row(
                    &format!("SELECT {COLUMNS} FROM hub_footage WHERE footage_id = ?1"),
                    [id],
                    record,
                )
                .optional()?;
            found.map(|found| with_parts(db, found)).transpose()
        })
        .await
    }

    /// Makes a process the one that sends, unless somebody else was first. `dead`: the sender that
    /// was found to have ended.
    pub(crate) async fn claim_footage(
        &self,
        footage_id: &FootageId,
        sender: &str,
        dead: Option<&str>,
    ) -> Result<bool, Refusal> {
        let row = (
            footage_id.0.clone(),
            sender.to_owned(),
            dead.map(str::to_owned),
        );
        self.with(move |db| {
            let claimed = db.execute(
                "UPDATE hub_footage SET sender = ?2, phase = 'sending', refusal = NULL
                 WHERE footage_id = ?1
                   AND (phase = 'paused' OR (phase = 'sending' AND sender = ?3))",
                row,
            )?;
            Ok(claimed == 1)
        })
        .await
    }

    /// Makes a process the one that clears storage of an ended upload, unless somebody else was first.
    /// `dead`: the sender that was found to have ended.
    pub(crate) async fn claim_abort(
        &self,
        footage_id: &FootageId,
        sender: &str,
        dead: &str,
    ) -> Result<bool, Refusal> {
        let row = (footage_id.0.clone(), sender.to_owned(), dead.to_owned());
        self.with(move |db| {
            let claimed = db.execute(
                "UPDATE hub_footage SET sender = ?2
                 WHERE footage_id = ?1 AND phase = 'aborting' AND sender = ?3",
                row,
            )?;
            Ok(claimed == 1)
        })
        .await
    }

    /// Notes the place that the service gave, before anything goes there; or, with `None`, that
    /// there is none any more. Nothing has been acknowledged in either case.
    pub(crate) async fn footage_slot(
        &self,
        footage_id: &FootageId,
        sender: &str,
        slot: Option<&UploadSlot>,
    ) -> Result<(), Refusal> {
        let row = (footage_id.0.clone(), sender.to_owned(), slot.map(to_json));
        self.with(move |db| {
            let write = db.transaction()?;
            let parts = [row.0.clone()];
            let changed = write.execute(
                "UPDATE hub_footage SET slot = ?3, end_asked = 0
                 WHERE footage_id = ?1 AND sender = ?2 AND phase = 'sending'",
                row,
            )?;
            only_one(changed)?;
            write.execute("DELETE FROM hub_footage_parts WHERE footage_id = ?1", parts)?;
            write.commit()
        })
        .await
    }

    /// Notes that storage has acknowledged a part.
    ///
    /// # Errors
    /// [`contract::Code::JournalFailed`], also where the upload is no longer this process's.
    pub(crate) async fn footage_part(
        &self,
        footage_id: &FootageId,
        sender: &str,
        part_number: u32,
        etag: &str,
    ) -> Result<(), Refusal> {
        let row = (
            footage_id.0.clone(),
            sender.to_owned(),
            part_number,
            etag.to_owned(),
        );
        self.own_footage(
            "INSERT INTO hub_footage_parts (footage_id, part_number, etag)
             SELECT footage_id, ?3, ?4 FROM hub_footage
             WHERE footage_id = ?1 AND sender = ?2 AND phase = 'sending'",
            row,
        )
        .await
    }

    /// Notes that the end of an upload is about to be asked for.
    pub(crate) async fn ask_footage_end(
        &self,
        footage_id: &FootageId,
        sender: &str,
    ) -> Result<(), Refusal> {
        self.own_footage(
            "UPDATE hub_footage SET end_asked = 1
             WHERE footage_id = ?1 AND sender = ?2 AND phase = 'sending'",
            (footage_id.0.clone(), sender.to_owned()),
        )
        .await
    }

    /// Notes where an upload came to rest.
    pub(crate) async fn rest_footage(
        &self,
        footage_id: &FootageId,
        phase: FootagePhase,
        refusal: Option<&Refusal>,
    ) -> Result<(), Refusal> {
        let row = (footage_id.0.clone(), phase.as_str(), refusal.map(to_json));
        self.own_footage(
            "UPDATE hub_footage SET phase = ?2, refusal = ?3 WHERE footage_id = ?1",
            row,
        )
        .await
    }

    /// A change of exactly one row.
    async fn own_footage(
        &self,
        sql: &'static str,
        row: impl rusqlite::Params + Send + 'static,
    ) -> Result<(), Refusal> {
        self.with(move |db| only_one(db.execute(sql, row)?)).await
    }
}

fn only_one(changed: usize) -> rusqlite::Result<()> {
    match changed {
        1 => Ok(()),
        changed => Err(rusqlite::Error::StatementChangedRows(changed)),
    }
}

fn record(row: &Row<'_>) -> rusqlite::Result<FootageRecord> {
    let slot: Option<String> = row.get(6)?;
    let refusal: Option<String> = row.get(8)?;
    Ok(FootageRecord {
        footage_id: FootageId(row.get(0)?),
        sender: row.get(1)?,
        slug: row.get(2)?,
        phase: FootagePhase::of(&row.get::<_, String>(3)?),
        file: json(&row.get::<_, String>(4)?),
        brief: json(&row.get::<_, String>(5)?),
        slot: slot.and_then(|text| json(&text)),
        is_end_asked: row.get(7)?,
        parts: BTreeMap::new(),
        refusal: refusal.and_then(|text| json(&text)),
        created_at: row.get(9)?,
    })
}

fn with_parts(db: &Connection, mut footage: FootageRecord) -> rusqlite::Result<FootageRecord> {
    let mut query =
        db.prepare_cached("SELECT part_number, etag FROM hub_footage_parts WHERE footage_id = ?1")?;
    footage.parts = query
        .query_map([&footage.footage_id.0], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<Result<_, _>>()?;
    Ok(footage)
}

#[cfg(test)]
mod tests {
    use contract::Code;

    use super::*;

    async fn begun(folder: &std::path::Path) -> (Journal, FootageRecord) {
        let opened = Journal::open(&folder.join("journal.db")).await;
        let journal = opened.expect("opened").journal;
        let footage = FootageRecord {
            footage_id: FootageId("f".to_owned()),
            sender: "one".to_owned(),
            slug: "ad".to_owned(),
            phase: FootagePhase::Sending,
            file: ClipFile {
                path: "/clips/a.mp4".into(),
                name: "a.mp4".to_owned(),
                mime_type: "video/mp4".to_owned(),
                mark: FileMark {
                    size: 17,
                    modified: "5".to_owned(),
                    ends: "e".to_owned(),
                },
                duration_seconds: Some(7.5),
            },
            brief: FootageBrief {
                in_parts: true,
                ..FootageBrief::default()
            },
            slot: None,
            is_end_asked: false,
            parts: BTreeMap::new(),
            refusal: None,
            created_at: 5,
        };
        journal.begin_footage("s", &footage).await.expect("written");
        (journal, footage)
    }

    fn slot() -> UploadSlot {
        UploadSlot {
            upload_id: 7.into(),
            s3_key: Some("k".to_owned()),
            parts: Some(PartPlan {
                s3_upload_id: "u".to_owned(),
                part_size: 8,
                parts_count: 3,
            }),
            address_until: None,
        }
    }

    #[tokio::test]
    async fn an_upload_is_read_back_with_all_that_storage_acknowledged() {
        let folder = tempfile::tempdir().expect("folder");
        let (journal, mut footage) = begun(folder.path()).await;
        let id = footage.footage_id.clone();
        let slot = slot();
        let given = journal.footage_slot(&id, "one", Some(&slot)).await;
        given.expect("noted");
        for (part, etag) in [(3, "\"c\""), (1, "\"a\"")] {
            let noted = journal.footage_part(&id, "one", part, etag).await;
            noted.expect("noted");
        }
        journal.ask_footage_end(&id, "one").await.expect("noted");
        footage.slot = Some(slot);
        footage.is_end_asked = true;
        footage.parts = [(1, "\"a\"".to_owned()), (3, "\"c\"".to_owned())].into();
        assert_eq!(footage.acknowledged(), 9);
        let kept = journal.footage(&id).await;
        assert_eq!(kept, Ok(Some(footage.clone())));
        assert_eq!(journal.footage_of_server("s").await, Ok(vec![footage]));
        assert_eq!(journal.footage_of_server("t").await, Ok(Vec::new()));
        journal.footage_slot(&id, "one", None).await.expect("noted");
        let anew = journal.footage(&id).await.expect("read").expect("kept");
        assert!(anew.slot.is_none() && anew.parts.is_empty() && !anew.is_end_asked);
    }

    #[tokio::test]
    async fn only_one_process_goes_on_and_a_late_one_notes_nothing() {
        let folder = tempfile::tempdir().expect("folder");
        let (journal, footage) = begun(folder.path()).await;
        let id = footage.footage_id;
        assert_eq!(journal.claim_footage(&id, "two", None).await, Ok(false));
        let after_death = journal.claim_footage(&id, "two", Some("one")).await;
        assert_eq!(after_death, Ok(true));
        let late = journal.claim_footage(&id, "three", Some("one")).await;
        assert_eq!(late, Ok(false));
        let late = journal.footage_part(&id, "one", 1, "e").await;
        assert_eq!(late.map_err(|r| r.code), Err(Code::JournalFailed));
        let offline = Refusal::new(Code::Offline);
        let rested = journal
            .rest_footage(&id, FootagePhase::Paused, Some(&offline))
            .await;
        rested.expect("noted");
        let paused = journal.footage(&id).await.expect("read").expect("kept");
        assert_eq!(paused.refusal, Some(offline));
        assert_eq!(journal.claim_footage(&id, "three", None).await, Ok(true));
        let cancelled = journal
            .rest_footage(&id, FootagePhase::Cancelled, None)
            .await;
        cancelled.expect("noted");
        assert_eq!(journal.claim_footage(&id, "one", None).await, Ok(false));
    }
}
