//! Reels in the journal: what the Library shows when there is no network, and where each was saved.

use std::path::PathBuf;

use contract::{AssetId, Millis, OrderId, Refusal};
use rusqlite::{OptionalExtension as _, Row, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use super::{Journal, json, to_json};

/// What is kept of a reel. Links are kept as the service wrote them: relative, and useless without
/// the session. A link that carries its own access (presigned) is never put here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct ReelRecord {
    #[serde(default)]
    pub(crate) asset_id: String,
    #[serde(default)]
    pub(crate) order_id: Option<String>,
    #[serde(default)]
    pub(crate) name: Option<String>,
    #[serde(default)]
    pub(crate) formula_name: Option<String>,
    #[serde(default)]
    pub(crate) caption: Option<String>,
    #[serde(default)]
    pub(crate) hashtags: Vec<String>,
    #[serde(default)]
    pub(crate) duration_seconds: Option<f64>,
    #[serde(default)]
    pub(crate) file_url: Option<String>,
    #[serde(default)]
    pub(crate) thumb_url: Option<String>,
    #[serde(default)]
    pub(crate) created_at: Option<Millis>,
    #[serde(skip)]
    pub(crate) saved_path: Option<PathBuf>,
}

impl Journal {
    /// Keeps reels as the service told them. What is known of their saving and order stays.
    pub(crate) async fn keep_reels(
        &self,
        server: &str,
        reels: Vec<ReelRecord>,
    ) -> Result<(), Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for reel in reels {
                tx.execute(
                    "INSERT INTO reels (asset_id, server, order_id, asset, created_at)
                     VALUES (?1, ?2, ?3, ?4, ?5)
                     ON CONFLICT (server, asset_id) DO UPDATE SET
                       asset = excluded.asset, created_at = excluded.created_at,
                       order_id = coalesce(excluded.order_id, order_id)",
                    params![
                        reel.asset_id,
                        server,
                        reel.order_id,
                        to_json(&reel),
                        reel.created_at
                    ],
                )?;
            }
            tx.commit()
        })
        .await
    }

    /// Notes where a reel was saved and how long it is.
    pub(crate) async fn saved(
        &self,
        server: &str,
        asset_id: &AssetId,
        path: PathBuf,
    ) -> Result<(), Refusal> {
        let (server, asset_id) = (server.to_owned(), asset_id.clone());
        self.with(move |db| {
            db.execute(
                "UPDATE reels SET saved_path = ?3 WHERE server = ?1 AND asset_id = ?2",
                params![server, asset_id.0, path_text(&path)],
            )?;
            Ok(())
        })
        .await
    }

    /// Every known reel of a server, newest first.
    pub(crate) async fn reels(&self, server: &str) -> Result<Vec<ReelRecord>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let mut query = db.prepare(
                "SELECT asset, saved_path, order_id FROM reels WHERE server = ?1
                 ORDER BY created_at DESC, asset_id DESC",
            )?;
            query.query_map([server], read)?.collect()
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

    /// One reel.
    pub(crate) async fn reel(
        &self,
        server: &str,
        asset_id: &AssetId,
    ) -> Result<Option<ReelRecord>, Refusal> {
        let (server, asset_id) = (server.to_owned(), asset_id.clone());
        self.with(move |db| {
            db.query_row(
                "SELECT asset, saved_path, order_id FROM reels WHERE server = ?1 AND asset_id = ?2",
                [server, asset_id.0],
                read,
            )
            .optional()
        })
        .await
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<ReelRecord> {
    let mut reel: ReelRecord = json(&row.get::<_, String>(0)?);
    reel.saved_path = row.get::<_, Option<String>>(1)?.map(PathBuf::from);
    reel.order_id = row.get(2)?;
    Ok(reel)
}

/// A path as text. One that is no Unicode is kept lossily: it can be shown, and is then not found.
fn path_text(path: &std::path::Path) -> String {
    path.to_string_lossy().into_owned()
}
