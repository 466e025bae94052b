//! The measuring programs of `cargo xtask bench`: each does one thing once, as the app does it, and
//! is measured from outside; or measures a thing inside and prints what it found as JSON.

mod check;
mod clock;
mod download;
mod engine;
mod home;
mod journal;
mod launch;
mod parts;
mod pattern;
mod process;
mod serve;
mod upload;
mod watch;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Does one thing that `cargo xtask bench` measures.
#[derive(Debug, Parser)]
struct Args {
    #[command(subcommand)]
    job: Job,
}

#[derive(Debug, Subcommand)]
enum Job {
    /// Serve everything that the other jobs, and the tools they are compared with, talk to
    Serve,
    /// Do nothing, as a program that is at rest
    Rest,
    /// Write a file of this many bytes
    Fill { file: PathBuf, bytes: u64 },
    /// Look whether a file has this many bytes, and those that it must have
    Verify { file: PathBuf, bytes: u64 },
    /// Check a clip as often as said
    Check { file: PathBuf, times: usize },
    /// Order with a clip
    Upload { to: String, file: PathBuf },
    /// Send a clip to storage in parts of so many bytes
    Parts {
        to: String,
        file: PathBuf,
        part_size: u64,
    },
    /// Fetch an object into a file
    Download { from: String, to: PathBuf },
    /// Start a program, and wait for what a selector names on its page
    Launch { program: PathBuf, selector: String },
    /// Watch batches for some turns
    Watch {
        server: String,
        batches: usize,
        turns: usize,
    },
    /// Open a journal with a past, and order
    Journal {
        folder: PathBuf,
        server: String,
        orders: usize,
        times: usize,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    match perform(Args::parse().job).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn perform(job: Job) -> Outcome<()> {
    match job {
        Job::Serve => serve::serve()?,
        Job::Rest => rest().await?,
        Job::Fill { file, bytes } => pattern::write(&file, bytes)?,
        Job::Verify { file, bytes } => {
            if !pattern::is_whole(&file, bytes)? {
                return Err("it is not the file that was given out".into());
            }
        }
        Job::Check { file, times } => println!("{}", check::check(&file, times)?),
        Job::Upload { to, file } => upload::upload(&to, &file).await?,
        Job::Parts {
            to,
            file,
            part_size,
        } => parts::parts(&to, &file, part_size).await?,
        Job::Download { from, to } => download::download(&from, &to).await?,
        Job::Launch { program, selector } => {
            println!("{}", launch::launch(&program, &selector).await?);
        }
        Job::Watch {
            server,
            batches,
            turns,
        } => println!("{}", watch::watch(&server, batches, turns).await?),
        Job::Journal {
            folder,
            server,
            orders,
            times,
        } => println!(
            "{}",
            journal::journal(&folder, &server, orders, times).await?
        ),
    }
    Ok(())
}

/// Sets up what every transfer needs, and stays a moment to be looked at.
async fn rest() -> Outcome<()> {
    let _client = wire::Client::new(wire::Settings::new("reelwright-bench"))?;
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    Ok(())
}
