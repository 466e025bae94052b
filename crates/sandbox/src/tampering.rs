//! The faults that meet any endpoint of any origin: between the request and its handler.

use axum::{
    extract::{ConnectInfo, Request, State},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio_util::sync::CancellationToken;

use crate::{
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
    pub(crate) closing: CancellationToken,
    /// A bare answer with this status, in the shape that the origin's service has for it.
    pub(crate) answered: fn(StatusCode) -> Response,
}

/// Holds, cuts, answers or loses a call where such a fault is armed for its endpoint.
pub(crate) async fn tampered(
    State(tampering): State<Tampering>,
    request: Request,
    next: Next,
) -> Response {
    let Tampering {
        faults,
        closing,
        answered,
    } = tampering;
    let method = request.method().as_str().to_owned();
    let path = request.uri().path().to_owned();
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
    let response = next.run(request).await;
    let loses = faults.take(|fault| match fault {
        Fault::LoseAnswer(endpoint) => meant(endpoint),
        _ => None,
    });
    if loses.is_some() {
        return lost(line);
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
