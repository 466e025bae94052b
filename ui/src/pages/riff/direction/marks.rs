//! What of a direction is marked: image names that will match, and wording that says nothing.

use contract::{DirectionReview, EmptyKind, EmptyWording, NameMatch};

/// Why a run is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The engine will match it to an image.
    Name,
    /// It says as good as nothing.
    Empty(EmptyKind),
}

impl Mark {
    /// The class of its look.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Name => "mark-name",
            Self::Empty(_) => "mark-empty",
        }
    }
}

/// A run of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its words.
    pub text: String,
    /// Why it is marked, if it is.
    pub mark: Option<Mark>,
}

/// The whole text in runs. Where two marks meet, an image name goes first.
pub fn runs(text: &str, review: &DirectionReview) -> Vec<Run> {
    let letters: Vec<char> = text.chars().collect();
    let names = review.matches.iter().map(|m| (m.start, m.end, Mark::Name));
    let empties = review
        .empty
        .iter()
        .map(|e| (e.start, e.end, Mark::Empty(e.kind)));
    let mut taken: Vec<(usize, usize, Mark)> = Vec::new();
    for (start, end, mark) in names.chain(empties) {
        let is_free = taken.iter().all(|(s, e, _)| end <= *s || *e <= start);
        if start < end && end <= letters.len() && is_free {
            taken.push((start, end, mark));
        }
    }
    taken.sort_by_key(|(start, ..)| *start);
    let mut runs = Vec::new();
    let mut at = 0;
    let piece = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
    for (start, end, mark) in taken {
        if at < start {
            runs.push(Run {
                text: piece(at, start),
                mark: None,
            });
        }
        runs.push(Run {
            text: piece(start, end),
            mark: Some(mark),
        });
        at = end;
    }
    if at < letters.len() {
        runs.push(Run {
            text: piece(at, letters.len()),
            mark: None,
        });
    }
    runs
}

/// Wording that says nothing, each once, with why.
pub fn empty_wording(text: &str, review: &DirectionReview) -> Vec<(String, EmptyKind)> {
    let mut found: Vec<(String, EmptyKind)> = Vec::new();
    for run in runs(text, review) {
        if let Some(Mark::Empty(kind)) = run.mark {
            let quoted = run.text.trim().to_owned();
            if !found
                .iter()
                .any(|(other, _)| other.to_lowercase() == quoted.to_lowercase())
            {
                found.push((quoted, kind));
            }
        }
    }
    found
}

/// What a review still says after the text changed somewhere: marks before and behind the change
/// stay with their words, those that it touched go until the text was looked at again.
pub fn carried(review: &DirectionReview, before: &str, now: &str) -> DirectionReview {
    let (old, new): (Vec<char>, Vec<char>) = (before.chars().collect(), now.chars().collect());
    let same_head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let shorter = old.len().min(new.len());
    let same_tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(a, b)| a == b)
        .count()
        .min(shorter - same_head);
    let place = |start: usize, end: usize| {
        if end <= same_head {
            Some((start, end))
        } else if start >= old.len() - same_tail {
            let shift = |at: usize| at + new.len() - old.len();
            Some((shift(start), shift(end)))
        } else {
            None
        }
    };
    DirectionReview {
        empty: review
            .empty
            .iter()
            .filter_map(|empty| {
                let (start, end) = place(empty.start, empty.end)?;
                Some(EmptyWording {
                    start,
                    end,
                    kind: empty.kind,
                })
            })
            .collect(),
        matches: review
            .matches
            .iter()
            .filter_map(|found| {
                let (start, end) = place(found.start, found.end)?;
                Some(NameMatch {
                    start,
                    end,
                    name: found.name.clone(),
                })
            })
            .collect(),
        has_three_parts: review.has_three_parts,
    }
}

/// A name as it has to be typed at a place: with a blank where it would run into a word.
pub fn spaced(before: &str, name: &str, after: &str) -> String {
    let joins = |c: char| c.is_alphanumeric();
    let lead = match before.chars().next_back() {
        Some(c) if joins(c) || matches!(c, ',' | '.' | ';' | ':' | ')' | '”' | '»') => " ",
        _ => "",
    };
    let trail = if after.chars().next().is_some_and(joins) {
        " "
    } else {
        ""
    };
    format!("{lead}{name}{trail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn review(names: &[(usize, usize)], empty: &[(usize, usize)]) -> DirectionReview {
        DirectionReview {
            matches: names
                .iter()
                .map(|(start, end)| NameMatch {
                    start: *start,
                    end: *end,
                    name: "n".to_owned(),
                })
                .collect(),
            empty: empty
                .iter()
                .map(|(start, end)| EmptyWording {
                    start: *start,
                    end: *end,
                    kind: EmptyKind::GenericWord,
                })
                .collect(),
            has_three_parts: false,
        }
    }

    fn told(text: &str, review: &DirectionReview) -> Vec<(String, bool)> {
        runs(text, review)
            .into_iter()
            .map(|run| (run.text, run.mark.is_some()))
            .collect()
    }

    #[test]
    fn runs_are_cut_at_characters_and_lose_none_of_the_text() {
        let text = "☕ bottle front, real";
        let marked = review(&[(2, 14)], &[(16, 20)]);
        assert_eq!(
            told(text, &marked),
            [
                ("☕ ".to_owned(), false),
                ("bottle front".to_owned(), true),
                (", ".to_owned(), false),
                ("real".to_owned(), true)
            ]
        );
    }

    #[test]
    fn overlapping_or_impossible_marks_do_no_harm() {
        let marked = review(&[(0, 4)], &[(2, 6), (3, 99)]);
        assert_eq!(
            told("abcdef", &marked),
            [("abcd".to_owned(), true), ("ef".to_owned(), false)]
        );
        assert!(told("", &marked).is_empty());
    }

    #[test]
    fn marks_stay_with_their_words_while_the_person_types_elsewhere() {
        let before = "use real froth and bottle front";
        let marked = review(&[(19, 31)], &[(4, 8)]);
        let now = "use real, cold froth and bottle front";
        assert_eq!(
            told(now, &carried(&marked, before, now)),
            [
                ("use ".to_owned(), false),
                ("real".to_owned(), true),
                (", cold froth and ".to_owned(), false),
                ("bottle front".to_owned(), true)
            ]
        );
        let broken = "use reaal froth and bottle front";
        assert_eq!(
            told(broken, &carried(&marked, before, broken)).len(),
            2,
            "the touched one goes"
        );
        assert!(told("", &carried(&marked, before, "")).is_empty());
    }

    #[test]
    fn the_same_empty_word_is_told_once() {
        let marked = review(&[], &[(0, 4), (5, 9)]);
        assert_eq!(
            empty_wording("Real real", &marked),
            [("Real".to_owned(), EmptyKind::GenericWord)]
        );
    }

    #[test]
    fn an_inserted_name_runs_into_no_word() {
        assert_eq!(spaced("show", "bottle front", "now"), " bottle front ");
        assert_eq!(spaced("show ", "bottle front", ", then"), "bottle front");
        assert_eq!(spaced("", "bottle front", ""), "bottle front");
        assert_eq!(spaced("“", "bottle front", "”"), "bottle front");
    }
}
