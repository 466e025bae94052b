//! One request on its way: path, parameters, body, and what its answer should not have had.

use std::time::SystemTime;

use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;
use wire::upload::{FilePart, Hooks, Multipart};
use wire::{Credential, Failure, Json, OriginError};

use crate::anomaly::{self, Anomaly, AnomalyKind, Endpoint, Inspected};
use crate::{Api, Session, text};

/// Parameters of a query, or fields of a form, in order. What is not there is not sent.
#[derive(Debug, Default)]
pub(crate) struct Pairs(Vec<(&'static str, String)>);

impl Pairs {
    /// A parameter that may be missing; an empty one is.
    pub(crate) fn with(mut self, name: &'static str, value: Option<impl ToString>) -> Self {
        let value = value.map(|value| value.to_string());
        self.0.extend(
            value
                .filter(|value| !value.is_empty())
                .map(|value| (name, value)),
        );
        self
    }

    /// A list as one parameter with commas.
    pub(crate) fn joined<T: AsRef<str>>(self, name: &'static str, values: &[T]) -> Self {
        let words: Vec<&str> = values.iter().map(AsRef::as_ref).collect();
        self.with(name, Some(words.join(",")))
    }

    /// A list as a parameter repeated.
    pub(crate) fn repeated(mut self, name: &'static str, values: &[String]) -> Self {
        self.0
            .extend(values.iter().map(|value| (name, value.clone())));
        self
    }

    fn check(&self) -> Result<(), Failure> {
        self.0
            .iter()
            .try_for_each(|(name, value)| text::check(name, value))
    }
}

/// A request to one endpoint.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    api: &'a Api,
    endpoint: Endpoint,
    ids: Vec<(&'static str, &'a str)>,
    query: Pairs,
    session: Option<&'a Session>,
    expected: &'static [u16],
    /// When it was made, which is when it leaves.
    asked: Option<SystemTime>,
}

impl Api {
    /// A read of the endpoint that the contract writes so.
    pub(crate) fn get(&self, path: &'static str) -> Call<'_> {
        self.call("GET", path)
    }

    /// A write to the endpoint that the contract writes so.
    pub(crate) fn post(&self, path: &'static str) -> Call<'_> {
        self.call("POST", path)
    }

    fn call(&self, method: &'static str, path: &'static str) -> Call<'_> {
        Call {
            api: self,
            endpoint: Endpoint { method, path },
            ids: Vec::new(),
            query: Pairs::default(),
            session: None,
            expected: &[],
            asked: self.asked(),
        }
    }
}

impl<'a> Call<'a> {
    /// Who asks. Without it the request carries no credential.
    pub(crate) fn by(mut self, session: &'a Session) -> Self {
        self.session = Some(session);
        self
    }

    /// What stands in the path for `{name}`.
    pub(crate) fn id(mut self, name: &'static str, value: &'a str) -> Self {
        self.ids.push((name, value));
        self
    }

    /// The query.
    pub(crate) fn query(mut self, query: Pairs) -> Self {
        self.query = query;
        self
    }

    /// Errors that are documented for this endpoint beside the common ones.
    pub(crate) fn may_answer(mut self, statuses: &'static [u16]) -> Self {
        self.expected = statuses;
        self
    }

    /// GET.
    pub(crate) async fn read<T: DeserializeOwned>(self) -> Result<Json<T>, Failure> {
        let answer = self.api.client().get_json(self.url()?, self.credential());
        self.heard(answer.await)
    }

    /// GET of an answer in which internal fields might stand.
    pub(crate) async fn read_inspected<T: DeserializeOwned>(
        self,
    ) -> Result<Json<Inspected<T>>, Failure> {
        let (api, endpoint) = (self.api, self.endpoint);
        let answer = self.read::<Inspected<T>>().await?;
        for field in &answer.value.internal {
            let kind = AnomalyKind::InternalField {
                field: field.clone(),
            };
            api.notice(Anomaly { endpoint, kind });
        }
        Ok(answer)
    }

    /// POST of a JSON value, or of nothing.
    pub(crate) async fn send<T: DeserializeOwned>(
        self,
        body: Option<&Value>,
    ) -> Result<T, Failure> {
        body.map_or(Ok(()), text::check_body)?;
        let url = self.url()?;
        let answer = self.api.client().post_json(url, self.credential(), body);
        self.heard(answer.await).map(|answer| answer.value)
    }

    /// POST of a JSON value, or of nothing, that may cost: the gate is asked before it can be whole.
    pub(crate) async fn order<T: DeserializeOwned>(
        self,
        body: Option<&Value>,
        hooks: Hooks,
    ) -> Result<T, Failure> {
        body.map_or(Ok(()), text::check_body)?;
        let (url, client) = (self.url()?, self.api.client());
        let answer = match body {
            Some(body) => {
                client
                    .post_json_gated(url, self.credential(), body, hooks)
                    .await
            }
            None => client.post_gated(url, self.credential(), hooks).await,
        };
        self.heard(answer).map(|answer| answer.value)
    }

    /// POST of a form, its file last and streamed.
    pub(crate) async fn upload<T: DeserializeOwned>(
        self,
        fields: Pairs,
        file: Option<(&'static str, FilePart)>,
        hooks: Hooks,
    ) -> Result<T, Failure> {
        fields.check()?;
        let mut form = Multipart::new();
        for (name, value) in fields.0 {
            form = form.text(name, value);
        }
        if let Some((name, mut file)) = file {
            // A file's name may be in no encoding at all, and its extension is all that counts.
            file.file_name = file.file_name.replace('\u{FFFD}', "_");
            form = form.file(name, file);
        }
        let url = self.url()?;
        let answer = self
            .api
            .client()
            .post_multipart(url, self.credential(), form, hooks);
        self.heard(answer.await).map(|answer| answer.value)
    }

    fn credential(&self) -> Option<&'a Credential> {
        self.session.map(Session::credential)
    }

    fn heard<T>(&self, answer: Result<Json<T>, Failure>) -> Result<Json<T>, Failure> {
        match &answer {
            Ok(answer) => self.api.note_date(self.asked, answer.date()),
            Err(failure) => {
                let anomaly = anomaly::in_failure(self.endpoint, self.expected, failure);
                if let Some(anomaly) = anomaly {
                    self.api.notice(anomaly);
                }
            }
        }
        answer
    }

    /// The address: every placeholder filled, percent-encoded, and one segment whatever it holds.
    fn url(&self) -> Result<Url, Failure> {
        self.query.check()?;
        let mut url = self.api.origin().at("/");
        let mut path = url
            .path_segments_mut()
            .map_err(|()| Failure::Address(OriginError::Malformed))?;
        path.clear();
        for segment in self.endpoint.path.split('/').skip(1) {
            path.push(match placeholder(segment) {
                Some(name) => self.id_for(name)?,
                None => segment,
            });
        }
        drop(path);
        if !self.query.0.is_empty() {
            url.query_pairs_mut().extend_pairs(&self.query.0);
        }
        Ok(url)
    }

    fn id_for(&self, name: &str) -> Result<&'a str, Failure> {
        let id = self.ids.iter().find(|(known, _)| *known == name);
        match id {
            // The dots would lead to another endpoint, and nothing would too.
            None | Some((_, "" | "." | "..")) => Err(Failure::Address(OriginError::Malformed)),
            Some((_, id)) => text::check(name, id).map(|()| *id),
        }
    }
}

/// How many entries there are beyond this page (`X-Total-Count`).
pub(crate) fn total_count<T>(answer: &Json<T>) -> Option<u64> {
    answer.header("x-total-count")?.trim().parse().ok()
}

fn placeholder(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}
