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
use crate::{Client, Credential, Failure, Json, Reached, answer};

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
        self.post_layout(url, credential, Layout::of(form), hooks)
            .await
    }

    /// POST of a JSON value that may cost: `hooks` is asked before any of its body leaves.
    ///
    /// Dropping the future before the gate has said yes means that the service never has the
    /// request. In every failure, `reached` says whether the gate had said yes.
    ///
    /// # Errors
    /// See [`Failure`]; [`Failure::Withheld`] when the gate said no.
    pub async fn post_json_gated<T: DeserializeOwned>(
        &self,
        url: Url,
        credential: Option<&Credential>,
        body: &serde_json::Value,
        hooks: Hooks,
    ) -> Result<Json<T>, Failure> {
        let layout = Layout::of_json(body.to_string().into_bytes());
        self.post_layout(url, credential, layout, hooks).await
    }

    /// POST without a body that may cost. The request is complete with its head, so `hooks` is asked
    /// before there is a connection.
    ///
    /// # Errors
    /// See [`Failure`]; [`Failure::Withheld`] when the gate said no.
    pub async fn post_gated<T: DeserializeOwned>(
        &self,
        url: Url,
        credential: Option<&Credential>,
        hooks: Hooks,
    ) -> Result<Json<T>, Failure> {
        let request = self
            .order(Method::POST, url, credential)?
            .header(ACCEPT, "application/json")
            .header(CONTENT_LENGTH, 0);
        (hooks.before_last)().await.map_err(|_| Failure::Withheld)?;
        self.json(request, Reached::MaybeSent).await
    }

    async fn post_layout<T: DeserializeOwned>(
        &self,
        url: Url,
        credential: Option<&Credential>,
        layout: Layout,
        hooks: Hooks,
    ) -> Result<Json<T>, Failure> {
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
