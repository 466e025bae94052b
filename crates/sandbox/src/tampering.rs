//! The faults that meet any endpoint of any origin: between the request and its handler.

mod alteration;
mod backwards;

use std::sync::Arc;

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use jiff::fmt::rfc2822::DateTimePrinter;
use tokio_util::sync::CancellationToken;

use crate::{
    clock::Clock,
    connection::Line,
    faults::{Endpoint, Fault, Faults},
    lingering::read_on,
};

/// A body that is refused unread is read on for this many bytes.
const READ_ON: u64 = 160 * 1024 * 1024;

/// What the tampering with an origin needs.
#[derive(Clone)]
pub(crate) struct Tampering {
    pub(crate) faults: Faults,
    /// What each answer's `Date` is read from.
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) closing: CancellationToken,
    /// A bare answer with this status, in the shape that the origin's service has for it.
    pub(crate) answered: fn(StatusCode) -> Response,
}

/// Holds, cuts, answers, distorts or loses a call where such a fault is armed for its endpoint; and
/// dates its answer by the service's own clock.
pub(crate) async fn tampered(
    State(tampering): State<Tampering>,
    request: Request,
    next: Next,
) -> Response {
    let clock = Arc::clone(&tampering.clock);
    let mut response = passed(tampering, request, next).await;
    let date = DateTimePrinter::new().timestamp_to_rfc9110_string(&clock.now());
    // No moment that a clock shows is out of the format's range.
    if let Some(date) = date.ok().and_then(|date| HeaderValue::try_from(date).ok()) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}

async fn passed(tampering: Tampering, request: Request, next: Next) -> Response {
    let Tampering {
        faults,
        closing,
        answered,
        ..
    } = tampering;
    let method = request.method().as_str().to_owned();
    let path = request.uri().path().to_owned();
    let is_look = request.method() == Method::GET && backwards::is_looked_at(&path);
    let meant = |endpoint: &Endpoint| endpoint.is_meant(&method, &path).then_some(());
    let held = faults.hold_where(|fault| match fault {
        Fault::Hold(endpoint) => meant(endpoint),
        _ => None,
    });
    tokio::select! {
        () = held => {}
        () = closing.cancelled() => return nobody_hears(),
    }
    let cut = faults.take(|fault| match fault {
        Fault::Cut(endpoint) => meant(endpoint),
        _ => None,
    });
    let line = request.extensions().get::<ConnectInfo<Line>>().cloned();
    if cut.is_some() {
        return lost(line);
    }
    let status = faults.take(|fault| match fault {
        Fault::Answer(status, endpoint) => meant(endpoint).map(|()| *status),
        _ => None,
    });
    if let Some(status) = status {
        read_on(request.into_body(), READ_ON).await;
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        return answered(status);
    }
    let is_bare = faults.take(|fault| match fault {
        Fault::Bare429(endpoint) => meant(endpoint),
        _ => None,
    });
    if is_bare.is_some() {
        read_on(request.into_body(), READ_ON).await;
        let mut refused = answered(StatusCode::TOO_MANY_REQUESTS);
        refused.headers_mut().remove(header::RETRY_AFTER);
        return refused;
    }
    let mut response = next.run(request).await;
    if alteration::is_alterable(&response) {
        let distortion = faults.take(|fault| match fault {
            Fault::AnswerBody(distortion, endpoint) => meant(endpoint).map(|()| *distortion),
            _ => None,
        });
        if let Some(distortion) = distortion {
            response = alteration::distorted(response, distortion).await;
        } else if is_look {
            response = set_back(response, &faults).await;
        }
    }
    let held = faults.hold_where(|fault| match fault {
        Fault::HoldAnswer(endpoint) => meant(endpoint),
        _ => None,
    });
    tokio::select! {
        () = held => {}
        () = closing.cancelled() => return nobody_hears(),
    }
    let loses = faults.take(|fault| match fault {
        Fault::LoseAnswer(endpoint) => meant(endpoint),
        _ => None,
    });
    if loses.is_some() {
        return lost(line);
    }
    response
}

/// Shows work as having gone back where [`Fault::TaskBackwards`] is armed and something has moved.
async fn set_back(response: Response, faults: &Faults) -> Response {
    let is_armed = |fault: &Fault| matches!(fault, Fault::TaskBackwards(_)).then_some(());
    if faults.seen(is_armed).is_none() {
        return response;
    }
    let (response, did) = alteration::changed(response, backwards::set_back).await;
    if did {
        faults.take(is_armed);
    }
    response
}

/// Drops the connection.
fn lost(line: Option<ConnectInfo<Line>>) -> Response {
    if let Some(ConnectInfo(line)) = line {
        line.cut();
    }
    nobody_hears()
}

/// Nobody hears this: the connection is cut.
fn nobody_hears() -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
