//! Whatever comes in, what goes out is documented: every parameter with values that it may not
//! have, every body with something else in it.

use reqwest::{Method, RequestBuilder, StatusCode, multipart::Form};
use sandbox::Sandbox;
use serde_json::{Value, json};

use crate::bench::Bench;

const ODD: [&str; 14] = [
    "",
    "%20",
    "x",
    "-1",
    "0",
    "1.5",
    "99999999999999999999999",
    "%00",
    "%FF%FE",
    "%F0%9F%8E%AC",
    "null",
    "[]",
    "2026-02-30",
    "-009999-01-01",
];

/// An operation of the document.
struct Operation {
    method: Method,
    path: String,
    description: Value,
}

fn operations() -> Vec<Operation> {
    let document: Value = serde_json::from_str(&Sandbox::openapi()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let all = paths.iter().flat_map(|(path, item)| {
        let item = item.as_object().unwrap().iter();
        item.map(move |(method, description)| Operation {
            method: Method::from_bytes(method.to_uppercase().as_bytes()).unwrap(),
            path: path.clone(),
            description: description.clone(),
        })
    });
    all.collect()
}

impl Operation {
    /// The address with this in the place of each parameter of the path.
    fn address(&self, id: &str) -> String {
        let parts = self
            .path
            .split('/')
            .map(|part| match part.strip_prefix('{') {
                Some(_) => id,
                None => part,
            });
        parts.collect::<Vec<&str>>().join("/")
    }

    async fn must_be_documented(&self, call: RequestBuilder, what: &str) {
        let answer = call.send().await.unwrap();
        let status = answer.status();
        let name = format!("{} {} with {what}", self.method, self.path);
        let documented = &self.description["responses"][status.as_str()];
        assert!(!documented.is_null(), "{name}: {status} is not documented");
        assert!(!status.is_server_error(), "{name}: {status}");
        if status != StatusCode::FOUND {
            let body: Value = answer.json().await.expect(&name);
            assert_eq!(
                status != StatusCode::OK,
                body.get("detail").is_some(),
                "{name}: {body}"
            );
        }
    }
}

#[tokio::test]
async fn every_parameter_may_be_odd() {
    let bench = Bench::with(|setup| setup.reels = 3).await;
    for operation in operations() {
        for id in ["nothing", "%FF", "a%2Fb", "%F0%9F%8E%AC"] {
            let call = bench.call(operation.method.clone(), &operation.address(id));
            if operation.path.contains("/device/") {
                continue;
            }
            operation.must_be_documented(call, id).await;
        }
        let parameters = operation.description["parameters"].as_array();
        let query = parameters.into_iter().flatten();
        let query = query.filter(|parameter| parameter["in"] == "query");
        for name in query.map(|parameter| parameter["name"].as_str().unwrap()) {
            for odd in ODD {
                let address = format!("{}?{name}={odd}&{name}={odd}", operation.address("nothing"));
                let call = bench.call(operation.method.clone(), &address);
                operation
                    .must_be_documented(call, &format!("{name}={odd}"))
                    .await;
            }
        }
    }
}

#[tokio::test]
async fn every_body_may_be_something_else() {
    let bench = Bench::new().await;
    let bodies: [&str; 7] = [
        "",
        "{",
        "null",
        "[]",
        "{}",
        "\u{0}",
        "{\"name\": 7, \"language\": {}}",
    ];
    for operation in operations() {
        if operation.description["requestBody"].is_null() {
            continue;
        }
        let fresh = || bench.call(operation.method.clone(), &operation.address("nothing"));
        for body in bodies {
            for kind in ["application/json", "text/plain", "multipart/form-data"] {
                // The rate would be all that is seen of riffs.
                bench.clock.pass(std::time::Duration::from_secs(60));
                let call = fresh().header("content-type", kind).body(body);
                operation
                    .must_be_documented(call, &format!("{body:?} as {kind}"))
                    .await;
            }
        }
        bench.clock.pass(std::time::Duration::from_secs(60));
        let nested = json!({ "name": { "a": [1, 2] }, "description": null, "device_code": 7 });
        operation
            .must_be_documented(fresh().json(&nested), "nested values")
            .await;
        let form = Form::new()
            .text("other", "x")
            .text("name", "")
            .text("file", "x");
        operation
            .must_be_documented(fresh().multipart(form), "a form")
            .await;
    }
}
