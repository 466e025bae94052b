//! The approval page of a sign-in.

use std::sync::Arc;

use axum::{
    Form,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use super::is_foreign;
use crate::{
    moment::Millis,
    riffkit::{Problem, device_expire},
    service::Service,
    state::{Decision, Flow, Records},
};

const ASK: &str = include_str!("../../assets/pages/ask-code.html");
const DECIDE: &str = include_str!("../../assets/pages/approve.html");
const RESULT: &str = include_str!("../../assets/pages/result.html");

/// The link's own words.
#[derive(Deserialize)]
pub(super) struct Asked {
    user_code: Option<String>,
}

/// What the form sends.
#[derive(Deserialize)]
pub(super) struct Decided {
    user_code: String,
    decision: String,
}

/// Codes are compared without regard to case, dashes and spaces: people type them.
fn plain(code: &str) -> String {
    let letters = code.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|letter| letter.to_ascii_uppercase()).collect()
}

fn find<'a>(records: &'a mut Records, code: &str, now: Millis) -> Option<&'a mut Flow> {
    let code = plain(code);
    let flow = records
        .flows
        .iter_mut()
        .rev()
        .find(|flow| plain(&flow.user_code) == code)?;
    device_expire(flow, now);
    Some(flow)
}

/// Shows the form for a code, or asks for the code.
pub(super) async fn show(
    State(service): State<Arc<Service>>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Response {
    let page = service.pages.page(&headers);
    let Some(code) = asked.user_code.filter(|code| !code.trim().is_empty()) else {
        return page.answer(StatusCode::OK, "ask-title", ASK);
    };
    let found = service.change(|records, course| {
        let email = records.user.email.clone();
        find(records, &code, course.now).map(|flow| (flow.clone(), email))
    });
    match found {
        Err(error) => Problem::from(error).into_response(),
        Ok(None) => page.answer(StatusCode::NOT_FOUND, "unknown-title", &result("unknown")),
        Ok(Some((flow, email))) if flow.decision == Decision::Pending => page
            .with("user_code", flow.user_code)
            .with("client", flow.client.unwrap_or_else(|| "?".to_owned()))
            .with("email", email)
            .answer(StatusCode::OK, "approve-title", DECIDE),
        Ok(Some((flow, _))) => outcome(page, flow.decision),
    }
}

/// Takes the decision.
pub(super) async fn decide(
    State(service): State<Arc<Service>>,
    headers: HeaderMap,
    Form(decided): Form<Decided>,
) -> Response {
    let page = service.pages.page(&headers);
    if is_foreign(&headers) {
        return page.answer(StatusCode::FORBIDDEN, "foreign-title", &result("foreign"));
    }
    let wanted = match decided.decision.as_str() {
        "approve" => Decision::Approved,
        "deny" => Decision::Denied,
        _ => return page.answer(StatusCode::BAD_REQUEST, "unknown-title", &result("unknown")),
    };
    let now_decided = service.change(|records, course| {
        let flow = find(records, &decided.user_code, course.now)?;
        if flow.decision == Decision::Pending {
            flow.decision = wanted;
        }
        Some(flow.decision)
    });
    match now_decided {
        Err(error) => Problem::from(error).into_response(),
        Ok(None) => page.answer(StatusCode::NOT_FOUND, "unknown-title", &result("unknown")),
        Ok(Some(decision)) => outcome(page, decision),
    }
}

fn outcome(page: super::Page<'_>, decision: Decision) -> Response {
    let (status, name) = match decision {
        Decision::Approved | Decision::Consumed => (StatusCode::OK, "approved"),
        Decision::Denied => (StatusCode::OK, "denied"),
        Decision::Expired | Decision::Pending => (StatusCode::GONE, "expired"),
    };
    page.answer(status, &format!("{name}-title"), &result(name))
}

fn result(name: &str) -> String {
    RESULT.replace("{{name}}", name)
}
