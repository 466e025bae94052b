//! What kind of picture a file is, by its first bytes and never by its name.

/// The pictures that the service takes (contract: jpg, jpeg, png, webp).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Picture {
    Jpeg,
    Png,
    Webp,
}

impl Picture {
    /// Bytes that are enough to tell.
    pub(crate) const HEAD: usize = 12;

    /// Tells it by a file's first bytes; none where it isn't one of these.
    pub(crate) fn of(head: &[u8]) -> Option<Self> {
        if head.starts_with(&[0xFF, 0xD8, 0xFF]) {
            return Some(Self::Jpeg);
        }
        if head.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        let is_webp = head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP");
        is_webp.then_some(Self::Webp)
    }

    /// The usual extension.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }

    /// The content type of a picture with this extension.
    pub(crate) fn content_type(extension: &str) -> Option<&'static str> {
        Some(match extension {
            "jpg" => "image/jpeg",
            "png" => "image/png",
            "webp" => "image/webp",
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_told_by_its_first_bytes() {
        assert_eq!(Picture::of(b"\xFF\xD8\xFF\xE0...."), Some(Picture::Jpeg));
        assert_eq!(Picture::of(b"\x89PNG\r\n\x1a\n...."), Some(Picture::Png));
        assert_eq!(Picture::of(b"RIFF\0\0\0\0WEBPVP8 "), Some(Picture::Webp));
        assert_eq!(Picture::of(b"RIFF\0\0\0\0AVI LIST"), None);
        assert_eq!(Picture::of(b"GIF89a......"), None);
        assert_eq!(Picture::of(b""), None);
    }
}
