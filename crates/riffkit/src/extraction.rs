//! What was read out of a source (contract, `extraction_summary`).

use serde::{Deserialize, Serialize};

use lenient::{self, open_words};

open_words! {
    /// How a line of the source is spoken.
    SpeechMode {
        /// By somebody on screen.
        OnCameraDialogue => "on_camera_dialogue",
        /// By a voice over the picture.
        Voiceover => "voiceover",
        /// Not at all.
        NoDialogue => "no_dialogue",
    }
}

open_words! {
    /// What is seen on screen.
    EntityKind {
        /// Somebody.
        Person => "person",
        /// Words over the picture.
        Subtitle => "subtitle",
        /// A product's picture.
        ProductImage => "product_image",
    }
}

/// What was read out of a source.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct ExtractionSummary {
    /// Length of the source, in seconds.
    #[serde(default, deserialize_with = "lenient::number")]
    pub duration_seconds: Option<f64>,
    /// Language of the source.
    #[serde(default, deserialize_with = "lenient::text")]
    pub language: Option<String>,
    /// How it speaks.
    #[serde(default, deserialize_with = "lenient::text")]
    pub speaking_mode: Option<String>,
    /// What happens, in plain words. Empty where the service gave none.
    #[serde(default, deserialize_with = "lenient::words")]
    pub narrative: String,
    /// Its dialogue, line by line.
    #[serde(default, deserialize_with = "lenient::list")]
    pub transcript: Vec<TranscriptLine>,
    /// What is seen, in order.
    #[serde(default, deserialize_with = "lenient::list")]
    pub on_screen: Vec<OnScreen>,
}

/// A line of the dialogue.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct TranscriptLine {
    /// When it begins, in seconds.
    #[serde(default, deserialize_with = "lenient::number")]
    pub at: Option<f64>,
    /// What is said.
    #[serde(default, deserialize_with = "lenient::words")]
    pub text: String,
    /// How it is said.
    #[serde(default)]
    pub mode: SpeechMode,
}

/// Something that is seen.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct OnScreen {
    /// What it is.
    #[serde(default)]
    pub kind: EntityKind,
    /// Its name for people.
    #[serde(default, deserialize_with = "lenient::words")]
    pub label: String,
    /// From when, in seconds.
    #[serde(default, deserialize_with = "lenient::number")]
    pub at: Option<f64>,
}
