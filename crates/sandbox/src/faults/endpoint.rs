//! Naming the endpoint that a fault is meant for.

use std::{fmt, str::FromStr};

/// An endpoint, as the contract writes it: a path in which `{id}` stands for any one segment, and
/// optionally the method. `{*rest}` at the end stands for everything that follows.
///
/// As text: `/api/tasks`, `GET:/api/tasks/{task_id}`, `/api/{*rest}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    method: Option<String>,
    path: String,
}

/// A text that names no endpoint: its path doesn't begin with a slash.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such endpoint: {0}")]
pub struct UnknownEndpoint(String);

impl Endpoint {
    /// Whether a request goes there.
    pub(crate) fn is_meant(&self, method: &str, path: &str) -> bool {
        if self.method.as_ref().is_some_and(|wanted| wanted != method) {
            return false;
        }
        let mut given = path.split('/');
        for wanted in self.path.split('/') {
            if wanted.starts_with("{*") {
                return given.next().is_some();
            }
            match given.next() {
                Some(part) if part == wanted => {}
                Some(part) if wanted.starts_with('{') && !part.is_empty() => {}
                _ => return false,
            }
        }
        given.next().is_none()
    }
}

impl FromStr for Endpoint {
    type Err = UnknownEndpoint;

    fn from_str(text: &str) -> Result<Self, UnknownEndpoint> {
        let (method, path) = match text.split_once(':') {
            Some((method, path)) => (Some(method.to_uppercase()), path),
            None => (None, text),
        };
        if !path.starts_with('/') {
            return Err(UnknownEndpoint(text.to_owned()));
        }
        Ok(Self {
            method,
            path: path.to_owned(),
        })
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(method) = &self.method {
            write!(formatter, "{method}:")?;
        }
        formatter.write_str(&self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_told_by_path_and_method() {
        let meant = |endpoint: &str, method: &str, path: &str| {
            let endpoint: Endpoint = endpoint.parse().unwrap();
            endpoint.is_meant(method, path)
        };
        assert!(meant("/api/tasks", "GET", "/api/tasks"));
        assert!(!meant("/api/tasks", "GET", "/api/tasks/7"));
        assert!(meant("/api/tasks/{id}", "GET", "/api/tasks/7"));
        assert!(!meant("/api/tasks/{id}", "GET", "/api/tasks/7/content"));
        assert!(meant("post:/api/products", "POST", "/api/products"));
        assert!(!meant("POST:/api/products", "GET", "/api/products"));
        assert!(meant("/api/{*rest}", "GET", "/api/tasks/7/content"));
        assert!(!meant("/api/{*rest}", "GET", "/SKILL.json"));
        assert!("tasks".parse::<Endpoint>().is_err());
    }
}
