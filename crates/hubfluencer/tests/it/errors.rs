//! Every row of the contract's error taxonomy, what its sections add, and the three error shapes.

use std::collections::BTreeMap;
use std::time::Duration;

use hubfluencer::{AssistQuota, Failure, Hooks, Problem, UploadQuota};

use crate::recorded::{deployment_with, key};

async fn refused(status: u16, headers: &[(&'static str, &'static str)], body: &str) -> Failure {
    let (api, session, _) = deployment_with(status, headers, body).await;
    let name = key("k");
    let order = api.generate_short(&session, "s-1", &name, Hooks::none());
    order.await.unwrap_err()
}

async fn problem(status: u16, body: &str) -> Problem {
    Problem::of(&refused(status, &[("content-type", "application/json")], body).await)
}

fn code(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[tokio::test]
async fn every_row_of_the_taxonomy() {
    let running = |code: &str| Problem::InProgress {
        code: code.to_owned(),
    };
    let insufficient = |required, credits| Problem::CreditsInsufficient { required, credits };
    let rows = [
        (401, r#"{"error":"Unauthorized"}"#, Problem::Unauthorized),
        (
            402,
            r#"{"error":"credits_insufficient","message":"Top up","required":15,"credits":3}"#,
            insufficient(Some(15), Some(3)),
        ),
        (
            403,
            r#"{"error":"insufficient_scope"}"#,
            Problem::InsufficientScope { scope: None },
        ),
        (
            409,
            r#"{"error":"render_in_progress"}"#,
            running("render_in_progress"),
        ),
        (
            409,
            r#"{"error":"autopilot_already_running"}"#,
            running("autopilot_already_running"),
        ),
        (
            409,
            r#"{"error":"autopilot_active"}"#,
            Problem::AutopilotActive,
        ),
        (
            429,
            r#"{"error":"ai_assist_quota_exceeded","remaining":0,"can_unlock":true,"unlock_cost":1,"unlock_batch_size":10,"resets_at":"2026-06-21T00:00:00Z"}"#,
            Problem::AssistQuotaExceeded(AssistQuota {
                remaining: Some(0),
                can_unlock: Some(true),
                unlock_cost: Some(1),
                unlock_batch_size: Some(10),
                resets_at: "2026-06-21T00:00:00Z".parse().ok(),
            }),
        ),
        (
            422,
            r#"{"error":"scenario_prompt_required"}"#,
            Problem::ScenarioPromptRequired,
        ),
        (
            422,
            r#"{"errors":{"headline":["is too long","is odd"],"theme":"is deprecated"}}"#,
            Problem::Validation {
                fields: BTreeMap::from([
                    (
                        "headline".to_owned(),
                        vec!["is too long".to_owned(), "is odd".to_owned()],
                    ),
                    ("theme".to_owned(), vec!["is deprecated".to_owned()]),
                ]),
            },
        ),
    ];
    for (status, body, expected) in rows {
        assert_eq!(problem(status, body).await, expected, "{status} {body}");
        if let Some(inner) = body.strip_prefix('{') {
            let wrapped = format!(r#"{{"data":null,"meta":{{"timestamp":"t"}},{inner}"#);
            assert_eq!(problem(status, &wrapped).await, expected, "{wrapped}");
        }
    }
}

#[tokio::test]
async fn what_the_sections_add() {
    let quota = UploadQuota {
        limit: Some(5_000),
        used: Some(4_000),
        reserved: Some(500),
        remaining: Some(500),
    };
    let rows = [
        (
            402,
            r#"{"error":"editor_factory_limit_reached"}"#,
            Problem::EditorFactoryLimitReached,
        ),
        (
            403,
            r#"{"error":"insufficient_scope","required_scope":"video:generate"}"#,
            Problem::InsufficientScope {
                scope: code("video:generate"),
            },
        ),
        (
            403,
            r#"{"error":"insufficient_scope","required":["account:admin"]}"#,
            Problem::InsufficientScope {
                scope: code("account:admin"),
            },
        ),
        (
            409,
            r#"{"error":"batch_generation_active"}"#,
            Problem::BatchGenerationActive,
        ),
        (
            422,
            r#"{"error":"prompt_rejected","code":"CONTENT_COMPLIANCE","category":"violence"}"#,
            Problem::PromptRejected {
                category: code("violence"),
            },
        ),
        (
            503,
            r#"{"error":"compliance_unavailable"}"#,
            Problem::ComplianceUnavailable,
        ),
        (
            422,
            r#"{"error":"upload_quota_exceeded","quota":{"limit":5000,"used":4000,"reserved":500,"remaining":500}}"#,
            Problem::UploadQuotaExceeded(quota),
        ),
        (
            422,
            r#"{"error":"upload_quota_exceeded","quota":{"limit_bytes":5000,"used_bytes":4000,"reserved_bytes":500,"remaining_bytes":500}}"#,
            Problem::UploadQuotaExceeded(quota),
        ),
        (
            422,
            r#"{"error":"upload_quota_exceeded"}"#,
            Problem::UploadQuotaExceeded(UploadQuota::default()),
        ),
        (
            422,
            r#"{"error":"editor_upload_not_ready"}"#,
            Problem::UploadNotReady,
        ),
        (
            422,
            r#"{"error":"invalid_segments_count"}"#,
            Problem::InvalidSegmentsCount,
        ),
        (
            422,
            r#"{"error":"product_placement_requires_first_last_frame_model"}"#,
            Problem::ProductPlacementRequiresFirstLastFrameModel,
        ),
        (
            429,
            r#"{"error":"ai_assist_quota_exceeded"}"#,
            Problem::AssistQuotaExceeded(AssistQuota::default()),
        ),
    ];
    for (status, body, expected) in rows {
        assert_eq!(problem(status, body).await, expected, "{status} {body}");
    }
}

#[tokio::test]
async fn an_error_without_a_code_is_known_by_its_status_and_never_by_its_words() {
    let other = |code: Option<&str>| Problem::Other {
        code: code.map(str::to_owned),
    };
    let rows = [
        (401, "", Problem::Unauthorized),
        (
            402,
            r#"{"message":"editor_factory_limit_reached"}"#,
            Problem::CreditsInsufficient {
                required: None,
                credits: None,
            },
        ),
        (402, r#"{"error":"plan_ended"}"#, other(Some("plan_ended"))),
        (403, r#"{"message":"insufficient_scope"}"#, other(None)),
        (404, r#"{"error":"not_found"}"#, Problem::NotFound),
        (410, "<html>", Problem::NotFound),
        (409, "", Problem::Conflict { code: None }),
        (
            409,
            r#"{"error":"slider_not_completed","message":"autopilot_active"}"#,
            Problem::Conflict {
                code: code("slider_not_completed"),
            },
        ),
        (
            422,
            r#"{"error":{"code":"odd","message":"…"}}"#,
            other(Some("odd")),
        ),
        (422, r#"{"errors":[]}"#, other(None)),
        (500, r#"{"error":"Internal Server Error"}"#, Problem::Server),
        (503, "<html>", Problem::Server),
        (408, "", Problem::Server),
        (418, "", other(None)),
    ];
    for (status, body, expected) in rows {
        assert_eq!(problem(status, body).await, expected, "{status} {body}");
    }
    let headers = [("content-type", "application/json"), ("retry-after", "42")];
    for body in [r#"{"error":"rate_limited"}"#, ""] {
        let limited = Problem::of(&refused(429, &headers, body).await);
        let expected = Problem::RateLimited {
            retry_after: Some(Duration::from_secs(42)),
        };
        assert_eq!(limited, expected, "{body}");
    }
    assert_eq!(Problem::of(&Failure::Withheld), other(None));
    let portal = refused(200, &[("content-type", "text/html")], "<html>").await;
    assert_eq!(Problem::of(&portal), other(None));
}
