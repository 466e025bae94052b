//! As much of HTTP/1.1 as the measured clients speak: heads, bodies of an announced length, and
//! connections that are used again.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;

/// Bytes that are read at once: a body costs few system calls.
const AT_ONCE: usize = 1 << 20;
/// Longest head that is read.
const LONGEST_HEAD: u64 = 64 * 1024;

/// The head of a request.
pub struct Head {
    /// `GET`, and so on.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// Bytes of its body.
    pub length: u64,
    /// What of the object is asked for: first byte, and last byte where it is said.
    pub range: Option<(u64, Option<u64>)>,
    /// Whether the client waits for a word before it sends the body.
    pub waits: bool,
    /// Whether the client wants the connection closed.
    pub is_last: bool,
}

impl Head {
    /// The target without its query.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// A value of the query, as it is written; empty for a bare name.
    pub fn query(&self, name: &str) -> Option<&str> {
        let (_, query) = self.target.split_once('?')?;
        query
            .split('&')
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .find_map(|(key, value)| (key == name).then_some(value))
    }
}

/// A client's connection.
pub struct Connection {
    reader: BufReader<TcpStream>,
    writer: TcpStream,
}

impl Connection {
    /// Over an accepted socket.
    ///
    /// # Errors
    /// The socket is gone.
    pub fn over(stream: TcpStream) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        Ok(Self {
            writer: stream.try_clone()?,
            reader: BufReader::with_capacity(AT_ONCE, stream),
        })
    }

    /// Reads the next request's head. None: the client has hung up.
    ///
    /// # Errors
    /// The connection broke, or what came is not HTTP.
    pub fn head(&mut self) -> io::Result<Option<Head>> {
        let mut lines = (&mut self.reader).take(LONGEST_HEAD).lines();
        let Some(first) = lines.next().transpose()? else {
            return Ok(None);
        };
        let mut words = first.split(' ');
        let (Some(method), Some(target)) = (words.next(), words.next()) else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        let mut head = Head {
            method: method.to_owned(),
            target: target.to_owned(),
            length: 0,
            range: None,
            waits: false,
            is_last: false,
        };
        for line in lines {
            let line = line?;
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "content-length" => head.length = value.parse().map_err(io::Error::other)?,
                "range" => head.range = range(value),
                "expect" => head.waits = true,
                "connection" => head.is_last = value.eq_ignore_ascii_case("close"),
                _ => {}
            }
        }
        Ok(Some(head))
    }

    /// Reads a body to its end and forgets it.
    ///
    /// # Errors
    /// The connection broke before the announced length.
    pub fn swallow(&mut self, head: &Head) -> io::Result<()> {
        if head.waits {
            self.writer.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
        }
        let mut left = head.length;
        while left > 0 {
            let there = self.reader.fill_buf()?.len();
            if there == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let taken = usize::try_from(left).map_or(there, |left| left.min(there));
            self.reader.consume(taken);
            left -= taken as u64;
        }
        Ok(())
    }

    /// Answers with a short body.
    ///
    /// # Errors
    /// The connection broke.
    pub fn answer(&mut self, status: &str, fields: &str, body: &[u8]) -> io::Result<()> {
        let length = body.len();
        let mut answer =
            format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{fields}\r\n").into_bytes();
        answer.extend_from_slice(body);
        self.writer.write_all(&answer)
    }

    /// Answers with JSON.
    ///
    /// # Errors
    /// The connection broke.
    pub fn json(&mut self, value: &serde_json::Value) -> io::Result<()> {
        let body = value.to_string();
        self.answer(
            "200 OK",
            "Content-Type: application/json\r\n",
            body.as_bytes(),
        )
    }

    /// Sends bytes as they are.
    ///
    /// # Errors
    /// The connection broke.
    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.writer.write_all(bytes)
    }
}

/// `bytes=FIRST-` and `bytes=FIRST-LAST`.
fn range(value: &str) -> Option<(u64, Option<u64>)> {
    let (first, last) = value.strip_prefix("bytes=")?.split_once('-')?;
    Some((first.parse().ok()?, last.parse().ok()))
}
