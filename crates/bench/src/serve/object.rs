//! `GET /object/BYTES`: a file of that many bytes, whole or in ranges.

use std::io;
use std::sync::OnceLock;

use super::http::{Connection, Head};
use crate::pattern::{self, PERIOD};

/// Gives the asked part out.
///
/// # Errors
/// The connection broke.
pub fn give(connection: &mut Connection, head: &Head) -> io::Result<()> {
    let size = head.path().rsplit('/').next();
    let Some(size) = size.and_then(|size| size.parse::<u64>().ok()) else {
        return connection.answer("404 Not Found", "", b"");
    };
    let (first, last) = match head.range {
        Some((first, last)) => (first, last.unwrap_or(u64::MAX).min(size.saturating_sub(1))),
        None => (0, size.saturating_sub(1)),
    };
    if first >= size || last < first {
        let whole = format!("Content-Range: bytes */{size}\r\n");
        return connection.answer("416 Range Not Satisfiable", &whole, b"");
    }
    let length = last + 1 - first;
    let (status, part) = match head.range {
        Some(_) => (
            "206 Partial Content",
            format!("Content-Range: bytes {first}-{last}/{size}\r\n"),
        ),
        None => ("200 OK", String::new()),
    };
    connection.send(
        format!(
            "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nContent-Type: video/mp4\r\n\
             Accept-Ranges: bytes\r\nETag: \"{size}\"\r\n{part}\r\n"
        )
        .as_bytes(),
    )?;
    if head.method == "HEAD" {
        return Ok(());
    }
    body(connection, first, length)
}

fn body(connection: &mut Connection, first: u64, length: u64) -> io::Result<()> {
    static CONTENT: OnceLock<Vec<u8>> = OnceLock::new();
    let content = CONTENT.get_or_init(pattern::period);
    let (mut at, mut left) = (pattern::place(first), length);
    while left > 0 {
        let piece = usize::try_from(left).map_or(PERIOD - at, |left| left.min(PERIOD - at));
        connection.send(&content[at..at + piece])?;
        left -= piece as u64;
        at = (at + piece) % PERIOD;
    }
    Ok(())
}
