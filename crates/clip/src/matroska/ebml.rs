//! EBML (RFC 8794): an id, a length, a body.

use std::io::{Read, Seek};

use crate::ProbeError;
use crate::source::Source;

/// What every EBML file begins with: the id of its header.
pub(crate) const HEADER_BYTES: [u8; 4] = [0x1A, 0x45, 0xDF, 0xA3];

const DOCUMENT_TYPE: [u8; 2] = [0x42, 0x82];
/// Longest header of an element: four bytes of id and eight of length.
const LONGEST_HEADER: usize = 12;

/// Where an element lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    /// With its length marker, as ids are written.
    pub(super) id: u32,
    /// First byte after the header.
    pub(super) body: u64,
    /// First byte after the element; `None` for one that goes on until something else begins.
    pub(super) end: Option<u64>,
}

/// Reads the header of the element at `at`.
pub(super) fn element<R: Read + Seek>(
    source: &mut Source<R>,
    at: u64,
) -> Result<Element, ProbeError> {
    let bytes = source.up_to(at, LONGEST_HEADER)?;
    let first = *bytes.first().ok_or(ProbeError::CutOff)?;
    let id_length = first.leading_zeros() as usize + 1;
    if id_length > 4 {
        return Err(ProbeError::Broken("ebml"));
    }
    let id = bytes.get(..id_length).ok_or(ProbeError::CutOff)?;
    let id = id.iter().fold(0, |id, byte| (id << 8) | u32::from(*byte));
    let rest = bytes.get(id_length..).unwrap_or_default();
    match *rest {
        [] => return Err(ProbeError::CutOff),
        [0, ..] => return Err(ProbeError::Broken("ebml")),
        _ => {}
    }
    let (length, taken) = variable(rest).ok_or(ProbeError::CutOff)?;
    let body = at + id_length as u64 + taken as u64;
    let end = length.map(|length| body.checked_add(length).ok_or(ProbeError::Broken("ebml")));
    Ok(Element {
        id,
        body,
        end: end.transpose()?,
    })
}

/// The next child of an element that ends at `end`; `at` is moved past it. `None` at the end.
pub(super) fn child<R: Read + Seek>(
    source: &mut Source<R>,
    end: u64,
    at: &mut u64,
) -> Result<Option<Leaf>, ProbeError> {
    if *at >= end {
        return Ok(None);
    }
    let child = element(source, *at)?;
    let child_end = child
        .end
        .filter(|e| *e <= end)
        .ok_or(ProbeError::Broken("ebml"))?;
    *at = child_end;
    Ok(Some(Leaf {
        id: child.id,
        body: child.body,
        end: child_end,
    }))
}

/// An element of known length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaf {
    /// With its length marker.
    pub(super) id: u32,
    /// First byte after the header.
    pub(super) body: u64,
    /// First byte after the element.
    pub(super) end: u64,
}

impl Leaf {
    /// Its body, or as much of it as `most` bytes.
    pub(super) fn bytes<'a, R: Read + Seek>(
        &self,
        source: &'a mut Source<R>,
        most: usize,
    ) -> Result<&'a [u8], ProbeError> {
        let length = usize::try_from(self.end - self.body).unwrap_or(usize::MAX);
        source.slice(self.body, length.min(most))
    }

    /// Its value as an unsigned integer of up to eight bytes.
    pub(super) fn unsigned<R: Read + Seek>(
        &self,
        source: &mut Source<R>,
    ) -> Result<u64, ProbeError> {
        if self.end - self.body > 8 {
            return Err(ProbeError::Broken("ebml"));
        }
        Ok(self
            .bytes(source, 8)?
            .iter()
            .fold(0, |value, byte| (value << 8) | u64::from(*byte)))
    }

    /// Its value as a float of four or eight bytes; none at all mean zero.
    pub(super) fn float<R: Read + Seek>(&self, source: &mut Source<R>) -> Result<f64, ProbeError> {
        match self.end - self.body {
            0 => Ok(0.0),
            4 => Ok(f64::from(f32::from_be_bytes(source.bytes(self.body)?))),
            8 => Ok(f64::from_be_bytes(source.bytes(self.body)?)),
            _ => Err(ProbeError::Broken("ebml")),
        }
    }
}

/// A variable-length number and how many bytes it took. The inner `None` is "unknown", which is
/// written as all ones; the outer one says that the bytes end too early or begin with a zero.
pub(super) fn variable(bytes: &[u8]) -> Option<(Option<u64>, usize)> {
    let first = *bytes.first()?;
    let length = first.leading_zeros() as usize + 1;
    if length > 8 {
        return None;
    }
    let rest = bytes.get(1..length)?;
    // Of a length of eight the first byte holds nothing but the marker.
    let marked = u64::from(first) & (0x7F_u64 >> (length - 1));
    let value = rest
        .iter()
        .fold(marked, |value, byte| (value << 8) | u64::from(*byte));
    let unknown = (1_u64 << (7 * length)) - 1;
    Some(((value != unknown).then_some(value), length))
}

/// The document type in an EBML header, if `head` reaches so far.
pub(crate) fn document_type(head: &[u8]) -> Option<&[u8]> {
    let mut rest = head.get(HEADER_BYTES.len()..)?;
    let (length, taken) = variable(rest)?;
    rest = rest.get(taken..)?;
    if let Some(length) = length.and_then(|length| usize::try_from(length).ok()) {
        rest = rest.get(..length).unwrap_or(rest);
    }
    while let Some(first) = rest.first() {
        let id_length = first.leading_zeros() as usize + 1;
        let id = rest.get(..id_length)?;
        let (length, taken) = variable(rest.get(id_length..)?)?;
        let body = rest.get(id_length + taken..)?;
        let length = usize::try_from(length?).ok()?;
        if id == DOCUMENT_TYPE {
            let text = body.get(..length)?;
            // The text may be padded with zeros.
            return text.split(|byte| *byte == 0).next();
        }
        rest = body.get(length..)?;
    }
    None
}
