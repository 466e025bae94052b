//! Reelwright's own build helper: sets a machine up, builds, runs, tests and bundles the project.
//!
//! `cargo xtask --help` lists what it does. It is an ordinary program of the workspace, so a fresh clone needs
//! nothing but Rust to start it.

mod args;
mod loopback;
mod project;
mod python;
mod shell;
mod steps;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Args, Task};
use crate::project::Project;
use crate::steps::{
    api_test, arrows, bench, build, bundle, coverage, deny, dev, faults, icons, page, pictures,
    promises, run, s3_test, setup, test,
};

fn main() -> ExitCode {
    let args = Args::parse();
    match perform(args.task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One line, whatever went wrong: the causes are joined, not stacked.
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> anyhow::Result<()> {
    let project = Project::find()?;
    match task {
        Task::Run(how) => run::run(&project, how.place()),
        Task::Test => test::test(&project),
        Task::Setup => setup::everything(&project),
        Task::Ui(finish) => page::build(&project, finish.into()),
        Task::Build(profile) => build::build(&project, profile.into()),
        Task::Reel { words } => build::reel(&project, &words),
        Task::Dev => dev::dev(&project),
        Task::Bundle => bundle::bundle(&project),
        Task::Icons => icons::icons(&project),
        Task::ApiTest(depth) => api_test::api_test(&project, depth.into()),
        Task::S3Test => s3_test::s3_test(&project),
        Task::Arrows => arrows::check(&project),
        Task::Promises => promises::check(&project),
        Task::Deny => deny::check(&project),
        Task::Faults(walk) => faults::faults(&project, &walk.into()),
        Task::Coverage => coverage::coverage(&project),
        Task::Bench(wanted) => bench::bench(&project, &wanted.into()),
        Task::Pictures { folder } => pictures::pictures(&project, &folder),
    }
}
