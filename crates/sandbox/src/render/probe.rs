//! What kind of file came in, and how long it plays.

use std::{path::Path, time::Duration};

use serde::Deserialize;

use super::{boxes, program::Program};

/// Looking at a file takes longer than this only if something is wrong with it.
const TIME_LIMIT: Duration = Duration::from_secs(20);

/// Containers that the service takes for videos, in ffprobe's spelling.
const CONTAINERS: [&str; 8] = [
    "mov", "mp4", "matroska", "webm", "avi", "mpegts", "flv", "mpeg",
];

/// What was seen of a video.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Seen {
    /// How long it plays; none where the file doesn't say.
    pub(crate) seconds: Option<f64>,
    /// It has sound.
    pub(crate) sound: bool,
    /// Its picture is stored as 9:16 already.
    pub(crate) upright: bool,
}

/// The file is not a video that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotAVideo;

#[derive(Deserialize)]
struct Probed {
    #[serde(default)]
    streams: Vec<Stream>,
    format: Option<Format>,
}

#[derive(Deserialize)]
struct Stream {
    codec_type: Option<String>,
    duration: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
}

#[derive(Deserialize)]
struct Format {
    format_name: Option<String>,
    duration: Option<String>,
}

/// Looks at a file: with ffprobe where it is there, else with a small reader that knows MP4 and
/// Matroska headers. Without ffprobe, a video whose header states no length passes unmeasured.
///
/// # Errors
/// [`NotAVideo`].
pub(crate) async fn look(program: Option<&Program>, file: &Path) -> Result<Seen, NotAVideo> {
    let mut arguments: Vec<std::ffi::OsString> = [
        "-v",
        "error",
        "-show_entries",
        "format=format_name,duration:stream=codec_type,duration,width,height",
        "-of",
        "json",
    ]
    .map(Into::into)
    .into();
    arguments.push(file.into());
    let probed = match program {
        Some(program) => program.probe(arguments, TIME_LIMIT).await,
        None => None,
    };
    match probed {
        Some(Ok(json)) => read(&json),
        Some(Err(_)) => Err(NotAVideo),
        None => {
            let file = file.to_owned();
            tokio::task::spawn_blocking(move || boxes::look(&file))
                .await
                .unwrap_or(Err(NotAVideo))
        }
    }
}

fn read(json: &[u8]) -> Result<Seen, NotAVideo> {
    let probed: Probed = serde_json::from_slice(json).map_err(|_| NotAVideo)?;
    let format = probed.format.ok_or(NotAVideo)?;
    let name = format.format_name.unwrap_or_default();
    let known = name.split(',').any(|name| CONTAINERS.contains(&name));
    let of_kind = |kind: &'static str| {
        let streams = probed.streams.iter();
        streams.filter(move |stream| stream.codec_type.as_deref() == Some(kind))
    };
    if !known || of_kind("video").next().is_none() {
        return Err(NotAVideo);
    }
    let number = |text: &String| text.parse::<f64>().ok().filter(|seconds| *seconds > 0.0);
    let stated = format.duration.as_ref().and_then(number);
    let longest = probed.streams.iter();
    let longest = longest.filter_map(|stream| stream.duration.as_ref().and_then(number));
    Ok(Seen {
        seconds: stated.or_else(|| longest.reduce(f64::max)),
        sound: of_kind("audio").next().is_some(),
        upright: of_kind("video")
            .next()
            .and_then(|video| Some(video.width? * 16 == video.height? * 9))
            .unwrap_or(false),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_not_a_video() {
        let png = br#"{"streams":[{"codec_type":"video"}],"format":{"format_name":"png_pipe"}}"#;
        assert_eq!(read(png), Err(NotAVideo));
        let song = br#"{"streams":[{"codec_type":"audio"}],"format":{"format_name":"mov,mp4"}}"#;
        assert_eq!(read(song), Err(NotAVideo));
    }

    #[test]
    fn length_and_sound_are_read() {
        let clip = br#"{"streams":[{"codec_type":"video"},{"codec_type":"audio"}],
            "format":{"format_name":"mov,mp4,m4a,3gp,3g2,mj2","duration":"10.010"}}"#;
        let seen = read(clip).unwrap();
        assert_eq!(seen.seconds, Some(10.01));
        assert!(seen.sound);
    }
}
