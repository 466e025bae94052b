//! The fields of a carousel, by the contract's table of constraints.

use super::record::{Shape, Slider};
use crate::hubfluencer::{fields::Fields, images::Image};

const LANGUAGES: [&str; 8] = ["en", "fr", "es", "de", "it", "pt", "nl", "pl"];
const MODES: [&str; 2] = ["creative", "ad_driven"];
const TEMPLATES: [&str; 6] = [
    "boldStatement",
    "editorialStory",
    "scrapbook",
    "featureGrid",
    "offerCard",
    "comparison",
];
const RATIOS: [&str; 3] = ["4:5", "1:1", "9:16"];
const POSITIONS: [&str; 3] = ["top", "middle", "bottom"];
/// Shortest prompt that can be generated from, in characters.
pub(super) const SHORTEST_PROMPT: usize = 10;

/// The fields that are closed once a render is under way or done.
const CLOSED: [&str; 9] = [
    "prompt",
    "language",
    "mode",
    "template",
    "slide_count",
    "aspect_ratio",
    "accent_color",
    "text_position",
    "logo_s3_key",
];

/// The shape of a carousel for which nothing is given.
pub(super) fn plain() -> Shape {
    Shape {
        prompt: None,
        language: "en".to_owned(),
        mode: "creative".to_owned(),
        template: None,
        slide_count: 5,
        aspect_ratio: "4:5".to_owned(),
        accent_color: None,
        text_position: None,
        logo: None,
    }
}

/// Reads what shapes the pictures and words.
pub(super) fn shape(fields: &mut Fields, shape: &mut Shape) {
    optional(fields, "prompt", &mut shape.prompt, |fields, name| {
        fields.text(name, 0..=2000)
    });
    if let Some(language) = fields.word("language", &LANGUAGES) {
        shape.language = language;
    }
    if let Some(mode) = fields.word("mode", &MODES) {
        shape.mode = mode;
    }
    if let Some(count) = fields.whole("slide_count", 3..=10) {
        // Within the bounds, or refused at the end.
        shape.slide_count = u32::try_from(count).unwrap_or(shape.slide_count);
    }
    if let Some(ratio) = fields.word("aspect_ratio", &RATIOS) {
        shape.aspect_ratio = ratio;
    }
    style(fields, shape);
}

/// Reads what a restyle may change, but for the logo.
pub(super) fn style(fields: &mut Fields, shape: &mut Shape) {
    optional(fields, "template", &mut shape.template, |fields, name| {
        fields.word(name, &TEMPLATES)
    });
    optional(fields, "accent_color", &mut shape.accent_color, color);
    optional(
        fields,
        "text_position",
        &mut shape.text_position,
        |fields, name| fields.word(name, &POSITIONS),
    );
}

/// Reads `logo_s3_key`: the key of an image that was confirmed for this carousel, or null for none.
/// `known` finds the image with a key.
pub(super) fn logo(
    fields: &mut Fields,
    slider: &mut Slider,
    known: impl FnOnce(&str) -> Option<Image>,
) {
    let Some(key) = fields.text("logo_s3_key", 1..=1024) else {
        if fields.is_null("logo_s3_key") {
            slider.shape.logo = None;
        }
        return;
    };
    let is_own = key.starts_with(&slider.logo_prefix());
    match is_own.then(|| known(&key)).flatten() {
        Some(image) => slider.shape.logo = Some(image),
        None => fields.wrong("logo_s3_key", "is invalid"),
    }
}

/// Reads the copy: it can be changed at any time.
pub(super) fn copy(fields: &mut Fields, slider: &mut Slider) {
    optional(fields, "caption", &mut slider.caption, |fields, name| {
        fields.text(name, 0..=3000)
    });
    if let Some(hashtags) = fields.texts("hashtags") {
        slider.hashtags = hashtags;
    } else if fields.is_null("hashtags") {
        slider.hashtags.clear();
    }
}

/// Drops what is closed (contract: silently ignored).
pub(super) fn close(fields: &mut Fields) {
    fields.ignore(&CLOSED);
}

/// A field that is taken away by null.
fn optional(
    fields: &mut Fields,
    name: &str,
    place: &mut Option<String>,
    read: impl FnOnce(&mut Fields, &str) -> Option<String>,
) {
    if fields.is_null(name) {
        *place = None;
    } else if let Some(value) = read(fields, name) {
        *place = Some(value);
    }
}

/// A color by the contract's `^#[0-9a-fA-F]{6}$`.
fn color(fields: &mut Fields, name: &str) -> Option<String> {
    let text = fields.text(name, 0..=64)?;
    let digits = text.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Some(text);
    }
    fields.wrong(name, "has invalid format");
    None
}
