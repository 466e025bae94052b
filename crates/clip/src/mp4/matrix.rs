//! The transformation matrix of a movie or a track.

use std::io::{Read, Seek};

use crate::ProbeError;
use crate::facts::quarter_turn;
use crate::source::Source;

/// The clockwise turn that a transformation matrix makes: its first row is the image of "right".
pub(super) fn rotation<R: Read + Seek>(
    source: &mut Source<R>,
    matrix: u64,
) -> Result<u16, ProbeError> {
    let right = source.u32(matrix)?.cast_signed();
    let down = source.u32(matrix + 4)?.cast_signed();
    Ok(quarter_turn(
        f64::from(down).atan2(f64::from(right)).to_degrees(),
    ))
}
