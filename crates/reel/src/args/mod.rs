//! What can be written after `reel`. The texts of `--help` come from the locale files, see
//! [`crate::help`]; the comments here are for the readers of this source.

mod consent;
pub mod hub;
mod limits;
mod listing;
mod plan;
mod product;
mod rate;

use std::path::PathBuf;

pub use consent::Consent;
pub use limits::Limits;
pub use listing::{
    Characters, Library, References, TaskArgs, Tasks, TemplateArgs, Templates, Upload, Usage,
};
pub use plan::{Batch, Choices, Riff};
pub use product::{AddImage, NewProduct, Product};
pub use rate::Rate;

use clap::{Parser, Subcommand, ValueEnum};
use contract::Language;

/// `reel`.
#[derive(Debug, Parser)]
#[command(name = "reel")]
pub struct Args {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command understands.
#[derive(Debug, Clone, clap::Args)]
pub struct Global {
    /// One JSON document on stdout, whatever happens.
    #[arg(long, global = true)]
    pub json: bool,
    /// Nothing on stderr but what must be known.
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// The real service, whatever the settings say.
    #[arg(long, global = true)]
    pub live: bool,
    /// Most bytes a second of this run, in each direction, instead of the settings' limits.
    #[arg(long, global = true, value_name = "rate")]
    pub limit_rate: Option<Rate>,
    /// Language of the words.
    #[arg(long, global = true, value_enum, value_name = "language")]
    pub words: Option<WordsLanguage>,
}

/// The languages of the fronts, by their tags.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum WordsLanguage {
    #[value(name = "en")]
    English,
    #[value(name = "zh-Hans", alias = "zh", alias = "zh-CN")]
    Chinese,
    #[value(name = "es")]
    Spanish,
}

impl From<WordsLanguage> for Language {
    fn from(language: WordsLanguage) -> Self {
        match language {
            WordsLanguage::English => Self::English,
            WordsLanguage::Chinese => Self::Chinese,
            WordsLanguage::Spanish => Self::Spanish,
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Signs in.
    Login(Login),
    /// Forgets the sign-in.
    Logout(Logout),
    /// Looks at a clip, on this machine alone.
    Check(Check),
    /// Orders a riff, watches it and saves the reel.
    Riff(Riff),
    /// Orders videos of a template, one for each character.
    Batch(Batch),
    /// The orders of this machine.
    Queue(Queue),
    /// The finished reels.
    Library(Library),
    /// Saves a reel.
    Save(Save),
    /// The service's templates.
    Templates(Templates),
    /// One template.
    Template(TemplateArgs),
    /// The service's characters.
    Characters(Characters),
    /// The service's products.
    Products,
    /// Writes products.
    #[command(subcommand)]
    Product(Product),
    /// The service's tasks.
    Tasks(Tasks),
    /// One task.
    Task(TaskArgs),
    /// Cancels a task.
    Cancel(TaskId),
    /// Retries a task.
    Retry(Retry),
    /// Reference material.
    References(References),
    /// Uploads reference material.
    Upload(Upload),
    /// What is left and what was used.
    Usage(Usage),
    /// The plans that can be had.
    Plans,
    /// The most that may be spent without an extra yes.
    Limits(Limits),
    /// The team.
    Team,
    /// What the service did that its contract does not say.
    Activity,
    /// A report about this program, and whether the service's contract has moved on.
    Diagnostics,
    /// Hubfluencer's shorts.
    Short(hub::Short),
    /// Hubfluencer's carousels.
    Carousel(hub::Carousel),
    /// Hubfluencer's ads of several scenes.
    Editor(hub::Editor),
    /// Hubfluencer's credits.
    Credits,
    /// Hubfluencer's daily assists.
    Assists(hub::Assists),
    /// Hubfluencer's personal access tokens.
    Tokens(hub::Tokens),
    /// Hubfluencer's paid steps of the last days.
    Purchases(hub::Purchases),
    /// Runs the sandbox until it is stopped.
    Sandbox(Sandbox),
}

/// `reel login`.
#[derive(Debug, clap::Args)]
pub struct Login {
    /// Which service.
    #[arg(value_enum, value_name = "service")]
    pub service: Service,
    /// Prints the link instead of opening it (Riffkit).
    #[arg(long)]
    pub no_browser: bool,
    /// Reads the token from standard input (Hubfluencer).
    #[arg(long)]
    pub token_stdin: bool,
}

/// `reel logout`.
#[derive(Debug, clap::Args)]
pub struct Logout {
    /// Which service.
    #[arg(value_enum, value_name = "service", default_value_t)]
    pub service: Service,
}

/// The two services.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Service {
    #[default]
    Riffkit,
    Hubfluencer,
}

impl From<Service> for contract::Service {
    fn from(service: Service) -> Self {
        match service {
            Service::Riffkit => Self::Riffkit,
            Service::Hubfluencer => Self::Hubfluencer,
        }
    }
}

/// `reel check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    #[arg(value_name = "file")]
    pub file: PathBuf,
}

/// `reel queue`.
#[derive(Debug, clap::Args)]
pub struct Queue {
    /// Watches until every order has ended.
    #[arg(long)]
    pub wait: bool,
    /// Saves what is ready.
    #[arg(long, value_name = "folder")]
    pub save: Option<PathBuf>,
    /// Says of an order in doubt that it is this batch.
    #[arg(long, num_args = 2, value_names = ["order", "batch"], conflicts_with = "not_taken")]
    pub adopt: Option<Vec<String>>,
    /// Says of an order in doubt that it was not taken.
    #[arg(long, value_name = "order")]
    pub not_taken: Option<String>,
}

/// `reel save`.
#[derive(Debug, clap::Args)]
pub struct Save {
    /// The reel, by its id in the library.
    #[arg(value_name = "reel")]
    pub asset: String,
    /// The folder; the one of the settings where neither is given.
    #[arg(long, value_name = "folder", conflicts_with = "file")]
    pub to: Option<PathBuf>,
    /// The file itself.
    #[arg(long = "as", value_name = "file")]
    pub file: Option<PathBuf>,
}

/// `reel cancel`.
#[derive(Debug, clap::Args)]
pub struct TaskId {
    /// The task, by its id.
    #[arg(value_name = "task")]
    pub task: String,
}

/// `reel retry`.
#[derive(Debug, clap::Args)]
pub struct Retry {
    /// The task, by its id.
    #[arg(value_name = "task")]
    pub task: String,
    #[command(flatten)]
    pub consent: Consent,
}

/// `reel sandbox`.
#[derive(Debug, clap::Args)]
pub struct Sandbox {
    /// The folder that it remembers everything in; the app's own where it is not given.
    #[arg(long, value_name = "folder")]
    pub data: Option<PathBuf>,
    /// How long a riff takes.
    #[arg(long, value_name = "pace", default_value = "normal")]
    pub pace: sandbox::Pace,
    /// Prints where it listens, as one line of JSON.
    #[arg(long)]
    pub print_urls: bool,
    /// Misbehaves at these points.
    #[arg(long, value_name = "name")]
    pub fault: Vec<String>,
    /// Seconds of video on a new account.
    #[arg(long, value_name = "seconds")]
    pub balance: Option<f64>,
    /// Hubfluencer's credits on a new account.
    #[arg(long, value_name = "count")]
    pub hub_credits: Option<u32>,
    /// Prints what it answers to, as one OpenAPI document, and runs nothing.
    #[arg(long)]
    pub openapi: bool,
    /// The service whose document is printed.
    #[arg(
        long,
        value_name = "service",
        value_enum,
        default_value_t,
        requires = "openapi"
    )]
    pub service: Service,
    /// This many templates more than it has by itself.
    #[arg(long, value_name = "count", default_value_t = 0)]
    pub templates: usize,
    /// This many finished reels from before.
    #[arg(long, value_name = "count", default_value_t = 0)]
    pub reels: usize,
    /// A past of this many days of use.
    #[arg(long, value_name = "count", default_value_t = 0)]
    pub past_days: u32,
    /// The account is a member of a team, and may use this many seconds a day (0: no limit).
    #[arg(long, value_name = "seconds")]
    pub team: Option<f64>,
}
