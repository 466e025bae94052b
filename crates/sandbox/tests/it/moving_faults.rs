//! The faults of a service that answers, but not as the contract has it.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use sandbox::Fault;
use serde_json::Value;

use crate::bench::{Bench, clip_form, detail};

#[tokio::test]
async fn every_answer_is_dated_by_the_services_own_clock_however_wrong_that_is() {
    let bench = Bench::new().await;
    // A sign-in took five seconds.
    let dates = async || {
        let riffkit = bench.call(Method::GET, "/api/tasks").send().await.unwrap();
        let hub = bench
            .hub(Method::GET, "/api/studio/credits")
            .send()
            .await
            .unwrap();
        let storage = bench
            .client
            .get(bench.sandbox.objects_url())
            .send()
            .await
            .unwrap();
        [riffkit, hub, storage].map(|answer| answer.headers()["date"].to_str().unwrap().to_owned())
    };
    assert_eq!(dates().await, ["Sat, 20 Jun 2026 12:00:05 GMT"; 3]);
    let faults = bench.sandbox.faults();
    faults.arm_named("clock-skew=-3600").unwrap();
    assert_eq!(dates().await, ["Sat, 20 Jun 2026 11:00:05 GMT"; 3]);
    let riff = bench.accepted(clip_form()).await;
    let batch = format!("/api/tasks/batch/{}", riff["batch_id"].as_str().unwrap());
    let created = bench.get(&batch).await["tasks"][0]["created_at"].take();
    assert_eq!(created, "2026-06-20T11:00:05.000");
    faults.clear();
    assert_eq!(dates().await, ["Sat, 20 Jun 2026 12:00:05 GMT"; 3]);
}

#[tokio::test]
async fn a_batch_vanishes_and_comes_back_with_what_it_made() {
    let bench = Bench::new().await;
    let riff = bench.accepted(clip_form()).await;
    let batch = format!("/api/tasks/batch/{}", riff["batch_id"].as_str().unwrap());
    bench.sandbox.faults().arm(Fault::BatchVanishes);
    for _ in 0..2 {
        detail(bench.call(Method::GET, &batch).send().await.unwrap(), 404).await;
        assert_eq!(bench.get("/api/tasks").await, Value::Array(Vec::new()));
    }
    bench.clock.pass(Duration::from_secs(101));
    bench.sandbox.faults().clear();
    assert_eq!(bench.get(&batch).await["completed"], 2);
}

#[tokio::test]
async fn a_task_goes_backwards_once_it_has_moved() {
    let bench = Bench::new().await;
    let riff = bench.accepted(clip_form()).await;
    let batch = format!("/api/tasks/batch/{}", riff["batch_id"].as_str().unwrap());
    let faults = bench.sandbox.faults();
    faults.arm_named("task-backwards=1").unwrap();
    // Nothing has moved yet: it stays armed.
    assert_eq!(bench.get(&batch).await["completed"], 0);
    bench.clock.pass(Duration::from_secs(101));
    let back = bench.get(&batch).await;
    assert_eq!(
        (&back["completed"], &back["running"]),
        (&0.into(), &2.into())
    );
    assert_eq!(back["tasks"][1]["status"], "running");
    assert_eq!(back["tasks"][1]["result"], Value::Null);
    let honest = bench.get(&batch).await;
    assert_eq!(honest["completed"], 2);
    assert_eq!(honest["tasks"][1]["progress"], 100);
}

#[tokio::test]
async fn a_429_may_say_nothing_of_when_to_come_back() {
    let bench = Bench::new().await;
    let faults = bench.sandbox.faults();
    faults.arm_named("bare-429=GET:/api/tasks").unwrap();
    let answer = bench.call(Method::GET, "/api/tasks").send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(!answer.headers().contains_key("retry-after"));
    faults.arm_named("bare-429=/api/studio/credits").unwrap();
    let answer = bench
        .hub(Method::GET, "/api/studio/credits")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(!answer.headers().contains_key("retry-after"));
}

#[tokio::test]
async fn an_order_is_taken_and_its_answer_distorted() {
    let bench = Bench::new().await;
    let faults = bench.sandbox.faults();
    let riff = "answer-body=malformed:POST:/api/riffs";
    faults.arm_named(riff).unwrap();
    let answer = bench.riff(clip_form()).await;
    assert!(answer.status().is_success());
    assert!(answer.json::<Value>().await.is_err());
    assert_eq!(bench.sandbox.books().riffs.len(), 1);

    faults
        .arm_named("answer-body=missing-fields:/api/studio/credits")
        .unwrap();
    let emptied = bench.hub_get("/api/studio/credits").await;
    assert_eq!(
        emptied.as_object().map(serde_json::Map::len),
        Some(0),
        "{emptied}"
    );

    faults.arm_named("answer-body=huge:/api/tasks").unwrap();
    let mut huge = bench.call(Method::GET, "/api/tasks").send().await.unwrap();
    let mut length = 0;
    while let Some(piece) = huge.chunk().await.unwrap() {
        length += piece.len();
    }
    assert!(length > 256 * 1024 * 1024, "{length}");
    // A refusal has nothing to distort.
    faults
        .arm_named("answer-body=empty:/api/tasks/{task_id}")
        .unwrap();
    let unknown = bench
        .call(Method::GET, "/api/tasks/none")
        .send()
        .await
        .unwrap();
    detail(unknown, 404).await;
}
