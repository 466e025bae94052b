//! Reading a logo: PNG or JPEG, as the contract takes them.

use std::{
    fs::File,
    io::{BufReader, Read as _, Seek as _},
    path::Path,
};

use zune_jpeg::{
    JpegDecoder,
    zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
};

use super::canvas::Rgb;

/// More pixels than this are not read: the sandbox draws a logo small.
const MOST_PIXELS: usize = 40_000_000;

/// A picture with transparency.
pub(super) struct Picture {
    width: usize,
    height: usize,
    /// Red, green, blue and how much it covers.
    pixels: Vec<[u8; 4]>,
}

impl Picture {
    /// Its width in pixels; never zero.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Its height in pixels; never zero.
    pub(super) fn height(&self) -> usize {
        self.height
    }

    /// What is seen around a point, within this distance: the mean color, and how much it covers.
    pub(super) fn seen(&self, (x, y): (f32, f32), around: f32) -> (Rgb, u8) {
        let range = |place: f32, most: usize| {
            let first = ((place - around).max(0.0) as usize).min(most - 1);
            let last = ((place + around).max(0.0) as usize).clamp(first + 1, most.max(first + 1));
            first..last
        };
        let mut sums = [0_u32; 4];
        let mut count = 0;
        for row in range(y, self.height) {
            for column in range(x, self.width) {
                let [red, green, blue, share] = self.pixels[row * self.width + column];
                let weight = u32::from(share);
                sums[0] += u32::from(red) * weight;
                sums[1] += u32::from(green) * weight;
                sums[2] += u32::from(blue) * weight;
                sums[3] += weight;
                count += 1;
            }
        }
        let [red, green, blue, weight] = sums;
        let mean = |sum: u32| u8::try_from(sum / weight.max(1)).unwrap_or(u8::MAX);
        let share = u8::try_from(weight / count.max(1)).unwrap_or(u8::MAX);
        ([mean(red), mean(green), mean(blue)], share)
    }
}

/// Reads a logo; none where it can't be read, and the slide goes without it.
pub(super) fn read(path: &Path) -> Option<Picture> {
    let mut file = BufReader::new(File::open(path).ok()?);
    let mut first = [0; 4];
    file.read_exact(&mut first).ok()?;
    file.rewind().ok()?;
    let picture = if first == *b"\x89PNG" {
        png(file)
    } else {
        jpeg(file)
    };
    if picture.is_none() {
        tracing::warn!("a logo could not be read: the slides go without it");
    }
    picture
}

fn png(file: BufReader<File>) -> Option<Picture> {
    let mut decoder = png::Decoder::new(file);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let (width, height) = (reader.info().width as usize, reader.info().height as usize);
    if width.checked_mul(height)? > MOST_PIXELS {
        return None;
    }
    let mut bytes = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut bytes).ok()?;
    bytes.truncate(frame.buffer_size());
    let pixel = |parts: &[u8]| match *parts {
        [gray] => [gray, gray, gray, 255],
        [gray, share] => [gray, gray, gray, share],
        [red, green, blue] => [red, green, blue, 255],
        [red, green, blue, share, ..] => [red, green, blue, share],
        [] => [0; 4],
    };
    let pixels = bytes.chunks_exact(frame.color_type.samples()).map(pixel);
    whole(width, height, pixels.collect())
}

fn jpeg(mut file: BufReader<File>) -> Option<Picture> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(&bytes), options);
    decoder.decode_headers().ok()?;
    let (width, height) = decoder.dimensions()?;
    if width.checked_mul(height)? > MOST_PIXELS {
        return None;
    }
    let bytes = decoder.decode().ok()?;
    let (pixels, _) = bytes.as_chunks::<3>();
    let pixels = pixels.iter();
    whole(
        width,
        height,
        pixels
            .map(|[red, green, blue]| [*red, *green, *blue, 255])
            .collect(),
    )
}

/// A picture that has all its pixels.
fn whole(width: usize, height: usize, pixels: Vec<[u8; 4]>) -> Option<Picture> {
    (width > 0 && height > 0 && pixels.len() == width * height).then_some(Picture {
        width,
        height,
        pixels,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_are_read_and_damage_is_survived() {
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        let badge = read(&assets.join("badge.png")).unwrap();
        let middle = (badge.width() as f32 / 2.0, badge.height() as f32 / 2.0);
        assert!(badge.seen(middle, 4.0).1 > 0);
        let still = read(&assets.join("reel.jpg")).unwrap();
        assert_eq!((still.width(), still.height()), (360, 640));
        assert_eq!(still.seen((359.9, 639.9), 0.5).1, 255);
        assert!(read(&assets.join("reel.mp4")).is_none());
        assert!(read(&assets.join("nowhere.png")).is_none());
    }
}
