//! The writing of products and their images, step by step, so that what is left can go on after a
//! failure or the end of the program, and nothing that was sent is sent again.

mod records;

use contract::{Millis, ProductId, ProductWorkId, Refusal};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

pub(crate) use records::{
    ImageRecord, StagedImage, StagedProduct, StagedSource, WorkPhase, WorkRecord,
};

use super::{Journal, json, to_json};

pub(super) const TABLES: &str = "CREATE TABLE product_works (
        work_id     TEXT PRIMARY KEY,
        server      TEXT NOT NULL,
        sender      TEXT NOT NULL,       -- the process that writes or wrote it
        phase       TEXT NOT NULL,
        product     TEXT NOT NULL,       -- JSON
        product_id  TEXT,
        asked       TEXT,                -- JSON; products that were there before it was asked for
        refusal     TEXT,                -- JSON
        created_at  INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE product_work_images (
        work_id  TEXT NOT NULL REFERENCES product_works ON DELETE CASCADE,
        place    INTEGER NOT NULL,       -- they are sent in this order
        image    TEXT NOT NULL,          -- JSON
        is_done  INTEGER NOT NULL DEFAULT 0,
        sealed   INTEGER NOT NULL DEFAULT 0, -- the last byte may have left
        refusal  TEXT,                   -- JSON
        PRIMARY KEY (work_id, place)
    ) STRICT;";

/// How long the end of a writing is remembered.
const REMEMBERED: Millis = 30 * 24 * 60 * 60 * 1000;

impl Journal {
    /// Notes that a writing begins. Ends of long ago are forgotten.
    pub(crate) async fn begin_work(&self, server: &str, work: WorkRecord) -> Result<(), Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let write = db.transaction()?;
            write.execute(
                "DELETE FROM product_works
                 WHERE phase IN ('done', 'cancelled') AND created_at < ?1",
                [work.created_at - REMEMBERED],
            )?;
            write.execute(
                "INSERT INTO product_works
                    (work_id, server, sender, phase, product, product_id, created_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    work.work_id.0,
                    server,
                    work.sender,
                    work.phase.as_str(),
                    to_json(&work.product),
                    work.product_id.map(|id| id.0),
                    work.created_at,
                ],
            )?;
            for (place, image) in (0_i64..).zip(&work.images) {
                write.execute(
                    "INSERT INTO product_work_images (work_id, place, image) VALUES (?1, ?2, ?3)",
                    params![work.work_id.0, place, to_json(&image.image)],
                )?;
            }
            write.commit()
        })
        .await
    }

    /// The writings that have not ended, of any process.
    pub(crate) async fn open_works(&self, server: &str) -> Result<Vec<WorkRecord>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let mut query = db.prepare(
                "SELECT work_id, sender, phase, product, product_id, asked, refusal, created_at
                 FROM product_works
                 WHERE server = ?1 AND phase NOT IN ('done', 'cancelled') ORDER BY work_id",
            )?;
            let works: Vec<WorkRecord> =
                query.query_map([server], work)?.collect::<Result<_, _>>()?;
            works
                .into_iter()
                .map(|work| with_images(db, work))
                .collect()
        })
        .await
    }

    /// One writing, whether it has ended or not.
    pub(crate) async fn work(
        &self,
        server: &str,
        work_id: &ProductWorkId,
    ) -> Result<Option<WorkRecord>, Refusal> {
        let (server, id) = (server.to_owned(), work_id.0.clone());
        self.with(move |db| {
            let found = db
                .query_row(
                    "SELECT work_id, sender, phase, product, product_id, asked, refusal, created_at
                     FROM product_works WHERE server = ?1 AND work_id = ?2",
                    [server, id],
                    work,
                )
                .optional()?;
            found.map(|work| with_images(db, work)).transpose()
        })
        .await
    }

    /// Makes a process the one that writes, unless somebody else was first. `dead`: the sender that
    /// was found to have ended.
    pub(crate) async fn claim_work(
        &self,
        work_id: &ProductWorkId,
        sender: &str,
        dead: Option<&str>,
    ) -> Result<bool, Refusal> {
        let row = (
            work_id.0.clone(),
            sender.to_owned(),
            dead.map(str::to_owned),
        );
        self.with(move |db| {
            let claimed = db.execute(
                "UPDATE product_works SET sender = ?2, phase = 'running', refusal = NULL
                 WHERE work_id = ?1
                   AND (phase IN ('paused', 'failed') OR (phase = 'running' AND sender = ?3))",
                row,
            )?;
            Ok(claimed == 1)
        })
        .await
    }

    /// Notes that a product is about to be asked for, with what was there before; or, with `None`,
    /// that the service certainly did not make it.
    pub(crate) async fn ask_product(
        &self,
        work_id: &ProductWorkId,
        sender: &str,
        before: Option<&[String]>,
    ) -> Result<(), Refusal> {
        let row = (
            work_id.0.clone(),
            sender.to_owned(),
            before.map(<[String]>::to_vec).as_ref().map(to_json),
        );
        self.own_work(
            "UPDATE product_works SET asked = ?3
             WHERE work_id = ?1 AND sender = ?2 AND phase = 'running'",
            row,
        )
        .await
    }

    /// Notes that the service has the product.
    pub(crate) async fn product_made(
        &self,
        work_id: &ProductWorkId,
        sender: &str,
        product_id: &ProductId,
    ) -> Result<(), Refusal> {
        let row = (work_id.0.clone(), sender.to_owned(), product_id.0.clone());
        self.own_work(
            "UPDATE product_works SET product_id = ?3 WHERE work_id = ?1 AND sender = ?2",
            row,
        )
        .await
    }

    /// Notes that the last byte of an image is about to leave.
    ///
    /// # Errors
    /// [`contract::Code::JournalFailed`], also where the writing is no longer this process's.
    pub(crate) async fn seal_image(
        &self,
        work_id: &ProductWorkId,
        sender: &str,
        place: usize,
    ) -> Result<(), Refusal> {
        let row = (work_id.0.clone(), sender.to_owned(), row_of(place));
        self.own_work(
            "UPDATE product_work_images SET sealed = 1, refusal = NULL
             WHERE work_id = ?1 AND place = ?3 AND is_done = 0 AND EXISTS (
                SELECT 1 FROM product_works
                WHERE work_id = ?1 AND sender = ?2 AND phase = 'running')",
            row,
        )
        .await
    }

    /// Notes what became of an image.
    pub(crate) async fn note_image(
        &self,
        work_id: &ProductWorkId,
        place: usize,
        image: &ImageRecord,
    ) -> Result<(), Refusal> {
        let row = (
            work_id.0.clone(),
            row_of(place),
            image.is_done,
            image.is_sealed,
            image.refusal.as_ref().map(to_json),
        );
        self.own_work(
            "UPDATE product_work_images SET is_done = ?3, sealed = ?4, refusal = ?5
             WHERE work_id = ?1 AND place = ?2",
            row,
        )
        .await
    }

    /// Notes where a writing came to rest.
    pub(crate) async fn rest_work(
        &self,
        work_id: &ProductWorkId,
        phase: WorkPhase,
        refusal: Option<&Refusal>,
    ) -> Result<(), Refusal> {
        let row = (work_id.0.clone(), phase.as_str(), refusal.map(to_json));
        self.own_work(
            "UPDATE product_works SET phase = ?2, refusal = ?3
             WHERE work_id = ?1 AND phase NOT IN ('done', 'cancelled')",
            row,
        )
        .await
    }

    /// A change of exactly one row.
    async fn own_work(
        &self,
        sql: &'static str,
        row: impl rusqlite::Params + Send + 'static,
    ) -> Result<(), Refusal> {
        self.with(move |db| match db.execute(sql, row)? {
            1 => Ok(()),
            changed => Err(rusqlite::Error::StatementChangedRows(changed)),
        })
        .await
    }
}

/// A place as the database counts it: there are eight at most.
fn row_of(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}

fn work(row: &Row<'_>) -> rusqlite::Result<WorkRecord> {
    let refusal: Option<String> = row.get(6)?;
    Ok(WorkRecord {
        work_id: ProductWorkId(row.get(0)?),
        sender: row.get(1)?,
        phase: WorkPhase::of(&row.get::<_, String>(2)?),
        product: json(&row.get::<_, String>(3)?),
        product_id: row.get::<_, Option<String>>(4)?.map(ProductId),
        asked: row.get::<_, Option<String>>(5)?.map(|asked| json(&asked)),
        refusal: refusal.and_then(|refusal| json(&refusal)),
        images: Vec::new(),
        created_at: row.get(7)?,
    })
}

fn with_images(db: &Connection, mut work: WorkRecord) -> rusqlite::Result<WorkRecord> {
    let mut query = db.prepare_cached(
        "SELECT image, is_done, sealed, refusal FROM product_work_images
         WHERE work_id = ?1 ORDER BY place",
    )?;
    work.images = query
        .query_map([&work.work_id.0], |row| {
            let refusal: Option<String> = row.get(3)?;
            Ok(ImageRecord {
                image: json(&row.get::<_, String>(0)?),
                is_done: row.get(1)?,
                is_sealed: row.get(2)?,
                refusal: refusal.and_then(|refusal| json(&refusal)),
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(work)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn image(name: &str) -> ImageRecord {
        ImageRecord {
            image: StagedImage {
                name: name.to_owned(),
                source: StagedSource::File {
                    path: PathBuf::from("/photos/a.png"),
                    mark: "1-2-3".to_owned(),
                    name: "a.png".to_owned(),
                    format: "png".to_owned(),
                    size: 1,
                },
                ..StagedImage::default()
            },
            is_done: false,
            is_sealed: false,
            refusal: None,
        }
    }

    async fn journal(folder: &std::path::Path) -> (Journal, WorkRecord) {
        let opened = Journal::open(&folder.join("journal.db")).await;
        let journal = opened.expect("a journal").journal;
        let work = WorkRecord {
            work_id: ProductWorkId("w".to_owned()),
            sender: "one".to_owned(),
            phase: WorkPhase::Running,
            product: StagedProduct {
                name: "Scanner".to_owned(),
                ..StagedProduct::default()
            },
            product_id: None,
            asked: None,
            refusal: None,
            images: vec![image("a"), image("b")],
            created_at: 1,
        };
        let begun = journal.begin_work("sandbox", work.clone()).await;
        begun.expect("written");
        (journal, work)
    }

    #[tokio::test]
    async fn a_writing_is_read_back_as_it_was_left() {
        let folder = tempfile::tempdir().expect("folder");
        let (journal, mut work) = journal(folder.path()).await;
        let id = work.work_id.clone();
        let before = ["p1".to_owned()];
        let product = ProductId("p2".to_owned());
        journal
            .ask_product(&id, "one", Some(&before))
            .await
            .expect("asked");
        journal
            .product_made(&id, "one", &product)
            .await
            .expect("made");
        journal.seal_image(&id, "one", 0).await.expect("sealed");
        let done = ImageRecord {
            is_done: true,
            ..image("a")
        };
        journal.note_image(&id, 0, &done).await.expect("noted");
        journal.seal_image(&id, "one", 1).await.expect("sealed");
        work.asked = Some(before.to_vec());
        work.product_id = Some(product);
        work.images[0] = done;
        work.images[1].is_sealed = true;
        let kept = journal.work("sandbox", &id).await.expect("read");
        assert_eq!(kept.as_ref(), Some(&work));
        assert_eq!(journal.open_works("sandbox").await, Ok(vec![work]));
        assert_eq!(journal.open_works("another").await, Ok(Vec::new()));
    }

    #[tokio::test]
    async fn only_one_process_goes_on_with_a_writing() {
        let folder = tempfile::tempdir().expect("folder");
        let (journal, work) = journal(folder.path()).await;
        let id = work.work_id;
        let claim = |who: &'static str, dead: Option<&'static str>| {
            let (journal, id) = (journal.clone(), id.clone());
            async move { journal.claim_work(&id, who, dead).await }
        };
        assert_eq!(claim("two", None).await, Ok(false), "its writer lives");
        assert_eq!(claim("two", Some("one")).await, Ok(true));
        assert_eq!(claim("three", Some("one")).await, Ok(false), "too late");
        assert!(journal.seal_image(&id, "one", 0).await.is_err());
        let rest = journal.rest_work(&id, WorkPhase::Failed, None).await;
        rest.expect("written");
        assert!(journal.seal_image(&id, "two", 0).await.is_err(), "at rest");
        assert_eq!(claim("three", None).await, Ok(true));
        let rest = journal.rest_work(&id, WorkPhase::Cancelled, None).await;
        rest.expect("written");
        assert_eq!(claim("one", Some("three")).await, Ok(false), "given up");
    }
}
