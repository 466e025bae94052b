//! `reel riff` and `reel batch`: the plan on a command line.

use std::path::PathBuf;

use clap::ValueEnum;

use super::Consent;

/// `reel riff`.
#[derive(Debug, clap::Args)]
pub struct Riff {
    /// A clip's path, a TikTok link or a template's id.
    #[arg(value_name = "source")]
    pub source: String,
    #[command(flatten)]
    pub choices: Choices,
    /// Hook hint.
    #[arg(long, value_name = "text", default_value = "")]
    pub hint: String,
    /// Agrees to a link on this host.
    #[arg(long, value_name = "host")]
    pub allow_host: Option<String>,
}

/// `reel batch`.
#[derive(Debug, clap::Args)]
pub struct Batch {
    /// A template's id.
    #[arg(value_name = "template")]
    pub template: String,
    #[command(flatten)]
    pub choices: Choices,
}

/// What both have.
#[derive(Debug, Clone, clap::Args)]
pub struct Choices {
    /// A character's id; one video for each that is given.
    #[arg(long, value_name = "character")]
    pub character: Vec<String>,
    /// A product's id, or its name.
    #[arg(long, value_name = "product")]
    pub product: Option<String>,
    /// Whether the product is seen.
    #[arg(long, value_enum, value_name = "visibility", requires = "product")]
    pub visibility: Option<Visibility>,
    /// Code of the video's language; the service's first where it is not given.
    #[arg(long, value_name = "code", default_value = "")]
    pub language: String,
    /// Creative direction.
    #[arg(long, value_name = "text", default_value = "")]
    pub direction: String,
    #[command(flatten)]
    pub consent: Consent,
    /// Saves the reels there.
    #[arg(long, value_name = "folder")]
    pub save: Option<PathBuf>,
}

/// The service's two words. Its third, `no_product`, is never sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Visibility {
    #[value(name = "on_camera")]
    OnCamera,
    #[value(name = "off_camera")]
    OffCamera,
}

impl From<Visibility> for contract::Visibility {
    fn from(visibility: Visibility) -> Self {
        match visibility {
            Visibility::OnCamera => Self::OnCamera,
            Visibility::OffCamera => Self::OffCamera,
        }
    }
}
