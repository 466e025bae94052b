//! The templates that were written by hand, so that every field has every kind of value.

use serde::Deserialize;

use super::{ExtractionSummary, Origin, Template, TemplateStatus, TemplateVisibility};
use crate::moment::{DAY, Millis};

const FILES: [&str; 14] = [
    include_str!("../../assets/templates/abuela-llama.json"),
    include_str!("../../assets/templates/alarm-math.json"),
    include_str!("../../assets/templates/bare-minimum.json"),
    include_str!("../../assets/templates/coach-whisper.json"),
    include_str!("../../assets/templates/label-reveal.json"),
    include_str!("../../assets/templates/parking-lot-monologue.json"),
    include_str!("../../assets/templates/receipt-walk.json"),
    include_str!("../../assets/templates/silent-desk.json"),
    include_str!("../../assets/templates/spring-sale-countdown.json"),
    include_str!("../../assets/templates/swipe-deck.json"),
    include_str!("../../assets/templates/thirty-second-pantry.json"),
    include_str!("../../assets/templates/two-week-check.json"),
    include_str!("../../assets/templates/unboxing-in-reverse.json"),
    include_str!("../../assets/templates/wrong-way-first.json"),
];

/// A carried file.
#[derive(Deserialize)]
struct Written {
    id: String,
    name: String,
    template_type: Option<String>,
    status: TemplateStatus,
    visibility: TemplateVisibility,
    latest: bool,
    /// Days from its creation to the account's.
    age_days: Option<f64>,
    used: Option<u32>,
    emotion_arc: Option<String>,
    slot_count: Option<u32>,
    tags: Vec<String>,
    source_url: Option<String>,
    source_platform: Option<String>,
    picture: bool,
    seconds: Option<f64>,
    summary: Option<ExtractionSummary>,
}

/// Reads them all.
///
/// # Errors
/// Where one isn't what it should be.
pub(super) fn read(until: Millis) -> Result<Vec<Template>, serde_json::Error> {
    FILES
        .iter()
        .map(|file| Ok(template(serde_json::from_str(file)?, until)))
        .collect()
}

fn template(written: Written, until: Millis) -> Template {
    let seconds = written.seconds.map(|seconds| (seconds * 1000.0) as Millis);
    let created = written
        .age_days
        .map(|days| until - (days * DAY as f64) as Millis);
    let haystack = super::haystack(&written.name, &written.tags);
    let mut formula = super::formula(written.id, written.name, seconds);
    formula.analyzed = written.status == TemplateStatus::Analyzed;
    formula.stale = !written.latest;
    formula.created = created.unwrap_or(until);
    Template {
        formula,
        template_type: written.template_type,
        status: written.status,
        visibility: written.visibility,
        emotion_arc: written.emotion_arc,
        slot_count: written.slot_count,
        used: written.used,
        tags: written.tags,
        source_url: written.source_url,
        source_platform: written.source_platform,
        has_picture: written.picture,
        created,
        haystack,
        origin: Origin::Carried(written.summary),
    }
}
