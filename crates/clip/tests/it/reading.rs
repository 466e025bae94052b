//! How much of a file is read.

use std::fs::File;
use std::io::{Cursor, Write};

use clip::{READ_ALLOWANCE, probe};
use contract::{HARD_SIZE_CAP_BYTES, SOFT_SIZE_CAP_BYTES};

use crate::support::{Counting, VIDEOS, bytes, find_box, mp4_box, sparse_mp4};

const TWO_MIB: u64 = 2 * 1024 * 1024;

#[test]
fn a_hundred_megabytes_with_the_index_at_the_end_cost_a_few_kilobytes() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("large.mp4");
    sparse_mp4(&path, SOFT_SIZE_CAP_BYTES);
    let mut reader = Counting::new(File::open(&path).unwrap());
    let found = probe(&mut reader, SOFT_SIZE_CAP_BYTES).unwrap();
    assert!((found.duration_seconds.unwrap() - 2.0).abs() < 0.05);
    assert!(!found.cut_off);
    assert!(reader.read < 32 * 1024, "{} bytes", reader.read);
}

#[test]
fn an_index_of_many_megabytes_is_stepped_through_not_read() {
    // Ten million samples: a `stsz` of 40 MB in the middle of the movie box.
    let mut movie = bytes("moov-at-end.mp4");
    let start = find_box(&movie, b"moov");
    let table = mp4_box(b"free", &vec![0; 40_000_000]);
    movie.extend_from_slice(&table);
    let length = u32::try_from(movie.len() - start).unwrap();
    movie[start..start + 4].copy_from_slice(&length.to_be_bytes());
    let mut reader = Counting::new(Cursor::new(&movie));
    let found = probe(&mut reader, movie.len() as u64).unwrap();
    assert_eq!(found.picture.unwrap().width, Some(144));
    assert!(reader.read < 32 * 1024, "{} bytes", reader.read);
}

#[test]
fn thousands_of_fragments_are_told_by_the_last_few() {
    // One fragment of media for each of 8,000 steps of a 30th of a second.
    let original = bytes("fragmented.mp4");
    let first = find_box(&original, b"moof");
    let media = find_box(&original, b"mdat");
    let fragment = &original[first..media];
    let begins = find_box(fragment, b"tfdt") + 12;
    let mut file = original[..first].to_vec();
    for n in 0..8_000_u64 {
        let mut fragment = fragment.to_vec();
        // The track's clock has 15,360 ticks a second (ffmpeg's choice for 15 frames).
        fragment[begins..begins + 8].copy_from_slice(&(n * 512).to_be_bytes());
        file.write_all(&fragment).unwrap();
        file.write_all(&mp4_box(b"mdat", &[0; 3000])).unwrap();
    }
    let mut reader = Counting::new(Cursor::new(&file));
    let found = probe(&mut reader, file.len() as u64).unwrap();
    let seconds = found.duration_seconds.unwrap();
    assert!((seconds - 267.0).abs() < 2.0, "{seconds}");
    assert!(reader.read < TWO_MIB, "{} bytes", reader.read);
}

#[test]
fn every_fixture_stays_within_the_allowance() {
    const { assert!(READ_ALLOWANCE < TWO_MIB) };
    for name in VIDEOS {
        let bytes = bytes(name);
        let mut reader = Counting::new(Cursor::new(&bytes));
        probe(&mut reader, bytes.len() as u64).unwrap();
        assert!(reader.read < TWO_MIB, "{name}: {}", reader.read);
    }
}

#[test]
fn a_live_recording_is_scanned_by_block_headers_and_not_at_all_when_too_large() {
    let mut file = bytes("live.webm");
    // Blocks of 20 kB, a thousand of them, in a cluster of unknown length at 10 s.
    file.extend_from_slice(&[0x1F, 0x43, 0xB6, 0x75, 0xFF, 0xE7, 0x82, 0x27, 0x10]);
    for n in 0..1000_i16 {
        file.extend_from_slice(&[0xA3, 0x20, 0x4E, 0x24, 0x81]);
        file.extend_from_slice(&(n * 20).to_be_bytes());
        file.extend_from_slice(&[0; 20_001]);
    }
    let mut reader = Counting::new(Cursor::new(&file));
    let found = probe(&mut reader, file.len() as u64).unwrap();
    assert!(
        (found.duration_seconds.unwrap() - 30.0).abs() < 0.15,
        "{found:?}"
    );
    assert!(
        reader.read < TWO_MIB,
        "{} of {} bytes",
        reader.read,
        file.len()
    );

    // The same, said to be larger than anything that can be sent, and full of tiny elements.
    let mut tiny = bytes("live.webm");
    tiny.resize(tiny.len() + 8 * 1024 * 1024, 0);
    let from = bytes("live.webm").len();
    for pair in tiny[from..].chunks_exact_mut(2) {
        pair.copy_from_slice(&[0xEC, 0x80]);
    }
    let mut reader = Counting::new(Cursor::new(&tiny));
    let found = probe(&mut reader, HARD_SIZE_CAP_BYTES + 1).unwrap();
    assert_eq!(found.duration_seconds, None);
    assert_eq!(found.picture.unwrap().codec.as_deref(), Some("vp8"));
    assert!(reader.read < TWO_MIB, "{} bytes", reader.read);
}
