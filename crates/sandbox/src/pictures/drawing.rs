//! Simple drawings from an id: a scene for a template, head and shoulders for a character.

use sha2::{Digest, Sha256};

use super::png;

/// 9:16, as the videos are.
const SCENE: (u32, u32) = (144, 256);
/// Square, as portraits are.
const PORTRAIT: (u32, u32) = (160, 160);
/// Shades from the top of the background to its bottom.
const SHADES: u8 = 64;
/// Places of the palette behind the shades.
const FIRST: u8 = SHADES;
const SECOND: u8 = SHADES + 1;
const THIRD: u8 = SHADES + 2;

/// A shape, in shares of the picture's width and height.
struct Circle {
    x: f32,
    y: f32,
    /// Share of the width.
    radius: f32,
    /// How much taller than wide.
    tall: f32,
    color: u8,
}

/// A template's picture.
pub(super) fn scene(id: &str) -> Vec<u8> {
    let seed = seed(id);
    let share = |place: usize| f32::from(seed[place]) / 255.0;
    let palette = palette(&seed);
    let shapes = [
        Circle {
            x: 0.15 + 0.7 * share(8),
            y: 0.12 + 0.25 * share(9),
            radius: 0.1 + 0.18 * share(10),
            tall: 1.0,
            color: THIRD,
        },
        Circle {
            x: share(11),
            y: 1.0,
            radius: 0.5 + 0.3 * share(12),
            tall: 0.7,
            color: FIRST,
        },
        Circle {
            x: 0.2 + 0.6 * share(13),
            y: 1.02,
            radius: 0.3 + 0.2 * share(14),
            tall: 0.9 + share(15),
            color: SECOND,
        },
    ];
    paint(SCENE, &palette, &shapes)
}

/// A character's picture.
pub(super) fn person(id: &str) -> Vec<u8> {
    let seed = seed(id);
    let share = |place: usize| f32::from(seed[place]) / 255.0;
    let mut palette = palette(&seed);
    let skins = [
        [244, 211, 184],
        [214, 164, 124],
        [166, 112, 76],
        [104, 68, 48],
    ];
    let hairs = [[42, 32, 30], [112, 66, 36], [206, 170, 96], [176, 176, 180]];
    palette[usize::from(SECOND)] = skins[usize::from(seed[16]) % skins.len()];
    palette[usize::from(THIRD)] = hairs[usize::from(seed[17]) % hairs.len()];
    let shapes = [
        // Hair behind, shoulders, neck, head, hair in front.
        Circle {
            x: 0.5,
            y: 0.42,
            radius: 0.22 + 0.05 * share(18),
            tall: 1.0 + 0.5 * share(19),
            color: THIRD,
        },
        Circle {
            x: 0.5,
            y: 1.02,
            radius: 0.38 + 0.05 * share(20),
            tall: 0.8,
            color: FIRST,
        },
        Circle {
            x: 0.5,
            y: 0.68,
            radius: 0.08,
            tall: 1.3,
            color: SECOND,
        },
        Circle {
            x: 0.5,
            y: 0.45,
            radius: 0.18,
            tall: 1.2,
            color: SECOND,
        },
        Circle {
            x: 0.42 + 0.16 * share(21),
            y: 0.27,
            radius: 0.17,
            tall: 0.5,
            color: THIRD,
        },
    ];
    paint(PORTRAIT, &palette, &shapes)
}

fn seed(id: &str) -> [u8; 32] {
    Sha256::digest(id.as_bytes()).into()
}

/// The background's shades, then the three colors of shapes.
fn palette(seed: &[u8; 32]) -> Vec<[u8; 3]> {
    let hue = f32::from(seed[0]) / 255.0;
    let other = hue + 0.08 + 0.3 * f32::from(seed[1]) / 255.0;
    let (top, bottom) = (color(hue, 0.35, 0.93), color(other, 0.55, 0.62));
    let mut palette: Vec<[u8; 3]> = (0..SHADES)
        .map(|shade| {
            let share = f32::from(shade) / f32::from(SHADES - 1);
            std::array::from_fn(|channel| {
                let (from, to) = (f32::from(top[channel]), f32::from(bottom[channel]));
                (from + (to - from) * share) as u8
            })
        })
        .collect();
    palette.push(color(other + 0.1, 0.6, 0.42));
    palette.push(color(hue + 0.5, 0.5, 0.55));
    palette.push(color(hue + 0.4, 0.25, 0.98));
    palette
}

/// A color by hue, saturation and value, each a share of one; the hue goes round.
pub(crate) fn color(hue: f32, saturation: f32, value: f32) -> [u8; 3] {
    [5.0, 3.0, 1.0].map(|offset: f32| {
        let k = (offset + hue.rem_euclid(1.0) * 6.0).rem_euclid(6.0);
        let away = k.min(4.0 - k).clamp(0.0, 1.0);
        ((value - value * saturation * away) * 255.0) as u8
    })
}

fn paint((width, height): (u32, u32), palette: &[[u8; 3]], shapes: &[Circle]) -> Vec<u8> {
    let mut pixels = Vec::with_capacity((width * height) as usize);
    for row in 0..height {
        let shade = u8::try_from(row * u32::from(SHADES) / height.max(1)).unwrap_or(SHADES - 1);
        for column in 0..width {
            let covered = shapes.iter().rev().find(|shape| {
                let across = column as f32 - shape.x * width as f32;
                let down = (row as f32 - shape.y * height as f32) / shape.tall;
                let radius = shape.radius * width as f32;
                across * across + down * down <= radius * radius
            });
            pixels.push(covered.map_or(shade, |shape| shape.color));
        }
    }
    png::encode(width, height, palette, &pixels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_has_its_own_picture() {
        assert_eq!(scene("a"), scene("a"));
        assert_ne!(scene("a"), scene("b"));
        assert_ne!(person("a"), person("b"));
    }

    #[test]
    fn hues_are_the_usual_ones() {
        assert_eq!(color(0.0, 1.0, 1.0), [255, 0, 0]);
        assert_eq!(color(1.0 / 3.0, 1.0, 1.0), [0, 255, 0]);
        assert_eq!(color(2.0 / 3.0, 1.0, 1.0), [0, 0, 255]);
    }
}
