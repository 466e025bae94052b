//! Templates and characters: what a riff can be made from, and who can act in it.

use sandbox::{Fault, Pace};

use crate::bench::{Bench, TEMPLATE, members};

/// The members of `FormulaOut`, as the contract has them.
const FORMULA: [&str; 14] = [
    "analysis_prompt_is_latest",
    "created_at",
    "emotion_arc",
    "id",
    "name",
    "slot_count",
    "source_platform",
    "source_url",
    "status",
    "tags",
    "template_type",
    "thumbnail_url",
    "used_count",
    "visibility",
];

#[tokio::test]
async fn templates_are_the_services_own_document() {
    let bench = Bench::signed_in(|setup| setup.templates = 60).await;
    let page = bench.document(&["templates", "--limit", "5"]).await;
    assert_eq!(members(&page), ["items", "limit", "offset", "total"]);
    assert_eq!(page["limit"], 5);
    let items = page["items"].as_array().expect("a list");
    assert_eq!(items.len(), 5);
    assert_eq!(members(&items[0]), FORMULA);
    assert!(page["total"].as_u64().is_some_and(|total| total >= 60));
    let next = bench
        .document(&["templates", "--limit", "5", "--offset", "5"])
        .await;
    assert_eq!(next["offset"], 5);
    assert_ne!(next["items"][0]["id"], items[0]["id"]);
}

#[tokio::test]
async fn templates_are_found_by_words_tags_status_and_order() {
    let bench = Bench::signed_in(|setup| setup.templates = 60).await;
    let found = bench
        .document(&["templates", "--search", "WRONG WAY"])
        .await;
    let ids = |page: &serde_json::Value| -> Vec<String> {
        let items = page["items"].as_array().expect("a list");
        items
            .iter()
            .map(|item| item["id"].as_str().expect("an id").to_owned())
            .collect()
    };
    assert!(ids(&found).iter().any(|id| id == TEMPLATE), "{found}");
    let tagged = bench
        .document(&["templates", "--tag", "humour", "--limit", "100"])
        .await;
    let tagged = tagged["items"].as_array().expect("a list");
    assert!(!tagged.is_empty());
    for item in tagged {
        let tags = item["tags"].as_array().expect("tags");
        assert!(tags.iter().any(|tag| tag == "humour"), "{item}");
    }
    let newest = bench.document(&["templates", "--sort", "newest"]).await;
    let oldest = bench.document(&["templates", "--sort", "oldest"]).await;
    assert_ne!(ids(&newest)[0], ids(&oldest)[0]);
    let collected = bench
        .document(&["templates", "--status", "collected"])
        .await;
    for item in collected["items"].as_array().expect("a list") {
        assert_eq!(item["status"], "collected");
    }
    let none = bench.reel(&["templates", "--search", "zzzzzz"]).await;
    assert_eq!((none.exit, none.stdout.as_str()), (0, ""));
    assert!(none.stderr.contains("No template fits."), "{}", none.stderr);
}

#[tokio::test]
async fn people_see_public_templates_first_and_how_many_there_are() {
    let bench = Bench::signed_in(|setup| setup.templates = 60).await;
    let ended = bench.reel(&["templates", "--limit", "20"]).await;
    let public: Vec<bool> = ended
        .stdout
        .lines()
        .map(|line| line.contains("public"))
        .collect();
    assert_eq!(public.len(), 20);
    assert!(public[0] && public.is_sorted_by_key(|is| !is), "{public:?}");
    assert!(ended.stderr.contains("20 of "), "{}", ended.stderr);
    let quiet = bench.reel(&["templates", "--limit", "20", "--quiet"]).await;
    assert_eq!(quiet.stderr, "");
}

#[tokio::test]
async fn a_template_is_shown_on_its_time_axis() {
    let bench = Bench::signed_in(|_| {}).await;
    let document = bench.document(&["template", TEMPLATE]).await;
    for name in FORMULA {
        assert!(document.get(name).is_some(), "{name}");
    }
    assert!(document["analysis_card"].is_null());
    assert_eq!(
        members(&document["extraction_summary"]),
        [
            "duration_seconds",
            "language",
            "narrative",
            "on_screen",
            "speaking_mode",
            "transcript"
        ]
    );
    let text = bench.text(&["template", TEMPLATE]).await;
    let spoken = document["extraction_summary"]["transcript"][0]["text"]
        .as_str()
        .expect("a line");
    assert!(text.contains(spoken), "{text}");
    assert!(text.contains("0:00  "), "{text}");
    assert_eq!(
        bench.refused(&["template", "no-such-template"]).await,
        (1, "not-found".to_owned())
    );
}

#[tokio::test]
async fn a_stale_template_is_said_to_be_and_can_be_refreshed() {
    let bench = Bench::signed_in(|setup| setup.templates = 60).await;
    let page = bench.document(&["templates", "--limit", "200"]).await;
    let stale = page["items"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|item| item["analysis_prompt_is_latest"] == false)
        .expect("the sandbox has a stale one");
    let id = stale["id"].as_str().expect("an id");
    let told = bench.text(&["template", id]).await;
    assert!(told.contains("stale analysis"), "{told}");
    let refreshed = bench.document(&["template", id, "--refresh"]).await;
    assert_eq!(refreshed["analysis_prompt_is_latest"], true);
    assert_eq!(
        bench.refused(&["template", "no-such", "--refresh"]).await.0,
        1
    );
}

#[tokio::test]
async fn an_analysis_that_fails_is_no_success() {
    let bench = Bench::signed_in(|_| {}).await;
    bench.sandbox.faults().arm(Fault::FailAnalysis);
    let ended = bench
        .reel(&["template", TEMPLATE, "--refresh", "--json"])
        .await;
    assert_eq!((ended.exit, ended.code().as_str()), (1, "analysis-failed"));
}

#[cfg(unix)]
#[tokio::test]
async fn a_refresh_that_nobody_waits_for_goes_on() {
    let bench = Bench::signed_in(|setup| setup.pace = Pace::Seconds(3_600.0)).await;
    let child = bench.spawn(&["template", TEMPLATE, "--refresh", "--json"]);
    let line = "It is being analysed again. This costs nothing.";
    let ended = crate::interrupted::interrupted_at(child, line).await;
    assert_eq!((ended.exit, ended.code().as_str()), (5, "interrupted"));
    let path = format!("/api/formulas/{TEMPLATE}/refresh-analysis");
    assert_eq!(bench.sandbox.books().count("POST", &path), 1);
}

#[tokio::test]
async fn characters_say_who_can_act_and_why_not() {
    let bench = Bench::signed_in(|_| {}).await;
    let document = bench.document(&["characters"]).await;
    let cast = document.as_array().expect("a list");
    assert_eq!(
        members(&cast[0]),
        [
            "active_avatar_id",
            "age_range",
            "gender",
            "has_any_active_avatar",
            "has_any_failed_avatar",
            "has_any_processing_avatar",
            "id",
            "name",
            "persona",
            "reference_image",
            "seedance_asset",
            "slug",
            "stats"
        ]
    );
    let text = bench.text(&["characters"]).await;
    assert_eq!(text.lines().count(), cast.len());
    for word in ["can act", "in review", "review failed", "no avatar yet"] {
        assert!(text.contains(word), "{word}: {text}");
    }
}

#[tokio::test]
async fn words_for_a_character_bring_those_who_fit_to_the_top() {
    let bench = Bench::signed_in(|_| {}).await;
    let text = bench
        .text(&["characters", "--for", "an old woman who reads labels"])
        .await;
    assert!(text.starts_with("sandbox-ingrid"), "{text}");
    // With --json too: the service's own members, in this order.
    let document = bench
        .document(&["characters", "--for", "an old woman who reads labels"])
        .await;
    assert_eq!(document[0]["id"], "sandbox-ingrid");
    let nobody = bench.reel(&["characters", "--for", "qqqq"]).await;
    assert_eq!(nobody.exit, 0);
    assert!(nobody.stderr.contains("Nobody fits"), "{}", nobody.stderr);
}
