//! The order itself: `POST /api/riffs`.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use wire::Failure;
use wire::upload::{FilePart, Hooks};

use crate::call::Pairs;
use crate::{Api, Session};
use lenient::{self, open_words};

/// What a riff is made from: exactly one.
#[derive(Debug)]
pub enum RiffSource {
    /// An uploaded clip.
    Video {
        /// The file.
        video: FilePart,
    },
    /// A TikTok link.
    TikTok {
        /// The link.
        tiktok_url: String,
    },
    /// An analysed template.
    Formula {
        /// Its id.
        formula_id: String,
    },
}

/// How a product appears (`product_visibility`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ProductVisibility {
    /// As a thing on screen.
    #[default]
    OnCamera,
    /// In words only.
    OffCamera,
}

impl ProductVisibility {
    /// The word as the service takes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OnCamera => "on_camera",
            Self::OffCamera => "off_camera",
        }
    }
}

/// A riff to be made. What is empty is not sent: the service has its own defaults.
#[derive(Debug)]
pub struct RiffRequest {
    /// What it is made from.
    pub source: RiffSource,
    /// Digital characters, one task each; none for Auto.
    pub character_ids: Vec<String>,
    /// Product to place.
    pub product_id: Option<String>,
    /// How it appears; sent with a product only.
    pub product_visibility: ProductVisibility,
    /// Code from [`Api::languages`].
    pub language: String,
    /// Creative direction, at most 5,000 characters.
    pub content_anchor: String,
    /// Hook hint, at most 5,000 characters; not sent with a template.
    pub user_hint: String,
}

impl RiffRequest {
    /// A riff with every default.
    pub fn new(source: RiffSource) -> Self {
        Self {
            source,
            character_ids: Vec::new(),
            product_id: None,
            product_visibility: ProductVisibility::default(),
            language: String::new(),
            content_anchor: String::new(),
            user_hint: String::new(),
        }
    }

    /// The fields, in the service's order, and the file.
    fn form(self) -> (Pairs, Option<(&'static str, FilePart)>) {
        let (mut tiktok_url, mut formula_id, mut file) = (None, None, None);
        match self.source {
            RiffSource::Video { video } => file = Some(("video", video)),
            RiffSource::TikTok { tiktok_url: link } => tiktok_url = Some(link),
            RiffSource::Formula { formula_id: id } => formula_id = Some(id),
        }
        let user_hint = formula_id.is_none().then_some(self.user_hint);
        let product_id = self.product_id.filter(|id| !id.is_empty());
        let visibility = product_id
            .as_ref()
            .map(|_| self.product_visibility.as_str());
        let ids = (!self.character_ids.is_empty()).then(|| Value::from(self.character_ids));
        let fields = Pairs::default()
            .with("tiktok_url", tiktok_url)
            .with("formula_id", formula_id)
            .with("character_ids", ids)
            .with("product_id", product_id)
            .with("product_visibility", visibility)
            .with("language", Some(self.language))
            .with("content_anchor", Some(self.content_anchor))
            .with("user_hint", user_hint);
        (fields, file)
    }
}

open_words! {
    /// What the service did with a riff.
    Mode {
        /// The generation is submitted.
        Generate => "generate",
        /// The analysis is submitted, the generation follows by itself.
        AnalyzeThenGenerate => "analyze_then_generate",
    }
}

/// A riff that was taken (contract, `RiffOut`).
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct RiffOut {
    /// What the service did.
    #[serde(default)]
    pub mode: Mode,
    /// The handle of the whole riff.
    #[serde(deserialize_with = "lenient::handle")]
    pub batch_id: String,
    /// Template.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub formula_id: Option<String>,
    /// The analysis.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub analyze_task_id: Option<String>,
    /// The generations, as far as they exist.
    #[serde(default, deserialize_with = "lenient::ids")]
    pub task_ids: Vec<String>,
}

impl Api {
    /// `POST /api/riffs`: **a paying call**, and without an idempotency key. Every call is an order.
    ///
    /// `hooks` hears of the progress and is asked before the last piece leaves; dropping the future
    /// cancels. After a failure, [`Failure::may_have_been_taken`] says whether it may have been
    /// ordered all the same.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::insufficient`] reads a 402.
    pub async fn riff(
        &self,
        session: &Session,
        request: RiffRequest,
        hooks: Hooks,
    ) -> Result<RiffOut, Failure> {
        let (fields, file) = request.form();
        self.post("/api/riffs")
            .by(session)
            .upload(fields, file, hooks)
            .await
    }
}

/// The media type that a file of this name is sent with (field notes, "Calls").
pub fn content_type_of(file_name: &str) -> &'static str {
    let extension = file_name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("mp4") => "video/mp4",
        Some("mov") => "video/quicktime",
        Some("m4v") => "video/x-m4v",
        Some("webm") => "video/webm",
        Some("mkv") => "video/x-matroska",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        _ => "application/octet-stream",
    }
}
