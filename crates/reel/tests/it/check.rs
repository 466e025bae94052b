//! `reel check`: a verdict on a file, from this machine alone.

use serde_json::json;

use crate::bench::{Ended, command, members, sample};

async fn check(file: &str, arguments: &[&str]) -> (Ended, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut all = vec!["check", file];
    all.extend_from_slice(arguments);
    let home = folder.path().join("home");
    // Where nobody listens: it must not matter.
    let mut check = command(&home, &all);
    check.env("RIFFKIT_BASE_URL", "http://127.0.0.1:9");
    (check.output().await.expect("starts").into(), folder)
}

#[tokio::test]
async fn a_good_clip_is_ok_and_leaves_no_trace() {
    let (ended, folder) = check(&sample(), &["--json"]).await;
    assert_eq!(ended.exit, 0);
    let document = ended.json();
    assert_eq!(
        members(&document),
        [
            "audio_codec",
            "container",
            "duration_seconds",
            "height",
            "reasons",
            "rotation",
            "size_bytes",
            "verdict",
            "video_codec",
            "width"
        ]
    );
    assert_eq!(document["verdict"], "ok");
    assert_eq!(document["container"], "mp4");
    assert_eq!(document["reasons"], json!([]));
    assert!(ended.stderr.is_empty(), "{}", ended.stderr);
    assert!(
        !folder.path().join("home").exists(),
        "no journal, no preferences"
    );
}

#[tokio::test]
async fn a_file_that_cannot_be_sent_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = folder.path().join("notes.mp4");
    std::fs::write(&text, "not a video").expect("written");
    let cases = [
        (text.to_str().expect("UTF-8"), "not-video"),
        (folder.path().to_str().expect("UTF-8"), "folder"),
        ("/no/such/clip.mp4", "missing"),
    ];
    for (file, code) in cases {
        let (ended, _home) = check(file, &["--json"]).await;
        assert_eq!(ended.exit, 1, "{file}");
        let document = ended.json();
        assert_eq!(document["verdict"], "refused");
        let reason = &document["reasons"][0];
        assert_eq!(members(reason), ["code", "message"]);
        assert_eq!(reason["code"], code);
        assert!(
            reason["message"]
                .as_str()
                .is_some_and(|told| told.ends_with('.'))
        );
    }
}

#[tokio::test]
async fn people_read_it_in_their_language() {
    let (english, _) = check(&sample(), &[]).await;
    assert!(
        english.stdout.contains("It can be sent."),
        "{}",
        english.stdout
    );
    let (spanish, _) = check(&sample(), &["--words", "es"]).await;
    assert!(
        spanish.stdout.contains("Se puede enviar."),
        "{}",
        spanish.stdout
    );
    let (chinese, _) = check("/no/such/clip.mp4", &["--words=zh-Hans"]).await;
    assert!(
        chinese.stdout.contains("这里没有文件。"),
        "{}",
        chinese.stdout
    );
}
