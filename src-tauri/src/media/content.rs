//! What a file is, by its first bytes: the listener never trusts a name.

/// Bytes that [`content_type`] wants to see.
pub const HEAD_BYTES: usize = 64;

/// The content type of a file that begins so. Only what the page can play or show has one.
pub fn content_type(head: &[u8]) -> &'static str {
    let at = |offset: usize, mark: &[u8]| {
        head.get(offset..)
            .is_some_and(|rest| rest.starts_with(mark))
    };
    if at(4, b"ftypavif") || at(4, b"ftypavis") {
        "image/avif"
    } else if at(4, b"ftypqt  ") || at(4, b"moov") || at(4, b"mdat") || at(4, b"wide") {
        "video/quicktime"
    } else if at(4, b"ftyp") {
        "video/mp4"
    } else if at(0, b"\x1a\x45\xdf\xa3") {
        if head.windows(4).any(|window| window == b"webm") {
            "video/webm"
        } else {
            "video/x-matroska"
        }
    } else if at(0, b"\xff\xd8\xff") {
        "image/jpeg"
    } else if at(0, b"\x89PNG\r\n\x1a\n") {
        "image/png"
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        "image/webp"
    } else if at(0, b"GIF8") {
        "image/gif"
    } else {
        "application/octet-stream"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_first_bytes() {
        for (head, expected) in [
            (b"\0\0\0\x20ftypisom\0\0\x02\0".as_slice(), "video/mp4"),
            (b"\0\0\0\x14ftypqt  \0\0\0\0", "video/quicktime"),
            (
                b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm",
                "video/webm",
            ),
            (
                b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x88matroska",
                "video/x-matroska",
            ),
            (b"\xff\xd8\xff\xe0", "image/jpeg"),
            (b"\x89PNG\r\n\x1a\n", "image/png"),
            (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
            (b"\0\0\0\x20ftypavif\0\0\0\0", "image/avif"),
            (b"GIF89a\x01\0\x01\0", "image/gif"),
            (b"<svg onload=alert(1)>", "application/octet-stream"),
            (b"", "application/octet-stream"),
        ] {
            assert_eq!(content_type(head), expected, "{head:?}");
        }
    }
}
