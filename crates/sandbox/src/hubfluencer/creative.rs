//! The creative controls that shorts and editor projects share, with their exact values.

/// `creative_format`: the structure, or narrative arc.
pub(crate) const FORMATS: [&str; 6] = [
    "problem_solution",
    "mistake_fix",
    "myth_vs_reality",
    "before_after",
    "proof_demo",
    "product_reveal",
];

/// `visual_language`: visual direction and render look.
pub(crate) const LANGUAGES: [&str; 6] = [
    "kinetic_creator",
    "premium_editorial",
    "cinematic_product",
    "ugc_realism",
    "startup_explainer",
    "luxury_minimal",
];

/// The longest `theme`, in characters: the contract names no values but `none`.
pub(crate) const LONGEST_THEME: usize = 80;
/// The shortest brief that a generation takes, in characters (contract: 10).
pub(crate) const SHORTEST_BRIEF: usize = 10;
/// The longest brief, in characters (contract: 5000).
pub(crate) const LONGEST_BRIEF: usize = 5_000;
