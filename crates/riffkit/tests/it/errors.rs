//! Every row of the contract's error table, and what its field notes add.

use std::time::Duration;

use riffkit::{Hooks, Limit, Problem, RiffRequest, RiffSource};
use wire::Failure;

use crate::recorded::deployment_with;

async fn refused(status: u16, headers: &[(&'static str, &'static str)], body: &str) -> Failure {
    let (api, session, _) = deployment_with(status, headers, body).await;
    let formula_id = "f-1".to_owned();
    let request = RiffRequest::new(RiffSource::Formula { formula_id });
    api.riff(&session, request, Hooks::none())
        .await
        .unwrap_err()
}

async fn problem(status: u16, body: &str) -> Problem {
    Problem::of(&refused(status, &[("content-type", "application/json")], body).await)
}

#[tokio::test]
async fn every_row_of_the_table() {
    let missing = |field: Option<&str>| Problem::Missing {
        field: field.map(str::to_owned),
    };
    let invalid = |field: Option<&str>| Problem::Invalid {
        field: field.map(str::to_owned),
    };
    let rows = [
        (
            401,
            r#"{"detail":"unauthenticated"}"#,
            Problem::Unauthenticated,
        ),
        (401, "", Problem::Unauthenticated),
        (
            400,
            r#"{"detail":"Provide exactly one of video, tiktok_url, formula_id"}"#,
            Problem::NotOneSource,
        ),
        (400, r#"{"detail":"name is required"}"#, missing(None)),
        (
            422,
            r#"{"detail":[{"loc":["body","x"],"msg":"bad","type":"value_error"},{"loc":["body","description"],"msg":"Field required","type":"missing"}]}"#,
            missing(Some("description")),
        ),
        (
            400,
            r#"{"detail":"Invalid language: xx"}"#,
            Problem::InvalidLanguage,
        ),
        (
            422,
            r#"{"detail":[{"loc":["body","language"],"msg":"nope","type":"literal_error"}]}"#,
            Problem::InvalidLanguage,
        ),
        (
            422,
            r#"{"detail":[{"loc":["query","limit"],"msg":"too many","type":"less_than_equal"}]}"#,
            invalid(Some("limit")),
        ),
        (
            400,
            r#"{"detail":"The body has a U+FFFD replacement character"}"#,
            Problem::Mangled,
        ),
        (
            400,
            r#"{"detail":"The video is longer than 45 s"}"#,
            invalid(None),
        ),
        (400, "", invalid(None)),
        (
            403,
            r#"{"detail":{"error":"subscription_required","subscribe_url":"https://x/Sub?a=%20"}}"#,
            Problem::SubscriptionRequired {
                subscribe_url: Some("https://x/Sub?a=%20".to_owned()),
            },
        ),
        (403, r#"{"detail":"Not a member"}"#, Problem::Forbidden),
        (404, r#"{"detail":"Template not found"}"#, Problem::Gone),
        (410, r#"{"detail":"Older than 24 h"}"#, Problem::Gone),
        (409, r#"{"detail":"in its last steps"}"#, Problem::Conflict),
        (413, r#"{"detail":"too large"}"#, Problem::TooLarge),
        (
            500,
            r#"{"detail":"Internal Server Error"}"#,
            Problem::Server,
        ),
        (503, "<html>", Problem::Server),
        (408, "", Problem::Server),
        (418, "", Problem::Other),
    ];
    for (status, body, expected) in rows {
        assert_eq!(problem(status, body).await, expected, "{status} {body}");
    }
    let short = problem(402, r#"{"detail":{"error":"insufficient_credits","required_credits":9,"available_credits":1,"topup_url":"https://x/up"}}"#).await;
    assert!(
        matches!(short, Problem::InsufficientCredits(missing) if missing.required_credits == Some(9.0))
    );
}

#[tokio::test]
async fn the_kinds_of_429_are_told_apart() {
    for (body, expected) in [
        (
            r#"{"detail":"Rate limit exceeded: 10 per 60 s"}"#,
            Limit::Rate,
        ),
        (
            r#"{"detail":{"error":"rate_limited","message":"daily or not"}}"#,
            Limit::Rate,
        ),
        (
            r#"{"detail":"Daily credit limit reached"}"#,
            Limit::DailyCap,
        ),
        (
            r#"{"detail":{"error":"limit_reached","daily_limit":300000,"daily_spent":300000}}"#,
            Limit::DailyCap,
        ),
        (
            r#"{"detail":{"error":"daily_cap_exceeded"}}"#,
            Limit::DailyCap,
        ),
        (r#"{"detail":"Come back later"}"#, Limit::Unsaid),
        ("", Limit::Unsaid),
    ] {
        let headers = [("content-type", "application/json"), ("retry-after", "42")];
        let answer = Problem::of(&refused(429, &headers, body).await);
        let expected = Problem::TooMany {
            of: expected,
            retry_after: Some(Duration::from_secs(42)),
        };
        assert_eq!(answer, expected, "{body}");
    }
    let silent = problem(429, r#"{"detail":"Too Many Requests"}"#).await;
    let expected = Problem::TooMany {
        of: Limit::Rate,
        retry_after: None,
    };
    assert_eq!(silent, expected);
}

#[tokio::test]
async fn what_is_no_answer_of_the_service_is_none_of_its_errors() {
    let portal = refused(200, &[("content-type", "text/html")], "<html>").await;
    assert_eq!(Problem::of(&portal), Problem::Other);
    assert_eq!(Problem::of(&Failure::Withheld), Problem::Other);
    let mangled = Failure::Mangled {
        field: "name".to_owned(),
    };
    assert_eq!(Problem::of(&mangled), Problem::Mangled);
}
