//! Orders without a file: of JSON, and of nothing. The gate is asked before they can be whole.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use tokio::sync::oneshot;
use wire::upload::{Aborted, Hooks};
use wire::{Failure, Reached};

use crate::server::{Server, announced, client, header, impatient, json as answer};

fn order() -> Value {
    json!({"formula_id": "f-1", "content_anchor": "größer 名"})
}

fn noting(asked: &Arc<AtomicBool>) -> Hooks {
    let asked = Arc::clone(asked);
    Hooks::none().before_last(move || {
        asked.store(true, Ordering::SeqCst);
        Box::pin(async { Ok(()) })
    })
}

#[tokio::test]
async fn nothing_of_the_body_leaves_before_the_gate_has_said_yes() {
    let server = Server::new().await;
    let (url, cookie) = (server.at("/api/pipeline/batch"), server.cookie());
    let (came, arrived) = oneshot::channel();
    let received = tokio::spawn(async move {
        let mut peer = server.accept().await;
        came.send(()).unwrap();
        let head = peer.head().await;
        let body = peer.body(announced(&head)).await;
        peer.say(&answer("200 OK", r#"{"batch_id":"b-1"}"#)).await;
        (head, body)
    });
    let asked = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&asked);
    let hooks = Hooks::none().before_last(move || {
        Box::pin(async move {
            // The connection stands before the question: offline is found out earlier.
            arrived.await.unwrap();
            seen.store(true, Ordering::SeqCst);
            Ok(())
        })
    });
    let value: Value = client()
        .post_json_gated(url, Some(&cookie), &order(), hooks)
        .await
        .unwrap()
        .value;
    assert_eq!(value["batch_id"], "b-1");
    assert!(asked.load(Ordering::SeqCst));
    let (head, body) = received.await.unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&body).unwrap(), order());
    assert_eq!(
        header(&head, "content-type"),
        Some("application/json; charset=utf-8")
    );
    assert_eq!(header(&head, "cookie"), Some("vee_session=s3cret"));
}

#[tokio::test]
async fn a_gate_that_says_no_keeps_an_order_here() {
    let no = || Hooks::none().before_last(|| Box::pin(async { Err(Aborted) }));
    let server = Server::new().await;
    let url = server.at("/");
    let received = tokio::spawn(async move { server.accept().await.share().await });
    let failure = client()
        .post_json_gated::<Value>(url, None, &order(), no())
        .await
        .unwrap_err();
    assert!(matches!(failure, Failure::Withheld), "{failure:?}");
    let (_, body) = received.await.unwrap();
    assert_eq!(body, 0);

    let server = Server::new().await;
    let failure = client()
        .post_gated::<Value>(server.at("/"), None, no())
        .await
        .unwrap_err();
    assert!(matches!(failure, Failure::Withheld), "{failure:?}");
    let nobody = tokio::time::timeout(std::time::Duration::from_millis(50), server.accept()).await;
    assert!(nobody.is_err(), "there was not even a connection");
}

#[tokio::test]
async fn without_a_connection_an_order_of_json_is_not_even_sealed() {
    let server = Server::new().await;
    let url = server.at("/");
    drop(server);
    let asked = Arc::new(AtomicBool::new(false));
    let failure = client()
        .post_json_gated::<Value>(url.clone(), None, &order(), noting(&asked))
        .await
        .unwrap_err();
    assert!(!asked.load(Ordering::SeqCst) && !failure.may_have_been_taken());
    // An order of nothing is whole with its head: it is sealed before, and still was not taken.
    let failure = client()
        .post_gated::<Value>(url, None, noting(&asked))
        .await
        .unwrap_err();
    assert!(asked.load(Ordering::SeqCst) && !failure.may_have_been_taken());
}

#[tokio::test]
async fn an_order_without_an_answer_may_have_been_taken() {
    for with_body in [true, false] {
        let server = Server::new().await;
        let url = server.at("/");
        let held = tokio::spawn(async move {
            let mut peer = server.accept().await;
            let head = peer.head().await;
            peer.body(announced(&head)).await;
            // Nothing is said until the other side has given up.
            peer.body(usize::MAX).await;
            head
        });
        let failure = if with_body {
            impatient()
                .post_json_gated::<Value>(url, None, &order(), Hooks::none())
                .await
        } else {
            impatient()
                .post_gated::<Value>(url, None, Hooks::none())
                .await
        };
        let failure = failure.unwrap_err();
        assert!(
            matches!(
                failure,
                Failure::NoAnswer {
                    reached: Reached::MaybeSent,
                    ..
                }
            ),
            "{failure:?}"
        );
        assert!(failure.may_have_been_taken());
        assert!(held.await.unwrap().starts_with("post / "));
    }
}
