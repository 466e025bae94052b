//! New analyses of stale templates: asked for once, and followed through their task at the
//! service's pace, as long as this run lasts.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use contract::{
    Code, Event, Millis, RefreshView, Refusal, TaskId, TaskStatus, TemplateId, TemplateView,
};
use riffkit::Task;

use crate::Studio;
use crate::failure::refusal_of;
use crate::lock::held;
use crate::tasks;

/// Analyses that are remembered. Beyond it those that have ended are forgotten.
const MOST: usize = 100;
/// The longest pause after failed looks.
const LONGEST_PAUSE: Duration = Duration::from_secs(2 * 60);
/// The longest pause that a service can ask for.
const LONGEST_ASKED: Duration = Duration::from_secs(60 * 60);
/// An analysis that is not over by then is no longer looked at: it takes minutes.
const GIVEN_UP_AFTER: Millis = 6 * 60 * 60 * 1000;

/// The analyses that were asked for in this run.
#[derive(Default)]
pub(super) struct Refreshes {
    known: Mutex<BTreeMap<TemplateId, RefreshView>>,
    /// One is asked for at a time: a second press for the same template finds the first.
    asking: tokio::sync::Mutex<()>,
}

impl Refreshes {
    /// Where the analysis of a template stands, if one was asked for.
    pub(super) fn of(&self, template_id: &TemplateId) -> Option<RefreshView> {
        held(&self.known).get(template_id).cloned()
    }

    fn put(&self, template_id: &TemplateId, refresh: RefreshView) {
        let mut known = held(&self.known);
        if known.len() >= MOST {
            known.retain(|_, refresh| !refresh.status.has_ended());
        }
        known.insert(template_id.clone(), refresh);
    }
}

impl Studio {
    /// Has a template analysed again, and follows that. One whose analysis is under way already is
    /// not asked for a second time. Told as [`Event::Template`].
    ///
    /// # Errors
    /// [`Code::NotFound`], [`Code::ServiceRefused`] where it can't be analysed again now; those of
    /// the call, which is not repeated by itself.
    pub async fn refresh_template(&self, template_id: &TemplateId) -> Result<TaskId, Refusal> {
        let refreshes = &self.core.catalogue.refreshes;
        let _one = refreshes.asking.lock().await;
        if let Some(known) = refreshes.of(template_id)
            && !known.status.has_ended()
        {
            return Ok(known.task_id);
        }
        let template = self.known_template(template_id).await?;
        let queued = self
            .authorised(|session| async move {
                self.core
                    .api
                    .refresh_analysis(&session, &template_id.0)
                    .await
            })
            .await?;
        let task_id = TaskId(queued.task_id);
        let refresh = RefreshView {
            task_id: task_id.clone(),
            status: tasks::status(&queued.status),
            progress: 0,
            refusal: None,
        };
        self.tell_refresh(&template, refresh);
        let (studio, followed) = (self.clone(), task_id.clone());
        self.core.spawn(async move {
            studio.follow_refresh(template, &followed).await;
        });
        Ok(task_id)
    }

    async fn follow_refresh(&self, template: TemplateView, task_id: &TaskId) {
        let core = &self.core;
        let begun = core.now();
        let mut failures: u32 = 0;
        let mut pause = self.pace();
        loop {
            core.ports.clock.sleep(pause).await;
            if core.now() - begun > GIVEN_UP_AFTER {
                return self.give_up_refresh(&template);
            }
            pause = self.pace();
            let Some(session) = core.sessions.current() else {
                self.miss_refresh(&template, Code::NotSignedIn.into());
                continue;
            };
            match core.api.task(&session, &task_id.0).await {
                Ok(task) => {
                    failures = 0;
                    let refresh = refresh_of(task_id, &task);
                    if refresh.status.has_ended() {
                        return self.end_refresh(template, refresh).await;
                    }
                    self.tell_refresh(&template, refresh);
                }
                Err(failure) => {
                    tracing::info!(%failure, "a look at an analysis failed");
                    if failure.status() == Some(401) {
                        self.lose_session(&session).await;
                    }
                    let refusal = refusal_of(&failure);
                    let is_gone = refusal.code == Code::NotFound;
                    self.miss_refresh(&template, refusal);
                    if is_gone {
                        return self.give_up_refresh(&template);
                    }
                    failures = failures.saturating_add(1);
                    let asked = failure.retry_after();
                    pause = asked.map_or_else(
                        || {
                            pause
                                .saturating_mul(1 << failures.min(7))
                                .min(LONGEST_PAUSE)
                        },
                        |asked| asked.clamp(pause, LONGEST_ASKED),
                    );
                }
            }
        }
    }

    fn pace(&self) -> Duration {
        let core = &self.core;
        core.server.pace(core.preferences().poll_seconds)
    }

    /// The analysis has ended: the template is told as the service has it now.
    async fn end_refresh(&self, template: TemplateView, refresh: RefreshView) {
        let template_id = template.template_id.clone();
        self.core
            .catalogue
            .refreshes
            .put(&template_id, refresh.clone());
        match self.known_template(&template_id).await {
            Ok(fresh) => self.core.tell(Event::Template(fresh)),
            Err(refusal) => {
                tracing::info!(%refusal, "a template could not be read after its analysis");
                let is_stale = template.is_stale && refresh.status != TaskStatus::Completed;
                let template = TemplateView {
                    is_stale,
                    ..template
                };
                self.tell_refresh(&template, refresh);
            }
        }
    }

    /// A look failed: the analysis goes on there all the same.
    fn miss_refresh(&self, template: &TemplateView, refusal: Refusal) {
        if let Some(known) = self.core.catalogue.refreshes.of(&template.template_id) {
            let refusal = Some(refusal);
            self.tell_refresh(template, RefreshView { refusal, ..known });
        }
    }

    /// Nobody looks any more: what is known of it says so by its refusal, and it can be asked for
    /// again.
    fn give_up_refresh(&self, template: &TemplateView) {
        if let Some(known) = self.core.catalogue.refreshes.of(&template.template_id) {
            let status = TaskStatus::Failed;
            let refusal = known.refusal.clone().or(Some(Code::AnalysisFailed.into()));
            self.tell_refresh(
                template,
                RefreshView {
                    status,
                    refusal,
                    ..known
                },
            );
        }
    }

    fn tell_refresh(&self, template: &TemplateView, refresh: RefreshView) {
        let refreshes = &self.core.catalogue.refreshes;
        if refreshes.of(&template.template_id).as_ref() == Some(&refresh) {
            return;
        }
        refreshes.put(&template.template_id, refresh.clone());
        let refresh = Some(refresh);
        self.core.tell(Event::Template(TemplateView {
            refresh,
            ..template.clone()
        }));
    }
}

fn refresh_of(task_id: &TaskId, task: &Task) -> RefreshView {
    let status = tasks::status(&task.status);
    let refusal = match status {
        TaskStatus::Cancelled => Some(Code::Cancelled.into()),
        TaskStatus::Failed | TaskStatus::Dead => Some(failed(task.error.as_deref())),
        _ => None,
    };
    RefreshView {
        task_id: task_id.clone(),
        status,
        progress: task.progress,
        refusal,
    }
}

fn failed(error: Option<&str>) -> Refusal {
    let refusal = Refusal::new(Code::AnalysisFailed);
    match error.map(str::trim).filter(|error| !error.is_empty()) {
        Some(detail) => refusal.with("detail", detail),
        None => refusal,
    }
}
