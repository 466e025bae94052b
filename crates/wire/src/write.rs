//! Writes that cost nothing: JSON or nothing sent, JSON or nothing answered.

use reqwest::Method;
use reqwest::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;

use crate::client::JSON_TYPE;
use crate::{Client, Credential, Failure, IdempotencyKey, Json, Reached, answer, idempotency};

/// How a write changes what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Adds.
    Post,
    /// Replaces.
    Put,
    /// Changes a part.
    Patch,
    /// Removes.
    Delete,
}

impl From<Verb> for Method {
    fn from(verb: Verb) -> Self {
        match verb {
            Verb::Post => Self::POST,
            Verb::Put => Self::PUT,
            Verb::Patch => Self::PATCH,
            Verb::Delete => Self::DELETE,
        }
    }
}

/// A write.
#[derive(Clone, Copy, Debug)]
pub struct Write<'a> {
    /// How.
    pub verb: Verb,
    /// The JSON that is sent, if any.
    pub body: Option<&'a Value>,
    /// What makes asking twice safe, where the service knows such keys.
    pub key: Option<&'a IdempotencyKey>,
}

impl Client {
    /// A write whose answer is a JSON value, or nothing: an answer without a body, such as a 204, is
    /// read as JSON's `null`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn write<T: DeserializeOwned>(
        &self,
        url: Url,
        credential: Option<&Credential>,
        write: Write<'_>,
    ) -> Result<Json<T>, Failure> {
        let mut request = self
            .order(write.verb.into(), url, credential)?
            .header(ACCEPT, "application/json");
        if let Some(key) = write.key {
            request = request.header(idempotency::IDEMPOTENCY_KEY, key.header());
        }
        request = match write.body {
            Some(body) => request.header(CONTENT_TYPE, JSON_TYPE).json(body),
            None if write.verb == Verb::Delete => request,
            None => request.header(CONTENT_LENGTH, 0),
        };
        let idle = self.settings.read_timeout;
        let response = answer::head(request, Reached::MaybeSent, idle).await?;
        answer::json_or_nothing(response, Reached::MaybeSent, idle).await
    }
}
