//! The first frame of a video, as a picture.

use std::{ffi::OsString, path::Path, time::Duration};

use super::{RenderError, Renderer, carried, program::Program};

/// A frame that takes longer than this is given up.
const TIME_LIMIT: Duration = Duration::from_secs(20);
const FILE: &str = "first.jpg";

impl Renderer {
    /// The first frame of a video as a JPEG, at most 640 pixels wide; the carried sample's picture
    /// where ffmpeg is missing or fails.
    pub(crate) async fn first_frame(&self, video: &Path) -> Vec<u8> {
        if let Some(program) = &self.program {
            match taken(program, video).await {
                Ok(picture) => return picture,
                Err(error) => tracing::warn!(%error, "no first frame: the sample's steps in"),
            }
        }
        carried::PICTURE.to_vec()
    }
}

async fn taken(program: &Program, video: &Path) -> Result<Vec<u8>, RenderError> {
    let folder = tempfile::tempdir()?;
    let mut arguments: Vec<OsString> = ["-nostdin", "-v", "error", "-y", "-i"]
        .map(Into::into)
        .into();
    arguments.push(video.into());
    let rest = [
        "-map",
        "0:v:0",
        "-frames:v",
        "1",
        "-vf",
        "scale='min(640,iw)':-2",
        "-q:v",
        "4",
        FILE,
    ];
    arguments.extend(rest.map(OsString::from));
    program.run(folder.path(), arguments, TIME_LIMIT).await?;
    Ok(tokio::fs::read(folder.path().join(FILE)).await?)
}
