//! Sign-in by device authorization.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::{
    ToSchema,
    openapi::{Object, ObjectBuilder, Type, schema::SchemaType},
};

use super::{
    document::{BadRequest, Invalid, TooMany, field_note},
    json_body,
    problem::Problem,
};
use crate::{
    faults::Fault,
    moment::Millis,
    service::Service,
    signature::{digest, secret, user_code},
    state::{Decision, Flow, Session},
};

/// How long a sign-in stays open, in seconds (contract: 10 minutes).
pub(crate) const EXPIRES_IN: i64 = 600;
/// Sign-ins that are remembered; older ones become `invalid`.
const KEPT_FLOWS: usize = 200;
/// A poll may come this much before its time: timers are not exact.
const LEEWAY: Millis = 250;

/// The path of the approval page.
pub(crate) const APPROVAL_PATH: &str = "/skill/device";

/// The optional body of an authorization.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Authorize {
    /// A label that the approval page shows.
    #[schema(schema_with = label)]
    client: Option<String>,
}

/// The form of a client's label.
const LABEL: &str = "^[a-z0-9][a-z0-9-]{0,63}$";

fn label() -> Object {
    ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([Type::String, Type::Null]))
        .pattern(Some(LABEL))
        .extensions(Some(field_note()))
        .build()
}

fn seconds() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .extensions(Some(field_note()))
        .build()
}

/// A sign-in that has begun.
#[derive(Serialize, ToSchema)]
pub(crate) struct DeviceAuthorization {
    /// Secret: what the client polls with.
    device_code: String,
    /// What the person compares.
    user_code: String,
    verification_uri: String,
    verification_uri_complete: String,
    /// Seconds until it runs out.
    expires_in: i64,
    /// Seconds between polls.
    interval: i64,
}

/// Begins a sign-in. A body is optional.
#[utoipa::path(
    post,
    path = "/api/skill/device/authorize",
    request_body(content = Option<Authorize>, extensions(("x-field-note" = json!(true)))),
    responses((status = 200, body = DeviceAuthorization), BadRequest, Invalid)
)]
pub(crate) async fn authorize(
    State(service): State<Arc<Service>>,
    body: Bytes,
) -> Result<Json<DeviceAuthorization>, Problem> {
    let client = client_label(&body)?;
    let device_code = secret().map_err(|_| Problem::broken())?;
    let user_code = user_code().map_err(|_| Problem::broken())?;
    let interval = Millis::try_from(service.sign_in_interval.as_millis()).unwrap_or(5_000);
    let flow = Flow {
        digest: digest(&device_code),
        user_code: user_code.clone(),
        client,
        created: service.now(),
        interval,
        last_poll: service.now(),
        decision: Decision::Pending,
    };
    service.change(|records, _| {
        let surplus = (records.flows.len() + 1).saturating_sub(KEPT_FLOWS);
        records.flows.drain(..surplus);
        records.flows.push(flow);
    })?;
    let page = service.address(APPROVAL_PATH);
    Ok(Json(DeviceAuthorization {
        device_code,
        verification_uri_complete: format!("{page}?user_code={user_code}"),
        user_code,
        verification_uri: page,
        expires_in: EXPIRES_IN,
        interval: interval / 1000,
    }))
}

/// Reads the optional label of the client (`^[a-z0-9][a-z0-9-]{0,63}$`).
fn client_label(body: &[u8]) -> Result<Option<String>, Problem> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(None);
    }
    let parsed: Authorize = json_body::parse(body)?;
    let Some(client) = parsed.client else {
        return Ok(None);
    };
    let plain = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let fits = (1..=64).contains(&client.len())
        && client.bytes().next().is_some_and(plain)
        && client.bytes().all(|letter| plain(letter) || letter == b'-');
    if fits {
        return Ok(Some(client));
    }
    Err(Problem::invalid(
        &["body", "client"],
        &format!("String should match pattern '{LABEL}'"),
        "string_pattern_mismatch",
    ))
}

/// What a poll finds.
enum Polled {
    TooSoon(Millis),
    Pending(Option<i64>),
    Approved(String),
    Over(&'static str),
}

/// A poll's body.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Poll {
    device_code: String,
}

/// What a poll answers.
#[derive(Default, Serialize, ToSchema)]
pub(crate) struct DeviceToken {
    /// `authorization_pending` or `approved`; with 400 `expired`, `denied`, `invalid` or
    /// `consumed`.
    status: &'static str,
    /// The session, with `approved`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    token: Option<String>,
    /// A new interval in seconds, with `authorization_pending`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = seconds)]
    interval: Option<i64>,
}

/// One poll.
#[utoipa::path(
    post,
    path = "/api/skill/device/token",
    request_body = Poll,
    responses(
        (status = 200, description = "Pending or approved", body = DeviceToken),
        (
            status = 400,
            description = "The sign-in is dead",
            body = DeviceToken,
            extensions(("x-field-note" = json!(true)))
        ),
        Invalid,
        TooMany
    )
)]
pub(crate) async fn token(
    State(service): State<Arc<Service>>,
    body: Bytes,
) -> Result<Response, Problem> {
    let poll: Poll = serde_json::from_slice(&body)
        .map_err(|_| Problem::invalid(&["body", "device_code"], "Field required", "missing"))?;
    if service.faults.strikes(&Fault::DeviceProxy403) {
        let page = Html(include_str!("../../assets/pages/proxy.html"));
        return Ok((StatusCode::FORBIDDEN, page).into_response());
    }
    if service.faults.strikes(&Fault::Device429) {
        return Err(Problem::too_many(1));
    }
    let token = secret().map_err(|_| Problem::broken())?;
    let polled = service.change(|records, course| {
        let flow_digest = digest(&poll.device_code);
        let flow = records
            .flows
            .iter_mut()
            .find(|flow| flow.digest == flow_digest);
        let Some(flow) = flow else {
            return Polled::Over("invalid");
        };
        let early = flow.last_poll + flow.interval - LEEWAY - course.now;
        if early > 0 {
            return Polled::TooSoon(early);
        }
        flow.last_poll = course.now;
        expire(flow, course.now);
        if course.faults.strikes(&Fault::DeviceDenied) {
            flow.decision = Decision::Denied;
        }
        if course.faults.strikes(&Fault::DeviceExpired) {
            flow.decision = Decision::Expired;
        }
        match flow.decision {
            Decision::Pending => {
                let slower = course.faults.take(|fault| match fault {
                    Fault::DeviceInterval(seconds) => i64::try_from(*seconds).ok(),
                    _ => None,
                });
                if let Some(seconds) = slower {
                    flow.interval = seconds * 1000;
                }
                Polled::Pending(slower)
            }
            Decision::Denied => Polled::Over("denied"),
            Decision::Expired => Polled::Over("expired"),
            Decision::Consumed => Polled::Over("consumed"),
            Decision::Approved => {
                flow.decision = Decision::Consumed;
                records.sessions.push(Session {
                    digest: digest(&token),
                    created: course.now,
                });
                records.user.last_login = Some(course.now);
                Polled::Approved(token)
            }
        }
    })?;
    Ok(match polled {
        Polled::TooSoon(early) => {
            let seconds = u64::try_from((early + 999) / 1000).unwrap_or(1);
            Problem::too_many(seconds.max(1)).into_response()
        }
        Polled::Pending(interval) => Json(DeviceToken {
            status: "authorization_pending",
            interval,
            ..DeviceToken::default()
        })
        .into_response(),
        Polled::Approved(token) => Json(DeviceToken {
            status: "approved",
            token: Some(token),
            ..DeviceToken::default()
        })
        .into_response(),
        Polled::Over(status) => {
            let dead = DeviceToken {
                status,
                ..DeviceToken::default()
            };
            (StatusCode::BAD_REQUEST, Json(dead)).into_response()
        }
    })
}

/// Lets a sign-in that nobody has taken run out.
pub(crate) fn expire(flow: &mut Flow, now: Millis) {
    let open = matches!(flow.decision, Decision::Pending | Decision::Approved);
    if open && now - flow.created >= EXPIRES_IN * 1000 {
        flow.decision = Decision::Expired;
    }
}
