//! The drafting aid of the creative direction: *beat × feature → shift*.

use serde::{Deserialize, Serialize};

use crate::{NewProduct, ProductId, TemplateId, Visibility};

/// What the aid draws on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AidQuery {
    /// The chosen template.
    #[serde(default)]
    pub template_id: Option<TemplateId>,
    /// The chosen product of the service.
    #[serde(default)]
    pub product_id: Option<ProductId>,
    /// The staged product, where it is a new one.
    #[serde(default)]
    pub new_product: Option<NewProduct>,
}

/// What can be put into the three parts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DirectionAid {
    /// Moments of the template: lines and what is on screen, with their seconds.
    pub beats: Vec<Beat>,
    /// Features of the product, out of its description.
    pub features: Vec<String>,
    /// Names of the product's images, to be inserted exactly so.
    pub image_names: Vec<String>,
}

/// A moment of a template.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Beat {
    /// Seconds from the beginning.
    pub at: f64,
    /// What is said or seen.
    pub text: String,
    /// Whether it is said, and not seen.
    pub is_spoken: bool,
}

/// Where the product is, for the advice about the direction's weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DirectionMode {
    /// In the picture.
    OnCamera,
    /// In the words alone.
    OffCamera,
    /// There is none.
    #[default]
    NoProduct,
}

impl DirectionMode {
    /// The mode of a plan.
    pub fn of(has_product: bool, visibility: Visibility) -> Self {
        match (has_product, visibility) {
            (false, _) => Self::NoProduct,
            (true, Visibility::OnCamera) => Self::OnCamera,
            (true, Visibility::OffCamera) => Self::OffCamera,
        }
    }
}

/// What a text says and lacks. Advice: nothing of it blocks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DirectionReview {
    /// Wording that says as good as nothing, by place.
    pub empty: Vec<EmptyWording>,
    /// Image names that the engine will match, by place.
    pub matches: Vec<NameMatch>,
    /// Whether a beat, a feature and a shift could be made out.
    pub has_three_parts: bool,
}

/// A piece of a text that says as good as nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmptyWording {
    /// Where it begins, in characters (code points).
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Why.
    pub kind: EmptyKind,
}

/// The contract's table of what does not belong into a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmptyKind {
    /// "show the product's strengths".
    ProductGenerality,
    /// "use the funny formula".
    TemplateGenerality,
    /// "health niche": already in the persona.
    AccountPositioning,
    /// "authentic, real, heartfelt".
    GenericWord,
}

/// An image name in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameMatch {
    /// Where it begins, in characters (code points).
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The image's name.
    pub name: String,
}

/// The three parts as one text: *beat × feature → shift*, without what is empty.
pub fn compose_direction(beat: &str, feature: &str, shift: &str) -> String {
    let join = [beat.trim(), feature.trim()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" × ");
    match (join.is_empty(), shift.trim()) {
        (_, "") => join,
        (true, shift) => format!("→ {shift}"),
        (false, shift) => format!("{join} → {shift}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_joined_and_empty_ones_leave_nothing_behind() {
        assert_eq!(
            compose_direction(" reveal at 4 s", "the scan ", "from trust to doubt"),
            "reveal at 4 s × the scan → from trust to doubt"
        );
        assert_eq!(compose_direction("", "the scan", ""), "the scan");
        assert_eq!(compose_direction("", " ", "doubt"), "→ doubt");
        assert_eq!(compose_direction("", "", ""), "");
    }
}
