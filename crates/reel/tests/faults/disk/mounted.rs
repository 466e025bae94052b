//! Real file systems that are really full or can't be written: a small one in memory, which root may
//! mount. Where it can't be had these rows are left out.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sandbox::{Fault, Ffmpeg};
use serde_json::Value;

use super::GROUP;
use crate::bench::{Bench, Decision, Ended, sample};
use crate::table::{Table, Try, attempt};
use crate::waiting::{until, with_extension};

/// A reel that does not fit into the small file system, in bytes.
const REEL: u64 = 12_000_000;
/// How long a run that waits for room is watched before there is some.
const A_WHILE: Duration = Duration::from_secs(3);

/// A file system in memory, gone at the end.
struct Mounted(PathBuf);

impl Mounted {
    /// One of so many megabytes at a folder; none where this user may not.
    fn at(folder: &Path, megabytes: u32) -> Option<Self> {
        std::fs::create_dir_all(folder).ok()?;
        let size = format!("size={megabytes}m");
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(folder);
        let mounted = mount.output().is_ok_and(|output| output.status.success());
        mounted.then(|| Self(folder.to_path_buf()))
    }

    fn change(&self, options: &str) {
        let options = format!("remount,{options}");
        let changed = Command::new("mount")
            .args(["-o", &options])
            .arg(&self.0)
            .status();
        assert!(changed.expect("mount starts").success(), "{options}");
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // Lazily: a run that was just killed may still hold a file.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// Its rows.
pub fn rows(table: &mut Table) {
    let probe = tempfile::tempdir().expect("a folder");
    if Mounted::at(probe.path(), 1).is_none() {
        println!("{GROUP:<10} | (a real full disk: left out, nothing can be mounted here)");
        return;
    }
    table.row(
        GROUP,
        "a real disk that is full while a reel is saved",
        vec![reels_disk("size=1m")],
    );
    table.row(
        GROUP,
        "a real folder that can't be written",
        vec![reels_disk("ro")],
    );
    table.row(
        GROUP,
        "a real disk that is taken away while a reel is saved",
        vec![taken_away()],
    );
    table.row(
        GROUP,
        "the journal's real disk is full, or can't be written",
        vec![
            journals_disk("full", |home, _| fill(home)),
            journals_disk("read-only", |_, mounted| mounted.change("ro")),
        ],
    );
}

async fn bench() -> Bench {
    let bench = Bench::new(|setup| setup.ffmpeg = Ffmpeg::Absent).await;
    bench.sandbox.faults().arm(Fault::HugeAsset(REEL));
    bench
}

/// A finished reel is saved to a disk that does not take it, and then does.
fn reels_disk(trouble: &'static str) -> Try {
    attempt(trouble, async move {
        let bench = bench().await;
        let login = bench.login(Decision::Approve).await;
        assert_eq!(login.exit, 0, "{}", login.stderr);
        let made = bench.document(&["riff", &sample(), "--yes"]).await;
        let reel = made["reels"][0]["asset_id"]
            .as_str()
            .expect("a reel")
            .to_owned();
        let mounted = Mounted::at(&bench.out(), 40).expect("mounted before");
        mounted.change(trouble);
        let out = bench.out_argument();
        let arguments = ["save", &reel, "--to", &out, "--json"];
        let mut child = bench.spawn(&arguments);
        let ended = tokio::time::timeout(A_WHILE, child.wait()).await;
        assert!(
            with_extension(&bench.out(), "mp4").is_empty(),
            "called saved"
        );
        mounted.change("rw,size=40m");
        let ended = match ended {
            // It was told so, and tries again.
            Ok(status) => {
                assert_eq!(status.expect("it ran").code(), Some(1));
                let refused =
                    crate::bench::Ended::from(child.wait_with_output().await.expect("read"));
                assert!(
                    ["disk-full", "folder-unwritable"].contains(&&*refused.code()),
                    "{}",
                    refused.stdout
                );
                bench.reel(&arguments).await
            }
            // It waits for room, and goes on.
            Err(_) => child.wait_with_output().await.expect("ends").into(),
        };
        assert_eq!(ended.exit, 0, "{}", ended.stderr);
        let files = with_extension(&bench.out(), "mp4");
        assert_eq!(files.len(), 1, "{files:?}");
        assert_eq!(std::fs::metadata(&files[0]).expect("saved").len(), REEL);
        assert!(with_extension(&bench.out(), "part").is_empty());
    })
}

/// A finished reel is on its way to a disk when somebody pulls it out. Nothing is called saved that is
/// not there; once there is a disk again, it is saved to it.
fn taken_away() -> Try {
    attempt("taken away", async {
        let bench = bench().await;
        let login = bench.login(Decision::Approve).await;
        assert_eq!(login.exit, 0, "{}", login.stderr);
        let made = bench.document(&["riff", &sample(), "--yes"]).await;
        let reel = made["reels"][0]["asset_id"].as_str().expect("a reel");
        let mounted = Mounted::at(&bench.out(), 40).expect("mounted before");
        let faults = bench.sandbox.faults();
        faults.arm(Fault::SlowDownload(REEL / 4));
        let out = bench.out_argument();
        let arguments = ["save", reel, "--to", &out, "--json"];
        let child = bench.spawn(&arguments);
        let is_begun = || {
            let parts = with_extension(&bench.out(), "part");
            let is_some = |part: &PathBuf| std::fs::metadata(part).is_ok_and(|it| it.len() > 0);
            parts.iter().any(is_some).then_some(())
        };
        until("it is on its way", is_begun).await;
        drop(mounted);
        faults.disarm(&Fault::SlowDownload(REEL / 4));
        let ended = child.wait_with_output().await.expect("ends").into();
        let Ended { exit, stderr, .. } = &ended;
        let is_there = is_saved(&bench.out());
        assert!(*exit != 0 || is_there, "called saved");
        assert!(*exit == 0 || !stderr.is_empty(), "said to nobody");
        if *exit != 0 {
            assert_ne!(ended.code(), "internal", "{stderr}");
        }
        let _again = Mounted::at(&bench.out(), 40).expect("mounted before");
        let saved = bench.document(&arguments[..4]).await;
        let path = Path::new(saved["path"].as_str().expect("a path"));
        assert_eq!(std::fs::metadata(path).expect("saved").len(), REEL);
        assert!(is_saved(&bench.out()), "not where it was to be");
        assert!(with_extension(&bench.out(), "part").is_empty());
    })
}

/// Whether the reel lies there, whole.
fn is_saved(folder: &Path) -> bool {
    let files = with_extension(folder, "mp4");
    files.len() == 1 && std::fs::metadata(&files[0]).is_ok_and(|file| file.len() == REEL)
}

/// Writes until no byte goes in any more.
fn fill(home: &Path) {
    use std::io::Write as _;
    let mut filling = std::fs::File::create(home.join("filling")).expect("a file");
    while filling.write_all(&[0; 4096]).is_ok() {}
}

/// The intent of an order can't be written: nothing is ordered. Once it can, all is as before.
fn journals_disk(what: &str, trouble: fn(&Path, &Mounted)) -> Try {
    attempt(what, async move {
        let bench = bench().await;
        let mounted = Mounted::at(&bench.home(), 8).expect("mounted before");
        let login = bench.login(Decision::Approve).await;
        assert_eq!(login.exit, 0, "{}", login.stderr);
        trouble(&bench.home(), &mounted);
        let refused = bench.reel(&["riff", &sample(), "--yes", "--json"]).await;
        assert_ne!(refused.exit, 0, "{}", refused.stdout);
        assert_ne!(refused.exit, 6, "it is not in doubt: {}", refused.stdout);
        assert!(!refused.stderr.is_empty(), "said to nobody");
        assert!(
            bench.sandbox.books().riffs.is_empty(),
            "ordered without an intent"
        );
        mounted.change("rw,size=40m");
        let _ = std::fs::remove_file(bench.home().join("filling"));
        let order: Value = bench.document(&["riff", &sample(), "--yes"]).await;
        assert_eq!(bench.sandbox.books().riffs.len(), 1);
        let queue = bench.document(&["queue"]).await;
        let known = queue["orders"].as_array().expect("orders").iter();
        let ready = known.filter(|known| known["batch_id"] == order["batch_id"]);
        assert_eq!(ready.count(), 1, "{queue}");
        until("its locks are gone", || {
            bench.senders().is_empty().then_some(())
        })
        .await;
    })
}
