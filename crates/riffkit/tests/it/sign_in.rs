//! Sign-in: every answer that a poll can have.

use std::time::Duration;

use riffkit::PollAnswer;

use crate::recorded::{deployment, deployment_with};

const AUTHORIZED: &str = r#"{"device_code":"d-s3cret","user_code":"ABCD-1234",
    "verification_uri":"https://riffkit.ai/link","verification_uri_complete":"https://riffkit.ai/link?code=ABCD-1234",
    "expires_in":600,"interval":5}"#;

#[tokio::test]
async fn authorize_gives_the_link_and_hides_the_code() {
    let (api, _, recorded) = deployment(200, AUTHORIZED).await;
    let flow = api.authorize(Some("reelwright")).await.unwrap();
    assert_eq!(
        (
            flow.user_code.as_str(),
            flow.expires_in.as_secs(),
            flow.interval.as_secs()
        ),
        ("ABCD-1234", 600, 5)
    );
    assert_eq!(
        flow.verification_uri_complete,
        "https://riffkit.ai/link?code=ABCD-1234"
    );
    assert!(!format!("{flow:?}").contains("d-s3cret"));
    let asked = recorded.asked();
    assert_eq!(
        (asked.uri.as_str(), asked.body.as_str()),
        ("/api/skill/device/authorize", r#"{"client":"reelwright"}"#)
    );
    assert!(!asked.headers.contains_key("cookie"));
    api.authorize(None).await.unwrap();
    assert_eq!(recorded.asked().body, "");
}

async fn poll(status: u16, body: &'static str) -> Result<PollAnswer, wire::Failure> {
    let (starting, _, _) = deployment(200, AUTHORIZED).await;
    let code = starting.authorize(None).await.unwrap().device_code;
    let (api, _, recorded) = deployment(status, body).await;
    let answer = api.poll_token(&code).await;
    assert_eq!(recorded.asked().body, r#"{"device_code":"d-s3cret"}"#);
    answer
}

#[tokio::test]
async fn the_dead_statuses_come_as_200_and_as_400() {
    for status in [200, 400] {
        assert!(matches!(
            poll(status, r#"{"status":"expired"}"#).await,
            Ok(PollAnswer::Expired)
        ));
        assert!(matches!(
            poll(status, r#"{"status":"denied"}"#).await,
            Ok(PollAnswer::Denied)
        ));
        assert!(matches!(
            poll(status, r#"{"status":"invalid"}"#).await,
            Ok(PollAnswer::Invalid)
        ));
        assert!(matches!(
            poll(status, r#"{"status":"consumed"}"#).await,
            Ok(PollAnswer::Consumed)
        ));
    }
    assert!(matches!(
        poll(400, r#"{"detail":{"status":"denied"}}"#).await,
        Ok(PollAnswer::Denied)
    ));
    assert!(
        matches!(poll(400, r#"{"detail":"bad body"}"#).await, Err(failure) if failure.status() == Some(400))
    );
}

#[tokio::test]
async fn pending_may_change_the_pace_and_unknown_words_are_kept() {
    assert!(matches!(
        poll(200, r#"{"status":"authorization_pending"}"#).await,
        Ok(PollAnswer::Pending { interval: None })
    ));
    let slower = poll(200, r#"{"status":"authorization_pending","interval":8}"#).await;
    assert!(
        matches!(slower, Ok(PollAnswer::Pending { interval: Some(pause) }) if pause == Duration::from_secs(8))
    );
    assert!(
        matches!(poll(200, r#"{"status":"slow_down"}"#).await, Ok(PollAnswer::Other(word)) if word == "slow_down")
    );
}

#[tokio::test]
async fn approval_brings_a_session_that_is_never_printed() {
    let answer = poll(200, r#"{"status":"approved","token":"vee-abc"}"#)
        .await
        .unwrap();
    assert!(!format!("{answer:?}").contains("vee-abc"));
    let PollAnswer::Approved(session) = answer else {
        panic!("approved")
    };
    assert_eq!(session.token().expose(), "vee-abc");
    for broken in [
        r#"{"status":"approved"}"#,
        r#"{"status":"approved","token":"a; b=c"}"#,
    ] {
        assert!(matches!(
            poll(200, broken).await,
            Err(wire::Failure::NotTheService { .. })
        ));
    }
}

#[tokio::test]
async fn too_fast_is_not_dead_and_a_proxy_is() {
    let (starting, _, _) = deployment(200, AUTHORIZED).await;
    let code = starting.authorize(None).await.unwrap().device_code;
    let (busy, _, _) = deployment_with(429, &[("retry-after", "9")], "").await;
    let answer = busy.poll_token(&code).await;
    assert!(
        matches!(answer, Ok(PollAnswer::Wait { retry_after: Some(wait) }) if wait.as_secs() == 9)
    );
    let (proxy, _, _) = deployment_with(
        403,
        &[("content-type", "text/html")],
        "<html>blocked</html>",
    )
    .await;
    assert!(matches!(proxy.poll_token(&code).await, Err(failure) if failure.status() == Some(403)));
}
