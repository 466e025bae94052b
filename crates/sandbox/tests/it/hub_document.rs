//! Hubfluencer's description of itself.

use sandbox::Sandbox;
use serde_json::Value;

use crate::bench::Bench;

/// Every endpoint of the contract.
const CONTRACT: [(&str, &str); 66] = [
    ("post", "/api/tokens"),
    ("get", "/api/tokens"),
    ("delete", "/api/tokens/{id}"),
    ("get", "/api/studio/credits"),
    ("post", "/api/shorts"),
    ("get", "/api/shorts/{slug}"),
    ("patch", "/api/shorts/{slug}"),
    ("get", "/api/shorts/{slug}/cost"),
    ("post", "/api/shorts/{slug}/generate"),
    ("post", "/api/shorts/{slug}/text/generate"),
    ("post", "/api/shorts/{slug}/product/presign"),
    ("post", "/api/shorts/{slug}/product/confirm"),
    ("post", "/api/shorts/{slug}/poster/presign"),
    ("post", "/api/shorts/{slug}/poster/confirm"),
    ("post", "/api/sliders"),
    ("get", "/api/sliders"),
    ("get", "/api/sliders/{slug}"),
    ("get", "/api/sliders/{slug}/cost"),
    ("patch", "/api/sliders/{slug}"),
    ("post", "/api/sliders/{slug}/generate"),
    ("patch", "/api/sliders/{slug}/slides/{position}"),
    ("post", "/api/sliders/{slug}/restyle"),
    ("post", "/api/sliders/{slug}/logo/presign"),
    ("post", "/api/sliders/{slug}/logo/confirm"),
    ("delete", "/api/sliders/{slug}"),
    ("post", "/api/editor"),
    ("get", "/api/editor/{slug}"),
    ("patch", "/api/editor/{slug}"),
    ("post", "/api/editor/{slug}/autopilot"),
    ("get", "/api/editor/{slug}/autopilot/cost"),
    ("post", "/api/editor/{slug}/generate-scenario"),
    ("patch", "/api/editor/{slug}/scenario"),
    ("post", "/api/editor/{slug}/apply-scenario"),
    ("post", "/api/editor/{slug}/segments"),
    ("patch", "/api/editor/{slug}/segments/{id}"),
    ("delete", "/api/editor/{slug}/segments/{id}"),
    ("put", "/api/editor/{slug}/segments/reorder"),
    ("post", "/api/editor/{slug}/segments/{id}/generate"),
    ("post", "/api/editor/{slug}/segments/{id}/regenerate"),
    ("post", "/api/editor/{slug}/batch-generate"),
    ("post", "/api/editor/{slug}/generate-narration"),
    ("post", "/api/editor/{slug}/generate-voice"),
    ("post", "/api/editor/{slug}/generate-music"),
    ("post", "/api/editor/{slug}/render"),
    ("post", "/api/editor/{slug}/segments/{id}/enhance-prompt"),
    ("post", "/api/editor/{slug}/suggest-next-scene"),
    ("post", "/api/editor/{slug}/suggest-music-prompt"),
    ("post", "/api/editor/{slug}/uploads/presign"),
    ("post", "/api/editor/{slug}/uploads/{upload_id}/confirm"),
    ("get", "/api/editor/{slug}/uploads"),
    ("post", "/api/editor/{slug}/uploads/multipart/init"),
    ("post", "/api/editor/{slug}/uploads/multipart/sign-part"),
    ("post", "/api/editor/{slug}/uploads/multipart/complete"),
    ("post", "/api/editor/{slug}/uploads/multipart/abort"),
    ("post", "/api/editor/{slug}/segments/from-upload"),
    ("post", "/api/editor/{slug}/segments/{id}/use-asset"),
    ("post", "/api/editor/{slug}/product/presign"),
    ("post", "/api/editor/{slug}/product/confirm"),
    ("post", "/api/editor/{slug}/product/apply-default-placement"),
    ("post", "/api/editor/{slug}/closing-image/presign"),
    ("post", "/api/editor/{slug}/closing-image/confirm"),
    ("post", "/api/editor/{slug}/logo/presign"),
    ("post", "/api/editor/{slug}/logo/confirm"),
    ("patch", "/api/editor/{slug}/logo"),
    ("get", "/api/ai-assists"),
    ("post", "/api/ai-assists/unlock"),
];

fn document() -> Value {
    serde_json::from_str(&Sandbox::hubfluencer_openapi()).unwrap()
}

/// A path whose parameters have no names.
fn nameless(path: &str) -> String {
    let parts = path.split('/');
    let parts = parts.map(|part| if part.starts_with('{') { "{}" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn it_is_served_without_a_token_as_it_is_made() {
    let bench = Bench::signed_out(|_| {}).await;
    let answer = bench.hub_bare(reqwest::Method::GET, "/openapi.json");
    let served: Value = answer.send().await.unwrap().json().await.unwrap();
    assert_eq!(served, document());
}

#[test]
fn every_endpoint_of_the_contract_is_there_and_no_other() {
    let document = document();
    let mut there = Vec::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            assert_eq!(
                operation["security"][0]["bearer"],
                serde_json::json!([]),
                "{method} {path} needs a token"
            );
            assert!(operation["responses"]["401"].is_object(), "{method} {path}");
            there.push((method.clone(), nameless(path)));
        }
    }
    there.sort();
    let wanted = CONTRACT.iter();
    let wanted = wanted.map(|(method, path)| ((*method).to_owned(), nameless(path)));
    let mut wanted: Vec<_> = wanted.collect();
    wanted.sort();
    assert_eq!(there, wanted);
}

#[test]
fn every_reference_leads_somewhere() {
    let text = Sandbox::hubfluencer_openapi();
    let document = document();
    let mut parts = text.split("\"$ref\": \"#");
    parts.next();
    let mut count = 0;
    for part in parts {
        let (pointer, _) = part.split_once('"').unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer}");
        count += 1;
    }
    assert!(count > 0);
}
