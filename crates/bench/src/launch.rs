//! From starting a program to a window that can be used: its page is there, its main control too, and
//! both have been drawn. And how much memory it takes once it has come to rest.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use wire::{Client, Settings};

use crate::Outcome;

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// Time between two looks.
const GLANCE: Duration = Duration::from_millis(3);
/// Time in which a window comes to rest.
const REST: Duration = Duration::from_secs(3);
/// Two frames: when the second is begun, the first was drawn.
const DRAWN: &str =
    "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)));";

/// WebKit's driver, which starts the program and sees its page.
struct Driver {
    process: Child,
    address: String,
    client: Client,
}

impl Driver {
    async fn start() -> Outcome<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if begun.elapsed() > PATIENCE {
                return Err("the driver does not listen".into());
            }
            tokio::time::sleep(GLANCE).await;
        }
        Ok(Self {
            process,
            address: format!("http://127.0.0.1:{port}/session"),
            client: Client::new(Settings::new("reelwright-bench"))?,
        })
    }

    async fn ask(&self, path: &str, what: Value) -> Outcome<Value> {
        let url = format!("{}{path}", self.address).parse()?;
        let answer = self.client.post_json(url, None, Some(&what)).await?;
        let answer: Value = answer.value;
        Ok(answer["value"].clone())
    }
}

impl Drop for Driver {
    /// The program ends with its driver.
    fn drop(&mut self) {
        for process in family(self.process.id()).into_iter().rev() {
            // What has ended already needs no ending.
            let _ = Command::new("kill")
                .args(["-KILL", &process.to_string()])
                .stderr(Stdio::null())
                .status();
        }
        let _ = self.process.wait();
    }
}

/// Starts the program and waits until what `selector` names is drawn.
///
/// # Errors
/// There is no driver, or the window never comes.
pub async fn launch(program: &Path, selector: &str) -> Outcome<Value> {
    let driver = Driver::start().await?;
    let options = json!({"webkitgtk:browserOptions": {"binary": program, "args": []}});
    let begun = Instant::now();
    let session = json!({"capabilities": {"alwaysMatch": options}});
    let session = driver.ask("", session).await?;
    let id = session["sessionId"].as_str().ok_or("no session")?;
    let element = json!({"using": "css selector", "value": selector});
    while driver
        .ask(&format!("/{id}/element"), element.clone())
        .await
        .is_err()
    {
        if begun.elapsed() > PATIENCE {
            return Err(format!("{selector} never came").into());
        }
        tokio::time::sleep(GLANCE).await;
    }
    let drawn = json!({"script": DRAWN, "args": []});
    driver.ask(&format!("/{id}/execute/async"), drawn).await?;
    let usable = begun.elapsed().as_secs_f64();
    tokio::time::sleep(REST).await;
    // The driver itself is first, and no part of the program.
    let processes = family(driver.process.id());
    let memory: u64 = processes.iter().skip(1).filter_map(|id| share(*id)).sum();
    Ok(json!({"usable_seconds": usable, "memory_bytes": memory, "processes": processes.len() - 1}))
}

/// A process and all that came of it, parents first.
fn family(first: u32) -> Vec<u32> {
    let mut all = vec![first];
    let mut at = 0;
    while let Some(&parent) = all.get(at) {
        at += 1;
        let Ok(threads) = fs::read_dir(format!("/proc/{parent}/task")) else {
            continue;
        };
        for thread in threads.flatten() {
            let children = fs::read_to_string(thread.path().join("children")).unwrap_or_default();
            all.extend(
                children
                    .split_whitespace()
                    .filter_map(|id| id.parse::<u32>().ok()),
            );
        }
    }
    all
}

/// A process' memory in bytes: what is its alone, and its share of what it has in common with others.
fn share(process: u32) -> Option<u64> {
    let told = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kibibytes * 1024)
}
