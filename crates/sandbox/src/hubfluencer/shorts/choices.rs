//! The creative fields of a short, with their exact values and limits.

use super::{
    super::{
        creative::{FORMATS, LANGUAGES, LONGEST_BRIEF, LONGEST_THEME, SHORTEST_BRIEF},
        fields::Fields,
        settings,
    },
    record::Creative,
};

/// `short_text_position`.
const POSITIONS: [&str; 3] = ["top", "center", "bottom"];
/// `short_text_animation`.
const ANIMATIONS: [&str; 5] = ["reveal", "typewriter", "fade_in", "pop", "bounce"];
/// `short_font_family`.
const FONTS: [&str; 15] = [
    "ShortFontSpaceGrotesk",
    "ShortFontMontserrat",
    "ShortFontImpact",
    "ShortFontAnton",
    "ShortFontBebasNeue",
    "ShortFontOswald",
    "ShortFontPoppins",
    "ShortFontInter",
    "ShortFontTikTokSans",
    "ShortFontBangers",
    "ShortFontTheBold",
    "ShortFontLato",
    "ShortFontArchivoBlack",
    "ShortFontDMSerif",
    "ShortFontPermanentMarker",
];

/// Text beats of a short at most. The contract gives no number; a short has two segments.
const MOST_BEATS: usize = 12;
/// Instruments at most; the contract gives no number.
const MOST_INSTRUMENTS: usize = 20;
/// A beat's or an instrument's length at most, in characters.
const LONGEST_ITEM: usize = 200;

/// Reads all creative fields that are given; what doesn't fit is noted in the fields.
pub(super) fn read(fields: &mut Fields, into: &mut Creative) {
    let brief = SHORTEST_BRIEF..=LONGEST_BRIEF;
    settings::text(fields, "product_prompt", brief, &mut into.product_prompt);
    settings::text(fields, "headline", 0..=160, &mut into.headline);
    settings::text(fields, "subheadline", 0..=200, &mut into.subheadline);
    let beats = (MOST_BEATS, LONGEST_ITEM);
    settings::texts(fields, "text_beats", beats, &mut into.text_beats);
    settings::word(
        fields,
        "creative_format",
        &FORMATS,
        &mut into.creative_format,
    );
    settings::word(
        fields,
        "visual_language",
        &LANGUAGES,
        &mut into.visual_language,
    );
    settings::text(fields, "theme", 0..=LONGEST_THEME, &mut into.theme);
    settings::text(fields, "music_vibe", 0..=80, &mut into.music_vibe);
    let instruments = (MOST_INSTRUMENTS, LONGEST_ITEM);
    settings::texts(
        fields,
        "music_instruments",
        instruments,
        &mut into.music_instruments,
    );
    let position = &mut into.short_text_position;
    settings::word(fields, "short_text_position", &POSITIONS, position);
    let animation = &mut into.short_text_animation;
    settings::word(fields, "short_text_animation", &ANIMATIONS, animation);
    settings::word(
        fields,
        "short_font_family",
        &FONTS,
        &mut into.short_font_family,
    );
}

impl Creative {
    /// `short_text_position`, or its default.
    pub(super) fn position(&self) -> &str {
        self.short_text_position.as_deref().unwrap_or("bottom")
    }

    /// `short_text_animation`, or its default.
    pub(super) fn animation(&self) -> &str {
        self.short_text_animation.as_deref().unwrap_or("fade_in")
    }

    /// `short_font_family`, or its default.
    pub(super) fn font(&self) -> &str {
        self.short_font_family.as_deref().unwrap_or(FONTS[0])
    }

    /// `music_vibe`, or its default.
    pub(super) fn vibe(&self) -> &str {
        self.music_vibe.as_deref().unwrap_or("Upbeat")
    }
}
