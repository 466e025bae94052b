//! The one server that every side of a comparison talks to, in a process of its own: it takes in
//! and gives out bytes with as little work as can be, so that what is measured is the client.
//!
//! One thread a connection, and blocking reads into one large buffer: nothing is kept, summed or
//! written to disk. A second port leads to the same server over a slow link ([`link`]).

mod http;
mod link;
mod object;
mod service;
mod sink;
mod storage;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use http::{Connection, Head};
use service::Service;
use storage::Storage;

/// What connections share.
#[derive(Default)]
struct Shared {
    service: Service,
    storage: Storage,
    began: Mutex<Option<SystemTime>>,
}

impl Shared {
    /// Somebody connects: the first who does begins a run.
    fn connected(&self) {
        let mut began = self.began.lock().unwrap_or_else(PoisonError::into_inner);
        began.get_or_insert_with(SystemTime::now);
    }

    /// When the run began, in seconds since the epoch. The next connection begins another.
    fn take_beginning(&self) -> Option<f64> {
        let mut began = self.began.lock().unwrap_or_else(PoisonError::into_inner);
        let since = began.take()?.duration_since(UNIX_EPOCH).ok()?;
        Some(since.as_secs_f64())
    }
}

/// Listens on two free ports of this machine, prints where as JSON, and serves until it is ended.
///
/// # Errors
/// No port is to be had.
pub fn serve() -> io::Result<()> {
    let plain = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let slow = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let server = plain.local_addr()?;
    let told = serde_json::json!({
        "plain": format!("http://{server}"),
        "slow": format!("http://{}", slow.local_addr()?),
    });
    println!("{told}");
    std::thread::spawn(move || link::serve(&slow, server));
    let shared = Arc::new(Shared::default());
    for stream in plain.incoming() {
        let (stream, shared) = (stream?, Arc::clone(&shared));
        shared.connected();
        std::thread::spawn(move || {
            // A client that went away in the middle is its own affair.
            let _ = connection(stream, &shared);
        });
    }
    Ok(())
}

/// Answers one request after another until the client hangs up.
fn connection(stream: TcpStream, shared: &Shared) -> io::Result<()> {
    let mut connection = Connection::over(stream)?;
    while let Some(head) = connection.head()? {
        answer(&mut connection, &head, shared)?;
        if head.is_last {
            break;
        }
    }
    Ok(())
}

fn answer(connection: &mut Connection, head: &Head, shared: &Shared) -> io::Result<()> {
    let path = head.path();
    if path.starts_with("/object/") {
        object::give(connection, head)
    } else if path.starts_with("/media") {
        shared.storage.answer(connection, head)
    } else if path == "/api/riffs" {
        sink::take(connection, head, &shared.service)
    } else if path == "/began" {
        connection.json(&shared.take_beginning().into())
    } else {
        shared.service.answer(connection, head)
    }
}

/// Where a slow link leads.
type Upstream = SocketAddr;
