//! Images to drop, written byte by byte: a photo and a drawing as other programs have them.

use std::path::{Path, PathBuf};

/// A PNG of this size: a slope from one colour to another.
pub fn png(folder: &Path, name: &str, (width, height): (u32, u32)) -> PathBuf {
    let path = folder.join(name);
    let file = std::fs::File::create(&path).expect("a file");
    let mut encoder = png::Encoder::new(file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let shade = |part: u32, whole: u32| u8::try_from(part * 255 / whole).expect("a shade");
    let pixels: Vec<u8> = (0..height)
        .flat_map(|y| (0..width).flat_map(move |x| [shade(x, width), shade(y, height), 140]))
        .collect();
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&pixels).expect("its pixels");
    path
}

/// A JPEG of this size, a multiple of eight, in one grey. Its two codes are as short as can be: of
/// the lightness only the first block says anything, all others repeat it.
pub fn jpeg(folder: &Path, name: &str, (width, height): (u16, u16)) -> PathBuf {
    assert!(width % 8 == 0 && height % 8 == 0, "whole blocks");
    let [wide, high] = [width.to_be_bytes(), height.to_be_bytes()];
    let mut bytes = vec![0xff, 0xd8];
    let mut segment = |marker: u8, contents: &[u8]| {
        let length = u16::try_from(contents.len() + 2).expect("a short segment");
        bytes.extend([0xff, marker]);
        bytes.extend(length.to_be_bytes());
        bytes.extend(contents);
    };
    segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    segment(0xdb, &[&[0][..], &[8; 64]].concat());
    segment(
        0xc0,
        &[8, high[0], high[1], wide[0], wide[1], 1, 1, 0x11, 0],
    );
    // Steps of the lightness: `0` is none, `10` one of six bits. The rest of a block: `0` ends it.
    let counts = |codes: &[u8]| [codes, &vec![0; 16 - codes.len()]].concat();
    segment(0xc4, &[&[0x00][..], &counts(&[1, 1]), &[0, 6]].concat());
    segment(0xc4, &[&[0x10][..], &counts(&[1]), &[0]].concat());
    segment(0xda, &[1, 1, 0, 0, 63, 0]);
    // The first block: `10`, a step of 40, `0`. Then `0` and `0` for every other one.
    let blocks = usize::from(width / 8) * usize::from(height / 8);
    let bits = 2 + 6 + 1 + 2 * (blocks - 1);
    let mut scan = vec![0; bits.div_ceil(8)];
    scan[0] = 0b10_101000;
    // What is left of the last byte is filled with ones.
    let spare = scan.len() * 8 - bits;
    if let Some(last) = scan.last_mut() {
        *last |= (1_u8 << spare) - 1;
    }
    bytes.extend(scan);
    bytes.extend([0xff, 0xd9]);
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("the image");
    path
}
