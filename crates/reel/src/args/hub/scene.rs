//! `reel editor scene`.

use crate::args::Consent;

/// What can be done with a scene.
#[derive(Debug, clap::Subcommand)]
pub enum Scene {
    /// Adds one at the end.
    Add(AddScene),
    /// Changes its words.
    Edit(EditScene),
    /// Deletes it.
    Delete(SceneOf),
    /// Puts the scenes in this order.
    Order(OrderScenes),
    /// Makes it.
    Generate(PaidScene),
    /// Makes it again.
    Regenerate(PaidScene),
    /// Has the assist make its words better.
    Enhance(SceneOf),
    /// Shows an uploaded clip, or another scene's video, in it.
    Use(UseInScene),
}

/// `reel editor scene add`.
#[derive(Debug, clap::Args)]
pub struct AddScene {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// What is to be seen.
    #[arg(value_name = "text")]
    pub prompt: String,
}

/// `reel editor scene edit`.
#[derive(Debug, clap::Args)]
pub struct EditScene {
    #[command(flatten)]
    pub of: SceneOf,
    /// What is to be seen.
    #[arg(value_name = "text")]
    pub prompt: String,
}

/// A scene of an ad.
#[derive(Debug, clap::Args)]
pub struct SceneOf {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// The scene, by its id.
    #[arg(value_name = "scene")]
    pub scene: String,
}

/// `reel editor scene order`.
#[derive(Debug, clap::Args)]
pub struct OrderScenes {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// All of its scenes.
    #[arg(value_name = "scene", required = true)]
    pub order: Vec<String>,
}

/// A scene that is made.
#[derive(Debug, clap::Args)]
pub struct PaidScene {
    #[command(flatten)]
    pub of: SceneOf,
    #[command(flatten)]
    pub consent: Consent,
}

/// `reel editor scene use`.
#[derive(Debug, clap::Args)]
#[group(id = "shown", required = true, multiple = false)]
pub struct Shown {
    /// An uploaded clip.
    #[arg(long, value_name = "upload")]
    pub upload: Option<String>,
    /// Another scene, whose finished video is shown.
    #[arg(long, value_name = "scene")]
    pub from: Option<String>,
}

/// `reel editor scene use`.
#[derive(Debug, clap::Args)]
pub struct UseInScene {
    #[command(flatten)]
    pub of: SceneOf,
    #[command(flatten)]
    pub shown: Shown,
}
