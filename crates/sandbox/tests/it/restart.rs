//! One process per folder, and nothing forgotten.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use sandbox::{Attachment, Fault, Sandbox, StartError};
use serde_json::Value;

use crate::bench::{Bench, batch_path, clip_form};

#[tokio::test]
async fn a_restart_forgets_nothing() {
    let bench = Bench::new().await;
    let url = bench.sandbox.riffkit_url();
    let flow = bench.authorize().await;
    bench.decide(&flow["user_code"], "approve").await;
    let riff = bench.accepted(clip_form()).await;
    bench.clock.pass(Duration::from_secs(50));
    let before = bench.sandbox.books();

    let bench = bench.restart().await;
    assert_eq!(bench.sandbox.riffkit_url(), url, "the ports are kept");
    bench.get("/api/auth/me").await;
    let answer = bench.poll(&flow["device_code"]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let after = bench.sandbox.books();
    assert_eq!(after.riffs, before.riffs);
    assert_eq!(after.upload_bytes, before.upload_bytes);
    let batch = bench.get(&batch_path(&riff)).await;
    assert_eq!(batch["running"], 1);

    bench.clock.pass(Duration::from_secs(51));
    let bench = bench.restart().await;
    let batch = bench.get(&batch_path(&riff)).await;
    assert_eq!(batch["completed"], 2);
    assert_eq!(batch["tasks"][1]["finished_at"], "2026-06-20T12:01:45.000");
}

#[tokio::test]
async fn secrets_are_not_on_disk() {
    let bench = Bench::new().await;
    let flow = bench.authorize().await;
    let records = std::fs::read_to_string(bench.data().join("records.json")).unwrap();
    assert!(!records.contains(&bench.session));
    assert!(!records.contains(flow["device_code"].as_str().unwrap()));
}

#[tokio::test]
async fn a_folder_has_one_process_and_others_find_it() {
    let bench = Bench::new().await;
    let second = Sandbox::start(bench.setup()).await;
    assert!(matches!(second, Err(StartError::Busy(_))));
    let attached = Sandbox::attach_or_start(bench.setup()).await.unwrap();
    assert!(matches!(attached, Attachment::Other(_)));
    assert_eq!(attached.riffkit_url(), bench.sandbox.riffkit_url());
    attached.stop().await;
    bench.get("/api/auth/me").await;
    let setup = bench.setup();
    bench.sandbox.stop().await;
    assert!(!setup.data.join("running.json").exists());
    let own = Sandbox::attach_or_start(setup).await.unwrap();
    assert!(matches!(own, Attachment::Own(_)));
    own.stop().await;
}

#[tokio::test]
async fn a_stop_does_not_wait_for_those_who_hold_a_connection() {
    let bench = Bench::new().await;
    bench.sandbox.faults().arm(Fault::HoldRiffAnswer);
    let faults = bench.sandbox.faults().clone();
    let call = bench
        .call(Method::POST, "/api/riffs")
        .multipart(clip_form());
    let held = tokio::spawn(call.send());
    while !faults.armed_now().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let began = std::time::Instant::now();
    let bench = bench.restart().await;
    assert!(began.elapsed() < Duration::from_secs(2));
    assert!(held.await.unwrap().is_err());
    assert_eq!(bench.sandbox.books().riffs.len(), 1);
}

#[tokio::test]
async fn it_listens_on_loopback_only() {
    let bench = Bench::new().await;
    assert_eq!(bench.sandbox.riffkit_url().host_str(), Some("127.0.0.1"));
    assert_eq!(bench.sandbox.storage_url().host_str(), Some("127.0.0.1"));
    assert_ne!(
        bench.sandbox.riffkit_url().port(),
        bench.sandbox.storage_url().port()
    );
}

/// Takes fields away that the first version did not write.
fn without(value: &mut Value, fields: &[&str]) {
    match value {
        Value::Object(entries) => {
            entries.retain(|name, _| !fields.contains(&name.as_str()));
            entries
                .values_mut()
                .for_each(|value| without(value, fields));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| without(item, fields)),
        _ => {}
    }
}

#[tokio::test]
async fn the_records_of_the_first_version_are_read() {
    let bench = Bench::new().await;
    let reel = bench.finished_reel().await;
    let path = bench.data().join("records.json");
    let setup = bench.setup();
    let session = bench.session.clone();
    bench.sandbox.stop().await;
    let mut records: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let later = [
        "products",
        "staleness",
        "template_uses",
        "charges",
        "materials",
        "refreshes",
        "failing",
        "placed",
        "submitted_by",
        "stale",
        "has_raw",
    ];
    without(&mut records, &later);
    std::fs::write(&path, records.to_string()).unwrap();
    let sandbox = Sandbox::start(setup).await.unwrap();
    let address = sandbox.riffkit_url().join("/api/assets").unwrap();
    let cookie = format!("vee_session={session}");
    let call = bench.client.get(address).header("cookie", cookie);
    let assets: Value = call.send().await.unwrap().json().await.unwrap();
    assert_eq!(assets[0]["id"], reel["id"]);
}
