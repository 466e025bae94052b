//! The order itself: `POST /api/riffs`.

use serde::Deserialize;
use wire::Failure;
use wire::upload::{FilePart, Hooks, Multipart};

use crate::lenient::{self, open_words};
use crate::{Api, Session};

/// What a riff is made from: exactly one.
#[derive(Debug)]
pub enum RiffSource {
    /// An uploaded clip.
    Video(FilePart),
    /// A TikTok link.
    TikTok(String),
    /// An analysed template's id.
    Formula(String),
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

    fn form(self) -> Multipart {
        let is_new_source = !matches!(self.source, RiffSource::Formula(_));
        let (mut form, file) = match self.source {
            RiffSource::Video(file) => (Multipart::new(), Some(file)),
            RiffSource::TikTok(url) => (Multipart::new().text("tiktok_url", url), None),
            RiffSource::Formula(id) => (Multipart::new().text("formula_id", id), None),
        };
        if !self.character_ids.is_empty() {
            let ids = serde_json::Value::from(self.character_ids);
            form = form.text("character_ids", ids.to_string());
        }
        if let Some(product) = self.product_id.filter(|product| !product.is_empty()) {
            form = form.text("product_id", product);
            form = form.text("product_visibility", self.product_visibility.as_str());
        }
        let words = [
            ("language", self.language, true),
            ("content_anchor", self.content_anchor, true),
            ("user_hint", self.user_hint, is_new_source),
        ];
        for (name, value, wanted) in words {
            if wanted && !value.is_empty() {
                form = form.text(name, value);
            }
        }
        match file {
            Some(file) => form.file("video", file),
            None => form,
        }
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
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RiffOut {
    /// What the service did.
    #[serde(default)]
    pub mode: Mode,
    /// The handle of the whole riff.
    #[serde(deserialize_with = "lenient::id")]
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
        let url = self.origin().at("/api/riffs");
        let credential = Some(session.credential());
        Ok(self
            .client()
            .post_multipart(url, credential, request.form(), hooks)
            .await?
            .value)
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
