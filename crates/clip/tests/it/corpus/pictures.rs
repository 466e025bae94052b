//! Pictures that lie about their size, or are more than they seem.

use std::io::Cursor;

use clip::image_size;

use super::{Recipe, refused};

/// A PNG's first chunk, with a length and sides that need not be true.
fn png(length: u32, kind: &[u8; 4], width: u32, height: u32) -> Vec<u8> {
    [
        b"\x89PNG\r\n\x1a\n",
        &length.to_be_bytes()[..],
        kind,
        &width.to_be_bytes(),
        &height.to_be_bytes(),
        &[8, 6, 0, 0, 0, 0, 0, 0, 0],
        // Pixels: four gigabytes of them, it says.
        b"\xFF\xFF\xFF\xFFIDAT\x78\x9C",
    ]
    .concat()
}

fn webp(chunk: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [b"RIFF\xFF\xFF\xFF\xFFWEBP", &chunk[..], &[0xFF; 4], body].concat()
}

fn jpeg(markers: &[u8]) -> Vec<u8> {
    [&[0xFF, 0xD8], markers].concat()
}

/// As clips they are all refused; how large they are is another question, below.
pub fn recipes() -> Vec<Recipe> {
    vec![
        refused(
            "png-of-18-quintillion-pixels.png",
            png(13, b"IHDR", u32::MAX, u32::MAX),
        ),
        refused("png-of-no-pixels.png", png(13, b"IHDR", 0, 0)),
        refused("png-header-of-4-gb.png", png(u32::MAX, b"IHDR", 16, 16)),
        refused("png-without-a-header.png", png(13, b"tEXt", 16, 16)),
        refused(
            "png-cut-in-its-header.png",
            png(13, b"IHDR", 16, 16)[..18].to_vec(),
        ),
        refused(
            "jpeg-segment-of-no-bytes.jpg",
            jpeg(b"\xFF\xE0\0\0\xFF\xE0\0\0"),
        ),
        refused("jpeg-segment-of-one-byte.jpg", jpeg(b"\xFF\xE0\0\x01")),
        refused(
            "jpeg-segments-without-end.jpg",
            jpeg(&b"\xFF\xE0\0\x02".repeat(10_000)),
        ),
        refused("jpeg-filling-without-end.jpg", jpeg(&[0xFF; 40_000])),
        refused(
            "jpeg-markers-without-a-length.jpg",
            jpeg(&b"\xFF\xD0".repeat(10_000)),
        ),
        refused(
            "jpeg-segment-past-the-end.jpg",
            jpeg(b"\xFF\xE0\xFF\xFFabc"),
        ),
        refused(
            "jpeg-frame-of-no-pixels.jpg",
            jpeg(b"\xFF\xC0\0\x11\x08\0\0\0\0\x03"),
        ),
        refused("jpeg-frame-cut-off.jpg", jpeg(b"\xFF\xC0\0\x11\x08\0")),
        refused(
            "jpeg-pixels-before-the-frame.jpg",
            jpeg(b"\xFF\xDA\0\x02\xFF\xC0\0\x11\x08\0\x10\0\x10"),
        ),
        refused(
            "webp-of-280-trillion-pixels.webp",
            webp(b"VP8X", &[0xFF; 10]),
        ),
        refused("webp-chunk-cut-off.webp", webp(b"VP8 ", &[])),
        refused("webp-of-an-unknown-kind.webp", webp(b"VP9 ", &[0; 20])),
        refused(
            "webp-lossless-without-its-mark.webp",
            webp(b"VP8L", &[0; 8]),
        ),
        refused(
            "gif-of-4-billion-pixels.gif",
            b"GIF89a\xFF\xFF\xFF\xFF\xF7\0\0;".to_vec(),
        ),
        refused(
            "avif-of-boxes-that-end-before-they-begin.avif",
            b"\0\0\0\x0Cftypavif\0\0\0\x01meta".to_vec(),
        ),
    ]
}

#[test]
fn a_picture_that_lies_about_its_header_has_no_size() {
    // These say a size, however absurd: whether that may be sent is the service's business, nothing is decoded here.
    let sized = [
        "png-of-18-quintillion-pixels.png",
        "png-header-of-4-gb.png",
        "webp-of-280-trillion-pixels.webp",
    ];
    for recipe in recipes() {
        let size = image_size(Cursor::new(&recipe.bytes));
        assert_eq!(
            size.is_some(),
            sized.contains(&recipe.name),
            "{}: {size:?}",
            recipe.name
        );
    }
}
