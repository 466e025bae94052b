//! Answers as somebody would write them who means ill: whatever bytes come, there is a value or a failure, nothing is
//! held beyond bounds, and nothing secret is said.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde_json::Value;
use wire::{Client, Detail, Failure, Origin, Portion, Presigned};

use crate::server::{answer, client};

/// What the parts of this program may hold at a time for anything that comes from outside.
const MOST_HELD: usize = 64 * 1024 * 1024;

/// A server that says the bytes that it is given, to one connection after another. It lives on a thread of its own,
/// so that what it holds is not counted as the client's.
struct Parrot {
    origin: Origin,
    said: Sender<Vec<u8>>,
}

impl Parrot {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (said, words) = mpsc::channel::<Vec<u8>>();
        std::thread::spawn(move || {
            for words in words {
                let (mut stream, _) = listener.accept().unwrap();
                let mut head = Vec::new();
                let mut piece = [0; 1024];
                while !head.windows(4).any(|four| four == b"\r\n\r\n") {
                    match stream.read(&mut piece) {
                        Ok(0) | Err(_) => break,
                        Ok(read) => head.extend_from_slice(&piece[..read]),
                    }
                }
                // The client may have heard enough before the end.
                let _ = stream.write_all(&words);
            }
        });
        Self {
            origin: format!("http://127.0.0.1:{port}").parse().unwrap(),
            said,
        }
    }

    /// What the client makes of an answer of these bytes.
    async fn asked(&self, client: &Client, bytes: Vec<u8>) -> Result<Value, Failure> {
        self.said.send(bytes).unwrap();
        let answer = client.get_json::<Value>(self.origin.at("/api/x"), None);
        Ok(answer.await?.value)
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
}

/// What is held at most while an answer with this body is read.
fn held_for(body: String) -> usize {
    let (runtime, parrot, client) = (runtime(), Parrot::new(), client());
    let bytes = answer("200 OK", "application/json", &body).into_bytes();
    drop(body);
    let (_, held) = heap::held_by(|| runtime.block_on(parrot.asked(&client, bytes)).map(drop));
    held
}

#[test]
fn an_answer_of_a_million_tiny_things_is_held_within_bounds() {
    let most = 8 * 1024 * 1024 - 64;
    let many = |thing: &str| {
        let things = vec![thing; most / (thing.len() + 1)];
        format!("[{}]", things.join(","))
    };
    for thing in [
        "1",
        "[]",
        "{}",
        "\"\"",
        "{\"a\":1}",
        "[[[[[[1]]]]]]",
        "null",
    ] {
        let held = held_for(many(thing));
        assert!(held < MOST_HELD, "{thing}: {held} bytes");
    }
    let fields: Vec<String> = (0..500_000).map(|n| format!("\"{n}\":{{}}")).collect();
    let held = held_for(format!("{{{}}}", fields.join(",")));
    assert!(held < MOST_HELD, "fields: {held} bytes");
}

#[test]
fn an_answer_as_large_as_any_of_the_service_is_read() {
    // 200 tasks of 60 fields and a kilobyte of words: twice what a page of them has.
    let fields: Vec<String> = (0..60)
        .map(|n| format!("\"field_{n}\":{{\"a\":[1,2,\"b\"]}}"))
        .collect();
    let task = format!(
        "{{{},\"words\":\"{}\"}}",
        fields.join(","),
        "[{,é".repeat(200)
    );
    let page = format!("{{\"items\":[{}]}}", vec![task; 200].join(","));
    let (runtime, parrot, client) = (runtime(), Parrot::new(), client());
    let bytes = answer("200 OK", "application/json", &page).into_bytes();
    let page = runtime.block_on(parrot.asked(&client, bytes)).unwrap();
    assert_eq!(page["items"].as_array().map(Vec::len), Some(200));
}

#[test]
fn lists_in_lists_100000_deep_are_no_answer() {
    let (runtime, parrot, client) = (runtime(), Parrot::new(), client());
    for open in ["[", "{\"a\":"] {
        let bytes = answer("200 OK", "application/json", &open.repeat(100_000)).into_bytes();
        let failure = runtime.block_on(parrot.asked(&client, bytes)).unwrap_err();
        assert!(
            matches!(failure, Failure::NotTheService { .. }),
            "{failure:?}"
        );
        let bytes = answer("400 Bad Request", "application/json", &open.repeat(10_000));
        let failure = runtime
            .block_on(parrot.asked(&client, bytes.into_bytes()))
            .unwrap_err();
        assert_eq!(failure.status(), Some(400));
    }
}

/// What an answer may call itself.
const KINDS: &[&str] = &[
    "application/json",
    "application/xml",
    "text/plain",
    "text/html",
    "\u{e9}",
    "",
];
const SECRET: &str = "AKIA5ECRET";

/// Bodies of errors, near to those that the services and their storage write.
fn body() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        any::<String>(),
        "[a-zA-Z ]{0,20}",
        select(
            &[
                "</Code>", "<Code>", "]]>", "&amp;", "\u{202E}", "\0", "{}", "[]", "null"
            ][..]
        )
        .prop_map(str::to_owned),
    ];
    let json = words
        .clone()
        .prop_map(Value::from)
        .prop_recursive(4, 40, 6, move |inner| {
            let keys = select(&["detail", "message", "msg", "error", "loc", "type", "x"][..]);
            prop_oneof![
                vec(inner.clone(), 0..6).prop_map(Value::from),
                vec((keys, inner), 0..6).prop_map(|fields| {
                    fields
                        .into_iter()
                        .map(|(key, value)| (key.to_owned(), value))
                        .collect()
                }),
                Just(Value::Null),
                any::<f64>().prop_map(Value::from),
            ]
        });
    let xml = (words.clone(), words).prop_map(|(code, message)| {
        format!(
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><Error><Code>{code}</Code>\
             <Message>{message}</Message><AWSAccessKeyId>{SECRET}</AWSAccessKeyId>\
             <StringToSign>{SECRET}</StringToSign></Error>"
        )
    });
    prop_oneof![json.prop_map(|json| json.to_string()), xml, any::<String>()]
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        // The same cases on each run, so that a red test is red for everybody.
        rng_seed: RngSeed::Fixed(0x5EED),
        ..ProptestConfig::with_cases(cases)
    }
}

/// The words that a person may come to see.
fn words_of(failure: &Failure) -> Option<String> {
    match failure {
        Failure::Status { detail, .. } => detail.text(),
        _ => None,
    }
}

#[test]
fn any_error_in_any_words_is_a_short_failure_that_keeps_what_was_signed_to_itself() {
    let (runtime, parrot, client) = (runtime(), Parrot::new(), client());
    let waits = "[0-9]{0,40}|-?[0-9]+(\\.[0-9]+)?(e[0-9]{1,4})?|NaN|inf|[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4,6} 00:00:00 GMT";
    proptest!(config(600), |(body in body(), cut in any::<proptest::sample::Index>(),
        status in 400..600_u16, kind in select(KINDS), wait in waits)| {
        let whole = format!(
            "HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nRetry-After: {wait}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ).into_bytes();
        // Now and then the connection is cut in the middle of it.
        let end = if status % 5 == 0 { cut.index(whole.len()) } else { whole.len() };
        let failure = runtime.block_on(parrot.asked(&client, whole[..end].to_vec())).unwrap_err();
        if let Failure::Status { detail, retry_after, status: told, .. } = &failure {
            prop_assert_eq!(*told, status);
            prop_assert!(retry_after.is_none_or(|wait| wait <= Duration::from_secs(86_400)));
            if let Detail::Text(text) = detail {
                prop_assert!(text.chars().count() <= 500);
            }
        }
        let words = words_of(&failure).unwrap_or_default();
        prop_assert!(words.chars().count() <= 500);
        if body.starts_with("<?xml") && kind != "text/plain" {
            let said = format!("{failure:?} {failure} {words}");
            prop_assert!(!said.contains(SECRET));
        }
    });
}

#[test]
fn any_bytes_at_all_are_an_answer_or_a_failure() {
    let (runtime, parrot, client) = (runtime(), Parrot::new(), client());
    let head = "HTTP/1\\.[01] [0-9]{1,4} ?[a-z]{0,5}\r\n";
    let header = "(Content-Length|Transfer-Encoding|Location|Content-Range|ETag|Date|X)?:? ?([0-9]{1,22}|chunked|[ -~]{0,30})\r\n";
    proptest!(config(600), |(head in head, headers in vec(header, 0..5), ends in any::<bool>(),
        body in vec(any::<u8>(), 0..300))| {
        let mut bytes = head.into_bytes();
        bytes.extend(headers.concat().into_bytes());
        bytes.extend_from_slice(if ends { b"\r\n" } else { b"" });
        bytes.extend(body);
        // That it comes back, with whatever, is what is asked here.
        let _ = runtime.block_on(parrot.asked(&client, bytes.clone()));
        parrot.said.send(bytes).unwrap();
        runtime.block_on(async {
            let file = client.get_stream(parrot.origin.at("/f"), None, &Portion::default()).await;
            if let Ok(mut file) = file {
                use futures_util::StreamExt as _;
                while let Some(Ok(_)) = file.body.next().await {}
            }
        });
    });
}

/// Ways to write the same host, and hosts that look like it.
fn address() -> impl Strategy<Value = String> {
    let scheme = select(
        &[
            "https",
            "http",
            "HTTPS",
            "https:",
            "ftp",
            "file",
            "javascript",
            "data",
            "",
        ][..],
    );
    let login = select(
        &[
            "",
            "riffkit.ai@",
            "a:b@",
            "riffkit.ai%2f@",
            "@",
            "riffkit.ai:443@",
            "riffkit.ai\\@",
        ][..],
    );
    let host = select(
        &[
            "riffkit.ai",
            "RIFFKIT.AI",
            "riffkit.ai.",
            "riffkit。ai",
            "riffkit.ai.evil.example",
            "rіffkit.ai",
            "evil.example",
            "127.0.0.1",
            "2130706433",
            "0x7f.1",
            "0",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "localhost",
            "localhost.evil.example",
            "riff\tkit.ai",
            "riffkit.ai\u{202E}",
            "%72iffkit.ai",
            "",
            "[",
            "xn--80ak6aa92e.com",
        ][..],
    );
    let port = select(&["", ":443", ":80", ":0", ":65536", ":", ":444", ":a"][..]);
    let rest = select(
        &[
            "",
            "/",
            "/x",
            "\\evil.example",
            "?@evil.example",
            "#@evil.example",
            "//evil.example/x",
            "/\r\nX: y",
        ][..],
    );
    let lead = select(&["", " ", "\u{1}", "//", "\\\\", "/"][..]);
    (lead, scheme, login, host, port, rest).prop_map(|(lead, scheme, login, host, port, rest)| {
        format!("{lead}{scheme}://{login}{host}{port}{rest}")
    })
}

proptest! {
    #![proptest_config(config(20_000))]

    #[test]
    fn whatever_a_service_writes_as_an_address_leads_to_https_or_to_this_machine(text in address()) {
        let riffkit: Origin = "https://riffkit.ai".parse().unwrap();
        if let Ok(url) = riffkit.resolve(&text) {
            let host = url.host_str().unwrap_or_default().to_owned();
            let here = ["127.0.0.1", "[::1]", "localhost", "0.0.0.0"].contains(&host.as_str());
            prop_assert!(url.scheme() == "https" || (url.scheme() == "http" && here), "{}", url);
            // Ours is only what says so to the letter, whatever stands before or behind it.
            let is_ours = url.scheme() == "https" && host == "riffkit.ai" && url.port().is_none();
            prop_assert_eq!(riffkit.covers(&url), is_ours, "{}", url);
        }
        if let Ok(origin) = text.parse::<Origin>() {
            let again: Origin = origin.to_string().parse().unwrap();
            prop_assert_eq!(&again, &origin);
            prop_assert!(origin.url().username().is_empty() && origin.url().query().is_none());
        }
    }

    #[test]
    fn a_presigned_address_never_prints_its_query(text in address(), secret in "[A-Z0-9]{12}") {
        let signed = format!("{text}?X-Amz-Signature={secret}#{secret}");
        match serde_json::from_value::<Presigned>(signed.into()) {
            Ok(presigned) => {
                let printed = format!("{presigned} {presigned:?}");
                prop_assert!(!printed.contains(&secret), "{}", printed);
            }
            Err(error) => prop_assert!(!error.to_string().contains(&secret)),
        }
    }
}
