//! Names of what the contract speaks of without naming its fields.
//!
//! It says that a short has a product image, that an ad has a voice, that a batch may be under way;
//! it does not say how the document shows it. What is found under one of these is used, and nothing
//! depends on it.

use contract::ImageRole;
use hubfluencer::Extra;
use serde_json::Value;

/// A still of a scene or of a finished video.
pub(super) const STILLS: [&str; 5] = [
    "still_url",
    "thumbnail_url",
    "first_frame_url",
    "image_url",
    "poster_url",
];

/// A project's image.
pub(super) const fn images(role: ImageRole) -> &'static [&'static str] {
    match role {
        ImageRole::Product => &["product_image_url", "product_url"],
        ImageRole::Poster => &["poster_image_url", "poster_url", "end_card_url"],
        ImageRole::ClosingImage => &["closing_image_url", "closing_url"],
        ImageRole::Logo => &["logo_image_url", "logo_url"],
    }
}

/// A project's image as storage has it: it is set, even where it can't be shown.
const fn image_keys(role: ImageRole) -> &'static [&'static str] {
    match role {
        ImageRole::Product => &["product_s3_key", "product_image_s3_key", "has_product"],
        ImageRole::Poster => &["poster_s3_key", "poster_image_s3_key", "has_poster"],
        ImageRole::ClosingImage => &["closing_image_s3_key", "has_closing_image"],
        ImageRole::Logo => &["logo_s3_key", "has_logo"],
    }
}

/// Whether an image is set, by its key or a plain word. One that can be shown is set too.
pub(super) fn has_image(extra: &Extra, role: ImageRole) -> bool {
    image_keys(role)
        .iter()
        .filter_map(|name| extra.get(name))
        .any(|value| match value {
            Value::Bool(is_set) => *is_set,
            other => lenient_text(other).is_some(),
        })
}

/// Whether a batch of scenes is being made.
pub(super) fn batch_is_active(extra: &Extra) -> bool {
    let plain = ["batch_active", "batch_generation_active"];
    let status = ["batch_status", "batch_generation_status"];
    plain
        .iter()
        .any(|name| extra.get(name).and_then(Value::as_bool) == Some(true))
        || status
            .iter()
            .filter_map(|name| extra.get(name)?.as_str())
            .any(is_busy)
}

/// Where a job of an ad stands: its word, and whether there is something to hear.
#[derive(Debug, Default)]
pub(super) struct JobSaid {
    pub(super) status: Option<String>,
    pub(super) has_result: bool,
    pub(super) prompt: Option<String>,
}

/// The voice.
pub(super) fn voice(extra: &Extra) -> JobSaid {
    job(extra, &["voice", "voiceover", "narration_audio"])
}

/// The music.
pub(super) fn music(extra: &Extra) -> JobSaid {
    job(extra, &["music", "background_music"])
}

/// `{name: {status, url, prompt}}`, or `name_status`, `name_url`, `name_prompt`.
fn job(extra: &Extra, names: &[&str]) -> JobSaid {
    let mut said = JobSaid::default();
    for name in names {
        let inner = |field: &str| {
            let flat = extra.get(&format!("{name}_{field}"));
            flat.or_else(|| extra.get(name)?.get(field))
        };
        let text = |field: &str| inner(field).and_then(lenient_text);
        said.status = said.status.or_else(|| text("status"));
        said.prompt = said.prompt.or_else(|| text("prompt"));
        said.has_result |= ["url", "audio_url", "s3_key"]
            .iter()
            .any(|field| text(field).is_some());
    }
    said
}

/// A text of the document under this name.
pub(super) fn text(extra: &Extra, name: &str) -> Option<String> {
    lenient_text(extra.get(name)?)
}

/// Texts of the document under this name.
pub(super) fn texts(extra: &Extra, name: &str) -> Vec<String> {
    match extra.get(name) {
        Some(Value::Array(entries)) => entries.iter().filter_map(lenient_text).collect(),
        _ => Vec::new(),
    }
}

/// Whether a word of the service says that something is being made.
pub(super) fn is_busy(word: &str) -> bool {
    [
        "pending",
        "queued",
        "processing",
        "running",
        "rendering",
        "generating",
    ]
    .contains(&word)
}

/// Whether a field of this name holds a person's own words, which may be an address too.
pub(super) fn names_words(name: &str) -> bool {
    [
        "prompt",
        "headline",
        "body",
        "kicker",
        "caption",
        "script",
        "description",
    ]
    .iter()
    .any(|end| name.ends_with(end))
}

/// Whether a field of this name holds a link.
pub(super) fn names_a_link(name: &str) -> bool {
    ["url", "urls", "link", "href"].iter().any(|end| {
        name == *end
            || name
                .strip_suffix(end)
                .is_some_and(|rest| rest.ends_with('_'))
    })
}

fn lenient_text(value: &Value) -> Option<String> {
    value
        .as_str()
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}
