//! The approval page, used the way a browser or any other HTTP client uses it.

use reqwest::{Method, StatusCode};
use serde_json::Value;

use crate::bench::Bench;

async fn page(bench: &Bench, flow: &Value, language: &str) -> String {
    let link = flow["verification_uri_complete"].as_str().unwrap();
    let request = bench.client.get(link).header("accept-language", language);
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let kind = answer.headers()["content-type"].to_str().unwrap();
    assert!(kind.starts_with("text/html"));
    answer.text().await.unwrap()
}

/// The value of an attribute in the first tag that contains `mark`.
fn attribute<'a>(html: &'a str, mark: &str, name: &str) -> &'a str {
    let tag = html.split('<').find(|tag| tag.contains(mark)).unwrap();
    let rest = tag.split(&format!("{name}=\"")).nth(1).unwrap();
    rest.split('"').next().unwrap()
}

#[tokio::test]
async fn the_page_is_a_form_that_anybody_can_submit() {
    let bench = Bench::signed_out(|_| {}).await;
    let flow = bench.authorize().await;
    let html = page(&bench, &flow, "en").await;
    let code = flow["user_code"].as_str().unwrap();
    assert!(html.contains("Sandbox"));
    assert!(html.contains(code));
    assert_eq!(attribute(&html, "form ", "method"), "post");
    let action = attribute(&html, "form ", "action");
    let hidden = attribute(&html, "type=\"hidden\"", "value");
    assert_eq!(hidden, code);
    assert_eq!(attribute(&html, "id=\"approve\"", "name"), "decision");

    let submit = bench.bare(Method::POST, action);
    let form = [("user_code", hidden), ("decision", "approve")];
    let answer = submit.form(&form).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(
        answer
            .text()
            .await
            .unwrap()
            .contains("data-result=\"approved\"")
    );
}

#[tokio::test]
async fn the_page_speaks_the_browsers_language() {
    let bench = Bench::signed_out(|_| {}).await;
    let flow = bench.authorize().await;
    for (accepted, language, word) in [
        ("en-GB,en;q=0.9", "en", "Approve"),
        ("es-ES,es;q=0.9,en;q=0.5", "es", "Aprobar"),
        ("zh-CN,zh;q=0.9", "zh-Hans", "批准"),
        ("fr-FR", "en", "Approve"),
    ] {
        let html = page(&bench, &flow, accepted).await;
        assert!(html.contains(&format!("<html lang=\"{language}\">")));
        assert!(html.contains(word), "{accepted}");
        assert!(html.contains("Sandbox"));
        assert!(!html.contains("{{"), "something was left unfilled");
    }
}

#[tokio::test]
async fn the_bare_page_asks_for_the_code_and_forgives_its_spelling() {
    let bench = Bench::signed_out(|_| {}).await;
    let flow = bench.authorize().await;
    let link = flow["verification_uri"].as_str().unwrap();
    let html = bench.client.get(link).send().await.unwrap().text().await;
    assert!(html.unwrap().contains("name=\"user_code\""));
    let typed = flow["user_code"]
        .as_str()
        .unwrap()
        .to_lowercase()
        .replace('-', " ");
    let request = bench.client.get(link).query(&[("user_code", typed)]);
    let html = request.send().await.unwrap().text().await.unwrap();
    assert!(html.contains("value=\"approve\""));
}

#[tokio::test]
async fn codes_that_are_unknown_or_decided_get_a_plain_word() {
    let bench = Bench::signed_out(|_| {}).await;
    let unknown = bench.bare(Method::GET, "/skill/device?user_code=AAAA-AAAA");
    let answer = unknown.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    let flow = bench.authorize().await;
    bench.decide(&flow["user_code"], "deny").await;
    // The first decision stands.
    let again = bench.decide(&flow["user_code"], "approve").await;
    assert!(
        again
            .text()
            .await
            .unwrap()
            .contains("data-result=\"denied\"")
    );
}

#[tokio::test]
async fn another_site_cannot_approve() {
    let bench = Bench::signed_out(|_| {}).await;
    let flow = bench.authorize().await;
    let form = [
        ("user_code", flow["user_code"].as_str().unwrap()),
        ("decision", "approve"),
    ];
    let foreign = bench.bare(Method::POST, "/skill/device");
    let foreign = foreign.header("origin", "https://evil.example").form(&form);
    let answer = foreign.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    let html = page(&bench, &flow, "en").await;
    assert!(html.contains("value=\"approve\""), "it is still undecided");
}
