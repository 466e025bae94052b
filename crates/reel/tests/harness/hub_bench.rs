//! What the tests of Hubfluencer's commands share.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;
use tokio::io::AsyncWriteExt as _;

use crate::bench::{Bench, Ended};

/// A short prompt that the service takes.
pub const PROMPT: &str = "A lamp that wakes you like a sunrise";

impl Bench {
    /// Somebody who has given a full token to `reel`.
    pub async fn with_token(change: impl FnOnce(&mut sandbox::Setup)) -> Self {
        let bench = Self::new(change).await;
        let token = bench.sandbox.hubfluencer_token();
        let ended = bench.give(&token).await;
        assert_eq!(ended.exit, 0, "{}", ended.stderr);
        bench
    }

    /// `reel login hubfluencer --token-stdin`.
    pub async fn give(&self, token: &str) -> Ended {
        let arguments = ["login", "hubfluencer", "--token-stdin", "--json"];
        self.piped(&arguments, token).await
    }

    /// Runs `reel` with this on its standard input.
    pub async fn piped(&self, arguments: &[&str], input: &str) -> Ended {
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).spawn().expect("reel starts");
        let mut stdin = child.stdin.take().expect("piped");
        // One that is refused for its arguments may not read it.
        let _ = stdin.write_all(input.as_bytes()).await;
        drop(stdin);
        child.wait_with_output().await.expect("ends").into()
    }

    /// Credits that were charged and did not come back.
    pub fn charged(&self) -> i64 {
        self.sandbox.hub_books().charged()
    }

    /// An ad without scenes; its slug.
    pub async fn ad(&self) -> String {
        let arguments = ["editor", "create", "--language", "en", "--prompt", PROMPT];
        slug(&self.document(&arguments).await)
    }

    /// The folder to save in, as an argument.
    pub fn out_argument(&self) -> String {
        self.out().to_str().expect("UTF-8").to_owned()
    }

    /// A whole picture on disk, which the service can draw.
    pub fn badge(&self) -> String {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sandbox/assets/badge.png");
        path.to_str().expect("UTF-8").to_owned()
    }
}

pub fn slug(document: &Value) -> String {
    document["slug"].as_str().expect("a slug").to_owned()
}

/// The saved files of a finished document, all of which are there.
pub fn files(document: &Value) -> Vec<PathBuf> {
    let files = document["files"].as_array().expect("files").iter();
    files
        .map(|file| {
            let path = PathBuf::from(file["path"].as_str().expect("a path"));
            assert!(path.is_file(), "{}", path.display());
            path
        })
        .collect()
}

/// The ids of an ad's scenes, as a person writes them.
pub fn scenes(ad: &Value) -> Vec<String> {
    let scenes = ad["segments"].as_array().expect("segments").iter();
    scenes.map(|scene| written(&scene["id"])).collect()
}

/// An id as a person writes it.
pub fn written(id: &Value) -> String {
    match id {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
