//! Uploads that break: the file, the connection, or the person's patience.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;
use tokio::sync::oneshot;
use wire::upload::{Hooks, Multipart};
use wire::{Failure, Outage, Reached, SourceFault};

use crate::server::{Server, announced, client, impatient, json};
use crate::upload::{clip, form};

#[tokio::test]
async fn a_file_that_shrank_or_grew_is_never_completed() {
    for (real, promised) in [
        (200_000, 300_000),
        (10, 11),
        (300_000, 200_000),
        (11, 10),
        (1, 0),
    ] {
        let (file, _) = clip(real);
        let server = Server::new().await;
        let url = server.at("/");
        let received = tokio::spawn(async move { server.accept().await.share().await });
        let hooks = Hooks::none().before_last(|| panic!("nothing to seal"));
        let form = form(&file, promised).await;
        let failure = client()
            .post_multipart::<Value>(url, None, form, hooks)
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

/// Uploads to a server that hangs up after this many bytes of the body.
async fn cut_after(
    share: impl FnOnce(usize) -> usize + Send + 'static,
    form: Multipart,
) -> Failure {
    let server = Server::new().await;
    let url = server.at("/");
    tokio::spawn(async move {
        let mut peer = server.accept().await;
        let total = announced(&peer.head().await);
        peer.body(share(total)).await;
    });
    client()
        .post_multipart::<Value>(url, None, form, Hooks::none())
        .await
        .unwrap_err()
}

#[tokio::test]
async fn a_cut_before_the_gate_took_nothing_and_one_after_it_may_have() {
    let (file, _) = clip(20_000_000);
    let early = cut_after(|_| 0, form(&file, 20_000_000).await).await;
    assert!(
        matches!(
            early,
            Failure::NoAnswer {
                reached: Reached::NotSent,
                kind: Outage::Cut,
                ..
            }
        ),
        "{early:?}"
    );
    assert!(!early.may_have_been_taken());
    let link = Multipart::new().text("tiktok_url", "https://vm.tiktok.com/x");
    for form in [form(&file, 20_000_000).await, link] {
        let late = cut_after(|total| total, form).await;
        assert!(
            matches!(
                late,
                Failure::NoAnswer {
                    reached: Reached::MaybeSent,
                    kind: Outage::Cut,
                    ..
                }
            ),
            "{late:?}"
        );
        assert!(late.may_have_been_taken());
    }
}

#[tokio::test]
async fn a_server_error_is_a_doubt_only_once_everything_had_left() {
    let (file, _) = clip(1_000);
    let server = Server::new().await;
    let url = server.at("/");
    tokio::spawn(async move {
        let mut peer = server.accept().await;
        let total = announced(&peer.head().await);
        peer.body(total).await;
        peer.say(&json("503 Service Unavailable", "{}")).await;
    });
    let form = form(&file, 1_000).await;
    let failure = client()
        .post_multipart::<Value>(url, None, form, Hooks::none())
        .await
        .unwrap_err();
    assert_eq!(failure.status(), Some(503));
    assert!(failure.may_have_been_taken());
}

#[tokio::test]
async fn nobody_there() {
    let (file, _) = clip(1_000);
    let server = Server::new().await;
    let url = server.at("/");
    drop(server);
    let form = form(&file, 1_000).await;
    let failure = client()
        .post_multipart::<Value>(url, None, form, Hooks::none())
        .await
        .unwrap_err();
    assert!(
        matches!(
            failure,
            Failure::NoAnswer {
                reached: Reached::NotSent,
                kind: Outage::Offline,
                ..
            }
        ),
        "{failure:?}"
    );
}

#[tokio::test]
async fn a_service_that_stops_reading_or_never_answers_is_a_timeout() {
    let (file, _) = clip(20_000_000);
    let stuck = Server::new().await;
    let form_of_stuck = form(&file, 20_000_000).await;
    let failure = impatient()
        .post_multipart::<Value>(stuck.at("/"), None, form_of_stuck, Hooks::none())
        .await
        .unwrap_err();
    assert!(
        matches!(
            failure,
            Failure::NoAnswer {
                reached: Reached::NotSent,
                kind: Outage::Timeout,
                ..
            }
        ),
        "{failure:?}"
    );
    let (small, _) = clip(1_000);
    let mute = Server::new().await;
    let form = form(&small, 1_000).await;
    let failure = impatient()
        .post_multipart::<Value>(mute.at("/"), None, form, Hooks::none())
        .await
        .unwrap_err();
    assert!(
        matches!(
            failure,
            Failure::NoAnswer {
                reached: Reached::MaybeSent,
                kind: Outage::Timeout,
                ..
            }
        ),
        "{failure:?}"
    );
}

#[tokio::test]
async fn cancelling_stops_the_file_and_never_reaches_the_gate() {
    let (file, _) = clip(20_000_000);
    let server = Server::new().await;
    let url = server.at("/");
    let (begun, has_begun) = oneshot::channel();
    let received = tokio::spawn(async move {
        let mut peer = server.accept().await;
        let total = announced(&peer.head().await);
        let some = peer.body(1_000_000).await.len();
        begun.send(()).unwrap();
        (total, some + peer.body(total).await.len())
    });
    let asked = Arc::new(AtomicBool::new(false));
    let kept = Arc::clone(&asked);
    let (held, hold) = oneshot::channel::<()>();
    let hooks = Hooks::none().before_last(move || {
        kept.store(true, Ordering::SeqCst);
        Box::pin(async move {
            // Held until the upload was cancelled, and then allowed: the end must stay here.
            let _ = hold.await;
            Ok(())
        })
    });
    let client = client();
    let form = form(&file, 20_000_000).await;
    tokio::select! {
        _ = client.post_multipart::<Value>(url, None, form, hooks) => panic!("it was to be cancelled"),
        begun = has_begun => begun.unwrap(),
    }
    drop(held);
    let (total, received) = received.await.unwrap();
    assert!(received < total, "{received} of {total}");
}
