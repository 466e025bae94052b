//! Writes of every verb, and orders with a name.

use serde_json::{Value, json};
use wire::upload::{Aborted, Hooks, Order};
use wire::{Credential, Failure, IdempotencyKey, Reached, Secret, Verb, Write};

use crate::server::{Server, announced, client, header, json as answer};

fn key() -> IdempotencyKey {
    "gen-short:abc".parse().unwrap()
}

fn bearer(server: &Server) -> Credential {
    Credential::bearer(server.origin.clone(), Secret::new("hf_pat_x".to_owned())).unwrap()
}

#[tokio::test]
async fn every_verb_sends_its_json_or_nothing_and_reads_json_or_nothing() {
    let body = json!({"order": [3, "b"]});
    let empty = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".to_owned();
    for (verb, word, body, said) in [
        (
            Verb::Put,
            "put",
            Some(&body),
            answer("200 OK", r#"{"ok":1}"#),
        ),
        (Verb::Patch, "patch", Some(&body), empty.clone()),
        (
            Verb::Post,
            "post",
            None,
            answer("201 Created", r#"{"ok":1}"#),
        ),
        (Verb::Delete, "delete", None, empty.clone()),
        (Verb::Delete, "delete", None, answer("200 OK", "")),
    ] {
        let server = Server::new().await;
        let (url, credential) = (server.at("/api/x"), bearer(&server));
        let has_answer = said.contains("\"ok\"");
        let received = tokio::spawn(async move {
            let mut peer = server.accept().await;
            let head = peer.head().await;
            let length =
                header(&head, "content-length").map_or(0, |length| length.parse().unwrap());
            let body = peer.body(length).await;
            peer.say(&said).await;
            peer.close().await;
            (head, body)
        });
        let write = Write {
            verb,
            body,
            key: None,
        };
        let value: Option<Value> = client()
            .write(url, Some(&credential), write)
            .await
            .unwrap()
            .value;
        assert_eq!(value.is_some(), has_answer, "{word}");
        let (head, sent) = received.await.unwrap();
        assert!(
            head.starts_with(&format!("{word} /api/x http/1.1")),
            "{head}"
        );
        assert_eq!(header(&head, "authorization"), Some("bearer hf_pat_x"));
        assert_eq!(header(&head, "idempotency-key"), None);
        assert_eq!(serde_json::from_slice(&sent).ok().as_ref(), body);
        assert_eq!(header(&head, "content-type").is_some(), body.is_some());
    }
}

#[tokio::test]
async fn nothing_is_no_answer_where_one_is_needed() {
    let server = Server::new().await;
    let url = server.at("/");
    server.answering(vec![
        "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".to_owned(),
    ]);
    let write = Write {
        verb: Verb::Patch,
        body: None,
        key: None,
    };
    let failure = client()
        .write::<Vec<u8>>(url, None, write)
        .await
        .unwrap_err();
    assert!(
        matches!(failure, Failure::NotTheService { status: 204, .. }),
        "{failure:?}"
    );
}

#[tokio::test]
async fn a_named_order_has_its_name_and_waits_for_its_gate() {
    let body = json!({"voice_id": "anna"});
    for body in [Some(&body), None] {
        let server = Server::new().await;
        let (url, credential) = (server.at("/"), bearer(&server));
        let received = tokio::spawn(async move {
            let mut peer = server.accept().await;
            let head = peer.head().await;
            let body = peer.body(announced(&head)).await;
            peer.say(&answer("202 Accepted", "{}")).await;
            (head, body)
        });
        let key = key();
        let order = Order {
            body,
            key: Some(&key),
        };
        client()
            .post_order::<Value>(url, Some(&credential), order, Hooks::none())
            .await
            .unwrap();
        let (head, sent) = received.await.unwrap();
        assert_eq!(header(&head, "idempotency-key"), Some("gen-short:abc"));
        assert_eq!(serde_json::from_slice(&sent).ok().as_ref(), body);

        let server = Server::new().await;
        let url = server.at("/");
        let received = tokio::spawn(async move { server.accept().await.share().await });
        let no = Hooks::none().before_last(|| Box::pin(async { Err(Aborted) }));
        let failure = client()
            .post_order::<Value>(url, None, order, no)
            .await
            .unwrap_err();
        assert!(matches!(failure, Failure::Withheld), "{failure:?}");
        if body.is_some() {
            assert_eq!(received.await.unwrap().1, 0);
        }
    }
}

#[tokio::test]
async fn a_write_with_a_name_carries_it_and_may_have_been_taken_without_an_answer() {
    let server = Server::new().await;
    let url = server.at("/");
    let received = tokio::spawn(async move {
        let mut peer = server.accept().await;
        let head = peer.head().await;
        peer.body(announced(&head)).await;
        head
    });
    let (body, key) = (json!({"product_prompt": "größer"}), key());
    let write = Write {
        verb: Verb::Post,
        body: Some(&body),
        key: Some(&key),
    };
    let failure = client().write::<Value>(url, None, write).await.unwrap_err();
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
    let head = received.await.unwrap();
    assert_eq!(header(&head, "idempotency-key"), Some("gen-short:abc"));
}
