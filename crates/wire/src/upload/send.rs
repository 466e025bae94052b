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
use crate::idempotency::{IDEMPOTENCY_KEY, IdempotencyKey};
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
        let request = self.order(Method::POST, url, credential)?;
        self.post_layout(request, Layout::of(form), hooks).await
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
        let order = Order::of(Some(body));
        self.post_order(url, credential, order, hooks).await
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
        self.post_order(url, credential, Order::of(None), hooks)
            .await
    }

    /// POST of an order that may cost, of JSON or of nothing, named by its key where it has one.
    /// `hooks` is asked as [`Client::post_json_gated`] and [`Client::post_gated`] have it.
    ///
    /// # Errors
    /// See [`Failure`]; [`Failure::Withheld`] when the gate said no.
    pub async fn post_order<T: DeserializeOwned>(
        &self,
        url: Url,
        credential: Option<&Credential>,
        order: Order<'_>,
        hooks: Hooks,
    ) -> Result<Json<T>, Failure> {
        let mut request = self.order(Method::POST, url, credential)?;
        if let Some(key) = order.key {
            request = request.header(IDEMPOTENCY_KEY, key.header());
        }
        if let Some(body) = order.body {
            let layout = Layout::of_json(body.to_string().into_bytes());
            return self.post_layout(request, layout, hooks).await;
        }
        let request = request
            .header(ACCEPT, "application/json")
            .header(CONTENT_LENGTH, 0);
        (hooks.before_last)().await.map_err(|_| Failure::Withheld)?;
        self.json(request, Reached::MaybeSent).await
    }

    async fn post_layout<T: DeserializeOwned>(
        &self,
        request: RequestBuilder,
        layout: Layout,
        hooks: Hooks,
    ) -> Result<Json<T>, Failure> {
        let request = request.header(ACCEPT, "application/json");
        let (response, reached) = self.send_layout(request, layout, hooks).await?;
        answer::json(response, reached, self.settings.read_timeout).await
    }

    /// Sends a body and waits for the head of the answer; says whether its end had left by then.
    pub(super) async fn send_layout(
        &self,
        request: RequestBuilder,
        layout: Layout,
        hooks: Hooks,
    ) -> Result<(Response, Reached), Failure> {
        let shared = Shared::new();
        // However this future ends, the body in the connection's task ends with it.
        let _abandoned = AbandonOnDrop(Arc::clone(&shared));
        let mut request = request.header(CONTENT_LENGTH, layout.total());
        if let Some(content_type) = &layout.content_type {
            request = request.header(CONTENT_TYPE, content_type);
        }
        let body = pieces(layout, hooks, Arc::clone(&shared));
        let request = request.body(reqwest::Body::wrap_stream(body));
        let response = self.watched(request, &shared).await?;
        // It counts as the answer: what has not left by now does not leave.
        Ok((response, shared.abandon()))
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
                return Err(Failure::silence(shared.abandon(), limit));
            }
            tokio::select! {
                answer = &mut answer => return answer.map_err(|error| {
                    // Before it is said what has left, so that nothing leaves after it.
                    let reached = shared.abandon();
                    shared.fault().unwrap_or_else(|| Failure::transport(error, reached))
                }),
                () = sleep_until(until) => {}
            }
        }
    }
}

/// An order: its JSON, if it has any, and its name.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// What is sent.
    pub body: Option<&'a serde_json::Value>,
    /// What makes asking twice safe, where the service knows such keys.
    pub key: Option<&'a IdempotencyKey>,
}

impl<'a> Order<'a> {
    fn of(body: Option<&'a serde_json::Value>) -> Self {
        Self { body, key: None }
    }
}

struct AbandonOnDrop(Arc<Shared>);

impl Drop for AbandonOnDrop {
    fn drop(&mut self) {
        self.0.abandon();
    }
}
