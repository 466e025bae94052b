//! GET of an object.

use std::sync::Arc;

use axum::{
    extract::{ConnectInfo, Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::{Objects, refusal::Refusal};
use crate::{
    connection::Line,
    delivery::{Deliverable, Delivery},
    faults::Fault,
    filling::Contents,
};

/// Gives an object out, whole or a range of it.
pub(super) async fn read(
    State(objects): State<Arc<Objects>>,
    ConnectInfo(line): ConnectInfo<Line>,
    Path(key): Path<String>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let found = match objects.presigner.check(&parts, objects.now()) {
        Ok(_) if objects.faults.strikes(&Fault::ObjectExpired) => Err(Refusal::EXPIRED),
        Ok(_) => objects.deliverable(&key).ok_or(Refusal::NO_KEY),
        Err(refused) => Err(refused.into()),
    };
    let delivery = Delivery {
        faults: &objects.faults,
        clock: &objects.clock,
        closing: &objects.closing,
        line,
        given: objects.traffic.giving(),
        refused: refusal,
    };
    match found {
        Ok(found) => delivery.answer(found, &parts.method, &parts.headers).await,
        Err(refusal) => refusal.into_response(),
    }
}

fn refusal(status: StatusCode, _: &str) -> Response {
    match status {
        StatusCode::RANGE_NOT_SATISFIABLE => Refusal::INVALID_RANGE.into_response(),
        status => Refusal::of_status(status),
    }
}

impl Objects {
    fn deliverable(&self, key: &str) -> Option<Deliverable> {
        let object = self
            .store
            .read(|records| records.objects.get(key).cloned())?;
        let huge = self.faults.take(|fault| match fault {
            Fault::HugeAsset(bytes) if object.content_type == "video/mp4" => Some(*bytes),
            _ => None,
        });
        Some(Deliverable {
            path: self.folder.join(object.file),
            kind: object.content_type,
            length: Contents::filled_length(object.bytes, huge),
            stored: object.bytes,
            etag: object.etag,
        })
    }
}
