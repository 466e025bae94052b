//! The service at one origin.

use serde::de::DeserializeOwned;
use url::Url;
use wire::{Client, Failure, Json, Origin};

use crate::Session;

/// Riffkit's API at one deployment. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Api {
    client: Client,
    origin: Origin,
}

impl Api {
    /// The API of this deployment.
    pub fn new(client: Client, origin: Origin) -> Self {
        Self { client, origin }
    }

    /// Which deployment.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) async fn get<T: DeserializeOwned>(
        &self,
        path: &str,
        query: &[(&str, String)],
        session: Option<&Session>,
    ) -> Result<T, Failure> {
        Ok(self
            .fetch(self.origin.at(path), query, session)
            .await?
            .value)
    }

    /// GET at a path given in segments, of which some are ids of the service.
    pub(crate) async fn get_at<T: DeserializeOwned>(
        &self,
        segments: &[&str],
        query: &[(&str, String)],
        session: Option<&Session>,
    ) -> Result<Json<T>, Failure> {
        let mut url = self.origin.at("/");
        if let Ok(mut path) = url.path_segments_mut() {
            // `..` as an id would leave the endpoint; `push` passes over it.
            path.clear().extend(segments);
        }
        self.fetch(url, query, session).await
    }

    async fn fetch<T: DeserializeOwned>(
        &self,
        mut url: Url,
        query: &[(&str, String)],
        session: Option<&Session>,
    ) -> Result<Json<T>, Failure> {
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        self.client
            .get_json(url, session.map(Session::credential))
            .await
    }
}
