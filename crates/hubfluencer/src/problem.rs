//! What a failure means, by the contract's error codes. Messages are for people and never read.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;
use wire::{Detail, Failure};

/// A row of the contract's error taxonomy, or an error that its sections name.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// 401: the token is bad, expired or missing.
    Unauthorized,
    /// 402 `credits_insufficient`: not enough credits. Topping up helps, and nothing else.
    CreditsInsufficient {
        /// Credits that it takes.
        required: Option<u64>,
        /// Credits that are there.
        credits: Option<u64>,
    },
    /// 402 `editor_factory_limit_reached`: a free account has 100 projects.
    EditorFactoryLimitReached,
    /// 403 `insufficient_scope`: the token may not do this.
    InsufficientScope {
        /// What it would need, where the service says so.
        scope: Option<String>,
    },
    /// 404 or 410: it is not there, or not any more.
    NotFound,
    /// 409 `autopilot_active`: autopilot owns the timeline.
    AutopilotActive,
    /// 409 `batch_generation_active`: a batch is being made.
    BatchGenerationActive,
    /// 409 `*_in_progress`, `autopilot_already_running`: it runs already; keep polling.
    InProgress {
        /// The code.
        code: String,
    },
    /// 409 of another kind: not as it stands now.
    Conflict {
        /// The code, where there is one.
        code: Option<String>,
    },
    /// 422 `{errors: …}`: fields that have to be mended.
    Validation {
        /// What is wrong, by field.
        fields: BTreeMap<String, Vec<String>>,
    },
    /// 422 `prompt_rejected`: against the content rules; nothing is charged.
    PromptRejected {
        /// Which of them.
        category: Option<String>,
    },
    /// 422 `scenario_prompt_required`: the brief has under 10 characters.
    ScenarioPromptRequired,
    /// 422 `invalid_segments_count`: none of 0, 3, 5, 7 and 10.
    InvalidSegmentsCount,
    /// 422 `upload_quota_exceeded`, all in bytes.
    UploadQuotaExceeded(UploadQuota),
    /// 422 `editor_upload_not_ready`: the clip is still being looked at.
    UploadNotReady,
    /// 422 `product_placement_requires_first_last_frame_model`.
    ProductPlacementRequiresFirstLastFrameModel,
    /// 429 `ai_assist_quota_exceeded`: out of assists, which is not out of credits.
    AssistQuotaExceeded(AssistQuota),
    /// 429 of another kind: too many requests in a time.
    RateLimited {
        /// How long the service asks to wait.
        retry_after: Option<Duration>,
    },
    /// 503 `compliance_unavailable`: prompts can't be screened now; nothing is charged.
    ComplianceUnavailable,
    /// 5xx, 408, silence and a broken connection: the server's or the network's.
    Server,
    /// Anything else: an error that the contract doesn't have, an answer that is none of the
    /// service's, or a request that was stopped here.
    Other {
        /// The code, where there is one.
        code: Option<String>,
    },
}

/// Storage that a person may use, in bytes. What the service doesn't say is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UploadQuota {
    /// All of it.
    pub limit: Option<u64>,
    /// Used by uploads.
    pub used: Option<u64>,
    /// Held for uploads that are announced.
    pub reserved: Option<u64>,
    /// Left.
    pub remaining: Option<u64>,
}

/// Where the assists stand. What the service doesn't say is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AssistQuota {
    /// Assists left.
    pub remaining: Option<u64>,
    /// Whether more can be bought.
    pub can_unlock: Option<bool>,
    /// Credits for them.
    pub unlock_cost: Option<u64>,
    /// How many those are.
    pub unlock_batch_size: Option<u64>,
    /// When the free ones are there again.
    pub resets_at: Option<Timestamp>,
}

impl Problem {
    /// What this failure means.
    pub fn of(failure: &Failure) -> Self {
        let (status, detail, retry_after) = match failure {
            Failure::Status {
                status,
                detail,
                retry_after,
                ..
            } => (*status, detail, *retry_after),
            Failure::NoAnswer { .. } => return Self::Server,
            _ => return Self::Other { code: None },
        };
        let code = code(detail);
        if let Some(problem) = code.and_then(|code| coded(code, detail)) {
            return problem;
        }
        let code = code.map(str::to_owned);
        match status {
            401 => Self::Unauthorized,
            402 if code.is_none() || detail.get("required").is_some() => insufficient(detail),
            404 | 410 => Self::NotFound,
            409 => Self::Conflict { code },
            429 => Self::RateLimited { retry_after },
            408 | 500.. => Self::Server,
            _ => match fields(detail) {
                fields if fields.is_empty() => Self::Other { code },
                fields => Self::Validation { fields },
            },
        }
    }
}

/// The code: `error`, or what stands in it, or `code`.
fn code(detail: &Detail) -> Option<&str> {
    let error = detail.get("error");
    error
        .and_then(Value::as_str)
        .or_else(|| error?.get("code")?.as_str())
        .or_else(|| detail.get("code")?.as_str())
        .filter(|code| !code.is_empty())
}

/// What a code of the contract means, whatever the status.
fn coded(code: &str, detail: &Detail) -> Option<Problem> {
    Some(match code {
        "Unauthorized" => Problem::Unauthorized,
        "credits_insufficient" => insufficient(detail),
        "editor_factory_limit_reached" => Problem::EditorFactoryLimitReached,
        "insufficient_scope" => Problem::InsufficientScope {
            scope: scope(detail),
        },
        "autopilot_active" => Problem::AutopilotActive,
        "batch_generation_active" => Problem::BatchGenerationActive,
        "prompt_rejected" => Problem::PromptRejected {
            category: detail.get("category").and_then(lenient::text_of),
        },
        "compliance_unavailable" => Problem::ComplianceUnavailable,
        "scenario_prompt_required" => Problem::ScenarioPromptRequired,
        "invalid_segments_count" => Problem::InvalidSegmentsCount,
        "upload_quota_exceeded" => Problem::UploadQuotaExceeded(upload_quota(detail)),
        "editor_upload_not_ready" => Problem::UploadNotReady,
        "product_placement_requires_first_last_frame_model" => {
            Problem::ProductPlacementRequiresFirstLastFrameModel
        }
        "ai_assist_quota_exceeded" => Problem::AssistQuotaExceeded(AssistQuota {
            remaining: number(detail, "remaining"),
            can_unlock: detail.get("can_unlock").and_then(Value::as_bool),
            unlock_cost: number(detail, "unlock_cost"),
            unlock_batch_size: number(detail, "unlock_batch_size"),
            resets_at: detail.get("resets_at").and_then(lenient::time_of),
        }),
        running if running == "autopilot_already_running" || running.ends_with("_in_progress") => {
            Problem::InProgress {
                code: running.to_owned(),
            }
        }
        _ => return None,
    })
}

fn insufficient(detail: &Detail) -> Problem {
    Problem::CreditsInsufficient {
        required: number(detail, "required"),
        credits: number(detail, "credits"),
    }
}

fn number(detail: &Detail, name: &str) -> Option<u64> {
    whole(detail.get(name)?)
}

fn whole(value: &Value) -> Option<u64> {
    // `as` saturates, which is what a number of the service deserves.
    lenient::number_of(value).map(|number| number as u64)
}

/// The missing scope, by the names that a service may give it: one, or a list with one.
fn scope(detail: &Detail) -> Option<String> {
    let names = [
        "required_scope",
        "scope",
        "missing_scope",
        "required",
        "required_scopes",
    ];
    names.iter().find_map(|name| {
        let said = detail.get(name)?;
        lenient::text_of(said).or_else(|| lenient::text_of(said.get(0)?))
    })
}

/// The contract names the numbers and their unit; either may stand in the field's name.
fn upload_quota(detail: &Detail) -> UploadQuota {
    let read = |name: &str| {
        let quota = detail.get("quota")?;
        let said = quota
            .get(name)
            .or_else(|| quota.get(format!("{name}_bytes")));
        whole(said?)
    };
    UploadQuota {
        limit: read("limit"),
        used: read("used"),
        reserved: read("reserved"),
        remaining: read("remaining"),
    }
}

/// `{errors: {field: [msgs]}}`; a message may stand alone.
fn fields(detail: &Detail) -> BTreeMap<String, Vec<String>> {
    let Some(Value::Object(errors)) = detail.get("errors") else {
        return BTreeMap::new();
    };
    errors
        .iter()
        .map(|(field, said)| {
            let messages = match said {
                Value::Array(messages) => messages.iter().filter_map(lenient::text_of).collect(),
                one => lenient::text_of(one).into_iter().collect(),
            };
            (field.clone(), messages)
        })
        .collect()
}
