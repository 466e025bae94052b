//! Putting an object in place from inside: what the service itself makes.

use std::{
    fs::File,
    io::{self, Write},
    path::Path,
};

use md5::{Digest, Md5};
use tempfile::TempPath;
use uuid::Uuid;

use super::{INCOMING, Objects, records::Object, sums::sum};
use crate::signature::hex;

impl Objects {
    /// Puts these bytes at a key, in the place of what was there.
    ///
    /// # Errors
    /// Where a file or the records can't be written.
    pub(crate) async fn put_bytes(
        &self,
        key: &str,
        bytes: impl AsRef<[u8]>,
        content_type: &str,
    ) -> io::Result<()> {
        let bytes = bytes.as_ref();
        let path = self.incoming()?.into_temp_path();
        tokio::fs::write(&path, bytes).await?;
        let etag = format!("\"{}\"", hex(&Md5::digest(bytes)));
        self.put(key, path, content_type, etag)
    }

    /// Puts a copy of a file at a key, in the place of what was there.
    ///
    /// # Errors
    /// Where the file can't be read, or one of the storage can't be written.
    pub(crate) async fn put_file(
        &self,
        key: &str,
        from: &Path,
        content_type: &str,
    ) -> io::Result<()> {
        let from = from.to_owned();
        let mut file = self.incoming()?;
        let copied = tokio::task::spawn_blocking(move || {
            let to = file.as_file_mut();
            let sum = sum::<Md5>(&mut File::open(from)?, |piece| to.write_all(piece))?;
            Ok::<_, io::Error>((file.into_temp_path(), sum))
        });
        let (path, sum) = copied.await.map_err(io::Error::other)??;
        self.put(key, path, content_type, format!("\"{sum}\""))
    }

    /// A new file for what is coming in.
    pub(super) fn incoming(&self) -> io::Result<tempfile::NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(INCOMING).tempfile_in(&self.folder)
    }

    /// Gives a file its lasting name.
    pub(super) fn settle(&self, path: TempPath) -> io::Result<String> {
        let file = Uuid::now_v7().simple().to_string();
        path.persist(self.folder.join(&file))
            .map_err(|failed| failed.error)?;
        Ok(file)
    }

    fn put(&self, key: &str, path: TempPath, content_type: &str, etag: String) -> io::Result<()> {
        let bytes = std::fs::metadata(&path)?.len();
        let object = Object {
            file: self.settle(path)?,
            content_type: content_type.to_owned(),
            bytes,
            etag,
        };
        let before = self
            .store
            .change(|records| records.objects.insert(key.to_owned(), object))?;
        if let Some(before) = before {
            self.forget(&before.file);
        }
        Ok(())
    }
}
