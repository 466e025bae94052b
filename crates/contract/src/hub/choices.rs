//! Values that the service's contract lists, and its limits. A value that stands in no list is kept
//! and shown as it is.

/// Narrative structures of a short or an ad. None: Auto.
pub const CREATIVE_FORMATS: &[&str] = &[
    "problem_solution",
    "mistake_fix",
    "myth_vs_reality",
    "before_after",
    "proof_demo",
    "product_reveal",
];

/// Visual directions and render looks.
pub const VISUAL_LANGUAGES: &[&str] = &[
    "kinetic_creator",
    "premium_editorial",
    "cinematic_product",
    "ugc_realism",
    "startup_explainer",
    "luxury_minimal",
];

/// Moods of a short's music; the first is the service's default.
pub const MUSIC_VIBES: &[&str] = &[
    "Upbeat",
    "Cinematic",
    "Minimal",
    "Luxury",
    "Playful",
    "Jazz",
];

/// Where a short's words stand; the last is the service's default.
pub const SHORT_TEXT_POSITIONS: &[&str] = &["top", "center", "bottom"];

/// How a short's words come in.
pub const SHORT_TEXT_ANIMATIONS: &[&str] = &["reveal", "typewriter", "fade_in", "pop", "bounce"];

/// The animation that the service uses unasked.
pub const DEFAULT_TEXT_ANIMATION: &str = "fade_in";

/// Fonts of a short's words; the first is the service's default.
pub const SHORT_FONT_FAMILIES: &[&str] = &[
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

/// Languages of a carousel's copy; the first is the default.
pub const CAROUSEL_LANGUAGES: &[&str] = &["en", "fr", "es", "de", "it", "pt", "nl", "pl"];

/// Modes of a carousel; the first is the default.
pub const CAROUSEL_MODES: &[&str] = &["creative", "ad_driven"];

/// Templates of the creative mode; the first is its default.
pub const CREATIVE_TEMPLATES: &[&str] = &["boldStatement", "editorialStory", "scrapbook"];

/// Templates of the ad-driven mode; the first is its default.
pub const AD_TEMPLATES: &[&str] = &["featureGrid", "offerCard", "comparison"];

/// Shapes of a carousel; the first is the default.
pub const CAROUSEL_RATIOS: &[&str] = &["4:5", "1:1", "9:16"];

/// Where a carousel's words stand. None: where its template has them.
pub const CAROUSEL_TEXT_POSITIONS: &[&str] = &["top", "middle", "bottom"];

/// Slides of a carousel, at least and at most.
pub const SLIDES: std::ops::RangeInclusive<u32> = 3..=10;

/// Slides of a carousel of which nothing was said.
pub const DEFAULT_SLIDES: u32 = 5;

/// Scenes that a scenario may be written for.
pub const SCENARIO_SCENES: std::ops::RangeInclusive<u32> = 3..=10;

/// Scene counts to which a scenario may be applied.
pub const APPLIED_SCENES: &[u32] = &[0, 3, 5, 7, 10];

/// Scenes of an ad, at most.
pub const SCENES_AT_MOST: usize = 20;

/// Scenes of a batch, at least.
pub const BATCH_AT_LEAST: usize = 3;

/// Length of every scene that the service makes, in seconds.
pub const SCENE_SECONDS: f64 = 8.0;

/// Length of a short, in seconds.
pub const SHORT_SECONDS: u32 = 12;

/// Length of a short with an end card, in seconds.
pub const SHORT_SECONDS_WITH_POSTER: u32 = 14;

/// Credits of a short.
pub const SHORT_CREDITS: u32 = 15;
/// Credits of a scene that is made.
pub const SCENE_CREDITS: u32 = 5;
/// Credits of a scene that is made again, and of one in a batch.
pub const SCENE_AGAIN_CREDITS: u32 = 4;
/// Credits of a voice.
pub const VOICE_CREDITS: u32 = 3;
/// Credits of music.
pub const MUSIC_CREDITS: u32 = 5;

/// Where a product is seen in an ad.
pub const PLACEMENTS: &[&str] = &["throughout", "end"];

/// Where results go on a phone: names of the sizes an ad can have. The contract names no values of
/// `export_aspect_ratio`; these are those of its carousels and of a wide film.
pub const EXPORT_RATIOS: &[&str] = &["9:16", "1:1", "4:5", "16:9"];

/// Templates of a mode.
pub fn templates_of(mode: &str) -> &'static [&'static str] {
    match mode {
        "ad_driven" => AD_TEMPLATES,
        _ => CREATIVE_TEMPLATES,
    }
}
