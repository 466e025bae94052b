//! From a path to a report.

use std::fs::{self, File};
use std::io::{self, Read, Seek};
use std::path::Path;

use contract::{ClipReport, Limits, Reason, ReasonCode};

use crate::judge::of_read_error;
use crate::{Judgement, Probe, SNIFF_BYTES, Sniffed, judge, probe, sniff};

/// Reports on the file at `path`, held against `limits`. Never fails: whatever is wrong with the
/// path is among the report's reasons. Opens nothing but regular files, so it can't hang on a pipe.
pub fn check(path: &Path, limits: &Limits) -> ClipReport {
    match open(path) {
        Ok((file, size)) => examine(file, size, limits),
        Err(reason) => report(
            0,
            Sniffed::Other,
            None,
            Judgement::from_reasons(vec![reason]),
        ),
    }
}

/// Opens the regular file that `path` leads to, and gives its size.
fn open(path: &Path) -> Result<(File, u64), Reason> {
    let own = fs::symlink_metadata(path).map_err(|error| of_read_error(&error))?;
    let metadata = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => Reason::new(ReasonCode::NoPermission),
        // Its target is gone, or it leads round in a ring.
        _ if own.is_symlink() => Reason::new(ReasonCode::DeadLink),
        _ => of_read_error(&error),
    })?;
    if metadata.is_dir() {
        return Err(Reason::new(ReasonCode::Folder));
    }
    if !metadata.is_file() {
        return Err(Reason::new(ReasonCode::NotAFile));
    }
    let file = File::open(path).map_err(|error| of_read_error(&error))?;
    // Of the open file: the path may have been given to another one meanwhile.
    let size = file
        .metadata()
        .map_err(|error| of_read_error(&error))?
        .len();
    Ok((file, size))
}

/// Reports on an open file of `size` bytes.
pub(crate) fn examine<R: Read + Seek>(mut reader: R, size: u64, limits: &Limits) -> ClipReport {
    let sniffed = head(&mut reader).map_or(Sniffed::Other, |head| sniff(&head));
    let probed = probe(reader, size);
    let judgement = judge(size, &probed, limits);
    report(size, sniffed, probed.ok(), judgement)
}

/// The first bytes. The container is named even where the probe finds nothing else.
fn head<R: Read>(reader: &mut R) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(SNIFF_BYTES);
    reader.take(SNIFF_BYTES as u64).read_to_end(&mut head)?;
    Ok(head)
}

fn report(size: u64, sniffed: Sniffed, probe: Option<Probe>, judgement: Judgement) -> ClipReport {
    let (duration_seconds, picture, audio_codec) = match probe {
        Some(probe) => (
            probe.duration_seconds,
            probe.picture.unwrap_or_default(),
            probe.audio_codec,
        ),
        None => Default::default(),
    };
    ClipReport {
        container: sniffed.name().map(str::to_owned),
        duration_seconds,
        width: picture.width,
        height: picture.height,
        rotation: picture.rotation,
        video_codec: picture.codec,
        audio_codec,
        size_bytes: size,
        verdict: judgement.verdict,
        reasons: judgement.reasons,
    }
}
