//! FormulaOut, FormulaDetailOut, and what a list of templates is sorted and narrowed by.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::{
    moment::{Millis, naive},
    pictures,
    state::{Formula, Records, Source},
    templates::{ExtractionSummary, Template, TemplateStatus, TemplateVisibility},
};

/// A template, as clients see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormulaOut {
    id: String,
    name: String,
    template_type: Option<String>,
    status: TemplateStatus,
    emotion_arc: Option<String>,
    /// Segments of the formula.
    slot_count: Option<u32>,
    used_count: Option<u32>,
    tags: Vec<String>,
    source_url: Option<String>,
    source_platform: Option<String>,
    thumbnail_url: Option<String>,
    /// False is stale.
    analysis_prompt_is_latest: bool,
    visibility: TemplateVisibility,
    created_at: Option<String>,
}

/// A template, and what was extracted from its source.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormulaDetailOut {
    #[serde(flatten)]
    formula: FormulaOut,
    /// Always null: the formula itself is the engine's own.
    analysis_card: Option<Value>,
    extraction_summary: Option<ExtractionSummary>,
}

/// One that a riff left behind, or one that was there from the start.
#[derive(Clone, Copy)]
pub(crate) enum Known<'a> {
    Own(&'a Formula),
    There(&'a Template),
}

/// The tag of templates that riffs left behind.
const OWN_TAG: &str = "sandbox";
const PIPELINE: &str = "pipeline";

impl<'a> Known<'a> {
    /// All that there are, each kind newest first.
    pub(crate) fn all(records: &'a Records) -> impl Iterator<Item = Self> {
        let own = records.formulas.iter().rev();
        let there = records.templates.iter().map(Self::There);
        there.chain(own.map(Self::Own))
    }

    /// The one with this id.
    pub(crate) fn find(records: &'a Records, id: &str) -> Option<Self> {
        match records.templates.get(id) {
            Some(template) => Some(Self::There(template)),
            None => records.formula(id).map(Self::Own),
        }
    }

    /// What tasks know of it.
    pub(crate) fn formula(self) -> &'a Formula {
        match self {
            Self::Own(formula) => formula,
            Self::There(template) => &template.formula,
        }
    }

    pub(crate) fn status(self) -> TemplateStatus {
        match self {
            Self::Own(formula) if formula.analyzed => TemplateStatus::Analyzed,
            Self::Own(_) => TemplateStatus::Collected,
            Self::There(template) => template.status,
        }
    }

    /// Its type; `pipeline` is the contract's default where none is named.
    pub(crate) fn kind(self) -> &'a str {
        match self {
            Self::Own(_) => PIPELINE,
            Self::There(template) => template.template_type.as_deref().unwrap_or(PIPELINE),
        }
    }

    /// Whether it has this tag, whatever the case of its letters.
    pub(crate) fn is_tagged(self, tag: &str) -> bool {
        match self {
            Self::Own(_) => tag.eq_ignore_ascii_case(OWN_TAG),
            Self::There(template) => {
                let mut tags = template.tags.iter();
                tags.any(|known| known.to_lowercase() == tag.to_lowercase())
            }
        }
    }

    /// Whether its name or tags contain these words, which are in small letters.
    pub(crate) fn is_found_by(self, words: &str) -> bool {
        match self {
            Self::Own(formula) => {
                formula.name.to_lowercase().contains(words) || OWN_TAG.contains(words)
            }
            Self::There(template) => template.is_found_by(words),
        }
    }

    /// When it was created; at the very end where that isn't known.
    pub(crate) fn created(self) -> Millis {
        match self {
            Self::Own(formula) => formula.created,
            Self::There(template) => template.created.unwrap_or(Millis::MIN),
        }
    }

    /// How often it was riffed; none where that isn't counted.
    pub(crate) fn used(self, records: &Records) -> Option<u32> {
        match self {
            Self::Own(formula) => Some(formula.used),
            Self::There(template) => {
                let since = records.template_uses.get(&template.formula.id);
                Some(template.used? + since.copied().unwrap_or(0))
            }
        }
    }

    /// FormulaOut.
    pub(crate) fn view(self, records: &Records) -> FormulaOut {
        let formula = self.formula();
        let used_count = self.used(records);
        let is_latest = !records.is_stale(formula);
        match self {
            Self::Own(_) => own(formula, used_count, is_latest),
            Self::There(template) => there(template, used_count, is_latest),
        }
    }

    /// FormulaDetailOut.
    pub(crate) fn detail(self, records: &Records) -> FormulaDetailOut {
        FormulaDetailOut {
            formula: self.view(records),
            analysis_card: None,
            extraction_summary: self.summary(records),
        }
    }

    /// What was extracted from its source; none before its first analysis.
    pub(crate) fn summary(self, records: &Records) -> Option<ExtractionSummary> {
        match self {
            Self::There(template) => records.templates.summary(template),
            Self::Own(formula) => formula.analyzed.then(|| ExtractionSummary {
                duration_seconds: formula.source_ms.map(|length| length as f64 / 1000.0),
                language: Some("en".to_owned()),
                speaking_mode: Some("no_dialogue".to_owned()),
                narrative: "Sandbox: the source was measured and cut, not understood.".to_owned(),
                transcript: Vec::new(),
                on_screen: Vec::new(),
            }),
        }
    }
}

fn own(formula: &Formula, used_count: Option<u32>, is_latest: bool) -> FormulaOut {
    let (source_url, platform) = match &formula.source {
        Source::Upload { .. } => (None, Some("upload")),
        Source::Link { url } => (Some(url.clone()), Some("tiktok")),
        Source::Platform => (None, None),
    };
    FormulaOut {
        id: formula.id.clone(),
        name: formula.name.clone(),
        template_type: Some(PIPELINE.to_owned()),
        status: Known::Own(formula).status(),
        emotion_arc: formula.analyzed.then(|| "hook → build-up → cta".to_owned()),
        slot_count: formula.analyzed.then_some(3),
        used_count,
        tags: vec![OWN_TAG.to_owned()],
        source_url,
        source_platform: platform.map(str::to_owned),
        thumbnail_url: None,
        analysis_prompt_is_latest: is_latest,
        visibility: TemplateVisibility::Scope,
        created_at: Some(naive(formula.created)),
    }
}

fn there(template: &Template, used_count: Option<u32>, is_latest: bool) -> FormulaOut {
    let id = &template.formula.id;
    FormulaOut {
        id: id.clone(),
        name: template.formula.name.clone(),
        template_type: template.template_type.clone(),
        status: template.status,
        emotion_arc: template.emotion_arc.clone(),
        slot_count: template.slot_count,
        used_count,
        tags: template.tags.clone(),
        source_url: template.source_url.clone(),
        source_platform: template.source_platform.clone(),
        thumbnail_url: template
            .has_picture
            .then(|| pictures::address(&pictures::of_template(id))),
        analysis_prompt_is_latest: is_latest,
        visibility: template.visibility,
        created_at: template.created.map(naive),
    }
}
