//! A service of a test's own, for answers at moments that the sandbox can't be told to wait for.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::DATE;
use axum::response::{IntoResponse as _, Response};
use futures_util::future::BoxFuture;
use jiff::fmt::rfc2822::DateTimePrinter;
use serde_json::{Value, json};
use studio::ports::{Browser, BrowserFailed};
use url::Url;

use super::TestClock;

/// An answer: its status and its body.
pub type Answer = (u16, Value);

/// No browser: nobody has to sign in.
pub struct NoBrowser;

impl Browser for NoBrowser {
    fn open(&self, _: &str) -> Result<(), BrowserFailed> {
        Err(BrowserFailed)
    }
}

/// A service that answers the sign-in by itself, and approves at once.
#[derive(Clone)]
pub struct StandIn {
    pub url: Url,
    asked: Arc<Mutex<Vec<(String, Value)>>>,
    clock: Arc<Mutex<Option<TestClock>>>,
}

impl StandIn {
    /// Serves. `answer` is told method and target (`GET /api/auth/me`) once the whole request has
    /// come; where it has no answer of its own, the usual one is given.
    pub async fn start(
        answer: impl Fn(String) -> BoxFuture<'static, Option<Answer>> + Clone + Send + Sync + 'static,
    ) -> Self {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
            .await
            .unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        let stand_in = Self {
            url: url.parse().unwrap(),
            asked: Arc::default(),
            clock: Arc::default(),
        };
        let served = stand_in.clone();
        let router = Router::new().fallback(move |request: Request| {
            let (stand_in, answer) = (served.clone(), answer.clone());
            async move { stand_in.answered(request, answer).await }
        });
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        stand_in
    }

    /// Its answers are dated by this clock from now on, in place of the real one.
    pub(super) fn keep_time(&self, clock: &TestClock) {
        *self.clock.lock().unwrap() = Some(clock.clone());
    }

    /// How often this was asked.
    pub fn asked(&self, line: &str) -> usize {
        let asked = self.asked.lock().unwrap();
        asked
            .iter()
            .filter(|(asked, _)| asked.starts_with(line))
            .count()
    }

    /// The JSON that was sent with this last.
    pub fn sent(&self, line: &str) -> Value {
        let asked = self.asked.lock().unwrap();
        let mut sent = asked.iter().rev().filter(|(asked, _)| asked == line);
        sent.next().unwrap().1.clone()
    }

    async fn answered(
        &self,
        request: Request,
        answer: impl Fn(String) -> BoxFuture<'static, Option<Answer>>,
    ) -> Response {
        let line = format!("{} {}", request.method(), request.uri());
        let body = axum::body::to_bytes(request.into_body(), 1 << 20)
            .await
            .unwrap();
        let body = serde_json::from_slice(&body).unwrap_or_default();
        self.asked.lock().unwrap().push((line.clone(), body));
        let answer = answer(line.clone()).await;
        let (status, body) = answer.unwrap_or_else(|| self.usual(&line));
        let status = StatusCode::from_u16(status).unwrap();
        let mut response = (status, axum::Json(body)).into_response();
        if let Some(clock) = &*self.clock.lock().unwrap() {
            let date = DateTimePrinter::new().timestamp_to_rfc9110_string(&clock.now());
            let date = date.unwrap().parse().unwrap();
            response.headers_mut().insert(DATE, date);
        }
        response
    }

    fn usual(&self, line: &str) -> Answer {
        let page = format!("{}approve", self.url);
        let body = match line {
            "POST /api/skill/device/authorize" => json!({
                "device_code": "d", "user_code": "AB-CD", "verification_uri": page,
                "expires_in": 600, "interval": 5,
            }),
            "POST /api/skill/device/token" => json!({"status": "approved", "token": "another"}),
            "GET /api/auth/me" => json!({"id": "1", "email": "a@b.example"}),
            "GET /api/languages" => json!([{"code": "en", "name": "English"}]),
            _ => return (404, json!({"detail": "not found"})),
        };
        (200, body)
    }
}
