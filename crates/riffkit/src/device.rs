//! Sign-in by device authorization (contract, "Authentication"; field notes, "Sign-in").

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use wire::{Detail, Failure, Origin, Reached, Secret};

use crate::{Api, Session};

/// Seconds until a flow expires when the service doesn't say (contract).
const EXPIRES_IN: f64 = 600.0;
/// Seconds between polls when the service doesn't say (contract).
const INTERVAL: f64 = 5.0;

/// The secret that the polls are made with. Never shown, logged or stored.
#[derive(Clone, Debug)]
pub struct DeviceCode(Secret);

/// A sign-in that waits for its person.
#[derive(Clone, Debug)]
pub struct Authorization {
    /// For the polls.
    pub device_code: DeviceCode,
    /// The short code that the approval page shows too.
    pub user_code: String,
    /// The approval page.
    pub verification_uri: String,
    /// The approval page with the code filled in; the bare page when the service gives no other.
    pub verification_uri_complete: String,
    /// How long the flow lives.
    pub expires_in: Duration,
    /// Pause before every poll, the first included.
    pub interval: Duration,
}

/// What one poll says.
#[derive(Clone, Debug)]
pub enum PollAnswer {
    /// Not approved yet.
    Pending {
        /// A new pause between polls.
        interval: Option<Duration>,
    },
    /// Approved.
    Approved(Session),
    /// Nobody approved in time.
    Expired,
    /// The person pressed Deny.
    Denied,
    /// The service doesn't know the flow.
    Invalid,
    /// The flow was used already.
    Consumed,
    /// 429: the flow is alive, but polled too fast.
    Wait {
        /// How long the service asks to wait.
        retry_after: Option<Duration>,
    },
    /// A status that the contract doesn't have. Polling on until the flow expires is safe.
    Other(String),
}

#[derive(Deserialize)]
struct Authorized {
    device_code: String,
    #[serde(deserialize_with = "lenient::id")]
    user_code: String,
    verification_uri: String,
    #[serde(default, deserialize_with = "lenient::text")]
    verification_uri_complete: Option<String>,
    #[serde(default, deserialize_with = "lenient::number")]
    expires_in: Option<f64>,
    #[serde(default, deserialize_with = "lenient::number")]
    interval: Option<f64>,
}

#[derive(Deserialize)]
struct Polled {
    status: String,
    #[serde(default, deserialize_with = "lenient::text")]
    token: Option<String>,
    #[serde(default, deserialize_with = "lenient::number")]
    interval: Option<f64>,
}

impl Api {
    /// Starts a sign-in. `client` is a label shown at the approval
    /// (`^[a-z0-9][a-z0-9-]{0,63}$`; newer deployments).
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn authorize(&self, client: Option<&str>) -> Result<Authorization, Failure> {
        let label = client.map(|client| json!({ "client": client }));
        let answer: Authorized = self
            .post("/api/skill/device/authorize")
            .send(label.as_ref())
            .await?;
        let complete = answer.verification_uri_complete;
        Ok(Authorization {
            device_code: DeviceCode(Secret::new(answer.device_code)),
            user_code: answer.user_code,
            verification_uri_complete: complete.unwrap_or_else(|| answer.verification_uri.clone()),
            verification_uri: answer.verification_uri,
            expires_in: seconds(answer.expires_in.unwrap_or(EXPIRES_IN)),
            interval: seconds(answer.interval.unwrap_or(INTERVAL)),
        })
    }

    /// Asks once whether the person has approved.
    ///
    /// # Errors
    /// See [`Failure`]. A 403 is fatal (a proxy); no answer and 5xx are not: the flow lives on.
    pub async fn poll_token(&self, device_code: &DeviceCode) -> Result<PollAnswer, Failure> {
        let body = json!({ "device_code": device_code.0.expose() });
        let poll = self.post("/api/skill/device/token");
        match poll.send::<Polled>(Some(&body)).await {
            Ok(answer) => understood(self.origin(), answer),
            Err(failure) => refused(failure),
        }
    }
}

fn understood(origin: &Origin, answer: Polled) -> Result<PollAnswer, Failure> {
    if answer.status != "approved" {
        return Ok(word(&answer.status, answer.interval));
    }
    let session = answer
        .token
        .and_then(|token| Session::new(origin.clone(), Secret::new(token)).ok());
    session
        .map(PollAnswer::Approved)
        .ok_or_else(|| Failure::NotTheService {
            status: 200,
            content_type: None,
            path: Some("token".to_owned()),
            reached: Reached::MaybeSent,
        })
}

/// The dead statuses come as 400 with the JSON body, and too many polls as 429.
fn refused(failure: Failure) -> Result<PollAnswer, Failure> {
    match &failure {
        Failure::Status {
            status: 429,
            retry_after,
            ..
        } => Ok(PollAnswer::Wait {
            retry_after: *retry_after,
        }),
        Failure::Status {
            status: 400,
            detail,
            ..
        } => {
            let status = match detail {
                Detail::Text(text) => Some(text.as_str()),
                object => object
                    .get("status")
                    .or_else(|| object.get("error"))
                    .and_then(|s| s.as_str()),
            };
            let interval = detail.get("interval").and_then(lenient::number_of);
            // Only words of the flow: any other text of a 400 is an error like elsewhere.
            match status.map(|status| word(status, interval)) {
                None | Some(PollAnswer::Other(_)) => Err(failure),
                Some(answer) => Ok(answer),
            }
        }
        _ => Err(failure),
    }
}

fn word(status: &str, interval: Option<f64>) -> PollAnswer {
    match status {
        "authorization_pending" => PollAnswer::Pending {
            interval: interval.map(seconds),
        },
        "expired" => PollAnswer::Expired,
        "denied" => PollAnswer::Denied,
        "invalid" => PollAnswer::Invalid,
        "consumed" => PollAnswer::Consumed,
        other => PollAnswer::Other(other.chars().take(100).collect()),
    }
}

/// Seconds of the service, held between one and a day.
fn seconds(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds.clamp(1.0, 86_400.0))
}
