//! Reference material: uploaded, listed.

use crate::bench::{Bench, CAST, members, picture, sample};

/// The members of `AssetOut`, as the contract has them.
const ASSET: [&str; 18] = [
    "asset_hashtags",
    "asset_role",
    "batch_id",
    "caption",
    "character_id",
    "created_at",
    "extra_metadata",
    "file_url",
    "formula_id",
    "formula_name",
    "id",
    "metadata",
    "name",
    "product_id",
    "sd_video_url",
    "task_id",
    "thumb_url",
    "type",
];

#[tokio::test]
async fn a_video_and_an_image_are_uploaded_and_listed() {
    let bench = Bench::signed_in(|_| {}).await;
    let video = bench.document(&["upload", &sample()]).await;
    assert_eq!(members(&video), ASSET);
    assert_eq!(
        (&video["type"], &video["asset_role"]),
        (&"upload".into(), &"reference".into())
    );
    assert_eq!(video["name"], "sample.mp4");
    let image = picture(bench.folder.path(), "look.png");
    let named = [
        "upload",
        &image,
        "--name",
        "the look",
        "--notes",
        "for the mug",
        "--character",
        CAST[0],
    ];
    let text = bench.text(&named).await;
    assert!(text.contains("  the look"), "{text}");
    let listed = bench.document(&["references"]).await;
    let listed = listed.as_array().expect("a list");
    assert_eq!(listed.len(), 2);
    assert_eq!(listed[0]["character_id"], CAST[0]);
    let text = bench.text(&["references"]).await;
    assert!(
        text.contains("the look") && text.contains("sample.mp4"),
        "{text}"
    );
    // No riff was made of it, and it is no finished reel.
    assert_eq!(
        bench.document(&["library"]).await["reels"],
        serde_json::json!([])
    );
}

#[tokio::test]
async fn what_cannot_be_reference_material_is_refused_before_it_is_sent() {
    let bench = Bench::signed_in(|_| {}).await;
    let fake = bench.folder.path().join("fake.png");
    std::fs::write(&fake, "words").expect("written");
    let fake = fake.to_str().expect("UTF-8");
    let image = picture(bench.folder.path(), "look.png");
    let cases: [(&[&str], i32, &str); 5] = [
        (&["upload", fake], 1, "file-refused"),
        (&["upload", "/no/such.png"], 1, "file-gone"),
        (
            &["upload", &image, "--name", "lost \u{FFFD}"],
            2,
            "text-damaged",
        ),
        (&["upload", &image, "--product", "no such"], 2, "usage"),
        (&["upload"], 2, "usage"),
    ];
    for (arguments, exit, code) in cases {
        let refused = bench.refused(arguments).await;
        assert_eq!(refused, (exit, code.to_owned()), "{arguments:?}");
    }
    assert_eq!(bench.sandbox.books().count("POST", "/api/assets/upload"), 0);
}

#[tokio::test]
async fn nothing_uploaded_yet_and_a_page_too_far_are_said() {
    let bench = Bench::signed_in(|_| {}).await;
    for (arguments, said) in [
        (&["references"][..], "No reference material yet."),
        (&["references", "--page", "7"], "Nothing is on this page."),
    ] {
        let ended = bench.reel(arguments).await;
        assert_eq!((ended.exit, ended.stdout.as_str()), (0, ""));
        assert!(ended.stderr.contains(said), "{}", ended.stderr);
    }
    assert_eq!(bench.refused(&["references", "--page", "0"]).await.0, 2);
}

#[cfg(unix)]
#[tokio::test]
async fn ctrl_c_stops_an_upload_and_nothing_is_there() {
    let bench = Bench::signed_in(|_| {}).await;
    bench
        .sandbox
        .faults()
        .arm_named("hold=POST:/api/assets/upload")
        .expect("a fault");
    let clip = crate::bench::large_sample(bench.folder.path());
    let child = bench.spawn(&["upload", &clip, "--json"]);
    let ended = crate::interrupted::interrupted_at(child, "Sending").await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (3, "interrupted"),
        "{}",
        ended.stderr
    );
    bench.sandbox.faults().release();
    assert_eq!(bench.document(&["references"]).await, serde_json::json!([]));
}
