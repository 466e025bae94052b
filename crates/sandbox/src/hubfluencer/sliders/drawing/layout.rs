//! Where things stand on a slide.

use super::{
    MARK, Plan,
    canvas::{Area, Canvas, Rgb},
    letters::{Fonts, Type, Weight},
    logo::Picture,
    looks::{Alignment, Ground, Look, Placement, on},
};

/// From the edges to the words, in pixels.
const MARGIN: i32 = 96;
/// From the edges of a card or band to its words.
const PADDING: i32 = 56;
/// What is kept free for the logo at the top.
const HEAD: i32 = 180;
/// What is kept free for number and mark at the bottom.
const FOOT: i32 = 110;
/// The logo's largest width and height.
const LOGO: (i32, i32) = (260, 110);
const BODY: f32 = 42.0;
const KICKER: f32 = 32.0;
const SMALL: f32 = 28.0;
/// A line's height, in heights of its letters.
const LEADING: f32 = 1.16;

/// Words, broken into lines that fit their place.
struct Block {
    kicker: String,
    headline: Vec<String>,
    body: Vec<String>,
    /// How much smaller than usual everything is.
    scale: f32,
}

impl Block {
    /// Breaks the words of a slide for a width, smaller until they are low enough.
    fn fitted(fonts: &Fonts, look: &Look, plan: &Plan, (width, height): (f32, f32)) -> Self {
        let mut scale = 1.0;
        loop {
            let block = Self {
                kicker: plan.kicker.trim().to_owned(),
                headline: fonts.lines(plan.headline.trim(), bold(look.headline * scale), width),
                body: fonts.lines(plan.body.trim(), regular(BODY * scale), width),
                scale,
            };
            if block.height(look) <= height || scale < 0.35 {
                return block;
            }
            scale *= 0.9;
        }
    }

    fn kicker_height(&self) -> f32 {
        if self.kicker.is_empty() {
            0.0
        } else {
            KICKER * self.scale * 2.2
        }
    }

    fn height(&self, look: &Look) -> f32 {
        let headline = self.headline.len() as f32 * look.headline * self.scale * LEADING;
        let body = self.body.len() as f32 * BODY * self.scale * LEADING;
        let gap = if self.body.is_empty() {
            0.0
        } else {
            BODY * self.scale * 0.8
        };
        self.kicker_height() + headline + gap + body
    }
}

fn bold(size: f32) -> Type {
    Type {
        size,
        weight: Weight::Bold,
    }
}

fn regular(size: f32) -> Type {
    Type {
        size,
        weight: Weight::Regular,
    }
}

/// Sets a slide's words.
pub(super) fn compose(canvas: &mut Canvas, fonts: &Fonts, look: &Look, plan: &Plan) {
    let placement = match plan.placement.as_deref() {
        Some("top") => Placement::Top,
        Some("middle") => Placement::Middle,
        Some("bottom") => Placement::Bottom,
        _ => look.natural,
    };
    let width = canvas.width() - 2 * MARGIN;
    let room = canvas.height() - HEAD - FOOT - 2 * PADDING;
    let block = Block::fitted(fonts, look, plan, (width as f32, room as f32));
    let height = block.height(look) as i32;
    let y = HEAD
        + PADDING
        + match placement {
            Placement::Top => 0,
            Placement::Middle => (room - height).max(0) / 2,
            Placement::Bottom => (room - height).max(0),
        };
    if height > 0 {
        let words = Area {
            x: MARGIN,
            y,
            width,
            height,
        };
        ground(canvas, look, words);
        set(canvas, fonts, look, &block, words);
    }
    let at = (MARGIN as f32, (canvas.height() - 70) as f32);
    tag(
        canvas,
        fonts,
        &plan.number,
        at,
        ([18, 20, 28], [255, 255, 255]),
    );
}

/// Draws what is under the words.
fn ground(canvas: &mut Canvas, look: &Look, words: Area) {
    let around = Area {
        x: words.x - PADDING,
        y: words.y - PADDING,
        width: words.width + 2 * PADDING,
        height: words.height + 2 * PADDING,
    };
    match look.ground {
        Ground::Shade => {}
        Ground::Band(color) => {
            let band = Area {
                x: 0,
                width: canvas.width(),
                ..around
            };
            canvas.fill(band, color);
            canvas.fill(Area { height: 8, ..band }, look.accent);
        }
        Ground::Card(color) => canvas.card(around, 40, color),
        Ground::Taped(color) => {
            canvas.card(around, 6, color);
            let tape = Area {
                x: around.x + around.width / 2 - 130,
                y: around.y - 26,
                width: 260,
                height: 52,
            };
            canvas.veil(tape, look.accent, 200);
        }
    }
}

/// Sets the lines of a block into its place.
fn set(canvas: &mut Canvas, fonts: &Fonts, look: &Look, block: &Block, words: Area) {
    let x = |wide: f32| match look.alignment {
        Alignment::Left => words.x as f32,
        Alignment::Center => words.x as f32 + (words.width as f32 - wide) / 2.0,
    };
    let mut y = words.y as f32;
    if !block.kicker.is_empty() {
        let size = KICKER * block.scale;
        let wide = fonts.width(&block.kicker, bold(size)) + size * 1.4;
        let pill = Area {
            x: x(wide) as i32,
            y: y as i32,
            width: wide as i32,
            height: (size * 1.6) as i32,
        };
        canvas.card(pill, pill.height / 2, look.accent);
        let at = (pill.x as f32 + size * 0.7, y + size * 0.28);
        fonts.set(canvas, &block.kicker, bold(size), at, on(look.accent));
        y += block.kicker_height();
    }
    let mut line = |text: &str, r#type: Type| {
        let at = (x(fonts.width(text, r#type)), y);
        fonts.set(canvas, text, r#type, at, look.ink);
        y += r#type.size * LEADING;
    };
    for text in &block.headline {
        line(text, bold(look.headline * block.scale));
    }
    if !block.body.is_empty() {
        line("", regular(BODY * block.scale * 0.8 / LEADING));
    }
    for text in &block.body {
        line(text, regular(BODY * block.scale));
    }
}

/// Says whose picture it is, at the bottom right.
pub(super) fn mark(canvas: &mut Canvas, fonts: &Fonts) {
    let wide = fonts.width(MARK, bold(SMALL));
    let at = (
        (canvas.width() - MARGIN) as f32 - wide,
        (canvas.height() - 70) as f32,
    );
    tag(canvas, fonts, MARK, at, ([255, 214, 0], [18, 20, 28]));
}

/// A few words on a small card.
fn tag(canvas: &mut Canvas, fonts: &Fonts, text: &str, (x, y): (f32, f32), colors: (Rgb, Rgb)) {
    let (under, ink) = colors;
    let card = Area {
        x: x as i32 - 18,
        y: y as i32 - 10,
        width: fonts.width(text, bold(SMALL)) as i32 + 36,
        height: SMALL as i32 + 20,
    };
    canvas.card(card, 12, under);
    fonts.set(canvas, text, bold(SMALL), (x, y), ink);
}

/// Puts the logo at the top right, whole.
pub(super) fn logo(canvas: &mut Canvas, picture: &Picture) {
    let (most_wide, most_high) = (LOGO.0 as f32, LOGO.1 as f32);
    let (wide, high) = (picture.width() as f32, picture.height() as f32);
    let scale = (most_wide / wide).min(most_high / high);
    let (width, height) = (
        (wide * scale).max(1.0) as i32,
        (high * scale).max(1.0) as i32,
    );
    let (left, top) = (canvas.width() - MARGIN - width, 48);
    for row in 0..height {
        for column in 0..width {
            let (color, share) = picture.seen(
                ((column as f32 + 0.5) / scale, (row as f32 + 0.5) / scale),
                (0.5 / scale).max(0.5),
            );
            canvas.dot(left + column, top + row, color, share);
        }
    }
}
