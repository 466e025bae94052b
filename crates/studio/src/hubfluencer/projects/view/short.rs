//! A short.

use contract::{ImageRole, ShortBrief, ShortStage, ShortView};
use hubfluencer::{Short, Stage};
use serde_json::Value;

use super::{Beside, has_image, hashtags, render, said};
use crate::hubfluencer::projects::spelling;
use crate::journal::ProjectRecord;

pub(super) fn view(record: &ProjectRecord, short: &Short, beside: Beside) -> ShortView {
    let extra = &short.extra;
    ShortView {
        slug: short.slug.clone(),
        brief: brief(short),
        text_beats: beats(&short.text_beats),
        stage: match &short.stage {
            Stage::Draft => ShortStage::Draft,
            Stage::Rendering => ShortStage::Rendering,
            Stage::VideoReady => ShortStage::VideoReady,
            Stage::Failed => ShortStage::Failed,
            Stage::Other(word) if word.is_empty() => ShortStage::Draft,
            Stage::Other(word) => ShortStage::Other(word.clone()),
        },
        failed_stage: short.failed_stage.clone(),
        error: short.error_message.clone(),
        has_product: has_image(&record.facts, extra, ImageRole::Product),
        product_description: spelling::text(extra, "product_description").unwrap_or_default(),
        has_poster: has_image(&record.facts, extra, ImageRole::Poster),
        render: short
            .latest_render
            .as_ref()
            .map(|latest| render(record, latest)),
        caption: spelling::text(extra, "caption").unwrap_or_default(),
        hashtags: hashtags(&spelling::texts(extra, "hashtags")),
        note: beside.note,
        began_at: record.began_at,
        heard_at: record.heard_at,
        changed_at: record.changed_at,
    }
}

/// What was said of it.
pub(in super::super) fn brief(short: &Short) -> ShortBrief {
    ShortBrief {
        product_prompt: short.product_prompt.clone().unwrap_or_default(),
        headline: short.headline.clone().unwrap_or_default(),
        subheadline: short.subheadline.clone().unwrap_or_default(),
        creative_format: said(&short.creative_format),
        visual_language: said(&short.visual_language),
        theme: short.theme.clone(),
        music_vibe: short.music_vibe.clone().unwrap_or_default(),
        music_instruments: short.music_instruments.clone(),
        short_text_position: said(&short.short_text_position),
        short_text_animation: said(&short.short_text_animation),
        short_font_family: said(&short.short_font_family),
    }
}

/// Texts, or objects with one: the contract names no shape.
fn beats(value: &Value) -> Vec<String> {
    let entries = value.as_array().map(Vec::as_slice).unwrap_or_default();
    entries
        .iter()
        .filter_map(|entry| {
            let text = entry.as_str().or_else(|| entry.get("text")?.as_str())?;
            (!text.is_empty()).then(|| text.to_owned())
        })
        .collect()
}
