//! The faults that meet any endpoint.

use std::time::Duration;

use reqwest::{Method, StatusCode, multipart::Form};
use sandbox::Fault;
use serde_json::Value;

use crate::bench::{Bench, CLIP, clip_form, detail, video};

#[tokio::test]
async fn an_endpoint_answers_badly_once_or_until_it_is_released() {
    let bench = Bench::new().await;
    let faults = bench.sandbox.faults();
    let status = async |path: &str| bench.call(Method::GET, path).send().await.unwrap().status();
    faults.arm_named("answer=500:/api/products").unwrap();
    detail(
        bench
            .call(Method::GET, "/api/products")
            .send()
            .await
            .unwrap(),
        500,
    )
    .await;
    assert_eq!(status("/api/products").await, StatusCode::OK);

    let always = "answer=503:GET:/api/tasks/{task_id}";
    faults.arm_named(&format!("{always}*always")).unwrap();
    for _ in 0..3 {
        assert_eq!(
            status("/api/tasks/stats").await,
            StatusCode::SERVICE_UNAVAILABLE
        );
    }
    assert_eq!(status("/api/tasks").await, StatusCode::OK);
    faults.disarm(&always.parse().unwrap());
    assert_eq!(status("/api/tasks/stats").await, StatusCode::OK);

    // An upload is read to its end before it is answered, and nothing is kept of it.
    faults.arm_named("answer=500:POST:/api/riffs").unwrap();
    let large = Form::new().part("video", video(CLIP.repeat(20)));
    detail(bench.riff(large).await, 500).await;
    faults.arm_named("answer=429:/api/assets").unwrap();
    let answer = bench.call(Method::GET, "/api/assets").send().await.unwrap();
    assert_eq!(answer.headers()["retry-after"], "7");
    assert!(bench.sandbox.books().riffs.is_empty());
}

#[tokio::test]
async fn an_undocumented_code_comes_with_an_odd_detail() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .faults()
        .arm_named("answer=418:/api/characters")
        .unwrap();
    let answer = bench.call(Method::GET, "/api/characters").send();
    let odd = detail(answer.await.unwrap(), 418).await;
    assert!(odd["pot"].is_object(), "{odd}");
}

#[tokio::test]
async fn an_endpoint_is_held_until_it_is_released() {
    let bench = Bench::new().await;
    let faults = bench.sandbox.faults();
    faults.arm_named("hold=/api/languages").unwrap();
    let held = bench.get("/api/languages");
    let released = async {
        while !faults.armed_now().is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        // Others go on meanwhile.
        bench.get("/api/settings").await;
        faults.release();
    };
    let (languages, ()) = tokio::join!(held, released);
    assert_eq!(languages[0]["code"], "en");
}

#[tokio::test]
async fn an_answer_is_held_after_the_work_is_done() {
    let bench = Bench::new().await;
    let faults = bench.sandbox.faults();
    faults.arm_named("hold-answer=POST:/api/riffs").unwrap();
    let held = bench.accepted(clip_form());
    let released = async {
        while bench.sandbox.books().riffs.is_empty() || !faults.armed_now().is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        faults.release();
    };
    let (riff, ()) = tokio::join!(held, released);
    assert_eq!(
        riff["batch_id"],
        bench.sandbox.books().riffs[0].batch_id.as_str()
    );
}

#[tokio::test]
async fn offline_is_every_connection_cut() {
    let bench = Bench::new().await;
    let faults = bench.sandbox.faults();
    let reel = bench.finished_reel().await;
    let link = format!("/api/assets/{}/link", reel["id"].as_str().unwrap());
    let link = bench.get(&link).await["url"].as_str().unwrap().to_owned();
    let offline = "cut=/{*rest}";
    faults.arm_named(&format!("{offline}*always")).unwrap();
    for path in ["/api/tasks", "/api/usage/credits", "/api/auth/me"] {
        assert!(bench.call(Method::GET, path).send().await.is_err());
    }
    assert!(bench.try_riff(clip_form()).await.is_err());
    assert!(bench.client.get(&link).send().await.is_err());
    faults.clear();
    bench.get("/api/tasks").await;
    assert_eq!(
        bench.client.get(&link).send().await.unwrap().status(),
        StatusCode::OK
    );
    assert_eq!(bench.sandbox.books().riffs.len(), 1);
}

#[tokio::test]
async fn internal_fields_can_be_exposed() {
    let bench = Bench::new().await;
    let riff = bench.accepted(clip_form()).await;
    bench.clock.pass(Duration::from_secs(101));
    let one = format!("/api/formulas/{}", riff["formula_id"].as_str().unwrap());
    bench.sandbox.faults().arm(Fault::InternalField);
    let exposed = bench.get(&one).await;
    assert!(exposed["analysis_card"].is_object());
    assert_eq!(exposed["hook_type"], "curiosity_gap");
    let clean = bench.get(&one).await;
    assert_eq!(clean["analysis_card"], Value::Null);
    assert!(clean.get("hook_type").is_none());
    bench.sandbox.faults().arm(Fault::InternalField);
    let list = bench.get("/api/formulas").await;
    assert!(list["items"][0]["hook_type"].is_string());
    assert!(list["total"].is_number());
}
