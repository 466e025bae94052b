//! Hubfluencer's account: tokens and what they may do, credits, assists, and replays.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use sandbox::{Fault, Sandbox};
use serde_json::{Value, json};

use crate::{
    bench::Bench,
    hub_bench::{data, refusal},
};

impl Bench {
    /// A token with these scopes.
    async fn token(&self, scopes: &[&str]) -> String {
        let form = json!({ "name": "agent", "scopes": scopes });
        let made = self.hub_made("/api/tokens", form).await;
        made["token"].as_str().unwrap().to_owned()
    }

    /// The status of a call with this token.
    async fn status_with(&self, token: &str, method: Method, path: &str) -> StatusCode {
        let call = self.hub_bare(method, path).bearer_auth(token);
        call.json(&json!({})).send().await.unwrap().status()
    }
}

#[tokio::test]
async fn a_token_is_shown_once_used_listed_and_revoked() {
    let bench = Bench::signed_out(|_| {}).await;
    let made = bench.hub_made("/api/tokens", json!({ "name": "CI" })).await;
    assert_eq!(made["scopes"], json!(["video:generate", "video:read"]));
    let token = made["token"].as_str().unwrap();
    assert!(token.starts_with("hf_pat_"));
    bench.clock.pass(Duration::from_secs(60));
    let credits = bench
        .status_with(token, Method::GET, "/api/studio/credits")
        .await;
    assert_eq!(credits, StatusCode::OK);
    let listed = bench.hub_get("/api/tokens").await;
    assert_eq!(listed[0]["name"], "CI");
    assert_eq!(listed[0]["last_used_at"], "2026-06-20T12:01:00Z");
    assert_eq!(listed[1]["scopes"], json!(["*"]));
    assert!(!listed.to_string().contains(token));
    let records = std::fs::read_to_string(bench.data().join("hubfluencer.json")).unwrap();
    assert!(!records.contains(token), "only a digest of it is kept");

    let path = format!("/api/tokens/{}", made["id"]);
    let gone = bench.hub(Method::DELETE, &path).send().await.unwrap();
    assert_eq!(gone.status(), StatusCode::NO_CONTENT);
    let again = bench.hub(Method::DELETE, &path).send().await.unwrap();
    assert_eq!(refusal(again, 404).await["error"], "not_found");
    let call = bench
        .hub_bare(Method::GET, "/api/studio/credits")
        .bearer_auth(token);
    let refused = refusal(call.send().await.unwrap(), 401).await;
    assert_eq!(refused, json!({ "error": "Unauthorized" }));
}

#[tokio::test]
async fn each_scope_allows_its_own_and_no_more() {
    let bench = Bench::signed_out(|_| {}).await;
    let calls = [
        (Method::GET, "/api/sliders", "video:read"),
        (Method::GET, "/api/ai-assists", "video:read"),
        (Method::POST, "/api/sliders", "video:generate"),
        (Method::POST, "/api/ai-assists/unlock", "video:generate"),
        (Method::GET, "/api/tokens", "account:admin"),
        (Method::POST, "/api/tokens", "account:admin"),
    ];
    for scope in ["video:read", "video:generate", "account:admin"] {
        let token = bench.token(&[scope]).await;
        for (method, path, needed) in &calls {
            let call = bench.hub_bare(method.clone(), path).bearer_auth(&token);
            let answer = call.json(&json!({})).send().await.unwrap();
            if *needed == scope {
                assert!(answer.status().is_success(), "{scope} {path}");
            } else {
                let refused = refusal(answer, 403).await;
                assert_eq!(refused["error"], "insufficient_scope");
                assert!(refused["message"].as_str().unwrap().contains(needed));
            }
        }
    }
    let wrong = bench
        .hub_post("/api/tokens", json!({ "scopes": ["video:delete"] }))
        .await;
    assert!(refusal(wrong, 422).await["errors"]["scopes"].is_array());
}

#[tokio::test]
async fn whoever_has_no_token_learns_nothing() {
    let bench = Bench::signed_out(|_| {}).await;
    for path in ["/api/sliders", "/api/studio/credits", "/api/tokens"] {
        let answer = bench.hub_bare(Method::GET, path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{path}");
        let wrong = bench.status_with("hf_pat_no", Method::GET, path).await;
        assert_eq!(wrong, StatusCode::UNAUTHORIZED);
    }
    let nowhere = bench.hub(Method::GET, "/api/nowhere").send().await.unwrap();
    assert_eq!(refusal(nowhere, 404).await["error"], "not_found");
}

#[tokio::test]
async fn a_success_comes_in_its_envelope() {
    let bench = Bench::signed_out(|setup| setup.hub_credits = 7).await;
    let call = bench.hub(Method::GET, "/api/studio/credits");
    let answer: Value = call.send().await.unwrap().json().await.unwrap();
    let meta = json!({ "timestamp": "2026-06-20T12:00:00Z" });
    assert_eq!(
        answer,
        json!({ "data": { "credits": 7 }, "error": null, "meta": meta })
    );
}

#[tokio::test]
async fn assists_are_bought_in_batches_until_midnight() {
    let bench = Bench::signed_out(|setup| setup.hub_credits = 2).await;
    let fresh = bench.hub_get("/api/ai-assists").await;
    let expected = json!({
        "used": 0, "limit": 20, "bonus": 0, "remaining": 20,
        "resets_at": "2026-06-21T00:00:00Z", "unlock_cost": 1, "unlock_batch_size": 10,
    });
    assert_eq!(fresh, expected);
    for bonus in [10, 20] {
        let status = bench.hub_made("/api/ai-assists/unlock", json!({})).await;
        assert_eq!(status["bonus"], bonus);
        assert_eq!(status["remaining"], 20 + bonus);
    }
    let refused = bench.hub_post("/api/ai-assists/unlock", json!({})).await;
    let refused = refusal(refused, 402).await;
    assert_eq!(refused["error"], "credits_insufficient");
    assert_eq!(refused["required"], 1);
    assert_eq!(refused["credits"], 0);
    bench.clock.pass(Duration::from_secs(12 * 60 * 60));
    let next = bench.hub_get("/api/ai-assists").await;
    assert_eq!(next["remaining"], 20);
    assert_eq!(next["resets_at"], "2026-06-22T00:00:00Z");
}

#[tokio::test]
async fn a_key_gives_the_first_success_again_for_a_day() {
    let bench = Bench::signed_out(|setup| setup.hub_credits = 5).await;
    let unlock = |key: &'static str| {
        let call = bench.hub(Method::POST, "/api/ai-assists/unlock");
        call.header("Idempotency-Key", key).send()
    };
    bench.sandbox.faults().arm(Fault::Hub402);
    assert_eq!(unlock("a").await.unwrap().status(), 402);
    let first = data(unlock("a").await.unwrap()).await;
    assert_eq!(first["bonus"], 10, "a refusal is not kept");
    assert_eq!(data(unlock("a").await.unwrap()).await, first);
    assert_eq!(data(unlock("b").await.unwrap()).await["bonus"], 20);
    let books = bench.sandbox.hub_books();
    assert_eq!((books.charged(), books.replays), (2, 1));

    let bench = bench.restart().await;
    let call = bench.hub(Method::POST, "/api/ai-assists/unlock");
    let again = call.header("Idempotency-Key", "a").send().await.unwrap();
    assert_eq!(data(again).await, first);
    bench.clock.pass(Duration::from_secs(24 * 60 * 60));
    let call = bench.hub(Method::POST, "/api/ai-assists/unlock");
    let anew = call.header("Idempotency-Key", "a").send().await.unwrap();
    assert_eq!(data(anew).await["bonus"], 10);
    assert_eq!(bench.sandbox.hub_books().charged(), 3);
}

#[tokio::test]
async fn a_lost_answer_was_handled_and_is_given_again() {
    let bench = Bench::signed_out(|_| {}).await;
    let lost = "lose-answer=POST:/api/ai-assists/unlock";
    bench.sandbox.faults().arm_named(lost).unwrap();
    let unlock = || {
        let call = bench.hub(Method::POST, "/api/ai-assists/unlock");
        call.header("Idempotency-Key", "only").send()
    };
    assert!(unlock().await.is_err());
    assert_eq!(bench.sandbox.hub_books().charged(), 1);
    assert_eq!(data(unlock().await.unwrap()).await["bonus"], 10);
    assert_eq!(bench.sandbox.hub_books().charged(), 1);
}

#[tokio::test]
async fn faults_that_meet_any_endpoint_speak_hubfluencers_shapes() {
    let bench = Bench::signed_out(|_| {}).await;
    let faults = bench.sandbox.faults();
    faults
        .arm_named("answer=503:GET:/api/studio/credits")
        .unwrap();
    let call = || bench.hub(Method::GET, "/api/studio/credits").send();
    let refused = refusal(call().await.unwrap(), 503).await;
    assert_eq!(refused["error"], "Service Unavailable");
    faults.arm_named("cut=/api/studio/credits").unwrap();
    assert!(call().await.is_err());
    faults.arm(Fault::Hub401);
    assert_eq!(call().await.unwrap().status(), 401);
    assert_eq!(call().await.unwrap().status(), 200);
}

#[tokio::test]
async fn the_ready_token_and_the_port_outlive_a_restart() {
    let bench = Bench::signed_out(|_| {}).await;
    let (url, token) = (
        bench.sandbox.hubfluencer_url(),
        bench.sandbox.hubfluencer_token(),
    );
    let attached = Sandbox::attach_or_start(bench.setup()).await.unwrap();
    assert_eq!(attached.hubfluencer_url(), url);
    assert_eq!(attached.hubfluencer_token(), token);
    assert!(!format!("{attached:?}").contains(&token));
    let bench = bench.restart().await;
    assert_eq!(bench.sandbox.hubfluencer_url(), url);
    assert_eq!(bench.sandbox.hubfluencer_token(), token);
    assert_ne!(url.port(), bench.sandbox.riffkit_url().port());
    assert_ne!(url.port(), bench.sandbox.objects_url().port());
    let listed = bench.hub_get("/api/tokens").await;
    assert_eq!(listed.as_array().unwrap().len(), 1);

    let path = format!("/api/tokens/{}", listed[0]["id"]);
    bench.hub(Method::DELETE, &path).send().await.unwrap();
    let bench = bench.restart().await;
    assert_ne!(bench.sandbox.hubfluencer_token(), token);
    bench.hub_get("/api/tokens").await;
}

#[cfg(unix)]
#[tokio::test]
async fn what_holds_the_token_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;

    let bench = Bench::signed_out(|_| {}).await;
    for file in ["running.json", "hubfluencer.json"] {
        let mode = std::fs::metadata(bench.data().join(file)).unwrap();
        assert_eq!(mode.permissions().mode() & 0o777, 0o600, "{file}");
    }
}

#[tokio::test]
async fn credentials_at_the_wrong_service_are_noted() {
    let bench = Bench::new().await;
    bench.hub_get("/api/studio/credits").await;
    bench.get("/api/auth/me").await;
    assert_eq!(bench.sandbox.books().tokens_astray, 0);
    assert_eq!(bench.sandbox.hub_books().cookies_astray, 0);
    let cookie = format!("vee_session={}", bench.session);
    let call = bench.hub(Method::GET, "/api/studio/credits");
    call.header("cookie", cookie).send().await.unwrap();
    let call = bench.call(Method::GET, "/api/auth/me");
    call.bearer_auth("hf_pat_x").send().await.unwrap();
    assert_eq!(bench.sandbox.books().tokens_astray, 1);
    assert_eq!(bench.sandbox.hub_books().cookies_astray, 1);
}

#[tokio::test]
async fn a_used_up_quota_is_not_a_matter_of_credits() {
    let bench = Bench::signed_out(|setup| {
        setup.hub_assists = 2;
        setup.hub_credits = 1;
    })
    .await;
    let brief = json!({ "product_prompt": "A quiet alarm clock" });
    let short = bench.hub_made("/api/shorts", brief).await;
    let path = format!("/api/shorts/{}", short["slug"].as_str().unwrap());
    let assist = format!("{path}/text/generate");
    for _ in 0..2 {
        bench.hub_made(&assist, json!({})).await;
    }
    let refused = refusal(bench.hub_post(&assist, json!({})).await, 429).await;
    assert_eq!(refused["error"], "ai_assist_quota_exceeded");
    assert_eq!(refused["remaining"], 0);
    assert_eq!(refused["can_unlock"], true);
    assert_eq!(refused["unlock_cost"], 1);
    assert_eq!(refused["unlock_batch_size"], 10);
    bench.hub_made("/api/ai-assists/unlock", json!({})).await;
    bench.hub_made(&assist, json!({})).await;
    let status = bench.hub_get("/api/ai-assists").await;
    assert_eq!(
        (&status["used"], &status["remaining"]),
        (&json!(3), &json!(9))
    );
    bench.sandbox.faults().arm(Fault::AssistQuota);
    let refused = refusal(bench.hub_post(&assist, json!({})).await, 429).await;
    assert_eq!(refused["can_unlock"], false, "no credit is left for it");
    assert_eq!(bench.sandbox.hub_books().assists_used, 3);
    assert_eq!(bench.sandbox.hub_books().charged(), 1);
}
