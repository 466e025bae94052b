//! What was made: saved where it was asked for, and told.

use std::path::Path;

use contract::{ProjectKey, ProjectKind, ProjectView, TransferId};

use super::watching::{self, Goal};
use crate::args::hub::SaveProject;
use crate::commands::saving::transferred;
use crate::exit::Exit;
use crate::front::Front;
use crate::run::Run;
use crate::shapes::hub::{FileShape, FinishedDocument};
use crate::stop::Stop;

/// Where what was made goes.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    /// Nowhere, for now.
    Nowhere,
    /// The folder of the settings.
    Usual,
    /// This folder.
    Folder(&'a Path),
}

impl<'a> Place<'a> {
    /// What `--save` says.
    pub fn of(save: Option<&'a Path>) -> Self {
        save.map_or(Self::Nowhere, Self::Folder)
    }
}

/// Saves what was made, and prints it.
///
/// # Errors
/// The transfer's refusal. Ctrl+C leaves nothing behind.
pub async fn delivered(
    front: &Front,
    run: &Run,
    view: &ProjectView,
    place: Place<'_>,
    credits: Option<u32>,
) -> Result<Exit, Stop> {
    let key = view.key();
    let mut events = front.listen();
    let transfer_id: Option<TransferId> = match place {
        Place::Nowhere => None,
        Place::Usual => Some(front.studio.save_project(&key).await?),
        Place::Folder(folder) => Some(front.studio.save_project_in(&key, folder).await?),
    };
    if let Some(transfer_id) = transfer_id {
        transferred(front, run, &transfer_id, &mut events).await?;
    }
    let document = document(front, view, credits).await?;
    if document.files.is_empty() {
        let command = save_command(&key);
        let args = contract::Args::from([("command".to_owned(), command.into())]);
        run.output.say_with("cli-hub-not-saved", &args);
    }
    run.output.result(&document, |_| text(&document));
    Ok(Exit::Done)
}

/// Waits for a project that is under way, then saves it.
///
/// # Errors
/// As [`delivered`], and those of the wait.
pub async fn save(run: &Run, kind: ProjectKind, asked: SaveProject) -> Result<Exit, Stop> {
    super::free::winding_down(run, async |front| {
        let key = ProjectKey::new(kind, &asked.slug);
        let is_of_it = |step: &contract::Step| step.project().as_ref() == Some(&key);
        super::paying::settled(front, run, is_of_it).await?;
        let mut view = super::free::step(run, front.studio.adopt_project(&key)).await?;
        if view.is_under_way() {
            let pick_up = save_command(&key);
            view = watching::made(front, run, &key, &Goal::Whole, &pick_up).await?;
        }
        let place = asked.to.as_deref().map_or(Place::Usual, Place::Folder);
        delivered(front, run, &view, place, None).await
    })
    .await
}

/// Waits until the service works on nothing of a project any more.
///
/// # Errors
/// As those of the wait: what failed, a token that is needed, Ctrl+C.
pub async fn pick_up(front: &Front, run: &Run, key: &ProjectKey) -> Result<(), Stop> {
    let command = save_command(key);
    watching::made(front, run, key, &Goal::Whole, &command)
        .await
        .map(drop)
}

/// The command that waits for a project and saves it.
pub fn save_command(key: &ProjectKey) -> String {
    format!("reel {} save {}", key.kind.as_str(), key.slug)
}

async fn document(
    front: &Front,
    view: &ProjectView,
    credits: Option<u32>,
) -> Result<FinishedDocument, Stop> {
    let key = view.key();
    let (caption, hashtags, duration_seconds) = match view {
        ProjectView::Short(short) => {
            let said = short.render.as_ref().and_then(|it| it.duration_seconds);
            let seconds = said.unwrap_or_else(|| f64::from(short.seconds()));
            (&short.caption, &short.hashtags, Some(seconds))
        }
        ProjectView::Carousel(carousel) => (&carousel.caption, &carousel.hashtags, None),
        ProjectView::Editor(editor) => {
            let seconds = editor.render.as_ref().and_then(|it| it.duration_seconds);
            (&editor.caption, &editor.hashtags, seconds)
        }
    };
    let is_set = key.kind == ProjectKind::Carousel;
    let files = match front.studio.project_asset(&key).await? {
        Some(asset_id) => front.studio.saved_files(&asset_id).await,
        None => Vec::new(),
    };
    let files = (1..).zip(files).map(|(position, path)| FileShape {
        path,
        position: is_set.then_some(position),
    });
    Ok(FinishedDocument {
        files: files.collect(),
        kind: key.kind,
        slug: key.slug,
        caption: caption.clone(),
        hashtags: hashtags.clone(),
        duration_seconds,
        credits,
    })
}

/// For people: where it is, and the words to post it with.
fn text(document: &FinishedDocument) -> String {
    let mut lines: Vec<String> = document
        .files
        .iter()
        .map(|file| file.path.display().to_string())
        .collect();
    if lines.is_empty() {
        lines.push(document.slug.clone());
    }
    lines.push(document.caption.clone());
    lines.push(document.hashtags.join(" "));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
