//! Storage that somebody else wrote: the same puts against an S3-compatible server that is not ours.
//!
//! `cargo xtask s3-test` starts one and runs these; its address comes in [`STORAGE`].

mod signing;

use std::io::Write as _;

use futures_util::future::try_join_all;
use hubfluencer::{Api, Failure, FileRange, Hooks, StorageProblem};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;
use wire::{Client, Origin, Presigned, Settings};

use signing::{Grant, Keyring, hexadecimal};

/// `http://ID:SECRET@HOST:PORT/BUCKET`.
const STORAGE: &str = "REELWRIGHT_FOREIGN_STORAGE";
/// Bytes of a part: the least that storage takes.
const PART: u64 = 5 * 1024 * 1024;
const KIND: &str = "video/mp4";

struct Bench {
    keys: Keyring,
    api: Api,
}

impl Bench {
    fn new() -> Self {
        let storage = std::env::var(STORAGE).expect("`cargo xtask s3-test` says where it is");
        let client = Client::new(Settings::new("reelwright-test")).unwrap();
        // The service itself is asked nothing here.
        let origin = Origin::of(&"http://127.0.0.1:1/".parse().unwrap()).unwrap();
        Self {
            keys: Keyring::of(&storage),
            api: Api::new(client, origin),
        }
    }

    /// Where to put an object of this media type.
    fn place(&self, key: &str) -> Presigned {
        let mut grant = Grant::of("PUT", key, &[]);
        grant.content_type = Some(KIND);
        self.keys.presigned(&grant)
    }

    async fn put(&self, to: &Presigned, file: &NamedTempFile, kind: &str) -> Result<(), Failure> {
        let whole = range(file, 0, u64::MAX).await;
        self.api.put_object(to, whole, kind, Hooks::none()).await
    }

    /// What the service asks of storage, which is not the client's: its status and its body.
    async fn asked(&self, grant: &Grant<'_>, body: String) -> (u16, String) {
        let url = self.keys.presigned(grant).expose().clone();
        let answer = reqwest::Client::new()
            .request(grant.method.parse().unwrap(), url)
            .body(body)
            .send()
            .await
            .unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    async fn begun(&self, key: &str) -> String {
        let (status, answer) = self
            .asked(&Grant::of("POST", key, &[("uploads", "")]), String::new())
            .await;
        assert_eq!(status, 200, "{answer}");
        let (_, rest) = answer.split_once("<UploadId>").unwrap();
        rest.split_once("</UploadId>").unwrap().0.to_owned()
    }

    async fn part(
        &self,
        key: &str,
        upload_id: &str,
        number: u32,
        file: &NamedTempFile,
    ) -> Result<String, Failure> {
        let text = number.to_string();
        let query = [("partNumber", text.as_str()), ("uploadId", upload_id)];
        let to = self.keys.presigned(&Grant::of("PUT", key, &query));
        let part = range(file, u64::from(number - 1) * PART, PART).await;
        self.api.put_part(&to, part, Hooks::none()).await
    }

    async fn completed(&self, key: &str, upload_id: &str, etags: &[String]) -> (u16, String) {
        let parts: String = (1..)
            .zip(etags)
            .map(|(number, etag)| {
                format!("<Part><PartNumber>{number}</PartNumber><ETag>{etag}</ETag></Part>")
            })
            .collect();
        let body = format!("<CompleteMultipartUpload>{parts}</CompleteMultipartUpload>");
        let query = [("uploadId", upload_id)];
        self.asked(&Grant::of("POST", key, &query), body).await
    }

    /// SHA-256 of what is stored.
    async fn stored(&self, key: &str) -> String {
        let url = self.keys.presigned(&Grant::of("GET", key, &[]));
        let answer = reqwest::get(url.expose().clone()).await.unwrap();
        assert_eq!(answer.status().as_u16(), 200);
        hexadecimal(&Sha256::digest(answer.bytes().await.unwrap()))
    }
}

/// So many bytes, no two parts of which are alike, and their SHA-256.
fn file_of(bytes: u64) -> (NamedTempFile, String) {
    let mut state = 7_u64;
    let mut content = Vec::new();
    while (content.len() as u64) < bytes {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        content.extend_from_slice(&state.to_be_bytes());
    }
    content.truncate(usize::try_from(bytes).unwrap());
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(&content).unwrap();
    (file, hexadecimal(&Sha256::digest(content)))
}

/// A range of a file, opened on its own; no more than there is.
async fn range(file: &NamedTempFile, start: u64, most: u64) -> FileRange {
    let opened = tokio::fs::File::open(file.path()).await.unwrap();
    let file_length = opened.metadata().await.unwrap().len();
    FileRange {
        file: opened,
        start,
        length: most.min(file_length - start),
        file_length,
    }
}

fn problem<T>(outcome: Result<T, Failure>) -> StorageProblem {
    StorageProblem::of(&outcome.map(drop).unwrap_err())
}

#[tokio::test]
#[ignore = "needs another's server: `cargo xtask s3-test`"]
async fn an_object_is_put_with_exactly_its_announced_media_type() {
    let bench = Bench::new();
    let (file, sum) = file_of(300_000);
    bench.put(&bench.place("a.mp4"), &file, KIND).await.unwrap();
    assert_eq!(bench.stored("a.mp4").await, sum);
    let other = bench.put(&bench.place("b.mp4"), &file, "video/webm").await;
    assert_eq!(problem(other), StorageProblem::Refused);
    let unsigned = bench.keys.presigned(&Grant::of("PUT", "c.mp4", &[]));
    let untyped = range(&file, 0, u64::MAX).await;
    let untyped = bench.api.put_part(&unsigned, untyped, Hooks::none()).await;
    untyped.expect("neither signed nor sent");
    let typed = range(&file, 0, u64::MAX).await;
    let to = bench.place("d.mp4");
    let missing = bench.api.put_part(&to, typed, Hooks::none()).await;
    assert_eq!(
        problem(missing),
        StorageProblem::Refused,
        "signed, not sent"
    );
}

#[tokio::test]
#[ignore = "needs another's server: `cargo xtask s3-test`"]
async fn an_address_that_has_expired_or_was_altered_wants_a_new_one() {
    let bench = Bench::new();
    let (file, _) = file_of(1_000);
    let mut grant = Grant::of("PUT", "e.mp4", &[]);
    grant.content_type = Some(KIND);
    grant.at = Timestamp::now() - SignedDuration::from_hours(2);
    let expired = bench.put(&bench.keys.presigned(&grant), &file, KIND).await;
    assert_eq!(problem(expired), StorageProblem::Refused);
    let mut altered = bench.place("e.mp4").expose().clone();
    altered.set_path(&altered.path().replace("e.mp4", "f.mp4"));
    let altered = bench.put(&Presigned::new(altered), &file, KIND).await;
    assert_eq!(problem(altered), StorageProblem::Refused);
}

#[tokio::test]
#[ignore = "needs another's server: `cargo xtask s3-test`"]
async fn parts_sent_four_at_a_time_make_the_very_file() {
    let bench = Bench::new();
    let (file, sum) = file_of(4 * PART + 1_234_567);
    let upload_id = bench.begun("g.mp4").await;
    // The last one first: they may come in any order.
    let last = bench.part("g.mp4", &upload_id, 5, &file).await.unwrap();
    let four = (1..=4).map(|number| bench.part("g.mp4", &upload_id, number, &file));
    let mut etags = try_join_all(four).await.unwrap();
    etags.push(last);
    let (status, answer) = bench.completed("g.mp4", &upload_id, &etags).await;
    assert_eq!(status, 200, "{answer}");
    assert_eq!(bench.stored("g.mp4").await, sum);
}

#[tokio::test]
#[ignore = "needs another's server: `cargo xtask s3-test`"]
async fn a_wrong_etag_is_found_out() {
    let bench = Bench::new();
    let (file, _) = file_of(PART + 9);
    let upload_id = bench.begun("h.mp4").await;
    let parts = (1..=2).map(|number| bench.part("h.mp4", &upload_id, number, &file));
    let mut etags = try_join_all(parts).await.unwrap();
    etags.swap(0, 1);
    let (_, answer) = bench.completed("h.mp4", &upload_id, &etags).await;
    assert!(answer.contains("InvalidPart"), "{answer}");
}

#[tokio::test]
#[ignore = "needs another's server: `cargo xtask s3-test`"]
async fn an_aborted_upload_takes_no_part_any_more() {
    let bench = Bench::new();
    let (file, _) = file_of(1_000);
    let upload_id = bench.begun("i.mp4").await;
    bench.part("i.mp4", &upload_id, 1, &file).await.unwrap();
    let query = [("uploadId", upload_id.as_str())];
    let (status, answer) = bench
        .asked(&Grant::of("DELETE", "i.mp4", &query), String::new())
        .await;
    assert_eq!(status, 204, "{answer}");
    let late = bench.part("i.mp4", &upload_id, 1, &file).await;
    assert_eq!(problem(late), StorageProblem::Gone);
    let (status, _) = bench
        .asked(&Grant::of("DELETE", "i.mp4", &query), String::new())
        .await;
    assert_eq!(status, 404, "nothing is left of it");
}
