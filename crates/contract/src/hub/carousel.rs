//! A carousel as a front shows it.

use serde::{Deserialize, Serialize};

use super::{CarouselBrief, ProjectNote};
use crate::{AssetId, Millis};

/// Where a carousel stands (`<Slider>.status`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CarouselStatus {
    /// Created, not generating.
    #[default]
    Draft,
    /// In progress.
    Processing,
    /// Done.
    Completed,
    /// It failed, and its credits came back.
    Failed,
    /// What else the service wrote.
    Other(String),
}

/// Where a slide stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlideStatus {
    /// Not rendered yet.
    #[default]
    Pending,
    /// In progress.
    Processing,
    /// Done.
    Completed,
    /// It failed.
    Failed,
    /// What else the service wrote.
    Other(String),
}

/// A slide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SlideView {
    /// The service's position of it.
    pub position: u32,
    /// Its title.
    pub headline: String,
    /// Its text.
    pub body: String,
    /// The small line above the title.
    pub kicker: String,
    /// Where it stands.
    pub status: SlideStatus,
    /// Whether the finished slide can be shown.
    pub has_image: bool,
    /// Whether its background can be shown: a preview before the words are on it.
    pub has_background: bool,
    /// Changes with each new image of it, so that an old one is not shown for it.
    pub revision: u32,
}

/// A carousel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CarouselView {
    /// The service's name of it.
    pub slug: String,
    /// What was said of it.
    pub brief: CarouselBrief,
    /// The copy to post with it.
    pub caption: String,
    /// Each beginning with `#`.
    pub hashtags: Vec<String>,
    /// Where it stands.
    pub status: CarouselStatus,
    /// The service's own words on a failure.
    pub error: Option<String>,
    /// The service's key of its logo.
    pub logo_s3_key: Option<String>,
    /// Its slides, by position.
    pub slides: Vec<SlideView>,
    /// The finished carousel in the library.
    pub asset_id: Option<AssetId>,
    /// A quiet word.
    pub note: Option<ProjectNote>,
    /// When its making began.
    pub began_at: Option<Millis>,
    /// When the service was last heard.
    pub heard_at: Option<Millis>,
    /// When it changed last, here.
    pub changed_at: Millis,
}

impl CarouselView {
    /// Whether the service works on it now.
    pub fn is_under_way(&self) -> bool {
        self.status == CarouselStatus::Processing
    }

    /// Whether the service takes a change of what shapes it: only before it was made, or after it
    /// failed.
    pub fn is_open_to_change(&self) -> bool {
        matches!(self.status, CarouselStatus::Draft | CarouselStatus::Failed)
    }
}
