//! The records themselves: everything that outlives the process.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::{Charge, Material, Past, Placed, Product};
use crate::{moment::Millis, templates::Templates};

/// Credits that a second of 720p video costs (contract: 10,000).
pub(crate) const CREDITS_PER_SECOND: i64 = 10_000;

/// The whole memory of a sandbox.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Records {
    pub(crate) user: User,
    /// Signs the links of the storage origin.
    pub(crate) signing_key: String,
    pub(crate) ports: Ports,
    pub(crate) sessions: Vec<Session>,
    pub(crate) flows: Vec<Flow>,
    /// Unspent credits, those held by open tasks included.
    pub(crate) credits: i64,
    /// When riffs were submitted within the last rate window.
    pub(crate) submits: Vec<Millis>,
    pub(crate) batches: Vec<Batch>,
    pub(crate) tasks: Vec<Task>,
    pub(crate) formulas: Vec<Formula>,
    /// What has been rendered so far, by asset.
    pub(crate) rendered: BTreeMap<String, Rendered>,
    pub(crate) assets: Vec<Asset>,
    pub(crate) totals: Totals,
    /// What was taken from the account, oldest first.
    #[serde(default)]
    pub(crate) charges: Vec<Charge>,
    /// Reference material that was uploaded.
    #[serde(default)]
    pub(crate) materials: Vec<Material>,
    #[serde(default)]
    pub(crate) products: Vec<Product>,
    /// Whether a template's analysis is stale, by its id, where that has changed.
    #[serde(default)]
    pub(crate) staleness: BTreeMap<String, bool>,
    /// Riffs of the templates that were there from the start, by their id.
    #[serde(default)]
    pub(crate) template_uses: BTreeMap<String, u32>,
    /// The templates that were there from the start; made at each start.
    #[serde(skip)]
    pub(crate) templates: Arc<Templates>,
    /// What was before; invented at each start.
    #[serde(skip)]
    pub(crate) past: Arc<Past>,
}

/// The one account of a sandbox.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) scope_id: String,
    pub(crate) created: Millis,
    pub(crate) last_login: Option<Millis>,
}

/// The ports of last time, so that links and settings of clients stay right over a restart.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Ports {
    pub(crate) riffkit: u16,
    pub(crate) storage: u16,
}

/// A signed-in client. Only a digest of its token is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) digest: String,
    pub(crate) created: Millis,
}

/// What the person said on the approval page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Decision {
    Pending,
    Approved,
    Denied,
    Expired,
    Consumed,
}

/// One device authorization.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Flow {
    /// Digest of the device code.
    pub(crate) digest: String,
    pub(crate) user_code: String,
    pub(crate) client: Option<String>,
    pub(crate) created: Millis,
    pub(crate) interval: Millis,
    /// The last poll that was answered; at first the moment of the authorization.
    pub(crate) last_poll: Millis,
    pub(crate) decision: Decision,
}

/// Where a template came from.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Source {
    /// An uploaded video, kept under this name in the uploads folder.
    Upload { file: String, bytes: u64 },
    /// A TikTok link.
    Link { url: String },
    /// The platform's own: the video isn't kept.
    Platform,
}

/// A template. It is analyzed once its first analysis has completed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Formula {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) source: Source,
    /// Length of the source, where it is known.
    pub(crate) source_ms: Option<Millis>,
    pub(crate) analyzed: bool,
    /// Its analysis was made by an older engine, and wants to be refreshed.
    #[serde(default)]
    pub(crate) stale: bool,
    pub(crate) used: u32,
    pub(crate) created: Millis,
}

/// What a riff sets going (contract: RiffOut).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Mode {
    /// The template is analyzed already: the generation starts at once.
    Generate,
    /// A new source: the generation is chained to its analysis.
    AnalyzeThenGenerate,
}

/// A riff that was accepted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Batch {
    pub(crate) id: String,
    pub(crate) formula_id: String,
    pub(crate) language: String,
    pub(crate) content_anchor: String,
    pub(crate) user_hint: String,
    pub(crate) accepted: Millis,
    /// Bytes of the video that came with it.
    pub(crate) upload_bytes: u64,
    pub(crate) mode: Mode,
    /// Who submitted it; none where it was the signed-in user.
    #[serde(default)]
    pub(crate) submitted_by: Option<String>,
    /// The product that it places; none is pure content.
    #[serde(default)]
    pub(crate) placed: Option<Placed>,
    /// One for each character, or one in Auto mode.
    pub(crate) planned: Vec<PlannedReel>,
}

/// A reel that a batch is to make; known before its task is queued.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PlannedReel {
    pub(crate) task_id: String,
    pub(crate) asset_id: String,
    pub(crate) character_id: Option<String>,
}

/// A task's kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum TaskKind {
    Analyze,
    Pipeline,
}

/// A task's status, as the contract spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum TaskStatus {
    Queued,
    Running,
    Completed,
    Failed,
    Dead,
    Cancelled,
}

/// How a task is bound to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Fate {
    Complete,
    Fail,
    /// What follows the rendering fails.
    FailLate,
    /// The video engine fails.
    FailSeedance,
    /// An image of the product can't be used.
    FailProductImage,
    /// The template's analysis is stale.
    FailStaleTemplate,
    Die,
    /// An analysis that completes, but finds no balance for the generation.
    NoBalance,
}

/// A task.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Task {
    pub(crate) id: String,
    /// The riff that it belongs to; empty where it belongs to none.
    pub(crate) batch_id: String,
    /// The template that it looks at anew; none for the tasks of riffs.
    #[serde(default)]
    pub(crate) refreshes: Option<String>,
    pub(crate) kind: TaskKind,
    pub(crate) status: TaskStatus,
    /// The reel it makes; none for an analysis.
    pub(crate) asset_id: Option<String>,
    pub(crate) character_id: Option<String>,
    pub(crate) created: Millis,
    /// The earliest moment at which it may start.
    pub(crate) ready: Millis,
    pub(crate) started: Option<Millis>,
    /// How long it runs.
    pub(crate) run_ms: Millis,
    pub(crate) finished: Option<Millis>,
    pub(crate) fate: Fate,
    /// How many of its next runs are to fail.
    #[serde(default)]
    pub(crate) failing: u32,
    pub(crate) error: Option<String>,
    pub(crate) result: Option<Value>,
}

/// A file that has been rendered, whether or not its task has ended yet.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Rendered {
    pub(crate) duration_ms: Millis,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) bytes: u64,
    /// It is the sample that the sandbox carries, not made from the source.
    pub(crate) carried: bool,
}

/// A finished reel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Asset {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) batch_id: String,
    pub(crate) task_id: String,
    pub(crate) formula_id: String,
    pub(crate) character_id: Option<String>,
    pub(crate) caption: String,
    pub(crate) hashtags: Vec<String>,
    pub(crate) language: String,
    pub(crate) created: Millis,
    #[serde(default)]
    pub(crate) product_id: Option<String>,
    /// There is a raw video from before the post-processing.
    #[serde(default)]
    pub(crate) has_raw: bool,
}

/// Sums for the judge.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Totals {
    pub(crate) upload_bytes: u64,
    pub(crate) charged_credits: i64,
    pub(crate) cookies_leaked: u64,
}

impl Records {
    /// The batch with this id.
    pub(crate) fn batch(&self, id: &str) -> Option<&Batch> {
        let mut own = self.batches.iter();
        own.find(|batch| batch.id == id)
            .or_else(|| self.past.batch(id))
    }

    /// The template with this id.
    pub(crate) fn formula(&self, id: &str) -> Option<&Formula> {
        let mut all = self.formulas.iter();
        all.find(|formula| formula.id == id)
            .or_else(|| self.templates.get(id).map(|template| &template.formula))
    }

    /// The task with this id.
    pub(crate) fn task(&self, id: &str) -> Option<&Task> {
        let mut own = self.tasks.iter();
        own.find(|task| task.id == id)
            .or_else(|| self.past.task(id))
    }

    /// All tasks, the invented past's first.
    pub(crate) fn all_tasks(&self) -> impl Iterator<Item = &Task> {
        self.past.tasks.iter().chain(&self.tasks)
    }

    /// The product with this id.
    pub(crate) fn product(&self, id: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.id == id)
    }

    /// The finished reel with this id.
    pub(crate) fn asset(&self, id: &str) -> Option<&Asset> {
        let mut own = self.assets.iter();
        own.find(|asset| asset.id == id)
            .or_else(|| self.past.asset(id))
    }

    /// What was rendered for this reel.
    pub(crate) fn rendering(&self, asset_id: &str) -> Option<&Rendered> {
        self.rendered
            .get(asset_id)
            .or_else(|| self.past.rendered(asset_id))
    }

    /// The reference material with this id.
    pub(crate) fn material(&self, id: &str) -> Option<&Material> {
        let mut all = self.materials.iter();
        all.find(|material| material.id == id)
    }

    /// Who submitted a batch.
    pub(crate) fn submitter<'a>(&'a self, batch: &'a Batch) -> &'a str {
        batch.submitted_by.as_deref().unwrap_or(&self.user.id)
    }
}
