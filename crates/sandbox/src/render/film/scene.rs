//! A generated scene: a moving background with the prompt's first words and the scene's number.

use std::path::PathBuf;

use super::{
    frame::Frame,
    take::{Lettering, Take, background},
    words::{Entrance, Place, Words},
};

/// Every generated scene's length in seconds (contract: a fixed 8).
pub(super) const SCENE_SECONDS: f64 = 8.0;
/// Words of the prompt that stand on the picture.
const FIRST_WORDS: usize = 8;

/// What to draw.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    pub(crate) frame: Frame,
    /// Its place on the timeline, from one.
    pub(crate) number: usize,
    pub(crate) prompt: String,
    /// The product that it features.
    pub(crate) product: Option<PathBuf>,
    /// Gives its colors and its tone.
    pub(crate) seed: [u8; 8],
}

impl Scene {
    pub(super) fn words(&self) -> Vec<Words> {
        let first: Vec<&str> = self.prompt.split_whitespace().take(FIRST_WORDS).collect();
        let words = |text: String, place, size| Words {
            text,
            place,
            entrance: Entrance::Pop,
            size,
            from: 0.0,
            until: SCENE_SECONDS + 1.0,
        };
        vec![
            words(format!("SANDBOX {}", self.number), Place::Top, 56),
            words(first.join(" "), Place::Bottom, 40),
        ]
    }

    pub(super) fn take(&self, lettering: &Lettering) -> Take {
        let mut take = Take::new(SCENE_SECONDS);
        let ground = take.drawn(background(self.frame, self.seed, SCENE_SECONDS));
        let sound = take.drawn(hum(self.seed, SCENE_SECONDS));
        let sides = self.frame.sides();
        take.chain(&format!(
            "[{ground}:v]scale={sides}:flags=fast_bilinear,setsar=1[ground]"
        ));
        let bare = featured(&mut take, self.product.as_ref(), self.frame, "[ground]");
        take.mark(bare, &lettering.cards, "[picture]");
        take.chain(&format!("[{sound}:a]volume=0.15[sound]"));
        take
    }
}

/// A quiet tone of this length.
pub(super) fn hum(seed: [u8; 8], seconds: f64) -> String {
    let pitch = 110 + u32::from(seed[7]);
    format!("sine=f={pitch}:r=44100:d={seconds:.3}")
}

/// Lays the product over the middle of `from`; gives the label of the outcome.
pub(super) fn featured<'a>(
    take: &mut Take,
    product: Option<&PathBuf>,
    frame: Frame,
    from: &'a str,
) -> &'a str {
    let Some(product) = product else {
        return from;
    };
    let place = take.still_picture(product);
    let (width, height) = (frame.width / 2, frame.height / 3);
    take.chain(&format!(
        "[{place}:v]scale={width}:{height}:force_original_aspect_ratio=decrease:\
         flags=fast_bilinear[product];\
         {from}[product]overlay=(W-w)/2:(H-h)/2:shortest=1[featured]"
    ));
    "[featured]"
}
