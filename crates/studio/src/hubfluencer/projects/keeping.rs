//! What was heard of a project: kept, told, and followed up.

use contract::{
    CarouselView, Code, EditorView, Event, HubEvent, Millis, ProjectKey, ProjectKind, ProjectMedia,
    ProjectView, Refusal, ShortView,
};
use hubfluencer::{Editor, RenderStatus, Short, Slider, SliderStatus, Stage};

use super::Projects;
use super::document::{Document, json_form};
use super::facts;
use super::view::{self, Beside};
use crate::Studio;
use crate::hubfluencer::results::Finished;
use crate::journal::{ProjectFacts, ProjectRecord};

/// How a document came.
#[derive(Clone, Copy, Debug)]
pub(super) enum Heard {
    /// It answers a write: it is how things are now.
    Written,
    /// It answers a read. One that was asked before the last write was answered, or before another that was heard,
    /// is out of date.
    Read {
        /// When it was asked, in the order of [`super::Projects::next`].
        asked: u64,
    },
}

/// A project is being heard: until all of it is kept, told and followed up, it has not ended for
/// whoever waits for its end.
struct Hearing<'a> {
    projects: &'a Projects,
    key: ProjectKey,
}

impl<'a> Hearing<'a> {
    fn of(projects: &'a Projects, key: &ProjectKey) -> Self {
        projects.moments(key, |moments| moments.hearings += 1);
        let key = key.clone();
        Self { projects, key }
    }
}

impl Drop for Hearing<'_> {
    fn drop(&mut self) {
        self.projects.moments(&self.key, |moments| {
            // Forgotten meanwhile where the project is gone: it began anew at none.
            moments.hearings = moments.hearings.saturating_sub(1);
        });
        self.projects.changed.send_replace(());
    }
}

impl Studio {
    /// Keeps a short that answers a write.
    pub(crate) async fn keep_short(&self, short: Short) -> Result<ShortView, Refusal> {
        let kept = self.keep(Document::Short(Box::new(short)), Heard::Written);
        short_of(kept.await?)
    }

    /// Keeps a carousel that answers a write.
    pub(crate) async fn keep_slider(&self, slider: Slider) -> Result<CarouselView, Refusal> {
        let kept = self.keep(Document::Slider(Box::new(slider)), Heard::Written);
        carousel_of(kept.await?)
    }

    /// Keeps an ad that answers a write, and is all there is of it.
    pub(crate) async fn keep_editor(&self, editor: Editor) -> Result<EditorView, Refusal> {
        let kept = self.keep(Document::Editor(Box::new(editor)), Heard::Written);
        editor_of(kept.await?)
    }

    /// Keeps a project that answers a read which was asked at this place in the order.
    pub(in crate::hubfluencer) async fn keep_read(
        &self,
        document: Document,
        asked: u64,
    ) -> Result<ProjectView, Refusal> {
        self.keep(document, Heard::Read { asked }).await
    }

    /// Keeps what was heard, tells it, and follows up what has finished.
    pub(super) async fn keep(
        &self,
        document: Document,
        heard: Heard,
    ) -> Result<ProjectView, Refusal> {
        let core = &self.core;
        let (key, now) = (document.key(), core.now());
        let _hearing = Hearing::of(&core.hub.projects, &key);
        let order = core.hub.projects.next();
        let keeping = core
            .hub
            .projects
            .moments(&key, |moments| moments.keeping.clone());
        let turn = keeping.lock().await;
        let (is_current, age) = core.hub.projects.moments(&key, |moments| {
            let is_current = match heard {
                Heard::Written => {
                    moments.written = moments.written.max(order);
                    true
                }
                Heard::Read { asked } => {
                    moments.begun = moments.begun.filter(|begun| *begun > asked);
                    let is_current = asked > moments.written && asked >= moments.read;
                    moments.read = moments.read.max(asked);
                    is_current
                }
            };
            let age = moments.begun.map_or(Age::Current, |_| Age::BeforeAStep);
            (is_current, age)
        });
        if !is_current {
            return self.known_project(&key).await?.ok_or_else(unknown);
        }
        let server = core.hub.server_name();
        let (links, merged) = (document.links(), document.clone());
        let mut kept = core
            .journal
            .keep_project(server, &key, move |before| merge(before, &merged, age, now))
            .await?;
        core.hub.projects.links.hear(&key, links, now);
        let mut view = self.view(&kept.after, &document);
        let result = self.result(&kept.after);
        let is_remade = key.kind != ProjectKind::Editor
            && kept.before.as_ref().is_some_and(|before| before.under_way)
            && !kept.after.under_way;
        let known = kept.before.as_ref().map(|before| self.result(before));
        // As this process told it last, else as the journal had it: another front may have heard it
        // first, and this one has to tell it all the same.
        let projects = &core.hub.projects;
        let told = projects.moments(&key, |moments| moments.result.clone());
        let is_news = told.or(known).is_some_and(|told| told != result);
        // Whoever changes one slide may well change the next.
        let is_edited = key.kind == ProjectKind::Carousel
            && kept
                .before
                .as_ref()
                .is_some_and(|before| before.asset_id.is_some());
        let save_after = self.saves_itself_at(is_edited).filter(|_| is_news);
        let asset_id = match &result {
            Some(mark) => {
                let finished = finished(&kept.after, mark, is_remade);
                Some(self.keep_result(&view, finished, save_after).await?)
            }
            None => None,
        };
        projects.moments(&key, |moments| {
            if result.is_some() || moments.result.is_none() {
                moments.result = Some(result.clone());
            }
        });
        if asset_id.is_some() && kept.after.asset_id != asset_id {
            kept.after.asset_id.clone_from(&asset_id);
            view = self.view(&kept.after, &document);
        }
        if !kept.after.under_way {
            core.hub.projects.set_note(&key, None);
        }
        if is_remade {
            // One that failed may give its credits back.
            core.spending.moved();
        }
        if !kept.after.hidden {
            core.tell_hub(HubEvent::Project(view.clone()));
        }
        let was_under_way = kept.before.as_ref().map(|before| before.under_way);
        if was_under_way.unwrap_or_default() != kept.after.under_way {
            core.hub.projects.turns.wake();
        }
        if let Some(asset_id) = asset_id
            && is_news
        {
            core.tell_hub(HubEvent::ProjectReady(key));
            drop(turn);
            self.deliver_result(&asset_id, save_after).await;
        }
        Ok(view)
    }

    /// The service has taken a step of a project: it is watched from now on, at full pace, and after a
    /// restart too once this has returned. To be awaited before the step is noted as taken, or a kill
    /// in between would leave a project that was paid for and is watched by nobody.
    pub(crate) async fn begin_watching(&self, key: &ProjectKey) {
        let (projects, core) = (&self.core.hub.projects, &self.core);
        let order = projects.next();
        projects.moments(key, |moments| {
            moments.begun = Some(order);
            moments.note = None;
            moments.looked_at = None;
            if key.kind != ProjectKind::Editor {
                // What was there is made anew. An ad's step may have nothing to do with its video.
                moments.result = Some(None);
            }
        });
        if key.kind != ProjectKind::Editor {
            // The step's answer said how it stands; an ad's steps answer with less.
            let pace = self.pace_of_projects();
            projects.turns.heard(key, pace, core.now());
        }
        let server = core.hub.server_name();
        let noted = core.journal.project_begins(server, key, core.now()).await;
        projects.wake();
        let (studio, key) = (self.clone(), key.clone());
        core.spawn(async move {
            if let Err(refusal) = studio.tell_beginning(&key, noted).await {
                studio.core.tell(Event::Trouble(refusal));
            }
        });
    }

    /// Tells a project that has begun; `noted` is whether the journal knows it.
    async fn tell_beginning(
        &self,
        key: &ProjectKey,
        noted: Result<bool, Refusal>,
    ) -> Result<(), Refusal> {
        if !noted? {
            // Not known here yet: what it is says how to watch it.
            self.project(key).await?;
        }
        self.tell_project(key).await
    }

    /// Tells a project as it is known.
    pub(in crate::hubfluencer) async fn tell_project(
        &self,
        key: &ProjectKey,
    ) -> Result<(), Refusal> {
        if let Some(view) = self.known_project(key).await? {
            self.core.tell_hub(HubEvent::Project(view));
        }
        self.core.hub.projects.changed.send_replace(());
        Ok(())
    }

    /// A project's record, where it is on the lists.
    pub(in crate::hubfluencer) async fn project_record(
        &self,
        key: &ProjectKey,
    ) -> Result<Option<ProjectRecord>, Refusal> {
        let server = self.core.hub.server_name();
        let record = self.core.journal.hub_project(server, key).await?;
        Ok(record.filter(|record| !record.hidden))
    }

    /// What the service said last of a project, asked where nothing is known.
    pub(super) async fn document(&self, key: &ProjectKey) -> Result<Document, Refusal> {
        let server = self.core.hub.server_name();
        for _ in 0..2 {
            let record = self.core.journal.hub_project(server, key).await?;
            let kept = record.and_then(|record| Document::read(key.kind, &record.document));
            if let Some(document) = kept {
                return Ok(document);
            }
            self.project(key).await?;
        }
        Err(unknown())
    }

    /// A record as a front shows it. None where its document can't be read.
    pub(super) fn drawn(&self, record: &ProjectRecord) -> Option<ProjectView> {
        let document = Document::read(record.key.kind, &record.document)?;
        Some(self.view(record, &document))
    }

    /// A record's finished work, as it would have been kept when it was heard.
    pub(in crate::hubfluencer) fn finished_work(
        &self,
        record: &ProjectRecord,
    ) -> Option<(ProjectView, Finished)> {
        let mark = self.result(record)?;
        let view = self.drawn(record)?;
        Some((view, finished(record, &mark, false)))
    }

    fn result(&self, record: &ProjectRecord) -> Option<String> {
        let document = Document::read(record.key.kind, &record.document)?;
        result_of(&document, &record.facts)
    }

    fn view(&self, record: &ProjectRecord, document: &Document) -> ProjectView {
        let note = self
            .core
            .hub
            .projects
            .moments(&record.key, |moments| moments.note.clone());
        let footage = match document {
            Document::Editor(editor) => self.footage_of(&editor.slug, &editor.uploads),
            Document::Short(_) | Document::Slider(_) => Vec::new(),
        };
        view::view(record, document, Beside { note, footage })
    }
}

fn finished(record: &ProjectRecord, mark: &str, is_remade: bool) -> Finished {
    Finished {
        mark: mark.to_owned(),
        is_remade,
        has_still: facts::has(&record.facts, &ProjectMedia::VideoStill),
    }
}

/// What a document can say of what is under way.
#[derive(Clone, Copy)]
enum Age {
    /// It was asked after the last step was taken.
    Current,
    /// A step was taken since: what that has begun is under way, whatever this one says.
    BeforeAStep,
}

/// The record once this document was heard.
fn merge(
    before: Option<ProjectRecord>,
    document: &Document,
    age: Age,
    now: Millis,
) -> ProjectRecord {
    let (kept, key) = (document.kept(), document.key());
    let (known, is_new) = match before {
        Some(before) => (before, false),
        None => (ProjectRecord::blank(key, now), true),
    };
    let is_changed = is_new || known.document != kept;
    let mut record = ProjectRecord {
        facts: facts::after(&known.facts, document),
        document: kept,
        heard_at: Some(now),
        ..known
    };
    let was_under_way = record.under_way;
    let is_under_way = view::view(&record, document, Beside::default()).is_under_way();
    record.under_way = match age {
        Age::Current => is_under_way,
        Age::BeforeAStep => is_under_way || was_under_way,
    };
    record.began_at = match (record.under_way, was_under_way) {
        (true, true) => record.began_at.or(Some(now)),
        (true, false) => Some(now),
        (false, _) => None,
    };
    if is_changed || record.under_way != was_under_way {
        record.changed_at = now;
    }
    record
}

/// What stands for the finished work of a project: another for another. None while there is none.
fn result_of(document: &Document, facts: &ProjectFacts) -> Option<String> {
    let render = match document {
        Document::Slider(slider) if slider.status == SliderStatus::Completed => {
            let revisions = facts
                .slides
                .values()
                .map(|slide| slide.revision.to_string());
            return Some(revisions.collect::<Vec<_>>().join("."));
        }
        Document::Slider(_) => return None,
        Document::Short(short) if short.stage != Stage::VideoReady => return None,
        Document::Short(short) => short.latest_render.as_ref()?,
        Document::Editor(editor) => editor
            .latest_render
            .as_ref()
            .filter(|render| render.status == RenderStatus::Completed)?,
    };
    let video = facts
        .media
        .iter()
        .find(|(media, _)| *media == ProjectMedia::Video);
    let id = render.id.as_ref().map(json_form).unwrap_or_default();
    Some(format!("{id} {}", video.map_or("", |(_, mark)| mark)))
}

fn unknown() -> Refusal {
    Refusal::new(Code::Unknown).of_hubfluencer()
}

pub(super) fn short_of(view: ProjectView) -> Result<ShortView, Refusal> {
    match view {
        ProjectView::Short(view) => Ok(*view),
        _ => Err(unknown()),
    }
}

pub(super) fn carousel_of(view: ProjectView) -> Result<CarouselView, Refusal> {
    match view {
        ProjectView::Carousel(view) => Ok(*view),
        _ => Err(unknown()),
    }
}

pub(super) fn editor_of(view: ProjectView) -> Result<EditorView, Refusal> {
    match view {
        ProjectView::Editor(view) => Ok(*view),
        _ => Err(unknown()),
    }
}
