//! Short names of codecs, the same whichever container they stand in.

/// Names of the four-character codes of MP4, QuickTime, AVI and ASF. Compared without case, since
/// AVI writers differ in it.
const FOUR_CHARACTERS: &[(&str, &[&[u8; 4]])] = &[
    (
        "h264",
        &[
            b"avc1", b"avc3", b"avc2", b"avc4", b"dva1", b"dvav", b"h264", b"x264", b"davc",
        ],
    ),
    (
        "hevc",
        &[
            b"hvc1", b"hev1", b"dvh1", b"dvhe", b"hevc", b"h265", b"x265",
        ],
    ),
    ("av1", &[b"av01"]),
    ("vp9", &[b"vp09", b"vp90"]),
    ("vp8", &[b"vp08", b"vp80"]),
    (
        "prores",
        &[
            b"ap4h", b"ap4x", b"apch", b"apcn", b"apcs", b"apco", b"aprn", b"aprh",
        ],
    ),
    ("mpeg4", &[b"mp4v", b"fmp4", b"xvid", b"divx", b"dx50"]),
    ("msmpeg4", &[b"mp42", b"mp43", b"div3", b"div4"]),
    ("mjpeg", &[b"jpeg", b"mjpg", b"mjpa", b"mjpb", b"dmb1"]),
    ("png", &[b"png ", b"mpng"]),
    ("h263", &[b"h263", b"s263"]),
    (
        "mpeg2",
        &[
            b"mp2v", b"m2v1", b"mpg2", b"hdv1", b"hdv2", b"hdv3", b"xdvc",
        ],
    ),
    ("dnxhd", &[b"avdn", b"avdh"]),
    ("cineform", &[b"cfhd"]),
    ("dv", &[b"dvsd", b"dvc ", b"dvcp", b"dv25", b"dvhd"]),
    ("wmv", &[b"wmv1", b"wmv2", b"wmv3", b"wmva"]),
    ("vc1", &[b"wvc1", b"vc-1"]),
    ("aac", &[b"mp4a"]),
    ("opus", &[b"opus"]),
    ("flac", &[b"flac"]),
    ("alac", &[b"alac"]),
    ("ac3", &[b"ac-3"]),
    ("eac3", &[b"ec-3"]),
    ("mp3", &[b".mp3", b"ms\0\x55"]),
    ("amr", &[b"samr", b"sawb"]),
    ("dts", &[b"dtsc", b"dtsh", b"dtsl", b"dtse"]),
    (
        "pcm",
        &[
            b"lpcm", b"sowt", b"twos", b"in24", b"in32", b"fl32", b"fl64", b"raw ", b"none",
            b"ipcm", b"fpcm", b"ulaw", b"alaw",
        ],
    ),
];

/// Name of a four-character code; of an unknown one, the code itself.
pub(crate) fn of_four_characters(code: [u8; 4]) -> Option<String> {
    let known = FOUR_CHARACTERS
        .iter()
        .find(|(_, codes)| codes.iter().any(|known| known.eq_ignore_ascii_case(&code)));
    known.map_or_else(|| tidy(&code), |(name, _)| Some((*name).to_owned()))
}

/// Name of an MPEG-4 object type, which an `mp4a` or `mp4v` entry is more closely told by.
pub(crate) fn of_object_type(object_type: u8) -> Option<&'static str> {
    Some(match object_type {
        0x20 => "mpeg4",
        0x21 => "h264",
        0x23 => "hevc",
        0x40 | 0x66..=0x68 => "aac",
        0x60..=0x65 => "mpeg2",
        0x69 | 0x6B => "mp3",
        0x6A => "mpeg1",
        0x6C => "mjpeg",
        0xA5 => "ac3",
        0xA6 => "eac3",
        0xA9 => "dts",
        0xAD => "opus",
        0xDD => "vorbis",
        _ => return None,
    })
}

/// Names of Matroska's codec ids, by how they begin; longer ones first.
const MATROSKA: &[(&str, &str)] = &[
    ("V_MPEG4/ISO/AVC", "h264"),
    ("V_MPEGH/ISO/HEVC", "hevc"),
    ("V_MPEG4/", "mpeg4"),
    ("V_MPEG2", "mpeg2"),
    ("V_MPEG1", "mpeg1"),
    ("A_AAC", "aac"),
    ("A_MPEG/L3", "mp3"),
    ("A_MPEG/L2", "mp2"),
    ("A_PCM/", "pcm"),
    ("A_EAC3", "eac3"),
    ("A_AC3", "ac3"),
    ("A_DTS", "dts"),
    ("A_VORBIS", "vorbis"),
];

/// Name of a Matroska codec id; of an unknown one, the id without its `V_` or `A_`.
pub(crate) fn of_matroska(id: &str) -> Option<String> {
    MATROSKA
        .iter()
        .find(|(prefix, _)| id.starts_with(prefix))
        .map(|(_, name)| (*name).to_owned())
        .or_else(|| {
            tidy(
                id.trim_start_matches("V_")
                    .trim_start_matches("A_")
                    .as_bytes(),
            )
        })
}

/// Name of a `WAVEFORMATEX` format tag, of AVI and ASF.
pub(crate) fn of_wave_format(tag: u16) -> Option<String> {
    let name = match tag {
        0x0001 | 0x0003 | 0x0006 | 0x0007 | 0xFFFE => "pcm",
        0x0050 => "mp2",
        0x0055 => "mp3",
        0x00FF | 0x1610 | 0x706D => "aac",
        0x0160..=0x0163 => "wma",
        0x2000 => "ac3",
        0x2001 => "dts",
        0xF1AC => "flac",
        _ => return None,
    };
    Some(name.to_owned())
}

/// Name of a stream type of an MPEG transport stream, and whether it is video.
pub(crate) fn of_transport_stream(stream_type: u8) -> Option<(TransportKind, &'static str)> {
    use TransportKind::{Sound, Video};
    Some(match stream_type {
        0x01 => (Video, "mpeg1"),
        0x02 => (Video, "mpeg2"),
        0x10 => (Video, "mpeg4"),
        0x1B => (Video, "h264"),
        0x24 => (Video, "hevc"),
        0xEA => (Video, "vc1"),
        0x03 | 0x04 => (Sound, "mp3"),
        0x0F | 0x11 => (Sound, "aac"),
        0x81 => (Sound, "ac3"),
        0x87 => (Sound, "eac3"),
        _ => return None,
    })
}

/// What a stream of a transport stream carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TransportKind {
    /// Video.
    Video,
    /// Sound.
    Sound,
}

/// A code of unknown meaning, made fit to be shown: lower case, printable, short.
fn tidy(code: &[u8]) -> Option<String> {
    let name: String = code
        .iter()
        .filter(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'/'))
        .take(24)
        .map(|b| char::from(b.to_ascii_lowercase()))
        .collect();
    (!name.is_empty()).then_some(name)
}
