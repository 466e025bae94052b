//! Ads: by autopilot, and every step by hand.

use serde_json::{Value, json};

use crate::bench::{Bench, sample};
use crate::hub_bench::{PROMPT, files, scenes, slug, written};

#[tokio::test]
async fn autopilot_makes_an_ad_and_it_is_on_disk() {
    let bench = Bench::with_token(|_| {}).await;
    let create = ["editor", "create", "--language", "en", "--prompt", PROMPT];
    let look = [
        "--format",
        "before_after",
        "--look",
        "luxury_minimal",
        "--theme",
        "noir",
        "--ratio",
        "9:16",
        "--intent",
        "launch",
        "--voice",
        "anna-1",
    ];
    let ad = bench.document(&[&create[..], &look].concat()).await;
    assert_eq!(ad["creative_format"], "before_after");
    assert_eq!(ad["visual_language"], "luxury_minimal");
    assert_eq!(ad["project_intent"], "launch");
    assert_eq!(ad["voice_id"], "anna-1");
    assert!(ad["autopilot_status"].is_null());
    let slug = slug(&ad);
    let out = bench.out_argument();
    let made = bench
        .document(&["editor", "autopilot", &slug, "--yes", "--save", &out])
        .await;
    assert_eq!(files(&made).len(), 1);
    assert_eq!(Some(bench.charged()), made["credits"].as_i64());
    let ad = bench.document(&["editor", "show", &slug]).await;
    assert_eq!(ad["autopilot_status"], "completed");
    assert_eq!(ad["latest_render"]["status"], "completed");
}

#[tokio::test]
async fn an_ad_is_made_by_hand_with_a_clip_of_ones_own() {
    let bench = Bench::with_token(|_| {}).await;
    let slug = bench.ad().await;
    let editor = async |arguments: &[&str]| {
        let (step, rest) = arguments.split_first().expect("a step");
        let mut whole = vec!["editor"];
        whole.extend(step.split(' '));
        whole.push(&slug);
        whole.extend(rest);
        bench.document(&whole).await
    };
    let written_scenario = editor(&["scenario", "--scenes", "3"]).await;
    assert!(written_scenario["scenario_prompt"].is_string());
    let file = bench.folder.path().join("scenario.txt");
    std::fs::write(&file, "A desk at dawn. A lamp. Light.").expect("written");
    let own = editor(&["scenario", "--from", file.to_str().expect("UTF-8")]).await;
    assert_eq!(own["scenario_prompt"], "A desk at dawn. A lamp. Light.");
    let applied = editor(&["apply-scenario", "3"]).await;
    let made = scenes(&applied);
    assert_eq!(made.len(), 3);

    // One clip of one's own, placed as a scene of its own length.
    let clip = sample();
    let upload = editor(&["upload", &clip, "--fit", "cover", "--single", "--checksum"]).await;
    assert_eq!(upload["status"], "ready");
    assert_eq!(upload["fit_mode"], "cover");
    let id = written(&upload["id"]);
    let listed = editor(&["uploads"]).await;
    assert_eq!(written(&listed[0]["id"]), id);
    let placed = editor(&["place", &id]).await;
    let clip_scene = scenes(&placed).pop().expect("a scene");
    assert_eq!(placed["segments"][3]["origin"], "footage");

    let suggested = editor(&["suggest-scene"]).await;
    assert!(suggested["assists"]["used"].as_u64() >= Some(2));
    let added = editor(&["scene add", "The lamp folds flat"]).await;
    let extra = scenes(&added).pop().expect("a scene");
    let edited = editor(&["scene edit", &extra, "The lamp folds flatter"]).await;
    assert!(prompts(&edited).contains(&"The lamp folds flatter".to_owned()));
    editor(&["scene enhance", &extra]).await;
    let deleted = editor(&["scene delete", &extra]).await;
    assert!(!scenes(&deleted).contains(&extra));
    let mut order = scenes(&deleted);
    order.reverse();
    let wanted: Vec<&str> = order.iter().map(String::as_str).collect();
    let reordered = editor(&[&["scene order"][..], &wanted].concat()).await;
    assert_eq!(scenes(&reordered), order);
    assert_eq!(order[0], clip_scene);

    let badge = bench.badge();
    let with = editor(&["image", "product", &badge, "--description", "A lamp"]).await;
    assert_eq!(with["has_product"], true);
    assert_eq!(editor(&["image", "logo", &badge]).await["has_logo"], true);
    let closing = editor(&["image", "closing", &badge]).await;
    assert_eq!(closing["has_closing_image"], true);
    editor(&["placement", "end"]).await;
    let logo = ["logo", "--position", "top_right", "--treatment", "corner"];
    editor(&[&logo[..], &["--seconds", "3"]].concat()).await;
    assert_eq!(bench.charged(), 0, "all of it is free");

    sounds(&bench, &slug).await;
    // Each scene once, and one of them again.
    let before = bench.charged();
    let batch = editor(&["generate-scenes", "--yes"]).await;
    assert_eq!(bench.charged() - before, 12);
    assert!(statuses(&batch).iter().all(|status| status == "completed"));
    editor(&["scene regenerate", &order[1], "--yes"]).await;
    assert_eq!(bench.charged() - before, 16);
    editor(&["scene use", &order[2], "--from", &order[1]]).await;
    editor(&["scene use", &order[3], "--upload", &id]).await;
    let added = editor(&["scene add", "The lamp goes out"]).await;
    let last = scenes(&added).pop().expect("a scene");
    editor(&["scene generate", &last, "--yes"]).await;
    assert_eq!(bench.charged() - before, 21);

    let before = bench.charged();
    let out = bench.out_argument();
    let film = editor(&["render", "--yes", "--save", &out]).await;
    assert_eq!(film["credits"], 0);
    assert_eq!(bench.charged(), before, "all scenes were made already");
    assert_eq!(files(&film).len(), 1);
    let saved = editor(&["save", "--to", &out]).await;
    assert_eq!(saved["slug"], slug.as_str());
    let text = bench.text(&["editor", "show", &slug]).await;
    assert!(
        text.contains(&clip_scene) && text.contains("sample.mp4"),
        "{text}"
    );
    assert_eq!(
        bench.document(&["editor", "list"]).await[0]["slug"],
        slug.as_str()
    );
    bench.document(&["editor", "remove", &slug]).await;
    assert_eq!(bench.document(&["editor", "list"]).await, json!([]));
}

/// Narration, voice and music of an ad.
async fn sounds(bench: &Bench, slug: &str) {
    let before = bench.charged();
    let said = bench.document(&["editor", "narration", slug]).await;
    assert!(
        said["narration_script"]
            .as_str()
            .is_some_and(|it| !it.is_empty())
    );
    let own = [
        "editor",
        "edit",
        slug,
        "--narration",
        "-",
        "--seconds",
        "40",
    ];
    let look = ["--format", "mistake_fix", "--look", "ugc_realism", "--json"];
    let ended = bench
        .piped(&[&own[..], &look].concat(), "Wake up better.")
        .await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    let edited = ended.json();
    assert_eq!(edited["narration_script"], "Wake up better.");
    assert_eq!(edited["target_duration_seconds"], 40);
    assert_eq!(edited["creative_format"], "mistake_fix");
    let voice = ["editor", "voice", slug, "--voice", "anna-1", "--yes"];
    assert_eq!(bench.document(&voice).await["voice_status"], "completed");
    let music = ["editor", "music", slug];
    let suggested = bench.document(&[&music[..], &["--suggest"]].concat()).await;
    assert!(suggested["suggestion"].is_string() || suggested["music_prompt"].is_string());
    let soft = ["--prompt", "Soft piano, slow", "--yes"];
    let made = bench.document(&[&music[..], &soft].concat()).await;
    assert_eq!(made["music_status"], "completed");
    assert_eq!(bench.charged() - before, 8);
}

#[tokio::test]
async fn what_an_ad_does_not_take_is_a_wrong_command_line() {
    let bench = Bench::with_token(|_| {}).await;
    for (arguments, field) in [
        (&["create", "--prompt", PROMPT][..], "language"),
        (
            &["create", "--language", "en", "--prompt", "short"][..],
            "product_prompt",
        ),
        (&["apply-scenario", "x", "4"][..], "segments_count"),
        (&["scenario", "x", "--scenes", "11"][..], "segments_count"),
        (&["placement", "x", "none"][..], "placement"),
        (&["voice", "x", "--voice", "a b", "--yes"][..], "voice_id"),
        (&["scene", "add", "x", ""][..], "prompt"),
    ] {
        let arguments = [&["editor"][..], arguments, &["--json"]].concat();
        let ended = bench.reel(&arguments).await;
        assert_eq!(ended.exit, 2, "{arguments:?}: {}", ended.stderr);
        assert_eq!(ended.json()["error"]["field"], field, "{arguments:?}");
    }
    let slug = bench.ad().await;
    let none = ["editor", "scene", "edit", &slug, "99", "Never seen"];
    assert_eq!(bench.refused(&none).await, (1, "unknown".to_owned()));
    let both = ["editor", "scene", "use", &slug, "1"];
    assert_eq!(bench.refused(&both).await, (2, "usage".to_owned()));
}

fn prompts(ad: &Value) -> Vec<String> {
    texts(ad, "prompt")
}

fn statuses(ad: &Value) -> Vec<String> {
    texts(ad, "status")
}

fn texts(ad: &Value, field: &str) -> Vec<String> {
    let scenes = ad["segments"].as_array().expect("segments").iter();
    scenes.map(|scene| written(&scene[field])).collect()
}
