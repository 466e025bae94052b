//! Words that several endpoints share.

use lenient::open_words;

open_words! {
    /// Narrative structure of a short or an ad (`creative_format`). Not sent for Auto.
    CreativeFormat {
        /// A problem, then its solution.
        ProblemSolution => "problem_solution",
        /// A mistake, then how to fix it.
        MistakeFix => "mistake_fix",
        /// What is believed, and what is so.
        MythVsReality => "myth_vs_reality",
        /// Before, and after.
        BeforeAfter => "before_after",
        /// A demonstration as proof.
        ProofDemo => "proof_demo",
        /// The product, revealed.
        ProductReveal => "product_reveal",
    }
}

open_words! {
    /// Visual direction and render look (`visual_language`).
    VisualLanguage {
        /// Fast, as creators cut.
        KineticCreator => "kinetic_creator",
        /// As a magazine's spread.
        PremiumEditorial => "premium_editorial",
        /// The product as in a film.
        CinematicProduct => "cinematic_product",
        /// As filmed by a customer.
        UgcRealism => "ugc_realism",
        /// As a start-up explains itself.
        StartupExplainer => "startup_explainer",
        /// Little, and precious.
        LuxuryMinimal => "luxury_minimal",
    }
}

open_words! {
    /// Where a short's words stand (`short_text_position`).
    ShortTextPosition {
        /// Above.
        Top => "top",
        /// In the middle.
        Center => "center",
        /// Below; the default.
        Bottom => "bottom",
    }
}

open_words! {
    /// How a short's words come (`short_text_animation`).
    ShortTextAnimation {
        /// Uncovered.
        Reveal => "reveal",
        /// Letter by letter.
        Typewriter => "typewriter",
        /// Out of nothing; the default.
        FadeIn => "fade_in",
        /// At once, with a pop.
        Pop => "pop",
        /// With a bounce.
        Bounce => "bounce",
    }
}

open_words! {
    /// The letters of a short's words (`short_font_family`).
    ShortFont {
        /// Space Grotesk; the default.
        SpaceGrotesk => "ShortFontSpaceGrotesk",
        /// Montserrat.
        Montserrat => "ShortFontMontserrat",
        /// Impact.
        Impact => "ShortFontImpact",
        /// Anton.
        Anton => "ShortFontAnton",
        /// Bebas Neue.
        BebasNeue => "ShortFontBebasNeue",
        /// Oswald.
        Oswald => "ShortFontOswald",
        /// Poppins.
        Poppins => "ShortFontPoppins",
        /// Inter.
        Inter => "ShortFontInter",
        /// TikTok Sans.
        TikTokSans => "ShortFontTikTokSans",
        /// Bangers.
        Bangers => "ShortFontBangers",
        /// The Bold.
        TheBold => "ShortFontTheBold",
        /// Lato.
        Lato => "ShortFontLato",
        /// Archivo Black.
        ArchivoBlack => "ShortFontArchivoBlack",
        /// DM Serif.
        DmSerif => "ShortFontDMSerif",
        /// Permanent Marker.
        PermanentMarker => "ShortFontPermanentMarker",
    }
}

/// The music moods that the contract names (`music_vibe`); any other text up to 80 characters is one
/// too. The first is the default.
pub const MUSIC_VIBES: [&str; 6] = [
    "Upbeat",
    "Cinematic",
    "Minimal",
    "Luxury",
    "Playful",
    "Jazz",
];
