//! Which service a reel is of, and what it is there.

use contract::{ProjectKind, ReelView, Service};
use words::Words;

use crate::components::Glyph;

/// Whether Hubfluencer made it.
pub fn is_of_hub(reel: &ReelView) -> bool {
    reel.service == Service::Hubfluencer
}

/// What Hubfluencer made, in a word.
pub fn kind_word(words: &Words, kind: ProjectKind) -> String {
    words.say(match kind {
        ProjectKind::Short => "hub-kind-short",
        ProjectKind::Carousel => "hub-kind-carousel",
        ProjectKind::Editor => "hub-kind-editor",
    })
}

/// What a reel of Hubfluencer's is. None of Riffkit's.
pub fn kind_of(reel: &ReelView) -> Option<ProjectKind> {
    let project = reel.project.as_ref().filter(|_| is_of_hub(reel))?;
    Some(project.kind)
}

/// The drawing of it.
pub const fn kind_glyph(kind: ProjectKind) -> Glyph {
    match kind {
        ProjectKind::Short => Glyph::Short,
        ProjectKind::Carousel => Glyph::Carousel,
        ProjectKind::Editor => Glyph::Scenes,
    }
}
