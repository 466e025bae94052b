//! Reads of the service: with the session, tried again where that may help.

use std::sync::Arc;

use contract::Refusal;
use riffkit::Session;
use wire::Failure;
use wire::retry::Policy;

use crate::Studio;

impl Studio {
    /// Makes a read with the session, a few times where its failures are passing ones.
    ///
    /// # Errors
    /// [`contract::Code::NotSignedIn`], or the refusal of the last try.
    pub(crate) async fn read<T, F>(&self, ask: impl Fn(Arc<Session>) -> F) -> Result<T, Refusal>
    where
        F: Future<Output = Result<T, Failure>>,
    {
        let clock = &self.core.ports.clock;
        self.authorised(|session| async move {
            wire::retry::reads(
                &Policy::default(),
                |pause| clock.sleep(pause),
                || ask(Arc::clone(&session)),
            )
            .await
        })
        .await
    }
}
