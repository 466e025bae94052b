//! The order: what is sent, what comes back, and what was missing.

use riffkit::{Mode, ProductVisibility, RiffRequest, RiffSource, insufficient};
use wire::Failure;
use wire::upload::{FilePart, Hooks};

use crate::recorded::deployment;

const TAKEN: &str = r#"{"mode":"analyze_then_generate","batch_id":"b-1","formula_id":7,"analyze_task_id":"t-1","task_ids":[]}"#;

fn names(fields: &[(String, String)]) -> Vec<&str> {
    fields.iter().map(|(name, _)| name.as_str()).collect()
}

fn of_a_template() -> RiffRequest {
    RiffRequest::new(RiffSource::Formula {
        formula_id: "f-1".to_owned(),
    })
}

/// What an order came to where the service answers so.
async fn failed(status: u16, body: &'static str) -> Failure {
    let (api, session, _) = deployment(status, body).await;
    let answer = api.riff(&session, of_a_template(), Hooks::none()).await;
    answer.unwrap_err()
}

#[tokio::test]
async fn what_is_empty_is_not_sent() {
    let (api, session, recorded) = deployment(200, TAKEN).await;
    let link = "https://www.tiktok.com/@a/video/1".to_owned();
    let taken = api
        .riff(
            &session,
            RiffRequest::new(RiffSource::TikTok {
                tiktok_url: link.clone(),
            }),
            Hooks::none(),
        )
        .await
        .unwrap();
    assert_eq!(
        (taken.batch_id.as_str(), taken.formula_id.as_deref()),
        ("b-1", Some("7"))
    );
    assert_eq!(
        (taken.mode, taken.analyze_task_id.as_deref()),
        (Mode::AnalyzeThenGenerate, Some("t-1"))
    );
    let asked = recorded.asked();
    assert_eq!(asked.uri, "/api/riffs");
    assert_eq!(asked.headers["cookie"], "vee_session=t0ken");
    assert_eq!(asked.fields(), [("tiktok_url".to_owned(), link)]);
}

#[tokio::test]
async fn everything_chosen_is_sent_and_the_file_comes_last() {
    let (api, session, recorded) = deployment(200, TAKEN).await;
    let clip = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(clip.path(), "clip bytes").unwrap();
    let file = FilePart {
        file: tokio::fs::File::open(clip.path()).await.unwrap(),
        length: 10,
        file_name: "a.mov".to_owned(),
        content_type: riffkit::content_type_of("a.MOV").to_owned(),
    };
    let mut request = RiffRequest::new(RiffSource::Video { video: file });
    request.character_ids = vec!["caden".to_owned(), "chloe".to_owned()];
    request.product_id = Some("p-1".to_owned());
    request.product_visibility = ProductVisibility::OffCamera;
    request.language = "es".to_owned();
    request.content_anchor = "más corto".to_owned();
    request.user_hint = "0:03".to_owned();
    api.riff(&session, request, Hooks::none()).await.unwrap();
    let asked = recorded.asked();
    let expected = [
        ("character_ids", r#"["caden","chloe"]"#),
        ("product_id", "p-1"),
        ("product_visibility", "off_camera"),
        ("language", "es"),
        ("content_anchor", "más corto"),
        ("user_hint", "0:03"),
        ("video", "clip bytes"),
    ];
    assert_eq!(
        asked.fields(),
        expected.map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
    assert!(
        asked
            .body
            .contains("filename=\"a.mov\"\r\nContent-Type: video/quicktime")
    );
}

#[tokio::test]
async fn a_template_takes_no_hint_and_no_product_takes_no_visibility() {
    let (api, session, recorded) = deployment(200, r#"{"mode":"remix","batch_id":"12"}"#).await;
    let mut request = of_a_template();
    request.user_hint = "ignored".to_owned();
    request.product_visibility = ProductVisibility::OffCamera;
    request.language = "en".to_owned();
    let taken = api.riff(&session, request, Hooks::none()).await.unwrap();
    assert_eq!(
        (taken.batch_id.as_str(), taken.mode),
        ("12", Mode::Other("remix".to_owned()))
    );
    assert_eq!(
        names(&recorded.asked().fields()),
        ["formula_id", "language"]
    );
}

#[tokio::test]
async fn a_handle_that_is_no_text_is_no_answer_and_the_order_may_have_been_taken() {
    let failure = failed(200, r#"{"mode":"generate","batch_id":12}"#).await;
    assert!(failure.may_have_been_taken(), "{failure}");
}

#[tokio::test]
async fn a_402_says_what_was_missing_with_its_link_as_it_came() {
    let body = r#"{"detail":{"error":"insufficient_credits","required_credits":150000,"available_credits":"80000.5",
        "topup_url":"HTTPS://riffkit.ai/up?a=%20&b= x"}}"#;
    let failure = failed(402, body).await;
    let missing = insufficient(&failure).unwrap();
    assert_eq!(
        (missing.required_credits, missing.available_credits),
        (Some(150_000.0), Some(80_000.5))
    );
    assert_eq!(
        missing.topup_url.as_deref(),
        Some("HTTPS://riffkit.ai/up?a=%20&b= x")
    );
    assert!(!format!("{failure:?} {missing:?}").contains("riffkit.ai/up"));
    assert!(!failure.may_have_been_taken());
}

#[tokio::test]
async fn a_402_without_numbers_is_one_all_the_same_and_a_400_is_none() {
    let failure = failed(402, r#"{"detail":"insufficient_credits"}"#).await;
    assert_eq!(insufficient(&failure).unwrap().required_credits, None);
    let failure = failed(400, r#"{"detail":"invalid language"}"#).await;
    assert!(insufficient(&failure).is_none());
}

#[tokio::test]
async fn a_taken_order_whose_answer_cannot_be_read_is_a_doubt() {
    let failure = failed(200, r#"{"mode":"generate"}"#).await;
    assert!(failure.may_have_been_taken(), "{failure:?}");
}

#[test]
fn a_files_media_type_follows_the_extension_of_its_name() {
    for (name, expected) in [
        ("a.mp4", "video/mp4"),
        ("a.MOV", "video/quicktime"),
        ("a.m4v", "video/x-m4v"),
        ("a.webm", "video/webm"),
        ("a.mkv", "video/x-matroska"),
        ("a.jpeg", "image/jpeg"),
        ("a.avi", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ] {
        assert_eq!(riffkit::content_type_of(name), expected, "{name}");
    }
}
