//! Shorts, carousels and ads: what is known of them, and their free changes.
//!
//! The journal has what the service said last of each, for both fronts; links to what was made are in
//! memory. A project that was read is told, kept, and watched while the service works on it.

mod assists;
mod calls;
mod carousels;
mod checks;
mod document;
mod editors;
mod facts;
mod keeping;
mod scenes;
mod shorts;
mod spelling;
mod view;

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use contract::{
    Code, HubEvent, Millis, ProjectKey, ProjectKind, ProjectNote, ProjectView, Refusal,
};
use tokio::sync::watch;

use super::links::Links;
use crate::Studio;
use crate::journal::ProjectRecord;
use crate::lock::held;
use crate::turns::Turns;

pub(crate) use document::Document;
pub(super) use document::json_form;
use keeping::Heard;

/// What is known of projects beside the journal.
pub(crate) struct Projects {
    /// When each that is under way is looked at next.
    pub(super) turns: Turns<ProjectKey>,
    /// Where what was made can be fetched.
    pub(crate) links: Links,
    /// Changes whenever one was heard, or its note changed.
    changed: watch::Sender<()>,
    moments: Mutex<HashMap<ProjectKey, Moments>>,
    order: AtomicU64,
}

/// What this process alone remembers of a project.
#[derive(Clone, Debug, Default)]
struct Moments {
    /// A quiet word about it.
    note: Option<ProjectNote>,
    /// When somebody asked to look at it: it is watched at full pace from then on.
    looked_at: Option<Millis>,
    /// What stood for its finished work when this process told of it last. Kept while it is undone, so
    /// that the same work is no news when it is there again.
    result: Option<Option<String>>,
    /// The order of the last write's answer: a read that was asked before it is out of date.
    written: u64,
    /// The latest read that was heard: one that was asked before it, and answered after, is too.
    read: u64,
    /// The order in which a step of it was taken, until a look that was made after it has shown how it
    /// stands.
    begun: Option<u64>,
    /// Answers that are being kept and followed up just now.
    hearings: u32,
    /// Whose turn it is to keep one and tell of it: two at once would each tell the same work as news.
    keeping: Arc<tokio::sync::Mutex<()>>,
}

impl Default for Projects {
    fn default() -> Self {
        Self {
            turns: Turns::default(),
            links: Links::default(),
            changed: watch::Sender::new(()),
            moments: Mutex::default(),
            order: AtomicU64::new(1),
        }
    }
}

impl Projects {
    /// There may be more to watch, or a token to watch with.
    pub(super) fn wake(&self) {
        self.turns.wake();
    }

    /// What comes after everything that was asked or answered before.
    pub(super) fn next(&self) -> u64 {
        self.order.fetch_add(1, Ordering::Relaxed)
    }

    fn moments<T>(&self, key: &ProjectKey, change: impl FnOnce(&mut Moments) -> T) -> T {
        change(held(&self.moments).entry(key.clone()).or_default())
    }

    fn forget(&self, key: &ProjectKey) {
        held(&self.moments).remove(key);
        self.links.forget(key);
        self.turns.wake();
        self.changed.send_replace(());
    }

    /// When somebody asked to look at it.
    pub(super) fn looked_at(&self, key: &ProjectKey) -> Option<Millis> {
        self.moments(key, |moments| moments.looked_at)
    }

    /// Projects of which a step was taken, and that were not looked at since.
    pub(super) fn begun(&self) -> Vec<ProjectKey> {
        let moments = held(&self.moments);
        let begun = moments
            .iter()
            .filter(|(_, moments)| moments.begun.is_some());
        begun.map(|(key, _)| key.clone()).collect()
    }

    pub(super) fn notes_look(&self, key: &ProjectKey, now: Millis) {
        self.moments(key, |moments| moments.looked_at = Some(now));
    }

    /// Notes a quiet word. Whether it is another than before.
    pub(super) fn set_note(&self, key: &ProjectKey, note: Option<ProjectNote>) -> bool {
        self.moments(key, |moments| {
            let is_new = moments.note != note;
            moments.note = note;
            is_new
        })
    }
}

impl Studio {
    /// Known projects as the journal has them, the last changed first: those of every front.
    ///
    /// # Errors
    /// [`Code::JournalFailed`].
    pub async fn known_projects(&self) -> Result<Vec<ProjectView>, Refusal> {
        let server = self.core.hub.server_name();
        let records = self.core.journal.hub_projects(server).await?;
        let mut views = Vec::with_capacity(records.len());
        for record in &records {
            views.extend(self.drawn(record));
        }
        // Another front may have begun something since.
        self.core.hub.projects.turns.wake();
        Ok(views)
    }

    /// Known projects; that they can't be read is told.
    pub(crate) async fn known_projects_or_tell(&self) -> Vec<ProjectView> {
        self.known_projects().await.unwrap_or_else(|refusal| {
            self.core.tell(contract::Event::Trouble(refusal));
            Vec::new()
        })
    }

    /// A project as the journal has it. None where it is not known here.
    ///
    /// # Errors
    /// [`Code::JournalFailed`].
    pub async fn known_project(&self, key: &ProjectKey) -> Result<Option<ProjectView>, Refusal> {
        let record = self.project_record(key).await?;
        Ok(record.and_then(|record| self.drawn(&record)))
    }

    /// Known projects, the last changed first, after the service was asked for its carousels: it
    /// lists nothing else.
    ///
    /// # Errors
    /// Those of the read.
    pub async fn list_projects(&self) -> Result<Vec<ProjectView>, Refusal> {
        let asked = self.core.hub.projects.next();
        let sliders = self
            .hub_read(|api, session| async move { api.sliders(&session).await })
            .await?;
        let server = self.core.hub.server_name();
        let known = self.core.journal.hub_projects(server).await?;
        for slider in sliders {
            let document = Document::Slider(Box::new(slider));
            let is_news = |record: &ProjectRecord| record.document != document.kept();
            let record = known.iter().find(|record| record.key == document.key());
            if record.is_none_or(is_news) {
                self.keep(document, Heard::Read { asked }).await?;
            }
        }
        self.known_projects().await
    }

    /// A project, fresh. One that was not known here is taken up.
    ///
    /// # Errors
    /// [`Code::NotFound`] where the service does not have it for this token: a carousel, which can be
    /// deleted there, is taken off the lists; those of the read.
    pub async fn project(&self, key: &ProjectKey) -> Result<ProjectView, Refusal> {
        let asked = self.core.hub.projects.next();
        let read = self
            .hub_read(|api, session| {
                let key = key.clone();
                async move { read(&api, &session, &key).await }
            })
            .await;
        match read {
            Ok(document) => self.keep(document, Heard::Read { asked }).await,
            Err(refusal) => {
                if refusal.code == Code::NotFound && can_be_gone(key) {
                    self.project_is_gone(key).await?;
                }
                Err(refusal)
            }
        }
    }

    /// Takes up a project that was made elsewhere, or was taken off the lists here.
    ///
    /// # Errors
    /// As [`Studio::project`].
    pub async fn adopt_project(&self, key: &ProjectKey) -> Result<ProjectView, Refusal> {
        let view = self.project(key).await?;
        let server = self.core.hub.server_name();
        self.core.journal.hide_project(server, key, false).await?;
        self.core.tell_hub(HubEvent::Project(view.clone()));
        self.core.hub.projects.turns.wake();
        Ok(view)
    }

    /// Takes a project off the lists here. A carousel is deleted at the service, which has no way to
    /// delete a short or an ad. What is saved stays.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn remove_project(&self, key: &ProjectKey) -> Result<(), Refusal> {
        if key.kind != ProjectKind::Carousel {
            let server = self.core.hub.server_name();
            self.core.journal.hide_project(server, key, true).await?;
            self.forget_results(key).await?;
            self.core.hub.projects.forget(key);
            self.core.tell_hub(HubEvent::ProjectGone(key.clone()));
            return Ok(());
        }
        let slug = key.slug.as_str();
        let deleted = self
            .hub_authorised(|api, session| async move { api.delete_slider(&session, slug).await })
            .await;
        match deleted {
            Err(refusal) if refusal.code != Code::NotFound => Err(refusal),
            _ => self.project_is_gone(key).await,
        }
    }

    /// Waits until the service works on nothing of a project any more, or until it needs the person:
    /// a token.
    ///
    /// # Errors
    /// [`Code::NotFound`] where it is not known here (any more).
    pub async fn project_ended(&self, key: &ProjectKey) -> Result<ProjectView, Refusal> {
        let mut changes = self.core.hub.projects.changed.subscribe();
        loop {
            changes.mark_unchanged();
            // Read before it is asked whether something moves: what is written and not followed up
            // yet moves still.
            let record = self.project_record(key).await?;
            let (moves, note) = self.core.hub.projects.moments(key, |moments| {
                let moves = moments.begun.is_some() || moments.hearings > 0;
                (moves, moments.note.clone())
            });
            match record {
                Some(record) => {
                    let rests = !record.under_way && !moves;
                    if (rests || note == Some(ProjectNote::SignInNeeded))
                        && let Some(view) = self.drawn(&record)
                    {
                        return Ok(view);
                    }
                }
                None if moves => {}
                None => return Err(Refusal::new(Code::NotFound).of_hubfluencer()),
            }
            if changes.changed().await.is_err() {
                return Err(Code::Cancelled.into());
            }
        }
    }

    /// The service has it no longer: it is taken off and told.
    pub(super) async fn project_is_gone(&self, key: &ProjectKey) -> Result<(), Refusal> {
        let server = self.core.hub.server_name();
        self.forget_results(key).await?;
        if self.core.journal.forget_project(server, key).await? {
            self.core.tell_hub(HubEvent::ProjectGone(key.clone()));
        }
        self.core.hub.projects.forget(key);
        Ok(())
    }
}

/// Whether a project that is not found is gone. The service has no way to delete a short or an ad, and
/// none to list them: where one is not found the token is another account's, or something on the way
/// has answered. Forgotten here, it and what was paid for it could not be found again.
pub(super) fn can_be_gone(key: &ProjectKey) -> bool {
    key.kind == ProjectKind::Carousel
}

/// Reads a project of the service.
pub(super) async fn read(
    api: &hubfluencer::Api,
    session: &hubfluencer::Session,
    key: &ProjectKey,
) -> Result<Document, wire::Failure> {
    let slug = key.slug.as_str();
    Ok(match key.kind {
        ProjectKind::Short => Document::Short(Box::new(api.short(session, slug).await?)),
        ProjectKind::Carousel => Document::Slider(Box::new(api.slider(session, slug).await?)),
        ProjectKind::Editor => Document::Editor(Box::new(api.editor(session, slug).await?)),
    })
}
