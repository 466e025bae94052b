//! The listener, asked by programs that are not the page's engine: to the letter, over bare connections.

use std::time::Duration;

use axum::body::Bytes;
use futures_util::stream;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::tests::{Listening, PAGE};
use super::*;

/// How long anything here may take at most: it tells ends from endless.
const PATIENCE: Duration = Duration::from_secs(30);

impl Listening {
    fn host(&self) -> &str {
        &self.server.inner.host
    }

    /// `/` and the secret.
    fn path(&self) -> &str {
        let (_, secret) = self.link.rsplit_once('/').expect("a path");
        &self.link[self.link.len() - secret.len() - 1..]
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.host()).await.expect("connected")
    }

    /// Says these bytes and reads to the end of the connection.
    async fn say(&self, bytes: &str) -> String {
        let mut stream = self.connect().await;
        stream.write_all(bytes.as_bytes()).await.expect("said");
        let mut answer = Vec::new();
        let read = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut answer)).await;
        // A connection that is reset has said all that it will say.
        let _ = read.expect("an end");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The status of an answer to a request with these headers.
    async fn status(&self, line: &str, headers: &[&str]) -> String {
        let headers: String = headers
            .iter()
            .map(|header| format!("{header}\r\n"))
            .collect();
        let answer = self
            .say(&format!(
                "{line} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"
            ))
            .await;
        answer.split(' ').nth(1).unwrap_or("closed").to_owned()
    }
}

#[tokio::test]
async fn only_its_own_name_is_answered_to() {
    let listening = Listening::within(Limits::default()).await;
    let (host, line) = (
        listening.host().to_owned(),
        format!("GET {}", listening.path()),
    );
    let (_, port) = host.split_once(':').expect("a port");
    assert_eq!(
        listening.status(&line, &[&format!("Host: {host}")]).await,
        "200"
    );
    for name in [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        format!("localhost:{port}"),
        "127.0.0.1".to_owned(),
        "127.0.0.1:1".to_owned(),
        format!("127.0.0.1.:{port}"),
        format!("127.0.0.1:{port}.evil.example"),
        format!("evil.example@127.0.0.1:{port}"),
        format!("[::ffff:127.0.0.1]:{port}"),
        format!("0.0.0.0:{port}"),
        String::new(),
    ] {
        let status = listening.status(&line, &[&format!("Host: {name}")]).await;
        assert_eq!(status, "403", "{name}");
    }
    assert_eq!(listening.status(&line, &[]).await, "403", "no name at all");
    let twice = ["Host: evil.example", &format!("Host: {host}")];
    assert_eq!(listening.status(&line, &twice).await, "403");
}

#[tokio::test]
async fn only_our_page_may_read_and_nobody_may_do_more() {
    let listening = Listening::within(Limits::default()).await;
    let host = format!("Host: {}", listening.host());
    let line = format!("GET {}", listening.path());
    for origin in [
        "https://evil.example",
        "null",
        "http://127.0.0.1",
        "tauri://localhost.evil.example",
        "tauri://localhost:80",
        "TAURI://LOCALHOST",
        "",
    ] {
        let status = listening
            .status(&line, &[&host, &format!("Origin: {origin}")])
            .await;
        assert_eq!(status, "403", "{origin}");
    }
    let whole = format!("{line} HTTP/1.1\r\n{host}\r\nOrigin: {PAGE}\r\nConnection: close\r\n\r\n");
    let answer = listening.say(&whole).await.to_lowercase();
    let head = answer.split("\r\n\r\n").next().expect("a head");
    for header in [
        &format!("access-control-allow-origin: {PAGE}")[..],
        "vary: origin",
        "x-content-type-options: nosniff",
        "cache-control: private, no-cache",
        "referrer-policy: no-referrer",
    ] {
        assert!(head.contains(header), "{header}: {head}");
    }
    assert!(!head.contains("access-control-allow-credentials"));

    for method in [
        "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND",
    ] {
        let line = format!("{method} {}", listening.path());
        let status = listening.status(&line, &[&host, "Content-Length: 0"]).await;
        assert_eq!(status, "405", "{method}");
    }
    let status = listening.status("CONNECT evil.example:443", &[&host]).await;
    assert!(["400", "404", "405"].contains(&status.as_str()), "{status}");
}

#[tokio::test]
async fn no_path_leads_out_of_what_has_a_secret() {
    let listening = Listening::within(Limits::default()).await;
    let host = format!("Host: {}", listening.host());
    let secret = listening.path().trim_start_matches('/').to_owned();
    let flipped = if secret.starts_with('0') { '1' } else { '0' };
    for path in [
        "/".to_owned(),
        "//".to_owned(),
        "/../../etc/passwd".to_owned(),
        "/%2e%2e/%2e%2e/etc/passwd".to_owned(),
        "/..%2f..%2fetc%2fpasswd".to_owned(),
        "/%2fetc%2fpasswd".to_owned(),
        "/C:%5cWindows%5cwin.ini".to_owned(),
        "/file:%2f%2f%2fetc%2fpasswd".to_owned(),
        "/%00".to_owned(),
        "/%ff%fe".to_owned(),
        format!("/{secret}/"),
        format!("/{secret}/.."),
        format!("/{secret}%00"),
        format!("/{}", &secret[..63]),
        format!("/{secret}0"),
        format!("/{flipped}{}", &secret[1..]),
        format!("/{}", "A".repeat(12_000)),
    ] {
        let status = listening.status(&format!("GET {path}"), &[&host]).await;
        assert!(
            ["400", "404"].contains(&status.as_str()),
            "{path}: {status}"
        );
    }
    // A query changes nothing of what is asked for.
    let status = listening
        .status(&format!("GET /{secret}?x=/etc/passwd"), &[&host])
        .await;
    assert_eq!(status, "200");
}

#[tokio::test]
async fn a_range_that_lies_gets_the_file_or_a_refusal_and_never_more_than_there_is() {
    let listening = Listening::within(Limits::default()).await;
    let host = format!("Host: {}", listening.host());
    for range in [
        "bytes=0-18446744073709551615",
        "bytes=18446744073709551615-18446744073709551615",
        "bytes=-18446744073709551615",
        "bytes=18446744073709551614-",
        "bytes=99999999999999999999999-",
        "bytes=0-0,1-1,2-2",
        "bytes=-",
        "bytes=--1",
        "bytes=0x10-",
        "bytes= 0 - 5 ",
        "octets=0-1",
        "bytes=\u{fe}-1",
        "",
    ] {
        let whole = format!(
            "GET {} HTTP/1.1\r\n{host}\r\nRange: {range}\r\nConnection: close\r\n\r\n",
            listening.path()
        );
        let answer = listening.say(&whole).await.to_lowercase();
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert!(["200", "206", "416"].contains(&status), "{range}: {status}");
        let length = answer
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.map_or(0, |length| length.parse().expect("a number"));
        assert!(length <= listening.clip.len(), "{range}: {length}");
    }
}

#[tokio::test]
async fn whoever_connects_and_says_nothing_keeps_nobody_else_away() {
    let listening = Listening::within(Limits {
        connections: 4,
        silence: Duration::from_millis(50),
    })
    .await;
    // More than there are places for: some say nothing, some begin and never end.
    let mut idle = Vec::new();
    for n in 0..12 {
        let mut stream = listening.connect().await;
        if n % 2 == 0 {
            stream.write_all(b"GET /").await.expect("said");
        }
        idle.push(stream);
    }
    let host = format!("Host: {}", listening.host());
    let line = format!("GET {}", listening.path());
    assert_eq!(listening.status(&line, &[&host]).await, "200");
    for mut stream in idle {
        let mut rest = Vec::new();
        let read = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut rest)).await;
        let _ = read.expect("let go");
    }
}

#[tokio::test]
async fn a_head_without_end_is_cut_short() {
    let listening = Listening::within(Limits::default()).await;
    let endless = format!(
        "GET {} HTTP/1.1\r\nHost: {}\r\nX: {}",
        listening.path(),
        listening.host(),
        "x".repeat(64 * 1024)
    );
    let answer = listening.say(&endless).await;
    assert!(
        answer.is_empty() || answer.starts_with("HTTP/1.1 431"),
        "{answer}"
    );
}

#[tokio::test]
async fn what_took_the_place_of_a_file_is_not_served() {
    let listening = Listening::within(Limits::default()).await;
    let folder = tempfile::tempdir().expect("folder");
    let image = folder.path().join("photo.png");
    std::fs::write(&image, b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR").expect("written");
    let studio = &listening.server.inner.studio;
    let file = studio
        .add_files(vec![image.clone()])
        .await
        .remove(0)
        .file_id;
    let link = listening
        .server
        .link(&Media::File(file))
        .await
        .expect("a link");
    std::fs::remove_file(&image).expect("removed");
    std::fs::create_dir(&image).expect("a folder");
    let answer = reqwest::get(&link).await.expect("answer");
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_page_that_storage_sends_for_a_reel_is_nothing_that_runs() {
    let answers = Arc::new(Semaphore::new(8));
    for (said, played) in [
        (None, "video/mp4"),
        (Some("video/webm"), "video/webm"),
        (Some("text/html"), "application/octet-stream"),
        (Some("image/svg+xml"), "application/octet-stream"),
        (Some("VIDEO/../x"), "application/octet-stream"),
    ] {
        let permit = Arc::clone(&answers).try_acquire_owned().expect("a place");
        let stream = studio::MediaStream {
            status: 200,
            content_type: said.map(str::to_owned),
            content_length: Some(1),
            content_range: None,
            body: Box::pin(stream::iter([Ok(Bytes::from_static(b"x"))])),
        };
        let response = passed_on(stream, permit).expect("an answer");
        assert_eq!(response.headers()[header::CONTENT_TYPE], played, "{said:?}");
    }
}
