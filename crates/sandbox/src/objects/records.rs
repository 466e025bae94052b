//! What the object storage remembers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::moment::Millis;

/// Acknowledged PUTs that are kept; the oldest go first.
const KEPT_PUTS: usize = 10_000;

/// The whole memory of the storage.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct ObjectRecords {
    /// The port of last time, so that links stay right over a restart.
    pub(super) port: u16,
    /// Signs the links.
    pub(super) secret: String,
    /// The objects, by key.
    pub(super) objects: BTreeMap<String, Object>,
    /// The multipart uploads that are neither completed nor aborted, by their id.
    pub(super) multiparts: BTreeMap<String, Multipart>,
    /// What was received and kept, oldest first.
    pub(super) puts: Vec<Put>,
    /// Bytes received for each key, those of refused and broken requests included.
    pub(super) received: BTreeMap<String, u64>,
    /// Requests that brought a bearer token or a cookie along.
    pub(super) credentials_leaked: u64,
}

/// An object.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Object {
    /// The name of the file that holds it.
    pub(super) file: String,
    pub(super) content_type: String,
    pub(super) bytes: u64,
    /// With its quotes.
    pub(super) etag: String,
}

/// A multipart upload that is under way.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Multipart {
    pub(super) key: String,
    pub(super) content_type: String,
    pub(super) created: Millis,
    pub(super) parts: BTreeMap<u32, Part>,
}

/// A part that has been received.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Part {
    /// The name of the file that holds it.
    pub(super) file: String,
    pub(super) bytes: u64,
    /// Its MD5, in hexadecimal.
    pub(super) md5: String,
}

/// A PUT whose bytes were kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Put {
    pub(super) key: String,
    /// The multipart upload and the part's number; none for a whole object.
    pub(super) part: Option<(String, u32)>,
    pub(super) bytes: u64,
    pub(super) etag: String,
    /// It was answered; otherwise a fault dropped the connection.
    pub(super) is_answered: bool,
    pub(super) at: Millis,
}

impl ObjectRecords {
    /// Notes a PUT whose bytes were kept.
    pub(super) fn note(&mut self, put: Put) {
        if self.puts.len() == KEPT_PUTS {
            self.puts.remove(0);
        }
        self.puts.push(put);
    }

    /// The names of all files that hold something.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        let objects = self.objects.values().map(|object| object.file.as_str());
        let parts = self.multiparts.values();
        let parts = parts.flat_map(|upload| upload.parts.values());
        objects.chain(parts.map(|part| part.file.as_str()))
    }
}
