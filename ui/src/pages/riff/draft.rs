//! The drafting aid: three parts, *beat × feature → shift*, as one text.

/// The three parts, as the contract's drafting template has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// A specific beat of the source.
    pub beat: String,
    /// A specific thing to show.
    pub feature: String,
    /// The mind-shift that the viewer is to have.
    pub shift: String,
}

impl Draft {
    /// The parts as one text, in the notation of the contract. Missing parts leave no marks behind.
    pub fn compose(&self) -> String {
        let [beat, feature, shift] = [&self.beat, &self.feature, &self.shift].map(|p| p.trim());
        let mut text = [beat, feature]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" × ");
        if !shift.is_empty() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str("→ ");
            text.push_str(shift);
        }
        text
    }
}

/// Puts a composed text into the direction: in the place of what was composed `before` where that
/// still stands untouched, else below what the person wrote. Their own words are never replaced.
pub fn put_into(direction: &str, before: &str, composed: &str) -> String {
    if !before.is_empty() && direction.contains(before) {
        let replaced = direction.replacen(before, composed, 1);
        return if composed.is_empty() {
            replaced.trim_end().to_owned()
        } else {
            replaced
        };
    }
    if direction.trim().is_empty() {
        composed.to_owned()
    } else if composed.is_empty() {
        direction.to_owned()
    } else {
        format!("{}\n{composed}", direction.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(beat: &str, feature: &str, shift: &str) -> Draft {
        Draft {
            beat: beat.to_owned(),
            feature: feature.to_owned(),
            shift: shift.to_owned(),
        }
    }

    #[test]
    fn three_parts_are_one_text() {
        let composed = draft(
            "the 0:03 reveal",
            " froth in one shake ",
            "no machine needed",
        )
        .compose();
        assert_eq!(
            composed,
            "the 0:03 reveal × froth in one shake → no machine needed"
        );
    }

    #[test]
    fn missing_parts_leave_no_marks_behind() {
        assert_eq!(draft("", "froth", "").compose(), "froth");
        assert_eq!(draft("reveal", "", "calm").compose(), "reveal → calm");
        assert_eq!(draft("", "", "calm").compose(), "→ calm");
        assert_eq!(draft(" ", "", "").compose(), "");
    }

    #[test]
    fn typing_in_the_aid_replaces_only_what_the_aid_wrote() {
        let first = put_into("Mine.", "", "a");
        assert_eq!(first, "Mine.\na");
        assert_eq!(put_into(&first, "a", "ab × c"), "Mine.\nab × c");
    }

    #[test]
    fn words_changed_by_hand_are_kept() {
        assert_eq!(
            put_into("a, but better", "a × b", "a × c"),
            "a, but better\na × c"
        );
    }

    #[test]
    fn an_emptied_aid_takes_back_its_own_text() {
        assert_eq!(put_into("Mine.\na × b", "a × b", ""), "Mine.");
        assert_eq!(put_into("a × b", "a × b", ""), "");
    }
}
