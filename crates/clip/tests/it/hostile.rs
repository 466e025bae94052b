//! Files that lie. None may panic, take long, read much, or pass for whole when it is cut.

use std::io::{Cursor, ErrorKind};
use std::time::{Duration, Instant};

use clip::{ProbeError, SNIFF_BYTES, judge, probe, sniff};
use contract::{Limits, Reason, ReasonCode};

use crate::support::{Counting, VIDEOS, bytes, find_box, mp4_box};

/// Probes, and holds the time and the bytes that it took against generous bounds.
fn survive(bytes: &[u8]) -> Result<clip::Probe, ProbeError> {
    let mut reader = Counting::new(Cursor::new(bytes));
    let started = Instant::now();
    let found = probe(&mut reader, bytes.len() as u64);
    // Generous, for a busy machine and a build without optimisation: it tells ends from endless.
    assert!(started.elapsed() < Duration::from_secs(20));
    assert!(reader.read <= 2 * bytes.len() as u64 + 2 * 1024 * 1024);
    let _ = sniff(&bytes[..bytes.len().min(SNIFF_BYTES)]);
    found
}

/// Offsets of a file's ends, where its structure stands, and a sample of those between.
fn offsets(length: usize) -> impl Iterator<Item = usize> {
    (0..length).filter(move |at| *at < 2500 || *at + 2500 > length || at % 97 == 0)
}

#[test]
fn a_clip_cut_anywhere_never_passes_for_whole() {
    for name in [
        "faststart.mp4",
        "moov-at-end.mp4",
        "rotated-90.mov",
        "vp9.webm",
        "h264.mkv",
    ] {
        let whole = bytes(name);
        for length in 0..whole.len() {
            if let Ok(found) = survive(&whole[..length]) {
                assert!(found.cut_off, "{name} cut to {length}: {found:?}");
            }
        }
    }
}

#[test]
fn a_fragmented_clip_cut_inside_a_box_is_cut_off() {
    let whole = bytes("fragmented.mp4");
    let first = find_box(&whole, b"moof");
    let mut ends = vec![];
    let mut at = 0;
    while at < whole.len() {
        let size = u32::from_be_bytes(whole[at..at + 4].try_into().unwrap());
        at += usize::try_from(size).unwrap();
        ends.push(at);
    }
    for length in 0..whole.len() {
        // Less than a header after a whole box is not told from what cameras append.
        let at_end = |end: &usize| (*end..*end + 8).contains(&length) && *end > first;
        if let Ok(found) = survive(&whole[..length])
            && !ends.iter().any(at_end)
        {
            assert!(found.cut_off, "{length}: {found:?}");
        }
    }
}

#[test]
fn every_video_cut_anywhere_is_survived() {
    for name in VIDEOS {
        let whole = bytes(name);
        for length in offsets(whole.len()) {
            let _ = survive(&whole[..length]);
        }
    }
}

#[test]
fn every_video_with_a_wrong_byte_is_survived() {
    for name in VIDEOS {
        let mut altered = bytes(name);
        for at in offsets(altered.len()) {
            let original = altered[at];
            for wrong in [0xFF, original ^ 0x01] {
                altered[at] = wrong;
                let _ = survive(&altered);
            }
            altered[at] = original;
        }
    }
}

#[test]
fn every_video_with_many_wrong_bytes_is_survived() {
    // A small generator of its own, so that a failure can be repeated.
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 16).unwrap()
    };
    for name in VIDEOS {
        let whole = bytes(name);
        let places: Vec<usize> = offsets(whole.len()).collect();
        for _ in 0..1500 {
            let mut altered = whole.clone();
            for _ in 0..1 + next() % 12 {
                let at = places[next() % places.len()];
                match next() % 4 {
                    0 => altered[at] = next().to_le_bytes()[0],
                    1 => altered[at..]
                        .iter_mut()
                        .take(4)
                        .for_each(|byte| *byte = 0xFF),
                    2 => altered[at..].iter_mut().take(8).for_each(|byte| *byte = 0),
                    _ => altered.truncate(at.max(64)),
                }
                if altered.len() <= *places.last().unwrap() {
                    break;
                }
            }
            let _ = survive(&altered);
        }
    }
}

#[test]
fn a_table_that_claims_four_thousand_million_entries_costs_nothing() {
    for (kind, count_at) in [(b"stsz", 16), (b"stco", 12), (b"stts", 12), (b"stsd", 12)] {
        let mut altered = bytes("faststart.mp4");
        let at = find_box(&altered, kind) + count_at;
        altered[at..at + 4].fill(0xFF);
        let _ = survive(&altered);
    }
    let mut altered = bytes("fragmented.mp4");
    let at = find_box(&altered, b"trun") + 12;
    altered[at..at + 4].fill(0xFF);
    let _ = survive(&altered);
}

#[test]
fn millions_of_tiny_parts_end_soon() {
    let head = &bytes("faststart.mp4")[..32];
    let boxes = [head, &mp4_box(b"free", &[]).repeat(2_000_000)].concat();
    assert!(survive(&boxes).is_err());
    let moofs = [
        &bytes("fragmented.mp4")[..],
        &mp4_box(b"moof", &[]).repeat(2_000_000),
    ]
    .concat();
    let _ = survive(&moofs);
    let inside = mp4_box(b"moov", &mp4_box(b"trak", &[]).repeat(2_000_000));
    assert!(survive(&[head, &inside].concat()).is_err());
    let voids = [&bytes("live.webm")[..], &[0xEC, 0x80].repeat(4_000_000)].concat();
    let _ = survive(&voids);
}

#[test]
fn a_file_that_shrinks_while_it_is_read_is_cut_off() {
    let whole = bytes("moov-at-end.mp4");
    let claimed = whole.len() as u64 * 2;
    let found = probe(Cursor::new(&whole), claimed);
    let Err(ProbeError::Read(error)) = &found else {
        panic!("{found:?}");
    };
    assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
    let judged = judge(claimed, &found, &Limits::default());
    assert_eq!(judged.reasons, [Reason::new(ReasonCode::Truncated)]);
}
