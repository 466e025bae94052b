//! The words `cargo xtask` understands.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::steps::api_test::Depth;
use crate::steps::bench::{Size, Wanted};
use crate::steps::build::Profile;
use crate::steps::faults::{Form, Walk};
use crate::steps::page::Finish;
use crate::steps::run::Place;

/// Sets up, builds, runs and tests Reelwright. Everything is safe to run again.
#[derive(Debug, Parser)]
#[command(
    name = "xtask",
    bin_name = "cargo xtask",
    disable_help_subcommand = true
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub task: Task,
}

/// One task; its first line of documentation is its line in `--help`.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Set up whatever is missing, build, and open the app (without a display: the same job in the terminal)
    Run(RunArgs),
    /// Set up whatever is missing and run every check and test
    Test,
    /// Install what building, running and testing need, and nothing else
    Setup,
    /// Build the page (WASM, glue, styles) into ui/dist
    Ui(UiArgs),
    /// Build the page, the app and `reel`
    Build(BuildArgs),
    /// Build `reel` and run it with the words that follow
    Reel {
        /// Passed on to `reel` as they are.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<OsString>,
    },
    /// Open the app and open it anew after each change of the sources
    Dev,
    /// Make the deb and rpm packages (needs node's npx)
    Bundle,
    /// Draw the icons in all sizes from their SVG sources
    Icons,
    /// Check who may know whom, file sizes and error types
    Arrows,
    /// Check that each promise of PROMISES.md has its tests
    Promises,
    /// Check licences, sources, layers and known weaknesses of everything that is built in (deny.toml)
    Deny,
    /// Try the sandbox out by its own description with made-up requests (installs a tester with Python's pip)
    ApiTest(ApiTestArgs),
    /// Try uploads out against storage that somebody else wrote (installs a server with Python's pip)
    S3Test,
    /// Walk the faults (kills, network, service, disk, keychain), and print what was tried and what was survived
    Faults(FaultsArgs),
    /// Print which part of the contract is spoken where; fails where a cell is empty
    Coverage,
    /// Measure side by side with the tools that people would use instead, and print one table
    Bench(BenchArgs),
    /// Take pictures of the real window, in every language and theme, into a folder
    Pictures {
        /// Where the pictures go; made where it is missing.
        folder: PathBuf,
    },
}

/// How `run` shows the app.
#[derive(Debug, clap::Args)]
pub struct RunArgs {
    /// Do the job in the terminal even where there is a display
    #[arg(long)]
    terminal: bool,
}

impl RunArgs {
    /// Where the person wants the job done.
    pub fn place(&self) -> Place {
        if self.terminal {
            Place::Terminal
        } else {
            Place::WhereverPossible
        }
    }
}

/// How thoroughly `api-test` tries.
#[derive(Debug, clap::Args)]
pub struct ApiTestArgs {
    /// Made-up requests for each endpoint
    #[arg(long, default_value_t = 100)]
    examples: u32,
    /// Start from these random numbers, to see the same requests again
    #[arg(long)]
    seed: Option<u64>,
}

impl From<ApiTestArgs> for Depth {
    fn from(args: ApiTestArgs) -> Self {
        Self {
            examples: args.examples,
            seed: args.seed,
        }
    }
}

/// What `bench` measures.
#[derive(Debug, clap::Args)]
pub struct BenchArgs {
    /// Only this comparison (may be given again): check, upload, storage, download, watch, journal, launch, page; and
    /// app, which prints the app's own figures that have no other side and is done only where it is named
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Small and few: to see whether it works
    #[arg(long)]
    quick: bool,
    /// Write the table as JSON as well
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

impl From<BenchArgs> for Wanted {
    fn from(args: BenchArgs) -> Self {
        Self {
            only: args.only,
            size: if args.quick { Size::Quick } else { Size::Full },
            json: args.json,
        }
    }
}

/// How the faults are walked.
#[derive(Debug, clap::Args)]
pub struct FaultsArgs {
    /// A few of each, as `test` does, instead of some twenty-five minutes
    #[arg(long)]
    short: bool,
    /// Write the table as JSON as well
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// The random kills of an earlier run
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Nothing but what has this in its group or name
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
}

impl From<FaultsArgs> for Walk {
    fn from(args: FaultsArgs) -> Self {
        let FaultsArgs {
            short,
            json,
            seed,
            only,
        } = args;
        let form = if short { Form::Short } else { Form::Long };
        Self {
            form,
            json,
            seed,
            only,
        }
    }
}

/// How the page is finished.
#[derive(Debug, clap::Args)]
pub struct UiArgs {
    /// Shrink the WASM with wasm-opt as well
    #[arg(long)]
    small: bool,
}

impl From<UiArgs> for Finish {
    fn from(args: UiArgs) -> Self {
        if args.small {
            Finish::Shrunk
        } else {
            Finish::Plain
        }
    }
}

/// Which profile `build` uses.
#[derive(Debug, clap::Args)]
pub struct BuildArgs {
    /// Optimise, as for a release
    #[arg(long)]
    release: bool,
}

impl From<BuildArgs> for Profile {
    fn from(args: BuildArgs) -> Self {
        if args.release {
            Profile::Release
        } else {
            Profile::Debug
        }
    }
}
