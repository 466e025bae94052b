//! The service's tasks as the page knows them: what is looked for, what was heard of it, and what is
//! being decided about one. Lives in the store, so that it is there when one comes back.

use contract::{
    Refusal, RetryId, TASKS_PAGE, TaskDetail, TaskId, TaskPage, TaskQuery, TaskStats, TeamView, ask,
};
use leptos::prelude::*;

use crate::app::{Page, Paged, Piece, Store};
use crate::components::tiles::Slice;
use crate::pages::Asked;

/// What the Queue page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QueueTab {
    /// What was ordered here.
    #[default]
    Orders,
    /// The service's own list.
    Tasks,
}

/// A retry that lacks seconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortage {
    /// Whose link leads to more.
    pub retry_id: RetryId,
    /// What the service said.
    pub refusal: Refusal,
}

/// The tasks. Copy: parts of the page share it.
#[derive(Clone, Copy)]
pub struct TaskDesk {
    /// What the Queue page shows.
    pub tab: RwSignal<QueueTab>,
    /// What is looked for. Change it by [`TaskDesk::look_for`].
    pub query: RwSignal<TaskQuery>,
    /// What was heard of it.
    pub list: Paged<TaskDetail>,
    /// Counts for the badges.
    pub stats: Asked<TaskStats>,
    /// Who may have submitted one.
    pub team: Asked<TeamView>,
    /// The task that somebody may want to cancel: its question is open.
    pub cancelling: RwSignal<Option<TaskId>>,
    /// The task that somebody may want to have made again: its sheet is open.
    pub retrying: RwSignal<Option<TaskId>>,
    /// The retry that lacks seconds: the sheet about them is open.
    pub short: RwSignal<Option<Shortage>>,
    /// The task that was cancelled or retried last. Whoever shows it takes it up.
    pub news: RwSignal<Option<TaskDetail>>,
}

impl TaskDesk {
    /// Nothing heard yet.
    pub fn new() -> Self {
        Self {
            tab: RwSignal::new(QueueTab::Orders),
            query: RwSignal::new(TaskQuery::default()),
            list: Paged::new(|a, b| a.task.task_id == b.task.task_id),
            stats: Asked::new(),
            team: Asked::new(),
            cancelling: RwSignal::new(None),
            retrying: RwSignal::new(None),
            short: RwSignal::new(None),
            news: RwSignal::new(None),
        }
    }

    /// Looks for others.
    pub fn look_for(self, change: impl FnOnce(&mut TaskQuery)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        if query != self.query.get_untracked() {
            self.query.set(query);
            self.look();
        }
    }

    /// Somebody came to the list: it is read, or read again.
    pub fn visited(self) {
        if self.list.heard.get_untracked() {
            self.again();
        } else {
            self.look();
        }
        if self.team.is_unasked() {
            self.team.ask(ask::GetTeam {});
        }
    }

    /// Reads the list's beginning and the counts anew, without moving the person.
    pub fn again(self) {
        if self.list.refusal.with_untracked(Option::is_some) {
            return self.look();
        }
        let query = self.piece_from(0);
        self.list.again(ask::ListTasks { query }, piece);
        self.count();
    }

    /// The window shows another part of the list.
    pub fn showing(self, drawn: Slice) {
        if self.list.is_near_end(drawn) {
            self.more();
        }
    }

    /// Asks for what follows.
    pub fn more(self) {
        self.list.more(
            |_, heard| ask::ListTasks {
                query: self.piece_from(heard),
            },
            piece,
        );
    }

    /// Takes up one that changed.
    pub fn change(self, detail: TaskDetail) {
        self.list.change(&detail);
        self.news.set(Some(detail));
    }

    /// Shows what one member submitted.
    pub fn see_of(self, store: Store, user_id: &str) {
        self.tab.set(QueueTab::Tasks);
        self.look_for(|query| {
            *query = TaskQuery {
                submitted_by: user_id.to_owned(),
                ..TaskQuery::default()
            };
        });
        store.page.set(Page::Queue);
    }

    /// Forgets all of it: the next to sign in may be somebody else.
    pub fn forget(self) {
        self.query.set(TaskQuery::default());
        self.list.forget();
        self.stats.forget();
        self.team.forget();
        self.cancelling.set(None);
        self.retrying.set(None);
        self.short.set(None);
        self.news.set(None);
    }

    fn look(self) {
        let query = self.piece_from(0);
        self.list.begin(ask::ListTasks { query }, piece);
        self.count();
    }

    fn count(self) {
        let query = self.query.get_untracked();
        self.stats.ask(ask::GetTaskStats { query });
    }

    fn piece_from(self, heard: usize) -> TaskQuery {
        TaskQuery {
            limit: TASKS_PAGE,
            offset: u32::try_from(heard).unwrap_or(u32::MAX),
            ..self.query.get_untracked()
        }
    }
}

/// An answer as a piece of the list. Where the service did not say how many there are, a full
/// answer may be followed by another.
fn piece(page: TaskPage) -> Piece<TaskDetail> {
    let end = u64::from(page.offset) + page.tasks.len() as u64;
    let has_more = match page.total {
        Some(total) => end < total,
        None => page.tasks.len() >= TASKS_PAGE as usize,
    };
    Piece {
        items: page.tasks,
        has_more,
        total: page.total,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::tasks::samples::detail;

    #[test]
    fn more_follows_until_the_services_own_number_is_reached() {
        let page = |offset, count: usize, total| TaskPage {
            tasks: vec![detail("t"); count],
            total,
            offset,
        };
        assert!(piece(page(0, 50, Some(51))).has_more);
        assert!(!piece(page(50, 1, Some(51))).has_more);
        assert!(piece(page(0, 50, None)).has_more);
        assert!(!piece(page(50, 49, None)).has_more);
    }
}
