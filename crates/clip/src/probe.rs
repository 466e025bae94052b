//! Reads the facts of a clip by the reader of its container.

use std::io::{Read, Seek};

use crate::source::Source;
use crate::{
    Container, Picture, Probe, ProbeError, SNIFF_BYTES, Sniffed, asf, avi, flv, matroska, mp4,
    mpeg_ts, sniff,
};

/// Reads the facts of the clip in `reader`, which holds `size` bytes.
///
/// Reads less than [`READ_ALLOWANCE`](crate::READ_ALLOWANCE) bytes, unless the file is a Matroska
/// one of a sendable size that states no length.
///
/// # Errors
/// [`ProbeError`] where there are no facts to give.
pub fn probe<R: Read + Seek>(reader: R, size: u64) -> Result<Probe, ProbeError> {
    let mut source = Source::new(reader, size);
    let container = match sniff(source.up_to(0, SNIFF_BYTES)?) {
        Sniffed::Video(container) => container,
        Sniffed::Image(name) => return Err(ProbeError::Image(name)),
        Sniffed::Sound(name) => return Err(ProbeError::SoundOnly(name)),
        Sniffed::Other => return Err(ProbeError::NotVideo),
    };
    let mut probe = match container {
        Container::Mp4 | Container::Mov | Container::M4v | Container::ThreeGp => {
            mp4::probe(&mut source, container)
        }
        Container::WebM | Container::Mkv => matroska::probe(&mut source, container),
        Container::Avi => avi::probe(&mut source),
        Container::Flv => flv::probe(&mut source),
        Container::Asf => asf::probe(&mut source),
        Container::MpegTs => mpeg_ts::probe(&mut source),
        // Neither states its length in a header, and both are rare: no length, no sending.
        Container::MpegPs | Container::Ogg => Ok(Probe {
            container,
            duration_seconds: None,
            picture: Some(Picture::default()),
            audio_codec: None,
            cut_off: false,
        }),
    }?;
    probe.duration_seconds = probe.duration_seconds.filter(|s| s.is_finite() && *s > 0.0);
    Ok(probe)
}
