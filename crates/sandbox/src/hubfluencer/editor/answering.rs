//! What the endpoints of a project share: finding it, changing it, paying for it, showing it.

use super::{
    super::{
        assists,
        credits::{self, ChargeId},
        envelope::Envelope,
        problem::Problem,
        service::{Course, HubService},
    },
    record::Editor,
    view::{EditorOut, view},
};

/// A project in its envelope, as it stands in the records.
///
/// # Errors
/// 404.
pub(super) fn shown(service: &HubService, slug: &str) -> Result<Envelope<EditorOut>, Problem> {
    let shown = service.read(|records| {
        let editor = records.editors.find(slug)?;
        Some(view(service, records, editor))
    });
    let shown = shown.ok_or_else(Problem::not_found)?;
    Ok(service.data(shown))
}

/// Looks at a project as it stands now.
///
/// # Errors
/// 404, and whatever `look` refuses with.
pub(super) async fn look<T>(
    service: &HubService,
    slug: &str,
    look: impl FnOnce(&Editor) -> Result<T, Problem>,
) -> Result<T, Problem> {
    service.settle().await?;
    service.read(|records| {
        let editor = records.editors.find(slug);
        look(editor.ok_or_else(Problem::not_found)?)
    })
}

/// Changes a project for free. What `change` refuses, it must refuse before it changes anything.
///
/// # Errors
/// 404, and whatever `change` refuses with.
pub(super) async fn edit<T>(
    service: &HubService,
    slug: &str,
    change: impl FnOnce(&mut Editor, &Course<'_>) -> Result<T, Problem>,
) -> Result<T, Problem> {
    service.settle().await?;
    service.change(|records, course| {
        let editor = records.editors.find_mut(slug);
        let editor = editor.ok_or_else(Problem::not_found)?;
        let changed = change(editor, course)?;
        editor.updated = course.now;
        Ok(changed)
    })?
}

/// Changes a project for one AI assist, which isn't drawn where `allow` refuses.
///
/// # Errors
/// 404, 429 `ai_assist_quota_exceeded`, and whatever `allow` refuses with.
pub(super) async fn assist<T>(
    service: &HubService,
    slug: &str,
    allow: impl FnOnce(&Editor) -> Result<(), Problem>,
    write: impl FnOnce(&mut Editor) -> T,
) -> Result<T, Problem> {
    service.settle().await?;
    service.change(|records, course| {
        let editor = records.editors.find(slug);
        allow(editor.ok_or_else(Problem::not_found)?)?;
        assists::draw(records, course)?;
        let editor = records.editors.find_mut(slug);
        let editor = editor.ok_or_else(Problem::not_found)?;
        editor.updated = course.now;
        Ok(write(editor))
    })?
}

/// What a paying call asks for.
#[derive(Debug, Default)]
pub(super) struct Price {
    /// Whole credits.
    pub(super) credits: i64,
    /// What has to be screened before anything is charged.
    pub(super) prompts: Vec<String>,
}

/// Orders something that costs credits: the price is asked, the prompts are screened, the credits
/// are taken and the generation begins.
///
/// # Errors
/// 402, 404, 422 `prompt_rejected`, 503, and whatever `price` refuses with.
pub(super) async fn order(
    service: &HubService,
    slug: &str,
    price: impl Fn(&Editor) -> Result<Price, Problem>,
    begin: impl FnOnce(&mut Editor, Option<ChargeId>, &Course<'_>),
) -> Result<Envelope<EditorOut>, Problem> {
    let asked = look(service, slug, &price).await?;
    if !asked.prompts.is_empty() {
        service.screen(&asked.prompts.join("\n"))?;
    }
    service.change(|records, course| {
        let editor = records.editors.find(slug);
        // Asked again, as another order may have come while this one was screened.
        let Price { credits, .. } = price(editor.ok_or_else(Problem::not_found)?)?;
        let charge = if credits > 0 {
            let purpose = format!("editor:{slug}");
            Some(credits::charge(records, course, credits, purpose)?)
        } else {
            None
        };
        if let Some(editor) = records.editors.find_mut(slug) {
            begin(editor, charge, course);
            editor.updated = course.now;
        }
        Ok::<_, Problem>(())
    })??;
    shown(service, slug)
}
