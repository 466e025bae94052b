//! An editor project as it is remembered.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    super::{images::Image, work::Work},
    autopilot::Autopilot,
    segment::{Footage, Segment},
};
use crate::{moment::Millis, render::film::Frame};

/// How far something is that is generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    /// Not ordered yet.
    Pending,
    /// In progress.
    Processing,
    /// Done.
    Completed,
    /// It went wrong; the credits are back.
    Failed,
}

/// What an editor project is to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Brief {
    pub(crate) language: Option<String>,
    pub(crate) product_prompt: Option<String>,
    pub(crate) creative_format: Option<String>,
    pub(crate) visual_language: Option<String>,
    pub(crate) theme: Option<String>,
    pub(crate) voice_id: Option<String>,
    pub(crate) export_aspect_ratio: Option<String>,
    pub(crate) project_intent: Option<String>,
    pub(crate) target_duration_seconds: Option<i64>,
    pub(crate) scenario_prompt: Option<String>,
    pub(crate) narration_script: Option<String>,
    pub(crate) music_prompt: Option<String>,
}

/// A voice or music.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Track {
    /// The voice's id, or the music's direction.
    pub(crate) wish: String,
    pub(crate) status: Status,
    pub(crate) work: Option<Work>,
    /// The finished sound's key in the object storage.
    pub(crate) key: Option<String>,
    pub(crate) duration_ms: Millis,
    pub(crate) error: Option<String>,
}

/// A render of the whole project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Render {
    pub(crate) status: Status,
    pub(crate) ordered: Millis,
    /// It waits for scenes that were charged with it.
    pub(crate) waits: bool,
    /// The scenes' videos in their order, as they were when the cut began.
    pub(crate) timeline: Vec<Footage>,
    pub(crate) work: Option<Work>,
    pub(crate) video: Option<String>,
    pub(crate) picture: Option<String>,
    pub(crate) duration_ms: Millis,
    pub(crate) finished: Option<Millis>,
    pub(crate) error: Option<String>,
}

/// Where the logo stands (contract: `PATCH …/logo`). The contract lists no values: words like
/// `top_left` are understood, others kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct LogoPlacement {
    pub(crate) treatment: Option<String>,
    pub(crate) position: Option<String>,
    pub(crate) seconds: Option<f64>,
}

/// An editor project.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Editor {
    pub(crate) slug: String,
    pub(crate) created: Millis,
    pub(crate) updated: Millis,
    pub(crate) brief: Brief,
    /// In the order of the timeline.
    pub(crate) segments: Vec<Segment>,
    /// The id of the next new scene.
    pub(crate) next_segment: u64,
    pub(crate) product: Option<Image>,
    /// Where generated scenes show the product: `throughout` or `end`.
    pub(crate) product_placement: Option<String>,
    pub(crate) closing_image: Option<Image>,
    pub(crate) logo: Option<Image>,
    pub(crate) logo_placement: LogoPlacement,
    pub(crate) voice: Option<Track>,
    pub(crate) music: Option<Track>,
    pub(crate) render: Option<Render>,
    pub(crate) autopilot: Option<Autopilot>,
}

impl Editor {
    /// A new project with nothing in it.
    pub(crate) fn new(slug: String, brief: Brief, now: Millis) -> Self {
        Self {
            slug,
            created: now,
            updated: now,
            brief,
            segments: Vec::new(),
            next_segment: 1,
            product: None,
            product_placement: None,
            closing_image: None,
            logo: None,
            logo_placement: LogoPlacement::default(),
            voice: None,
            music: None,
            render: None,
            autopilot: None,
        }
    }

    /// The picture's size, by the ratio that it exports.
    pub(crate) fn frame(&self) -> Frame {
        Frame::of_ratio(self.ratio()).unwrap_or(Frame::UPRIGHT)
    }

    /// `export_aspect_ratio`, or its default.
    pub(crate) fn ratio(&self) -> &str {
        self.brief.export_aspect_ratio.as_deref().unwrap_or("9:16")
    }

    /// The scene with this id.
    pub(crate) fn segment(&self, id: u64) -> Option<&Segment> {
        self.segments.iter().find(|segment| segment.id == id)
    }

    /// The scene with this id, to be changed.
    pub(crate) fn segment_mut(&mut self, id: u64) -> Option<&mut Segment> {
        self.segments.iter_mut().find(|segment| segment.id == id)
    }

    /// The first product defaults every pending generated scene to feature it (contract).
    pub(crate) fn feature_product(&mut self) {
        if self.product_placement.is_none() {
            self.place_product("throughout");
        }
    }

    /// Has the pending generated scenes show the product: all of them, or the last one.
    pub(crate) fn place_product(&mut self, placement: &str) {
        self.product_placement = Some(placement.to_owned());
        let last = self.segments.iter().rposition(Segment::is_pending_scene);
        for (place, segment) in self.segments.iter_mut().enumerate() {
            if segment.is_pending_scene() {
                segment.features_product = placement == "throughout" || Some(place) == last;
            }
        }
    }
}

/// The editor projects of the account, oldest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Editors(pub(super) Vec<Editor>);

impl Editors {
    /// The project with this name.
    pub(crate) fn find(&self, slug: &str) -> Option<&Editor> {
        self.0.iter().find(|editor| editor.slug == slug)
    }

    /// The project with this name, to be changed.
    pub(crate) fn find_mut(&mut self, slug: &str) -> Option<&mut Editor> {
        self.0.iter_mut().find(|editor| editor.slug == slug)
    }

    /// The scenes that an upload stands in, whichever project they are of.
    pub(crate) fn attached(&self, upload_id: &str) -> Vec<u64> {
        let segments = self.0.iter().flat_map(|editor| &editor.segments);
        segments
            .filter(|segment| segment.upload_id.as_deref() == Some(upload_id))
            .map(|segment| segment.id)
            .collect()
    }
}
