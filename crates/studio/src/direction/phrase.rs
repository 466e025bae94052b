//! Patterns of words: one line each, matched against the words of a text.
//!
//! | element | matches |
//! |---|---|
//! | `show\|highlight` | one of these words |
//! | `selling_points` | several words in a row, or the characters of a script without blanks |
//! | `authentic~` | a word that begins so |
//! | `(the\|our)?` | one of these words, or nothing |
//! | `(the\|our)*` | up to three of them |
//! | `...` | up to twelve words of any kind, with any marks between them |
//! | `<x\|y` | nothing, where the word before the phrase is none of these (first element only) |
//! | `!x\|y` | nothing, where the next word is none of these |

use super::tokens::{self, Token};

/// Words that `...` may pass over.
const GAP: usize = 12;
/// Words that `(…)*` may take.
const REPEATS: usize = 3;

/// A pattern of words.
#[derive(Debug)]
pub(super) struct Phrase(Vec<Element>);

#[derive(Debug)]
enum Element {
    Some {
        words: Vec<Run>,
        least: usize,
        most: usize,
    },
    Gap,
    NotAfter(Vec<Run>),
    NotBefore(Vec<Run>),
}

/// Words in a row.
#[derive(Debug)]
struct Run(Vec<Word>);

#[derive(Debug)]
struct Word {
    text: String,
    is_beginning: bool,
}

impl Phrase {
    /// Reads a pattern.
    pub(super) fn of(pattern: &str) -> Self {
        Self(pattern.split_whitespace().map(Element::of).collect())
    }

    /// Where the longest match that begins with word `from` ends, as a number of words.
    pub(super) fn end_of_match(&self, tokens: &[Token], from: usize) -> Option<usize> {
        ends(&self.0, tokens, from, from).filter(|end| *end > from)
    }
}

impl Element {
    fn of(text: &str) -> Self {
        let runs = |text: &str| text.split('|').map(Run::of).collect::<Vec<_>>();
        if text == "..." {
            Self::Gap
        } else if let Some(words) = text.strip_prefix('<') {
            Self::NotAfter(runs(words))
        } else if let Some(words) = text.strip_prefix('!') {
            Self::NotBefore(runs(words))
        } else if let Some((words, mark)) = text
            .strip_prefix('(')
            .and_then(|rest| rest.rsplit_once(')'))
        {
            Self::Some {
                words: runs(words),
                least: 0,
                most: if mark == "*" { REPEATS } else { 1 },
            }
        } else {
            Self::Some {
                words: runs(text),
                least: 1,
                most: 1,
            }
        }
    }
}

impl Run {
    fn of(text: &str) -> Self {
        let mut words = Vec::new();
        for part in text.split('_') {
            let (part, is_beginning) = match part.strip_suffix('~') {
                Some(beginning) => (beginning, true),
                None => (part, false),
            };
            words.extend(tokens::of(part).into_iter().map(|token| Word {
                text: token.word,
                is_beginning,
            }));
        }
        Self(words)
    }

    /// Where it ends, if it stands at `at`. The first word of a phrase may follow anything.
    fn end(&self, tokens: &[Token], at: usize, first: usize) -> Option<usize> {
        let mut end = at;
        for word in &self.0 {
            let token = tokens.get(end)?;
            let is_it = if word.is_beginning {
                token.word.starts_with(&word.text)
            } else {
                token.word == word.text
            };
            if !is_it || (end > first && !token.follows) {
                return None;
            }
            end += 1;
        }
        Some(end)
    }
}

/// The furthest end of the elements from `at` on.
fn ends(elements: &[Element], tokens: &[Token], at: usize, first: usize) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else {
        return Some(at);
    };
    let stands = |words: &[Run], at| words.iter().any(|run| run.end(tokens, at, at).is_some());
    match element {
        Element::Gap => (at..=(at + GAP).min(tokens.len()))
            // Whatever comes after a gap begins anew.
            .filter_map(|next| ends(rest, tokens, next, next))
            .max(),
        Element::NotAfter(words) => {
            let forbidden = at > 0
                && tokens.get(at).is_some_and(|token| token.follows)
                && stands(words, at - 1);
            (!forbidden)
                .then(|| ends(rest, tokens, at, first))
                .flatten()
        }
        Element::NotBefore(words) => {
            let forbidden = tokens.get(at).is_some_and(|token| token.follows) && stands(words, at);
            (!forbidden)
                .then(|| ends(rest, tokens, at, first))
                .flatten()
        }
        Element::Some { words, least, most } => {
            let mut reached = vec![at];
            let mut best = None;
            for count in 0..=*most {
                if count >= *least {
                    best = reached
                        .iter()
                        .filter_map(|end| ends(rest, tokens, *end, first))
                        .max()
                        .max(best);
                }
                reached = reached
                    .iter()
                    .flat_map(|end| words.iter().filter_map(|run| run.end(tokens, *end, first)))
                    .collect();
            }
            best
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text that the first match covers.
    fn found(pattern: &str, text: &str) -> Option<String> {
        let tokens = tokens::of(text);
        let phrase = Phrase::of(pattern);
        let chars: Vec<char> = text.chars().collect();
        (0..tokens.len()).find_map(|from| {
            let end = phrase.end_of_match(&tokens, from)?;
            Some(
                chars[tokens[from].start..tokens[end - 1].end]
                    .iter()
                    .collect(),
            )
        })
    }

    #[test]
    fn words_options_repeats_and_beginnings() {
        let pattern = "show (the|our)? (very|best)* selling_points";
        assert_eq!(
            found(pattern, "Please show our best selling points!").as_deref(),
            Some("show our best selling points")
        );
        assert_eq!(
            found(pattern, "show selling points").as_deref(),
            Some("show selling points")
        );
        assert_eq!(found(pattern, "show. The selling points"), None);
        assert_eq!(
            found("autentic~", "Auténticas").as_deref(),
            Some("Auténticas")
        );
        assert_eq!(
            found("展示 (产品|我们)* 优点", "请展示我们产品优点吧").as_deref(),
            Some("展示我们产品优点")
        );
    }

    #[test]
    fn what_stands_before_and_after_can_forbid() {
        assert_eq!(found("real !estate", "real estate"), None);
        assert_eq!(
            found("real !estate", "real. Estate").as_deref(),
            Some("real")
        );
        assert_eq!(found("<in real", "in real"), None);
        assert_eq!(found("<in real", "so real").as_deref(), Some("real"));
    }

    #[test]
    fn a_gap_passes_over_words_and_marks() {
        let pattern = "from ... to";
        assert_eq!(
            found(pattern, "from 'safe', they said, to doubt").as_deref(),
            Some("from 'safe', they said, to")
        );
        let far = format!("from {} to", "word ".repeat(13));
        assert_eq!(found(pattern, &far), None);
    }
}
