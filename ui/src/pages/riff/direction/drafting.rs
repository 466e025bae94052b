//! The drafting aid's state: three parts, *beat × feature → shift*, and what was put where.

use contract::{DirectionMode, EmptyKind, compose_direction};

/// The three parts, and the way back from having put them into the direction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafting {
    /// A specific beat of the source.
    pub beat: String,
    /// A specific thing to show.
    pub feature: String,
    /// The mind-shift that the viewer is to have.
    pub shift: String,
    /// Whether the aid is unfolded.
    pub open: bool,
    /// What was put into the direction last.
    put: Option<Put>,
}

/// A text that the aid changed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Put {
    composed: String,
    before: String,
    after: String,
}

impl Drafting {
    /// The parts as one text, in the notation of the contract.
    pub fn composed(&self) -> String {
        compose_direction(&self.beat, &self.feature, &self.shift)
    }

    /// Puts the parts into a direction: in the place of what was put there last where that still
    /// stands untouched, else below what the person wrote. The way back is kept.
    pub fn put_into(&mut self, direction: &str) -> String {
        let composed = self.composed();
        let last = self.put.as_ref().map_or("", |put| put.composed.as_str());
        let after = put_into(direction, last, &composed);
        self.put = Some(Put {
            composed,
            before: direction.to_owned(),
            after: after.clone(),
        });
        after
    }

    /// Whether the direction is as the aid left it, so that it can be taken back.
    pub fn can_undo(&self, direction: &str) -> bool {
        self.put
            .as_ref()
            .is_some_and(|put| put.after == direction && put.before != direction)
    }

    /// The direction before the aid changed it.
    pub fn undo(&mut self, direction: &str) -> Option<String> {
        if !self.can_undo(direction) {
            return None;
        }
        self.put.take().map(|put| put.before)
    }
}

/// Puts a composed text into the direction. The person's own words are never replaced.
fn put_into(direction: &str, before: &str, composed: &str) -> String {
    if composed.is_empty() {
        direction.to_owned()
    } else if !before.is_empty() && direction.contains(before) {
        direction.replacen(before, composed, 1)
    } else if direction.trim().is_empty() {
        composed.to_owned()
    } else {
        format!("{}\n{composed}", direction.trim_end())
    }
}

/// The key of the advice where a direction's weight goes.
pub const fn weight_advice(mode: DirectionMode) -> &'static str {
    match mode {
        DirectionMode::OnCamera => "aid-weight-on-camera",
        DirectionMode::OffCamera => "aid-weight-off-camera",
        DirectionMode::NoProduct => "aid-weight-no-product",
    }
}

/// The key of an example that says something.
pub const fn good_example(mode: DirectionMode) -> &'static str {
    match mode {
        DirectionMode::OnCamera => "aid-good-on-camera",
        DirectionMode::OffCamera => "aid-good-off-camera",
        DirectionMode::NoProduct => "aid-good-no-product",
    }
}

/// The key of why a wording says as good as nothing.
pub const fn empty_reason(kind: EmptyKind) -> &'static str {
    match kind {
        EmptyKind::ProductGenerality => "aid-empty-product",
        EmptyKind::TemplateGenerality => "aid-empty-template",
        EmptyKind::AccountPositioning => "aid-empty-account",
        EmptyKind::GenericWord => "aid-empty-word",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafting(beat: &str, feature: &str, shift: &str) -> Drafting {
        Drafting {
            beat: beat.to_owned(),
            feature: feature.to_owned(),
            shift: shift.to_owned(),
            ..Drafting::default()
        }
    }

    #[test]
    fn the_persons_own_words_stay_and_what_was_put_can_be_taken_back() {
        let mut aid = drafting("the 0:03 reveal", "froth in one shake", "no machine needed");
        let after = aid.put_into("Mine.");
        assert_eq!(
            after,
            "Mine.\nthe 0:03 reveal × froth in one shake → no machine needed"
        );
        assert!(aid.can_undo(&after));
        assert_eq!(aid.undo(&after).as_deref(), Some("Mine."));
        assert!(!aid.can_undo("Mine."), "once is enough");
    }

    #[test]
    fn putting_again_replaces_only_what_the_aid_wrote() {
        let mut aid = drafting("a", "b", "");
        let first = aid.put_into("Mine.");
        aid.feature = "c".to_owned();
        let second = aid.put_into(&first);
        assert_eq!(second, "Mine.\na × c");
        assert_eq!(aid.undo(&second), Some(first));
    }

    #[test]
    fn words_changed_by_hand_are_kept_and_end_the_way_back() {
        let mut aid = drafting("a", "b", "");
        let after = aid.put_into("");
        assert_eq!(after, "a × b");
        let edited = "a × b, but better";
        assert!(!aid.can_undo(edited));
        assert_eq!(aid.undo(edited), None);
        aid.shift = "c".to_owned();
        // The part that stands untouched is replaced, the words behind it stay.
        assert_eq!(aid.put_into(edited), "a × b → c, but better");
    }

    #[test]
    fn three_empty_parts_change_nothing() {
        let mut aid = drafting(" ", "", "");
        assert_eq!(aid.put_into("Mine."), "Mine.");
        assert!(!aid.can_undo("Mine."));
    }
}
