//! A short: two segments of six seconds with its words, and the end card where it has one.

use std::path::PathBuf;

use super::{
    frame::{Fit, Frame},
    scene::{featured, hum},
    take::{Lettering, RATE, Take, background},
    words::{Entrance, Place, Words},
};

/// Length of a short without its end card, in seconds (contract: two segments of 6 s).
pub(super) const SHORT_SECONDS: f64 = 12.0;
/// Length of the end card, in seconds (contract: 14 s in all).
pub(super) const END_CARD_SECONDS: f64 = 2.0;

/// What to draw.
#[derive(Debug, Clone)]
pub(crate) struct Short {
    pub(crate) headline: String,
    pub(crate) subheadline: String,
    /// Said one after the other while the film plays.
    pub(crate) beats: Vec<String>,
    pub(crate) place: Place,
    pub(crate) entrance: Entrance,
    pub(crate) product: Option<PathBuf>,
    /// The end card.
    pub(crate) poster: Option<PathBuf>,
    /// Gives its colors and its tone.
    pub(crate) seed: [u8; 8],
}

impl Short {
    /// Its length in seconds.
    pub(crate) fn seconds(&self) -> f64 {
        match self.poster {
            Some(_) => SHORT_SECONDS + END_CARD_SECONDS,
            None => SHORT_SECONDS,
        }
    }

    pub(super) fn words(&self) -> Vec<Words> {
        let words = |text: &str, place, size, from, until| Words {
            text: text.to_owned(),
            place,
            entrance: self.entrance,
            size,
            from,
            until,
        };
        let half = SHORT_SECONDS / 2.0;
        let mut all = Vec::new();
        // The title first; in the second segment the supporting line takes its place.
        let title_until = if self.subheadline.trim().is_empty() {
            SHORT_SECONDS
        } else {
            half
        };
        all.push(words(&self.headline, self.place, 54, 0.0, title_until));
        all.push(words(
            &self.subheadline,
            self.place,
            42,
            half,
            SHORT_SECONDS,
        ));
        let aside = match self.place {
            Place::Center => Place::Bottom,
            Place::Top | Place::Bottom => Place::Center,
        };
        let share = SHORT_SECONDS / self.beats.len().max(1) as f64;
        for (place, beat) in self.beats.iter().enumerate() {
            let from = share * place as f64;
            all.push(words(beat, aside, 36, from, from + share));
        }
        all
    }

    pub(super) fn take(&self, lettering: &Lettering) -> Take {
        let frame = Frame::UPRIGHT;
        let mut take = Take::new(self.seconds());
        take.still = 1.5;
        let half = SHORT_SECONDS / 2.0;
        let mut second = self.seed;
        second.reverse();
        let one = take.drawn(background(frame, self.seed, half));
        let two = take.drawn(background(frame, second, half));
        let sound = take.drawn(hum(self.seed, self.seconds()));
        let sides = frame.sides();
        take.chain(&format!(
            "[{one}:v][{two}:v]concat=n=2:v=1:a=0,\
             scale={sides}:flags=fast_bilinear,setsar=1[ground]"
        ));
        let bare = featured(&mut take, self.product.as_ref(), frame, "[ground]");
        let whole = self.closed(&mut take, bare);
        take.mark(whole, &lettering.cards, "[picture]");
        take.chain(&format!("[{sound}:a]volume=0.3[sound]"));
        take
    }

    /// Puts the end card behind `from`, where there is one.
    fn closed<'a>(&self, take: &mut Take, from: &'a str) -> &'a str {
        let Some(poster) = &self.poster else {
            return from;
        };
        let card = take.still_picture(poster);
        take.chain(&format!(
            "[{card}:v]trim=duration={END_CARD_SECONDS},fps={RATE}[card]"
        ));
        take.chain(&Fit::Blur.filters("[card]", ",format=yuv420p[end]", Frame::UPRIGHT));
        take.chain(&format!(
            "{from}fps={RATE},format=yuv420p[film];[film][end]concat=n=2:v=1:a=0[closed]"
        ));
        "[closed]"
    }
}
