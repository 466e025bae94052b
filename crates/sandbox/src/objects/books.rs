//! What really happened at the storage, for a test that judges a client.

use std::{collections::BTreeMap, io, path::PathBuf};

use jiff::Timestamp;

use super::{Objects, sums::sha256};
use crate::{books::RequestEntry, moment::Millis};

/// The object storage's own view.
///
/// All but the requests and [`StorageBooks::most_at_once`] outlives a restart.
#[derive(Debug, Clone, Default)]
pub struct StorageBooks {
    /// The objects, by key.
    pub objects: Vec<ObjectEntry>,
    /// The PUTs whose bytes were kept (10,000 at most), oldest first.
    pub puts: Vec<PutEntry>,
    /// The multipart uploads that are neither completed nor aborted.
    pub open_uploads: Vec<OpenUpload>,
    /// Bytes received for each key, those of refused and broken requests included.
    pub received: BTreeMap<String, u64>,
    /// Bytes of objects that were given out in this run.
    pub given_bytes: u64,
    /// PUTs that were under way at the same time, at most, in this run.
    pub most_at_once: usize,
    /// Requests that brought a bearer token or a cookie along.
    pub credentials_leaked: u64,
    /// The latest requests of this run (10,000 at most), oldest first.
    pub requests: Vec<RequestEntry>,
}

impl StorageBooks {
    /// The object at a key.
    #[must_use]
    pub fn object(&self, key: &str) -> Option<&ObjectEntry> {
        self.objects.iter().find(|object| object.key == key)
    }

    /// The PUTs of parts that had been kept and answered before: bytes sent in vain.
    #[must_use]
    pub fn resent_parts(&self) -> Vec<&PutEntry> {
        let puts = self.puts.iter().enumerate();
        let resent = puts.filter(|(place, put)| {
            let mut before = self.puts[..*place].iter();
            put.part.is_some() && before.any(|before| before.part == put.part && before.is_answered)
        });
        resent.map(|(_, put)| put).collect()
    }
}

/// An object that is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectEntry {
    /// Its key.
    pub key: String,
    /// Its length.
    pub bytes: u64,
    /// The content type that its PUT came with.
    pub content_type: String,
    /// Its ETag, with its quotes.
    pub etag: String,
    /// The file that holds it.
    pub file: PathBuf,
}

impl ObjectEntry {
    /// The SHA-256 of its contents, in hexadecimal; reads them all.
    ///
    /// # Errors
    /// Where the file can't be read, or has been replaced meanwhile.
    pub fn sha256(&self) -> io::Result<String> {
        sha256(&self.file)
    }
}

/// A PUT whose bytes were kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutEntry {
    /// The object's key.
    pub key: String,
    /// The multipart upload's id and the part's number; none for a whole object.
    pub part: Option<(String, u32)>,
    /// How many bytes it brought.
    pub bytes: u64,
    /// The ETag that it was answered with, with its quotes.
    pub etag: String,
    /// It was acknowledged; otherwise a fault dropped the connection.
    pub is_answered: bool,
    /// When it was kept.
    pub at: Timestamp,
}

/// A multipart upload that is neither completed nor aborted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenUpload {
    /// The storage's id of it.
    pub upload_id: String,
    /// The object that it is to become.
    pub key: String,
    /// The parts that are there.
    pub parts: Vec<u32>,
    /// When it began.
    pub created: Timestamp,
}

impl Objects {
    /// The books, as of now.
    pub(crate) fn books(&self) -> StorageBooks {
        self.store.read(|records| StorageBooks {
            objects: records
                .objects
                .iter()
                .map(|(key, object)| ObjectEntry {
                    key: key.clone(),
                    bytes: object.bytes,
                    content_type: object.content_type.clone(),
                    etag: object.etag.clone(),
                    file: self.folder.join(&object.file),
                })
                .collect(),
            puts: records
                .puts
                .iter()
                .map(|put| PutEntry {
                    key: put.key.clone(),
                    part: put.part.clone(),
                    bytes: put.bytes,
                    etag: put.etag.clone(),
                    is_answered: put.is_answered,
                    at: timestamp(put.at),
                })
                .collect(),
            open_uploads: records
                .multiparts
                .iter()
                .map(|(upload_id, upload)| OpenUpload {
                    upload_id: upload_id.clone(),
                    key: upload.key.clone(),
                    parts: upload.parts.keys().copied().collect(),
                    created: timestamp(upload.created),
                })
                .collect(),
            received: records.received.clone(),
            given_bytes: self.traffic.given(),
            most_at_once: self.in_flight.most(),
            credentials_leaked: records.credentials_leaked,
            requests: self.traffic.requests(),
        })
    }
}

fn timestamp(at: Millis) -> Timestamp {
    Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH)
}
