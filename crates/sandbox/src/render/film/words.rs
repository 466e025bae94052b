//! Words on the picture.

use std::{fmt::Write, path::Path};

use super::super::{graph::escaped, lettering};

/// Where words stand on the picture (contract: `short_text_position`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the upper part.
    Top,
    /// In the middle.
    Center,
    /// In the lower part.
    Bottom,
}

/// How words come in (contract: `short_text_animation`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entrance {
    /// From the left.
    Reveal,
    /// Letter by letter; the sandbox has them there at once, a moment late.
    Typewriter,
    /// Out of nothing.
    FadeIn,
    /// At once.
    Pop,
    /// From above, springing.
    Bounce,
}

/// Words that are shown for a while.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) place: Place,
    pub(crate) entrance: Entrance,
    /// Height of the letters, in pixels.
    pub(crate) size: u32,
    /// From when, in seconds.
    pub(crate) from: f64,
    /// Until when, in seconds.
    pub(crate) until: f64,
}

/// One `drawtext`: a card's file and its filter.
pub(super) struct Card {
    pub(super) file: String,
    pub(super) text: String,
    pub(super) filter: String,
}

impl Words {
    /// Breaks the words into cards that fit the picture, each shown for its share of the time.
    /// `number` keeps their files apart from those of other words.
    pub(super) fn cards(&self, number: usize, font: Option<&Path>) -> Vec<Card> {
        let cards = lettering::cards(&self.text);
        let share = (self.until - self.from) / cards.len().max(1) as f64;
        let cards = cards.into_iter().enumerate();
        cards
            .map(|(place, text)| {
                let file = format!("words{number}-{place}.txt");
                let from = self.from + share * place as f64;
                Card {
                    filter: self.filter(&file, font, from, from + share),
                    file,
                    text,
                }
            })
            .collect()
    }

    fn filter(&self, file: &str, font: Option<&Path>, from: f64, until: f64) -> String {
        let font = match font {
            Some(font) => format!("fontfile='{}'", escaped(font)),
            None => "font=Sans".to_owned(),
        };
        let top = match self.place {
            Place::Top => "h*0.12",
            Place::Center => "(h-th)/2",
            Place::Bottom => "h*0.72",
        };
        let age = format!("(t-{from:.3})");
        let (mut x, mut y, mut more) = ("(w-tw)/2".to_owned(), top.to_owned(), String::new());
        let mut shown_from = from;
        match self.entrance {
            Entrance::Reveal => x = format!("(w-tw)/2-w*max(0\\,1-{age}/0.5)"),
            Entrance::FadeIn => {
                let _ = write!(more, ":alpha='min(1\\,{age}/0.8)'");
            }
            Entrance::Bounce => {
                y = format!("{top}-60*abs(cos(6*{age}))*max(0\\,1-{age})");
            }
            Entrance::Typewriter => shown_from += 0.3,
            Entrance::Pop => {}
        }
        format!(
            ",drawtext=textfile={file}:expansion=none:{font}:fontsize={}:fontcolor=white:box=1:\
             boxcolor=black@0.55:boxborderw=20:line_spacing=10:x='{x}':y='{y}'{more}:\
             enable='between(t,{shown_from:.3},{until:.3})'",
            self.size
        )
    }
}
