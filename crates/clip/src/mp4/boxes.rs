//! The boxes of ISO/IEC 14496-12 and QuickTime: a length, a kind, a body.

use std::io::{Read, Seek};

use crate::ProbeError;
use crate::source::Source;

/// Where a box lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Header {
    /// Four-character code.
    pub(super) kind: [u8; 4],
    /// First byte after the header.
    pub(super) body: u64,
    /// First byte after the box. May lie past its parent or the file: the caller judges that.
    pub(super) end: u64,
}

impl Header {
    /// Length of the body in bytes.
    pub(super) fn len(&self) -> u64 {
        self.end - self.body
    }
}

/// Reads the header at `at` of a box inside of something that ends at `limit`. A box of length
/// zero reaches up to there. `None` for a length that can't be one.
pub(super) fn header<R: Read + Seek>(
    source: &mut Source<R>,
    at: u64,
    limit: u64,
) -> Result<Option<Header>, ProbeError> {
    let [a, b, c, d, kind @ ..] = source.bytes::<8>(at)?;
    let (length, head) = match u32::from_be_bytes([a, b, c, d]) {
        1 => (source.u64(at + 8)?, 16),
        0 => (limit.saturating_sub(at), 8),
        length => (u64::from(length), 8),
    };
    let end = at.checked_add(length).filter(|_| length >= head);
    Ok(end.map(|end| Header {
        kind,
        body: at + head,
        end,
    }))
}

/// The next child of `parent` at `at`, which is moved past it. `None` once fewer bytes are left
/// than a header has (QuickTime ends some lists with four zeros).
pub(super) fn child<R: Read + Seek>(
    source: &mut Source<R>,
    parent: &Header,
    at: &mut u64,
) -> Result<Option<Header>, ProbeError> {
    if parent.end.saturating_sub(*at) < 8 {
        return Ok(None);
    }
    let found = header(source, *at, parent.end)?
        .filter(|child| child.end <= parent.end)
        .ok_or(ProbeError::Broken(part(parent.kind)))?;
    *at = found.end;
    Ok(Some(found))
}

/// A full box's version, which tells whether its times have 32 or 64 bits.
pub(super) fn version<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
) -> Result<u8, ProbeError> {
    source.u8(header.body)
}

/// A time of `version` 0 or 1 at `at`; all ones mean that it is not told.
pub(super) fn time<R: Read + Seek>(
    source: &mut Source<R>,
    version: u8,
    at: u64,
) -> Result<Option<u64>, ProbeError> {
    if version == 1 {
        Ok(Some(source.u64(at)?).filter(|t| *t != u64::MAX))
    } else {
        Ok(Some(source.u32(at)?)
            .filter(|t| *t != u32::MAX)
            .map(u64::from))
    }
}

/// Ticks of a clock that makes `timescale` of them a second, in seconds.
pub(super) fn seconds(ticks: u64, timescale: u32) -> Option<f64> {
    (timescale > 0).then(|| ticks as f64 / f64::from(timescale))
}

/// Name of a container box, for [`ProbeError::Broken`].
fn part(kind: [u8; 4]) -> &'static str {
    match &kind {
        b"moov" => "moov",
        b"trak" => "trak",
        b"mdia" => "mdia",
        b"minf" => "minf",
        b"stbl" => "stbl",
        b"mvex" => "mvex",
        b"moof" => "moof",
        b"traf" => "traf",
        _ => "mp4",
    }
}
