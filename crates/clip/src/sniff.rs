//! What a file is, by its first bytes.

use infer::MatcherType;

use crate::Container;
use crate::matroska::ebml;

/// How many of a file's first bytes [`sniff`] can make use of.
pub const SNIFF_BYTES: usize = 4096;

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sniffed {
    /// A container for video. Whether there is any in it is another question.
    Video(Container),
    /// A picture, by the short name of its format.
    Image(&'static str),
    /// Sound, by the short name of its format.
    Sound(&'static str),
    /// Anything else.
    Other,
}

impl Sniffed {
    /// Short name of the format, where there is one.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Video(container) => Some(container.name()),
            Self::Image(name) | Self::Sound(name) => Some(name),
            Self::Other => None,
        }
    }
}

/// Major brands of pictures in the box format of MP4.
const PICTURE_BRANDS: &[(&[u8; 4], &str)] = &[
    (b"avif", "avif"),
    (b"avis", "avif"),
    (b"heic", "heic"),
    (b"heix", "heic"),
    (b"heim", "heic"),
    (b"heis", "heic"),
    (b"hevc", "heic"),
    (b"hevx", "heic"),
    (b"hevm", "heic"),
    (b"hevs", "heic"),
    (b"mif1", "heif"),
    (b"mif2", "heif"),
    (b"msf1", "heif"),
    (b"crx ", "cr3"),
];

/// Boxes that a QuickTime file from before `ftyp` may begin with.
const QUICKTIME_FIRST: &[&[u8; 4]] = &[
    b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot", b"moof", b"styp", b"sidx",
];

const ASF_HEADER: [u8; 16] = [
    0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, 0xA6, 0xD9, 0x00, 0xAA, 0x00, 0x62, 0xCE, 0x6C,
];

/// Tells what a file is by its first bytes, of which [`SNIFF_BYTES`] are enough.
pub fn sniff(head: &[u8]) -> Sniffed {
    let container = if let Some(found) = boxes(head) {
        return found;
    } else if head.starts_with(&ebml::HEADER_BYTES) {
        return matroska(head);
    } else if head.starts_with(b"OggS") {
        return ogg(head);
    } else if head.starts_with(b"RIFF") && head.get(8..11) == Some(b"AVI") {
        Container::Avi
    } else if head.starts_with(b"FLV\x01") {
        Container::Flv
    } else if head.starts_with(&ASF_HEADER) {
        Container::Asf
    } else if head.starts_with(&[0, 0, 1, 0xBA]) {
        Container::MpegPs
    } else if is_transport_stream(head) {
        Container::MpegTs
    } else {
        return other(head);
    };
    Sniffed::Video(container)
}

/// The MP4 family, by its first box.
fn boxes(head: &[u8]) -> Option<Sniffed> {
    let kind: &[u8; 4] = head.get(4..8)?.try_into().ok()?;
    if kind == b"ftyp" {
        let brand: &[u8; 4] = head
            .get(8..12)
            .and_then(|b| b.try_into().ok())
            .unwrap_or(b"    ");
        if let Some((_, name)) = PICTURE_BRANDS.iter().find(|(known, _)| *known == brand) {
            return Some(Sniffed::Image(name));
        }
        return Some(Sniffed::Video(match brand {
            b"qt  " => Container::Mov,
            [b'M', b'4', b'V', _] => Container::M4v,
            [b'3', b'g', _, _] => Container::ThreeGp,
            _ => Container::Mp4,
        }));
    }
    let length = u32::from_be_bytes(head.get(..4)?.try_into().ok()?);
    let plausible = length >= 8 || length <= 1;
    (plausible && QUICKTIME_FIRST.contains(&kind)).then_some(Sniffed::Video(match kind {
        b"moof" | b"styp" | b"sidx" => Container::Mp4,
        _ => Container::Mov,
    }))
}

/// Matroska, by the document type in the EBML header.
fn matroska(head: &[u8]) -> Sniffed {
    match ebml::document_type(head) {
        Some(b"webm") => Sniffed::Video(Container::WebM),
        // Cut before its document type: a Matroska file is what it most likely was.
        Some(b"matroska") | None => Sniffed::Video(Container::Mkv),
        Some(_) => Sniffed::Other,
    }
}

/// Ogg holds video if the first packet is Theora's, Dirac's, or a skeleton that announces more.
fn ogg(head: &[u8]) -> Sniffed {
    // 27 bytes of page header, then as many segment lengths as its last byte says.
    let packet = head
        .get(26)
        .and_then(|segments| head.get(27 + usize::from(*segments)..))
        .unwrap_or_default();
    if [b"\x80theora".as_slice(), b"fishead\0", b"BBCD"]
        .iter()
        .any(|m| packet.starts_with(m))
    {
        Sniffed::Video(Container::Ogg)
    } else {
        Sniffed::Sound("ogg")
    }
}

/// Three sync bytes a packet apart; `.m2ts` has four bytes of time before each.
fn is_transport_stream(head: &[u8]) -> bool {
    [(0, 188), (4, 192)]
        .iter()
        .any(|(first, packet)| (0..3).all(|n| head.get(first + n * packet) == Some(&0x47)))
}

/// Pictures and sound, as `infer` knows them.
fn other(head: &[u8]) -> Sniffed {
    match infer::get(head) {
        Some(kind) if kind.matcher_type() == MatcherType::Image => Sniffed::Image(kind.extension()),
        Some(kind) if kind.matcher_type() == MatcherType::Audio => Sniffed::Sound(kind.extension()),
        _ => Sniffed::Other,
    }
}
