//! `reel editor upload` killed at random moments of a clip that goes in parts: what was on record as
//! acknowledged is never sent again, and the stored clip is the file, byte for byte. The judges are the
//! storage's own books and the journal that the dead left.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use sandbox::{Fault, Ffmpeg, PutEntry};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::bench::{Bench, Ended, sample};
use crate::chance::Chance;

/// The least that object storage takes.
const PART: u64 = 5 * 1024 * 1024;
/// Bytes a second of each part, so that there is a middle to be killed in.
const RATE: u64 = 12_000_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_clip_of_60_mb_survives_five_kills() {
    killed(60_000_000, 5, 0x9E37_79B9_7F4A_7C15).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the long form: 300 MB and 20 kills"]
async fn a_clip_of_300_mb_survives_twenty_kills() {
    killed(300_000_000, 20, 0xD1B5_4A32_D192_ED03).await;
}

/// Uploads a clip of so many bytes, killing the program so often.
async fn killed(bytes: u64, kills: u32, seed: u64) {
    let bench = Bench::new(|setup| {
        setup.part_size = PART;
        setup.ffmpeg = Ffmpeg::Absent;
    })
    .await;
    let clip = clip_of(bench.folder.path(), bytes);
    let slug = ad(&bench).await;
    let path = clip.to_str().expect("UTF-8");
    let upload = ["editor", "upload", &slug, path, "--multipart", "--json"];
    bench.sandbox.faults().arm(Fault::SlowStorage(RATE));
    let mut chance = Chance(seed);
    let parts = bytes.div_ceil(PART);
    let mut on_record = Vec::new();
    for _ in 0..kills {
        let asked = bench.sandbox.storage_books().requests.len();
        let mut child = uploading(&bench, &upload).spawn().expect("reel starts");
        // From the moment in which its first part begins, up to a little after it has ended.
        while bench.sandbox.storage_books().requests.len() == asked {
            let ended = child.try_wait().expect("known");
            assert!(ended.is_none(), "it ended before its first part");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        tokio::time::sleep(Duration::from_millis(chance.below(PART * 1_300 / RATE))).await;
        child.kill().await.expect("killed while it ran");
        on_record.push((puts(&bench).len(), acknowledged(&bench)));
    }
    bench.sandbox.faults().clear();
    let ended = uploading(&bench, &upload).output().await;
    let ended = Ended::from(ended.expect("reel starts"));
    assert_eq!(ended.exit, 0, "{}{}", ended.stdout, ended.stderr);
    let books = bench.sandbox.storage_books();
    for (kill, (stored, known)) in on_record.iter().enumerate() {
        let late: BTreeSet<u32> = books.puts[*stored..].iter().filter_map(number).collect();
        let again: Vec<_> = known.keys().filter(|part| late.contains(part)).collect();
        assert_eq!(again, Vec::<&u32>::new(), "sent again after kill {kill}");
    }
    // An answer that the dead could no longer read is the only reason to send a part again.
    let resent = books.resent_parts().len();
    assert!(resent <= kills as usize * 4, "{resent}");
    println!("{parts} parts, {kills} kills, {resent} parts whose answer died with its reader");
    assert_eq!(books.open_uploads.len(), 0);
    let stored = books.objects.iter().find(|object| object.bytes == bytes);
    let sum = stored.expect("the clip").sha256().expect("readable");
    assert_eq!(sum, sum_of(&clip));
    let path = format!("/api/editor/{slug}/uploads/multipart/init");
    assert_eq!(bench.sandbox.hub_books().count("POST", &path), 1);
}

fn uploading(bench: &Bench, arguments: &[&str]) -> tokio::process::Command {
    let mut command = bench.command(arguments);
    let sandbox = &bench.sandbox;
    command
        .env("HUBFLUENCER_BASE_URL", sandbox.hubfluencer_url().as_str())
        .env("HUBFLUENCER_API_TOKEN", sandbox.hubfluencer_token());
    command
}

/// An ad, made by somebody else's client.
async fn ad(bench: &Bench) -> String {
    let url = bench.sandbox.hubfluencer_url().join("/api/editor");
    let answer = reqwest::Client::new()
        .post(url.expect("an address"))
        .bearer_auth(bench.sandbox.hubfluencer_token())
        .json(&json!({"language": "en"}))
        .send()
        .await
        .expect("answered");
    let made: Value = answer.json().await.expect("JSON");
    made["data"]["slug"].as_str().expect("a slug").to_owned()
}

fn puts(bench: &Bench) -> Vec<PutEntry> {
    bench.sandbox.storage_books().puts
}

fn number(put: &PutEntry) -> Option<u32> {
    put.part.as_ref().map(|(_, number)| *number)
}

/// Number and ETag of the parts that are on record here.
fn acknowledged(bench: &Bench) -> BTreeMap<u32, String> {
    let path = bench.home().join("journal.db");
    let opened = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY);
    let Ok(journal) = opened else {
        return BTreeMap::new();
    };
    let query = journal.prepare("SELECT part_number, etag FROM hub_footage_parts");
    let Ok(mut query) = query else {
        return BTreeMap::new();
    };
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.expect("readable")
        .collect::<Result<_, _>>()
        .expect("readable")
}

/// The sample with filling behind it, no two parts of which are alike.
fn clip_of(folder: &Path, bytes: u64) -> PathBuf {
    let mut clip = std::fs::read(sample()).expect("the sample");
    let filling = u32::try_from(bytes - clip.len() as u64).expect("one box");
    clip.extend_from_slice(&filling.to_be_bytes());
    clip.extend_from_slice(b"free");
    let mut chance = Chance(7);
    while (clip.len() as u64) < bytes {
        clip.extend_from_slice(&chance.next().to_be_bytes());
    }
    clip.truncate(usize::try_from(bytes).expect("small"));
    let path = folder.join("clip.mp4");
    std::fs::write(&path, clip).expect("written");
    path
}

fn sum_of(path: &Path) -> String {
    let sum = Sha256::digest(std::fs::read(path).expect("readable"));
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}
