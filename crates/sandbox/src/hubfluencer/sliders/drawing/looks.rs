//! What the templates look like.

use super::canvas::{Area, Canvas, Rgb, lightness};

const WHITE: Rgb = [255, 255, 255];
const DARK: Rgb = [18, 20, 28];
const PAPER: Rgb = [247, 243, 236];
const CREAM: Rgb = [255, 249, 231];

/// Where words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Placement {
    Top,
    Middle,
    Bottom,
}

/// What is under the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// The background, darkened.
    Shade,
    /// A band from edge to edge.
    Band(Rgb),
    /// A card with round corners.
    Card(Rgb),
    /// A card with square corners and a strip of tape.
    Taped(Rgb),
}

/// How lines stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alignment {
    Left,
    Center,
}

/// What is drawn on the background before the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ornament {
    None,
    /// A bar of the accent at the left edge.
    Bar,
    /// Fine lines across.
    Grid,
    /// The right half in the accent.
    Halves,
}

/// What a template looks like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) accent: Rgb,
    pub(super) ink: Rgb,
    pub(super) ground: Ground,
    pub(super) alignment: Alignment,
    /// Height of the headline's letters, in pixels, where there is room for it.
    pub(super) headline: f32,
    /// Where the words stand unless another place is asked for.
    pub(super) natural: Placement,
    ornament: Ornament,
}

impl Look {
    /// A template's look, in this accent or its own.
    pub(super) fn of(template: &str, accent: Option<&str>) -> Self {
        let given = accent.and_then(read);
        let own = |color: Rgb| given.unwrap_or(color);
        let left = Alignment::Left;
        match template {
            "editorialStory" => Self {
                accent: own([176, 58, 46]),
                ink: DARK,
                ground: Ground::Band(PAPER),
                alignment: left,
                headline: 76.0,
                natural: Placement::Bottom,
                ornament: Ornament::None,
            },
            "scrapbook" => Self {
                accent: own([242, 153, 74]),
                ink: [58, 46, 36],
                ground: Ground::Taped(CREAM),
                alignment: Alignment::Center,
                headline: 72.0,
                natural: Placement::Middle,
                ornament: Ornament::None,
            },
            "featureGrid" => Self {
                accent: own([45, 156, 219]),
                ink: WHITE,
                ground: Ground::Card(DARK),
                alignment: left,
                headline: 72.0,
                natural: Placement::Top,
                ornament: Ornament::Grid,
            },
            "offerCard" => {
                let accent = own([235, 87, 87]);
                Self {
                    accent: on(accent),
                    ink: on(accent),
                    ground: Ground::Card(accent),
                    alignment: Alignment::Center,
                    headline: 92.0,
                    natural: Placement::Middle,
                    ornament: Ornament::None,
                }
            }
            "comparison" => Self {
                accent: own([39, 174, 96]),
                ink: DARK,
                ground: Ground::Band(WHITE),
                alignment: Alignment::Center,
                headline: 68.0,
                natural: Placement::Bottom,
                ornament: Ornament::Halves,
            },
            _ => Self {
                accent: own([9, 239, 190]),
                ink: WHITE,
                ground: Ground::Shade,
                alignment: left,
                headline: 112.0,
                natural: Placement::Middle,
                ornament: Ornament::Bar,
            },
        }
    }
}

/// Draws on the background what belongs to a look.
pub(super) fn prepare(canvas: &mut Canvas, look: &Look) {
    let whole = canvas.whole();
    if look.ground == Ground::Shade {
        canvas.veil(whole, DARK, 150);
    }
    match look.ornament {
        Ornament::None => {}
        Ornament::Bar => canvas.fill(Area { width: 28, ..whole }, look.accent),
        Ornament::Grid => {
            let step = 120;
            for place in (step..whole.width.max(whole.height)).step_by(step as usize) {
                let across = Area {
                    y: place,
                    height: 2,
                    ..whole
                };
                let down = Area {
                    x: place,
                    width: 2,
                    ..whole
                };
                canvas.veil(across, WHITE, 90);
                canvas.veil(down, WHITE, 90);
            }
        }
        Ornament::Halves => {
            let half = whole.width / 2;
            let right = Area {
                x: half,
                width: whole.width - half,
                ..whole
            };
            canvas.veil(right, look.accent, 130);
            let line = Area {
                x: half - 4,
                width: 8,
                ..whole
            };
            canvas.fill(line, WHITE);
        }
    }
}

/// The color of words on this one.
pub(super) fn on(color: Rgb) -> Rgb {
    if lightness(color) > 140 { DARK } else { WHITE }
}

/// Reads `#RRGGBB`.
fn read(text: &str) -> Option<Rgb> {
    let number = u32::from_str_radix(text.strip_prefix('#')?, 16).ok()?;
    let [_, color @ ..] = number.to_be_bytes();
    Some(color)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_is_read_and_words_on_it_can_be_read() {
        assert_eq!(read("#09EFBE"), Some([9, 239, 190]));
        assert_eq!(on([9, 239, 190]), DARK);
        assert_eq!(on([30, 30, 90]), WHITE);
    }
}
