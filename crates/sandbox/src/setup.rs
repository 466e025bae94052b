//! How a sandbox is to be started.

use std::{fmt, io, path::PathBuf, str::FromStr, sync::Arc, time::Duration};

use url::Url;

use crate::{
    clock::{Clock, SystemClock},
    faults::Faults,
    signature::NoRandomness,
    team::Team,
};

/// How long a task's life takes, from submit to finished reel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pace {
    /// No longer than the rendering itself.
    Instant,
    /// About four seconds.
    Fast,
    /// About 25 seconds.
    Normal,
    /// About three minutes: the lower end of what the service itself takes.
    Slow,
    /// This many seconds.
    Seconds(f64),
}

/// A pace that is neither a known name nor a number of seconds.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such pace: {0} (instant, fast, normal, slow, or a number of seconds)")]
pub struct UnknownPace(String);

impl Pace {
    /// The whole life of a riff at this pace.
    #[must_use]
    pub fn whole(self) -> Duration {
        match self {
            Self::Instant => Duration::ZERO,
            Self::Fast => Duration::from_secs(4),
            Self::Normal => Duration::from_secs(25),
            Self::Slow => Duration::from_secs(180),
            Self::Seconds(seconds) => {
                Duration::try_from_secs_f64(seconds).unwrap_or(Duration::from_secs(25))
            }
        }
    }
}

impl FromStr for Pace {
    type Err = UnknownPace;

    fn from_str(text: &str) -> Result<Self, UnknownPace> {
        match text {
            "instant" => Ok(Self::Instant),
            "fast" => Ok(Self::Fast),
            "normal" => Ok(Self::Normal),
            "slow" => Ok(Self::Slow),
            _ => match text.parse::<f64>() {
                Ok(seconds) if (0.0..=86_400.0).contains(&seconds) => Ok(Self::Seconds(seconds)),
                _ => Err(UnknownPace(text.to_owned())),
            },
        }
    }
}

impl fmt::Display for Pace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instant => formatter.write_str("instant"),
            Self::Fast => formatter.write_str("fast"),
            Self::Normal => formatter.write_str("normal"),
            Self::Slow => formatter.write_str("slow"),
            Self::Seconds(seconds) => write!(formatter, "{seconds}"),
        }
    }
}

/// Where the program that renders comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Ffmpeg {
    /// The one in `PATH`, if there is one.
    #[default]
    FromPath,
    /// This one; `ffprobe` is looked for beside it.
    At(PathBuf),
    /// None: reels come from the sample that the sandbox carries.
    Absent,
}

/// How a sandbox is to be started. [`Setup::new`] has good defaults.
#[derive(Clone)]
pub struct Setup {
    /// The folder in which everything is remembered. Made where it isn't there.
    pub data: PathBuf,
    /// How long a riff takes.
    pub pace: Pace,
    /// The time that the service goes by.
    pub clock: Arc<dyn Clock>,
    /// Faults to start with; keep a clone to arm more while it runs.
    pub faults: Faults,
    /// Video seconds on the account, for a data folder that is new.
    pub balance_seconds: f64,
    /// The program that renders.
    pub ffmpeg: Ffmpeg,
    /// The length cap that this deployment announces in `GET /api/settings` and enforces, in
    /// seconds; contract: 45, at most 90.
    pub max_render_seconds: f64,
    /// Templates that are there from the start beside the hand-written ones; all have different
    /// words and pictures, and are made at each start.
    pub templates: usize,
    /// How long a client is told to wait between polls of a sign-in; contract: 5 s.
    pub sign_in_interval: Duration,
    /// Finished reels that are there from the start, beside those of [`Setup::past_days`]; they
    /// were not charged. All of them are the sample that the sandbox carries.
    pub reels: usize,
    /// Days before the first start on which tasks were submitted, and what they made was charged.
    pub past_days: u32,
    /// Who shares the account.
    pub team: Team,
    /// Hubfluencer's whole credits, for a data folder that is new.
    pub hub_credits: u32,
    /// AI assists that Hubfluencer gives a day; contract: 20.
    pub hub_assists: u32,
    /// Bytes of uploaded video that Hubfluencer keeps for the account.
    pub upload_quota: u64,
    /// Length of the parts that Hubfluencer wants a large video in, in bytes; S3 takes none under
    /// 5 MiB but the last.
    pub part_size: u64,
    /// What clients are told instead of the address of Riffkit's file storage, where something
    /// stands before it.
    pub storage_front: Option<Url>,
    /// The same for Hubfluencer's object storage.
    pub objects_front: Option<Url>,
    /// The contract version that the service publishes at `/SKILL.json`.
    pub skill_version: String,
}

impl Setup {
    /// A sandbox in `data`, at normal pace, with ten minutes of video on the account.
    #[must_use]
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            pace: Pace::Normal,
            clock: Arc::new(SystemClock),
            faults: Faults::none(),
            balance_seconds: 600.0,
            ffmpeg: Ffmpeg::FromPath,
            max_render_seconds: 45.0,
            sign_in_interval: Duration::from_secs(5),
            reels: 0,
            past_days: 0,
            templates: 0,
            team: Team::Solo,
            hub_credits: 200,
            hub_assists: 20,
            upload_quota: 5 * 1024 * 1024 * 1024,
            part_size: 8 * 1024 * 1024,
            storage_front: None,
            objects_front: None,
            skill_version: "1.1.0".to_owned(),
        }
    }
}

impl fmt::Debug for Setup {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Setup")
            .field("data", &self.data)
            .field("pace", &self.pace)
            .field("faults", &self.faults)
            .finish_non_exhaustive()
    }
}

/// Why a sandbox could not be started.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The data folder can't be made or written.
    #[error("the sandbox's folder {path} can't be used: {source}")]
    Folder {
        /// The folder, or the file in it.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// Another process serves this data folder.
    #[error("another process already runs the sandbox in {0}")]
    Busy(PathBuf),
    /// What was remembered can't be read back.
    #[error("the sandbox's records in {path} can't be read: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// No loopback port could be had.
    #[error("no loopback port could be had: {0}")]
    Bind(io::Error),
    /// The system gave no random bytes.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
    /// Another process holds the data folder but doesn't say where it listens.
    #[error("the sandbox in {0} is held by another process that doesn't answer")]
    Silent(PathBuf),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_is_a_name_or_seconds() {
        assert_eq!("fast".parse::<Pace>().unwrap(), Pace::Fast);
        assert_eq!("2.5".parse::<Pace>().unwrap().whole().as_millis(), 2500);
        assert!("-1".parse::<Pace>().is_err());
        assert!("quick".parse::<Pace>().is_err());
        assert!("NaN".parse::<Pace>().is_err());
        assert_eq!(Pace::Seconds(2.5).to_string(), "2.5");
    }
}
