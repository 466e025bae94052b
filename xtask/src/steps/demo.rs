//! The main job in the terminal, from sign-in to the saved reel, against the sandbox and with nobody at the keys.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::loopback::Address;
use crate::project::Project;
use crate::shell::{self, Companion};

/// How long the sandbox may take to listen, and a sign-in to be done.
const SOON: Duration = Duration::from_secs(60);

/// What the sample is to become.
const DIRECTION: &str =
    "Open on the colours, cut on the beat, and end with a calm look at the result.";

/// Signs in, orders a riff of the shipped sample, and says where the reel is.
///
/// # Errors
/// A step failed; the message says which.
pub fn demo(project: &Project) -> Result<()> {
    let folder = project.target().join("demo");
    let home = folder.join("home");
    let reels = folder.join("reels");
    if home.exists() {
        // A demonstration starts with a full balance and nobody signed in.
        fs::remove_dir_all(&home).context("the last demonstration's state can't be removed")?;
    }
    fs::create_dir_all(&home)?;
    fs::create_dir_all(&reels)?;

    println!("\nStarting the sandbox, which stands in for the service on this machine.");
    let mut sandbox = Command::new(project.built("reel"));
    sandbox
        .args(["sandbox", "--pace", "fast", "--print-urls", "--data"])
        .arg(home.join("sandbox"))
        .env("REELWRIGHT_HOME", &home)
        .stdout(Stdio::piped());
    let mut sandbox = Companion::start(&mut sandbox)?;
    let service = service_address(&mut sandbox)?;
    let reel = || {
        let mut command = Command::new(project.built("reel"));
        command
            .env("REELWRIGHT_HOME", &home)
            .env("REELWRIGHT_VAULT", "file")
            .env("RIFFKIT_BASE_URL", &service);
        command
    };

    println!("\nSigning in.");
    sign_in(reel())?;

    println!("\nOrdering a riff of tests/fixtures/sample.mp4 and waiting for the reel.");
    let mut riff = reel();
    riff.arg("riff")
        .arg(project.path("tests/fixtures/sample.mp4"))
        .args(["--direction", DIRECTION, "--yes", "--json", "--save"])
        .arg(&reels)
        .stderr(Stdio::inherit());
    println!("$ {}", shell::spelled(&riff));
    let answer = shell::answer(&mut riff)?;
    let answer: Value = serde_json::from_str(&answer)
        .with_context(|| format!("`reel riff --json` did not answer in JSON: {answer}"))?;
    let saved: Vec<&str> = answer["reels"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|reel| reel["path"].as_str())
        .filter(|path| Path::new(path).is_file())
        .collect();
    if saved.is_empty() {
        bail!("the order went through but no reel was saved: {answer}");
    }
    // It says goodbye when it stops; the last word is where the reel is.
    drop(sandbox);
    println!();
    for path in saved {
        println!("The reel was saved: {path}");
    }
    Ok(())
}

/// Reads the line that the sandbox prints once it listens.
fn service_address(sandbox: &mut Companion) -> Result<String> {
    let lines = sandbox.output_lines();
    let line = lines
        .recv_timeout(SOON)
        .context("the sandbox did not say where it listens")?;
    let urls: Value = serde_json::from_str(&line)
        .with_context(|| format!("the sandbox did not answer in JSON: {line}"))?;
    let service = urls["riffkit"]
        .as_str()
        .with_context(|| format!("the sandbox names no address: {line}"))?;
    Ok(service.to_owned())
}

/// Starts the sign-in and presses Approve on the sandbox's page, as a person would in the browser.
fn sign_in(mut reel: Command) -> Result<()> {
    reel.args(["login", "riffkit", "--no-browser"])
        .stderr(Stdio::piped());
    let mut login = Companion::start(&mut reel)?;
    let lines = login.error_lines();
    let link = printed_link(&lines)?;
    let page = Address::read(&link)?;
    let code = page
        .query("user_code")
        .with_context(|| format!("the link carries no code: {link}"))?;
    println!("Nobody is at a browser, so xtask approves the sandbox's page for you.");
    let status = page.post_form(&format!("user_code={code}&decision=approve"))?;
    if !(200..400).contains(&status) {
        bail!("the sandbox's page refused the approval ({status})");
    }
    login.ended_within(SOON)
}

/// Waits for the first address among the lines.
fn printed_link(lines: &Receiver<String>) -> Result<String> {
    let begun = Instant::now();
    while let Some(left) = SOON.checked_sub(begun.elapsed()) {
        match lines.recv_timeout(left) {
            Ok(line) => {
                if let Some(link) = line
                    .split_whitespace()
                    .find(|word| word.starts_with("http://"))
                {
                    return Ok(link.to_owned());
                }
            }
            Err(RecvTimeoutError::Disconnected) => {
                bail!("the sign-in ended before it named a link")
            }
            Err(RecvTimeoutError::Timeout) => break,
        }
    }
    bail!("the sign-in named no link within {} s", SOON.as_secs())
}
