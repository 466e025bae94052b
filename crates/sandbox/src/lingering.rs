//! Reading on what won't be used.

use axum::body::Body;
use futures_util::StreamExt;

/// Reads and drops the rest of a request's body before it is refused.
///
/// A server that answers in the middle of an upload and closes makes the client's write fail,
/// often before it has read the answer. The service stands behind a proxy that reads on; so does
/// the sandbox, up to `limit` bytes.
pub(crate) async fn read_on(body: Body, limit: u64) {
    let mut stream = body.into_data_stream();
    let mut seen: u64 = 0;
    while let Some(Ok(chunk)) = stream.next().await {
        seen = seen.saturating_add(chunk.len() as u64);
        if seen > limit {
            return;
        }
    }
}
