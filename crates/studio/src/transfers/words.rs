//! The words beside what is saved.

use std::path::{Path, PathBuf};

use tokio::io::AsyncWriteExt as _;

use crate::journal::ReelRecord;

/// Caption and hashtags as a text file has them. None: the service gave none.
pub(super) fn text(reel: &ReelRecord) -> Option<String> {
    let caption = reel.caption.as_deref().unwrap_or_default().trim();
    let hashtags = reel.hashtags.join(" ");
    let words: Vec<&str> = [caption, hashtags.as_str()]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    (!words.is_empty()).then(|| format!("{}\n", words.join("\n\n")))
}

/// Writes a reel's words beside its video, as a text file of the same name. Never replaces one.
pub(super) async fn write_beside(video: &Path, reel: &ReelRecord) -> std::io::Result<()> {
    let Some(text) = text(reel) else {
        return Ok(());
    };
    let mut options = tokio::fs::OpenOptions::new();
    let mut file = match options
        .write(true)
        .create_new(true)
        .open(video.with_extension("txt"))
        .await
    {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Ok(()),
        opened => opened?,
    };
    file.write_all(text.as_bytes()).await?;
    file.flush().await
}

/// Where the words of a saved reel are: `name.txt` beside `name.mp4`, or beside `name-01.png`, ….
pub(super) fn path_beside(reel: &ReelRecord) -> Option<PathBuf> {
    let first = reel.saved_files.first()?;
    if reel
        .result
        .as_ref()
        .is_none_or(|result| result.slides.is_empty())
    {
        return Some(first.with_extension("txt"));
    }
    let stem = first.file_stem()?.to_str()?;
    let (stem, _) = stem.rsplit_once('-')?;
    Some(first.with_file_name(format!("{stem}.txt")))
}

/// Whether a file has the very words that were written beside a reel: nobody has made them their own.
pub(super) fn is_ours(path: &Path, reel: &ReelRecord) -> bool {
    let Some(text) = text(reel) else {
        return false;
    };
    let is_as_long = path
        .metadata()
        .is_ok_and(|metadata| metadata.is_file() && metadata.len() == text.len() as u64);
    is_as_long && std::fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes())
}
