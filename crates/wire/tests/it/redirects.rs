//! Being led away: what is written stays where it was meant for, and what proves who asks never travels.

use futures_util::FutureExt as _;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use wire::upload::{Hooks, Order};
use wire::{Client, Credential, Failure, Portion, Presigned, RedirectFault, Secret, Verb, Write};

use crate::object::{presigned, range};
use crate::server::{Server, announced, answer, client, header};
use crate::upload::{clip, form};

const WAYS: &[&str] = &[
    "301 Moved Permanently",
    "302 Found",
    "303 See Other",
    "307 Temporary Redirect",
    "308 Permanent Redirect",
];

fn led(way: &str, to: &str) -> String {
    format!("HTTP/1.1 {way}\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

fn bearer(server: &Server) -> Credential {
    Credential::bearer(server.origin.clone(), Secret::new("hf_pat_x".to_owned())).unwrap()
}

/// A server that takes a request whole and leads it away, and the heads that it saw.
fn leading(server: Server, answer: String) -> JoinHandle<String> {
    tokio::spawn(async move {
        let mut peer = server.accept().await;
        let head = peer.head().await;
        if header(&head, "content-length").is_some() {
            peer.body(announced(&head)).await;
        }
        peer.say(&answer).await;
        peer.close().await;
        head
    })
}

/// Nobody knocked.
fn untouched(server: &Server) -> bool {
    server.listener.accept().now_or_never().is_none()
}

#[tokio::test]
async fn no_write_goes_where_a_redirect_leads() {
    let (file, _) = clip(3_000);
    let body = json!({"content_anchor": "mine"});
    for way in WAYS {
        for kind in ["json", "write", "order", "form", "object"] {
            let (home, away) = (Server::new().await, Server::new().await);
            let (url, credential) = (home.at("/api/riffs"), bearer(&home));
            let to: Presigned = presigned(&home);
            let seen = leading(home, led(way, away.at("/api/riffs").as_str()));
            let client: Client = client();
            let proof = Some(&credential);
            let failure = match kind {
                "json" => client
                    .post_json::<_, Value>(url, proof, Some(&body))
                    .await
                    .err(),
                "write" => {
                    let write = Write {
                        verb: Verb::Put,
                        body: Some(&body),
                        key: None,
                    };
                    client.write::<Value>(url, proof, write).await.err()
                }
                "order" => {
                    let order = Order {
                        body: Some(&body),
                        key: None,
                    };
                    let hooks = Hooks::none();
                    client
                        .post_order::<Value>(url, proof, order, hooks)
                        .await
                        .err()
                }
                "form" => {
                    let form = form(&file, 3_000).await;
                    let hooks = Hooks::none();
                    client
                        .post_multipart::<Value>(url, proof, form, hooks)
                        .await
                        .err()
                }
                _ => {
                    let part = range(&file, 0, 3_000, 3_000).await;
                    client.put_range(&to, part, None, Hooks::none()).await.err()
                }
            };
            assert!(
                matches!(failure, Some(Failure::NotTheService { .. })),
                "{way}, {kind}: {failure:?}"
            );
            let head = seen.await.unwrap();
            assert_eq!(header(&head, "authorization").is_some(), kind != "object");
            assert!(untouched(&away), "{way}, {kind}");
        }
    }
}

#[tokio::test]
async fn a_file_is_followed_by_every_kind_of_redirect_without_what_proves_who_asks() {
    for way in WAYS {
        let (home, away) = (Server::new().await, Server::new().await);
        let (url, credential) = (home.at("/files/1"), bearer(&home));
        let asked = leading(home, led(way, away.at("/1.mp4?sig=ff").as_str()));
        let served = away.answering(vec![answer("200 OK", "video/mp4", "x")]);
        client()
            .get_stream(url, Some(&credential), &Portion::default())
            .await
            .unwrap();
        assert_eq!(
            header(&asked.await.unwrap(), "authorization"),
            Some("bearer hf_pat_x")
        );
        let served = &served.await.unwrap()[0];
        assert!(served.starts_with("get "), "{served}");
        for name in ["authorization", "cookie", "referer"] {
            assert_eq!(header(served, name), None, "{way}");
        }
    }
}

#[tokio::test]
async fn a_presigned_address_that_leads_on_takes_no_signature_along() {
    let (storage, away) = (Server::new().await, Server::new().await);
    let from = presigned(&storage);
    let asked = leading(storage, led(WAYS[1], away.at("/1.mp4").as_str()));
    let served = away.answering(vec![answer("200 OK", "video/mp4", "x")]);
    client()
        .get_presigned(&from, &Portion::default())
        .await
        .unwrap();
    let query = from.expose().query().unwrap().to_lowercase();
    assert!(asked.await.unwrap().contains(&query));
    assert!(!served.await.unwrap()[0].contains(&query));
}

#[tokio::test]
async fn a_login_that_a_redirect_brings_along_is_not_used() {
    let (home, away) = (Server::new().await, Server::new().await);
    let url = home.at("/files/1");
    let to = away
        .at("/1")
        .to_string()
        .replace("http://", "http://me:pw@");
    leading(home, led(WAYS[1], &to));
    let failure = client()
        .get_stream(url, None, &Portion::default())
        .await
        .unwrap_err();
    assert!(
        matches!(failure, Failure::Redirect(RedirectFault::NoTarget)),
        "{failure:?}"
    );
    assert!(untouched(&away));
}
