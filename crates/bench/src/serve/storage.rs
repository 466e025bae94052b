//! Object storage as far as an upload needs it: objects, uploads in parts, and nothing kept but
//! lengths. Every client is let in: what signatures cost is not what is compared.

use std::collections::HashMap;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use super::http::{Connection, Head};

/// What the storage remembers.
#[derive(Default)]
pub struct Storage {
    uploads: AtomicU64,
    /// Bytes of each object, and of the parts of those that are not complete.
    bytes: Mutex<HashMap<String, u64>>,
}

impl Storage {
    /// Answers a request below the bucket.
    ///
    /// # Errors
    /// The connection broke.
    pub fn answer(&self, connection: &mut Connection, head: &Head) -> io::Result<()> {
        let key = head.path().to_owned();
        connection.swallow(head)?;
        match (head.method.as_str(), head.query("uploadId")) {
            ("POST", None) => {
                let id = self.uploads.fetch_add(1, Ordering::Relaxed);
                self.set(&key, 0);
                xml(
                    connection,
                    &format!(
                        "<InitiateMultipartUploadResult><Bucket>media</Bucket><Key>{}</Key>\
                         <UploadId>{id}</UploadId></InitiateMultipartUploadResult>",
                        key.trim_start_matches("/media/")
                    ),
                )
            }
            ("PUT", Some(_)) => {
                self.add(&key, head.length);
                let number = head.query("partNumber").unwrap_or_default();
                connection.answer("200 OK", &format!("ETag: \"part-{number}\"\r\n"), b"")
            }
            ("POST", Some(_)) => xml(
                connection,
                "<CompleteMultipartUploadResult><ETag>\"whole\"</ETag></CompleteMultipartUploadResult>",
            ),
            ("PUT", None) => {
                self.set(&key, head.length);
                connection.answer("200 OK", "ETag: \"whole\"\r\n", b"")
            }
            ("HEAD" | "GET", _) => match self.bytes(&key) {
                Some(bytes) => connection.send(
                    format!(
                        "HTTP/1.1 200 OK\r\nContent-Length: {bytes}\r\nETag: \"whole\"\r\n\
                         Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT\r\n\r\n"
                    )
                    .as_bytes(),
                ),
                None => connection.answer("404 Not Found", "", b""),
            },
            _ => connection.answer("204 No Content", "", b""),
        }
    }

    fn set(&self, key: &str, bytes: u64) {
        self.held().insert(key.to_owned(), bytes);
    }

    fn add(&self, key: &str, bytes: u64) {
        *self.held().entry(key.to_owned()).or_default() += bytes;
    }

    fn bytes(&self, key: &str) -> Option<u64> {
        self.held().get(key).copied()
    }

    fn held(&self) -> std::sync::MutexGuard<'_, HashMap<String, u64>> {
        self.bytes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn xml(connection: &mut Connection, body: &str) -> io::Result<()> {
    let body = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{body}");
    connection.answer(
        "200 OK",
        "Content-Type: application/xml\r\n",
        body.as_bytes(),
    )
}
