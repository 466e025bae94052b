//! Making a failed task again: a paying call, and so by the same rules as an order.
//!
//! [`review`] says what it means and makes the one confirmation, [`sending`] makes the call,
//! [`doubt`] finds out what became of one whose answer was lost, [`RetryPhase`](crate::journal::RetryPhase)
//! says which step may follow which.

mod causes;
mod doubt;
mod review;
mod sending;

use std::sync::{Arc, Mutex};

use contract::{Anomaly, Code, NextStep, Refusal, RetryId, TaskStatus, TaskView};
use tokio::sync::watch;

use review::ReviewedRetry;

use crate::journal::Failed;
use crate::{Studio, links};

/// The retries of this run.
pub(crate) struct Retries {
    /// The one review that may be sent: a newer one makes it void.
    review: Mutex<Option<Arc<ReviewedRetry>>>,
    /// Who has it sends: one at a time.
    turn: tokio::sync::Mutex<()>,
    /// Who has it settles one as taken: until its order goes on, it is not over.
    adopting: tokio::sync::Mutex<()>,
    /// Whether one has left and its answer is awaited.
    awaited: watch::Sender<bool>,
}

impl Default for Retries {
    fn default() -> Self {
        Self {
            review: Mutex::default(),
            turn: tokio::sync::Mutex::default(),
            adopting: tokio::sync::Mutex::default(),
            awaited: watch::Sender::new(false),
        }
    }
}

impl Retries {
    /// Resolves when no retry of this process awaits its answer.
    pub(crate) async fn answered(&self) {
        // The sender lives in `self`.
        let _ = self.awaited.subscribe().wait_for(|awaited| !awaited).await;
    }
}

impl Studio {
    /// The service's own top-up link of a refused retry, exactly as it came.
    ///
    /// # Errors
    /// [`Code::JournalFailed`].
    pub async fn retry_top_up_link(&self, retry_id: &RetryId) -> Result<Option<String>, Refusal> {
        self.core.journal.retry_top_up_link(retry_id).await
    }

    /// Opens that link, unaltered.
    ///
    /// # Errors
    /// [`Code::Unknown`] where there is none, or none that may be opened; [`Code::JournalFailed`].
    pub async fn open_retry_top_up(&self, retry_id: &RetryId) -> Result<(), Refusal> {
        match self.retry_top_up_link(retry_id).await? {
            // The refusal that told of the link has named its host.
            Some(link) if self.open_shown_link(&link, links::host(&link).as_deref()) => Ok(()),
            _ => Err(Refusal::new(Code::Unknown).then(NextStep::None)),
        }
    }

    /// Flags those of these tasks that have failed again after two retries (contract, "Proactively
    /// flag anomalies").
    pub(crate) async fn notice_failures(&self, tasks: impl Iterator<Item = &TaskView>) {
        let failed: Vec<Failed> = tasks
            .filter(|task| matches!(task.status, TaskStatus::Failed | TaskStatus::Dead))
            .map(|task| Failed {
                task_id: task.task_id.clone(),
                finished_at: task.finished_at,
            })
            .collect();
        if failed.is_empty() {
            return;
        }
        let core = &self.core;
        match core.journal.failed_again(&core.server_name, failed).await {
            Ok(again) => {
                for task_id in again {
                    self.notice(Anomaly::FailedAgain { task_id }).await;
                }
            }
            Err(refusal) => tracing::warn!(%refusal, "failures were not compared with the retries"),
        }
    }
}
