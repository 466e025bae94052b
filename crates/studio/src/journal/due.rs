//! Reels that save themselves, until the saving has begun: a program that ends in between does it at
//! its next start.

use contract::{AssetId, Millis, Refusal};
use rusqlite::{Connection, TransactionBehavior, params};

use super::Journal;

impl Journal {
    /// Notes that reels save themselves at a moment, unless they are saved, or were to be at another
    /// moment already.
    pub(crate) async fn want_saved(
        &self,
        server: &str,
        reels: &[AssetId],
        at: Millis,
    ) -> Result<(), Refusal> {
        let (server, reels) = (server.to_owned(), reels.to_vec());
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for reel in &reels {
                want_saved(&tx, &server, &reel.0, at)?;
            }
            tx.commit()
        })
        .await
    }

    /// The reels that are to save themselves, and when, the next first.
    pub(crate) async fn due_reels(&self, server: &str) -> Result<Vec<(AssetId, Millis)>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            db.prepare_cached(
                "SELECT asset_id, save_after FROM reels
                 WHERE server = ?1 AND save_after IS NOT NULL ORDER BY save_after, created_at",
            )?
            .query_map([server], |row| Ok((AssetId(row.get(0)?), row.get(1)?)))?
            .collect()
        })
        .await
    }

    /// A reel no longer saves itself.
    pub(crate) async fn forget_due(&self, server: &str, asset_id: &AssetId) -> Result<(), Refusal> {
        let (server, asset_id) = (server.to_owned(), asset_id.0.clone());
        self.with(move |db| {
            db.execute(
                "UPDATE reels SET save_after = NULL WHERE server = ?1 AND asset_id = ?2",
                [server, asset_id],
            )?;
            Ok(())
        })
        .await
    }
}

pub(super) fn want_saved(
    db: &Connection,
    server: &str,
    asset_id: &str,
    at: Millis,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "UPDATE reels SET save_after = ?3
         WHERE server = ?1 AND asset_id = ?2 AND saved_path IS NULL AND save_after IS NULL
           AND NOT EXISTS (SELECT 1 FROM transfers t WHERE t.server = ?1 AND t.asset_id = ?2)",
    )?
    .execute(params![server, asset_id, at])?;
    Ok(())
}
