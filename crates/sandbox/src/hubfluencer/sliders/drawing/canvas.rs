//! A picture in memory, and what can be painted on it.

use std::io;

/// Red, green and blue.
pub(super) type Rgb = [u8; 3];

/// A rectangle in pixels; it may reach beyond the canvas.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// A picture in memory.
pub(super) struct Canvas {
    width: i32,
    height: i32,
    pixels: Vec<Rgb>,
}

impl Canvas {
    /// A black one.
    pub(super) fn new((width, height): (u32, u32)) -> Self {
        Self {
            width: i32::try_from(width).unwrap_or(0),
            height: i32::try_from(height).unwrap_or(0),
            pixels: vec![[0; 3]; width as usize * height as usize],
        }
    }

    /// Its width in pixels.
    pub(super) fn width(&self) -> i32 {
        self.width
    }

    /// Its height in pixels.
    pub(super) fn height(&self) -> i32 {
        self.height
    }

    /// All of it.
    pub(super) fn whole(&self) -> Area {
        Area {
            x: 0,
            y: 0,
            width: self.width,
            height: self.height,
        }
    }

    /// The pixels of a row from `from` up to `to`, as far as they are on the canvas.
    fn span(&mut self, row: i32, from: i32, to: i32) -> &mut [Rgb] {
        let (from, to) = (from.clamp(0, self.width), to.clamp(0, self.width));
        if row < 0 || row >= self.height || from >= to {
            return &mut [];
        }
        let first = (row * self.width + from) as usize;
        &mut self.pixels[first..first + (to - from) as usize]
    }

    /// Paints a rectangle.
    pub(super) fn fill(&mut self, area: Area, color: Rgb) {
        for row in area.y..area.y + area.height {
            self.span(row, area.x, area.x + area.width).fill(color);
        }
    }

    /// Lays a color over a rectangle; `share` of 255 covers it.
    pub(super) fn veil(&mut self, area: Area, color: Rgb, share: u8) {
        for row in area.y..area.y + area.height {
            for pixel in self.span(row, area.x, area.x + area.width) {
                *pixel = mixed(*pixel, color, share);
            }
        }
    }

    /// Paints a rectangle with round corners.
    pub(super) fn card(&mut self, area: Area, radius: i32, color: Rgb) {
        let radius = radius.min(area.width / 2).min(area.height / 2).max(0);
        for row in 0..area.height {
            let away = (radius - row).max(row - (area.height - 1 - radius)).max(0);
            let across = f64::from(radius * radius - away * away).max(0.0).sqrt() as i32;
            let inset = radius - across;
            let (from, to) = (area.x + inset, area.x + area.width - inset);
            self.span(area.y + row, from, to).fill(color);
        }
    }

    /// Paints a disc, `tall` times as high as it is wide.
    pub(super) fn disc(&mut self, (x, y): (f32, f32), radius: f32, tall: f32, color: Rgb) {
        let high = radius * tall;
        for row in (y - high) as i32..=(y + high) as i32 {
            let down = (row as f32 - y) / high;
            let across = radius * (1.0 - down * down).max(0.0).sqrt();
            self.span(row, (x - across) as i32, (x + across) as i32)
                .fill(color);
        }
    }

    /// Lays a color over one pixel; `share` of 255 covers it.
    pub(super) fn dot(&mut self, x: i32, y: i32, color: Rgb, share: u8) {
        if let Some(pixel) = self.span(y, x, x + 1).first_mut() {
            *pixel = mixed(*pixel, color, share);
        }
    }

    /// It as a PNG.
    ///
    /// # Errors
    /// Where it can't be encoded.
    pub(super) fn png(&self) -> io::Result<Vec<u8>> {
        let mut file = Vec::new();
        let (width, height) = (self.width as u32, self.height as u32);
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fastest);
        // Rows are mostly like the one above them.
        encoder.set_filter(png::Filter::Up);
        let mut writer = encoder.write_header().map_err(io::Error::other)?;
        let bytes = self.pixels.as_flattened();
        writer.write_image_data(bytes).map_err(io::Error::other)?;
        writer.finish().map_err(io::Error::other)?;
        Ok(file)
    }
}

/// `over` laid on `under`; `share` of 255 covers it.
pub(super) fn mixed(under: Rgb, over: Rgb, share: u8) -> Rgb {
    let share = u32::from(share);
    std::array::from_fn(|channel| {
        let (under, over) = (u32::from(under[channel]), u32::from(over[channel]));
        ((under * (255 - share) + over * share) / 255) as u8
    })
}

/// How light a color looks, from 0 to 255.
pub(super) fn lightness([red, green, blue]: Rgb) -> u32 {
    (u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114) / 1000
}
