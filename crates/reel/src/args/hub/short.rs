//! `reel short`.

use std::path::PathBuf;

use super::{Order, PaidStep, SaveProject, SlugArg};

/// `reel short`: makes one, or does something with one.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Short {
    #[command(flatten)]
    pub new: NewShort,
    #[command(subcommand)]
    pub command: Option<ShortCommand>,
}

/// What can be done with a short.
#[derive(Debug, clap::Subcommand)]
pub enum ShortCommand {
    /// The shorts that are known here.
    List,
    /// One short, fresh.
    Show(SlugArg),
    /// Changes one.
    Edit(Box<EditShort>),
    /// Makes one that was drafted, or failed.
    Generate(PaidStep),
    /// Saves a finished one.
    Save(SaveProject),
    /// Takes one off the list here.
    Remove(SlugArg),
}

/// A new short.
#[derive(Debug, clap::Args)]
pub struct NewShort {
    /// What it is about.
    #[arg(long, value_name = "text")]
    pub prompt: Option<String>,
    #[command(flatten)]
    pub look: ShortLook,
    #[command(flatten)]
    pub images: ShortImages,
    /// Only creates it: nothing is paid.
    #[arg(long, conflicts_with_all = ["yes", "save"])]
    pub draft: bool,
    #[command(flatten)]
    pub order: Order,
}

/// `reel short edit`.
#[derive(Debug, clap::Args)]
pub struct EditShort {
    /// The short.
    #[arg(value_name = "slug")]
    pub slug: String,
    #[command(flatten)]
    pub look: ShortLook,
    #[command(flatten)]
    pub images: ShortImages,
}

/// The contract's creative fields. An empty text takes one back.
#[derive(Debug, Default, clap::Args)]
pub struct ShortLook {
    /// The title on screen.
    #[arg(long, value_name = "text")]
    pub headline: Option<String>,
    /// The second line.
    #[arg(long, value_name = "text")]
    pub subheadline: Option<String>,
    /// `creative_format`.
    #[arg(long, value_name = "value")]
    pub format: Option<String>,
    /// `visual_language`.
    #[arg(long, value_name = "value")]
    pub look: Option<String>,
    /// `theme`.
    #[arg(long, value_name = "value")]
    pub theme: Option<String>,
    /// `music_vibe`.
    #[arg(long, value_name = "text")]
    pub music_vibe: Option<String>,
    /// `music_instruments`.
    #[arg(
        long = "instrument",
        alias = "instruments",
        value_name = "text",
        value_delimiter = ','
    )]
    pub instrument: Vec<String>,
    /// `short_text_position`.
    #[arg(long, value_name = "value")]
    pub text_position: Option<String>,
    /// `short_text_animation`.
    #[arg(long, value_name = "value")]
    pub text_animation: Option<String>,
    /// `short_font_family`, with or without the contract's `ShortFont` before it.
    #[arg(long, value_name = "value")]
    pub font: Option<String>,
    /// Has the text assist write title, second line and beats.
    #[arg(long)]
    pub write_text: bool,
}

/// The images that a short takes.
#[derive(Debug, Default, clap::Args)]
pub struct ShortImages {
    /// Woven into the footage.
    #[arg(long, value_name = "file")]
    pub product_image: Option<PathBuf>,
    /// What the product image shows.
    #[arg(
        long,
        value_name = "text",
        default_value = "",
        requires = "product_image"
    )]
    pub product_description: String,
    /// The end card.
    #[arg(long, value_name = "file")]
    pub poster: Option<PathBuf>,
}
