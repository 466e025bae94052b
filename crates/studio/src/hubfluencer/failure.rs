//! From what went wrong with Hubfluencer to what a person is told.

use contract::{Code, Refusal};
use hubfluencer::Problem;
use wire::{Detail, Failure, Outage};

/// Bytes of a megabyte, as people count them.
const MEGABYTE: f64 = 1_000_000.0;

/// The refusal that a failure means. By codes and statuses alone: messages are only passed on.
pub(crate) fn refusal_of(failure: &Failure) -> Refusal {
    let refusal = match failure {
        Failure::Status { detail, .. } => answered(Problem::of(failure), detail),
        // What no service has said means the same of both.
        Failure::NoAnswer {
            kind: Outage::Offline | Outage::Timeout | Outage::Cut | Outage::Tls,
            ..
        }
        | Failure::NotTheService { .. }
        | Failure::Redirect(_)
        | Failure::Address(_)
        | Failure::Source(_)
        | Failure::Withheld
        | Failure::Mangled { .. } => crate::failure::refusal_of(failure),
    };
    refusal.of_hubfluencer()
}

fn answered(problem: Problem, detail: &Detail) -> Refusal {
    match problem {
        Problem::Unauthorized => Code::TokenRefused.into(),
        Problem::CreditsInsufficient { required, credits } => shortfall(required, credits),
        Problem::EditorFactoryLimitReached => Code::ProjectLimit.into(),
        Problem::InsufficientScope { scope } => match scope {
            Some(scope) => Refusal::new(Code::ScopeMissing).with("scope", scope),
            None => Code::ScopeMissing.into(),
        },
        Problem::NotFound => Code::NotFound.into(),
        Problem::AutopilotActive => Code::AutopilotActive.into(),
        Problem::BatchGenerationActive => Code::BatchActive.into(),
        Problem::InProgress { .. } => Code::AlreadyRunning.into(),
        Problem::Conflict { .. } => Code::NotFinishedYet.into(),
        Problem::Validation { fields } => match fields.into_iter().next() {
            Some((field, messages)) => Refusal::new(Code::FieldInvalid)
                .with("field", field)
                .with("fault", "refused")
                .with("detail", messages.join("; ")),
            None => Code::FieldInvalid.into(),
        },
        Problem::PromptRejected { category } => match category {
            Some(category) => Refusal::new(Code::PromptRejected).with("category", category),
            None => Code::PromptRejected.into(),
        },
        Problem::ScenarioPromptRequired => Code::BriefTooShort.into(),
        Problem::InvalidSegmentsCount => Code::SceneCountInvalid.into(),
        Problem::UploadQuotaExceeded(quota) => {
            let parts = [
                ("limit", quota.limit),
                ("used", quota.used),
                ("reserved", quota.reserved),
                ("remaining", quota.remaining),
            ];
            let known = parts
                .into_iter()
                .filter_map(|(name, bytes)| Some((name, bytes?)));
            known.fold(Refusal::new(Code::UploadQuota), |refusal, (name, bytes)| {
                refusal.with(name, megabytes(bytes))
            })
        }
        Problem::UploadNotReady => Code::FootageNotReady.into(),
        Problem::ProductPlacementRequiresFirstLastFrameModel => Code::PlacementUnsupported.into(),
        Problem::AssistQuotaExceeded(quota) => {
            let refusal = Refusal::new(Code::AssistsUsedUp);
            match (quota.unlock_cost, quota.unlock_batch_size) {
                (Some(cost), Some(batch)) => refusal
                    .with("cost", whole(cost))
                    .with("batch", whole(batch)),
                _ => refusal,
            }
        }
        Problem::RateLimited { retry_after } => match retry_after {
            Some(wait) => {
                Refusal::new(Code::RateLimited).with("seconds", wait.as_secs_f64().ceil())
            }
            None => Code::RateLimited.into(),
        },
        Problem::ComplianceUnavailable => Code::ScreeningDown.into(),
        Problem::Server => Code::ServiceFailed.into(),
        Problem::Other { code } => match detail.text().or(code) {
            Some(words) => Refusal::new(Code::ServiceRefused).with("detail", words),
            None => Code::ServiceRefused.into(),
        },
    }
}

fn shortfall(required: Option<u64>, credits: Option<u64>) -> Refusal {
    let refusal = Refusal::new(Code::NotEnoughCredits);
    match (required, credits) {
        (Some(required), Some(credits)) => refusal
            .with("needed", whole(required))
            .with("available", whole(credits))
            .with("short", whole(required.saturating_sub(credits))),
        _ => refusal,
    }
}

/// A count that a sentence mentions.
#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn whole(count: u64) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn megabytes(bytes: u64) -> f64 {
    (bytes as f64 / MEGABYTE).round()
}

#[cfg(test)]
mod tests {
    use contract::{NextStep, Service};
    use serde_json::json;
    use wire::Reached;

    use super::*;

    fn answered(status: u16, body: serde_json::Value) -> Refusal {
        refusal_of(&Failure::Status {
            status,
            detail: Detail::Object(body),
            retry_after: None,
            reached: Reached::MaybeSent,
        })
    }

    #[test]
    fn every_row_of_the_contracts_taxonomy_has_its_own_word_and_way_on() {
        let rows = [
            (401, json!({"error": "Unauthorized"}), Code::TokenRefused),
            (
                402,
                json!({"error": "credits_insufficient", "required": 15, "credits": 3}),
                Code::NotEnoughCredits,
            ),
            (
                402,
                json!({"error": "editor_factory_limit_reached"}),
                Code::ProjectLimit,
            ),
            (
                403,
                json!({"error": "insufficient_scope"}),
                Code::ScopeMissing,
            ),
            (
                409,
                json!({"error": "render_in_progress"}),
                Code::AlreadyRunning,
            ),
            (
                409,
                json!({"error": "autopilot_already_running"}),
                Code::AlreadyRunning,
            ),
            (
                409,
                json!({"error": "autopilot_active"}),
                Code::AutopilotActive,
            ),
            (
                409,
                json!({"error": "batch_generation_active"}),
                Code::BatchActive,
            ),
            (
                429,
                json!({"error": "ai_assist_quota_exceeded", "remaining": 0, "unlock_cost": 1, "unlock_batch_size": 10}),
                Code::AssistsUsedUp,
            ),
            (
                422,
                json!({"error": "scenario_prompt_required"}),
                Code::BriefTooShort,
            ),
            (
                422,
                json!({"error": "invalid_segments_count"}),
                Code::SceneCountInvalid,
            ),
            (
                422,
                json!({"error": "editor_upload_not_ready"}),
                Code::FootageNotReady,
            ),
            (
                422,
                json!({"error": "prompt_rejected", "code": "CONTENT_COMPLIANCE", "category": "violence"}),
                Code::PromptRejected,
            ),
            (
                422,
                json!({"errors": {"headline": ["is too long"]}}),
                Code::FieldInvalid,
            ),
            (
                503,
                json!({"error": "compliance_unavailable"}),
                Code::ScreeningDown,
            ),
            (500, json!({}), Code::ServiceFailed),
        ];
        for (status, body, code) in rows {
            let refusal = answered(status, body.clone());
            assert_eq!(refusal.code, code, "{status} {body}");
            assert_eq!(refusal.service, Service::Hubfluencer, "{status} {body}");
        }
    }

    #[test]
    fn being_out_of_credits_and_out_of_assists_lead_to_different_places() {
        let credits = answered(
            402,
            json!({"error": "credits_insufficient", "required": 15, "credits": 3}),
        );
        assert_eq!(credits.next, NextStep::OpenHubfluencer);
        assert_eq!(credits.args["short"], 12.0.into());
        let assists = answered(
            429,
            json!({"error": "ai_assist_quota_exceeded", "remaining": 0}),
        );
        assert_eq!(assists.next, NextStep::UnlockAssists);
    }

    #[test]
    fn a_quota_is_told_in_megabytes() {
        let quota = json!({"limit_bytes": 5_000_000_000_u64, "used_bytes": 4_900_000_000_u64, "reserved_bytes": 0, "remaining_bytes": 100_000_000});
        let refusal = answered(
            422,
            json!({"error": "upload_quota_exceeded", "quota": quota}),
        );
        assert_eq!(refusal.code, Code::UploadQuota);
        assert_eq!(refusal.args["remaining"], 100.0.into());
    }
}
