//! Objects at presigned addresses: put by ranges, refused by storage, fetched again.

use std::sync::{Arc, Mutex};

use futures_util::TryStreamExt as _;
use wire::upload::{Aborted, FileRange, Hooks};
use wire::{Failure, Portion, Presigned, Reached, SourceFault};

use crate::server::{Server, announced, answer, client, header, redirect};
use crate::upload::clip;

const STORED: &str = "HTTP/1.1 200 OK\r\nETag: \"9b2c\"\r\nContent-Length: 0\r\n\r\n";

pub fn presigned(server: &Server) -> Presigned {
    let mut url = server.at("/bucket/k.mp4");
    url.set_query(Some("partNumber=2&X-Amz-Signature=ff00"));
    Presigned::new(url)
}

pub async fn range(
    file: &tempfile::NamedTempFile,
    start: u64,
    length: u64,
    whole: u64,
) -> FileRange {
    FileRange {
        file: tokio::fs::File::open(file.path()).await.unwrap(),
        start,
        length,
        file_length: whole,
    }
}

#[tokio::test]
async fn exactly_the_range_arrives_with_its_length_and_no_other_header_of_ours() {
    let whole = 400_000;
    let (file, bytes) = clip(whole);
    for (start, length, content_type) in [
        (0, 400_000, Some("video/mp4")),
        (150_000, 131_072, None),
        (262_144, 137_856, None),
        (399_999, 1, None),
    ] {
        let server = Server::new().await;
        let to = presigned(&server);
        let received = tokio::spawn(async move {
            let mut peer = server.accept().await;
            let head = peer.head().await;
            let body = peer.body(announced(&head)).await;
            peer.say(STORED).await;
            (head, body)
        });
        let progress = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&progress);
        let hooks =
            Hooks::none().progress(move |sent, total| kept.lock().unwrap().push((sent, total)));
        let part = range(&file, start, length, whole as u64).await;
        let stored = client()
            .put_range(&to, part, content_type, hooks)
            .await
            .unwrap();
        assert_eq!(stored.etag.as_deref(), Some("\"9b2c\""));

        let (head, body) = received.await.unwrap();
        assert!(
            head.starts_with("put /bucket/k.mp4?partnumber=2&x-amz-signature=ff00 http/1.1"),
            "{head}"
        );
        assert_eq!(announced(&head) as u64, length);
        assert!(body == bytes[start as usize..][..length as usize]);
        assert_eq!(header(&head, "content-type"), content_type);
        for absent in ["authorization", "cookie", "expect", "idempotency-key"] {
            assert_eq!(header(&head, absent), None, "{absent}");
        }
        let progress = progress.lock().unwrap();
        assert!(progress.is_sorted());
        assert_eq!(*progress.last().unwrap(), (length, length));
    }
}

#[tokio::test]
async fn what_storage_says_is_told_apart_and_its_xml_is_not_repeated() {
    for (status, code) in [
        ("403 Forbidden", Some("AccessDenied")),
        ("400 Bad Request", Some("EntityTooSmall")),
        ("404 Not Found", Some("NoSuchUpload")),
        ("411 Length Required", None),
        ("503 Service Unavailable", Some("SlowDown")),
    ] {
        let (file, _) = clip(1_000);
        let server = Server::new().await;
        let to = presigned(&server);
        let body = match code {
            Some(code) => format!(
                "<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>m</Message>\
                 <StringToSign>s3cret</StringToSign></Error>"
            ),
            None => String::new(),
        };
        let said = answer(status, "application/xml", &body);
        tokio::spawn(async move {
            let mut peer = server.accept().await;
            let head = peer.head().await;
            peer.body(announced(&head)).await;
            peer.say(&said).await;
        });
        let part = range(&file, 0, 1_000, 1_000).await;
        let failure = client()
            .put_range(&to, part, None, Hooks::none())
            .await
            .unwrap_err();
        assert!(status.starts_with(&failure.status().unwrap().to_string()));
        let Failure::Status { detail, .. } = &failure else {
            panic!("{failure:?}");
        };
        assert_eq!(detail.get("error").and_then(|code| code.as_str()), code);
        let printed = format!("{failure:?} {failure}");
        assert!(
            !printed.contains("s3cret") && !printed.contains("ff00"),
            "{printed}"
        );
    }
}

#[tokio::test]
async fn a_file_that_changed_its_length_is_never_completed() {
    for (real, start, length, promised) in [
        (300_000, 100_000, 200_000, 300_001),
        (300_000, 0, 131_072, 299_999),
        (300_000, 200_000, 200_000, 400_000),
    ] {
        let (file, _) = clip(real);
        let server = Server::new().await;
        let to = presigned(&server);
        let received = tokio::spawn(async move { server.accept().await.share().await });
        let part = range(&file, start, length, promised).await;
        let failure = client()
            .put_range(&to, part, None, Hooks::none())
            .await
            .unwrap_err();
        assert!(
            matches!(failure, Failure::Source(SourceFault::Changed)),
            "{failure:?}"
        );
        let (total, received) = received.await.unwrap();
        assert!(received < total, "{received} of {total}");
    }
}

#[tokio::test]
async fn a_dropped_put_and_a_refused_gate_keep_the_end_here() {
    let (file, _) = clip(1_000);
    let server = Server::new().await;
    let to = presigned(&server);
    let received = tokio::spawn(async move { server.accept().await.share().await });
    let hooks = Hooks::none().before_last(|| Box::pin(async { Err(Aborted) }));
    let part = range(&file, 0, 1_000, 1_000).await;
    let failure = client()
        .put_range(&to, part, None, hooks)
        .await
        .unwrap_err();
    assert!(matches!(failure, Failure::Withheld), "{failure:?}");
    assert_eq!(received.await.unwrap().1, 0);
}

#[tokio::test]
async fn a_yes_before_the_end_and_a_redirect_are_not_storages_answer() {
    let (file, _) = clip(2_000_000);
    for said in [STORED.to_owned(), redirect("http://127.0.0.1:1/elsewhere")] {
        let server = Server::new().await;
        let to = presigned(&server);
        tokio::spawn(async move {
            let mut peer = server.accept().await;
            peer.head().await;
            peer.say(&said).await;
            peer.body(usize::MAX).await;
        });
        let hooks = Hooks::none().before_last(|| Box::pin(std::future::pending()));
        let part = range(&file, 0, 2_000_000, 2_000_000).await;
        let failure = client()
            .put_range(&to, part, None, hooks)
            .await
            .unwrap_err();
        assert!(
            matches!(
                failure,
                Failure::NotTheService {
                    reached: Reached::NotSent,
                    ..
                }
            ),
            "{failure:?}"
        );
    }
}

#[tokio::test]
async fn a_presigned_object_is_fetched_from_a_byte_on_without_any_credential() {
    let server = Server::new().await;
    let from = presigned(&server);
    let served = server.answering(vec![
        "HTTP/1.1 206 Partial Content\r\nETag: \"e\"\r\nContent-Range: bytes 3-5/6\r\n\
         Content-Length: 3\r\nConnection: close\r\n\r\nfgh"
            .to_owned(),
    ]);
    let portion = Portion::from_byte(3, Some("\"e\"".to_owned()));
    let streamed = client().get_presigned(&from, &portion).await.unwrap();
    assert_eq!(
        (streamed.status, streamed.content_range.as_deref()),
        (206, Some("bytes 3-5/6"))
    );
    let pieces: Vec<_> = streamed.body.try_collect().await.unwrap();
    assert_eq!(pieces.concat(), b"fgh");
    let heads = served.await.unwrap();
    assert_eq!(header(&heads[0], "range"), Some("bytes=3-"));
    assert_eq!(header(&heads[0], "if-range"), Some("\"e\""));
    assert_eq!(header(&heads[0], "authorization"), None);
}

#[tokio::test]
async fn the_next_part_takes_the_connection_of_the_one_before_unless_storage_has_closed_it() {
    const PART: usize = 1_000;
    let (file, _) = clip(PART);
    let server = Server::new().await;
    let to = presigned(&server);
    let connections = tokio::spawn(async move {
        let mut served = Vec::new();
        for parts in [2, 1] {
            let mut peer = server.accept().await;
            for _ in 0..parts {
                let head = peer.head().await;
                served.push(peer.body(announced(&head)).await.len());
                peer.say(STORED).await;
            }
            peer.close().await;
        }
        served
    });
    let client = client();
    for _ in 0..3 {
        let part = range(&file, 0, PART as u64, PART as u64).await;
        let stored = client.put_range(&to, part, None, Hooks::none()).await;
        assert_eq!(stored.unwrap().etag.as_deref(), Some("\"9b2c\""));
        // Time to see what the peer does after its answer.
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
    }
    assert_eq!(connections.await.unwrap(), [PART; 3]);
}
