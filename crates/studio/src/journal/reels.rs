//! Reels in the journal: what the Library shows when there is no network, what a search looks in,
//! and where each was saved.

use std::collections::HashMap;
use std::path::PathBuf;

use contract::{AssetId, Millis, OrderId, ReelSort, Refusal};
use rusqlite::{OptionalExtension as _, Row, Transaction, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use super::{Journal, json, to_json};

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
    #[serde(skip)]
    pub(crate) saved_path: Option<PathBuf>,
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

/// A piece of the kept reels. An empty list is no condition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ReelPick {
    /// With any of these characters.
    pub(crate) characters: Vec<String>,
    /// With any of these products.
    pub(crate) products: Vec<String>,
    /// From any of these templates.
    pub(crate) templates: Vec<String>,
    /// Made at or after.
    pub(crate) since: Option<Millis>,
    /// With all of these in its words; in lower case.
    pub(crate) search: Vec<String>,
    /// Order.
    pub(crate) sort: ReelSort,
    /// How many to pass over.
    pub(crate) offset: u32,
    /// How many at most.
    pub(crate) limit: u32,
}

/// Which reels a pick admits; its parameters are 1 to 6. What is no JSON list is none.
const ADMITTED: &str = "server = ?1
    AND (?2 = '[]' OR character_id IN (SELECT value FROM json_each(?2)))
    AND (?3 = '[]' OR product_id IN (SELECT value FROM json_each(?3)))
    AND (?4 = '[]' OR formula_id IN (SELECT value FROM json_each(?4)))
    AND (?5 IS NULL OR created_at >= ?5)
    AND NOT EXISTS (SELECT 1 FROM json_each(?6) WHERE instr(words, value) = 0)";

/// The order of a pick. Of the same character or product the newest come first, and those without
/// one last, as at the service.
const fn order(sort: ReelSort) -> &'static str {
    match sort {
        ReelSort::Newest => "created_at DESC, asset_id DESC",
        ReelSort::Oldest => "created_at, asset_id",
        ReelSort::Character => {
            "character_id IS NULL, lower(character_id), created_at DESC, asset_id DESC"
        }
        ReelSort::Product => {
            "product_id IS NULL, lower(product_id), created_at DESC, asset_id DESC"
        }
    }
}

const COLUMNS: &str = "asset, saved_path, order_id";

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

    /// A piece of the kept reels of a server, and how many there are in all for this pick.
    pub(crate) async fn reel_page(
        &self,
        server: &str,
        pick: ReelPick,
    ) -> Result<(Vec<ReelRecord>, u64), Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let (characters, products) = (to_json(&pick.characters), to_json(&pick.products));
            let (templates, search) = (to_json(&pick.templates), to_json(&pick.search));
            let total: u32 = db
                .prepare_cached(&format!("SELECT count(*) FROM reels WHERE {ADMITTED}"))?
                .query_row(
                    params![server, characters, products, templates, pick.since, search],
                    |row| row.get(0),
                )?;
            let order = order(pick.sort);
            let mut page = db.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM reels WHERE {ADMITTED} ORDER BY {order} LIMIT ?7 OFFSET ?8"
            ))?;
            let reels = page
                .query_map(
                    params![
                        server,
                        characters,
                        products,
                        templates,
                        pick.since,
                        search,
                        pick.limit,
                        pick.offset
                    ],
                    read,
                )?
                .collect::<Result<_, _>>()?;
            Ok((reels, total.into()))
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

fn keep(tx: &Transaction<'_>, server: &str, reel: &ReelRecord) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO reels (asset_id, server, order_id, asset, created_at, character_id, product_id, formula_id, words)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn reel(number: i64, character: Option<&str>, caption: &str) -> ReelRecord {
        ReelRecord {
            asset_id: format!("r{number}"),
            created_at: Some(number),
            character_id: character.map(str::to_owned),
            formula_id: Some(format!("f{}", number % 2)),
            caption: Some(caption.to_owned()),
            hashtags: vec!["#Déjà".to_owned()],
            ..ReelRecord::default()
        }
    }

    async fn kept(folder: &std::path::Path) -> Journal {
        let opened = Journal::open(&folder.join("journal.db")).await;
        let journal = opened.expect("a journal").journal;
        let reels = vec![
            reel(1, Some("mia"), "A quiet scan"),
            reel(2, None, "Another one, 100% sure"),
            reel(3, Some("Caden"), "The LABEL says it"),
            reel(4, Some("mia"), "A scan of the label"),
        ];
        assert_eq!(journal.keep_reels("s", reels.clone()).await, Ok(4));
        assert_eq!(journal.keep_reels("s", reels).await, Ok(0), "known by now");
        let elsewhere = journal.keep_reels("other", vec![reel(9, None, "label")]);
        assert_eq!(elsewhere.await, Ok(1));
        journal
    }

    async fn ids(journal: &Journal, pick: ReelPick) -> (String, u64) {
        let limit = if pick.limit == 0 { 10 } else { pick.limit };
        let page = journal.reel_page("s", ReelPick { limit, ..pick }).await;
        let (reels, total) = page.expect("readable");
        let ids: Vec<String> = reels.into_iter().map(|reel| reel.asset_id).collect();
        (ids.join(" "), total)
    }

    #[tokio::test]
    async fn what_is_kept_is_narrowed_and_sorted_as_the_service_does() {
        let folder = tempfile::tempdir().expect("folder");
        let journal = kept(folder.path()).await;
        let pick = ReelPick::default;
        let sorted = |sort| ReelPick { sort, ..pick() };
        for (pick, expected, total) in [
            (pick(), "r4 r3 r2 r1", 4),
            (sorted(ReelSort::Oldest), "r1 r2 r3 r4", 4),
            (sorted(ReelSort::Character), "r3 r4 r1 r2", 4),
            (
                ReelPick {
                    characters: vec!["mia".to_owned(), "nobody".to_owned()],
                    ..pick()
                },
                "r4 r1",
                2,
            ),
            (
                ReelPick {
                    templates: vec!["f1".to_owned()],
                    ..pick()
                },
                "r3 r1",
                2,
            ),
            (
                ReelPick {
                    since: Some(3),
                    ..pick()
                },
                "r4 r3",
                2,
            ),
            (
                ReelPick {
                    offset: 1,
                    limit: 2,
                    ..pick()
                },
                "r3 r2",
                4,
            ),
        ] {
            assert_eq!(
                ids(&journal, pick.clone()).await,
                (expected.to_owned(), total),
                "{pick:?}"
            );
        }
    }

    #[tokio::test]
    async fn a_search_finds_all_of_its_words_whatever_their_case() {
        let folder = tempfile::tempdir().expect("folder");
        let journal = kept(folder.path()).await;
        for (words, expected) in [
            (vec!["label"], "r4 r3"),
            (vec!["label", "scan"], "r4"),
            (vec!["100%"], "r2"),
            (vec!["déjà"], "r4 r3 r2 r1"),
            (vec!["nowhere"], ""),
        ] {
            let search = words.iter().map(|word| (*word).to_owned()).collect();
            let pick = ReelPick {
                search,
                ..ReelPick::default()
            };
            assert_eq!(ids(&journal, pick).await.0, expected, "{words:?}");
        }
    }

    #[tokio::test]
    async fn reels_are_given_in_the_order_in_which_they_are_asked_for() {
        let folder = tempfile::tempdir().expect("folder");
        let journal = kept(folder.path()).await;
        let wanted = ["r2", "none", "r4"].map(str::to_owned).to_vec();
        let found = journal.reels_by_id("s", wanted).await.expect("readable");
        let ids: Vec<_> = found.iter().map(|reel| reel.asset_id.as_str()).collect();
        assert_eq!(ids, ["r2", "r4"]);
    }
}
