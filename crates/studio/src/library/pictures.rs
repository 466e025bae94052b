//! Pictures of reels, kept on disk: the Library draws them each time, and offline too.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use contract::{AssetId, Code, Refusal};
use futures_util::StreamExt as _;
use riffkit::Portion;
use tokio::sync::Semaphore;

use crate::Studio;
use crate::home::Home;

/// A picture larger than this is not kept or shown.
const LARGEST: usize = 8 * 1024 * 1024;
/// Pictures asked for at once.
const AT_ONCE: usize = 4;

/// The folder of kept pictures.
pub(crate) struct Pictures {
    folder: PathBuf,
    places: Semaphore,
}

impl Pictures {
    pub(crate) fn new(home: &Home, server_name: &str) -> Self {
        let folder = home.cache().join("pictures").join(file_name(server_name));
        Self {
            folder,
            places: Semaphore::new(AT_ONCE),
        }
    }

    fn path(&self, asset_id: &AssetId) -> PathBuf {
        self.folder.join(file_name(&asset_id.0))
    }
}

impl Studio {
    /// A reel's picture on disk, asked of the service the first time.
    ///
    /// # Errors
    /// [`Code::Unknown`] where there is none, [`Code::BadAnswer`] where it is no picture, those of
    /// the read.
    pub async fn picture(&self, asset_id: &AssetId) -> Result<PathBuf, Refusal> {
        let path = self.core.pictures.path(asset_id);
        if path.is_file() {
            return Ok(path);
        }
        let _place = self.core.pictures.places.acquire().await;
        if path.is_file() {
            return Ok(path);
        }
        let reel = self.reel_record(asset_id).await?;
        let url = reel.thumb_url.ok_or_else(|| Refusal::new(Code::Unknown))?;
        let bytes = self.fetch_picture(&url).await?;
        keep(&path, &bytes).map_err(|error| {
            Refusal::new(Code::FolderUnwritable)
                .with("folder", crate::home::readable(&self.core.pictures.folder))
                .with("detail", error.to_string())
        })?;
        Ok(path)
    }

    async fn fetch_picture(&self, url: &str) -> Result<Vec<u8>, Refusal> {
        let streamed = self
            .authorised(|session| async move {
                self.core.api.file(&session, url, &Portion::default()).await
            })
            .await?;
        let mut body = streamed.body;
        let mut bytes = Vec::new();
        while let Some(piece) = body.next().await {
            let piece = piece.map_err(|failure| crate::failure::refusal_of(&failure))?;
            if bytes.len() + piece.len() > LARGEST {
                return Err(Code::BadAnswer.into());
            }
            bytes.extend_from_slice(&piece);
        }
        match clip::sniff(&bytes) {
            clip::Sniffed::Image(_) => Ok(bytes),
            _ => Err(Code::BadAnswer.into()),
        }
    }
}

fn keep(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A name that can be nothing but a file's name, and differs where ids differ.
fn file_name(id: &str) -> String {
    id.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
            other => format!("_{other:02x}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn an_id_can_be_nothing_but_a_files_name() {
        assert_eq!(file_name("a1-b2"), "a1-b2");
        assert_eq!(file_name("../x"), "_2e_2e_2fx");
        assert_ne!(
            file_name("A"),
            file_name("a"),
            "some file systems ignore case"
        );
    }
}
