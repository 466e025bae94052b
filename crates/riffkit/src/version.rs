//! The version of the contract that the service publishes.

use serde::Deserialize;
use wire::Failure;

use crate::Api;

#[derive(Deserialize)]
struct Published {
    #[serde(deserialize_with = "lenient::id")]
    version: String,
}

impl Api {
    /// `GET /SKILL.json`: the version of the contract (`1.1.0`). Carries no credential.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn published_version(&self) -> Result<String, Failure> {
        let published: Published = self
            .get("/SKILL.json")
            .may_answer(&[404])
            .read()
            .await?
            .value;
        Ok(published.version)
    }
}
