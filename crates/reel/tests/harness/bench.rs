//! A sandbox, an empty home, and `reel` run as a script runs it: without a terminal.

use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::time::Duration;

use sandbox::{Pace, Sandbox, Setup};
use serde_json::Value;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// Templates and characters that every sandbox has.
pub const TEMPLATE: &str = "sandbox-wrong-way-first";
pub const CAST: [&str; 2] = ["sandbox-avery", "sandbox-caden"];

/// What is pressed on the approval page.
#[derive(Clone, Copy)]
pub enum Decision {
    Approve,
    Deny,
}

/// One sandbox and one home, both gone at the end.
pub struct Bench {
    pub sandbox: Sandbox,
    pub folder: TempDir,
    /// What `reel` is told of where the sandbox's Riffkit listens.
    pub address: String,
    /// And its Hubfluencer.
    pub hub_address: String,
}

/// What a run of `reel` left.
pub struct Ended {
    pub exit: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ended {
    /// The one JSON document on stdout.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: {:?}\n{}", self.stdout, self.stderr))
    }

    /// The code of the failure document.
    pub fn code(&self) -> String {
        self.json()["error"]["code"]
            .as_str()
            .expect("a failure document")
            .to_owned()
    }
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Self {
            exit: output.status.code().expect("ended by itself"),
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Bench {
    /// A sandbox at instant pace, changed as the test wants it.
    pub async fn new(change: impl FnOnce(&mut Setup)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut setup = Setup::new(folder.path().join("sandbox"));
        setup.pace = Pace::Instant;
        setup.sign_in_interval = Duration::from_secs(1);
        change(&mut setup);
        let sandbox = Sandbox::start(setup).await.expect("a sandbox");
        Self {
            address: sandbox.riffkit_url().to_string(),
            hub_address: sandbox.hubfluencer_url().to_string(),
            sandbox,
            folder,
        }
    }

    /// The same with somebody signed in.
    pub async fn signed_in(change: impl FnOnce(&mut Setup)) -> Self {
        let bench = Self::new(change).await;
        let ended = bench.login(Decision::Approve).await;
        assert_eq!(ended.exit, 0, "{}", ended.stderr);
        bench
    }

    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    pub fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// `reel` with these arguments, ready to run against this sandbox.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = command(&self.home(), arguments);
        command
            .env("RIFFKIT_BASE_URL", &self.address)
            .env("HUBFLUENCER_BASE_URL", &self.hub_address);
        command
    }

    /// Runs `reel` to its end.
    pub async fn reel(&self, arguments: &[&str]) -> Ended {
        self.command(arguments)
            .output()
            .await
            .expect("reel starts")
            .into()
    }

    /// Runs `reel … --json` to a good end, and reads its one document.
    pub async fn document(&self, arguments: &[&str]) -> Value {
        let ended = self.reel(&[arguments, &["--json"]].concat()).await;
        assert_eq!(ended.exit, 0, "{arguments:?}: {}", ended.stderr);
        ended.json()
    }

    /// Runs `reel` to a good end, and reads its lines for people.
    pub async fn text(&self, arguments: &[&str]) -> String {
        let ended = self.reel(arguments).await;
        assert_eq!(ended.exit, 0, "{arguments:?}: {}", ended.stderr);
        ended.stdout
    }

    /// Runs `reel … --json` to a refusal: its exit, and the code of its document.
    pub async fn refused(&self, arguments: &[&str]) -> (i32, String) {
        let ended = self.reel(&[arguments, &["--json"]].concat()).await;
        assert!(
            !ended.stderr.trim().is_empty(),
            "{arguments:?}: said to nobody"
        );
        (ended.exit, ended.code())
    }

    /// Starts `reel` and leaves it running.
    pub fn spawn(&self, arguments: &[&str]) -> Child {
        self.command(arguments).spawn().expect("reel starts")
    }

    /// `reel login`, with the page opened and its form submitted by another program.
    pub async fn login(&self, decision: Decision) -> Ended {
        let mut child = self.spawn(&["login", "riffkit", "--no-browser", "--json"]);
        let mut stderr = BufReader::new(child.stderr.take().expect("piped"));
        let mut told = String::new();
        let link = loop {
            let mut line = String::new();
            let read = stderr.read_line(&mut line).await.expect("readable");
            assert!(read > 0, "no link was printed: {told}");
            told.push_str(&line);
            if let Some(link) = line
                .strip_prefix("  http")
                .map(|rest| format!("http{}", rest.trim()))
            {
                break link;
            }
        };
        submit(&link, decision).await;
        stderr.read_to_string(&mut told).await.expect("readable");
        let mut ended = Ended::from(child.wait_with_output().await.expect("ends"));
        ended.stderr = told;
        ended
    }
}

/// `reel` with these arguments and nothing of this machine's own settings.
pub fn command(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reel"));
    command
        .args(arguments)
        .env("REELWRIGHT_HOME", home)
        .env("REELWRIGHT_VAULT", "file")
        .env("LC_ALL", "C")
        .env_remove("RIFFKIT_BASE_URL")
        .env_remove("HUBFLUENCER_BASE_URL")
        .env_remove("HUBFLUENCER_API_TOKEN")
        .env_remove("REELWRIGHT_LOG")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// Opens the approval page and presses a button of its form.
async fn submit(link: &str, decision: Decision) {
    let client = reqwest::Client::builder()
        .no_proxy()
        .build()
        .expect("a client");
    let page = client
        .get(link)
        .send()
        .await
        .expect("the page")
        .text()
        .await
        .expect("a text");
    let (page_url, code) = link
        .split_once("?user_code=")
        .expect("the code is filled in");
    assert!(page.contains(code), "the page shows the code");
    let word = match decision {
        Decision::Approve => "approve",
        Decision::Deny => "deny",
    };
    assert!(
        page.contains(&format!("value=\"{word}\"")),
        "the page has that button"
    );
    let form = [("user_code", code), ("decision", word)];
    let answer = client
        .post(page_url)
        .form(&form)
        .send()
        .await
        .expect("submitted");
    assert!(answer.status().is_success(), "{}", answer.status());
}

/// The clip that the repository ships.
pub fn sample() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/sample.mp4");
    path.to_str().expect("UTF-8").to_owned()
}

/// The sample made larger by empty space, as the format allows: too large for any socket's buffer.
pub fn large_sample(folder: &Path) -> String {
    const MORE: u32 = 40_000_000;
    let mut clip = std::fs::read(sample()).expect("the sample");
    clip.extend_from_slice(&MORE.to_be_bytes());
    clip.extend_from_slice(b"free");
    clip.resize(clip.len() + MORE as usize - 8, 0);
    let path = folder.join("large.mp4");
    std::fs::write(&path, clip).expect("written");
    path.to_str().expect("UTF-8").to_owned()
}

/// A small PNG in a folder: a whole one, with a size.
pub fn picture(folder: &Path, name: &str) -> String {
    const PNG: &[u8] =
        b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x08\0\0\0\x08\x08\x02\0\0\0\x4b\x6d\x29\xdc\
        \0\0\0\0IEND\xae\x42\x60\x82";
    let path = folder.join(name);
    std::fs::write(&path, PNG).expect("written");
    path.to_str().expect("UTF-8").to_owned()
}

/// The names of an object's members, sorted.
pub fn members(object: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = object
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    names
}
