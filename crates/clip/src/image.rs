//! How large a still picture is, from its header.

use std::io::{Read, Seek, SeekFrom};

/// Markers of a JPEG that are passed over before its size is given up.
const MOST_MARKERS: usize = 500;

/// Width and height in pixels of the JPG, PNG or WebP in `reader`, as stored. `None` where its
/// header doesn't say.
///
/// Reads a few bytes of the header, and hops from marker to marker in a JPEG.
pub fn image_size<R: Read + Seek>(mut reader: R) -> Option<(u32, u32)> {
    let mut head = [0u8; 30];
    let read = fill(&mut reader, &mut head);
    let head = head.get(..read)?;
    let (width, height) = if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        png(head)?
    } else if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        webp(head)?
    } else if head.starts_with(b"\xff\xd8") {
        jpeg(&mut reader)?
    } else {
        return None;
    };
    (width > 0 && height > 0).then_some((width, height))
}

/// Reads as much as there is, up to the whole of `buffer`.
fn fill<R: Read>(reader: &mut R, buffer: &mut [u8]) -> usize {
    let mut read = 0;
    while let Some(rest) = buffer.get_mut(read..).filter(|rest| !rest.is_empty()) {
        match reader.read(rest) {
            Ok(0) | Err(_) => break,
            Ok(more) => read += more,
        }
    }
    read
}

/// The `IHDR` chunk, which is the first by the format.
fn png(head: &[u8]) -> Option<(u32, u32)> {
    if head.get(12..16)? != b"IHDR" {
        return None;
    }
    let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}

/// The first chunk: lossy, lossless or extended.
fn webp(head: &[u8]) -> Option<(u32, u32)> {
    let byte = |at: usize| head.get(at).copied().map(u32::from);
    match head.get(12..16)? {
        b"VP8 " if head.get(23..26)? == b"\x9d\x01\x2a" => {
            // Two bits of each are a scale.
            let side = |at: usize| Some((byte(at)? | byte(at + 1)? << 8) & 0x3fff);
            Some((side(26)?, side(28)?))
        }
        b"VP8L" if byte(20)? == 0x2f => {
            let bits = byte(21)? | byte(22)? << 8 | byte(23)? << 16 | byte(24)? << 24;
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => {
            let side = |at: usize| Some((byte(at)? | byte(at + 1)? << 8 | byte(at + 2)? << 16) + 1);
            Some((side(24)?, side(27)?))
        }
        _ => None,
    }
}

/// The frame header, wherever it stands behind the others.
fn jpeg<R: Read + Seek>(reader: &mut R) -> Option<(u32, u32)> {
    reader.seek(SeekFrom::Start(2)).ok()?;
    for _ in 0..MOST_MARKERS {
        let mut marker = [0u8; 2];
        reader.read_exact(&mut marker).ok()?;
        if marker[0] != 0xff {
            return None;
        }
        match marker[1] {
            // Filling, and markers that have no length.
            0xff => {
                reader.seek(SeekFrom::Current(-1)).ok()?;
            }
            0x01 | 0xd0..=0xd8 => {}
            // The end, or the picture itself.
            0xd9 | 0xda => return None,
            0xc0..=0xcf if !matches!(marker[1], 0xc4 | 0xc8 | 0xcc) => {
                let mut frame = [0u8; 7];
                reader.read_exact(&mut frame).ok()?;
                let side = |at: usize| u32::from(frame[at]) << 8 | u32::from(frame[at + 1]);
                return Some((side(5), side(3)));
            }
            _ => {
                let mut length = [0u8; 2];
                reader.read_exact(&mut length).ok()?;
                let rest = u16::from_be_bytes(length).checked_sub(2)?;
                reader.seek(SeekFrom::Current(rest.into())).ok()?;
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::image_size;

    fn size(bytes: &[u8]) -> Option<(u32, u32)> {
        image_size(Cursor::new(bytes))
    }

    #[test]
    fn each_format_says_its_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0";
        assert_eq!(size(png), Some((640, 480)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x06abcd\xff\xff\xc2\0\x11\x08\x01\xe0\x02\x80\x03";
        assert_eq!(size(jpeg), Some((640, 480)), "behind another marker");
        let lossy = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x80\x02\xe0\x01";
        assert_eq!(size(lossy), Some((640, 480)));
        let lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x7f\xc2\x77\0\0\0\0\0\0";
        assert_eq!(size(lossless), Some((640, 480)));
        let extended = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0";
        assert_eq!(size(extended), Some((640, 480)));
    }

    #[test]
    fn what_is_cut_or_lies_has_no_size() {
        for bytes in [
            b"".as_slice(),
            b"\xff\xd8",
            b"\xff\xd8\xff\xe0\0\x01",
            b"\xff\xd8\xff\xda\0\x02",
            b"\xff\xd8\xff\xc0\0\x11\x08\0\0\0\0\x03",
            b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0",
            b"RIFF\0\0\0\0WEBPVP8 ",
            b"GIF89a\x01\0\x01\0",
        ] {
            assert_eq!(size(bytes), None, "{bytes:?}");
        }
        let endless = [b"\xff\xd8".as_slice(), &b"\xff\xe0\0\x02".repeat(10_000)].concat();
        assert_eq!(size(&endless), None);
    }
}
