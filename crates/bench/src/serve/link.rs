//! A slow link to the server: every byte arrives [`DELAY`] later than it was sent, either way, a
//! connection takes a round trip to be made, and each connection carries at most [`RATE`], either
//! way. So one stream can never be faster than [`RATE`], and several can.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::Upstream;

/// How much later a byte arrives.
const DELAY: Duration = Duration::from_millis(40);
/// Bytes a second, of one connection and one direction.
const RATE: f64 = 20e6;
/// Bytes that travel together.
const PIECE: usize = 16 * 1024;
/// Pieces on their way at once: what a link of this length and rate holds, and a little more.
const ON_THEIR_WAY: usize = (DELAY.as_millis() as usize * RATE as usize / 1000) / PIECE + 16;

/// A piece, and when it arrives.
type Parcel = (Instant, Vec<u8>);

/// Leads every connection to `upstream`.
pub fn serve(listener: &TcpListener, upstream: Upstream) {
    for client in listener.incoming().map_while(Result::ok) {
        std::thread::spawn(move || {
            // A broken connection breaks for both; the measured side says so.
            let _ = lead(&client, upstream);
        });
    }
}

fn lead(client: &TcpStream, upstream: Upstream) -> io::Result<()> {
    let server = TcpStream::connect(upstream)?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    // The handshake: nothing of the client's is under way before it is over.
    let ready = Instant::now() + 2 * DELAY;
    direction(client.try_clone()?, server.try_clone()?, ready);
    direction(server, client.try_clone()?, ready);
    Ok(())
}

fn direction(from: TcpStream, to: TcpStream, ready: Instant) {
    let (sender, parcels) = mpsc::sync_channel(ON_THEIR_WAY);
    std::thread::spawn(move || drop(send_off(from, &sender, ready)));
    std::thread::spawn(move || drop(deliver(to, &parcels)));
}

/// Reads what comes, no faster than the link takes it.
fn send_off(mut from: TcpStream, sender: &SyncSender<Parcel>, ready: Instant) -> io::Result<()> {
    let mut free = ready;
    loop {
        let mut piece = vec![0; PIECE];
        let length = from.read(&mut piece)?;
        if length == 0 {
            return Ok(());
        }
        piece.truncate(length);
        free = free.max(Instant::now()) + Duration::from_secs_f64(length as f64 / RATE);
        if sender.send((free + DELAY, piece)).is_err() {
            return Ok(());
        }
        // Not read on before this piece has left: what waits, waits with the sender.
        until(free);
    }
}

fn deliver(mut to: TcpStream, parcels: &Receiver<Parcel>) -> io::Result<()> {
    while let Ok((at, piece)) = parcels.recv() {
        until(at);
        to.write_all(&piece)?;
    }
    to.shutdown(Shutdown::Write)
}

fn until(moment: Instant) {
    let now = Instant::now();
    if moment > now {
        sleep(moment - now);
    }
}
