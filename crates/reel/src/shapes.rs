//! What `--json` prints. Scripts rely on these names: add, never rename.

pub mod hub;
mod limits;

use std::path::{Path, PathBuf};

use contract::{
    ActivityEntry, ClipReport, ContractVersion, DoubtSearch, Millis, OrderState, OrderView,
    ReelView, Refusal, SourceKind, Stage, TaskKind, TaskStatus, Verdict,
};
use serde::Serialize;
use serde_json::Value;
use words::Words;

pub use limits::LimitsDocument;

use crate::stop::Stop;

/// A command that did not do it.
#[derive(Debug, Serialize)]
pub struct FailureDocument {
    error: ErrorShape,
    #[serde(skip_serializing_if = "Option::is_none")]
    order_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    batch_id: Option<String>,
    /// A product that the service has all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    product_id: Option<String>,
    /// The names of its images that the service does not have.
    #[serde(skip_serializing_if = "Option::is_none")]
    images_left: Option<Vec<String>>,
    /// A project of Hubfluencer that is there all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<String>,
}

/// Why not.
#[derive(Debug, Serialize)]
pub struct ErrorShape {
    code: &'static str,
    message: String,
    next: &'static str,
    retryable: bool,
    /// The contract's name of the field that is at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    top_up_url: Option<String>,
}

impl FailureDocument {
    pub fn of(stop: &Stop, message: String) -> Self {
        let trace = stop.trace.as_ref().clone();
        let product_id = trace.product_id.map(|id| id.0);
        Self {
            error: ErrorShape {
                top_up_url: trace.top_up_url,
                ..ErrorShape::of(stop, message)
            },
            order_id: trace.order_id.map(|id| id.0),
            batch_id: trace.batch_id,
            images_left: product_id.is_some().then_some(trace.images_left),
            product_id,
            slug: trace.slug,
        }
    }
}

impl ErrorShape {
    pub fn of(stop: &Stop, message: String) -> Self {
        Self {
            code: stop.code(),
            message,
            next: stop.next().as_str(),
            retryable: stop.retryable(),
            field: stop.field().map(str::to_owned),
            top_up_url: None,
        }
    }

    fn of_refusal(refusal: &Refusal, words: &Words) -> Self {
        Self {
            code: refusal.code.as_str(),
            message: words.refusal(refusal),
            next: refusal.next.as_str(),
            retryable: refusal.retryable,
            field: None,
            top_up_url: None,
        }
    }
}

/// `reel check`.
#[derive(Debug, Serialize)]
pub struct CheckDocument {
    container: Option<String>,
    duration_seconds: Option<f64>,
    width: Option<u32>,
    height: Option<u32>,
    rotation: u16,
    video_codec: Option<String>,
    audio_codec: Option<String>,
    size_bytes: u64,
    verdict: Verdict,
    reasons: Vec<ReasonShape>,
}

#[derive(Debug, Serialize)]
struct ReasonShape {
    code: &'static str,
    message: String,
}

impl CheckDocument {
    pub fn of(report: &ClipReport, words: &Words) -> Self {
        let reasons = report
            .reasons
            .iter()
            .map(|reason| ReasonShape {
                code: reason.code.as_str(),
                message: words.reason(reason),
            })
            .collect();
        Self {
            container: report.container.clone(),
            duration_seconds: report.duration_seconds,
            width: report.width,
            height: report.height,
            rotation: report.rotation,
            video_codec: report.video_codec.clone(),
            audio_codec: report.audio_codec.clone(),
            size_bytes: report.size_bytes,
            verdict: report.verdict,
            reasons,
        }
    }
}

/// `reel login` and `reel logout`.
#[derive(Debug, Serialize)]
pub struct SessionDocument {
    pub signed_in: bool,
    pub email: Option<String>,
    pub server: String,
}

/// `reel riff`.
#[derive(Debug, Serialize)]
pub struct RiffDocument {
    pub batch_id: Option<String>,
    pub order_id: String,
    pub reels: Vec<ReelShape>,
}

/// A reel: an element of `reel riff`, and all of `reel save`.
#[derive(Debug, Serialize)]
pub struct ReelShape {
    pub asset_id: String,
    /// Where it is on this disk; null where it was not saved.
    pub path: Option<PathBuf>,
    pub caption: String,
    pub hashtags: Vec<String>,
    pub duration_seconds: Option<f64>,
}

impl ReelShape {
    pub fn of(reel: &ReelView, path: Option<&Path>) -> Self {
        Self {
            asset_id: reel.asset_id.0.clone(),
            path: path.map(Path::to_path_buf),
            caption: reel.caption.clone(),
            hashtags: reel.hashtags.clone(),
            duration_seconds: reel.duration_seconds,
        }
    }
}

/// `reel library`.
#[derive(Debug, Serialize)]
pub struct LibraryDocument {
    pub reels: Vec<LibraryReelShape>,
}

/// A reel with what the library knows besides.
#[derive(Debug, Serialize)]
pub struct LibraryReelShape {
    #[serde(flatten)]
    reel: ReelShape,
    service: contract::Service,
    title: String,
    order_id: Option<String>,
    /// Milliseconds since 1970, UTC.
    created_at: Option<Millis>,
}

impl LibraryReelShape {
    pub fn of(reel: &ReelView, path: Option<&Path>) -> Self {
        Self {
            reel: ReelShape::of(reel, path),
            service: reel.service,
            title: reel.title.clone(),
            order_id: reel.order_id.as_ref().map(|order| order.0.clone()),
            created_at: reel.created_at,
        }
    }
}

/// `reel queue`.
#[derive(Debug, Serialize)]
pub struct QueueDocument {
    pub orders: Vec<OrderShape>,
    /// Paid steps of Hubfluencer that are open.
    pub purchases: Vec<Value>,
    /// Projects that Hubfluencer works on.
    pub projects: Vec<Value>,
    /// What was saved just now.
    pub saved: Vec<Saved>,
    /// Why they could not be looked at freshly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<ErrorShape>,
}

/// A thing that was saved.
#[derive(Debug, Serialize)]
pub struct Saved {
    pub asset_id: String,
    /// The first of its files.
    pub path: PathBuf,
}

/// An order.
#[derive(Debug, Serialize)]
pub struct OrderShape {
    order_id: String,
    batch_id: Option<String>,
    state: &'static str,
    stage: Option<&'static str>,
    progress: Option<u8>,
    source: SourceShape,
    language: String,
    direction: String,
    /// What looking for one in doubt has brought.
    #[serde(flatten)]
    search: Option<DoubtSearch>,
    error: Option<ErrorShape>,
    tasks: Vec<TaskShape>,
    reels: Vec<String>,
    created_at: Millis,
    heard_at: Option<Millis>,
    ended_at: Option<Millis>,
}

#[derive(Debug, Serialize)]
struct SourceShape {
    kind: SourceKind,
    name: String,
}

#[derive(Debug, Serialize)]
struct TaskShape {
    task_id: String,
    #[serde(rename = "type")]
    kind: String,
    status: String,
    error: Option<String>,
    /// Until when it can be made again, in milliseconds since 1970, UTC; null where it can't.
    retry_until: Option<Millis>,
}

impl OrderShape {
    pub fn of(order: &OrderView, words: &Words) -> Self {
        let (stage, progress) = match &order.state {
            OrderState::Working { stage } => {
                let (name, progress) = stage_name(*stage);
                (Some(name), progress)
            }
            _ => (None, None),
        };
        let tasks = order
            .tasks
            .iter()
            .map(|task| TaskShape {
                task_id: task.task_id.0.clone(),
                kind: task_kind(&task.kind),
                status: task_status(&task.status),
                error: task.error.clone(),
                retry_until: task.retry_until,
            })
            .collect();
        Self {
            order_id: order.order_id.0.clone(),
            batch_id: order.batch_id.clone(),
            state: state_name(&order.state),
            stage,
            progress,
            source: SourceShape {
                kind: order.source.kind,
                name: order.source.name.clone(),
            },
            language: order.language.clone(),
            direction: order.direction.clone(),
            error: order
                .refusal
                .as_ref()
                .map(|refusal| ErrorShape::of_refusal(refusal, words)),
            search: match &order.state {
                OrderState::InDoubt { search } => Some(search.clone()),
                _ => None,
            },
            tasks,
            reels: order.reels.iter().map(|reel| reel.0.clone()).collect(),
            created_at: order.created_at,
            heard_at: order.heard_at,
            ended_at: order.ended_at,
        }
    }
}

/// The stable text of a state.
pub fn state_name(state: &OrderState) -> &'static str {
    match state {
        OrderState::AwaitingSignIn => "awaiting-sign-in",
        OrderState::Preparing { .. } => "preparing",
        OrderState::Sending { .. } => "sending",
        OrderState::InDoubt { .. } => "in-doubt",
        OrderState::Working { .. } => "working",
        OrderState::Ready => "ready",
        OrderState::Failed => "failed",
        OrderState::Cancelled => "cancelled",
        OrderState::Refused => "refused",
        OrderState::NotSent => "not-sent",
        OrderState::GivenUp => "given-up",
    }
}

/// The stable text of a stage, and the service's own figure.
pub fn stage_name(stage: Stage) -> (&'static str, Option<u8>) {
    match stage {
        Stage::Queued => ("queued", None),
        Stage::Analysing { progress } => ("analysing", progress),
        Stage::Analysed => ("analysed", None),
        Stage::Generating { progress } => ("generating", progress),
    }
}

/// The contract's own word, or the service's where the contract has none.
pub fn task_kind(kind: &TaskKind) -> String {
    match kind {
        TaskKind::Analyze => "analyze".to_owned(),
        TaskKind::Pipeline => "pipeline".to_owned(),
        TaskKind::Other(text) => text.clone(),
    }
}

pub fn task_status(status: &TaskStatus) -> String {
    match status {
        TaskStatus::Queued => "queued",
        TaskStatus::Running => "running",
        TaskStatus::Completed => "completed",
        TaskStatus::Failed => "failed",
        TaskStatus::Dead => "dead",
        TaskStatus::Cancelled => "cancelled",
        TaskStatus::Other(text) => text,
    }
    .to_owned()
}

/// `reel activity`.
#[derive(Debug, Serialize)]
pub struct ActivityDocument {
    pub entries: Vec<ActivityEntry>,
}

/// `reel diagnostics`.
#[derive(Debug, Serialize)]
pub struct DiagnosticsDocument {
    pub report: String,
    pub contract: ContractVersion,
}

/// Where the sandbox listens, as `reel sandbox --print-urls` prints it.
#[derive(Debug, Serialize)]
pub struct UrlsDocument {
    pub riffkit: String,
    pub hubfluencer: String,
    /// A full-access token of the sandbox's own Hubfluencer: worth nothing anywhere else.
    pub hubfluencer_token: String,
}
