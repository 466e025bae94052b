//! The sample reel that the sandbox carries.

use std::{io, path::Path};

use super::{Job, Made};

/// A badge that says "sandbox", laid over every reel.
pub(super) const BADGE: &[u8] = include_bytes!("../../assets/badge.png");

const REEL: &[u8] = include_bytes!("../../assets/reel.mp4");
pub(super) const PICTURE: &[u8] = include_bytes!("../../assets/reel.jpg");

/// What the sample is.
const SAMPLE: Made = Made {
    duration_ms: 6_000,
    width: 720,
    height: 1280,
    bytes: REEL.len() as u64,
    carried: true,
};

/// Puts the sample in the place of a rendered reel.
///
/// # Errors
/// Where the files can't be written.
pub(super) async fn put(job: &Job) -> io::Result<Made> {
    tokio::fs::write(&job.picture, PICTURE).await?;
    tokio::fs::write(&job.reel, REEL).await?;
    Ok(SAMPLE)
}

/// Puts the sample and its picture where the reels of the invented past have them.
///
/// # Errors
/// Where the files can't be written.
pub(crate) fn put_sample(reel: &Path, picture: &Path) -> io::Result<Made> {
    std::fs::write(picture, PICTURE)?;
    std::fs::write(reel, REEL)?;
    Ok(SAMPLE)
}
