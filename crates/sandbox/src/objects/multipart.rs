//! Multipart uploads, from their creation to their completion or abortion: the service's side.

use std::{collections::BTreeMap, io, time::Duration};

use axum::http::Method;
use md5::{Digest, Md5};
use tempfile::TempPath;
use url::Url;
use uuid::Uuid;

use super::{
    Objects,
    records::{Multipart, Object, Part},
    refusal::Refusal,
};
use crate::{faults::Fault, signature::hex, state::StoreError};

/// Smallest part that isn't the last, in bytes (S3: 5 MiB).
const SMALLEST_PART: u64 = 5 * 1024 * 1024;

/// Why an upload could not be completed. It stays as it was.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Incomplete {
    /// The storage refuses the list of parts, or has no such upload.
    #[error("the storage refuses: {}", .0.code())]
    Refused(Refusal),
    /// A file or the records could not be written.
    #[error("the storage can't write: {0}")]
    Disk(#[from] io::Error),
}

impl From<StoreError> for Incomplete {
    fn from(error: StoreError) -> Self {
        Self::Disk(error.into())
    }
}

impl Objects {
    /// Begins a multipart upload to a key, and gives its id.
    ///
    /// # Errors
    /// Where the records can't be written.
    pub(crate) fn create_multipart(&self, key: &str, content_type: &str) -> io::Result<String> {
        let upload_id = Uuid::new_v4().simple().to_string();
        let upload = Multipart {
            key: key.to_owned(),
            content_type: content_type.to_owned(),
            created: self.now(),
            parts: BTreeMap::new(),
        };
        let id = upload_id.clone();
        self.store
            .change(|records| records.multiparts.insert(id, upload))?;
        Ok(upload_id)
    }

    /// A link to write one part with, for as long as `ttl`. It signs no content type, so none may
    /// come with it.
    pub(crate) fn presign_part(
        &self,
        key: &str,
        upload_id: &str,
        number: u32,
        ttl: Duration,
    ) -> Url {
        let words = vec![
            ("partNumber", number.to_string()),
            ("uploadId", upload_id.to_owned()),
        ];
        self.presign(Method::PUT, key, None, words, ttl)
    }

    /// Whether an upload to this key is under way.
    pub(crate) fn is_open(&self, upload_id: &str, key: &str) -> bool {
        self.store.read(|records| {
            let upload = records.multiparts.get(upload_id);
            upload.is_some_and(|upload| upload.key == key)
        })
    }

    /// Makes the object of these parts: number and ETag, with or without its quotes.
    ///
    /// # Errors
    /// [`Incomplete`], where the upload stays as it was.
    pub(crate) async fn complete(
        &self,
        upload_id: &str,
        parts: &[(u32, String)],
    ) -> Result<(), Incomplete> {
        if self.faults.strikes(&Fault::CompleteError) {
            return Err(Incomplete::Refused(Refusal::BROKEN));
        }
        let upload = self
            .store
            .read(|records| records.multiparts.get(upload_id).cloned());
        let upload = upload.ok_or(Incomplete::Refused(Refusal::NO_UPLOAD))?;
        let chosen = chosen(&upload, parts).map_err(Incomplete::Refused)?;
        let (path, bytes) = self.joined(&chosen).await?;
        let object = Object {
            file: self.settle(path)?,
            content_type: upload.content_type.clone(),
            bytes,
            etag: etag(&chosen),
        };
        let file = object.file.clone();
        let before = self.store.change(|records| {
            // Another call may have completed or aborted it in the meantime.
            let upload = records.multiparts.remove(upload_id)?;
            let before = records.objects.insert(upload.key, object);
            let parts = upload.parts.into_values().map(|part| part.file);
            Some(parts.chain(before.map(|object| object.file)))
        })?;
        let Some(before) = before else {
            self.forget(&file);
            return Err(Incomplete::Refused(Refusal::NO_UPLOAD));
        };
        before.for_each(|file| self.forget(&file));
        Ok(())
    }

    /// Drops an upload and all its parts; false where there is none.
    ///
    /// # Errors
    /// Where the records can't be written.
    pub(crate) fn abort(&self, upload_id: &str) -> io::Result<bool> {
        let gone = self
            .store
            .change(|records| records.multiparts.remove(upload_id))?;
        let is_gone = gone.is_some();
        for part in gone
            .into_iter()
            .flat_map(|upload| upload.parts.into_values())
        {
            self.forget(&part.file);
        }
        Ok(is_gone)
    }

    /// One file of all the parts.
    async fn joined(&self, parts: &[Part]) -> io::Result<(TempPath, u64)> {
        let mut file = self.incoming()?;
        let parts = parts.iter().map(|part| self.folder.join(&part.file));
        let parts: Vec<_> = parts.collect();
        let joined = tokio::task::spawn_blocking(move || {
            let mut bytes = 0;
            for part in parts {
                bytes += io::copy(&mut std::fs::File::open(part)?, file.as_file_mut())?;
            }
            Ok((file.into_temp_path(), bytes))
        });
        joined.await.map_err(io::Error::other)?
    }
}

/// The parts of a list, where the storage takes it.
fn chosen(upload: &Multipart, list: &[(u32, String)]) -> Result<Vec<Part>, Refusal> {
    if list.is_empty() {
        return Err(Refusal::NO_PARTS);
    }
    if !list.is_sorted_by(|(one, _), (next, _)| one < next) {
        return Err(Refusal::INVALID_ORDER);
    }
    let parts = list.iter().map(|(number, etag)| {
        let part = upload.parts.get(number);
        part.filter(|part| part.md5 == etag.trim_matches('"'))
            .cloned()
            .ok_or(Refusal::INVALID_PART)
    });
    let parts = parts.collect::<Result<Vec<_>, _>>()?;
    let (_, others) = parts.split_last().ok_or(Refusal::NO_PARTS)?;
    if others.iter().any(|part| part.bytes < SMALLEST_PART) {
        return Err(Refusal::TOO_SMALL);
    }
    Ok(parts)
}

/// The ETag of an object in parts: the sum of their sums, and how many there are.
fn etag(parts: &[Part]) -> String {
    let mut sum = Md5::new();
    for part in parts {
        sum.update(unhex(&part.md5));
    }
    format!("\"{}-{}\"", hex(&sum.finalize()), parts.len())
}

fn unhex(text: &str) -> Vec<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).unwrap_or(0) as u8;
    let pairs = text.as_bytes().chunks_exact(2);
    pairs
        .map(|pair| digit(&pair[0]) << 4 | digit(&pair[1]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_etag_of_an_object_in_parts_is_the_sum_of_their_sums() {
        // As `printf` and `md5sum` make it of the parts "a" and "b".
        let part = |md5: &str| Part {
            file: String::new(),
            bytes: 1,
            md5: md5.to_owned(),
        };
        let parts = [
            part("0cc175b9c0f1b6a831c399e269772661"),
            part("92eb5ffee6ae2fec3ad71c777531578f"),
        ];
        assert_eq!(etag(&parts), "\"96e024ba2074fe77e8e965ba43a704be-2\"");
    }
}
