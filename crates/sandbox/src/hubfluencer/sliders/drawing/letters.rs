//! Setting words: carried fonts for the languages of slides, and the computer's own for what a
//! person writes beyond them.

use std::io;

use ab_glyph::{Font as _, FontArc, GlyphId, ScaleFont as _};

use super::canvas::{Canvas, Rgb};
use crate::render::lettering::wide_font;

const BOLD: &[u8] = include_bytes!("../../../../assets/fonts/DejaVuSans-Bold-latin.ttf");
const REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/DejaVuSans-latin.ttf");

/// How thick letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// How a piece of text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    /// Height in pixels.
    pub(super) size: f32,
    pub(super) weight: Weight,
}

/// The fonts.
pub(super) struct Fonts {
    bold: FontArc,
    regular: FontArc,
    /// For letters that the carried fonts don't have.
    wide: Option<FontArc>,
}

impl Fonts {
    /// The carried fonts.
    ///
    /// # Errors
    /// Where one isn't what it should be; a test reads both.
    pub(super) fn carried() -> io::Result<Self> {
        let read = |bytes| FontArc::try_from_slice(bytes).map_err(io::Error::other);
        Ok(Self {
            bold: read(BOLD)?,
            regular: read(REGULAR)?,
            wide: None,
        })
    }

    /// The same fonts, and one of this computer's where these words need it and it has one.
    pub(super) fn reaching(mut self, words: [&String; 3]) -> Self {
        let mut letters = words.into_iter().flat_map(|words| words.chars());
        if letters.any(|letter| !letter.is_control() && !has(&self.regular, letter)) {
            let bytes = wide_font().and_then(|path| std::fs::read(path).ok());
            let font = bytes.map(|bytes| ab_glyph::FontVec::try_from_vec_and_index(bytes, 0));
            self.wide = font.and_then(Result::ok).map(FontArc::from);
        }
        self
    }

    /// The font for a letter, and its glyph there.
    fn glyph(&self, letter: char, weight: Weight) -> (&FontArc, GlyphId) {
        let own = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        let wide = self.wide.as_ref().filter(|wide| has(wide, letter));
        let font = if has(own, letter) {
            own
        } else {
            wide.unwrap_or(own)
        };
        (font, font.glyph_id(letter))
    }

    /// Width of a line, in pixels.
    pub(super) fn width(&self, text: &str, r#type: Type) -> f32 {
        let letters = text.chars();
        letters.map(|letter| self.advance(letter, r#type)).sum()
    }

    fn advance(&self, letter: char, Type { size, weight }: Type) -> f32 {
        let (font, glyph) = self.glyph(letter, weight);
        font.as_scaled(size).h_advance(glyph)
    }

    /// Breaks a text into lines that are no wider than `width` pixels: between words, and within
    /// one where it alone is wider. Its own line breaks are kept.
    pub(super) fn lines(&self, text: &str, r#type: Type, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            let mut long = 0.0;
            for word in paragraph.split_inclusive(' ') {
                let wide = self.width(word.trim_end(), r#type);
                if long + wide > width && !line.is_empty() {
                    lines.push(line.trim_end().to_owned());
                    line = String::new();
                    long = 0.0;
                }
                for letter in word.chars().filter(|letter| !letter.is_control()) {
                    let step = self.advance(letter, r#type);
                    if long + step > width && letter != ' ' && !line.is_empty() {
                        lines.push(std::mem::take(&mut line));
                        long = 0.0;
                    }
                    line.push(letter);
                    long += step;
                }
            }
            lines.push(line.trim_end().to_owned());
        }
        lines
    }

    /// Sets a line whose top left corner is here.
    pub(super) fn set(
        &self,
        canvas: &mut Canvas,
        text: &str,
        r#type: Type,
        (x, y): (f32, f32),
        color: Rgb,
    ) {
        let own = match r#type.weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        let baseline = y + own.as_scaled(r#type.size).ascent();
        let mut place = x;
        for letter in text.chars() {
            let (font, glyph) = self.glyph(letter, r#type.weight);
            let at = ab_glyph::point(place, baseline);
            place += font.as_scaled(r#type.size).h_advance(glyph);
            let glyph = glyph.with_scale_and_position(r#type.size, at);
            let Some(outlined) = font.outline_glyph(glyph) else {
                continue;
            };
            let corner = outlined.px_bounds().min;
            outlined.draw(|right, down, covered| {
                let (column, row) = (
                    corner.x as i32 + right as i32,
                    corner.y as i32 + down as i32,
                );
                canvas.dot(column, row, color, (covered.clamp(0.0, 1.0) * 255.0) as u8);
            });
        }
    }
}

/// Whether a font has a letter.
fn has(font: &FontArc, letter: char) -> bool {
    font.glyph_id(letter).0 != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_carried_fonts_have_the_letters_of_all_the_languages() {
        let fonts = Fonts::carried().unwrap();
        let words = include_str!("../../../../assets/words/slides.json");
        for letter in words.chars().filter(|letter| !letter.is_control()) {
            assert!(has(&fonts.bold, letter), "{letter}");
            assert!(has(&fonts.regular, letter), "{letter}");
        }
    }

    #[test]
    fn lines_are_broken_between_words_and_within_long_ones() {
        let fonts = Fonts::carried().unwrap();
        let r#type = Type {
            size: 40.0,
            weight: Weight::Regular,
        };
        let lines = fonts.lines("one two three\nfour", r#type, 150.0);
        assert_eq!(lines, ["one two", "three", "four"]);
        let lines = fonts.lines("unbreakablewordwithoutend", r#type, 150.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.concat(), "unbreakablewordwithoutend");
    }
}
