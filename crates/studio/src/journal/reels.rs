//! Reels in the journal: what the Library shows when there is no network, what a search looks in,
//! and where each was saved.

use std::collections::HashMap;
use std::path::PathBuf;

use contract::{AssetId, Millis, OrderId, ProjectKey, Refusal};
use rusqlite::{
    OptionalExtension as _, Row, Transaction, TransactionBehavior, params, params_from_iter,
};
use serde::{Deserialize, Serialize};

use super::{Journal, json, to_json};

/// The schema's step: an order's reels are found without looking at all the others.
pub(super) const BY_ORDER: &str =
    "CREATE INDEX reels_by_order ON reels (server, order_id) WHERE order_id IS NOT NULL;";

/// The schema's step: what a list is narrowed, sorted and searched by.
pub(super) const FILTERS: &str = "ALTER TABLE reels ADD COLUMN character_id TEXT;
    ALTER TABLE reels ADD COLUMN product_id TEXT;
    ALTER TABLE reels ADD COLUMN formula_id TEXT;
    ALTER TABLE reels ADD COLUMN words TEXT NOT NULL DEFAULT ''; -- title, caption, hashtags, in lower case
    UPDATE reels SET words = lower(
        coalesce(json_extract(asset, '$.name'), '') || ' ' ||
        coalesce(json_extract(asset, '$.formula_name'), '') || ' ' ||
        coalesce(json_extract(asset, '$.caption'), '') || ' ' ||
        coalesce(json_extract(asset, '$.hashtags'), '')) WHERE json_valid(asset);
    DROP INDEX reels_by_time;
    CREATE INDEX reels_by_time ON reels (server, created_at DESC, asset_id DESC);";

/// What is kept of a reel. Links are kept as the service wrote them: relative, and useless without
/// the session. A link that carries its own access (presigned) is never put here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct ReelRecord {
    #[serde(default)]
    pub(crate) asset_id: String,
    #[serde(default)]
    pub(crate) order_id: Option<String>,
    #[serde(default)]
    pub(crate) task_id: Option<String>,
    #[serde(default)]
    pub(crate) name: Option<String>,
    #[serde(default)]
    pub(crate) formula_id: Option<String>,
    #[serde(default)]
    pub(crate) formula_name: Option<String>,
    #[serde(default)]
    pub(crate) character_id: Option<String>,
    #[serde(default)]
    pub(crate) product_id: Option<String>,
    #[serde(default)]
    pub(crate) caption: Option<String>,
    #[serde(default)]
    pub(crate) hashtags: Vec<String>,
    #[serde(default)]
    pub(crate) duration_seconds: Option<f64>,
    #[serde(default)]
    pub(crate) file_url: Option<String>,
    #[serde(default)]
    pub(crate) raw_url: Option<String>,
    #[serde(default)]
    pub(crate) thumb_url: Option<String>,
    #[serde(default)]
    pub(crate) created_at: Option<Millis>,
    /// What it is of, where Hubfluencer made it.
    #[serde(default)]
    pub(crate) result: Option<ProjectResult>,
    /// Where it was saved, the first file first. Empty: it was not.
    #[serde(skip)]
    pub(crate) saved_files: Vec<PathBuf>,
}

/// What the finished work of a project of Hubfluencer is. Its links live in memory alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ProjectResult {
    pub(crate) project: ProjectKey,
    /// Stands for this very result: another of the same project has another.
    pub(crate) mark: String,
    /// The slides of a carousel, by position. Empty: it is a video.
    #[serde(default)]
    pub(crate) slides: Vec<u32>,
    /// Whether the service has a picture of it.
    #[serde(default)]
    pub(crate) has_still: bool,
}

impl ProjectResult {
    /// Whether there is a picture of it.
    pub(crate) fn has_picture(&self) -> bool {
        self.has_still || !self.slides.is_empty()
    }
}

impl ReelRecord {
    /// What a search looks in.
    fn words(&self) -> String {
        let texts = [&self.name, &self.formula_name, &self.caption];
        let mut words: Vec<&str> = texts.into_iter().flatten().map(String::as_str).collect();
        words.extend(self.hashtags.iter().map(String::as_str));
        words.join(" ").to_lowercase()
    }
}

/// What [`read`] reads.
pub(super) const COLUMNS: &str = "asset, saved_path, order_id, saved_beside";

impl Journal {
    /// Keeps reels as the service told them. What is known of their saving and order stays. How many
    /// were not known before.
    pub(crate) async fn keep_reels(
        &self,
        server: &str,
        reels: Vec<ReelRecord>,
    ) -> Result<u32, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let before = count(&tx, &server)?;
            for reel in reels {
                keep(&tx, &server, &reel)?;
            }
            let new = count(&tx, &server)?.saturating_sub(before);
            tx.commit()?;
            Ok(new)
        })
        .await
    }

    /// Notes where a reel was saved: its file, or the files of its set, all in one folder.
    pub(crate) async fn saved(
        &self,
        server: &str,
        asset_id: &AssetId,
        files: Vec<PathBuf>,
    ) -> Result<(), Refusal> {
        let (server, asset_id) = (server.to_owned(), asset_id.clone());
        self.with(move |db| {
            let Some((first, others)) = files.split_first() else {
                return Ok(());
            };
            let names = others.iter().filter_map(|path| path.file_name());
            let beside: Vec<String> = names.map(|n| n.to_string_lossy().into_owned()).collect();
            db.execute(
                "UPDATE reels SET saved_path = ?3, saved_beside = ?4
                 WHERE server = ?1 AND asset_id = ?2",
                params![server, asset_id.0, path_text(first), to_json(&beside)],
            )?;
            Ok(())
        })
        .await
    }

    /// Notes that nothing of a reel is on disk any more. Whether it is still in the library: the
    /// entry of a result that a newer one has followed stood for what was on disk alone.
    pub(crate) async fn forget_saved(
        &self,
        server: &str,
        asset_id: &AssetId,
    ) -> Result<bool, Refusal> {
        let key = [server.to_owned(), asset_id.0.clone()];
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            tx.execute(
                "UPDATE reels SET saved_path = NULL, saved_beside = '[]'
                 WHERE server = ?1 AND asset_id = ?2",
                params_from_iter(&key),
            )?;
            let gone = tx.execute(
                "DELETE FROM reels WHERE server = ?1 AND asset_id = ?2 AND project IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM hub_projects p
                                 WHERE p.server = ?1 AND p.asset_id = ?2)",
                params_from_iter(&key),
            )?;
            tx.commit()?;
            Ok(gone == 0)
        })
        .await
    }

    /// These reels, in this order; those that are not known are left out.
    pub(crate) async fn reels_by_id(
        &self,
        server: &str,
        ids: Vec<String>,
    ) -> Result<Vec<ReelRecord>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let mut query = db.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM reels
                 WHERE server = ?1 AND asset_id IN (SELECT value FROM json_each(?2))"
            ))?;
            let mut found = query
                .query_map([server, to_json(&ids)], read)?
                .map(|reel| reel.map(|reel| (reel.asset_id.clone(), reel)))
                .collect::<Result<HashMap<_, _>, _>>()?;
            Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
        })
        .await
    }

    /// The reels that an order made.
    pub(crate) async fn reels_of(
        &self,
        server: &str,
        order_id: &OrderId,
    ) -> Result<Vec<AssetId>, Refusal> {
        let (server, order_id) = (server.to_owned(), order_id.clone());
        self.with(move |db| {
            let mut query = db.prepare(
                "SELECT asset_id FROM reels WHERE server = ?1 AND order_id = ?2 ORDER BY created_at",
            )?;
            query
                .query_map([server, order_id.0], |row| row.get(0).map(AssetId))?
                .collect()
        })
        .await
    }

    /// The reels that each of these orders made; nothing of those that made none.
    pub(crate) async fn reels_of_each(
        &self,
        server: &str,
        orders: &[&OrderId],
    ) -> Result<HashMap<OrderId, Vec<AssetId>>, Refusal> {
        let (server, orders) = (server.to_owned(), to_json(&orders));
        self.with(move |db| {
            let mut query = db.prepare(
                "SELECT order_id, asset_id FROM reels
                 WHERE server = ?1 AND order_id IN (SELECT value FROM json_each(?2))
                 ORDER BY created_at",
            )?;
            let mut rows = query.query([server, orders])?;
            let mut reels: HashMap<OrderId, Vec<AssetId>> = HashMap::new();
            while let Some(row) = rows.next()? {
                let of = reels.entry(OrderId(row.get(0)?)).or_default();
                of.push(AssetId(row.get(1)?));
            }
            Ok(reels)
        })
        .await
    }

    /// One reel.
    pub(crate) async fn reel(
        &self,
        server: &str,
        asset_id: &AssetId,
    ) -> Result<Option<ReelRecord>, Refusal> {
        let (server, asset_id) = (server.to_owned(), asset_id.clone());
        self.with(move |db| {
            db.query_row(
                &format!("SELECT {COLUMNS} FROM reels WHERE server = ?1 AND asset_id = ?2"),
                [server, asset_id.0],
                read,
            )
            .optional()
        })
        .await
    }
}

pub(super) fn keep(tx: &Transaction<'_>, server: &str, reel: &ReelRecord) -> rusqlite::Result<()> {
    let project = reel
        .result
        .as_ref()
        .map(|result| project_text(&result.project));
    tx.prepare_cached(
        "INSERT INTO reels (asset_id, server, order_id, asset, created_at, character_id, product_id,
           formula_id, words, project)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (server, asset_id) DO UPDATE SET
           asset = excluded.asset, created_at = excluded.created_at,
           character_id = excluded.character_id, product_id = excluded.product_id,
           formula_id = excluded.formula_id, words = excluded.words,
           order_id = coalesce(excluded.order_id, order_id)",
    )?
    .execute(params![
        reel.asset_id,
        server,
        reel.order_id,
        to_json(reel),
        reel.created_at,
        reel.character_id,
        reel.product_id,
        reel.formula_id,
        reel.words(),
        project,
    ])?;
    Ok(())
}

fn count(tx: &Transaction<'_>, server: &str) -> rusqlite::Result<u32> {
    tx.query_row(
        "SELECT count(*) FROM reels WHERE server = ?1",
        [server],
        |row| row.get(0),
    )
}

/// Reads a row of [`COLUMNS`].
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<ReelRecord> {
    let mut reel: ReelRecord = json(&row.get::<_, String>(0)?);
    let saved = row.get::<_, Option<String>>(1)?.map(PathBuf::from);
    reel.order_id = row.get(2)?;
    if let Some(first) = saved {
        let beside: Vec<String> = json(&row.get::<_, String>(3)?);
        let beside: Vec<PathBuf> = beside
            .iter()
            .map(|name| first.with_file_name(name))
            .collect();
        reel.saved_files = std::iter::once(first).chain(beside).collect();
    }
    Ok(reel)
}

/// A project in the column of that name.
pub(super) fn project_text(key: &ProjectKey) -> String {
    format!("{} {}", key.kind.as_str(), key.slug)
}

/// A path as text. One that is no Unicode is kept lossily: it can be shown, and is then not found.
fn path_text(path: &std::path::Path) -> String {
    path.to_string_lossy().into_owned()
}
