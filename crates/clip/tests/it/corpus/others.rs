//! Lies of the older containers, and files that are none.

use super::{Recipe, refused, survived};
use crate::support::bytes;

pub fn recipes() -> Vec<Recipe> {
    [transport(), avi(), flash(), windows(), none()]
        .into_iter()
        .flatten()
        .collect()
}

/// A good file with the bytes at `offset` behind the first `mark` replaced.
fn with(fixture: &str, mark: &[u8], offset: usize, new: &[u8]) -> Vec<u8> {
    let mut bytes = bytes(fixture);
    let found = bytes.windows(mark.len()).position(|window| window == mark);
    let at = found.unwrap() + offset;
    bytes[at..at + new.len()].copy_from_slice(new);
    bytes
}

/// One packet of a transport stream: the packet's number, whether something starts in it, and its body.
fn packet(id: u16, control: u8, body: &[u8]) -> Vec<u8> {
    let [high, low] = (id | 0x4000).to_be_bytes();
    let mut packet = [&[0x47, high, low, control], body].concat();
    packet.resize(188, 0xFF);
    packet
}

fn transport() -> Vec<Recipe> {
    let programs = packet(0, 0x10, &[0, 0, 0xB0, 13, 0, 1, 0xC1, 0, 0, 0, 1, 0xE1, 0]);
    let map = |body: &[u8]| [programs.clone(), packet(0x100, 0x10, body)].concat();
    vec![
        refused(
            "ts-packets-of-noise.ts",
            packet(0x1FFF, 0xD0, &[0xA5; 184]).repeat(40),
        ),
        refused(
            "ts-filled-beyond-its-packets.ts",
            packet(0, 0x30, &[0xFF; 184]).repeat(8),
        ),
        refused(
            "ts-table-that-starts-behind-its-packet.ts",
            packet(0, 0x10, &[0xFF; 184]).repeat(8),
        ),
        refused(
            "ts-map-that-is-the-table-of-programs.ts",
            packet(0, 0x10, &[0, 0, 0xB0, 13, 0, 1, 0xC1, 0, 0, 0, 1, 0xE0, 0]).repeat(8),
        ),
        refused(
            "ts-map-described-in-4095-bytes.ts",
            map(&[0, 2, 0xBF, 0xFF, 0, 1, 0xC1, 0, 0, 0xE1, 1, 0xFF, 0xFF]).repeat(4),
        ),
        refused(
            "ts-stream-described-in-4095-bytes.ts",
            map(&[
                0, 2, 0xBF, 0xFF, 0, 1, 0xC1, 0, 0, 0xE1, 1, 0xF0, 0, 0x1B, 0xE1, 1, 0xFF, 0xFF,
            ])
            .repeat(4),
        ),
        refused("ts-one-byte-of-each-packet.ts", [0x47; 4_000].to_vec()),
        refused(
            "ts-cut-in-its-first-packet.ts",
            bytes("transport.ts")[..100].to_vec(),
        ),
    ]
}

fn avi() -> Vec<Recipe> {
    let all = [0xFF; 4];
    let avi = "mpeg4.avi";
    vec![
        survived("avi-file-of-4-gb.avi", with(avi, b"RIFF", 4, &all)),
        refused("avi-header-of-4-gb.avi", with(avi, b"LIST", 4, &all)),
        refused("avi-header-of-no-bytes.avi", with(avi, b"LIST", 4, &[0; 4])),
        survived("avi-stream-header-of-4-gb.avi", with(avi, b"strh", 4, &all)),
        survived("avi-format-of-4-gb.avi", with(avi, b"strf", 4, &all)),
        survived(
            "avi-format-of-one-byte.avi",
            with(avi, b"strf", 4, &[1, 0, 0, 0]),
        ),
        survived(
            "avi-rate-of-nothing.avi",
            with(avi, b"strh", 8 + 20, &[0; 8]),
        ),
        refused(
            "avi-of-4-billion-frames.avi",
            with(avi, b"strh", 8 + 32, &all),
        ),
        survived(
            "avi-index-of-4-billion-entries.avi",
            with(avi, b"idx1", 4, &all),
        ),
        refused("avi-cut-in-its-header.avi", bytes(avi)[..100].to_vec()),
        refused(
            "avi-lists-in-lists.avi",
            [
                &b"RIFF\xFF\xFF\0\0AVI "[..],
                &b"LIST\xF0\xFF\0\0hdrl".repeat(5_000),
            ]
            .concat(),
        ),
    ]
}

fn flash() -> Vec<Recipe> {
    let flv = "h264.flv";
    let mut back_to_itself = bytes(flv)[..400].to_vec();
    let length = u32::try_from(back_to_itself.len()).unwrap();
    back_to_itself.extend_from_slice(&length.to_be_bytes());
    let empty_tag = [9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11];
    vec![
        refused("flv-header-of-4-gb.flv", with(flv, b"FLV", 5, &[0xFF; 4])),
        refused(
            "flv-header-of-no-bytes.flv",
            b"FLV\x01\x05\0\0\0\0\0\0\0\0".to_vec(),
        ),
        refused("flv-tag-that-leads-back-to-the-start.flv", back_to_itself),
        refused(
            "flv-tags-of-no-bytes.flv",
            [
                &b"FLV\x01\x05\0\0\0\x09\0\0\0\0"[..],
                &empty_tag.repeat(2_000),
            ]
            .concat(),
        ),
        refused(
            "flv-tag-of-16-mb.flv",
            with(flv, &[0, 0, 0, 0, 18], 5, &[0xFF; 3]),
        ),
        survived(
            "flv-lasts-no-number.flv",
            with(flv, b"duration", 9, &f64::NAN.to_be_bytes()),
        ),
        refused(
            "flv-lasts-forever.flv",
            with(flv, b"duration", 9, &f64::MAX.to_be_bytes()),
        ),
        survived(
            "flv-side-of-no-number.flv",
            with(flv, b"width", 6, &f64::NEG_INFINITY.to_be_bytes()),
        ),
        refused("flv-cut-in-its-header.flv", b"FLV\x01\x05".to_vec()),
    ]
}

fn windows() -> Vec<Recipe> {
    let wmv = "windows.wmv";
    let file_properties = [0xA1, 0xDC, 0xAB, 0x8C];
    let all = [0xFF; 8];
    vec![
        refused(
            "asf-header-of-18-exabytes.wmv",
            with(wmv, &[0x30, 0x26], 16, &all),
        ),
        refused(
            "asf-header-of-no-bytes.wmv",
            with(wmv, &[0x30, 0x26], 16, &[0; 8]),
        ),
        refused(
            "asf-object-of-no-bytes.wmv",
            with(wmv, &file_properties, 16, &[0; 8]),
        ),
        refused(
            "asf-object-of-23-bytes.wmv",
            with(wmv, &file_properties, 16, &23_u64.to_le_bytes()),
        ),
        refused(
            "asf-object-that-wraps.wmv",
            with(wmv, &file_properties, 16, &all),
        ),
        refused(
            "asf-buffers-longer-than-it-plays.wmv",
            with(wmv, &file_properties, 24 + 56, &all),
        ),
        refused(
            "asf-plays-for-58000-years.wmv",
            with(wmv, &file_properties, 24 + 40, &all),
        ),
        refused(
            "asf-says-to-be-larger-than-it-is.wmv",
            with(wmv, &file_properties, 24 + 16, &all),
        ),
        survived(
            "asf-header-of-4-billion-objects.wmv",
            with(wmv, &[0x30, 0x26], 24, &[0xFF; 4]),
        ),
        refused("asf-cut-in-its-header.wmv", bytes(wmv)[..200].to_vec()),
    ]
}

fn none() -> Vec<Recipe> {
    let page = b"<!doctype html><title>Sign in to the hotel's network</title><p>Accept to go on.";
    vec![
        refused("none-empty.mp4", Vec::new()),
        refused("none-one-byte.mp4", vec![0]),
        refused("none-zeros.mp4", vec![0; 4_096]),
        refused("none-ones.mp4", vec![0xFF; 4_096]),
        refused("none-a-page-of-a-network.mp4", page.to_vec()),
        refused("none-json.mp4", br#"{"detail":"Not found"}"#.to_vec()),
        refused(
            "none-entities-that-grow.svg",
            [
                &b"<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">"[..],
                b"<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">",
                b"]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&c;</text></svg>",
            ]
            .concat(),
        ),
        refused(
            "none-an-archive-of-4-gb-of-nothing.mp4",
            [
                &b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0"[..],
                &[0xFF; 8],
                b"\x01\0\0\0a\x03\0",
            ]
            .concat(),
        ),
        refused(
            "none-ogg-of-pages-that-never-end.ogg",
            b"OggS\0\x02".repeat(600),
        ),
        refused(
            "none-program-stream-of-noise.mpg",
            [&[0, 0, 1, 0xBA][..], &[0x5A; 900]].concat(),
        ),
    ]
}
