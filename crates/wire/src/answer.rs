//! From a response to a value or a [`Failure`].

use std::time::{Duration, SystemTime};

use reqwest::Response;
use reqwest::header::{CONTENT_TYPE, DATE, HeaderMap};
use serde::de::DeserializeOwned;

use crate::{Detail, Failure, Outage, Reached, retry_after, weight};

/// Largest JSON answer that is read, in bytes.
const JSON_CAP: usize = 8 * 1024 * 1024;
/// Largest error answer that is read, in bytes.
const ERROR_CAP: usize = 64 * 1024;

/// A JSON answer.
#[derive(Debug)]
pub struct Json<T> {
    /// What the body says.
    pub value: T,
    headers: HeaderMap,
}

impl<T> Json<T> {
    /// A header of the answer, when it is there once and is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The moment of the service's own clock at which it answered (`Date`), to the second. None where
    /// it did not say, or where the answer was kept on the way (`Age`) and is older than it looks.
    pub fn date(&self) -> Option<SystemTime> {
        let is_fresh = self
            .header("age")
            .is_none_or(|age| age.trim().parse() == Ok(0_u32));
        let date = self.header(DATE.as_str()).filter(|_| is_fresh)?;
        httpdate::parse_http_date(date).ok()
    }
}

/// Reads a response to the end. `idle` is the longest wait for each piece of it.
pub(crate) async fn json<T: DeserializeOwned>(
    response: Response,
    reached: Reached,
    idle: Duration,
) -> Result<Json<T>, Failure> {
    Read::of(response, reached, idle).await?.value()
}

/// The same, where an answer without a body is one too: it is read as `null`.
pub(crate) async fn json_or_nothing<T: DeserializeOwned>(
    response: Response,
    reached: Reached,
    idle: Duration,
) -> Result<Json<T>, Failure> {
    let mut read = Read::of(response, reached, idle).await?;
    if read.body.is_empty() {
        read.body = b"null".to_vec();
    }
    read.value()
}

/// A whole answer in the 200s.
struct Read {
    status: u16,
    content_type: Option<String>,
    headers: HeaderMap,
    body: Vec<u8>,
    reached: Reached,
}

impl Read {
    async fn of(response: Response, reached: Reached, idle: Duration) -> Result<Self, Failure> {
        let response = success(response, reached, idle).await?;
        let status = response.status().as_u16();
        let content_type = content_type(response.headers());
        let headers = response.headers().clone();
        match body(response, JSON_CAP, reached, idle).await? {
            Body::Whole(body) if weight::can_be_held(&body) => Ok(Self {
                status,
                content_type,
                headers,
                body,
                reached,
            }),
            Body::Whole(_) | Body::TooLong => Err(Failure::NotTheService {
                status,
                content_type,
                path: None,
                reached,
            }),
        }
    }

    fn value<T: DeserializeOwned>(self) -> Result<Json<T>, Failure> {
        let mut reader = serde_json::Deserializer::from_slice(&self.body);
        serde_path_to_error::deserialize(&mut reader)
            .map(|value| Json {
                value,
                headers: self.headers,
            })
            .map_err(|error| Failure::NotTheService {
                status: self.status,
                content_type: self.content_type,
                // The error's own text may quote the body: only the place is kept.
                path: error.inner().is_data().then(|| error.path().to_string()),
                reached: self.reached,
            })
    }
}

/// Lets an answer in the 200s through; everything else becomes a failure.
pub(crate) async fn success(
    response: Response,
    reached: Reached,
    idle: Duration,
) -> Result<Response, Failure> {
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let content_type = content_type(response.headers());
    if !status.is_client_error() && !status.is_server_error() {
        // Nothing of a service's own redirects: a login page, a captive portal.
        return Err(Failure::NotTheService {
            status: status.as_u16(),
            content_type,
            path: None,
            reached,
        });
    }
    let retry_after = retry_after::read(response.headers(), SystemTime::now());
    // The status counts even where its words are lost with the connection.
    let detail = match body(response, ERROR_CAP, reached, idle).await {
        Ok(Body::Whole(body)) => Detail::read(content_type.as_deref(), &body),
        Ok(Body::TooLong) | Err(_) => Detail::None,
    };
    Err(Failure::Status {
        status: status.as_u16(),
        detail,
        retry_after,
        reached,
    })
}

enum Body {
    Whole(Vec<u8>),
    TooLong,
}

async fn body(
    mut response: Response,
    cap: usize,
    reached: Reached,
    idle: Duration,
) -> Result<Body, Failure> {
    let mut whole = Vec::new();
    loop {
        let piece = tokio::time::timeout(idle, response.chunk())
            .await
            .map_err(|_| Failure::silence(reached, idle))?
            .map_err(|error| Failure::transport(error, reached))?;
        match piece {
            None => return Ok(Body::Whole(whole)),
            Some(piece) if whole.len() + piece.len() > cap => return Ok(Body::TooLong),
            Some(piece) => whole.extend_from_slice(&piece),
        }
    }
}

pub(crate) fn content_type(headers: &HeaderMap) -> Option<String> {
    text(headers, CONTENT_TYPE.as_str())
}

/// A header as text, at most 200 characters of it.
pub(crate) fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    Some(
        headers
            .get(name)?
            .to_str()
            .ok()?
            .chars()
            .take(200)
            .collect(),
    )
}

/// Waits for the head of an answer, at most `idle`.
pub(crate) async fn head(
    request: reqwest::RequestBuilder,
    reached: Reached,
    idle: Duration,
) -> Result<Response, Failure> {
    match tokio::time::timeout(idle, request.send()).await {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(error)) => Err(Failure::transport(error, reached)),
        Err(_) => Err(Failure::NoAnswer {
            reached,
            kind: Outage::Timeout,
            cause: format!("no answer for {idle:?}"),
        }),
    }
}
