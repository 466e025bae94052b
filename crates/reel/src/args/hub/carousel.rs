//! `reel carousel`.

use std::path::PathBuf;

use super::{Order, PaidStep, SaveProject, SlugArg};

/// `reel carousel`: makes one, or does something with one.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Carousel {
    #[command(flatten)]
    pub new: NewCarousel,
    #[command(subcommand)]
    pub command: Option<CarouselCommand>,
}

/// What can be done with a carousel.
#[derive(Debug, clap::Subcommand)]
pub enum CarouselCommand {
    /// The account's carousels.
    List,
    /// One carousel, fresh.
    Show(SlugArg),
    /// Changes one: all of it before it is made, its caption and hashtags after it.
    Edit(EditCarousel),
    /// Makes one that was drafted, or failed, or once more.
    Generate(PaidStep),
    /// Changes the words of a finished slide.
    Slide(EditSlide),
    /// Changes the look of a finished one.
    Restyle(RestyleCarousel),
    /// Deletes one at the service.
    Delete(SlugArg),
    /// Saves a finished one.
    Save(SaveProject),
}

/// A new carousel.
#[derive(Debug, clap::Args)]
pub struct NewCarousel {
    #[command(flatten)]
    pub look: CarouselLook,
    /// Its logo.
    #[arg(long, value_name = "file")]
    pub logo: Option<PathBuf>,
    /// Only creates it: nothing is paid.
    #[arg(long, conflicts_with_all = ["yes", "save"])]
    pub draft: bool,
    #[command(flatten)]
    pub order: Order,
}

/// The contract's fields of a carousel.
#[derive(Debug, Default, clap::Args)]
pub struct CarouselLook {
    /// What it is about.
    #[arg(long, value_name = "text")]
    pub prompt: Option<String>,
    /// Language of its copy.
    #[arg(long, value_name = "code")]
    pub language: Option<String>,
    /// `mode`.
    #[arg(long, value_name = "value")]
    pub mode: Option<String>,
    /// `template`.
    #[arg(long, value_name = "value")]
    pub template: Option<String>,
    /// `slide_count`.
    #[arg(long = "slides", value_name = "count")]
    pub slides: Option<u32>,
    /// `aspect_ratio`.
    #[arg(long, value_name = "value")]
    pub ratio: Option<String>,
    /// `accent_color`.
    #[arg(long, value_name = "color")]
    pub accent: Option<String>,
    /// `text_position`.
    #[arg(long, value_name = "value")]
    pub text_position: Option<String>,
    /// The copy to post with it.
    #[arg(long, value_name = "text")]
    pub caption: Option<String>,
    /// A hashtag; may be given more than once.
    #[arg(
        long = "hashtag",
        alias = "hashtags",
        value_name = "text",
        value_delimiter = ','
    )]
    pub hashtag: Vec<String>,
}

/// `reel carousel edit`.
#[derive(Debug, clap::Args)]
pub struct EditCarousel {
    /// The carousel.
    #[arg(value_name = "slug")]
    pub slug: String,
    #[command(flatten)]
    pub look: CarouselLook,
    /// Its logo.
    #[arg(long, value_name = "file")]
    pub logo: Option<PathBuf>,
}

/// `reel carousel slide`.
#[derive(Debug, clap::Args)]
pub struct EditSlide {
    /// The carousel.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// The slide, by the service's position of it.
    #[arg(value_name = "count")]
    pub position: u32,
    /// Its title.
    #[arg(long, value_name = "text")]
    pub headline: Option<String>,
    /// Its text.
    #[arg(long, value_name = "text")]
    pub body: Option<String>,
    /// The small line above the title.
    #[arg(long, value_name = "text")]
    pub kicker: Option<String>,
    /// Saves the slides there.
    #[arg(long, value_name = "folder")]
    pub save: Option<PathBuf>,
}

/// `reel carousel restyle`.
#[derive(Debug, clap::Args)]
pub struct RestyleCarousel {
    /// The carousel.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// `template`.
    #[arg(long, value_name = "value")]
    pub template: Option<String>,
    /// `accent_color`.
    #[arg(long, value_name = "color")]
    pub accent: Option<String>,
    /// `text_position`.
    #[arg(long, value_name = "value")]
    pub text_position: Option<String>,
    /// A new logo.
    #[arg(long, value_name = "file", conflicts_with = "logo_key")]
    pub logo: Option<PathBuf>,
    /// A logo that the service has already, by its `logo_s3_key`.
    #[arg(long, value_name = "id")]
    pub logo_key: Option<String>,
    /// Saves the slides there.
    #[arg(long, value_name = "folder")]
    pub save: Option<PathBuf>,
}
