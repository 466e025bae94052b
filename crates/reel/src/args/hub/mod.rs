//! What the commands about Hubfluencer understand. Values that the service's contract lists are
//! checked with its own words ([`contract::FieldFault`]), not here.

mod account;
mod carousel;
mod editor;
mod scene;
mod short;

use std::path::PathBuf;

pub use account::{Assists, Purchases, Tokens, TokensCommand};
pub use carousel::{Carousel, CarouselCommand, CarouselLook, EditCarousel, NewCarousel};
pub use carousel::{EditSlide, RestyleCarousel};
pub use editor::{
    EditAd, Editor, EditorCommand, EditorImage, LogoLook, Music, NewAd, PlaceUpload, Scenario,
    UploadClip, Uploads, Voice,
};
pub use scene::{PaidScene, Scene, UseInScene};
pub use short::{EditShort, NewShort, Short, ShortCommand, ShortImages, ShortLook};

use super::Consent;

/// A project, by the service's name of it.
#[derive(Debug, clap::Args)]
pub struct SlugArg {
    /// The service's name of it.
    #[arg(value_name = "slug")]
    pub slug: String,
}

/// A step that costs credits, of one project.
#[derive(Debug, clap::Args)]
pub struct PaidStep {
    /// The service's name of the project.
    #[arg(value_name = "slug")]
    pub slug: String,
    #[command(flatten)]
    pub order: Order,
}

/// What every making of something has.
#[derive(Debug, clap::Args)]
pub struct Order {
    #[command(flatten)]
    pub consent: Consent,
    /// Saves what was made there.
    #[arg(long, value_name = "folder")]
    pub save: Option<PathBuf>,
}

/// Saves what a project came to.
#[derive(Debug, clap::Args)]
pub struct SaveProject {
    /// The service's name of the project.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// The folder; the one of the settings where it is not given.
    #[arg(long, alias = "save", value_name = "folder")]
    pub to: Option<PathBuf>,
}
