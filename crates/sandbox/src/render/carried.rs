//! The sample reel that the sandbox carries.

use std::io;

use super::{Job, Made};

/// A badge that says "sandbox", laid over every reel.
pub(super) const BADGE: &[u8] = include_bytes!("../../assets/badge.png");

const REEL: &[u8] = include_bytes!("../../assets/reel.mp4");
const PICTURE: &[u8] = include_bytes!("../../assets/reel.jpg");

/// Puts the sample in the place of a rendered reel.
///
/// # Errors
/// Where the files can't be written.
pub(super) async fn put(job: &Job) -> io::Result<Made> {
    tokio::fs::write(&job.picture, PICTURE).await?;
    tokio::fs::write(&job.reel, REEL).await?;
    Ok(Made {
        duration_ms: 6_000,
        width: 720,
        height: 1280,
        bytes: REEL.len() as u64,
        carried: true,
    })
}
