//! The service's description of itself.

use std::collections::BTreeSet;

use sandbox::Sandbox;
use serde_json::Value;

use crate::bench::Bench;

fn document() -> Value {
    serde_json::from_str(&Sandbox::openapi()).unwrap()
}

/// Every `$ref` below a value.
fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(entries) => {
            for (name, inner) in entries {
                match inner {
                    Value::String(target) if name == "$ref" => found.push(target),
                    inner => references(inner, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[tokio::test]
async fn it_is_served_without_a_session_as_it_is_made() {
    let bench = Bench::signed_out(|_| {}).await;
    let answer = bench.bare(reqwest::Method::GET, "/openapi.json");
    let served: Value = answer.send().await.unwrap().json().await.unwrap();
    assert_eq!(served, document());
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(!found.is_empty());
    for target in found {
        let pointer = target.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{target}");
    }
}

#[test]
fn every_endpoint_of_the_contract_is_there() {
    let document = document();
    let paths = document["paths"].as_object().unwrap();
    let there: BTreeSet<String> = paths
        .iter()
        .flat_map(|(path, item)| {
            let methods = item.as_object().unwrap().keys();
            methods.map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect();
    for wanted in [
        "GET /api/auth/me",
        "POST /api/skill/device/authorize",
        "POST /api/skill/device/token",
        "POST /api/riffs",
        "GET /api/formulas",
        "GET /api/formulas/{formula_id}",
        "GET /api/characters",
        "GET /api/products",
        "GET /api/languages",
        "GET /api/tasks/{task_id}",
        "GET /api/tasks/batch/{batch_id}",
        "GET /api/tasks",
        "GET /api/tasks/stats",
        "POST /api/tasks/{task_id}/cancel",
        "POST /api/tasks/{task_id}/retry",
        "GET /api/assets",
        "GET /api/usage/credits",
        "GET /api/billing/plans",
        "GET /api/billing/subscription",
    ] {
        assert!(there.contains(wanted), "{wanted} is missing: {there:?}");
    }
}

#[test]
fn what_only_the_field_notes_have_is_marked() {
    let document = document();
    for pointer in [
        "/paths/~1api~1settings/get",
        "/paths/~1api~1assets~1{id}~1link/get",
        "/paths/~1api~1skill~1device~1authorize/post/requestBody",
        "/components/schemas/Authorize/properties/client",
    ] {
        let marked = document.pointer(pointer).unwrap();
        assert_eq!(marked["x-field-note"], true, "{pointer}: {marked}");
    }
}
