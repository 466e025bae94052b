//! What needs a session, judged by the service's own description.

use reqwest::Method;
use sandbox::Sandbox;
use serde_json::Value;

use crate::bench::{Bench, detail};

#[tokio::test]
async fn every_endpoint_that_needs_a_session_refuses_without_one() {
    let bench = Bench::signed_out(|_| {}).await;
    let document: Value = serde_json::from_str(&Sandbox::openapi()).unwrap();
    let mut asked = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        let parts = path.split('/').map(|part| match part.strip_prefix('{') {
            Some(_) => "nothing",
            None => part,
        });
        let address = parts.collect::<Vec<&str>>().join("/");
        for (method, operation) in item.as_object().unwrap() {
            if operation["security"].is_null() {
                continue;
            }
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let call = bench
                .bare(method.clone(), &address)
                .header("cookie", "vee_session=forged");
            let why = detail(call.send().await.unwrap(), 401).await;
            assert_eq!(why, "unauthenticated", "{method} {path}");
            assert!(!operation["responses"]["401"].is_null(), "{method} {path}");
            asked += 1;
        }
    }
    assert!(asked > 25, "{asked}");
}

#[tokio::test]
async fn an_id_that_is_no_text_is_not_found() {
    let bench = Bench::new().await;
    for path in [
        "/api/tasks/%FF",
        "/api/tasks/%FF/content",
        "/api/assets/%FF/link",
    ] {
        detail(bench.call(Method::GET, path).send().await.unwrap(), 404).await;
    }
    let scope = bench.call(Method::GET, "/api/scopes/%FF/members").send();
    detail(scope.await.unwrap(), 403).await;
}
