//! The journal was damaged while nobody looked.

use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;

use sandbox::{Ffmpeg, Pace};

use super::GROUP;
use crate::bench::{Bench, sample};
use crate::table::{Table, Try, attempt};
use crate::waiting::until;

/// How a file is damaged.
type Damage = fn(&Path);

/// Its rows.
pub fn rows(table: &mut Table) {
    let tries = vec![
        damaged("its head is overwritten", |path| overwrite(path, 0, 4096)),
        damaged("its middle is overwritten", |path| {
            overwrite(path, 4096, 1 << 20)
        }),
        damaged("it is cut in half", cut_in_half),
        damaged("it is something else", |path| {
            std::fs::write(path, "no journal").expect("written")
        }),
        damaged("it is empty", |path| {
            std::fs::write(path, "").expect("written")
        }),
    ];
    table.row(GROUP, "a journal that is damaged", tries);
}

fn overwrite(path: &Path, from: u64, most: u64) {
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .open(path)
        .expect("a journal");
    let length = file.metadata().expect("known").len();
    file.seek(SeekFrom::Start(from)).expect("sought");
    let bytes = length.saturating_sub(from).min(most);
    let bytes = usize::try_from(bytes).expect("small");
    file.write_all(&vec![0x5A; bytes]).expect("written");
}

fn cut_in_half(path: &Path) {
    let file = std::fs::OpenOptions::new()
        .write(true)
        .open(path)
        .expect("a journal");
    let half = file.metadata().expect("known").len() / 2;
    file.set_len(half).expect("cut");
}

/// A riff is under way when the program is killed; then its journal is damaged. The next run sets the
/// damaged one aside, and works; what the service was paid for is in the library, and can be saved.
fn damaged(what: &str, damage: Damage) -> Try {
    attempt(what, async move {
        let bench = Bench::signed_in(|setup| {
            setup.ffmpeg = Ffmpeg::Absent;
            setup.pace = Pace::Seconds(2.0);
        })
        .await;
        let riff = ["riff", &sample(), "--yes", "--json"];
        let mut child = bench.spawn(&riff);
        let known = || {
            bench
                .intents()
                .first()
                .is_some_and(|it| it.phase == "acknowledged")
        };
        until("it was taken", || known().then_some(())).await;
        child.kill().await.expect("killed while it ran");
        let journal = bench.home().join("journal.db");
        for suffix in ["-wal", "-shm"] {
            let mut path = journal.clone().into_os_string();
            path.push(suffix);
            // What was not yet in the journal itself is lost as well.
            let _ = std::fs::remove_file(path);
        }
        damage(&journal);
        let was = std::fs::read(&journal).expect("readable");

        let queue = bench.reel(&["queue", "--json"]).await;
        assert_eq!(queue.exit, 0, "{}{}", queue.stdout, queue.stderr);
        // One that is empty has nothing to keep.
        assert!(
            was.is_empty() || is_kept(&bench.home(), &was),
            "it was not set aside"
        );
        assert!(was.is_empty() || !queue.stderr.is_empty(), "said to nobody");
        let reel = async {
            loop {
                let library = bench.document(&["library"]).await;
                if let Some(reel) = library["reels"][0]["asset_id"].as_str() {
                    return reel.to_owned();
                }
            }
        };
        let reel = tokio::time::timeout(crate::waiting::PATIENCE, reel)
            .await
            .expect("it is there");
        let out = bench.out_argument();
        let saved = bench.document(&["save", &reel, "--to", &out]).await;
        let file = saved["path"].as_str().expect("a path");
        assert!(
            std::fs::read(file).expect("saved") == bench.original(&reel),
            "not the reel"
        );
        assert_eq!(
            bench.sandbox.books().riffs.len(),
            1,
            "nothing is ordered by itself"
        );
        let again = bench.reel(&riff).await;
        assert_eq!(again.exit, 0, "{}", again.stderr);
        assert_eq!(bench.sandbox.books().riffs.len(), 2);
    })
}

/// Whether the damaged one still lies there, byte for byte.
fn is_kept(home: &Path, was: &[u8]) -> bool {
    let entries = std::fs::read_dir(home).expect("a home");
    let mut paths = entries.map(|entry| entry.expect("readable").path());
    paths.any(|path| path.is_file() && std::fs::read(path).is_ok_and(|kept| kept == was))
}
