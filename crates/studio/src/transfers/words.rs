//! The words beside what is saved.

use std::path::Path;

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
