//! Everything that ends without a reel: the exit code, the document, and what was really sent.

use sandbox::Fault;

use crate::bench::{self, Bench, Decision, Ended, sample};

#[tokio::test]
async fn without_a_yes_nothing_at_all_is_sent() {
    let bench = Bench::signed_in(|_| {}).await;
    let before = bench.sandbox.books().requests.len();
    let ended = bench.reel(&["riff", &sample(), "--json"]).await;
    assert_eq!(ended.exit, 3, "{}", ended.stderr);
    assert_eq!(ended.code(), "not-confirmed");
    let books = bench.sandbox.books();
    assert_eq!(books.requests.len(), before, "not even a read");
    assert_eq!((books.riffs.len(), books.upload_bytes), (0, 0));
}

#[tokio::test]
async fn nobody_signed_in_is_told_so() {
    let bench = Bench::new(|_| {}).await;
    let ended = bench.reel(&["riff", &sample(), "--yes", "--json"]).await;
    assert_eq!((ended.exit, ended.code().as_str()), (4, "not-signed-in"));
    assert_eq!(ended.json()["error"]["next"], "sign-in");
    assert_eq!(bench.reel(&["library", "--json"]).await.exit, 4);
    assert_eq!(bench.sandbox.books().upload_bytes, 0);
}

#[tokio::test]
async fn a_denied_and_an_expired_sign_in_are_not_signed_in() {
    let bench = Bench::new(|_| {}).await;
    let denied = bench.login(Decision::Deny).await;
    assert_eq!((denied.exit, denied.code().as_str()), (4, "sign-in-denied"));
    bench.sandbox.faults().arm(Fault::DeviceExpired);
    let expired = bench.login(Decision::Approve).await;
    assert_eq!(
        (expired.exit, expired.code().as_str()),
        (4, "sign-in-expired")
    );
}

#[tokio::test]
async fn a_session_that_has_ended_leads_back_to_the_sign_in() {
    let bench = Bench::signed_in(|_| {}).await;
    bench.sandbox.faults().arm(Fault::Session401);
    let ended = bench.reel(&["riff", &sample(), "--yes", "--json"]).await;
    assert_eq!((ended.exit, ended.code().as_str()), (4, "not-signed-in"));
    assert!(bench.sandbox.books().riffs.is_empty());
}

#[tokio::test]
async fn a_shortfall_is_told_in_seconds_with_the_services_own_link() {
    let bench = Bench::signed_in(|setup| setup.balance_seconds = 2.0).await;
    let ended = bench.reel(&["riff", &sample(), "--yes", "--json"]).await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (1, "not-enough-seconds")
    );
    let error = &ended.json()["error"];
    let link = error["top_up_url"].as_str().expect("the service's link");
    assert!(ended.stderr.contains(link), "{}", ended.stderr);
    let told = error["message"].as_str().expect("a sentence");
    assert!(told.contains("2 s left"), "{told}");
    assert!(!told.to_lowercase().contains("credit"), "{told}");
    assert_eq!(bench.sandbox.books().charged_seconds, 0.0);
}

#[tokio::test]
async fn an_analysis_without_a_video_is_never_a_success() {
    let bench = Bench::signed_in(|_| {}).await;
    bench.sandbox.faults().arm(Fault::AutoGenerateNoBalance);
    let ended = bench.reel(&["riff", &sample(), "--yes", "--json"]).await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (1, "auto-generate-no-balance")
    );
    assert!(ended.json()["batch_id"].is_string());
}

#[tokio::test]
async fn a_failed_and_a_dead_task_are_refused_with_the_services_words() {
    for fault in [Fault::FailAnalysis, Fault::FailTask, Fault::DeadTask] {
        let bench = Bench::signed_in(|_| {}).await;
        bench.sandbox.faults().arm(fault.clone());
        let ended = bench.reel(&["riff", &sample(), "--yes", "--json"]).await;
        assert_eq!(ended.exit, 1, "{fault:?}: {}", ended.stdout);
        assert!(
            !ended.json()["error"]["message"]
                .as_str()
                .expect("a sentence")
                .is_empty()
        );
    }
}

#[tokio::test]
async fn a_lost_answer_is_in_doubt_and_is_not_sent_again() {
    let bench = Bench::signed_in(|_| {}).await;
    bench.sandbox.faults().arm(Fault::LoseRiffAnswer);
    let ended = bench.reel(&["riff", &sample(), "--yes", "--json"]).await;
    assert_eq!((ended.exit, ended.code().as_str()), (6, "in-doubt"));
    assert_eq!(ended.json()["error"]["retryable"], false);
    let queue = bench.document(&["queue", "--wait"]).await;
    assert_eq!(queue["orders"][0]["state"], "ready", "found again");
    assert_eq!(bench.sandbox.books().count("POST", "/api/riffs"), 1);
}

#[tokio::test]
async fn a_service_that_does_not_answer_a_read() {
    let bench = Bench::signed_in(|_| {}).await;
    let gone = bench.sandbox.riffkit_url();
    let Bench {
        sandbox, folder, ..
    } = bench;
    sandbox.stop().await;
    let mut library = bench::command(&folder.path().join("home"), &["library", "--json"]);
    library.env("RIFFKIT_BASE_URL", gone.as_str());
    let ended = Ended::from(library.output().await.expect("starts"));
    assert_eq!((ended.exit, ended.code().as_str()), (5, "offline"));
}

#[tokio::test]
async fn an_unusual_host_must_be_agreed_to_by_name() {
    let bench = Bench::signed_in(|_| {}).await;
    let link = "https://videos.example/@a/video/1";
    let ended = bench.reel(&["riff", link, "--yes", "--json"]).await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (3, "link-host-unusual")
    );
    assert_eq!(bench.sandbox.books().count("POST", "/api/riffs"), 0);
    let other = [
        "riff",
        link,
        "--allow-host",
        "other.example",
        "--yes",
        "--json",
    ];
    assert_eq!(bench.reel(&other).await.exit, 3);
    assert_eq!(bench.sandbox.books().count("POST", "/api/riffs"), 0);
    let agreed = [
        "riff",
        link,
        "--allow-host",
        "videos.example",
        "--yes",
        "--json",
    ];
    bench.reel(&agreed).await;
    assert_eq!(bench.sandbox.books().count("POST", "/api/riffs"), 1);
}

#[tokio::test]
async fn a_clip_that_cannot_be_sent_is_refused_before_the_service_hears_of_it() {
    let bench = Bench::signed_in(|_| {}).await;
    let before = bench.sandbox.books().upload_bytes;
    let text = bench.folder.path().join("notes.mp4");
    std::fs::write(&text, "not a video").expect("written");
    let ended = bench
        .reel(&["riff", text.to_str().expect("UTF-8"), "--yes", "--json"])
        .await;
    assert_eq!((ended.exit, ended.code().as_str()), (1, "clip-refused"));
    assert_eq!(bench.sandbox.books().upload_bytes, before);
}

#[tokio::test]
async fn a_text_over_its_cap_is_a_wrong_command_line() {
    let bench = Bench::signed_in(|_| {}).await;
    let long = "x".repeat(5_001);
    let ended = bench
        .reel(&["riff", &sample(), "--direction", &long, "--yes", "--json"])
        .await;
    assert_eq!((ended.exit, ended.code().as_str()), (2, "text-too-long"));
    assert!(
        ended.stderr.contains("5,000 characters by 1."),
        "{}",
        ended.stderr
    );
    assert!(bench.sandbox.books().riffs.is_empty());
}

#[tokio::test]
async fn a_server_on_plain_http_elsewhere_is_not_used() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut library = bench::command(folder.path(), &["library", "--json"]);
    library.env("RIFFKIT_BASE_URL", "http://riffkit.example");
    let ended = Ended::from(library.output().await.expect("starts"));
    assert_eq!((ended.exit, ended.code().as_str()), (2, "usage"));
}

#[tokio::test]
async fn a_reel_that_cannot_be_saved_is_no_reason_to_order_again() {
    let bench = Bench::signed_in(|_| {}).await;
    // A file where the folder should be.
    let blocked = bench.folder.path().join("blocked");
    std::fs::write(&blocked, "").expect("written");
    let save = blocked.join("reels");
    let save = save.to_str().expect("UTF-8");
    let ended = bench
        .reel(&["riff", &sample(), "--yes", "--save", save, "--json"])
        .await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (1, "folder-unwritable")
    );
    assert_eq!(ended.json()["error"]["retryable"], false);
    assert!(ended.json()["order_id"].is_string());
}
