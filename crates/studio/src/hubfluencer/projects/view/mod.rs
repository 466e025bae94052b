//! A project as a front shows it, from its document and what else is known of it.

mod carousel;
mod editor;
mod short;

use contract::{FootageView, JobStatus, ProjectNote, ProjectView, RenderView};
use hubfluencer::{Render, RenderStatus};

pub(super) use carousel::brief as carousel_brief;
pub(super) use editor::brief as editor_brief;
pub(super) use short::brief as short_brief;

use super::document::Document;
use super::facts;
use super::spelling;
use crate::journal::{ProjectFacts, ProjectRecord};

/// What is known of a project beside its record.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// A quiet word of the watch.
    pub(super) note: Option<ProjectNote>,
    /// The person's own clips, where it is an ad.
    pub(super) footage: Vec<FootageView>,
}

/// The view of a project.
pub(super) fn view(record: &ProjectRecord, document: &Document, beside: Beside) -> ProjectView {
    match document {
        Document::Short(short) => ProjectView::Short(Box::new(short::view(record, short, beside))),
        Document::Slider(slider) => {
            ProjectView::Carousel(Box::new(carousel::view(record, slider, beside)))
        }
        Document::Editor(editor) => {
            ProjectView::Editor(Box::new(editor::view(record, editor, beside)))
        }
    }
}

/// The last render. Its entry in the library is shown once it is finished.
fn render(record: &ProjectRecord, render: &Render) -> RenderView {
    let has_video = facts::has(&record.facts, &contract::ProjectMedia::Video);
    let status = match &render.status {
        RenderStatus::Pending | RenderStatus::Processing => JobStatus::Processing,
        RenderStatus::Completed => JobStatus::Completed,
        RenderStatus::Failed => JobStatus::Failed,
        // A short's says nothing: its stage does.
        RenderStatus::Other(word) if word.is_empty() && has_video => JobStatus::Completed,
        RenderStatus::Other(word) if word.is_empty() => JobStatus::None,
        RenderStatus::Other(word) if spelling::is_busy(word) => JobStatus::Processing,
        RenderStatus::Other(word) => JobStatus::Other(word.clone()),
    };
    let is_finished = status == JobStatus::Completed;
    RenderView {
        asset_id: record.asset_id.clone().filter(|_| is_finished),
        status,
        duration_seconds: render.duration_seconds,
        error: render.error_message.clone(),
    }
}

fn hashtags(tags: &[String]) -> Vec<String> {
    tags.iter()
        .map(|tag| tag.trim().trim_start_matches('#'))
        .filter(|tag| !tag.is_empty())
        .map(|tag| format!("#{tag}"))
        .collect()
}

/// A word of the service, unless it wrote none.
fn said(word: &impl AsRef<str>) -> Option<String> {
    let word = word.as_ref();
    (!word.is_empty()).then(|| word.to_owned())
}

/// Whether the facts have an image of this role, or the document says that one is set.
fn has_image(facts: &ProjectFacts, extra: &hubfluencer::Extra, role: contract::ImageRole) -> bool {
    facts::has(facts, &contract::ProjectMedia::Image(role)) || spelling::has_image(extra, role)
}
