//! Uploads that go as they should, and answers that come early.

use std::io::Write as _;
use std::sync::{Arc, Mutex};

use serde_json::Value;
use tokio::io::AsyncWriteExt as _;
use tokio::sync::oneshot;
use wire::upload::{Aborted, FilePart, Hooks, Multipart};
use wire::{Failure, Outage, Reached};

use crate::server::{Peer, Server, announced, answer, client, header, json};

/// A temporary clip of this many bytes, none like its neighbour.
pub fn clip(length: usize) -> (tempfile::NamedTempFile, Vec<u8>) {
    let bytes: Vec<u8> = (0..length).map(|n| (n % 251) as u8).collect();
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&bytes).unwrap();
    (file, bytes)
}

pub async fn form(file: &tempfile::NamedTempFile, length: u64) -> Multipart {
    let file = tokio::fs::File::open(file.path()).await.unwrap();
    let part = FilePart {
        file,
        length,
        file_name: "mein \"Clip\" 名.mp4".to_owned(),
        content_type: "video/mp4".to_owned(),
    };
    Multipart::new()
        .text("language", "en")
        .file("video", part)
        .text("content_anchor", "größer")
}

#[tokio::test]
async fn arrives_whole_in_order_and_with_its_exact_length() {
    for length in [0, 1, 128 * 1024, 128 * 1024 + 1, 300_000] {
        let (file, bytes) = clip(length);
        let server = Server::new().await;
        let (url, cookie) = (server.at("/api/riffs"), server.cookie());
        let received = tokio::spawn(async move {
            let mut peer = server.accept().await;
            let head = peer.head().await;
            let body = peer.body(announced(&head)).await;
            peer.say(&json("200 OK", r#"{"batch_id":"b1"}"#)).await;
            (head, body)
        });
        let progress = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&progress);
        let hooks =
            Hooks::none().progress(move |sent, total| kept.lock().unwrap().push((sent, total)));
        let form = form(&file, length as u64).await;
        let got = client()
            .post_multipart::<Value>(url, Some(&cookie), form, hooks)
            .await
            .unwrap();
        assert_eq!(got.value["batch_id"], "b1");

        let (head, body) = received.await.unwrap();
        assert_eq!(body.len(), announced(&head));
        let kind = header(&head, "content-type").unwrap();
        let boundary = kind.strip_prefix("multipart/form-data; boundary=").unwrap();
        let mut expected = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\nen\r\n\
             --{boundary}\r\nContent-Disposition: form-data; name=\"content_anchor\"\r\n\r\ngrößer\r\n\
             --{boundary}\r\nContent-Disposition: form-data; name=\"video\"; \
             filename=\"mein %22Clip%22 名.mp4\"\r\nContent-Type: video/mp4\r\n\r\n"
        )
        .into_bytes();
        expected.extend_from_slice(&bytes);
        expected.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
        assert!(body == expected, "the body differs at {length}");

        let progress = progress.lock().unwrap();
        assert!(progress.is_sorted());
        assert_eq!(
            *progress.last().unwrap(),
            (body.len() as u64, body.len() as u64)
        );
    }
}

#[tokio::test]
async fn the_gate_is_asked_while_the_end_is_still_here() {
    let (file, _) = clip(300 * 1024);
    let server = Server::new().await;
    let url = server.at("/");
    let (all_but_last, arrived) = oneshot::channel::<usize>();
    let received = tokio::spawn(async move {
        let mut peer = server.accept().await;
        let total = announced(&peer.head().await);
        // The file's last piece is 44 KiB, and the end of the form comes with it.
        let most = peer.body(256 * 1024).await.len();
        all_but_last.send(total - most).unwrap();
        let rest = peer.body(total - most).await.len();
        peer.say(&json("200 OK", "{}")).await;
        (total, most + rest)
    });
    let missing = Arc::new(Mutex::new(0));
    let kept = Arc::clone(&missing);
    let hooks = Hooks::none().before_last(move || {
        Box::pin(async move {
            *kept.lock().unwrap() = arrived.await.unwrap();
            Ok(())
        })
    });
    client()
        .post_multipart::<Value>(url, None, form(&file, 300 * 1024).await, hooks)
        .await
        .unwrap();
    let (total, received) = received.await.unwrap();
    assert_eq!(received, total);
    assert!(
        *missing.lock().unwrap() >= 44 * 1024,
        "the service had it before the gate was asked"
    );
}

#[tokio::test]
async fn a_gate_that_says_no_keeps_the_end_here() {
    let (file, _) = clip(300_000);
    for form in [
        form(&file, 300_000).await,
        Multipart::new().text("tiktok_url", "https://vm.tiktok.com/x"),
    ] {
        let server = Server::new().await;
        let url = server.at("/");
        let received = tokio::spawn(async move { server.accept().await.share().await });
        let hooks = Hooks::none().before_last(|| Box::pin(async { Err(Aborted) }));
        let failure = client()
            .post_multipart::<Value>(url, None, form, hooks)
            .await
            .unwrap_err();
        assert!(matches!(failure, Failure::Withheld), "{failure:?}");
        assert!(!failure.may_have_been_taken());
        let (total, received) = received.await.unwrap();
        assert!(received < total, "{received} of {total}");
    }
}

/// Uploads 20 MB to a server that answers right after the head, and then does this.
async fn answered_early<F: Future<Output = ()> + Send>(
    text: String,
    then: impl FnOnce(Peer, usize) -> F + Send + 'static,
) -> (Failure, bool) {
    let (file, _) = clip(20_000_000);
    let server = Server::new().await;
    let url = server.at("/");
    let served = tokio::spawn(async move {
        let mut peer = server.accept().await;
        let total = announced(&peer.head().await);
        peer.say(&text).await;
        then(peer, total).await;
    });
    let asked = Arc::new(Mutex::new(false));
    let kept = Arc::clone(&asked);
    let hooks = Hooks::none().before_last(move || {
        *kept.lock().unwrap() = true;
        Box::pin(async { Ok(()) })
    });
    let form = form(&file, 20_000_000).await;
    let failure = client()
        .post_multipart::<Value>(url, None, form, hooks)
        .await
        .unwrap_err();
    served.await.unwrap();
    let asked = *asked.lock().unwrap();
    (failure, asked)
}

#[tokio::test]
async fn an_early_answer_is_the_answer() {
    for (status, words) in [
        ("413 Content Too Large", "file too large"),
        ("400 Bad Request", "not exactly one source"),
        ("401 Unauthorized", "unauthenticated"),
        ("402 Payment Required", "insufficient_credits"),
    ] {
        let text = json(status, &format!(r#"{{"detail":"{words}"}}"#));
        // Says that no more will come, and lets what is on its way run out, as servers do.
        let (failure, asked) = answered_early(text, |mut peer, total| async move {
            peer.stream.shutdown().await.unwrap();
            peer.body(total).await;
        })
        .await;
        let Failure::Status {
            status: got,
            detail,
            reached,
            ..
        } = &failure
        else {
            panic!("{status}: {failure:?}");
        };
        assert!(status.starts_with(&got.to_string()));
        assert_eq!(detail.text().as_deref(), Some(words));
        assert_eq!(*reached, Reached::NotSent);
        assert!(!asked && !failure.may_have_been_taken());
    }
}

#[tokio::test]
async fn an_early_answer_torn_off_by_a_reset_is_never_a_doubt() {
    let text = json("413 Content Too Large", r#"{"detail":"file too large"}"#);
    // Dropped with unread bytes: a reset follows the answer, and may overtake its reading.
    let (failure, asked) = answered_early(text, |peer, _| async move { drop(peer) }).await;
    match &failure {
        Failure::Status {
            status: 413,
            reached: Reached::NotSent,
            ..
        } => {}
        Failure::NoAnswer {
            reached: Reached::NotSent,
            kind: Outage::Cut,
            ..
        } => {}
        other => panic!("{other:?}"),
    }
    assert!(!asked && !failure.may_have_been_taken());
}

#[tokio::test]
async fn after_an_early_answer_the_rest_of_the_file_stays_here() {
    let text = json("413 Content Too Large", r#"{"detail":"too large"}"#)
        .replace("Connection: close\r\n", "");
    let (failure, asked) = answered_early(text, |mut peer, total| async move {
        let received = peer.body(total).await.len();
        assert!(received < total, "the whole file came after a refusal");
    })
    .await;
    assert_eq!(failure.status(), Some(413));
    assert!(!asked);
}

#[tokio::test]
async fn an_answer_that_is_a_page_is_not_the_service() {
    let (file, _) = clip(1_000);
    let server = Server::new().await;
    let url = server.at("/");
    tokio::spawn(async move {
        let mut peer = server.accept().await;
        let total = announced(&peer.head().await);
        peer.body(total).await;
        peer.say(&answer("200 OK", "text/html", "<html></html>"))
            .await;
    });
    let form = form(&file, 1_000).await;
    let failure = client()
        .post_multipart::<Value>(url, None, form, Hooks::none())
        .await
        .unwrap_err();
    assert!(
        matches!(
            failure,
            Failure::NotTheService {
                reached: Reached::MaybeSent,
                ..
            }
        ),
        "{failure:?}"
    );
    assert!(failure.may_have_been_taken());
}
