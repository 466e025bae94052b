//! AVI: the header list of a RIFF file.

use std::io::{Read, Seek};

use crate::source::Source;
use crate::{Container, Picture, Probe, ProbeError, codec};

/// A chunk of a RIFF file. Its data is `length` bytes long and padded to an even place.
struct Chunk {
    id: [u8; 4],
    data: u64,
    end: u64,
}

impl Chunk {
    /// The chunk at `at`, or `None` where fewer than a header's bytes are left before `limit`.
    fn at<R: Read + Seek>(
        source: &mut Source<R>,
        at: u64,
        limit: u64,
    ) -> Result<Option<Self>, ProbeError> {
        if limit.saturating_sub(at) < 8 {
            return Ok(None);
        }
        let id = source.bytes(at)?;
        let length = u64::from(source.u32_le(at + 4)?);
        Ok(Some(Self {
            id,
            data: at + 8,
            end: at + 8 + length,
        }))
    }

    /// Where the next one begins.
    fn next(&self) -> u64 {
        self.end + self.end % 2
    }

    /// Whether it is a list of the type `kind`.
    fn is_list<R: Read + Seek>(
        &self,
        source: &mut Source<R>,
        kind: &[u8; 4],
    ) -> Result<bool, ProbeError> {
        Ok(&self.id == b"LIST" && &source.bytes::<4>(self.data)? == kind)
    }
}

/// Reads the facts of an AVI file.
///
/// # Errors
/// [`ProbeError::CutOff`] where the header list is not there or not whole.
pub(crate) fn probe<R: Read + Seek>(source: &mut Source<R>) -> Result<Probe, ProbeError> {
    let size = source.size();
    let riff = Chunk::at(source, 0, size)?.ok_or(ProbeError::CutOff)?;
    let mut probe = Probe {
        container: Container::Avi,
        duration_seconds: None,
        picture: None,
        audio_codec: None,
        cut_off: riff.end > size,
    };
    let mut at = riff.data + 4;
    while let Some(chunk) = Chunk::at(source, at, size)? {
        if chunk.is_list(source, b"hdrl")? {
            if chunk.end > size {
                return Err(ProbeError::CutOff);
            }
            header_list(source, &chunk, &mut probe)?;
            return Ok(probe);
        }
        at = chunk.next();
    }
    Err(ProbeError::CutOff)
}

fn header_list<R: Read + Seek>(
    source: &mut Source<R>,
    list: &Chunk,
    probe: &mut Probe,
) -> Result<(), ProbeError> {
    let mut by_frames = None;
    let mut at = list.data + 4;
    while let Some(chunk) = Chunk::at(source, at, list.end)? {
        if &chunk.id == b"avih" {
            let microseconds = f64::from(source.u32_le(chunk.data)?);
            let frames = f64::from(source.u32_le(chunk.data + 16)?);
            by_frames = Some(frames * microseconds / 1e6);
        } else if chunk.is_list(source, b"strl")? {
            stream(source, &chunk, probe)?;
        }
        at = chunk.next();
    }
    // The stream's own count comes first: past 1 GB the main header's covers a part only.
    probe.duration_seconds = probe.duration_seconds.filter(|s| *s > 0.0).or(by_frames);
    Ok(())
}

/// One stream: `strh` has its kind, rate and length, `strf` its format.
fn stream<R: Read + Seek>(
    source: &mut Source<R>,
    list: &Chunk,
    probe: &mut Probe,
) -> Result<(), ProbeError> {
    let mut kind = [0; 4];
    let mut handler = [0; 4];
    let mut at = list.data + 4;
    while let Some(chunk) = Chunk::at(source, at, list.end)? {
        match &chunk.id {
            b"strh" => {
                kind = source.bytes(chunk.data)?;
                handler = source.bytes(chunk.data + 4)?;
                if &kind == b"vids" && probe.picture.is_none() {
                    let scale = f64::from(source.u32_le(chunk.data + 20)?);
                    let rate = f64::from(source.u32_le(chunk.data + 24)?);
                    let length = f64::from(source.u32_le(chunk.data + 32)?);
                    probe.duration_seconds = Some(length * scale / rate).filter(|s| s.is_finite());
                }
            }
            b"strf" if &kind == b"vids" && probe.picture.is_none() => {
                let width = source.u32_le(chunk.data + 4)?;
                // Negative where the rows are stored from the top.
                let height = source.u32_le(chunk.data + 8)?.cast_signed().unsigned_abs();
                let code = source.bytes(chunk.data + 16)?;
                let codec = codec::of_four_characters(code);
                let codec = codec.or_else(|| codec::of_four_characters(handler));
                probe.picture = Some(Picture::turned(width, height, 0, codec));
            }
            b"strf" if &kind == b"auds" && probe.audio_codec.is_none() => {
                let tag = u16::from_le_bytes(source.bytes(chunk.data)?);
                probe.audio_codec = codec::of_wave_format(tag);
            }
            _ => {}
        }
        at = chunk.next();
    }
    Ok(())
}
