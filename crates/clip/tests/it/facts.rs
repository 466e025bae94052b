//! Facts of real files, as ffprobe has them (tests/fixtures/README.md).

use clip::{Container, Sniffed, sniff};
use contract::{ReasonCode, Verdict};

use crate::support::{bytes, check, codes, find_box, fixture, mp4_box, probe};

/// Name, container, seconds, width, height, turn, video codec, audio codec.
type Facts = (
    &'static str,
    &'static str,
    f64,
    u32,
    u32,
    u16,
    &'static str,
    Option<&'static str>,
);

const KNOWN: &[Facts] = &[
    (
        "faststart.mp4",
        "mp4",
        2.0,
        144,
        256,
        0,
        "h264",
        Some("aac"),
    ),
    (
        "moov-at-end.mp4",
        "mp4",
        2.0,
        144,
        256,
        0,
        "h264",
        Some("aac"),
    ),
    (
        "rotated-90.mov",
        "mov",
        2.0,
        256,
        144,
        90,
        "h264",
        Some("aac"),
    ),
    ("prores.mov", "mov", 1.0, 64, 48, 0, "prores", None),
    ("apple.m4v", "m4v", 2.0, 144, 256, 0, "h264", Some("aac")),
    (
        "fragmented.mp4",
        "mp4",
        2.0,
        144,
        256,
        0,
        "h264",
        Some("aac"),
    ),
    (
        "hybrid-fragmented.mp4",
        "mp4",
        2.0,
        144,
        256,
        0,
        "h264",
        Some("aac"),
    ),
    ("hevc.mp4", "mp4", 2.0, 144, 256, 0, "hevc", Some("aac")),
    ("av1.mp4", "mp4", 2.0, 144, 256, 0, "av1", Some("opus")),
    ("vp9.webm", "webm", 2.0, 144, 256, 0, "vp9", Some("opus")),
    ("live.webm", "webm", 2.0, 144, 256, 0, "vp8", Some("vorbis")),
    ("h264.mkv", "mkv", 2.0, 144, 256, 0, "h264", Some("aac")),
];

/// Let through with a warning. A transport stream has its dimensions in the pictures only.
const OTHERS: &[Facts] = &[
    ("mpeg4.avi", "avi", 2.0, 144, 256, 0, "mpeg4", Some("mp3")),
    ("h264.flv", "flv", 2.1, 144, 256, 0, "h264", Some("aac")),
    ("windows.wmv", "asf", 2.0, 144, 256, 0, "wmv", Some("wma")),
    ("phone.3gp", "3gp", 1.0, 128, 96, 0, "h263", Some("aac")),
];

fn assert_facts((name, container, seconds, width, height, rotation, video, audio): Facts) {
    let report = check(fixture(name));
    assert_eq!(report.container.as_deref(), Some(container), "{name}");
    let told = report.duration_seconds.unwrap_or_default();
    assert!((told - seconds).abs() < 0.15, "{name}: {told} s");
    assert_eq!(
        (report.width, report.height),
        (Some(width), Some(height)),
        "{name}"
    );
    assert_eq!(report.rotation, rotation, "{name}");
    assert_eq!(report.video_codec.as_deref(), Some(video), "{name}");
    assert_eq!(report.audio_codec.as_deref(), audio, "{name}");
    assert_eq!(report.size_bytes, bytes(name).len() as u64, "{name}");
}

#[test]
fn containers_that_the_service_names_are_read_and_let_through() {
    for facts in KNOWN {
        assert_facts(*facts);
        let report = check(fixture(facts.0));
        assert_eq!(
            (report.verdict, report.reasons),
            (Verdict::Ok, vec![]),
            "{}",
            facts.0
        );
    }
}

#[test]
fn other_containers_are_let_through_with_a_warning_if_their_length_can_be_told() {
    for facts in OTHERS {
        assert_facts(*facts);
        let report = check(fixture(facts.0));
        assert_eq!(report.verdict, Verdict::Warn, "{}", facts.0);
        assert_eq!(
            codes(&report),
            [ReasonCode::UnknownContainer],
            "{}",
            facts.0
        );
    }
}

#[test]
fn a_transport_stream_has_its_length_from_the_first_and_last_picture() {
    let report = check(fixture("transport.ts"));
    assert_eq!(report.container.as_deref(), Some("mpeg-ts"));
    assert!(
        (report.duration_seconds.unwrap() - 2.0).abs() < 0.15,
        "{report:?}"
    );
    assert_eq!(report.video_codec.as_deref(), Some("h264"));
    assert_eq!(report.audio_codec.as_deref(), Some("aac"));
    assert_eq!(codes(&report), [ReasonCode::UnknownContainer]);
}

#[test]
fn a_container_whose_length_cannot_be_told_is_refused() {
    let report = check(fixture("program.mpg"));
    assert_eq!(report.container.as_deref(), Some("mpeg-ps"));
    assert_eq!(
        (report.verdict, codes(&report)),
        (Verdict::Refused, vec![ReasonCode::NoLength])
    );
}

#[test]
fn the_name_is_not_trusted() {
    let dir = tempfile::tempdir().unwrap();
    let misnamed = dir.path().join("clip.mp4");
    std::fs::copy(fixture("vp9.webm"), &misnamed).unwrap();
    assert_eq!(check(&misnamed).container.as_deref(), Some("webm"));
    std::fs::copy(fixture("picture.jpg"), &misnamed).unwrap();
    assert_eq!(codes(&check(&misnamed)), [ReasonCode::Image]);
    std::fs::write(&misnamed, "Dear diary, today I rendered nothing at all.").unwrap();
    assert_eq!(codes(&check(&misnamed)), [ReasonCode::NotVideo]);
}

#[test]
fn sound_alone_is_told_from_video() {
    for (name, container) in [
        ("sound.m4a", "mp4"),
        ("sound.webm", "webm"),
        ("sound.mp3", "mp3"),
        ("sound.ogg", "ogg"),
    ] {
        let report = check(fixture(name));
        assert_eq!(codes(&report), [ReasonCode::NoVideo], "{name}");
        assert_eq!(report.container.as_deref(), Some(container), "{name}");
    }
}

#[test]
fn pictures_are_told_from_video() {
    for name in ["picture.png", "picture.jpg", "picture.gif", "picture.webp"] {
        assert_eq!(codes(&check(fixture(name))), [ReasonCode::Image], "{name}");
    }
    for brand in [b"heic", b"avif", b"mif1"] {
        let head = mp4_box(b"ftyp", &[brand.as_slice(), &[0; 4], b"mif1"].concat());
        assert!(matches!(sniff(&head), Sniffed::Image(_)), "{brand:?}");
    }
}

#[test]
fn quicktime_from_before_file_types_begins_with_its_movie_or_media() {
    let bytes = bytes("moov-at-end.mp4");
    let without_type = &bytes[find_box(&bytes, b"free")..];
    assert_eq!(sniff(without_type), Sniffed::Video(Container::Mov));
    let movie_first = &self::bytes("faststart.mp4");
    let movie_first = &movie_first[find_box(movie_first, b"moov")..];
    let found = probe(movie_first).unwrap();
    assert_eq!((found.container, found.cut_off), (Container::Mov, false));
    assert!((found.duration_seconds.unwrap() - 2.0).abs() < 0.05);
}

#[test]
fn the_whole_movie_may_be_turned_too() {
    let mut bytes = bytes("rotated-90.mov");
    // The movie header's matrix, 36 bytes into its body: a quarter turn more.
    let matrix = find_box(&bytes, b"mvhd") + 8 + 36;
    bytes[matrix..matrix + 8].copy_from_slice(&[0, 0, 0, 0, 0, 1, 0, 0]);
    let picture = probe(&bytes).unwrap().picture.unwrap();
    assert_eq!(
        (picture.rotation, picture.width, picture.height),
        (180, Some(144), Some(256))
    );
}

#[test]
fn every_quarter_turn_of_a_track_is_told_clockwise() {
    let one = [0, 1, 0, 0];
    let minus = [0xFF, 0xFF, 0, 0];
    let zero = [0; 4];
    for (right, down, rotation) in [
        (one, zero, 0),
        (zero, one, 90),
        (minus, zero, 180),
        (zero, minus, 270),
    ] {
        let mut bytes = bytes("faststart.mp4");
        let matrix = find_box(&bytes, b"tkhd") + 8 + 40;
        bytes[matrix..matrix + 4].copy_from_slice(&right);
        bytes[matrix + 4..matrix + 8].copy_from_slice(&down);
        assert_eq!(probe(&bytes).unwrap().picture.unwrap().rotation, rotation);
    }
}

#[test]
fn bytes_appended_after_a_whole_clip_do_not_make_it_cut_off() {
    for junk in [
        vec![0; 100],
        b"SEFT\0\0\0\x7FSamsung trailer of some kind".to_vec(),
        vec![7; 3],
    ] {
        let mut bytes = bytes("faststart.mp4");
        bytes.extend_from_slice(&junk);
        assert!(!probe(&bytes).unwrap().cut_off);
    }
}

#[test]
fn a_live_recording_without_cluster_lengths_is_scanned() {
    // As browsers record: segment and clusters go on until something else begins.
    let mut bytes = bytes("live.webm");
    let mut clusters = 0;
    for at in 0..bytes.len() - 12 {
        if bytes[at..].starts_with(&[0x1F, 0x43, 0xB6, 0x75]) {
            let length = bytes[at + 4].leading_zeros() as usize + 1;
            bytes[at + 4] = 0xFF_u8 >> (length - 1);
            bytes[at + 5..at + 4 + length].fill(0xFF);
            clusters += 1;
        }
    }
    assert!(clusters > 0);
    let found = probe(&bytes).unwrap();
    assert!(
        (found.duration_seconds.unwrap() - 2.0).abs() < 0.15,
        "{found:?}"
    );
    assert!(!found.cut_off);
}

#[test]
fn a_matroska_roll_counts_against_the_clock() {
    // Video { PixelWidth 64, PixelHeight 48, Projection { PoseRoll -90 } }, in a track and a file.
    let element = |id: &[u8], body: &[u8]| [id, &[0x80 | body.len() as u8], body].concat();
    let roll = element(
        &[0x76, 0x70],
        &element(&[0x76, 0x75], &(-90.0_f32).to_be_bytes()),
    );
    let sides = [element(&[0xB0], &[64]), element(&[0xBA], &[48])].concat();
    let video = element(&[0xE0], &[sides, roll].concat());
    let track = [element(&[0x83], &[1]), element(&[0x86], b"V_VP9"), video].concat();
    let tracks = element(&[0x16, 0x54, 0xAE, 0x6B], &element(&[0xAE], &track));
    let info = element(
        &[0x15, 0x49, 0xA9, 0x66],
        &element(&[0x44, 0x89], &1500.0_f32.to_be_bytes()),
    );
    let file = [
        element(
            &[0x1A, 0x45, 0xDF, 0xA3],
            &element(&[0x42, 0x82], b"matroska"),
        ),
        element(&[0x18, 0x53, 0x80, 0x67], &[info, tracks].concat()),
    ]
    .concat();
    let found = probe(&file).unwrap();
    assert_eq!(
        (found.container, found.duration_seconds),
        (Container::Mkv, Some(1.5))
    );
    let picture = found.picture.unwrap();
    assert_eq!(
        (picture.rotation, picture.width, picture.height),
        (90, Some(48), Some(64))
    );
}
