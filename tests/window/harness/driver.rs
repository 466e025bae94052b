//! WebKit's driver, and the program that it starts.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::process::{Child, Command};

use super::stage::{PROGRAM, Stage};
use super::{evidence, until, within};

/// Time for a killed program to be gone.
const DYING: Duration = Duration::from_secs(5);

/// The driver, running.
pub struct Driver {
    process: Child,
    port: u16,
    name: &'static str,
    log: PathBuf,
}

impl Driver {
    /// Starts it and waits until it listens.
    pub async fn start(stage: &Stage) -> Self {
        let (process, port) = spawn(stage);
        let mut driver = Self {
            process,
            port,
            name: stage.name(),
            log: stage.log(),
        };
        until("the driver", async || {
            // A port that was free may be another's by now: the driver ends then.
            if driver.process.try_wait().expect("its state").is_some() {
                (driver.process, driver.port) = spawn(stage);
                return None;
            }
            tokio::net::TcpStream::connect(("127.0.0.1", driver.port))
                .await
                .ok()
        })
        .await;
        driver
    }

    /// Has it start the program, with `clips` as its arguments.
    pub async fn session(&self, clips: &[&Path]) -> Client {
        let options = json!({ "binary": PROGRAM, "args": clips });
        let mut capabilities = Capabilities::new();
        capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
        let mut client = ClientBuilder::new(HttpConnector::new());
        client.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{}", self.port);
        within(client.connect(&address))
            .await
            .expect("an answer of the driver")
            .expect("a session with the window")
    }

    /// The living processes of the program that this driver started.
    pub fn programs(&self) -> Vec<String> {
        let Some(driver) = self.process.id() else {
            return Vec::new();
        };
        let output = std::process::Command::new("pgrep")
            .args(["--runstates", "DRST", "--parent", &driver.to_string()])
            .arg("reelwright")
            .output()
            .expect("pgrep");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        told.lines().map(str::to_owned).collect()
    }

    /// Kills the program, as a power cut would, and waits a moment for it to be gone.
    pub fn kill_programs(&self) {
        let deadline = Instant::now() + DYING;
        loop {
            let alive = self.programs();
            if alive.is_empty() || Instant::now() > deadline {
                return;
            }
            // One that ended meanwhile can't be killed: that is as good.
            let _ = std::process::Command::new("kill")
                .arg("-KILL")
                .args(&alive)
                .stderr(Stdio::null())
                .status();
            std::thread::sleep(super::LOOK);
        }
    }
}

impl Drop for Driver {
    /// Leaves no window behind, and keeps what there is to see when a test failed.
    fn drop(&mut self) {
        if std::thread::panicking() {
            evidence::leave(self.name, &self.log, &self.programs());
        }
        self.kill_programs();
    }
}

fn spawn(stage: &Stage) -> (Child, u16) {
    let port = free_port();
    let mut driver = Command::new("WebKitWebDriver");
    // The program inherits the driver's environment.
    stage.furnish(&mut driver);
    let process = driver
        .arg(format!("--port={port}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("WebKitWebDriver");
    (process, port)
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a port")
        .port()
}
