//! Templates: the analysed sources that can be riffed at once (contract, `FormulaOut`).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use wire::Failure;

use crate::call::{Pairs, total_count};
use crate::extraction::ExtractionSummary;
use crate::task::TaskStatus;
use crate::{Api, Session, written};
use lenient::{self, Lossy, open_words};

open_words! {
    /// How far a template is.
    FormulaStatus {
        /// Its source is there, its analysis is not.
        Collected => "collected",
        /// It can be riffed.
        Analyzed => "analyzed",
        /// Put away.
        Archived => "archived",
    }
}

open_words! {
    /// Who can see a template.
    FormulaVisibility {
        /// The person's own scope.
        Scope => "scope",
        /// Everybody: curated by the service.
        Public => "public",
    }
}

/// The only `template_type` that riffs are made from.
pub const PIPELINE: &str = "pipeline";

/// A template.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Formula {
    /// Id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: String,
    /// Name; empty where the service gave none.
    #[serde(default, deserialize_with = "lenient::words")]
    pub name: String,
    /// [`PIPELINE`], or whatever comes.
    #[serde(default, deserialize_with = "lenient::text")]
    pub template_type: Option<String>,
    /// How far it is.
    #[serde(default)]
    pub status: FormulaStatus,
    /// The way that its feelings go ("hook → build-up → cta").
    #[serde(default, deserialize_with = "lenient::text")]
    pub emotion_arc: Option<String>,
    /// How many segments it has.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub slot_count: Option<u64>,
    /// How often it was riffed.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub used_count: Option<u64>,
    /// Tags.
    #[serde(default, deserialize_with = "lenient::texts")]
    pub tags: Vec<String>,
    /// Where the source was.
    #[serde(default, deserialize_with = "lenient::text")]
    pub source_url: Option<String>,
    /// Whose platform that is.
    #[serde(default, deserialize_with = "lenient::text")]
    pub source_platform: Option<String>,
    /// Its picture: for [`Api::file`].
    #[serde(default, deserialize_with = "lenient::text")]
    pub thumbnail_url: Option<String>,
    /// Whether its analysis is by the present rules. Only a plain "no" means stale.
    #[serde(default, deserialize_with = "lenient::answer")]
    pub analysis_prompt_is_latest: Option<bool>,
    /// Who can see it.
    #[serde(default)]
    pub visibility: FormulaVisibility,
    /// When it was made.
    #[serde(
        default,
        deserialize_with = "lenient::time",
        serialize_with = "written::time"
    )]
    pub created_at: Option<Timestamp>,
}

impl Formula {
    /// Whether the service says that its analysis should be made anew first.
    pub fn is_stale(&self) -> bool {
        self.analysis_prompt_is_latest == Some(false)
    }

    /// Whether everybody can see it.
    pub fn is_public(&self) -> bool {
        self.visibility == FormulaVisibility::Public
    }
}

/// A template with what was read out of its source (contract, `FormulaDetailOut`).
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct FormulaDetail {
    /// The template.
    #[serde(flatten)]
    pub formula: Formula,
    /// What was read out of its source; nothing before it is analysed.
    #[serde(default, deserialize_with = "lenient::shape")]
    pub extraction_summary: Option<ExtractionSummary>,
    /// Whether the engine's own description came along (`analysis_card`), which customers are not
    /// to see. It is not kept.
    #[serde(
        default,
        rename = "analysis_card",
        deserialize_with = "lenient::present",
        serialize_with = "written::nothing"
    )]
    pub has_internal: bool,
}

/// Order of a list of templates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaSort {
    /// Newest first.
    NewestFirst,
    /// Oldest first.
    OldestFirst,
    /// Most riffed first.
    MostUsedFirst,
}

impl FormulaSort {
    /// The word as the service takes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NewestFirst => "created_desc",
            Self::OldestFirst => "created_asc",
            Self::MostUsedFirst => "used_desc",
        }
    }
}

/// Which templates are asked for. The default asks for the first 50 of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormulaQuery {
    /// How far they are.
    pub status: Option<FormulaStatus>,
    /// Their kind; see [`PIPELINE`].
    pub template_type: Option<String>,
    /// Tags; they are sent as one text with commas.
    pub tags: Vec<String>,
    /// Words of the name.
    pub search: Option<String>,
    /// Order.
    pub sort: Option<FormulaSort>,
    /// Most entries (50 where nothing is said).
    pub limit: Option<u32>,
    /// Entries to pass over.
    pub offset: Option<u64>,
}

impl FormulaQuery {
    /// Those that can be riffed now.
    pub fn analyzed() -> Self {
        Self {
            status: Some(FormulaStatus::Analyzed),
            template_type: Some(PIPELINE.to_owned()),
            ..Self::default()
        }
    }

    fn pairs(&self) -> Pairs {
        Pairs::default()
            .with("status", self.status.as_ref())
            .with("template_type", self.template_type.as_ref())
            .joined("tags", &self.tags)
            .with("search", self.search.as_ref())
            .with("sort", self.sort.map(FormulaSort::as_str))
            .with("limit", self.limit)
            .with("offset", self.offset)
    }
}

/// A page of templates.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FormulaPage {
    /// The templates that could be read.
    pub items: Vec<Formula>,
    /// How many could not.
    #[serde(skip)]
    pub skipped: usize,
    /// How many there are without `limit` and `offset`, where the service says so.
    pub total: Option<u64>,
    /// The `limit` that the service went by.
    pub limit: Option<u64>,
    /// The `offset` that the service went by.
    pub offset: Option<u64>,
}

#[derive(Deserialize)]
struct FormulaListOut {
    items: Lossy<Formula>,
    #[serde(default, deserialize_with = "lenient::whole")]
    total: Option<u64>,
    #[serde(default, deserialize_with = "lenient::whole")]
    limit: Option<u64>,
    #[serde(default, deserialize_with = "lenient::whole")]
    offset: Option<u64>,
}

/// A task that was submitted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct QueuedTask {
    /// Its id: for [`Api::task`].
    #[serde(deserialize_with = "lenient::id")]
    pub task_id: String,
    /// Where it stands.
    #[serde(default)]
    pub status: TaskStatus,
}

impl Api {
    /// `GET /api/formulas`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn formulas(
        &self,
        session: &Session,
        query: &FormulaQuery,
    ) -> Result<FormulaPage, Failure> {
        let answer = self
            .get("/api/formulas")
            .by(session)
            .query(query.pairs())
            .read_inspected::<FormulaListOut>()
            .await?;
        let counted = total_count(&answer);
        let list = answer.value.value;
        Ok(FormulaPage {
            items: list.items.entries,
            skipped: list.items.skipped,
            total: list.total.or(counted),
            limit: list.limit,
            offset: list.offset,
        })
    }

    /// `GET /api/formulas/{formula_id}`.
    ///
    /// # Errors
    /// See [`Failure`]; 404 for one that is not there, or not for this person.
    pub async fn formula(
        &self,
        session: &Session,
        formula_id: &str,
    ) -> Result<FormulaDetail, Failure> {
        let answer = self
            .get("/api/formulas/{formula_id}")
            .by(session)
            .id("formula_id", formula_id)
            .read_inspected()
            .await?;
        Ok(answer.value.value)
    }

    /// `POST /api/formulas/{formula_id}/refresh-analysis`: analyses a template anew. Costs nothing,
    /// takes its time.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn refresh_analysis(
        &self,
        session: &Session,
        formula_id: &str,
    ) -> Result<QueuedTask, Failure> {
        self.post("/api/formulas/{formula_id}/refresh-analysis")
            .by(session)
            .id("formula_id", formula_id)
            .send(None)
            .await
    }
}
