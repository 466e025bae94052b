//! A home with somebody signed in, and a service in a process of its own: its memory is not `reel`'s.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

use crate::Outcome;

/// A person's machine, with the service beside it.
pub struct Machine {
    folder: PathBuf,
    address: String,
    /// Where Hubfluencer is, and a token for it.
    hub: [String; 2],
    service: Child,
}

impl Machine {
    /// Starts the service with these arguments, and signs in.
    pub fn start(folder: &Path, arguments: &[&str]) -> Outcome<Self> {
        let data = folder.join("sandbox");
        let mut service = Command::new(env!("CARGO_BIN_EXE_reel"))
            .args([
                "sandbox",
                "--print-urls",
                "--quiet",
                "--balance",
                "100000",
                "--data",
            ])
            .arg(data)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut urls = String::new();
        let stdout = service.stdout.take().ok_or("not piped")?;
        BufReader::new(stdout).read_line(&mut urls)?;
        let urls: Value = serde_json::from_str(&urls)?;
        let told = |name: &str| -> Outcome<String> {
            Ok(urls[name].as_str().ok_or("no address")?.to_owned())
        };
        let machine = Self {
            folder: folder.to_path_buf(),
            address: told("riffkit")?,
            hub: [told("hubfluencer")?, told("hubfluencer_token")?],
            service,
        };
        machine.sign_in()?;
        Ok(machine)
    }

    /// Where everything is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// `reel` with these arguments, as a script runs it, saying nothing.
    pub fn reel<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reel"));
        command
            .args(arguments)
            .arg("--json")
            .env("REELWRIGHT_HOME", self.home())
            .env("REELWRIGHT_VAULT", "file")
            .env("RIFFKIT_BASE_URL", &self.address)
            .env("HUBFLUENCER_BASE_URL", &self.hub[0])
            .env("HUBFLUENCER_API_TOKEN", &self.hub[1])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    /// Runs `reel` and reads its document.
    pub fn json<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Outcome<Value> {
        let ended = self.reel(arguments).stdout(Stdio::piped()).output()?;
        let document = text(ended.stdout)?;
        if !ended.status.success() {
            return Err(document.into());
        }
        Ok(serde_json::from_str(&document)?)
    }

    /// How many orders the service has taken, by the journal.
    pub fn taken(&self) -> Outcome<u32> {
        let path = self.home().join("journal.db");
        let journal = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let query = "SELECT count(*) FROM orders WHERE batch_id IS NOT NULL";
        Ok(journal.query_row(query, [], |row| row.get(0))?)
    }

    fn home(&self) -> PathBuf {
        self.folder.join("home")
    }

    fn sign_in(&self) -> Outcome<()> {
        let mut login = self
            .reel(["login", "riffkit", "--no-browser"])
            .stderr(Stdio::piped())
            .spawn()?;
        let stderr = BufReader::new(login.stderr.take().ok_or("not piped")?);
        let mut lines = stderr.lines();
        let link = lines
            .by_ref()
            .map_while(Result::ok)
            .find(|line| line.trim().starts_with("http"))
            .ok_or("no link to approve")?;
        approve(link.trim())?;
        // Read to the end, so that it never waits for a reader.
        lines.for_each(drop);
        if !login.wait()?.success() {
            return Err("the sign-in failed".into());
        }
        Ok(())
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        // Gone already is as good as stopped.
        let _ = self.service.kill();
        let _ = self.service.wait();
    }
}

/// Presses Approve on the page of this link.
fn approve(link: &str) -> Outcome<()> {
    let (page, code) = link
        .split_once("?user_code=")
        .ok_or("no code in the link")?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let client = reqwest::Client::builder().no_proxy().build()?;
        let form = [("user_code", code), ("decision", "approve")];
        client
            .post(page)
            .form(&form)
            .send()
            .await?
            .error_for_status()?;
        Ok(())
    })
}

/// Checks a file, which must be fit to be sent.
pub fn check(path: &Path) -> Outcome<()> {
    let ended = check_command(path).output()?;
    if !ended.status.success() {
        return Err(text(ended.stdout)?.into());
    }
    Ok(())
}

/// `reel check` of a file.
pub fn check_command(path: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reel"));
    command.args([OsStr::new("check"), path.as_os_str(), OsStr::new("--json")]);
    command
}

/// The clip that the repository ships.
pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/sample.mp4")
}

/// What a program wrote.
pub fn text(bytes: Vec<u8>) -> Outcome<String> {
    Ok(String::from_utf8(bytes)?)
}
