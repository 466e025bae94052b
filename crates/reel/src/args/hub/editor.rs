//! `reel editor`.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{PaidStep, SaveProject, Scene, SlugArg};
use crate::args::Consent;

/// `reel editor`.
#[derive(Debug, clap::Args)]
pub struct Editor {
    #[command(subcommand)]
    pub command: EditorCommand,
}

/// What can be done with an ad.
#[derive(Debug, clap::Subcommand)]
pub enum EditorCommand {
    /// Creates an ad: free.
    Create(NewAd),
    /// The ads that are known here.
    List,
    /// One ad, fresh.
    Show(SlugArg),
    /// Changes one.
    Edit(EditAd),
    /// Lets autopilot make it.
    Autopilot(PaidStep),
    /// Writes the scenario, or has the assist write it.
    Scenario(Scenario),
    /// Makes scenes of the scenario.
    ApplyScenario(ApplyScenario),
    /// Does something with a scene.
    #[command(subcommand)]
    Scene(Scene),
    /// Makes all scenes that are not made.
    GenerateScenes(PaidStep),
    /// Has the assist suggest the next scene.
    SuggestScene(SlugArg),
    /// Has the assist write what the voice says.
    Narration(SlugArg),
    /// Speaks the narration.
    Voice(Voice),
    /// Makes the music, or has the assist suggest its words.
    Music(Music),
    /// Uploads a clip.
    Upload(UploadClip),
    /// The clips, and giving one up.
    Uploads(Uploads),
    /// Puts an uploaded clip on the timeline.
    Place(PlaceUpload),
    /// Sets an image.
    Image(EditorImage),
    /// Where the product is seen.
    Placement(Placement),
    /// How the logo stands.
    Logo(LogoLook),
    /// Renders it.
    Render(PaidStep),
    /// Saves a finished one.
    Save(SaveProject),
    /// Takes one off the list here.
    Remove(SlugArg),
}

/// `reel editor create`.
#[derive(Debug, clap::Args)]
pub struct NewAd {
    /// Language code.
    #[arg(long, value_name = "code", default_value = "")]
    pub language: String,
    /// What it is about.
    #[arg(long, value_name = "text", default_value = "")]
    pub prompt: String,
    /// `creative_format`.
    #[arg(long, value_name = "value")]
    pub format: Option<String>,
    /// `visual_language`.
    #[arg(long, value_name = "value")]
    pub look: Option<String>,
    /// `theme`.
    #[arg(long, value_name = "value")]
    pub theme: Option<String>,
    /// `voice_id`.
    #[arg(long, value_name = "id")]
    pub voice: Option<String>,
    /// `export_aspect_ratio`.
    #[arg(long, value_name = "value")]
    pub ratio: Option<String>,
    /// `project_intent`.
    #[arg(long, value_name = "text")]
    pub intent: Option<String>,
}

/// `reel editor edit`.
#[derive(Debug, clap::Args)]
pub struct EditAd {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// What the voice says; `-` reads it.
    #[arg(long, value_name = "text")]
    pub narration: Option<String>,
    /// The length that is aimed at.
    #[arg(long, value_name = "seconds")]
    pub seconds: Option<u32>,
    /// `creative_format`.
    #[arg(long, value_name = "value")]
    pub format: Option<String>,
    /// `visual_language`.
    #[arg(long, value_name = "value")]
    pub look: Option<String>,
    /// `theme`.
    #[arg(long, value_name = "value")]
    pub theme: Option<String>,
}

/// `reel editor scenario`.
#[derive(Debug, clap::Args)]
pub struct Scenario {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// The file that has it; `-` is what comes on standard input.
    #[arg(long, value_name = "file", conflicts_with_all = ["scenes", "format", "look", "theme"])]
    pub from: Option<PathBuf>,
    /// `segments_count`.
    #[arg(long, value_name = "count")]
    pub scenes: Option<u32>,
    /// `creative_format`.
    #[arg(long, value_name = "value")]
    pub format: Option<String>,
    /// `visual_language`.
    #[arg(long, value_name = "value")]
    pub look: Option<String>,
    /// `theme`.
    #[arg(long, value_name = "value")]
    pub theme: Option<String>,
}

/// `reel editor apply-scenario`.
#[derive(Debug, clap::Args)]
pub struct ApplyScenario {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// How many scenes.
    #[arg(value_name = "count")]
    pub scenes: u32,
}

/// `reel editor voice`.
#[derive(Debug, clap::Args)]
pub struct Voice {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// The service's voice.
    #[arg(long, value_name = "id")]
    pub voice: String,
    #[command(flatten)]
    pub consent: Consent,
}

/// `reel editor music`.
#[derive(Debug, clap::Args)]
pub struct Music {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// What it is to be like.
    #[arg(long, value_name = "text", required_unless_present = "suggest")]
    pub prompt: Option<String>,
    /// Has the assist suggest what it could be like.
    #[arg(long, conflicts_with_all = ["prompt", "yes"])]
    pub suggest: bool,
    #[command(flatten)]
    pub consent: Consent,
}

/// `reel editor upload`.
#[derive(Debug, clap::Args)]
pub struct UploadClip {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// The clip.
    #[arg(value_name = "file")]
    pub file: PathBuf,
    /// In parts that can be resumed, whatever its size.
    #[arg(long, conflicts_with = "single")]
    pub multipart: bool,
    /// In one piece, whatever its size.
    #[arg(long)]
    pub single: bool,
    /// How it is fitted.
    #[arg(long, value_enum, value_name = "value", default_value = "blur")]
    pub fit: Fit,
    /// What product is seen in it.
    #[arg(long, value_name = "text", default_value = "")]
    pub product_description: String,
    /// Sends its SHA-256 along, in one piece only.
    #[arg(long)]
    pub checksum: bool,
}

/// The contract's `fit_mode`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Fit {
    Blur,
    Cover,
}

impl From<Fit> for contract::FitMode {
    fn from(fit: Fit) -> Self {
        match fit {
            Fit::Blur => Self::Blur,
            Fit::Cover => Self::Cover,
        }
    }
}

/// `reel editor uploads`.
#[derive(Debug, clap::Args)]
pub struct Uploads {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// Gives this one up: storage keeps nothing of it.
    #[arg(long, value_name = "upload")]
    pub cancel: Option<String>,
}

/// `reel editor place`.
#[derive(Debug, clap::Args)]
pub struct PlaceUpload {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// The uploaded clip.
    #[arg(value_name = "upload")]
    pub upload: String,
    /// Shows it in this scene instead of a new one.
    #[arg(long, value_name = "scene")]
    pub scene: Option<String>,
}

/// `reel editor image`.
#[derive(Debug, clap::Args)]
pub struct EditorImage {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// What it is for.
    #[arg(value_enum, value_name = "value")]
    pub role: ImageUse,
    /// The image.
    #[arg(value_name = "file")]
    pub file: PathBuf,
    /// What the product image shows.
    #[arg(long, value_name = "text", default_value = "")]
    pub description: String,
}

/// What an ad's image is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ImageUse {
    Product,
    Closing,
    Logo,
}

impl From<ImageUse> for contract::ImageRole {
    fn from(role: ImageUse) -> Self {
        match role {
            ImageUse::Product => Self::Product,
            ImageUse::Closing => Self::ClosingImage,
            ImageUse::Logo => Self::Logo,
        }
    }
}

/// `reel editor placement`.
#[derive(Debug, clap::Args)]
pub struct Placement {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// The contract's word.
    #[arg(value_name = "value")]
    pub placement: String,
}

/// `reel editor logo`.
#[derive(Debug, clap::Args)]
pub struct LogoLook {
    /// The ad.
    #[arg(value_name = "slug")]
    pub slug: String,
    /// `logo_treatment`.
    #[arg(long, value_name = "value")]
    pub treatment: Option<String>,
    /// `logo_position`.
    #[arg(long, value_name = "value")]
    pub position: Option<String>,
    /// `logo_duration_seconds`.
    #[arg(long, value_name = "seconds")]
    pub seconds: Option<f64>,
}
