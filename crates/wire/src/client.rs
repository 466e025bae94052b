//! The one HTTP client of the program.

use std::time::Duration;

use reqwest::header::{ACCEPT, ACCEPT_LANGUAGE, HeaderMap, HeaderValue};
use reqwest::{Method, RequestBuilder, redirect, retry};
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::Url;

use crate::answer::{self, Json};
use crate::{Credential, Failure, Origin, Reached, redacted};

/// How the client behaves.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What the program calls itself.
    pub user_agent: String,
    /// Longest wait for a connection, TLS included.
    pub connect_timeout: Duration,
    /// Longest silence: until an answer begins, and between its pieces. In an upload, longest time
    /// without any progress.
    pub read_timeout: Duration,
    /// Longest wait for the answer to an upload once all of it was handed over. The tail is still in
    /// the system's buffers then, and the service looks at the file before it answers.
    pub upload_answer_timeout: Duration,
}

impl Settings {
    /// Usual limits under this name.
    pub fn new(user_agent: impl Into<String>) -> Self {
        Self {
            user_agent: user_agent.into(),
            connect_timeout: Duration::from_secs(10),
            read_timeout: Duration::from_secs(30),
            upload_answer_timeout: Duration::from_secs(180),
        }
    }
}

/// The system's TLS could not be set up, or the user agent can't stand in a header.
#[derive(Debug, thiserror::Error)]
#[error("the HTTP client can't be built: {0}")]
pub struct NoClient(String);

/// Sends requests. Cheap to clone.
///
/// It follows no redirect by itself (only [`Client::get_stream`] does, under its own rules), repeats
/// nothing, asks for English, and talks plain http to this machine only.
#[derive(Clone, Debug)]
pub struct Client {
    reads: reqwest::Client,
    /// Every order gets a connection of its own: one that had been kept open might be closed by the
    /// service at that very moment, and the order would be in doubt for nothing.
    orders: reqwest::Client,
    /// The system's proxy is for other machines.
    loopback: reqwest::Client,
    pub(crate) settings: Settings,
}

impl Client {
    /// A client with these settings.
    ///
    /// # Errors
    /// When the system's TLS can't be set up.
    pub fn new(settings: Settings) -> Result<Self, NoClient> {
        let build = |builder: reqwest::ClientBuilder| {
            builder
                .build()
                .map_err(|error| NoClient(error.without_url().to_string()))
        };
        Ok(Self {
            reads: build(common(&settings))?,
            orders: build(common(&settings).pool_max_idle_per_host(0))?,
            loopback: build(common(&settings).pool_max_idle_per_host(0).no_proxy())?,
            settings,
        })
    }

    /// GET of a JSON value.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn get_json<T: DeserializeOwned>(
        &self,
        url: Url,
        credential: Option<&Credential>,
    ) -> Result<Json<T>, Failure> {
        let request = self
            .read(Method::GET, url, credential)?
            .header(ACCEPT, "application/json");
        self.json(request, Reached::MaybeSent).await
    }

    /// POST of a JSON value, or of nothing.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn post_json<B: Serialize + Sync + ?Sized, T: DeserializeOwned>(
        &self,
        url: Url,
        credential: Option<&Credential>,
        body: Option<&B>,
    ) -> Result<Json<T>, Failure> {
        let mut request = self
            .order(Method::POST, url, credential)?
            .header(ACCEPT, "application/json");
        if let Some(body) = body {
            request = request.json(body);
        }
        self.json(request, Reached::MaybeSent).await
    }

    async fn json<T: DeserializeOwned>(
        &self,
        request: RequestBuilder,
        reached: Reached,
    ) -> Result<Json<T>, Failure> {
        let idle = self.settings.read_timeout;
        answer::json(answer::head(request, reached, idle).await?, reached, idle).await
    }

    /// A request that changes nothing, over a connection that may have been kept open.
    pub(crate) fn read(
        &self,
        method: Method,
        url: Url,
        credential: Option<&Credential>,
    ) -> Result<RequestBuilder, Failure> {
        request(&self.reads, &self.loopback, method, url, credential)
    }

    /// A request that may cost, over a connection of its own.
    pub(crate) fn order(
        &self,
        method: Method,
        url: Url,
        credential: Option<&Credential>,
    ) -> Result<RequestBuilder, Failure> {
        request(&self.orders, &self.loopback, method, url, credential)
    }
}

fn common(settings: &Settings) -> reqwest::ClientBuilder {
    let mut headers = HeaderMap::new();
    // Some error texts are in another language otherwise (field notes, "Calls").
    headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static("en"));
    reqwest::Client::builder()
        .user_agent(&settings.user_agent)
        .default_headers(headers)
        .connect_timeout(settings.connect_timeout)
        .redirect(redirect::Policy::none())
        .retry(retry::never())
        .referer(false)
}

fn request(
    anywhere: &reqwest::Client,
    loopback: &reqwest::Client,
    method: Method,
    url: Url,
    credential: Option<&Credential>,
) -> Result<RequestBuilder, Failure> {
    let client = if Origin::of(&url)?.is_loopback() {
        loopback
    } else {
        anywhere
    };
    tracing::debug!(%method, url = redacted(&url), "request");
    let proof = credential.and_then(|credential| credential.header_for(&url));
    let mut request = client.request(method, url);
    if let Some((name, value)) = proof {
        request = request.header(name, value);
    }
    Ok(request)
}
