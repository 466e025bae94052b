//! A deployment that gives one recorded answer, and keeps what it was asked.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::IntoResponse;
use hubfluencer::{Api, IdempotencyKey, Origin, Secret, Session};
use serde_json::Value;
use wire::{Client, Settings};

#[derive(Clone)]
pub struct Recorded {
    status: StatusCode,
    headers: HeaderMap,
    body: Arc<Mutex<String>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

/// One request: its address, its headers and its body.
#[derive(Clone, Debug)]
pub struct Asked {
    pub method: String,
    pub uri: String,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Asked {
    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.uri)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The JSON that was sent, if any was.
    pub fn json(&self) -> Option<Value> {
        (!self.body.is_empty()).then(|| serde_json::from_slice(&self.body).unwrap())
    }
}

pub fn client() -> Client {
    Client::new(Settings::new("reelwright-test/1")).unwrap()
}

pub fn session(origin: &Origin) -> Session {
    Session::new(origin.clone(), Secret::new("hf_pat_s3cret".to_owned())).unwrap()
}

pub fn key(text: &str) -> IdempotencyKey {
    text.parse().unwrap()
}

/// A deployment with this one answer.
pub async fn deployment(status: u16, body: &str) -> (Api, Session, Recorded) {
    deployment_with(status, &[("content-type", "application/json")], body).await
}

pub async fn deployment_with(
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: &str,
) -> (Api, Session, Recorded) {
    let (origin, recorded) = server(status, headers, body).await;
    (
        Api::new(client(), origin.clone()),
        session(&origin),
        recorded,
    )
}

/// A server with this one answer, whatever it is asked.
pub async fn server(
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: &str,
) -> (Origin, Recorded) {
    let recorded = Recorded {
        status: StatusCode::from_u16(status).unwrap(),
        headers: headers
            .iter()
            .map(|(name, value)| {
                (
                    name.parse::<header::HeaderName>().unwrap(),
                    value.parse().unwrap(),
                )
            })
            .collect(),
        body: Arc::new(Mutex::new(body.to_owned())),
        asked: Arc::default(),
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap())
        .parse()
        .unwrap();
    let router = Router::new().fallback(answer).with_state(recorded.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (origin, recorded)
}

impl Recorded {
    /// The last request.
    pub fn asked(&self) -> Asked {
        self.asked.lock().unwrap().last().unwrap().clone()
    }

    /// How many requests there were.
    pub fn count(&self) -> usize {
        self.asked.lock().unwrap().len()
    }

    /// From now on, this answer.
    pub fn say(&self, body: impl Into<String>) {
        *self.body.lock().unwrap() = body.into();
    }
}

async fn answer(
    State(recorded): State<Recorded>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> impl IntoResponse {
    recorded.asked.lock().unwrap().push(Asked {
        method: method.to_string(),
        uri: uri.to_string(),
        headers,
        body: body.to_vec(),
    });
    let body = recorded.body.lock().unwrap().clone();
    (recorded.status, recorded.headers, body)
}
