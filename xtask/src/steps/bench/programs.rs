//! Our own sides, optimised, and the server that all sides talk to.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::loopback::Address;
use crate::project::Project;
use crate::shell::{self, Companion};

/// How long the server may take to listen.
const SOON: Duration = Duration::from_secs(30);

/// The measuring programs, and their server, running.
pub struct Programs {
    program: PathBuf,
    plain: String,
    slow: String,
    // Ended when this is dropped.
    _server: Companion,
}

impl Programs {
    /// Builds them and starts the server.
    ///
    /// # Errors
    /// They do not build, or the server does not say where it listens.
    pub fn start(project: &Project) -> Result<Self> {
        shell::run(project.cargo().args(["build", "--release", "-p", "bench"]))?;
        let program = optimised(project, "bench");
        let mut serve = Command::new(&program);
        let mut server = Companion::start(serve.arg("serve").stdout(Stdio::piped()))?;
        let line = server.output_lines().recv_timeout(SOON);
        let line = line.context("the bench's server did not say where it listens")?;
        let told: Value =
            serde_json::from_str(&line).context("the bench's server did not answer in JSON")?;
        let address = |name: &str| -> Result<String> {
            let address = told[name]
                .as_str()
                .with_context(|| format!("the bench's server names no {name} address"))?;
            Ok(address.to_owned())
        };
        Ok(Self {
            plain: address("plain")?,
            slow: address("slow")?,
            program,
            _server: server,
        })
    }

    /// One of them, with what it is told.
    pub fn command(&self, job: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.arg(job);
        command
    }

    /// The answer of one of them.
    ///
    /// # Errors
    /// It failed, or did not answer in JSON.
    pub fn answer(&self, command: &mut Command) -> Result<Value> {
        let answer = shell::answer(command)?;
        // On a display of its own others speak as well.
        let last = answer.trim_end().lines().next_back().unwrap_or_default();
        serde_json::from_str(last)
            .with_context(|| format!("`{}` did not answer in JSON", shell::spelled(command)))
    }

    /// Writes a file of so many bytes.
    ///
    /// # Errors
    /// The disk's.
    pub fn fill(&self, file: &Path, bytes: u64) -> Result<()> {
        shell::answer(self.command("fill").arg(file).arg(bytes.to_string())).map(drop)
    }

    /// When a client first connected since this was last asked, in seconds since the epoch.
    ///
    /// # Errors
    /// The server does not answer.
    pub fn began(&self) -> Result<f64> {
        let answer = Address::read(&format!("{}/began", self.plain))?.get()?;
        answer
            .trim()
            .parse()
            .context("nobody connected to the bench's server")
    }

    /// Where the server listens; `link` says over what.
    pub fn address(&self, link: Link) -> &str {
        match link {
            Link::Loopback => &self.plain,
            Link::Slow => &self.slow,
        }
    }
}

/// How the server is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// As it is.
    Loopback,
    /// With 40 ms of delay either way and 20 MB/s a connection.
    Slow,
}

impl Link {
    /// As the table says it.
    pub fn spelled(self) -> &'static str {
        match self {
            Self::Loopback => "loopback",
            Self::Slow => "slow link (40 ms, 20 MB/s a connection)",
        }
    }
}

/// A program that cargo built with the `release` profile.
pub fn optimised(project: &Project, name: &str) -> PathBuf {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    project.target().join("release").join(name)
}

/// The numbers of a list in a program's answer.
///
/// # Errors
/// It is not there.
pub fn numbers(answer: &Value, name: &str) -> Result<Vec<f64>> {
    let list = answer[name]
        .as_array()
        .with_context(|| format!("no {name} was measured"))?;
    Ok(list.iter().filter_map(Value::as_f64).collect())
}
