//! What the service lists of the time in which an order must have been taken.

use std::collections::{BTreeMap, HashMap, HashSet};

use contract::{Code, Millis, Refusal};
use jiff::Timestamp;
use riffkit::{FormulaQuery, FormulaSort, Task, TaskKind, TaskQuery, User};

use super::matching::{Batch, Facts};
use super::window::Window;
use crate::Studio;

/// Entries of a page of tasks (contract: at most 500).
const TASKS_PAGE: u32 = 500;
/// Entries of a page of templates.
const TEMPLATES_PAGE: u32 = 100;
/// Pages that are read of either list: more in so short a time are nobody's own.
const MOST_PAGES: u32 = 20;
/// The lists are asked for a little more than is looked at.
const MARGIN: Millis = 60 * 1000;

/// What was read of a list.
#[derive(Clone, Copy, Debug)]
struct Pages {
    /// Every entry could be read.
    is_whole: bool,
    /// The service went by the kind that it was asked for.
    are_by_kind: bool,
}

/// What the lists say.
pub(super) struct Listed {
    pub(super) batches: Vec<Batch>,
    pub(super) facts: Facts,
    /// Whether every task of the window was read: only then it is known what is missing.
    pub(super) is_whole: bool,
}

impl Studio {
    /// Reads the service's lists of a window.
    ///
    /// # Errors
    /// Those of the reads.
    pub(super) async fn listed(
        &self,
        window: &Window,
        has_new_source: bool,
    ) -> Result<Listed, Refusal> {
        let api = &self.core.api;
        let asks = self.core.sessions.current().ok_or(Code::NotSignedIn)?;
        let me: User = self
            .read(|session| async move { api.me(&session).await })
            .await?;
        self.name_session(&asks, &me).await;
        let mut tasks = BTreeMap::new();
        let mut is_whole = true;
        let mut are_by_kind = true;
        for kind in [TaskKind::Analyze, TaskKind::Pipeline] {
            let pages = self.list_tasks(window, kind, &mut tasks).await?;
            is_whole &= pages.is_whole;
            are_by_kind &= pages.are_by_kind;
        }
        let has_analysis = |task: &Task| task.kind == TaskKind::Analyze;
        if has_new_source && !are_by_kind && !tasks.values().any(has_analysis) {
            // Of a new source nothing but its analysis is listed at first.
            is_whole &= self.lists_analyses().await?;
        }
        let named = tasks.values().filter_map(|task| task.formula_id.clone());
        let named = named.collect();
        let templates = if has_new_source {
            self.templates_since(window.from).await?
        } else {
            Vec::new()
        };
        let mut batches: BTreeMap<String, Vec<Task>> = BTreeMap::new();
        for task in tasks.into_values() {
            // Without a batch it is nobody's order: a template is analysed anew.
            if let Some(batch_id) = task.batch_id.clone() {
                batches.entry(batch_id).or_default().push(task);
            }
        }
        let batches = batches.into_iter().map(|(batch_id, tasks)| Batch {
            batch_id,
            tasks,
            is_whole: false,
        });
        let templates = templates.into_iter();
        Ok(Listed {
            batches: batches.collect(),
            facts: Facts {
                templates: templates
                    .map(|template| (template.id.clone(), template))
                    .collect(),
                lengths: HashMap::new(),
                named,
                user_id: Some(me.id),
            },
            is_whole,
        })
    }

    /// A batch with all of its tasks. As it is where the service does not know it (yet).
    ///
    /// # Errors
    /// Those of the read.
    pub(super) async fn whole(&self, batch: Batch) -> Result<Batch, Refusal> {
        let (api, batch_id) = (&self.core.api, batch.batch_id.as_str());
        let read = self
            .read(|session| async move { api.batch(&session, batch_id).await })
            .await;
        match read {
            Ok(status) if !status.tasks.is_empty() => Ok(Batch {
                batch_id: batch.batch_id,
                is_whole: status.skipped == 0,
                tasks: status.tasks,
            }),
            Ok(_) => Ok(batch),
            Err(refusal) if refusal.code == Code::NotFound => Ok(batch),
            Err(refusal) => Err(refusal),
        }
    }

    /// Lengths of the sources of these batches' templates, as far as they are analysed. What can't be
    /// read says nothing.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`].
    pub(super) async fn lengths_of(
        &self,
        batches: &[Batch],
    ) -> Result<HashMap<String, Option<f64>>, Refusal> {
        let api = &self.core.api;
        let mut lengths = HashMap::new();
        for formula_id in batches.iter().filter_map(Batch::analysed_template) {
            let read = self
                .read(|session| async move { api.formula(&session, formula_id).await })
                .await;
            match read {
                Ok(detail) => {
                    let told = detail.extraction_summary;
                    let length = told.map(|summary| summary.duration_seconds);
                    lengths.extend(length.map(|length| (formula_id.to_owned(), length)));
                }
                Err(refusal) if refusal.code == Code::NotSignedIn => return Err(refusal),
                Err(refusal) => tracing::info!(%refusal, "a new template could not be read"),
            }
        }
        Ok(lengths)
    }

    /// The tasks of one batch, from the list of tasks: for where the batch itself is not found.
    ///
    /// # Errors
    /// Those of the reads.
    pub(crate) async fn tasks_listed_of(
        &self,
        batch_id: &str,
        from: Millis,
        until: Millis,
    ) -> Result<Vec<Task>, Refusal> {
        let window = Window::between(from, until);
        let mut tasks = BTreeMap::new();
        for kind in [TaskKind::Analyze, TaskKind::Pipeline] {
            self.list_tasks(&window, kind, &mut tasks).await?;
        }
        let is_of_it = |task: &Task| task.batch_id.as_deref() == Some(batch_id);
        Ok(tasks.into_values().filter(is_of_it).collect())
    }

    /// Reads every page of one kind of task, or of all where the service takes no such filter.
    async fn list_tasks(
        &self,
        window: &Window,
        kind: TaskKind,
        tasks: &mut BTreeMap<String, Task>,
    ) -> Result<Pages, Refusal> {
        let query = TaskQuery {
            r#type: Some(kind),
            date_from: moment(window.from - MARGIN).map(Into::into),
            date_to: moment(window.until + MARGIN).map(Into::into),
            limit: Some(TASKS_PAGE),
            ..TaskQuery::default()
        };
        match self.read_pages(query.clone(), tasks).await {
            // It may take no other kind than the one that the contract advises to ask for: then all of
            // them are asked for.
            Err(refusal) if refusal.code == Code::ServiceRefused => {
                let of_all_kinds = TaskQuery {
                    r#type: None,
                    ..query
                };
                let is_whole = self.read_pages(of_all_kinds, tasks).await?;
                Ok(Pages {
                    is_whole,
                    are_by_kind: false,
                })
            }
            read => Ok(Pages {
                is_whole: read?,
                are_by_kind: true,
            }),
        }
    }

    /// Reads page after page. Whether all could be read.
    async fn read_pages(
        &self,
        mut query: TaskQuery,
        tasks: &mut BTreeMap<String, Task>,
    ) -> Result<bool, Refusal> {
        let api = &self.core.api;
        let (mut passed, mut is_whole) = (0, true);
        let mut known = HashSet::new();
        for _ in 0..MOST_PAGES {
            query.offset = (passed > 0).then_some(passed);
            let asked = &query;
            let page = self
                .read(|session| async move { api.tasks(&session, asked).await })
                .await?;
            let seen = count(page.items.len() + page.skipped);
            passed += seen;
            is_whole &= page.skipped == 0;
            let before = known.len();
            for task in page.items {
                known.insert(task.id.clone());
                tasks.insert(task.id.clone(), task);
            }
            let is_last = match page.total {
                Some(total) => passed >= total,
                // Its pages may be smaller than they were asked to be: the last one brings nothing new.
                None => known.len() == before,
            };
            if seen == 0 || is_last {
                return Ok(is_whole);
            }
        }
        Ok(false)
    }

    /// Whether a service that is asked for tasks of any kind has ever listed an analysis among them:
    /// only then it says something that there is none.
    async fn lists_analyses(&self) -> Result<bool, Refusal> {
        let api = &self.core.api;
        let latest = TaskQuery {
            limit: Some(TASKS_PAGE),
            ..TaskQuery::default()
        };
        let asked = &latest;
        let page = self
            .read(|session| async move { api.tasks(&session, asked).await })
            .await?;
        Ok(page.items.iter().any(|task| task.kind == TaskKind::Analyze))
    }

    /// The templates that were made since a moment of the service's clock, newest first.
    async fn templates_since(&self, since: Millis) -> Result<Vec<riffkit::Formula>, Refusal> {
        let api = &self.core.api;
        let mut query = FormulaQuery {
            sort: Some(FormulaSort::NewestFirst),
            limit: Some(TEMPLATES_PAGE),
            ..FormulaQuery::default()
        };
        let (mut found, mut passed) = (Vec::new(), 0);
        for _ in 0..MOST_PAGES {
            query.offset = (passed > 0).then_some(passed);
            let asked = &query;
            let page = self
                .read(|session| async move { api.formulas(&session, asked).await })
                .await?;
            let seen = count(page.items.len() + page.skipped);
            passed += seen;
            let is_older = |template: &riffkit::Formula| {
                let made = template.created_at.map(|moment| moment.as_millisecond());
                made.is_some_and(|made| made < since)
            };
            let is_last = seen == 0 || page.items.iter().any(is_older);
            // The older ones too: a batch of one of them is known to be none of a new source.
            found.extend(page.items);
            if is_last || page.total.is_some_and(|total| passed >= total) {
                break;
            }
        }
        Ok(found)
    }
}

/// Whole seconds: the service's filter takes no less for granted.
fn moment(millis: Millis) -> Option<Timestamp> {
    Timestamp::from_second(millis.div_euclid(1_000)).ok()
}

fn count(entries: usize) -> u64 {
    u64::try_from(entries).unwrap_or(u64::MAX)
}
