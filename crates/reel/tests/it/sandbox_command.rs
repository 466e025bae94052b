//! `reel sandbox`: one line of JSON, then the service, until it is told to stop.

use tokio::io::{AsyncBufReadExt as _, BufReader};

use crate::bench::{Ended, command, members};

#[cfg(unix)]
#[tokio::test]
async fn it_prints_one_line_serves_and_stops_cleanly() {
    for signal in ["INT", "TERM"] {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data");
        let data = data.to_str().expect("UTF-8");
        let arguments = ["sandbox", "--data", data, "--pace", "fast", "--print-urls"];
        let mut child = command(folder.path(), &arguments).spawn().expect("starts");
        let mut stdout = BufReader::new(child.stdout.take().expect("piped"));
        let mut line = String::new();
        stdout.read_line(&mut line).await.expect("a line");
        let urls: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        let names = ["hubfluencer", "hubfluencer_token", "riffkit"];
        assert_eq!(members(&urls), names);
        let base = urls["riffkit"].as_str().expect("an address");
        assert!(
            base.starts_with("http://127.0.0.1:") && !base.ends_with('/'),
            "{base}"
        );
        let client = reqwest::Client::builder()
            .no_proxy()
            .build()
            .expect("a client");
        let answer = client
            .get(format!("{base}/api/auth/me"))
            .send()
            .await
            .expect("served");
        assert_eq!(answer.status(), 401);
        let hub = urls["hubfluencer"].as_str().expect("an address");
        let token = urls["hubfluencer_token"].as_str().expect("a token");
        let answer = client
            .get(format!("{hub}/api/studio/credits"))
            .bearer_auth(token)
            .send()
            .await
            .expect("served");
        assert_eq!(answer.status(), 200);

        crate::interrupted::press(&child, signal).await;
        let ended = Ended::from(child.wait_with_output().await.expect("ends"));
        assert_eq!(ended.exit, 0, "{signal}: {}", ended.stderr);
        let mut rest = String::new();
        stdout.read_line(&mut rest).await.expect("the end");
        assert!(rest.is_empty(), "one line and no more: {rest}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn two_cannot_serve_one_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let arguments = [
        "sandbox",
        "--data",
        data.to_str().expect("UTF-8"),
        "--print-urls",
        "--json",
    ];
    let mut first = command(folder.path(), &arguments).spawn().expect("starts");
    let mut line = String::new();
    BufReader::new(first.stdout.take().expect("piped"))
        .read_line(&mut line)
        .await
        .expect("a line");
    let second = Ended::from(
        command(folder.path(), &arguments)
            .output()
            .await
            .expect("starts"),
    );
    assert_eq!((second.exit, second.code().as_str()), (1, "sandbox-failed"));
}

#[tokio::test]
async fn it_describes_itself_without_running() {
    let folder = tempfile::tempdir().expect("a folder");
    let described = command(folder.path(), &["sandbox", "--openapi"])
        .output()
        .await;
    let ended = Ended::from(described.expect("starts"));
    assert_eq!((ended.exit, ended.stderr.as_str()), (0, ""));
    let document = ended.json();
    assert!(
        document["openapi"]
            .as_str()
            .is_some_and(|version| version.starts_with("3."))
    );
    for path in [
        "/api/riffs",
        "/api/pipeline/batch",
        "/api/products/{product_id}/images",
    ] {
        assert!(document["paths"][path]["post"].is_object(), "{path}");
    }
    let arguments = ["sandbox", "--openapi", "--service", "hubfluencer"];
    let described = command(folder.path(), &arguments).output().await;
    let document = Ended::from(described.expect("starts")).json();
    assert!(document["paths"]["/api/tokens"]["post"].is_object());
    assert!(
        std::fs::read_dir(folder.path())
            .expect("a folder")
            .next()
            .is_none()
    );
}
