//! A person's own clips on their way: interrupted, given up, gone on with. Killed ones are in
//! [`crate::hub_kill`].

use serde_json::json;

use crate::bench::{Bench, Ended, large_sample};
use crate::hub_bench::written;
use crate::waiting::until;

const PART: u64 = 5 * 1024 * 1024;

/// Parts of storage's smallest size, so that a small clip has several.
fn in_small_parts(setup: &mut sandbox::Setup) {
    setup.part_size = PART;
}

fn parts_there(bench: &Bench) -> usize {
    let puts = bench.sandbox.storage_books().puts;
    puts.iter().filter(|put| put.is_answered).count()
}

#[cfg(unix)]
#[tokio::test]
async fn ctrl_c_pauses_and_the_same_command_goes_on_or_it_is_given_up() {
    use crate::interrupted::press;

    let bench = Bench::with_token(in_small_parts).await;
    let slug = bench.ad().await;
    let clip = large_sample(bench.folder.path());
    let upload = ["editor", "upload", &slug, &clip, "--multipart", "--json"];
    // So slow that parts are still to come whenever the key is felt.
    let slow = "slow-storage=2000000";
    bench.sandbox.faults().arm_named(slow).expect("a fault");
    let child = bench.spawn(&upload);
    until("a part is there", || {
        (parts_there(&bench) > 0).then_some(())
    })
    .await;
    press(&child, "INT").await;
    let ended = Ended::from(child.wait_with_output().await.expect("ends"));
    bench.sandbox.faults().clear();
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (5, "interrupted"),
        "{}",
        ended.stderr
    );
    assert!(
        ended.stderr.contains("The same command"),
        "{}",
        ended.stderr
    );
    let left = bench.document(&["editor", "uploads", &slug]).await;
    assert_eq!(left[0]["status"], "paused");
    let id = left[0]["footage_id"].as_str().expect("ours").to_owned();
    let cancelled = bench
        .document(&["editor", "uploads", &slug, "--cancel", &id])
        .await;
    let open = cancelled.as_array().expect("a list").iter();
    assert!(open.into_iter().all(|clip| clip["status"] != "paused"));
    assert!(bench.sandbox.storage_books().open_uploads.is_empty());

    let ended = bench.reel(&upload).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    assert_eq!(ended.json()["status"], "ready");
    let id = written(&ended.json()["upload_id"]);
    let placed = bench.document(&["editor", "place", &slug, &id]).await;
    assert_eq!(placed["segments"][0]["origin"], "footage");
    assert_eq!(bench.sandbox.storage_books().credentials_leaked, 0);
    assert_eq!(bench.charged(), 0);
}

#[tokio::test]
async fn what_is_no_clip_is_not_sent() {
    let bench = Bench::with_token(|_| {}).await;
    let slug = bench.ad().await;
    let badge = bench.badge();
    let refused = bench.refused(&["editor", "upload", &slug, &badge]).await;
    assert_eq!(refused, (1, "footage-kind-unknown".to_owned()));
    let gone = bench.refused(&["editor", "upload", &slug, "no.mp4"]).await;
    assert_eq!(gone, (1, "file-gone".to_owned()));
    assert_eq!(
        bench.document(&["editor", "uploads", &slug]).await,
        json!([])
    );
    assert_eq!(bench.sandbox.storage_books().puts.len(), 0);
}
