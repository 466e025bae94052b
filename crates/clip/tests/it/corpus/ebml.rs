//! Elements that lie (EBML, RFC 8794; Matroska, RFC 9559).

use super::{Recipe, refused, survived};
use crate::support::bytes;

/// How deep the nested ones go.
const DEEP: usize = 10_000;
/// "Goes on until something else begins", in one byte.
const UNKNOWN: u8 = 0xFF;

const SEGMENT: &[u8] = &[0x18, 0x53, 0x80, 0x67];
const SEEK_HEAD: &[u8] = &[0x11, 0x4D, 0x9B, 0x74];
const INFO: &[u8] = &[0x15, 0x49, 0xA9, 0x66];
const TRACKS: &[u8] = &[0x16, 0x54, 0xAE, 0x6B];
const CLUSTER: &[u8] = &[0x1F, 0x43, 0xB6, 0x75];
const TIMESTAMP_SCALE: &[u8] = &[0x2A, 0xD7, 0xB1];
const DURATION: &[u8] = &[0x44, 0x89];
const ENTRY: &[u8] = &[0xAE];

/// An element with its true length, in eight bytes.
fn element(id: &[u8], body: &[u8]) -> Vec<u8> {
    said(id, body.len() as u64, body)
}

/// An element with a length that need not be true.
fn said(id: &[u8], length: u64, body: &[u8]) -> Vec<u8> {
    let length = (length | 1 << 56).to_be_bytes();
    [id, &length, body].concat()
}

/// An element of unknown length.
fn open(id: &[u8], body: &[u8]) -> Vec<u8> {
    [id, &[UNKNOWN], body].concat()
}

/// The document's header: a WebM.
fn header() -> Vec<u8> {
    element(&[0x1A, 0x45, 0xDF, 0xA3], &element(&[0x42, 0x82], b"webm"))
}

/// One VP8 track of 16 by 16.
fn tracks() -> Vec<u8> {
    let sides = [element(&[0xB0], &[16]), element(&[0xBA], &[16])].concat();
    let entry = [
        element(&[0xD7], &[1]),
        element(&[0x83], &[1]),
        element(&[0x86], b"V_VP8"),
        element(&[0xE0], &sides),
    ]
    .concat();
    element(TRACKS, &element(ENTRY, &entry))
}

fn info(parts: &[Vec<u8>]) -> Vec<u8> {
    element(INFO, &parts.concat())
}

/// A cluster at `time` with blocks of the track, `gap` ticks apart.
fn cluster(time: &[u8], blocks: i16, gap: i16) -> Vec<u8> {
    let mut body = element(&[0xE7], time);
    for n in 0..blocks {
        let [high, low] = n.wrapping_mul(gap).to_be_bytes();
        body.extend(element(&[0xA3], &[0x81, high, low, 0, 0]));
    }
    element(CLUSTER, &body)
}

/// A file with these in its segment.
fn file(parts: &[Vec<u8>]) -> Vec<u8> {
    [header(), element(SEGMENT, &parts.concat())].concat()
}

/// An element in an element in an element. `id` has one byte.
fn nested(id: u8, depth: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(depth * 5);
    for left in (0..depth).rev() {
        // Four bytes of length, so that all of them are alike.
        let length = u32::try_from(left * 5).unwrap() | 0x1000_0000;
        out.push(id);
        out.extend_from_slice(&length.to_be_bytes());
    }
    out
}

pub fn recipes() -> Vec<Recipe> {
    [lengths(), places(), numbers(), streams()]
        .into_iter()
        .flatten()
        .collect()
}

fn lengths() -> Vec<Recipe> {
    let most = (1 << 56) - 2;
    vec![
        refused("ebml-header-of-unknown-length.webm", {
            let mut file = file(&[tracks(), cluster(&[0], 9, 40)]);
            file[4..12].fill(0xFF);
            file[4] = 0x01;
            file
        }),
        refused(
            "ebml-element-of-72-petabytes.webm",
            file(&[said(INFO, most, &[]), tracks()]),
        ),
        refused(
            "ebml-segment-shorter-than-its-tracks.webm",
            [
                header(),
                said(SEGMENT, 20, &[tracks(), cluster(&[0], 9, 40)].concat()),
            ]
            .concat(),
        ),
        refused(
            "ebml-segment-longer-than-the-file.webm",
            [
                header(),
                said(SEGMENT, most, &[tracks(), cluster(&[0], 9, 40)].concat()),
            ]
            .concat(),
        ),
        refused(
            "ebml-tracks-of-unknown-length.webm",
            [header(), open(SEGMENT, &open(TRACKS, &tracks()[12..]))].concat(),
        ),
        refused(
            "ebml-info-of-unknown-length.webm",
            [header(), open(SEGMENT, &open(INFO, &[]))].concat(),
        ),
        survived(
            "ebml-clusters-of-unknown-length.webm",
            [
                header(),
                open(
                    SEGMENT,
                    &[
                        tracks(),
                        open(CLUSTER, &[]).repeat(2_000),
                        cluster(&[0], 9, 40),
                    ]
                    .concat(),
                ),
            ]
            .concat(),
        ),
        refused(
            "ebml-block-of-unknown-length.webm",
            [
                header(),
                open(
                    SEGMENT,
                    &[tracks(), open(CLUSTER, &open(&[0xA3], &[]))].concat(),
                ),
            ]
            .concat(),
        ),
        refused("ebml-id-that-begins-with-zero.webm", file(&[vec![0; 64]])),
        refused(
            "ebml-id-of-five-bytes.webm",
            file(&[vec![0x08, 1, 2, 3, 4, 0x81, 0], tracks()]),
        ),
        refused(
            "ebml-length-of-nine-bytes.webm",
            file(&[vec![0xEC, 0, 0xFF, 0xFF], tracks()]),
        ),
        refused(
            "ebml-child-longer-than-its-parent.webm",
            file(&[
                element(TRACKS, &said(ENTRY, 4_000, &[])),
                cluster(&[0], 9, 40),
            ]),
        ),
        refused(
            "ebml-document-type-longer-than-the-file.webm",
            [
                &[0x1A, 0x45, 0xDF, 0xA3, 0x83, 0x42, 0x82, 0xFE][..],
                b"webm",
            ]
            .concat(),
        ),
        refused("ebml-header-and-nothing-else.webm", header()),
    ]
}

fn places() -> Vec<Recipe> {
    let seek = |target: &[u8], place: &[u8]| {
        let entry = [
            element(&[0x53, 0xAB], target),
            element(&[0x53, 0xAC], place),
        ]
        .concat();
        element(&[0x4D, 0xBB], &entry)
    };
    vec![
        refused(
            "ebml-seek-head-that-points-at-itself.webm",
            file(&[element(
                SEEK_HEAD,
                &[seek(INFO, &[0]), seek(TRACKS, &[0])].concat(),
            )]),
        ),
        refused(
            "ebml-seek-head-past-the-end-of-everything.webm",
            file(&[element(SEEK_HEAD, &seek(TRACKS, &[0xFF; 8]))]),
        ),
        refused(
            "ebml-seek-head-of-2000-places.webm",
            file(&[element(SEEK_HEAD, &seek(TRACKS, &[0, 9]).repeat(2_000))]),
        ),
        refused(
            "ebml-seek-head-into-a-block.webm",
            file(&[
                element(SEEK_HEAD, &seek(TRACKS, &[70])),
                cluster(&[0], 9, 40),
            ]),
        ),
        refused(
            "ebml-tracks-in-tracks-10000-deep.webm",
            file(&[element(TRACKS, &nested(0xAE, DEEP))]),
        ),
        survived(
            "ebml-groups-in-groups-10000-deep.webm",
            file(&[
                tracks(),
                element(CLUSTER, &nested(0xA0, DEEP)),
                cluster(&[0], 9, 40),
            ]),
        ),
        refused(
            "ebml-clusters-and-no-tracks.webm",
            file(&[cluster(&[0], 9, 40)]),
        ),
        refused(
            "ebml-tracks-of-nothing.webm",
            file(&[element(TRACKS, &[]), cluster(&[0], 9, 40)]),
        ),
        refused(
            "ebml-cut-in-a-header.webm",
            bytes("vp9.webm")[..203].to_vec(),
        ),
        refused(
            "ebml-cut-in-a-cluster.webm",
            bytes("live.webm")[..9_000].to_vec(),
        ),
    ]
}

fn numbers() -> Vec<Recipe> {
    let clip = |parts: &[Vec<u8>]| file(&[info(parts), tracks(), cluster(&[0], 9, 40)]);
    let lasting = |float: &[u8]| clip(&[element(DURATION, float)]);
    vec![
        survived(
            "ebml-lasts-no-number.webm",
            lasting(&f64::NAN.to_be_bytes()),
        ),
        refused(
            "ebml-lasts-forever.webm",
            lasting(&f64::INFINITY.to_be_bytes()),
        ),
        survived(
            "ebml-lasts-less-than-nothing.webm",
            lasting(&(-2000_f64).to_be_bytes()),
        ),
        refused("ebml-float-of-three-bytes.webm", lasting(&[0x40, 0, 0])),
        refused(
            "ebml-integer-of-nine-bytes.webm",
            clip(&[element(TIMESTAMP_SCALE, &[1; 9])]),
        ),
        refused(
            "ebml-clock-that-stands.webm",
            clip(&[element(TIMESTAMP_SCALE, &[0])]),
        ),
        refused(
            "ebml-tick-of-584-years.webm",
            clip(&[element(TIMESTAMP_SCALE, &[0xFF; 8])]),
        ),
        refused(
            "ebml-cluster-after-the-end-of-time.webm",
            file(&[tracks(), cluster(&[0], 9, 40), cluster(&[0xFF; 8], 9, 40)]),
        ),
        refused(
            "ebml-cluster-at-the-last-tick.webm",
            file(&[
                tracks(),
                cluster(&[0], 9, 40),
                cluster(&i64::MAX.to_be_bytes(), 9, i16::MAX),
            ]),
        ),
        survived(
            "ebml-blocks-that-run-backwards.webm",
            file(&[tracks(), cluster(&[0], 99, -300)]),
        ),
    ]
}

fn streams() -> Vec<Recipe> {
    let block = |bytes: &[u8]| {
        file(&[tracks(), cluster(&[0], 9, 40), {
            element(
                CLUSTER,
                &[element(&[0xE7], &[9]), element(&[0xA3], bytes)].concat(),
            )
        }])
    };
    let entry = |parts: &[Vec<u8>]| {
        let kind = [element(&[0xD7], &[1]), element(&[0x83], &[1])].concat();
        let entry = element(ENTRY, &[kind, parts.concat()].concat());
        file(&[element(TRACKS, &entry), cluster(&[0], 9, 40)])
    };
    let video = |parts: &[Vec<u8>]| entry(&[element(&[0xE0], &parts.concat())]);
    vec![
        // The three kinds of lacing, each with 256 frames that are not there.
        survived(
            "ebml-lacing-of-xiph-that-lies.webm",
            block(&[0x81, 0, 9, 0x02, 0xFF, 0xFF]),
        ),
        survived(
            "ebml-lacing-of-one-size-that-lies.webm",
            block(&[0x81, 0, 9, 0x04, 0xFF]),
        ),
        survived(
            "ebml-lacing-of-ebml-that-lies.webm",
            block(&[0x81, 0, 9, 0x06, 0xFF, 0xFF]),
        ),
        survived("ebml-block-of-no-bytes.webm", block(&[])),
        survived(
            "ebml-block-of-an-unknown-track.webm",
            block(&[UNKNOWN, 0, 9, 0]),
        ),
        survived(
            "ebml-sides-of-18-trillion-pixels.webm",
            video(&[element(&[0xB0], &[0xFF; 8]), element(&[0xBA], &[0xFF; 8])]),
        ),
        survived(
            "ebml-cropped-to-less-than-nothing.webm",
            video(&[
                element(&[0xB0], &[9]),
                element(&[0x54, 0xCC], &[0xFF; 8]).repeat(2),
            ]),
        ),
        survived(
            "ebml-rolled-by-no-number.webm",
            video(&[element(
                &[0x76, 0x70],
                &element(&[0x76, 0x75], &f32::NAN.to_be_bytes()),
            )]),
        ),
        survived(
            "ebml-frames-of-584-years.webm",
            entry(&[element(&[0x23, 0xE3, 0x83], &[0xFF; 8])]),
        ),
        refused(
            "ebml-codec-of-72-petabytes.webm",
            entry(&[said(&[0x86], (1 << 56) - 2, b"V_")]),
        ),
        survived(
            "ebml-codec-of-broken-letters.webm",
            entry(&[element(&[0x86], &[0xFF; 64])]),
        ),
        refused(
            "ebml-codec-set-up-of-four-bytes-and-a-sound.webm",
            file(&[
                element(TRACKS, &element(ENTRY, &element(&[0x83], &[2]))),
                cluster(&[0], 9, 40),
            ]),
        ),
    ]
}
