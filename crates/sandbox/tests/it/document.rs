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

/// Every endpoint of the contract, with the parameters of its query, form or body.
const CONTRACT: [(&str, &[&str]); 30] = [
    ("GET /api/auth/me", &[]),
    ("POST /api/skill/device/authorize", &[]),
    ("POST /api/skill/device/token", &["device_code"]),
    (
        "POST /api/riffs",
        &[
            "video",
            "tiktok_url",
            "formula_id",
            "character_ids",
            "product_id",
            "product_visibility",
            "language",
            "content_anchor",
            "user_hint",
        ],
    ),
    (
        "POST /api/pipeline/batch",
        &[
            "formula_id",
            "character_ids",
            "product_id",
            "product_visibility",
            "content_anchor",
            "language",
        ],
    ),
    (
        "GET /api/formulas",
        &[
            "status",
            "template_type",
            "tags",
            "search",
            "sort",
            "limit",
            "offset",
        ],
    ),
    ("GET /api/formulas/{formula_id}", &[]),
    ("POST /api/formulas/{formula_id}/refresh-analysis", &[]),
    ("GET /api/characters", &[]),
    ("GET /api/products", &[]),
    (
        "POST /api/products",
        &["name", "description", "target_audience"],
    ),
    (
        "POST /api/products/{product_id}/images",
        &[
            "file",
            "image_url",
            "name",
            "image_id",
            "description",
            "usage_context",
            "content_policy",
        ],
    ),
    ("GET /api/languages", &[]),
    ("GET /api/tasks/{task_id}", &[]),
    ("GET /api/tasks/batch/{batch_id}", &[]),
    (
        "GET /api/tasks",
        &[
            "status",
            "type",
            "date_from",
            "date_to",
            "submitted_by_user_id",
            "limit",
            "offset",
        ],
    ),
    (
        "GET /api/tasks/stats",
        &["date_from", "date_to", "submitted_by_user_id"],
    ),
    ("POST /api/tasks/{task_id}/cancel", &[]),
    ("POST /api/tasks/{task_id}/retry", &[]),
    ("GET /api/tasks/{task_id}/content", &[]),
    (
        "GET /api/assets",
        &[
            "asset_id",
            "type",
            "asset_role",
            "character",
            "product_id",
            "formula_id",
            "created_window",
            "sort",
            "page",
            "limit",
        ],
    ),
    (
        "POST /api/assets/upload",
        &[
            "file",
            "asset_role",
            "product_id",
            "character_id",
            "name",
            "notes",
        ],
    ),
    ("GET /api/usage/credits", &[]),
    ("GET /api/usage/daily-budget", &[]),
    ("GET /api/usage/summary", &["period"]),
    ("GET /api/usage/history", &[]),
    ("GET /api/billing/plans", &[]),
    ("GET /api/billing/subscription", &[]),
    ("GET /api/scopes/{scope_id}/members", &[]),
    ("GET /SKILL.json", &[]),
];

/// The names of an operation's parameters: those of its query and the fields of its body.
fn parameters<'a>(document: &'a Value, operation: &'a Value) -> BTreeSet<&'a str> {
    let query = operation["parameters"].as_array().into_iter().flatten();
    let query = query.filter_map(|parameter| parameter["name"].as_str());
    let contents = operation["requestBody"]["content"].as_object();
    let fields = contents.into_iter().flatten().flat_map(|(_, content)| {
        let schema = &content["schema"];
        let schema = match schema["$ref"].as_str() {
            Some(target) => document.pointer(&target[1..]).unwrap(),
            None => schema,
        };
        let fields = schema["properties"].as_object().into_iter().flatten();
        fields.map(|(name, _)| name.as_str())
    });
    query.chain(fields).collect()
}

#[test]
fn every_endpoint_and_parameter_of_the_contract_is_there() {
    let document = document();
    for (endpoint, wanted) in CONTRACT {
        let (method, path) = endpoint.split_once(' ').unwrap();
        let operation = &document["paths"][path][method.to_lowercase()];
        assert!(operation.is_object(), "{endpoint} is missing");
        let there = parameters(&document, operation);
        for name in wanted {
            assert!(there.contains(name), "{endpoint}: {name} is missing");
        }
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
