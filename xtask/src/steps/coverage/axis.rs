//! The contract's endpoints and parameters.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// An endpoint as the contract writes it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Endpoint {
    /// `GET` or `POST`.
    pub method: String,
    /// With `{names}` for what is filled in.
    pub path: String,
    /// Of the query, the form or the body.
    #[serde(default)]
    pub parameters: Vec<String>,
}

impl Endpoint {
    /// Method and path.
    pub fn title(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The names that stand in the path.
    pub fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.path
            .split('/')
            .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
    }
}

#[derive(Deserialize)]
struct Axis {
    endpoint: Vec<Endpoint>,
}

/// Reads the list.
pub fn read(path: &Path) -> Result<Vec<Endpoint>> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("{} can't be read", path.display()))?;
    let axis: Axis =
        toml::from_str(&text).with_context(|| format!("{} is not a list", path.display()))?;
    ensure!(
        axis.endpoint.len() > 20,
        "{} is not the whole contract",
        path.display()
    );
    Ok(axis.endpoint)
}
