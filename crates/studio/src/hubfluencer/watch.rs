//! Watching projects that the service works on: one look a project and turn, at the pace of its
//! contract, ever slower where it takes long or is away, asleep when nothing is under way.

use std::time::Duration;

use contract::{Code, Millis, ProjectKey, ProjectNote, Refusal};

use super::projects::{self, Document};
use crate::Studio;
use crate::journal::ProjectRecord;
use crate::turns::pause_asked;

/// Between two looks (contract, "Polling guidance").
const PACE: Duration = Duration::from_secs(15);
/// Between two looks at what takes long.
const LONG_PACE: Duration = Duration::from_secs(60);
const MINUTE: Millis = 60 * 1000;
/// The longest that anything should take (contract, "Polling guidance").
const LONG_AFTER: Millis = 10 * MINUTE;
/// "Autopilot can run longer."
const AUTOPILOT_LONG_AFTER: Millis = 30 * MINUTE;

impl Studio {
    /// Looks at a project now, and watches it at full pace for another stretch. One that nothing is
    /// known to be under way of is read once.
    ///
    /// # Errors
    /// Those of the read, where it is made at once.
    pub async fn look_at_project(&self, key: &ProjectKey) -> Result<(), Refusal> {
        let projects = &self.core.hub.projects;
        let record = self.project_record(key).await?;
        if !record.is_some_and(|record| record.under_way) {
            return self.project(key).await.map(drop);
        }
        projects.notes_look(key, self.core.now());
        projects.turns.look_now(key);
        Ok(())
    }

    /// The one watcher of projects in this process. Ends when the studio is closed.
    pub(crate) async fn watch_projects_forever(self) {
        let turns = &self.core.hub.projects.turns;
        let clock = self.core.ports.clock.as_ref();
        let open = async || loop {
            match self.open_projects().await {
                Ok(open) => return open,
                Err(refusal) => {
                    tracing::error!(%refusal, "the journal's projects can't be watched");
                    clock.sleep(LONG_PACE).await;
                }
            }
        };
        let look = async |key: ProjectKey| self.look_in_turn(&key).await;
        turns.keep_looking(clock, open, look).await;
    }

    /// The projects under way. None while there is nobody's token.
    async fn open_projects(&self) -> Result<Vec<ProjectKey>, Refusal> {
        let hub = &self.core.hub;
        if hub.server().is_none() {
            return Ok(Vec::new());
        }
        let open = self
            .core
            .journal
            .watched_projects(hub.server_name())
            .await?;
        if hub.sessions.current().is_none() {
            for record in &open {
                let note = Some(ProjectNote::SignInNeeded);
                self.note_project(&record.key, note).await?;
            }
            return Ok(Vec::new());
        }
        let mut open: Vec<ProjectKey> = open.into_iter().map(|record| record.key).collect();
        open.extend(hub.projects.begun());
        Ok(open)
    }

    async fn look_in_turn(&self, key: &ProjectKey) {
        let Some(session) = self.core.hub.sessions.current() else {
            // Signed out since: it is said of all, and nothing is looked at.
            self.core.hub.projects.turns.wake();
            return;
        };
        let Ok(api) = self.core.hub.api() else { return };
        let asked = self.core.hub.projects.next();
        let heard = match projects::read(api, &session, key).await {
            Ok(document) => self.hear_look(key, document, asked).await,
            Err(failure) => {
                let refusal = self.hub_failed(&session, &failure).await;
                if refusal.code == Code::NotFound && projects::can_be_gone(key) {
                    self.project_is_gone(key).await
                } else {
                    self.miss_project(key, &refusal, pause_asked(&failure))
                        .await
                }
            }
        };
        if let Err(refusal) = heard {
            // The journal: nothing can be kept, and nothing is lost by looking later.
            let now = self.core.now();
            self.core
                .hub
                .projects
                .turns
                .missed(key, self.pace_of_projects(), None, now);
            tracing::error!(%refusal, "a look at a project could not be kept");
        }
    }

    async fn hear_look(
        &self,
        key: &ProjectKey,
        document: Document,
        asked: u64,
    ) -> Result<(), Refusal> {
        let projects = &self.core.hub.projects;
        let before = self.project_record(key).await?;
        let now = self.core.now();
        // Set before it is told, so that one event tells both.
        let long = before.and_then(|before| self.waited_too_long(&before, &document, now));
        let note = long.map(|minutes| ProjectNote::TakingLong { minutes });
        let pace = match note {
            Some(_) => LONG_PACE.max(self.pace_of_projects()),
            None => self.pace_of_projects(),
        };
        projects.set_note(key, note);
        projects.turns.heard(key, pace, now);
        self.keep_read(document, asked).await.map(drop)
    }

    /// Minutes that something has been under way, where that is longer than it should take: since it
    /// began, or since somebody asked to look.
    fn waited_too_long(
        &self,
        record: &ProjectRecord,
        document: &Document,
        now: Millis,
    ) -> Option<u32> {
        let began_at = record.began_at?;
        let looked_at = self.core.hub.projects.looked_at(&record.key);
        let since = looked_at.map_or(began_at, |looked_at| looked_at.max(began_at));
        let limit = if document.is_on_autopilot() {
            AUTOPILOT_LONG_AFTER
        } else {
            LONG_AFTER
        };
        let minutes = u32::try_from((now - began_at) / MINUTE).unwrap_or(u32::MAX);
        (now - since > limit).then_some(minutes)
    }

    /// The look failed: the next comes later, and the project says so.
    async fn miss_project(
        &self,
        key: &ProjectKey,
        refusal: &Refusal,
        asked: Option<Duration>,
    ) -> Result<(), Refusal> {
        tracing::info!(%refusal, kind = key.kind.as_str(), "a look at a project failed");
        let (now, pace) = (self.core.now(), self.pace_of_projects());
        let retry_at = self.core.hub.projects.turns.missed(key, pace, asked, now);
        let note = match refusal.code {
            Code::TokenNeeded | Code::TokenRefused => ProjectNote::SignInNeeded,
            _ => ProjectNote::Unreachable { retry_at },
        };
        self.note_project(key, Some(note)).await
    }

    async fn note_project(
        &self,
        key: &ProjectKey,
        note: Option<ProjectNote>,
    ) -> Result<(), Refusal> {
        if self.core.hub.projects.set_note(key, note) {
            self.tell_project(key).await?;
        }
        Ok(())
    }

    /// Time between two looks at what does not take long.
    pub(super) fn pace_of_projects(&self) -> Duration {
        let own = self
            .core
            .hub
            .server()
            .and_then(|server| server.view().own_pace_seconds);
        own.map_or(PACE, |seconds| Duration::from_secs(seconds.into()))
    }
}
