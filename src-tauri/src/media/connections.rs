//! Who may talk to the listener, and for how long without saying anything.
//!
//! Every program on this machine can connect, and so can every page in the person's browser. Neither knows a secret,
//! but each connection costs a file descriptor: so there are never more than so many, and one that does not ask for
//! anything is closed.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// Longest head of a request, in bytes. A player's has a few hundred.
const HEAD_BYTES: usize = 16 * 1024;
/// After the system could not give a connection (no descriptor is left): for others to close theirs.
const BREATH: Duration = Duration::from_millis(100);

/// What all connections together may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// At once. More wait until one is closed.
    pub connections: usize,
    /// Until a request has been asked for whole, from the beginning of the connection or the end of the answer before.
    pub silence: Duration,
}

impl Default for Limits {
    /// Twice as many as there are answers; nobody on the same machine takes ten seconds for a request.
    fn default() -> Self {
        Self {
            connections: 2 * super::ANSWERS,
            silence: Duration::from_secs(10),
        }
    }
}

/// Serves until the program ends.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let mut connection = http1::Builder::new();
    connection
        .timer(TokioTimer::new())
        .header_read_timeout(limits.silence)
        .max_buf_size(HEAD_BYTES);
    // The semaphore is never closed.
    while let Ok(place) = Arc::clone(&places).acquire_owned().await {
        let stream = match listener.accept().await {
            Ok((stream, peer)) if peer.ip().is_loopback() => stream,
            Ok(_) => continue,
            Err(error) => {
                tracing::warn!(%error, "the media listener can't take a connection");
                tokio::time::sleep(BREATH).await;
                continue;
            }
        };
        let service = TowerToHyperService::new(router.clone());
        let serving = connection.serve_connection(TokioIo::new(stream), service);
        tokio::spawn(async move {
            let _place = place;
            if let Err(error) = serving.await {
                tracing::debug!(%error, "a connection of the media listener");
            }
        });
    }
}
