//! A deployment that gives one recorded answer, and keeps what it was asked.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::IntoResponse;
use riffkit::{Api, FilePart, Session};
use wire::{Client, Origin, Secret, Settings};

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
    pub body: String,
}

impl Asked {
    /// The fields of a multipart body without files, in order.
    pub fn fields(&self) -> Vec<(String, String)> {
        let parts = self
            .body
            .split("Content-Disposition: form-data; name=\"")
            .skip(1);
        let fields = parts.map(|part| {
            let (name, rest) = part.split_once('"').unwrap();
            let (_, value) = rest.split_once("\r\n\r\n").unwrap();
            let (value, _) = value.rsplit_once("\r\n--").unwrap();
            let value = value.split_once("\r\n--").map_or(value, |(value, _)| value);
            (name.to_owned(), value.to_owned())
        });
        fields.collect()
    }
}

pub fn client() -> Client {
    Client::new(Settings::new("reelwright-test/1")).unwrap()
}

pub fn session(origin: &Origin) -> Session {
    Session::new(origin.clone(), Secret::new("t0ken".to_owned())).unwrap()
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
    let origin: Origin = format!("http://{}", listener.local_addr().unwrap())
        .parse()
        .unwrap();
    let router = Router::new().fallback(answer).with_state(recorded.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (
        Api::new(client(), origin.clone()),
        session(&origin),
        recorded,
    )
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
    let body = String::from_utf8_lossy(&body).into_owned();
    recorded.asked.lock().unwrap().push(Asked {
        method: method.to_string(),
        uri: uri.to_string(),
        headers,
        body,
    });
    let body = recorded.body.lock().unwrap().clone();
    (recorded.status, recorded.headers, body)
}

/// A file of an upload, kept as long as its first half.
pub async fn file_part(name: &str, content: &str) -> (tempfile::NamedTempFile, FilePart) {
    let kept = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(kept.path(), content).unwrap();
    let part = FilePart {
        file: tokio::fs::File::open(kept.path()).await.unwrap(),
        length: content.len() as u64,
        file_name: name.to_owned(),
        content_type: riffkit::content_type_of(name).to_owned(),
    };
    (kept, part)
}
