//! Boxes that lie (ISO/IEC 14496-12 and QuickTime).

use super::{Recipe, refused, survived};
use crate::support::{bytes, find_box, movie_box, mp4_box};

/// How deep the nested ones go.
const DEEP: usize = 10_000;

pub fn recipes() -> Vec<Recipe> {
    [lengths(), nesting(), tables(), times(), parts()]
        .into_iter()
        .flatten()
        .collect()
}

/// A good clip with the bytes at `offset` behind the start of its first `kind` replaced.
fn with(fixture: &str, kind: &[u8; 4], offset: usize, new: &[u8]) -> Vec<u8> {
    let mut bytes = bytes(fixture);
    let at = find_box(&bytes, kind) + offset;
    bytes[at..at + new.len()].copy_from_slice(new);
    bytes
}

fn faststart(kind: &[u8; 4], offset: usize, new: &[u8]) -> Vec<u8> {
    with("faststart.mp4", kind, offset, new)
}

/// The first box of a good clip, which names its brand.
fn brand() -> Vec<u8> {
    let clip = bytes("faststart.mp4");
    clip[..find_box(&clip, b"moov")].to_vec()
}

/// A box whose length stands in 64 bits, and need not be true.
fn wide_box(kind: &[u8; 4], length: u64, body: &[u8]) -> Vec<u8> {
    [&[0, 0, 0, 1], &kind[..], &length.to_be_bytes(), body].concat()
}

/// A box in a box in a box.
fn nested(kind: &[u8; 4], depth: usize, inside: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(depth * 8 + inside.len());
    for left in (1..=depth).rev() {
        let length = u32::try_from(left * 8 + inside.len()).unwrap();
        out.extend_from_slice(&length.to_be_bytes());
        out.extend_from_slice(kind);
    }
    out.extend_from_slice(inside);
    out
}

fn lengths() -> Vec<Recipe> {
    let media = mp4_box(b"mdat", &[0; 64]);
    let near_the_end = u64::MAX - brand().len() as u64;
    vec![
        refused("mp4-length-7.mp4", faststart(b"moov", 0, &[0, 0, 0, 7])),
        refused(
            "mp4-length-to-the-end-in-the-middle.mp4",
            faststart(b"ftyp", 0, &[0, 0, 0, 0]),
        ),
        survived(
            "mp4-moov-of-length-zero-reaches-to-the-end.mp4",
            with("moov-at-end.mp4", b"moov", 0, &[0, 0, 0, 0]),
        ),
        refused(
            "mp4-length-4-gb.mp4",
            faststart(b"moov", 0, &[0xFF, 0xFF, 0xFF, 0xFF]),
        ),
        refused(
            "mp4-wide-length-not-there.mp4",
            [brand(), b"\0\0\0\x01moov".to_vec()].concat(),
        ),
        refused(
            "mp4-wide-length-15.mp4",
            [brand(), wide_box(b"moov", 15, &movie_box()[8..])].concat(),
        ),
        refused(
            "mp4-wide-length-of-all-ones.mp4",
            [brand(), wide_box(b"moov", u64::MAX, &movie_box()[8..])].concat(),
        ),
        refused(
            "mp4-wide-length-that-wraps-to-the-start.mp4",
            [
                brand(),
                wide_box(b"free", near_the_end + 1, &[]),
                movie_box(),
            ]
            .concat(),
        ),
        refused(
            "mp4-wide-length-that-wraps-inside-of-moov.mp4",
            [
                brand(),
                media.clone(),
                mp4_box(b"moov", &wide_box(b"trak", u64::MAX - 16, &[0; 64])),
            ]
            .concat(),
        ),
        refused(
            "mp4-child-longer-than-its-parent.mp4",
            faststart(b"trak", 0, &[0, 0xFF, 0xFF, 0xFF]),
        ),
        refused(
            "mp4-first-box-of-4-gb.mp4",
            [&b"\xFF\xFF\xFF\xFFftypisom\0\0\x02\0"[..], &movie_box()].concat(),
        ),
        refused("mp4-brand-and-nothing-else.mp4", brand()),
        refused("mp4-brand-cut-off.mp4", b"\0\0\0\x18ftypis".to_vec()),
    ]
}

fn nesting() -> Vec<Recipe> {
    let fragment = bytes("fragmented.mp4");
    let movie = find_box(&fragment, b"moof");
    vec![
        refused(
            "mp4-moov-in-moov-10000-deep.mp4",
            [brand(), nested(b"moov", DEEP, &[])].concat(),
        ),
        refused(
            "mp4-trak-in-trak-10000-deep.mp4",
            [brand(), mp4_box(b"moov", &nested(b"trak", DEEP, &[]))].concat(),
        ),
        refused(
            "mp4-stbl-in-stbl-10000-deep.mp4",
            [
                brand(),
                mp4_box(
                    b"moov",
                    &mp4_box(b"trak", &mp4_box(b"mdia", &nested(b"stbl", DEEP, &[]))),
                ),
            ]
            .concat(),
        ),
        survived(
            "mp4-traf-in-traf-10000-deep.mp4",
            [
                &fragment[..movie],
                &mp4_box(b"moof", &nested(b"traf", DEEP, &[])),
            ]
            .concat(),
        ),
        refused(
            "mp4-movie-inside-of-the-media.mp4",
            [brand(), mp4_box(b"mdat", &movie_box())].concat(),
        ),
        refused(
            "mp4-compressed-movie-of-4-gb.mp4",
            [
                brand(),
                mp4_box(
                    b"moov",
                    &mp4_box(
                        b"cmov",
                        &[
                            mp4_box(b"dcom", b"zlib"),
                            mp4_box(
                                b"cmvd",
                                &[&[0xFF; 4][..], &[0x78, 0xDA, 0xED, 0xC1]].concat(),
                            ),
                        ]
                        .concat(),
                    ),
                ),
            ]
            .concat(),
        ),
    ]
}

fn tables() -> Vec<Recipe> {
    let all = [0xFF; 4];
    let many_tracks = mp4_box(b"trak", &[]).repeat(5_000);
    let samples = find_box(&bytes("faststart.mp4"), b"stsz");
    let mut one_size_for_all = bytes("faststart.mp4");
    one_size_for_all[samples + 12..samples + 20].fill(0xFF);
    vec![
        survived(
            "mp4-stsz-of-4-billion-samples.mp4",
            faststart(b"stsz", 16, &all),
        ),
        survived(
            "mp4-stsz-of-4-billion-samples-of-4-gb.mp4",
            one_size_for_all,
        ),
        survived(
            "mp4-stts-of-4-billion-entries.mp4",
            faststart(b"stts", 12, &all),
        ),
        survived(
            "mp4-stsc-of-no-entries.mp4",
            faststart(b"stsc", 12, &[0; 4]),
        ),
        survived(
            "mp4-stsd-of-4-billion-entries.mp4",
            faststart(b"stsd", 12, &all),
        ),
        refused(
            "mp4-stco-of-4-billion-chunks.mp4",
            faststart(b"stco", 12, &all),
        ),
        refused(
            // 2^30 + 1 entries of four bytes are four bytes, to those who count in 32 bits.
            "mp4-stco-that-wraps-in-32-bits.mp4",
            faststart(b"stco", 12, &[0x40, 0, 0, 1]),
        ),
        survived("mp4-stsd-entry-of-4-gb.mp4", faststart(b"stsd", 16, &all)),
        survived(
            "mp4-stsd-entry-of-no-length.mp4",
            faststart(b"stsd", 16, &[0; 4]),
        ),
        refused(
            "mp4-5000-tracks-of-nothing.mp4",
            [brand(), mp4_box(b"moov", &many_tracks)].concat(),
        ),
        refused(
            "mp4-no-track-at-all.mp4",
            [brand(), mp4_box(b"moov", &[])].concat(),
        ),
        refused(
            "mp4-trun-of-4-billion-samples.mp4",
            with("fragmented.mp4", b"trun", 12, &all),
        ),
        refused(
            "mp4-sidx-of-65535-segments-that-are-not-there.mp4",
            [
                bytes("fragmented.mp4"),
                mp4_box(
                    b"sidx",
                    &[&[0; 20][..], &[0, 0, 0xFF, 0xFF], &[0; 12]].concat(),
                ),
            ]
            .concat(),
        ),
    ]
}

fn times() -> Vec<Recipe> {
    let all = [0xFF; 4];
    let fragments = bytes("fragmented.mp4");
    let first = find_box(&fragments, b"moof");
    // No ticks in the run itself: four billion samples of the four billion ticks that its track has for each.
    let mut longest = fragments[..first].to_vec();
    let header = mp4_box(b"tfhd", &[&[0, 0, 0, 8][..], &[0, 0, 0, 1], &all].concat());
    let decode = mp4_box(b"tfdt", &[&[1, 0, 0, 0][..], &[0xFF; 7], &[0xFE]].concat());
    let run = mp4_box(b"trun", &[&[0; 4][..], &all].concat());
    let part = mp4_box(b"traf", &[header, decode, run].concat());
    longest.extend_from_slice(&mp4_box(b"moof", &part));
    longest.extend_from_slice(&mp4_box(b"mdat", &[0; 8]));
    vec![
        refused("mp4-fragment-that-ends-after-the-end-of-time.mp4", longest),
        survived("mp4-clock-of-no-ticks.mp4", faststart(b"mdhd", 20, &[0; 4])),
        survived(
            "mp4-movie-clock-of-no-ticks.mp4",
            faststart(b"mvhd", 20, &[0; 4]),
        ),
        refused(
            "mp4-plays-for-50-days.mp4",
            faststart(b"mvhd", 20, &[0, 0, 3, 0xE8, 0xFF, 0xFF, 0xFF, 0xFE]),
        ),
        survived(
            "mp4-header-of-an-unknown-version.mp4",
            faststart(b"tkhd", 8, &[0xFF]),
        ),
        survived(
            "mp4-matrix-of-nothing.mp4",
            faststart(b"tkhd", 48, &[0; 36]),
        ),
        survived(
            "mp4-sides-of-65535-pixels.mp4",
            faststart(b"tkhd", 84, &[0xFF; 8]),
        ),
    ]
}

fn parts() -> Vec<Recipe> {
    let clip = bytes("moov-at-end.mp4");
    let movie = find_box(&clip, b"moov");
    let half = movie + (clip.len() - movie) / 2;
    let start = find_box(&bytes("faststart.mp4"), b"mdat");
    vec![
        refused("mp4-movie-cut-in-half.mp4", clip[..half].to_vec()),
        refused("mp4-movie-missing.mp4", clip[..movie].to_vec()),
        refused(
            "mp4-media-missing.mp4",
            bytes("faststart.mp4")[..start].to_vec(),
        ),
        refused(
            "mp4-handler-cut-off.mp4",
            [
                brand(),
                mp4_box(
                    b"moov",
                    &mp4_box(b"trak", &mp4_box(b"mdia", &mp4_box(b"hdlr", &[0; 4]))),
                ),
            ]
            .concat(),
        ),
        survived("mp4-movie-twice.mp4", [clip.clone(), movie_box()].concat()),
        survived(
            "mp4-followed-by-noise.mp4",
            [
                bytes("faststart.mp4"),
                b"PK\x03\x04\xFF\xFF\xFF\xFF\0\0\0\0".to_vec(),
            ]
            .concat(),
        ),
    ]
}
