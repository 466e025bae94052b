//! Files as streams: redirects, ranges and broken connections.

use futures_util::TryStreamExt as _;
use wire::{Failure, Outage, Portion, RedirectFault};

use crate::server::{Server, answer, client, header, impatient, json, redirect};

#[tokio::test]
async fn a_redirect_to_another_host_leaves_the_cookie_behind() {
    let (service, storage) = (Server::new().await, Server::new().await);
    let (url, cookie) = (service.at("/files/1"), service.cookie());
    let signed = storage.at("/bucket/1.mp4?X-Amz-Signature=ff");
    let asked = service.answering(vec![redirect("/files/one"), redirect(signed.as_str())]);
    let part = "206 Partial Content\r\nETag: \"v1\"\r\nContent-Range: bytes 4-9/10";
    let stored = storage.answering(vec![answer(part, "video/mp4", "456789")]);
    let portion = Portion::from_byte(4, Some("\"v1\"".to_owned()));
    let file = client()
        .get_stream(url, Some(&cookie), &portion)
        .await
        .unwrap();
    assert_eq!((file.status, file.content_length), (206, Some(6)));
    assert_eq!(file.content_type.as_deref(), Some("video/mp4"));
    assert_eq!(file.etag.as_deref(), Some("\"v1\""));
    assert_eq!(file.content_range.as_deref(), Some("bytes 4-9/10"));
    let bytes: Vec<bytes::Bytes> = file.body.try_collect().await.unwrap();
    assert_eq!(bytes.concat(), b"456789");
    let asked = asked.await.unwrap();
    let own = Some("vee_session=s3cret");
    assert_eq!(
        [header(&asked[0], "cookie"), header(&asked[1], "cookie")],
        [own, own]
    );
    let stored = &stored.await.unwrap()[0];
    assert_eq!(header(stored, "cookie"), None);
    assert_eq!(header(stored, "referer"), None);
    assert_eq!(header(stored, "range"), Some("bytes=4-"));
    assert_eq!(header(stored, "if-range"), Some("\"v1\""));
}

#[tokio::test]
async fn the_cookie_does_not_come_back_by_a_detour() {
    // Another host must not aim our session, not even at its own service.
    let (service, other) = (Server::new().await, Server::new().await);
    let (url, cookie) = (service.at("/files/1"), service.cookie());
    let home = service.at("/files/2");
    let away = other.at("/detour");
    let asked = service.answering(vec![
        redirect(away.as_str()),
        answer("200 OK", "video/mp4", "x"),
    ]);
    let detour = other.answering(vec![redirect(home.as_str())]);
    client()
        .get_stream(url, Some(&cookie), &Portion::default())
        .await
        .unwrap();
    assert_eq!(header(&detour.await.unwrap()[0], "cookie"), None);
    assert_eq!(header(&asked.await.unwrap()[1], "cookie"), None);
}

#[tokio::test]
async fn a_file_whose_first_host_is_another_never_gets_the_cookie() {
    let (service, other) = (Server::new().await, Server::new().await);
    let cookie = service.cookie();
    let home = service.at("/files/2");
    let asked = service.answering(vec![answer("200 OK", "image/png", "x")]);
    let picture = other.at("/picture");
    let first = other.answering(vec![redirect(home.as_str())]);
    client()
        .get_stream(picture, Some(&cookie), &Portion::default())
        .await
        .unwrap();
    assert_eq!(header(&first.await.unwrap()[0], "cookie"), None);
    assert_eq!(header(&asked.await.unwrap()[0], "cookie"), None);
}

#[tokio::test]
async fn five_redirects_and_no_more() {
    let server = Server::new().await;
    let url = server.at("/0");
    let asked = server.answering((1..=6).map(|n| redirect(&format!("/{n}"))).collect());
    let failure = client()
        .get_stream(url, None, &Portion::default())
        .await
        .unwrap_err();
    assert!(
        matches!(failure, Failure::Redirect(RedirectFault::TooMany)),
        "{failure:?}"
    );
    assert_eq!(asked.await.unwrap().len(), 6);
}

#[tokio::test]
async fn a_redirect_to_plain_http_elsewhere_is_refused() {
    let server = Server::new().await;
    let url = server.at("/");
    server.answering(vec![redirect("http://storage.example/1.mp4")]);
    let failure = client()
        .get_stream(url, None, &Portion::default())
        .await
        .unwrap_err();
    assert!(
        matches!(failure, Failure::Redirect(RedirectFault::NoTarget)),
        "{failure:?}"
    );
}

#[tokio::test]
async fn an_ended_session_is_a_status() {
    let server = Server::new().await;
    let url = server.at("/");
    server.answering(vec![json(
        "401 Unauthorized",
        r#"{"detail":"unauthenticated"}"#,
    )]);
    let failure = client()
        .get_stream(url, None, &Portion::default())
        .await
        .unwrap_err();
    assert_eq!(failure.status(), Some(401));
}

#[tokio::test]
async fn a_file_that_breaks_off_ends_in_a_failure() {
    let server = Server::new().await;
    let url = server.at("/");
    server.answering(vec![
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123".to_owned(),
    ]);
    let mut file = client()
        .get_stream(url, None, &Portion::default())
        .await
        .unwrap();
    assert_eq!(file.body.try_next().await.unwrap().unwrap(), "0123");
    let failure = file.body.try_next().await.unwrap_err();
    assert!(
        matches!(
            failure,
            Failure::NoAnswer {
                kind: Outage::Cut,
                ..
            }
        ),
        "{failure:?}"
    );
    assert!(file.body.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn a_file_that_stalls_ends_in_a_timeout() {
    let server = Server::new().await;
    let url = server.at("/");
    tokio::spawn(async move {
        let mut peer = server.accept().await;
        peer.head().await;
        peer.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123")
            .await;
        peer.body(1).await;
    });
    let file = impatient()
        .get_stream(url, None, &Portion::default())
        .await
        .unwrap();
    let failure = file.body.try_collect::<Vec<_>>().await.unwrap_err();
    assert!(
        matches!(
            failure,
            Failure::NoAnswer {
                kind: Outage::Timeout,
                ..
            }
        ),
        "{failure:?}"
    );
}
