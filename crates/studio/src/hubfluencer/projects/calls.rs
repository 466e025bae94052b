//! Calls about a project, and what their refusals mean for what is known of it.

use std::sync::Arc;

use contract::{Code, ProjectKey, ProjectView, Refusal};
use hubfluencer::{Api, Session};
use wire::Failure;

use crate::Studio;
use crate::hubfluencer::Bucket;

impl Studio {
    /// What is known of a project, asked where nothing is.
    pub(super) async fn known_or_read(&self, key: &ProjectKey) -> Result<ProjectView, Refusal> {
        match self.known_project(key).await? {
            Some(view) => Ok(view),
            None => self.project(key).await,
        }
    }

    /// Makes a call at the pace that the service allows for its kind.
    pub(super) async fn paced<T, F>(
        &self,
        bucket: Bucket,
        call: impl FnOnce(Api, Arc<Session>) -> F,
    ) -> Result<T, Refusal>
    where
        F: Future<Output = Result<T, Failure>>,
    {
        let clock = self.core.ports.clock.as_ref();
        self.core.hub.pace.turn(clock, bucket).await;
        self.hub_authorised(call).await
    }

    /// A refusal that says how the project stands now: it is read anew, so that what is shown says so
    /// too. A project that is gone is taken off by that.
    pub(super) async fn refused(&self, key: &ProjectKey, refusal: Refusal) -> Refusal {
        let tells_its_state = matches!(
            refusal.code,
            Code::AutopilotActive
                | Code::BatchActive
                | Code::AlreadyRunning
                | Code::NotFinishedYet
                | Code::FootageNotReady
                | Code::NotFound
        );
        if tells_its_state && let Err(unread) = self.project(key).await {
            tracing::info!(%unread, "a project could not be read after a refusal");
        }
        refusal
    }
}
