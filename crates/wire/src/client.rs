//! The one HTTP client of the program.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use reqwest::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::{Method, RequestBuilder, redirect, retry};
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::Url;

use crate::answer::{self, Json};
use crate::{Credential, Failure, Origin, Outage, Reached, redacted};

/// Media type of a JSON body, with its charset said (contract, "API reference").
pub(crate) const JSON_TYPE: &str = "application/json; charset=utf-8";

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

/// Connections to one host that are kept open for the next part of a file, and how long: shorter
/// than any usual server keeps them.
const KEPT: usize = 8;
const KEPT_FOR: Duration = Duration::from_secs(10);

/// Sends requests. Cheap to clone.
///
/// It follows no redirect by itself (only [`Client::get_stream`] does, under its own rules), repeats
/// nothing, asks for English, and talks plain http to this machine only.
#[derive(Clone, Debug)]
pub struct Client {
    pools: Arc<Pools>,
    pub(crate) settings: Settings,
}

/// The connections, by what they are for. Each pool is made when it is first needed: reading the
/// system's certificates takes up to a tenth of a second, and few programs need all of them.
#[derive(Debug, Default)]
struct Pools {
    /// Plain http, to this machine: the system's proxy is for other ones. No connection is kept.
    loopback: Pool,
    /// The same for puts, as [`Pools::objects`] has it.
    loopback_puts: Pool,
    reads: Pool,
    /// Every order gets a connection of its own: one that had been kept open might be closed by the
    /// service at that very moment, and the order would be in doubt for nothing.
    orders: Pool,
    /// A put to a presigned address may be made again, and so may a read of a file: the connection is
    /// used for the next one, which spares that a round trip or two and the slow beginning of a new one.
    objects: Pool,
}

type Pool = OnceLock<Result<reqwest::Client, NoClient>>;

/// What a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    Read,
    /// Of a file, or of a range of one: several come at once, each over a connection of its own.
    File,
    Order,
    Put,
}

impl Client {
    /// A client with these settings.
    ///
    /// # Errors
    /// When the user agent can't stand in a header. TLS that can't be set up shows at the first
    /// request, as [`Outage::Tls`].
    pub fn new(settings: Settings) -> Result<Self, NoClient> {
        HeaderValue::from_str(&settings.user_agent).map_err(|error| NoClient(error.to_string()))?;
        Ok(Self {
            pools: Arc::default(),
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
            request = request.header(CONTENT_TYPE, JSON_TYPE).json(body);
        }
        self.json(request, Reached::MaybeSent).await
    }

    pub(crate) async fn json<T: DeserializeOwned>(
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
        self.request(Purpose::Read, method, url, credential)
    }

    /// A read of a file, over a connection that may have been kept open.
    pub(crate) fn file(
        &self,
        url: Url,
        credential: Option<&Credential>,
    ) -> Result<RequestBuilder, Failure> {
        self.request(Purpose::File, Method::GET, url, credential)
    }

    /// A request that may cost, over a connection of its own.
    pub(crate) fn order(
        &self,
        method: Method,
        url: Url,
        credential: Option<&Credential>,
    ) -> Result<RequestBuilder, Failure> {
        self.request(Purpose::Order, method, url, credential)
    }

    /// A put of an object, which may be made again, over a connection that may have been kept open by
    /// the put before it. No credential: the address is one.
    pub(crate) fn put(&self, url: Url) -> Result<RequestBuilder, Failure> {
        self.request(Purpose::Put, Method::PUT, url, None)
    }

    fn request(
        &self,
        purpose: Purpose,
        method: Method,
        url: Url,
        credential: Option<&Credential>,
    ) -> Result<RequestBuilder, Failure> {
        // Plain http passes as an origin only where it stays on this machine.
        Origin::of(&url)?;
        let client = self.pool(purpose, url.scheme() == "http");
        let client = client
            .as_ref()
            .map_err(|NoClient(cause)| Failure::NoAnswer {
                reached: Reached::NotSent,
                kind: Outage::Tls,
                cause: cause.clone(),
            })?;
        tracing::debug!(%method, url = redacted(&url), "request");
        let proof = credential.and_then(|credential| credential.header_for(&url));
        let mut request = client.request(method, url);
        if let Some((name, value)) = proof {
            request = request.header(name, value);
        }
        Ok(request)
    }

    fn pool(&self, purpose: Purpose, is_plain: bool) -> &Result<reqwest::Client, NoClient> {
        let (pools, common) = (&*self.pools, || common(&self.settings));
        let plain = || common().no_proxy().tls_certs_only([]);
        match (is_plain, purpose) {
            (true, Purpose::Read | Purpose::File | Purpose::Order) => {
                (pools.loopback).get_or_init(|| built(plain().pool_max_idle_per_host(0)))
            }
            (true, Purpose::Put) => (pools.loopback_puts).get_or_init(|| built(kept_open(plain()))),
            (false, Purpose::Read) => pools.reads.get_or_init(|| built(common())),
            (false, Purpose::Order) => {
                (pools.orders).get_or_init(|| built(common().pool_max_idle_per_host(0)))
            }
            (false, Purpose::Put | Purpose::File) => {
                (pools.objects).get_or_init(|| built(kept_open(common())))
            }
        }
    }
}

fn built(builder: reqwest::ClientBuilder) -> Result<reqwest::Client, NoClient> {
    builder
        .build()
        .map_err(|error| NoClient(error.without_url().to_string()))
}

fn kept_open(builder: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    builder
        .pool_max_idle_per_host(KEPT)
        .pool_idle_timeout(KEPT_FOR)
        // Several parts, or ranges, over one connection would share its speed.
        .http1_only()
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

#[cfg(test)]
mod tests;
