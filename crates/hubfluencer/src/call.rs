//! One request on its way: path, body, key.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use url::Url;
use wire::upload::{Hooks, Order};
use wire::{Failure, IdempotencyKey, OriginError, Verb, Write};

use crate::envelope::Enveloped;
use crate::{Api, Session};

/// Fields of a JSON body. What is not there is not sent.
#[derive(Debug, Default)]
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    /// A field that is always sent.
    pub(crate) fn of(name: &'static str, value: impl Into<Value>) -> Self {
        Self::default().with(name, value)
    }

    /// One more field that is always sent.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    /// A field that may be missing. A word that is none (`Other("")`) is sent as `null`.
    pub(crate) fn maybe<T: Serialize>(mut self, name: &'static str, value: &Option<T>) -> Self {
        // The values here are texts, numbers and lists of them: each of them is JSON.
        if let Some(Ok(value)) = value.as_ref().map(serde_json::to_value) {
            self.0.insert(name.to_owned(), value);
        }
        self
    }
}

impl From<Fields> for Value {
    fn from(fields: Fields) -> Self {
        Self::Object(fields.0)
    }
}

/// A request to one endpoint.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    api: &'a Api,
    verb: Option<Verb>,
    path: &'static str,
    ids: Vec<(&'static str, String)>,
    session: Option<&'a Session>,
    key: Option<&'a IdempotencyKey>,
    body: Option<Value>,
}

impl Api {
    /// A read of the endpoint that the contract writes so.
    pub(crate) fn get(&self, path: &'static str) -> Call<'_> {
        self.call(None, path)
    }

    /// A write to the endpoint that the contract writes so.
    pub(crate) fn post(&self, path: &'static str) -> Call<'_> {
        self.call(Some(Verb::Post), path)
    }

    /// A replacement at the endpoint that the contract writes so.
    pub(crate) fn put(&self, path: &'static str) -> Call<'_> {
        self.call(Some(Verb::Put), path)
    }

    /// A change at the endpoint that the contract writes so.
    pub(crate) fn patch(&self, path: &'static str) -> Call<'_> {
        self.call(Some(Verb::Patch), path)
    }

    /// A removal at the endpoint that the contract writes so.
    pub(crate) fn delete(&self, path: &'static str) -> Call<'_> {
        self.call(Some(Verb::Delete), path)
    }

    fn call(&self, verb: Option<Verb>, path: &'static str) -> Call<'_> {
        Call {
            api: self,
            verb,
            path,
            ids: Vec::new(),
            session: None,
            key: None,
            body: None,
        }
    }
}

impl<'a> Call<'a> {
    /// Who asks.
    pub(crate) fn by(mut self, session: &'a Session) -> Self {
        self.session = Some(session);
        self
    }

    /// What stands in the path for `{name}`.
    pub(crate) fn id(mut self, name: &'static str, value: impl ToString) -> Self {
        self.ids.push((name, value.to_string()));
        self
    }

    /// What makes asking twice safe.
    pub(crate) fn named(mut self, key: &'a IdempotencyKey) -> Self {
        self.key = Some(key);
        self
    }

    /// The JSON that is sent.
    pub(crate) fn body(mut self, fields: Fields) -> Self {
        self.body = Some(fields.into());
        self
    }

    /// Sends it.
    pub(crate) async fn answer<T: DeserializeOwned>(self) -> Result<T, Failure> {
        let (url, client) = (self.url()?, self.api.client());
        let credential = self.session.map(Session::credential);
        let answer = match self.verb {
            None => client.get_json::<Enveloped<T>>(url, credential).await,
            Some(verb) => {
                let write = Write {
                    verb,
                    body: self.body.as_ref(),
                    key: self.key,
                };
                client.write(url, credential, write).await
            }
        };
        answer.map(|answer| answer.value.0)
    }

    /// Sends it; whatever a success says doesn't matter.
    pub(crate) async fn done(self) -> Result<(), Failure> {
        self.answer::<Value>().await.map(drop)
    }

    /// Sends an order that may cost: the gate is asked before it can be whole.
    pub(crate) async fn order<T: DeserializeOwned>(self, hooks: Hooks) -> Result<T, Failure> {
        let order = Order {
            body: self.body.as_ref(),
            key: self.key,
        };
        let credential = self.session.map(Session::credential);
        self.api
            .client()
            .post_order::<Enveloped<T>>(self.url()?, credential, order, hooks)
            .await
            .map(|answer| answer.value.0)
    }

    /// The address: every placeholder filled, percent-encoded, and one segment whatever it holds.
    fn url(&self) -> Result<Url, Failure> {
        let mut url = self.api.origin().at("/");
        let mut path = url
            .path_segments_mut()
            .map_err(|()| Failure::Address(OriginError::Malformed))?;
        path.clear();
        for segment in self.path.split('/').skip(1) {
            path.push(match placeholder(segment) {
                Some(name) => self.id_for(name)?,
                None => segment,
            });
        }
        drop(path);
        Ok(url)
    }

    fn id_for(&self, name: &str) -> Result<&str, Failure> {
        let id = self.ids.iter().find(|(known, _)| *known == name);
        match id.map(|(_, id)| id.as_str()) {
            // The dots would lead to another endpoint, and nothing would too.
            None | Some("" | "." | "..") => Err(Failure::Address(OriginError::Malformed)),
            Some(id) => Ok(id),
        }
    }
}

fn placeholder(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}
