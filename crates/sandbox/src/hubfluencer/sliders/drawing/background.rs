//! What stands for the background that the service invents: a sky of two colors, and hills, from a
//! seed.

use sha2::{Digest, Sha256};

use super::canvas::{Area, Canvas, mixed};
use crate::pictures::color;

/// Rows of the sky that have the same color: a picture of few colors is a small file.
const BAND: i32 = 6;

/// Paints the background of this seed.
pub(super) fn paint(canvas: &mut Canvas, seed: &str) {
    let seed: [u8; 32] = Sha256::digest(seed.as_bytes()).into();
    let share = |place: usize| f32::from(seed[place]) / 255.0;
    let (width, height) = (canvas.width(), canvas.height());
    let hue = share(0);
    let other = hue + 0.06 + 0.22 * share(1);
    let (top, bottom) = (color(hue, 0.42, 0.9), color(other, 0.6, 0.55));
    let mut row = 0;
    while row < height {
        let way = u8::try_from(row * 255 / height.max(1)).unwrap_or(255);
        let area = Area {
            x: 0,
            y: row,
            width,
            height: BAND,
        };
        canvas.fill(area, mixed(top, bottom, way));
        row += BAND;
    }
    let at = |x: f32, y: f32| (x * width as f32, y * height as f32);
    let wide = |radius: f32| radius * width as f32;
    // A sun, and three hills before it.
    canvas.disc(
        at(0.15 + 0.7 * share(8), 0.15 + 0.25 * share(9)),
        wide(0.1 + 0.1 * share(10)),
        1.0,
        color(hue + 0.45, 0.2, 0.98),
    );
    for (place, depth) in [0.5_f32, 0.62, 0.78].into_iter().enumerate() {
        canvas.disc(
            at(share(11 + place), 1.0 + 0.1 * share(14 + place)),
            wide(0.95 - 0.5 * depth + 0.25 * share(17 + place)),
            0.8,
            color(other + 0.05 * place as f32, 0.5, 0.75 - 0.55 * depth),
        );
    }
}
