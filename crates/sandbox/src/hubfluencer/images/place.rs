//! What an image can belong to.

use crate::hubfluencer::records::HubRecords;

/// What an image can belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Woven into a short's footage.
    ShortProduct,
    /// A short's closing still, which makes it 14 seconds long.
    ShortPoster,
    /// On every slide of a carousel.
    SliderLogo,
    /// What an editor project is about.
    EditorProduct,
    /// An editor project's closing still.
    EditorClosing,
    /// Over an editor project's video.
    EditorLogo,
}

impl Place {
    /// How the keys of such images of this project begin.
    pub(super) fn prefix(self, slug: &str) -> String {
        let (kind, what) = match self {
            Self::ShortProduct => ("shorts", "product"),
            Self::ShortPoster => ("shorts", "poster"),
            Self::SliderLogo => ("sliders", "logo"),
            Self::EditorProduct => ("editor", "product"),
            Self::EditorClosing => ("editor", "closing-image"),
            Self::EditorLogo => ("editor", "logo"),
        };
        format!("{kind}/{slug}/{what}/")
    }

    /// Whether there is such a project.
    pub(super) fn is_there(self, records: &HubRecords, slug: &str) -> bool {
        match self {
            Self::ShortProduct | Self::ShortPoster => records.shorts.find(slug).is_some(),
            Self::SliderLogo => records.sliders.find(slug).is_some(),
            Self::EditorProduct | Self::EditorClosing | Self::EditorLogo => {
                records.editors.find(slug).is_some()
            }
        }
    }
}
