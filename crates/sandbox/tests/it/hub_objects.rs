//! Hubfluencer's object storage: presigned links, and what it refuses.

use std::time::Duration;

use reqwest::{Body, Method, StatusCode, Url};
use sandbox::Fault;
use serde_json::{Value, json};
use tokio::{io::AsyncWriteExt, net::TcpStream};

use crate::{
    bench::Bench,
    hub_bench::{clip_of, code, data},
};

const MP4: Option<&str> = Some("video/mp4");
const PART: usize = 5 * 1024 * 1024;

/// Presigns a single PUT of a video of so many bytes.
async fn presigned(bench: &Bench, editor: &str, bytes: usize) -> Value {
    let form = json!({ "filename": "a.mp4", "mime_type": "video/mp4", "size_bytes": bytes });
    bench
        .hub_made(&format!("{editor}/uploads/presign"), form)
        .await
}

/// Begins an upload in parts of 5 MiB.
async fn begun(bench: &Bench, editor: &str, bytes: usize) -> Value {
    let form = json!({ "filename": "a.mp4", "mime_type": "video/mp4", "size_bytes": bytes });
    let path = format!("{editor}/uploads/multipart/init");
    bench.hub_made(&path, form).await
}

async fn signed(bench: &Bench, editor: &str, begun: &Value, number: usize) -> Value {
    let path = format!("{editor}/uploads/multipart/sign-part");
    let mut form = begun.clone();
    form["part_number"] = json!(number);
    bench.hub_made(&path, form).await["presigned_url"].take()
}

async fn in_parts() -> (Bench, String) {
    let bench = Bench::with(|setup| setup.part_size = PART as u64).await;
    let editor = bench.editor().await;
    (bench, editor)
}

#[tokio::test]
async fn a_put_needs_what_was_signed_and_its_length() {
    let bench = Bench::new().await;
    let editor = bench.editor().await;
    let url = presigned(&bench, &editor, 5).await["presigned_url"].take();
    let link = Url::parse(url.as_str().unwrap()).unwrap();
    assert_eq!(link.origin(), bench.sandbox.objects_url().origin());
    assert_ne!(link.origin(), bench.sandbox.hubfluencer_url().origin());

    for kind in [
        None,
        Some("video/quicktime"),
        Some("video/mp4; codecs=avc1"),
    ] {
        let answer = bench.put(&url, kind, b"bytes").await;
        assert_eq!(
            code(answer, StatusCode::FORBIDDEN).await,
            "SignatureDoesNotMatch"
        );
    }
    let other = bench.client.get(link.clone()).send().await.unwrap();
    assert_eq!(
        code(other, StatusCode::FORBIDDEN).await,
        "SignatureDoesNotMatch"
    );
    let longer = url
        .as_str()
        .unwrap()
        .replace("Expires=3600", "Expires=9999");
    let answer = bench.put(&json!(longer), MP4, b"bytes").await;
    assert_eq!(
        code(answer, StatusCode::FORBIDDEN).await,
        "SignatureDoesNotMatch"
    );
    let pieces = futures_util::stream::iter([Ok::<_, std::io::Error>("bytes")]);
    let chunked = bench
        .client
        .put(link.clone())
        .header("content-type", "video/mp4");
    let chunked = chunked.body(Body::wrap_stream(pieces)).send().await;
    assert_eq!(
        code(chunked.unwrap(), StatusCode::LENGTH_REQUIRED).await,
        "MissingContentLength"
    );
    assert!(bench.sandbox.storage_books().objects.is_empty());

    bench.clock.pass(Duration::from_secs(3599));
    let answer = bench.put(&url, MP4, b"bytes").await;
    assert_eq!(answer.status(), StatusCode::OK);
    // MD5 of "bytes".
    let etag = "\"4b3a6218bb3e3a7303e8a171a60fcf92\"";
    assert_eq!(answer.headers()["etag"], etag);
    bench.clock.pass(Duration::from_secs(1));
    let late = bench.put(&url, MP4, b"later").await;
    assert_eq!(code(late, StatusCode::FORBIDDEN).await, "AccessDenied");
    let books = bench.sandbox.storage_books();
    assert_eq!(books.objects.len(), 1);
    assert_eq!(books.objects[0].etag, etag);
    assert_eq!(books.objects[0].content_type, "video/mp4");
    assert_eq!(std::fs::read(&books.objects[0].file).unwrap(), b"bytes");
}

#[tokio::test]
async fn a_body_that_breaks_off_keeps_nothing() {
    let bench = Bench::new().await;
    let editor = bench.editor().await;
    let upload = presigned(&bench, &editor, 1000).await;
    let link = Url::parse(upload["presigned_url"].as_str().unwrap()).unwrap();
    let host = format!("127.0.0.1:{}", link.port().unwrap());
    let head = format!(
        "PUT {} HTTP/1.1\r\nhost: {host}\r\ncontent-type: video/mp4\r\ncontent-length: 1000\r\n\r\n",
        &link[url::Position::BeforePath..]
    );
    let mut stream = TcpStream::connect(&host).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&[7; 400]).await.unwrap();
    stream.shutdown().await.unwrap();
    let key = upload["s3_key"].as_str().unwrap();
    let received = || bench.sandbox.storage_books().received.get(key).copied();
    while received().is_none() {
        tokio::task::yield_now().await;
    }
    assert_eq!(received(), Some(400));
    assert!(bench.sandbox.storage_books().objects.is_empty());

    bench.sandbox.faults().arm(Fault::CutPart(300));
    let cut = bench.client.put(link).header("content-type", "video/mp4");
    assert!(cut.body(vec![7; 1000]).send().await.is_err());
    assert!(bench.sandbox.storage_books().objects.is_empty());
    let answer = bench.put(&upload["presigned_url"], MP4, &[7; 1000]).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(bench.sandbox.storage_books().objects[0].bytes, 1000);
}

#[tokio::test]
async fn a_part_comes_without_a_content_type_and_only_while_its_upload_is_open() {
    let (bench, editor) = in_parts().await;
    let begun = begun(&bench, &editor, 2 * PART).await;
    let url = signed(&bench, &editor, &begun, 1).await;
    let typed = bench
        .put(&url, Some("application/octet-stream"), b"part")
        .await;
    assert_eq!(
        code(typed, StatusCode::FORBIDDEN).await,
        "SignatureDoesNotMatch"
    );
    // The number is signed: the link of one part isn't that of another.
    let other = url
        .as_str()
        .unwrap()
        .replace("partNumber=1", "partNumber=2");
    let answer = bench.put(&json!(other), None, b"part").await;
    assert_eq!(
        code(answer, StatusCode::FORBIDDEN).await,
        "SignatureDoesNotMatch"
    );
    let answer = bench.put(&url, None, b"part").await;
    assert_eq!(answer.status(), StatusCode::OK);
    let open = &bench.sandbox.storage_books().open_uploads[0];
    assert_eq!(open.parts, [1]);

    let abort = format!("{editor}/uploads/multipart/abort");
    assert_eq!(bench.hub_made(&abort, begun).await["status"], "aborted");
    let gone = bench.put(&url, None, b"part").await;
    assert_eq!(code(gone, StatusCode::NOT_FOUND).await, "NoSuchUpload");
    let books = bench.sandbox.storage_books();
    assert!(books.open_uploads.is_empty() && books.objects.is_empty());
    let uploads = bench.hub_get(&format!("{editor}/uploads")).await;
    assert_eq!(uploads, json!([]));
}

#[tokio::test]
async fn parts_go_wrong_as_they_are_told_to() {
    let (bench, editor) = in_parts().await;
    let begun = begun(&bench, &editor, 2 * PART).await;
    let url = signed(&bench, &editor, &begun, 1).await;
    let faults = bench.sandbox.faults();
    faults.arm_named("part-expired").unwrap();
    let answer = bench.put(&url, None, b"part").await;
    assert_eq!(code(answer, StatusCode::FORBIDDEN).await, "AccessDenied");
    faults.arm_named("part-500").unwrap();
    let answer = bench.put(&url, None, b"part").await;
    assert_eq!(
        code(answer, StatusCode::INTERNAL_SERVER_ERROR).await,
        "InternalError"
    );
    faults.arm_named("answer=503:PUT:/{bucket}/{*key}").unwrap();
    let answer = bench.put(&url, None, b"part").await;
    assert_eq!(
        code(answer, StatusCode::SERVICE_UNAVAILABLE).await,
        "SlowDown"
    );
    assert!(bench.sandbox.storage_books().puts.is_empty());

    faults.arm_named("lose-part-answer").unwrap();
    let lost = bench.client.put(url.as_str().unwrap()).body("part");
    assert!(lost.send().await.is_err());
    let books = bench.sandbox.storage_books();
    assert!(!books.puts[0].is_answered);
    assert_eq!(books.open_uploads[0].parts, [1]);

    // It was never acknowledged, so sending it again is right; a third time is not.
    for resent in [0, 1] {
        let answer = bench.put(&url, None, b"part").await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(bench.sandbox.storage_books().resent_parts().len(), resent);
    }
    faults.arm_named("slow-storage=100").unwrap();
    let before = bench.clock.clone();
    let began = sandbox::Clock::now(&before);
    bench.put(&url, None, &[1; 1000]).await;
    let took = sandbox::Clock::now(&before).duration_since(began);
    assert_eq!(took.as_secs(), 10);
}

#[tokio::test]
async fn an_object_is_read_in_ranges_for_an_hour() {
    let bench = Bench::new().await;
    let editor = bench.editor().await;
    let picture = include_bytes!("../../assets/reel.jpg").as_slice();
    let form = json!({ "mime_type": "image/jpeg", "size_bytes": picture.len() });
    let path = format!("{editor}/product/presign");
    let image = bench.hub_made(&path, form).await;
    let answer = bench.put(&image["presigned_url"], Some("image/jpeg"), picture);
    assert_eq!(answer.await.status(), StatusCode::OK);
    let form = json!({ "s3_key": image["s3_key"] });
    let shown = bench
        .hub_made(&format!("{editor}/product/confirm"), form)
        .await;
    let link = shown["product_image_url"].as_str().unwrap();
    let get = |range: &'static str| bench.client.get(link).header("range", range);

    let whole = bench.client.get(link).send().await.unwrap();
    assert_eq!(whole.headers()["content-type"], "image/jpeg");
    let etag = whole.headers()["etag"].clone();
    assert_eq!(whole.bytes().await.unwrap(), picture);
    let part = get("bytes=10-19").header("if-range", etag).send();
    let part = part.await.unwrap();
    assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
    let stated = format!("bytes 10-19/{}", picture.len());
    assert_eq!(part.headers()["content-range"], stated);
    assert_eq!(part.bytes().await.unwrap(), &picture[10..20]);
    let changed = get("bytes=10-19").header("if-range", "\"older\"").send();
    assert_eq!(changed.await.unwrap().status(), StatusCode::OK);
    let outside = get("bytes=9999999-").send().await.unwrap();
    assert_eq!(
        code(outside, StatusCode::RANGE_NOT_SATISFIABLE).await,
        "InvalidRange"
    );
    // As with S3, the link is for a GET and nothing else.
    let head = bench.client.head(link).send().await.unwrap();
    assert_eq!(head.status(), StatusCode::FORBIDDEN);

    bench.sandbox.faults().arm(Fault::ObjectExpired);
    let expired = bench.client.get(link).send().await.unwrap();
    assert_eq!(code(expired, StatusCode::FORBIDDEN).await, "AccessDenied");
    bench.clock.pass(Duration::from_secs(3600));
    let expired = bench.client.get(link).send().await.unwrap();
    assert_eq!(code(expired, StatusCode::FORBIDDEN).await, "AccessDenied");
}

#[tokio::test]
async fn credentials_beside_a_signature_are_refused_and_counted() {
    let bench = Bench::new().await;
    let editor = bench.editor().await;
    let url = presigned(&bench, &editor, 5).await["presigned_url"].take();
    let url = url.as_str().unwrap();
    let call = || {
        bench
            .client
            .put(url)
            .header("content-type", "video/mp4")
            .body("bytes")
    };
    let token = bench.sandbox.hubfluencer_token();
    for call in [call().bearer_auth(token), call().header("cookie", "a=b")] {
        let answer = call.send().await.unwrap();
        assert_eq!(
            code(answer, StatusCode::BAD_REQUEST).await,
            "InvalidArgument"
        );
    }
    let books = bench.sandbox.storage_books();
    assert_eq!(books.credentials_leaked, 2);
    assert!(books.objects.is_empty());
}

#[tokio::test]
async fn a_restart_forgets_no_part() {
    let (bench, editor) = in_parts().await;
    let clip = clip_of(PART + 1000);
    let begun = begun(&bench, &editor, clip.len()).await;
    let first = signed(&bench, &editor, &begun, 1).await;
    let second = signed(&bench, &editor, &begun, 2).await;
    let put = bench.put(&first, None, &clip[..PART]).await;
    let one = put.headers()["etag"].to_str().unwrap().to_owned();
    let incoming = bench.data().join("objects/incoming-left-by-a-kill");
    std::fs::write(&incoming, "half").unwrap();

    let bench = bench.restart().await;
    assert!(!incoming.exists());
    let put = bench.put(&second, None, &clip[PART..]).await;
    let two = put.headers()["etag"].to_str().unwrap().to_owned();
    let mut form = begun.clone();
    form["parts"] = json!([
        { "part_number": 1, "etag": one },
        { "part_number": 2, "etag": two.trim_matches('"') },
    ]);
    let path = format!("{editor}/uploads/multipart/complete");
    let upload = data(bench.hub_post(&path, form).await).await;
    assert_eq!(upload["status"], "processing");
    let books = bench.sandbox.storage_books();
    assert!(books.open_uploads.is_empty());
    let object = books.object(begun["s3_key"].as_str().unwrap()).unwrap();
    assert!(object.etag.ends_with("-2\""));
    assert_eq!(std::fs::read(&object.file).unwrap(), clip);
    assert_eq!(books.puts.len(), 2);
    let gone = bench.put(&second, None, &clip[PART..]).await;
    assert_eq!(code(gone, StatusCode::NOT_FOUND).await, "NoSuchUpload");
    let asked = bench.hub(Method::GET, &format!("{editor}/uploads"));
    assert_eq!(asked.send().await.unwrap().status(), StatusCode::OK);
}
