//! Device authorization and the session.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use sandbox::Fault;
use serde_json::{Value, json};

use crate::bench::{Bench, detail};

const INTERVAL: Duration = Duration::from_secs(5);

#[tokio::test]
async fn authorize_answers_as_the_contract_has_it() {
    let bench = Bench::signed_out(|_| {}).await;
    let flow = bench.authorize().await;
    assert_eq!(flow["expires_in"], 600);
    assert_eq!(flow["interval"], 5);
    let page = flow["verification_uri"].as_str().unwrap();
    let complete = flow["verification_uri_complete"].as_str().unwrap();
    let code = flow["user_code"].as_str().unwrap();
    assert!(page.starts_with(bench.sandbox.riffkit_url().as_str()));
    assert_eq!(complete, format!("{page}?user_code={code}"));
    assert!(!complete.contains(flow["device_code"].as_str().unwrap()));
}

#[tokio::test]
async fn a_client_label_is_optional_and_checked() {
    let bench = Bench::signed_out(|_| {}).await;
    let send = async |body: Value| {
        let call = bench.bare(Method::POST, "/api/skill/device/authorize");
        call.json(&body).send().await.unwrap()
    };
    assert_eq!(send(json!({})).await.status(), StatusCode::OK);
    let labelled = send(json!({ "client": "reelwright-1" })).await;
    assert_eq!(labelled.status(), StatusCode::OK);
    for label in ["", "-x", "Reel", "a b", &"a".repeat(65)] {
        let entries = detail(send(json!({ "client": label })).await, 422).await;
        assert_eq!(entries[0]["loc"], json!(["body", "client"]));
    }
    detail(send(json!({ "client": "caf\u{fffd}" })).await, 400).await;
}

#[tokio::test]
async fn an_approved_sign_in_gives_one_session_once() {
    let bench = Bench::signed_out(|_| {}).await;
    let flow = bench.authorize().await;
    bench.clock.pass(INTERVAL);
    let answer = bench.poll(&flow["device_code"]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body, json!({ "status": "authorization_pending" }));

    bench.decide(&flow["user_code"], "approve").await;
    bench.clock.pass(INTERVAL);
    let body: Value = bench.poll(&flow["device_code"]).await.json().await.unwrap();
    assert_eq!(body["status"], "approved");
    let cookie = format!("vee_session={}", body["token"].as_str().unwrap());
    let me = bench
        .bare(Method::GET, "/api/auth/me")
        .header("cookie", cookie);
    let me: Value = me.send().await.unwrap().json().await.unwrap();
    assert_eq!(me["role"], "owner");
    assert_eq!(me["is_active"], true);
    assert_eq!(me["last_login_at"], "2026-06-20T12:00:10.000");

    bench.clock.pass(INTERVAL);
    let answer = bench.poll(&flow["device_code"]).await;
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body, json!({ "status": "consumed" }));
}

#[tokio::test]
async fn polling_faster_than_the_interval_is_429_and_the_flow_lives() {
    let bench = Bench::signed_out(|_| {}).await;
    let flow = bench.authorize().await;
    bench.clock.pass(Duration::from_secs(2));
    let answer = bench.poll(&flow["device_code"]).await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.headers()["retry-after"], "3");
    bench.clock.pass(Duration::from_secs(3));
    let answer = bench.poll(&flow["device_code"]).await;
    assert_eq!(answer.status(), StatusCode::OK);
}

#[tokio::test]
async fn dead_flows_are_400_with_a_body() {
    let bench = Bench::signed_out(|_| {}).await;
    let status = async |code: &Value| {
        let answer = bench.poll(code).await;
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
        let body: Value = answer.json().await.unwrap();
        body["status"].as_str().unwrap().to_owned()
    };
    assert_eq!(status(&json!("nonsense")).await, "invalid");
    let denied = bench.authorize().await;
    bench.decide(&denied["user_code"], "deny").await;
    bench.clock.pass(INTERVAL);
    assert_eq!(status(&denied["device_code"]).await, "denied");
    let late = bench.authorize().await;
    bench.clock.pass(Duration::from_secs(600));
    assert_eq!(status(&late["device_code"]).await, "expired");
    // Approving it now doesn't bring it back.
    let page = bench.decide(&late["user_code"], "approve").await;
    assert_eq!(page.status(), StatusCode::GONE);
}

#[tokio::test]
async fn a_pending_answer_may_carry_a_new_interval() {
    let bench = Bench::signed_out(|_| {}).await;
    let flow = bench.authorize().await;
    bench.sandbox.faults().arm(Fault::DeviceInterval(9));
    bench.clock.pass(INTERVAL);
    let body: Value = bench.poll(&flow["device_code"]).await.json().await.unwrap();
    assert_eq!(body["interval"], 9);
    bench.clock.pass(INTERVAL);
    let answer = bench.poll(&flow["device_code"]).await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn without_a_session_everything_is_401() {
    let bench = Bench::signed_out(|_| {}).await;
    for path in [
        "/api/auth/me",
        "/api/languages",
        "/api/settings",
        "/api/tasks",
        "/api/tasks/batch/x",
        "/api/assets",
        "/api/files/x.mp4",
        "/api/usage/credits",
        "/api/formulas",
    ] {
        let answer = bench.bare(Method::GET, path).send().await.unwrap();
        assert_eq!(detail(answer, 401).await, "unauthenticated", "{path}");
    }
    let wrong = bench.bare(Method::GET, "/api/auth/me");
    let wrong = wrong.header("cookie", "vee_session=guess").send().await;
    assert_eq!(wrong.unwrap().status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn all_sessions_can_be_made_invalid() {
    let bench = Bench::new().await;
    bench.get("/api/auth/me").await;
    bench.sandbox.faults().arm(Fault::Session401);
    for _ in 0..2 {
        let answer = bench
            .call(Method::GET, "/api/auth/me")
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn unknown_paths_and_methods_are_json() {
    let bench = Bench::new().await;
    let answer = bench
        .call(Method::GET, "/api/nothing")
        .send()
        .await
        .unwrap();
    assert_eq!(detail(answer, 404).await, "Not Found");
    let answer = bench
        .call(Method::DELETE, "/api/riffs")
        .send()
        .await
        .unwrap();
    assert_eq!(detail(answer, 405).await, "Method Not Allowed");
}
