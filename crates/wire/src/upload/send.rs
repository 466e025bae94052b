//! Sending an upload and waiting for its answer.

use std::pin::pin;
use std::sync::Arc;

use reqwest::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use reqwest::{Method, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use tokio::time::{Instant, sleep_until};
use url::Url;

use super::body::{Shared, pieces};
use super::layout::Layout;
use super::{Hooks, Multipart};
use crate::{Client, Credential, Failure, Json, answer};

impl Client {
    /// POST of a multipart form, with its exact length announced.
    ///
    /// Dropping the future cancels the upload: not one more piece leaves after that. An answer that
    /// comes before the whole body has left counts as the answer. In every failure, `reached` says
    /// whether the gate had let the last piece go.
    ///
    /// # Errors
    /// See [`Failure`]; [`Failure::Source`] when the file is no longer what it was, and
    /// [`Failure::Withheld`] when the gate said no.
    pub async fn post_multipart<T: DeserializeOwned>(
        &self,
        url: Url,
        credential: Option<&Credential>,
        form: Multipart,
        hooks: Hooks,
    ) -> Result<Json<T>, Failure> {
        let layout = Layout::of(form);
        let shared = Shared::new();
        // However this future ends, the body in the connection's task ends with it.
        let _abandoned = AbandonOnDrop(Arc::clone(&shared));
        let request = self
            .order(Method::POST, url, credential)?
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, &layout.content_type)
            .header(CONTENT_LENGTH, layout.total())
            .body(reqwest::Body::wrap_stream(pieces(
                layout,
                hooks,
                Arc::clone(&shared),
            )));
        let response = self.watched(request, &shared).await?;
        answer::json(response, shared.reached(), self.settings.read_timeout).await
    }

    /// Waits for the head of the answer as long as the upload moves.
    async fn watched(&self, request: RequestBuilder, shared: &Shared) -> Result<Response, Failure> {
        let mut answer = pin!(request.send());
        loop {
            let limit = if shared.is_handed_over() {
                self.settings.upload_answer_timeout
            } else {
                self.settings.read_timeout
            };
            let until = shared.moved() + limit;
            if Instant::now() >= until {
                return Err(Failure::silence(shared.reached(), limit));
            }
            tokio::select! {
                answer = &mut answer => return answer.map_err(|error| {
                    shared.fault().unwrap_or_else(|| Failure::transport(error, shared.reached()))
                }),
                () = sleep_until(until) => {}
            }
        }
    }
}

struct AbandonOnDrop(Arc<Shared>);

impl Drop for AbandonOnDrop {
    fn drop(&mut self) {
        self.0.abandon();
    }
}
