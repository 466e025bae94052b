//! Idempotency keys of paid steps: what makes asking twice not paying twice.
//!
//! The contract wants a key that stays the same for one deliberate order (`gen-short:<slug>`), and
//! answers a key that it knows with its first answer for 24 hours: a refusal too. So each new
//! attempt after an answer gets a number of its own, and a lost answer is asked for under the old
//! one. Both fronts make the same key for the same attempt: they count in the same journal. Where a
//! journal was lost the count begins anew, and the service answers with what it had: never a second
//! charge.

use contract::Step;
use hubfluencer::IdempotencyKey;

/// How a step's attempts are named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    /// One name a project, and a number from the second attempt on.
    Stable(String),
    /// A name that nobody has used, for each attempt (contract, "Sliders": a stable key would block
    /// an intended new one).
    Fresh,
    /// None: each is a purchase of its own (contract, "AI assists").
    Unnamed,
}

impl Naming {
    /// How this step's attempts are named.
    pub(super) fn of(step: &Step) -> Self {
        let stem = match step {
            Step::GenerateShort { slug } => format!("gen-short:{slug}"),
            Step::Autopilot { slug } => format!("autopilot:{slug}"),
            Step::GenerateScene { slug, scene_id } => {
                format!("gen-scene:{slug}:{}", spoken(scene_id))
            }
            Step::RegenerateScene { slug, scene_id } => {
                format!("regen-scene:{slug}:{}", spoken(scene_id))
            }
            Step::GenerateScenes { slug } => format!("gen-scenes:{slug}"),
            Step::GenerateVoice { slug, .. } => format!("gen-voice:{slug}"),
            Step::GenerateMusic { slug, .. } => format!("gen-music:{slug}"),
            Step::Render { slug } => format!("render:{slug}"),
            Step::GenerateCarousel { .. } => return Self::Fresh,
            Step::UnlockAssists => return Self::Unnamed,
        };
        Self::Stable(stem)
    }

    /// The key of an attempt after so many that were answered.
    pub(super) fn key(&self, answered: u32) -> Option<IdempotencyKey> {
        match self {
            Self::Stable(stem) => {
                let text = match answered {
                    0 => stem.clone(),
                    _ => format!("{stem}:{}", answered.saturating_add(1)),
                };
                // A slug that can't stand in a header names nothing; a fresh key is as good within
                // this one attempt.
                Some(text.parse().unwrap_or_else(|_| IdempotencyKey::fresh()))
            }
            Self::Fresh => Some(IdempotencyKey::fresh()),
            Self::Unnamed => None,
        }
    }
}

/// A scene's id as a person writes it: a view has its JSON form, and both mean one scene, which must
/// not have two keys.
fn spoken(scene_id: &str) -> String {
    serde_json::from_str(scene_id).unwrap_or_else(|_| scene_id.to_owned())
}

/// What attempts of the same thing have in common in the journal: only one is open at a time.
pub(super) fn stem(step: &Step) -> String {
    match (Naming::of(step), step) {
        (Naming::Stable(stem), _) => stem,
        (_, Step::GenerateCarousel { slug }) => format!("gen-slider:{slug}"),
        _ => "unlock".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(step: &Step, answered: u32) -> Option<String> {
        let key = Naming::of(step).key(answered);
        key.map(|key| key.as_str().to_owned())
    }

    #[test]
    fn an_attempt_keeps_its_key_and_the_next_one_gets_another() {
        let short = Step::GenerateShort {
            slug: "abc".to_owned(),
        };
        assert_eq!(key(&short, 0).as_deref(), Some("gen-short:abc"));
        assert_eq!(key(&short, 1).as_deref(), Some("gen-short:abc:2"));
        let odd = Step::Render {
            slug: "ü ü".to_owned(),
        };
        assert!(key(&odd, 0).is_some());
    }

    #[test]
    fn a_scene_has_one_key_however_its_id_is_written() {
        let scene = |scene_id: &str| Step::GenerateScene {
            slug: "ad".to_owned(),
            scene_id: scene_id.to_owned(),
        };
        assert_eq!(key(&scene("\"s1\""), 0), key(&scene("s1"), 0));
        assert_eq!(stem(&scene("\"s1\"")), stem(&scene("s1")));
        assert_eq!(key(&scene("7"), 0).as_deref(), Some("gen-scene:ad:7"));
        assert_ne!(stem(&scene("7")), stem(&scene("70")));
    }

    #[test]
    fn a_carousel_gets_a_fresh_one_each_time_and_an_unlock_none() {
        let carousel = Step::GenerateCarousel {
            slug: "abc".to_owned(),
        };
        assert_ne!(key(&carousel, 0), key(&carousel, 0));
        assert_eq!(key(&Step::UnlockAssists, 0), None);
        assert_eq!(stem(&carousel), "gen-slider:abc");
    }
}
