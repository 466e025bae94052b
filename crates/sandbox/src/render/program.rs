//! Running ffmpeg and ffprobe: arguments as a list, never a shell; with a time limit; and killed
//! when nobody waits for them any more.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Output, Stdio},
    time::Duration,
};

use tokio::process::Command;

use super::RenderError;
use crate::setup::Ffmpeg;

/// The programs that render and look at files.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    ffmpeg: PathBuf,
    ffprobe: Option<PathBuf>,
}

impl Program {
    /// Finds what the setup names.
    pub(crate) fn find(ffmpeg: &Ffmpeg) -> Option<Self> {
        match ffmpeg {
            Ffmpeg::Absent => None,
            Ffmpeg::At(path) => {
                let beside = path
                    .parent()
                    .map(|folder| folder.join(executable("ffprobe")));
                Some(Self {
                    ffmpeg: path.clone(),
                    ffprobe: beside.filter(|path| path.is_file()),
                })
            }
            Ffmpeg::FromPath => Some(Self {
                ffmpeg: in_path("ffmpeg")?,
                ffprobe: in_path("ffprobe"),
            }),
        }
    }

    /// Runs ffmpeg in `folder` and gives what it wrote on its error stream.
    ///
    /// # Errors
    /// [`RenderError`] where it can't be started, fails, or takes longer than `limit`.
    pub(crate) async fn run(
        &self,
        folder: &Path,
        arguments: Vec<OsString>,
        limit: Duration,
    ) -> Result<String, RenderError> {
        let output = run(&self.ffmpeg, folder, arguments, limit).await?;
        Ok(String::from_utf8_lossy(&output.stderr).into_owned())
    }

    /// Runs ffprobe and gives what it printed; none where it isn't there.
    ///
    /// # Errors
    /// As [`Program::run`].
    pub(crate) async fn probe(
        &self,
        arguments: Vec<OsString>,
        limit: Duration,
    ) -> Option<Result<Vec<u8>, RenderError>> {
        let ffprobe = self.ffprobe.as_ref()?;
        let output = run(ffprobe, Path::new("."), arguments, limit).await;
        Some(output.map(|output| output.stdout))
    }
}

async fn run(
    program: &Path,
    folder: &Path,
    arguments: Vec<OsString>,
    limit: Duration,
) -> Result<Output, RenderError> {
    let child = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let output = tokio::time::timeout(limit, child.wait_with_output())
        .await
        .map_err(|_| RenderError::TooLong)??;
    if output.status.success() {
        return Ok(output);
    }
    let words = String::from_utf8_lossy(&output.stderr);
    let last: Vec<&str> = words.lines().rev().take(4).collect();
    Err(RenderError::Failed {
        status: output.status.to_string(),
        words: last.into_iter().rev().collect::<Vec<_>>().join(" | "),
    })
}

fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

/// Looks for a program in the folders of `PATH`.
pub(crate) fn in_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join(executable(name)))
        .find(|file| file.is_file())
}
