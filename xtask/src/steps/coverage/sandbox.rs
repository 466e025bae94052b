//! What the sandbox says of itself.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::axis::Endpoint;
use crate::project::Project;
use crate::shell;
use crate::steps::build;

/// The document that the sandbox makes of its routes.
pub struct Described(Value);

/// Asks the sandbox for a service's, by the `reel` that was built last.
pub fn described(project: &Project, service: &str) -> Result<Described> {
    let reel = project.built("reel");
    if !reel.is_file() {
        build::reel_alone(project)?;
    }
    let text =
        shell::answer(Command::new(reel).args(["sandbox", "--openapi", "--service", service]))
            .context("the sandbox does not describe itself")?;
    let document = serde_json::from_str(&text).context("the sandbox's document is no JSON")?;
    Ok(Described(document))
}

impl Described {
    /// Whether there is a route.
    pub fn has(&self, endpoint: &Endpoint) -> Option<String> {
        self.operation(endpoint).map(|_| "route".to_owned())
    }

    /// Where a parameter is taken: the place that the document names.
    pub fn has_parameter(&self, endpoint: &Endpoint, name: &str) -> Option<String> {
        let operation = self.operation(endpoint)?;
        let listed = operation
            .get("parameters")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .find(|parameter| is_called(parameter["name"].as_str(), name))
            .and_then(|parameter| parameter["in"].as_str())
            .map(str::to_owned);
        listed.or_else(|| {
            let bodies = operation.pointer("/requestBody/content")?.as_object()?;
            bodies.iter().find_map(|(kind, body)| {
                let schema = self.resolved(&body["schema"]);
                let fields = schema.get("properties")?.as_object()?;
                let known = fields.keys().any(|field| is_called(Some(field), name));
                known.then(|| kind.rsplit('/').next().unwrap_or(kind).to_owned())
            })
        })
    }

    /// What stands in a path's braces is a name of each document's own.
    fn operation(&self, endpoint: &Endpoint) -> Option<&Value> {
        let wanted = nameless(&endpoint.path);
        let paths = self.0.get("paths")?.as_object()?;
        let (_, path) = paths.iter().find(|(path, _)| nameless(path) == wanted)?;
        path.get(endpoint.method.to_lowercase())
    }

    fn resolved<'a>(&'a self, schema: &'a Value) -> &'a Value {
        schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|name| self.0.pointer(name.trim_start_matches('#')))
            .unwrap_or(schema)
    }
}

/// A path without the names of what is filled in.
fn nameless(path: &str) -> Vec<&str> {
    let part = |part| match part {
        part if str::starts_with(part, '{') => "{}",
        part => part,
    };
    path.split('/').map(part).collect()
}

/// A list in a query may be written with brackets.
fn is_called(name: Option<&str>, wanted: &str) -> bool {
    name.is_some_and(|name| name.trim_end_matches("[]") == wanted)
}
