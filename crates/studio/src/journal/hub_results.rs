//! Finished work of Hubfluencer among the reels: one current entry a project, and those before it that
//! were saved.

use contract::{AssetId, Millis, ProjectKey, Refusal};
use rusqlite::{OptionalExtension as _, Transaction, TransactionBehavior, params};

use super::due::want_saved;
use super::reels::{COLUMNS, keep, project_text, read};
use super::{Journal, ReelRecord};

/// The schema's step.
pub(super) const COLUMNS_ADDED: &str = "
    ALTER TABLE reels ADD COLUMN saved_beside TEXT NOT NULL DEFAULT '[]'; -- JSON, the other names of a saved set
    ALTER TABLE reels ADD COLUMN project TEXT; -- kind and slug, where Hubfluencer made it
    CREATE INDEX reels_by_project ON reels (server, project) WHERE project IS NOT NULL;
    ALTER TABLE transfers ADD COLUMN files TEXT NOT NULL DEFAULT '[]'; -- JSON, the parts of a set";

/// What the ids of our own begin with.
const PREFIX: &str = "hub:";

/// A result as the service tells it, that has no entry yet or the current one.
pub(crate) struct FreshResult {
    pub(crate) project: ProjectKey,
    /// What is kept of it, but for its id and, where it is known already, the time it was made.
    pub(crate) reel: ReelRecord,
    /// Whether it was made anew, even where nothing tells it from the one before.
    pub(crate) is_remade: bool,
    /// When a new entry saves itself, if it does.
    pub(crate) save_after: Option<Millis>,
}

/// The entry of a result.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct KeptResult {
    pub(crate) asset_id: AssetId,
    /// Whether it was not there, or says something else now.
    pub(crate) is_changed: bool,
    /// Entries of earlier results that nobody saved: they can be fetched no more.
    pub(crate) gone: Vec<AssetId>,
}

impl Journal {
    /// Keeps the finished work of a project. A newer result takes the place of one that was not saved;
    /// one that was stays for what is on disk.
    pub(crate) async fn keep_result(
        &self,
        server: &str,
        fresh: FreshResult,
    ) -> Result<KeptResult, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let kept = keep_result(&tx, &server, fresh)?;
            tx.commit()?;
            Ok(kept)
        })
        .await
    }

    /// Takes out the entries of a project whose results were not saved: it is gone.
    pub(crate) async fn forget_results(
        &self,
        server: &str,
        key: &ProjectKey,
    ) -> Result<Vec<AssetId>, Refusal> {
        let (server, project) = (server.to_owned(), project_text(key));
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let gone = drop_unsaved(&tx, &server, &project)?;
            tx.commit()?;
            Ok(gone)
        })
        .await
    }
}

fn keep_result(
    tx: &Transaction<'_>,
    server: &str,
    fresh: FreshResult,
) -> rusqlite::Result<KeptResult> {
    let FreshResult {
        project,
        mut reel,
        is_remade,
        save_after,
    } = fresh;
    let text = project_text(&project);
    let current = current(tx, server, &project)?;
    let same = |known: &&ReelRecord| {
        let mark = |reel: &ReelRecord| reel.result.as_ref().map(|result| result.mark.clone());
        !is_remade && mark(known) == mark(&reel)
    };
    if let Some(known) = current.as_ref().filter(same) {
        let known = ReelRecord {
            saved_files: Vec::new(),
            ..known.clone()
        };
        reel.asset_id.clone_from(&known.asset_id);
        reel.created_at = known.created_at;
        let is_changed = reel != known;
        if is_changed {
            keep(tx, server, &reel)?;
        }
        return Ok(KeptResult {
            asset_id: AssetId(reel.asset_id),
            is_changed,
            gone: Vec::new(),
        });
    }
    let number = last_number(tx, server, &text)?.saturating_add(1);
    let gone = drop_unsaved(tx, server, &text)?;
    let asset_id = asset_id(&project, number);
    reel.asset_id.clone_from(&asset_id.0);
    keep(tx, server, &reel)?;
    if let Some(at) = save_after {
        want_saved(tx, server, &reel.asset_id, at)?;
    }
    tx.execute(
        "UPDATE hub_projects SET asset_id = ?4 WHERE server = ?1 AND kind = ?2 AND slug = ?3",
        params![server, project.kind.as_str(), project.slug, asset_id.0],
    )?;
    Ok(KeptResult {
        asset_id,
        is_changed: true,
        gone,
    })
}

/// Whether an id is one of ours, of a result of Hubfluencer.
pub(crate) fn is_result(asset_id: &AssetId) -> bool {
    asset_id.0.starts_with(PREFIX)
}

/// The number of a project's last result; 0 where there is none.
fn last_number(tx: &Transaction<'_>, server: &str, project: &str) -> rusqlite::Result<u32> {
    let mut query =
        tx.prepare_cached("SELECT asset_id FROM reels WHERE server = ?1 AND project = ?2")?;
    let ids = query.query_map([server, project], |row| row.get::<_, String>(0))?;
    let mut last = 0;
    for id in ids {
        let number = id?
            .rsplit(':')
            .next()
            .and_then(|number| number.parse().ok());
        last = last.max(number.unwrap_or_default());
    }
    Ok(last)
}

/// The id of a project's result of this number.
fn asset_id(project: &ProjectKey, number: u32) -> AssetId {
    let (kind, slug) = (project.kind.as_str(), &project.slug);
    AssetId(format!("{PREFIX}{kind}:{slug}:{number}"))
}

fn current(
    tx: &Transaction<'_>,
    server: &str,
    project: &ProjectKey,
) -> rusqlite::Result<Option<ReelRecord>> {
    tx.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM reels WHERE server = ?1 AND asset_id =
           (SELECT asset_id FROM hub_projects WHERE server = ?1 AND kind = ?2 AND slug = ?3)"
    ))?
    .query_row([server, project.kind.as_str(), &project.slug], read)
    .optional()
}

fn drop_unsaved(
    tx: &Transaction<'_>,
    server: &str,
    project: &str,
) -> rusqlite::Result<Vec<AssetId>> {
    tx.prepare_cached(
        "DELETE FROM reels WHERE server = ?1 AND project = ?2 AND saved_path IS NULL
         RETURNING asset_id",
    )?
    .query_map([server, project], |row| row.get(0).map(AssetId))?
    .collect()
}
