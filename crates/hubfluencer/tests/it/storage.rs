//! Object storage: what a put carries, and what its refusals mean.

use futures_util::TryStreamExt as _;
use hubfluencer::{Api, Failure, FileRange, Hooks, Origin, Portion, Presigned, StorageProblem};

use crate::recorded::{Recorded, client, server};

fn presigned(origin: &Origin) -> Presigned {
    let mut url = origin.at("/bucket/uploads/k.mp4");
    url.set_query(Some("X-Amz-Signature=ff00"));
    Presigned::new(url)
}

/// The service is elsewhere: storage has an origin of its own.
fn api() -> Api {
    Api::new(client(), "https://hubfluencer.com".parse().unwrap())
}

async fn file(content: &[u8]) -> (tempfile::NamedTempFile, tokio::fs::File) {
    let kept = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(kept.path(), content).unwrap();
    let open = tokio::fs::File::open(kept.path()).await.unwrap();
    (kept, open)
}

async fn put_part(origin: &Origin, range: FileRange) -> Result<String, Failure> {
    api()
        .put_part(&presigned(origin), range, Hooks::none())
        .await
}

const STORED: [(&str, &str); 1] = [("etag", "\"9b2c\"")];

#[tokio::test]
async fn a_whole_object_carries_its_media_type_and_a_part_none() {
    let (origin, recorded) = server(200, &STORED, "").await;
    let (_kept, open) = file(b"0123456789").await;
    api()
        .put_object(
            &presigned(&origin),
            FileRange::whole(open, 10),
            "video/quicktime",
            Hooks::none(),
        )
        .await
        .unwrap();
    let asked = recorded.asked();
    assert_eq!(
        asked.line(),
        "PUT /bucket/uploads/k.mp4?X-Amz-Signature=ff00"
    );
    assert_eq!(asked.header("content-type"), Some("video/quicktime"));
    assert_eq!(asked.header("content-length"), Some("10"));
    assert_eq!(
        (asked.header("authorization"), &asked.body[..]),
        (None, &b"0123456789"[..])
    );

    let (_kept, open) = file(b"0123456789").await;
    let range = FileRange {
        file: open,
        start: 4,
        length: 3,
        file_length: 10,
    };
    let etag = put_part(&origin, range).await.unwrap();
    assert_eq!(etag, "\"9b2c\"");
    let asked = recorded.asked();
    assert_eq!(
        (asked.header("content-type"), &asked.body[..]),
        (None, &b"456"[..])
    );
    assert_eq!(asked.header("transfer-encoding"), None);
}

#[tokio::test]
async fn a_part_without_an_etag_is_not_known_to_be_there() {
    let (origin, _) = server(200, &[], "").await;
    let (_kept, open) = file(b"0123456789").await;
    let range = FileRange::whole(open, 10);
    let answer = put_part(&origin, range).await;
    let failure = answer.unwrap_err();
    assert!(matches!(
        StorageProblem::of(&failure),
        StorageProblem::Other { .. }
    ));
}

async fn problem(status: u16, code: &str) -> StorageProblem {
    let body = match code {
        "" => String::new(),
        code => format!("<Error><Code>{code}</Code><Message>no</Message></Error>"),
    };
    let (origin, _): (_, Recorded) =
        server(status, &[("content-type", "application/xml")], &body).await;
    let (_kept, open) = file(b"0123456789").await;
    let range = FileRange::whole(open, 10);
    StorageProblem::of(&put_part(&origin, range).await.unwrap_err())
}

#[tokio::test]
async fn refusals_are_told_apart() {
    let other = |status, code: &str| StorageProblem::Other {
        status: Some(status),
        code: Some(code.to_owned()),
    };
    for (status, code, expected) in [
        (403, "AccessDenied", StorageProblem::Refused),
        (403, "SignatureDoesNotMatch", StorageProblem::Refused),
        (403, "", StorageProblem::Refused),
        (400, "ExpiredToken", StorageProblem::Refused),
        (400, "", StorageProblem::Refused),
        (400, "EntityTooSmall", StorageProblem::TooSmall),
        (400, "InvalidPart", StorageProblem::InvalidPart),
        (400, "BadDigest", other(400, "BadDigest")),
        (404, "NoSuchUpload", StorageProblem::Gone),
        (411, "MissingContentLength", StorageProblem::LengthRequired),
        (501, "NotImplemented", StorageProblem::LengthRequired),
        (416, "InvalidRange", StorageProblem::WrongRange),
        (500, "InternalError", StorageProblem::Unavailable),
        (503, "SlowDown", StorageProblem::Unavailable),
        (409, "OperationAborted", other(409, "OperationAborted")),
    ] {
        assert_eq!(problem(status, code).await, expected, "{status} {code}");
    }
}

#[tokio::test]
async fn an_object_is_fetched_without_the_token_and_an_expired_address_says_so() {
    let (origin, recorded) = server(206, &STORED, "456").await;
    let portion = Portion::from_byte(4, Some("\"9b2c\"".to_owned()));
    let from = presigned(&origin);
    let streamed = api().fetch_object(&from, &portion).await.unwrap();
    let pieces: Vec<_> = streamed.body.try_collect().await.unwrap();
    assert_eq!(pieces.concat(), b"456");
    let asked = recorded.asked();
    assert_eq!(asked.header("range"), Some("bytes=4-"));
    assert_eq!(asked.header("authorization"), None);

    let (origin, _) = server(403, &[], "<Error><Code>AccessDenied</Code></Error>").await;
    let gone = api().fetch_object(&presigned(&origin), &portion).await;
    let failure = gone.unwrap_err();
    assert_eq!(StorageProblem::of(&failure), StorageProblem::Refused);
    assert!(!format!("{failure:?} {failure}").contains("ff00"));
    let nobody: Origin = "http://127.0.0.1:1".parse().unwrap();
    let silent = api().fetch_object(&presigned(&nobody), &portion).await;
    let failure = silent.unwrap_err();
    assert_eq!(StorageProblem::of(&failure), StorageProblem::Unavailable);
    assert!(!format!("{failure:?} {failure}").contains("ff00"));
}
