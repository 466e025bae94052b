//! Hubfluencer's projects in the journal: what the service said last of each, so that they are there
//! without a network, for every front, and are watched again after a restart.

use std::collections::BTreeMap;

use contract::{AssetId, Millis, ProjectKey, ProjectKind, ProjectMedia, Refusal};
use rusqlite::{
    Connection, OptionalExtension as _, Row, ToSql, TransactionBehavior, named_params, params,
};
use serde::{Deserialize, Serialize};

use super::{Journal, json, to_json};

/// The schema's step.
pub(super) const TABLES: &str = "CREATE TABLE hub_projects (
        server      TEXT NOT NULL,
        kind        TEXT NOT NULL,
        slug        TEXT NOT NULL,
        document    TEXT NOT NULL,      -- JSON, as the service wrote it, without its links
        facts       TEXT NOT NULL DEFAULT '{}', -- JSON, what follows from documents of before
        under_way   INTEGER NOT NULL DEFAULT 0, -- it is watched
        began_at    INTEGER,            -- what is under way
        heard_at    INTEGER,
        changed_at  INTEGER NOT NULL,
        asset_id    TEXT,               -- the finished one, in the library
        hidden      INTEGER NOT NULL DEFAULT 0, -- taken off the lists here
        PRIMARY KEY (server, kind, slug)
    ) STRICT;
    CREATE INDEX hub_projects_by_time ON hub_projects (server, changed_at DESC);";

/// What is kept of a project.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ProjectRecord {
    pub(crate) key: ProjectKey,
    /// The service's document as JSON, without its links.
    pub(crate) document: String,
    pub(crate) facts: ProjectFacts,
    /// Whether the service works on it, as far as is known: it is watched then.
    pub(crate) under_way: bool,
    pub(crate) began_at: Option<Millis>,
    pub(crate) heard_at: Option<Millis>,
    pub(crate) changed_at: Millis,
    pub(crate) asset_id: Option<AssetId>,
    pub(crate) hidden: bool,
}

impl ProjectRecord {
    /// A project of which nothing was heard yet.
    pub(crate) fn blank(key: ProjectKey, now: Millis) -> Self {
        Self {
            key,
            document: String::new(),
            facts: ProjectFacts::default(),
            under_way: false,
            began_at: None,
            heard_at: None,
            changed_at: now,
            asset_id: None,
            hidden: false,
        }
    }
}

/// What a project's last document alone does not tell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct ProjectFacts {
    /// What can be played or shown: its links themselves live in memory alone. With each the mark of
    /// what it leads to, which is another for another object.
    pub(crate) media: Vec<(ProjectMedia, String)>,
    /// How often each slide was made.
    pub(crate) slides: BTreeMap<u32, SlideFacts>,
}

/// How often a slide was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SlideFacts {
    /// Grows with each new image.
    pub(crate) revision: u32,
    /// Whether it was finished when it was heard of last.
    pub(crate) is_finished: bool,
    /// What the last image was made of.
    pub(crate) mark: String,
}

/// A project before and after something was kept of it.
pub(crate) struct KeptProject {
    pub(crate) before: Option<ProjectRecord>,
    pub(crate) after: ProjectRecord,
}

const COLUMNS: &str = "kind, slug, document, facts, under_way, began_at, heard_at, changed_at, \
                       asset_id, hidden";
const ONE: &str = "server = ?1 AND kind = ?2 AND slug = ?3";

impl Journal {
    /// Keeps what `merge` makes of what was there. Nobody else writes in between.
    pub(crate) async fn keep_project(
        &self,
        server: &str,
        key: &ProjectKey,
        merge: impl FnOnce(Option<ProjectRecord>) -> ProjectRecord + Send + 'static,
    ) -> Result<KeptProject, Refusal> {
        let (server, key) = (server.to_owned(), key.clone());
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let before = find(&tx, &server, &key)?;
            let after = merge(before.clone());
            write(&tx, &server, &after)?;
            tx.commit()?;
            Ok(KeptProject { before, after })
        })
        .await
    }

    /// One project, be it on the lists or not.
    pub(crate) async fn hub_project(
        &self,
        server: &str,
        key: &ProjectKey,
    ) -> Result<Option<ProjectRecord>, Refusal> {
        let (server, key) = (server.to_owned(), key.clone());
        self.with(move |db| find(db, &server, &key)).await
    }

    /// Every project on the lists, the last changed first.
    pub(crate) async fn hub_projects(&self, server: &str) -> Result<Vec<ProjectRecord>, Refusal> {
        self.list_projects(server, "hidden = 0").await
    }

    /// Projects that are watched.
    pub(crate) async fn watched_projects(
        &self,
        server: &str,
    ) -> Result<Vec<ProjectRecord>, Refusal> {
        self.list_projects(server, "hidden = 0 AND under_way = 1")
            .await
    }

    async fn list_projects(
        &self,
        server: &str,
        which: &'static str,
    ) -> Result<Vec<ProjectRecord>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let mut query = db.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM hub_projects WHERE server = ?1 AND {which}
                 ORDER BY changed_at DESC, slug"
            ))?;
            let records: Result<Vec<_>, _> = query.query_map([server], read)?.collect();
            Ok(records?.into_iter().flatten().collect())
        })
        .await
    }

    /// Notes that the service has taken a step of it, and watches it from now on: also one that was
    /// taken off the lists, as what was paid for comes of it. Whether it is known.
    pub(crate) async fn project_begins(
        &self,
        server: &str,
        key: &ProjectKey,
        now: Millis,
    ) -> Result<bool, Refusal> {
        self.set_project(
            server,
            key,
            "under_way = 1, began_at = ?4, changed_at = ?4, hidden = 0",
            now,
        )
        .await
    }

    /// Takes it off the lists, or puts it back. Whether it is known.
    pub(crate) async fn hide_project(
        &self,
        server: &str,
        key: &ProjectKey,
        hidden: bool,
    ) -> Result<bool, Refusal> {
        self.set_project(server, key, "hidden = ?4", hidden).await
    }

    async fn set_project(
        &self,
        server: &str,
        key: &ProjectKey,
        set: &'static str,
        value: impl ToSql + Send + 'static,
    ) -> Result<bool, Refusal> {
        let (server, kind, slug) = (server.to_owned(), key.kind.as_str(), key.slug.clone());
        self.with(move |db| {
            let changed = db.execute(
                &format!("UPDATE hub_projects SET {set} WHERE {ONE}"),
                params![server, kind, slug, value],
            )?;
            Ok(changed > 0)
        })
        .await
    }

    /// Forgets a project that the service no longer has. Whether it was known.
    pub(crate) async fn forget_project(
        &self,
        server: &str,
        key: &ProjectKey,
    ) -> Result<bool, Refusal> {
        let (server, kind, slug) = (server.to_owned(), key.kind.as_str(), key.slug.clone());
        self.with(move |db| {
            let gone = db.execute(
                &format!("DELETE FROM hub_projects WHERE {ONE}"),
                params![server, kind, slug],
            )?;
            Ok(gone > 0)
        })
        .await
    }
}

fn find(
    db: &Connection,
    server: &str,
    key: &ProjectKey,
) -> rusqlite::Result<Option<ProjectRecord>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM hub_projects WHERE {ONE}"))?
        .query_row([server, key.kind.as_str(), &key.slug], read)
        .optional()
        .map(Option::flatten)
}

fn write(db: &Connection, server: &str, record: &ProjectRecord) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO hub_projects (server, kind, slug, document, facts, under_way, began_at,
           heard_at, changed_at, asset_id, hidden)
         VALUES (:server, :kind, :slug, :document, :facts, :under_way, :began_at,
           :heard_at, :changed_at, :asset_id, :hidden)
         ON CONFLICT (server, kind, slug) DO UPDATE SET
           document = excluded.document, facts = excluded.facts, under_way = excluded.under_way,
           began_at = excluded.began_at, heard_at = excluded.heard_at,
           changed_at = excluded.changed_at, hidden = excluded.hidden",
    )?
    .execute(named_params! {
        ":server": server,
        ":kind": record.key.kind.as_str(),
        ":slug": record.key.slug,
        ":document": record.document,
        ":facts": to_json(&record.facts),
        ":under_way": record.under_way,
        ":began_at": record.began_at,
        ":heard_at": record.heard_at,
        ":changed_at": record.changed_at,
        ":asset_id": record.asset_id.as_ref().map(|id| &id.0),
        ":hidden": record.hidden,
    })?;
    Ok(())
}

/// None: a kind that a newer version knows.
fn read(row: &Row<'_>) -> rusqlite::Result<Option<ProjectRecord>> {
    let kind: String = row.get(0)?;
    let kinds = [
        ProjectKind::Short,
        ProjectKind::Carousel,
        ProjectKind::Editor,
    ];
    let Some(kind) = kinds.into_iter().find(|known| known.as_str() == kind) else {
        return Ok(None);
    };
    Ok(Some(ProjectRecord {
        key: ProjectKey::new(kind, row.get::<_, String>(1)?),
        document: row.get(2)?,
        facts: json(&row.get::<_, String>(3)?),
        under_way: row.get(4)?,
        began_at: row.get(5)?,
        heard_at: row.get(6)?,
        changed_at: row.get(7)?,
        asset_id: row.get::<_, Option<String>>(8)?.map(AssetId),
        hidden: row.get(9)?,
    }))
}
