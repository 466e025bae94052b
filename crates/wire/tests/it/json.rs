//! JSON calls: what comes back, and what each failure is.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::Value;
use wire::{Detail, Failure, Outage, Reached};

use crate::server::{Server, answer, client, header, impatient, json, redirect};

async fn failure(text: String) -> Failure {
    let server = Server::new().await;
    let url = server.at("/api/x");
    server.answering(vec![text]);
    client()
        .get_json::<HashMap<String, u32>>(url, None)
        .await
        .unwrap_err()
}

#[tokio::test]
async fn asks_in_english_under_its_name_and_with_its_cookie() {
    let server = Server::new().await;
    let (url, cookie) = (server.at("/api/x"), server.cookie());
    let heads = server.answering(vec![json("200 OK\r\nX-Total-Count: 7", r#"{"a":1}"#)]);
    let got = client()
        .get_json::<Value>(url, Some(&cookie))
        .await
        .unwrap();
    assert_eq!(
        (got.value["a"].as_u64(), got.header("x-total-count")),
        (Some(1), Some("7"))
    );
    let head = &heads.await.unwrap()[0];
    assert!(head.starts_with("get /api/x http/1.1"));
    assert_eq!(header(head, "accept-language"), Some("en"));
    assert_eq!(header(head, "user-agent"), Some("reelwright-test/1"));
    assert_eq!(header(head, "cookie"), Some("vee_session=s3cret"));
}

#[tokio::test]
async fn the_moment_of_the_services_clock_is_told_unless_the_answer_was_kept_on_the_way() {
    let date = "Date: Sun, 06 Nov 1994 08:49:37 GMT";
    for (head, expected) in [
        (format!("200 OK\r\n{date}"), Some(784_111_777)),
        (format!("200 OK\r\n{date}\r\nAge: 0"), Some(784_111_777)),
        (format!("200 OK\r\n{date}\r\nAge: 90"), None),
        ("200 OK\r\nDate: this morning".to_owned(), None),
        ("200 OK".to_owned(), None),
    ] {
        let server = Server::new().await;
        let url = server.at("/api/x");
        server.answering(vec![json(&head, "{}")]);
        let got = client().get_json::<Value>(url, None).await.unwrap();
        let seconds = got.date().map(|date| {
            let since = date.duration_since(std::time::UNIX_EPOCH).unwrap();
            since.as_secs()
        });
        assert_eq!(seconds, expected, "{head}");
    }
}

#[tokio::test]
async fn another_origin_gets_no_cookie() {
    let (own, other) = (Server::new().await, Server::new().await);
    let url = other.at("/api/x");
    let heads = other.answering(vec![json("200 OK", "{}")]);
    client()
        .get_json::<Value>(url, Some(&own.cookie()))
        .await
        .unwrap();
    assert_eq!(header(&heads.await.unwrap()[0], "cookie"), None);
}

#[tokio::test]
async fn plain_http_beyond_this_machine_is_not_even_tried() {
    let url = "http://riffkit.example/api/x".parse().unwrap();
    let failure = client().get_json::<Value>(url, None).await.unwrap_err();
    assert!(matches!(failure, Failure::Address(_)), "{failure:?}");
}

#[tokio::test]
async fn a_page_and_a_redirect_are_not_the_service() {
    let page = failure(answer(
        "200 OK",
        "text/html",
        "<html>Please log in to the Wi-Fi</html>",
    ))
    .await;
    let Failure::NotTheService {
        status: 200,
        content_type,
        path: None,
        ..
    } = &page
    else {
        panic!("{page:?}");
    };
    assert_eq!(content_type.as_deref(), Some("text/html"));
    assert!(!format!("{page} {page:?}").contains("Wi-Fi"));
    // The server answers once: following the redirect would end in another failure.
    let led_away = failure(redirect("/login")).await;
    assert!(
        matches!(led_away, Failure::NotTheService { status: 302, .. }),
        "{led_away:?}"
    );
}

#[tokio::test]
async fn a_wrong_type_is_named_by_its_place_and_not_by_its_value() {
    #[derive(Debug, Deserialize)]
    struct Outer {
        #[expect(dead_code)]
        inner: Vec<HashMap<String, u32>>,
    }
    let server = Server::new().await;
    let url = server.at("/");
    server.answering(vec![json(
        "200 OK",
        r#"{"inner":[{"n":1},{"n":"topsecret"}]}"#,
    )]);
    let failure = client().get_json::<Outer>(url, None).await.unwrap_err();
    let Failure::NotTheService {
        path: Some(path), ..
    } = &failure
    else {
        panic!("{failure:?}")
    };
    assert_eq!(path, "inner[1].n");
    assert!(!format!("{failure} {failure:?}").contains("topsecret"));
}

#[tokio::test]
async fn errors_keep_their_status_whatever_their_body() {
    let bad_gateway = failure(answer("502 Bad Gateway", "text/html", "<html>nginx</html>")).await;
    assert!(matches!(
        bad_gateway,
        Failure::Status {
            status: 502,
            detail: Detail::None,
            ..
        }
    ));
    let limited = failure(json(
        "429 Too Many Requests\r\nRetry-After: 7",
        r#"{"detail":"slow down"}"#,
    ))
    .await;
    assert_eq!(
        (
            limited.status(),
            limited.retry_after().map(|wait| wait.as_secs())
        ),
        (Some(429), Some(7))
    );
    let endless = failure("HTTP/1.1 500 Oops\r\nContent-Length: 99\r\n\r\n{\"det".to_owned()).await;
    assert!(
        matches!(
            endless,
            Failure::Status {
                status: 500,
                detail: Detail::None,
                ..
            }
        ),
        "{endless:?}"
    );
}

#[tokio::test]
async fn an_endless_answer_is_not_read_to_its_end() {
    let text = format!(
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\"{}\"",
        "a".repeat(9 * 1024 * 1024)
    );
    let server = Server::new().await;
    let url = server.at("/");
    tokio::spawn(async move {
        let mut peer = server.accept().await;
        peer.head().await;
        use tokio::io::AsyncWriteExt as _;
        let _ = peer.stream.write_all(text.as_bytes()).await;
    });
    let failure = client().get_json::<String>(url, None).await.unwrap_err();
    assert!(
        matches!(failure, Failure::NotTheService { status: 200, .. }),
        "{failure:?}"
    );
}

#[tokio::test]
async fn nobody_there_means_nothing_was_sent() {
    let server = Server::new().await;
    let url = server.at("/");
    drop(server);
    let failure = client()
        .post_json::<(), Value>(url, None, None)
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
    assert!(!failure.may_have_been_taken());
}

#[tokio::test]
async fn a_connection_that_breaks_off_leaves_a_doubt() {
    for cut in [
        "",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"a\"",
    ] {
        let server = Server::new().await;
        let url = server.at("/");
        server.answering(vec![cut.to_owned()]);
        let failure = client()
            .post_json::<(), Value>(url, None, None)
            .await
            .unwrap_err();
        assert!(
            matches!(
                failure,
                Failure::NoAnswer {
                    reached: Reached::MaybeSent,
                    kind: Outage::Cut,
                    ..
                }
            ),
            "{failure:?}"
        );
        assert!(failure.may_have_been_taken());
    }
}

#[tokio::test]
async fn silence_is_a_timeout() {
    let server = Server::new().await;
    let failure = impatient()
        .get_json::<Value>(server.at("/"), None)
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
async fn a_server_that_does_not_speak_tls_is_told_from_one_that_is_not_there() {
    let server = Server::new().await;
    let port = server.at("/").port().unwrap();
    tokio::spawn(async move {
        let mut peer = server.accept().await;
        peer.say("HTTP/1.1 400 Bad Request\r\n\r\n").await;
        peer.body(1).await;
    });
    let url = format!("https://127.0.0.1:{port}/").parse().unwrap();
    let failure = client().get_json::<Value>(url, None).await.unwrap_err();
    assert!(
        matches!(
            failure,
            Failure::NoAnswer {
                reached: Reached::NotSent,
                kind: Outage::Tls,
                ..
            }
        ),
        "{failure:?}"
    );
}
