//! What the commands that read from the service understand.

use std::path::PathBuf;

use clap::{ValueEnum, value_parser};

use super::Service;

/// `reel templates`.
#[derive(Debug, clap::Args)]
pub struct Templates {
    /// Words in the name.
    #[arg(long, value_name = "text", default_value = "")]
    pub search: String,
    /// A tag; may be given more than once.
    #[arg(long, value_name = "tag")]
    pub tag: Vec<String>,
    /// The order.
    #[arg(long, value_enum, value_name = "order", default_value = "used")]
    pub sort: TemplateSort,
    /// How far their analysis is.
    #[arg(long, value_enum, value_name = "status", default_value = "analyzed")]
    pub status: TemplateStatus,
    /// How many at most.
    #[arg(long, value_name = "count", default_value_t = 50, value_parser = value_parser!(u32).range(1..))]
    pub limit: u32,
    /// How many to pass over.
    #[arg(long, value_name = "count", default_value_t = 0)]
    pub offset: u32,
}

/// The orders of templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TemplateSort {
    Used,
    Newest,
    Oldest,
}

impl From<TemplateSort> for contract::TemplateSort {
    fn from(sort: TemplateSort) -> Self {
        match sort {
            TemplateSort::Used => Self::Used,
            TemplateSort::Newest => Self::Newest,
            TemplateSort::Oldest => Self::Oldest,
        }
    }
}

/// The service's words for how far an analysis is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TemplateStatus {
    Analyzed,
    Collected,
    Archived,
}

impl From<TemplateStatus> for contract::TemplateStatus {
    fn from(status: TemplateStatus) -> Self {
        match status {
            TemplateStatus::Analyzed => Self::Analyzed,
            TemplateStatus::Collected => Self::Collected,
            TemplateStatus::Archived => Self::Archived,
        }
    }
}

/// `reel template`.
#[derive(Debug, clap::Args)]
pub struct TemplateArgs {
    /// The template, by its id.
    #[arg(value_name = "template")]
    pub template: String,
    /// Has it analysed again first, and waits for that.
    #[arg(long)]
    pub refresh: bool,
}

/// `reel characters`.
#[derive(Debug, clap::Args)]
pub struct Characters {
    /// Whom one wants, in one's own words: those who fit come first.
    #[arg(long = "for", value_name = "text")]
    pub wanted: Option<String>,
}

/// `reel tasks`.
#[derive(Debug, clap::Args)]
pub struct Tasks {
    /// A status in the service's word; may be given more than once, or with commas.
    #[arg(long, value_name = "status", value_delimiter = ',')]
    pub status: Vec<String>,
    /// `pipeline` or `analyze`.
    #[arg(long = "type", value_name = "type", default_value = "")]
    pub kind: String,
    /// From this day or moment.
    #[arg(long, value_name = "date", default_value = "")]
    pub from: String,
    /// To the end of this day, or to this moment.
    #[arg(long, value_name = "date", default_value = "")]
    pub to: String,
    /// Who submitted them: a user's id or e-mail.
    #[arg(long, value_name = "user", default_value = "")]
    pub by: String,
    /// How many at most; the contract's own bounds.
    #[arg(long, value_name = "count", default_value_t = 100, value_parser = value_parser!(u32).range(1..=500))]
    pub limit: u32,
    /// How many to pass over.
    #[arg(long, value_name = "count", default_value_t = 0)]
    pub offset: u32,
    /// Only counts them, by type and status.
    #[arg(long)]
    pub count: bool,
}

/// `reel task`.
#[derive(Debug, clap::Args)]
pub struct TaskArgs {
    /// The task, by its id.
    #[arg(value_name = "task")]
    pub task: String,
    /// What was extracted and rewritten for it.
    #[arg(long)]
    pub content: bool,
}

/// `reel library`.
#[derive(Debug, clap::Args)]
pub struct Library {
    /// Of this service alone.
    #[arg(long, value_enum, value_name = "service")]
    pub service: Option<Service>,
    /// With this character; may be given more than once.
    #[arg(long, value_name = "character")]
    pub character: Vec<String>,
    /// With this product; may be given more than once.
    #[arg(long, value_name = "product")]
    pub product: Vec<String>,
    /// From this template; may be given more than once.
    #[arg(long, value_name = "template")]
    pub template: Vec<String>,
    /// Made lately.
    #[arg(long, value_enum, value_name = "window", default_value = "ever")]
    pub window: Window,
    /// The order.
    #[arg(long, value_enum, value_name = "order", default_value = "newest")]
    pub sort: ReelSort,
    /// Words of the title, the caption or the hashtags.
    #[arg(long, value_name = "text", default_value = "")]
    pub search: String,
    /// How many at most; all where it is not given.
    #[arg(long, value_name = "count", value_parser = value_parser!(u32).range(1..))]
    pub limit: Option<u32>,
}

impl Library {
    /// Whether only a part of the reels was asked for.
    pub fn is_narrowed(&self) -> bool {
        !(self.service.is_none()
            && self.character.is_empty()
            && self.product.is_empty()
            && self.template.is_empty()
            && self.search.is_empty()
            && self.window == Window::Ever)
    }
}

/// The service's windows of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Window {
    Ever,
    Today,
    #[value(name = "7d")]
    Week,
    #[value(name = "30d")]
    Month,
    #[value(name = "90d")]
    Quarter,
}

impl From<Window> for contract::CreatedWindow {
    fn from(window: Window) -> Self {
        match window {
            Window::Ever => Self::Ever,
            Window::Today => Self::Today,
            Window::Week => Self::Week,
            Window::Month => Self::Month,
            Window::Quarter => Self::Quarter,
        }
    }
}

/// The orders of reels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReelSort {
    Newest,
    Oldest,
    Character,
    Product,
}

impl From<ReelSort> for contract::ReelSort {
    fn from(sort: ReelSort) -> Self {
        match sort {
            ReelSort::Newest => Self::Newest,
            ReelSort::Oldest => Self::Oldest,
            ReelSort::Character => Self::Character,
            ReelSort::Product => Self::Product,
        }
    }
}

/// `reel references`.
#[derive(Debug, clap::Args)]
pub struct References {
    /// The page; the first is 1.
    #[arg(long, value_name = "count", default_value_t = 1, value_parser = value_parser!(u32).range(1..))]
    pub page: u32,
}

/// `reel upload`.
#[derive(Debug, clap::Args)]
pub struct Upload {
    /// A video or an image.
    #[arg(value_name = "file")]
    pub file: PathBuf,
    /// Its name; the file's where it is not given.
    #[arg(long, value_name = "text", default_value = "")]
    pub name: String,
    /// Notes.
    #[arg(long, value_name = "text", default_value = "")]
    pub notes: String,
    /// Its product, by its id or its name.
    #[arg(long, value_name = "product")]
    pub product: Option<String>,
    /// Its character, by its id.
    #[arg(long, value_name = "character")]
    pub character: Option<String>,
}

/// `reel usage`.
#[derive(Debug, clap::Args)]
pub struct Usage {
    /// The period that use is summed over.
    #[arg(long, value_enum, value_name = "period", default_value = "7d")]
    pub period: Period,
}

/// The periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Period {
    Today,
    #[value(name = "7d")]
    Week,
    #[value(name = "30d")]
    Month,
    #[value(name = "90d")]
    Quarter,
}

impl From<Period> for contract::UsagePeriod {
    fn from(period: Period) -> Self {
        match period {
            Period::Today => Self::Today,
            Period::Week => Self::Week,
            Period::Month => Self::Month,
            Period::Quarter => Self::Quarter,
        }
    }
}
