//! Features of a product, out of its description: sentences, and the clauses of long ones.

use super::{emptiness, tokens};

/// Most features that are offered.
const MOST: usize = 24;
/// A sentence longer than this, in characters, is taken apart into its clauses.
const LONG: usize = 60;
/// Shortest piece that can be a feature, in characters; half of it where a character is a word.
const SHORTEST: usize = 6;
/// Longest piece that is offered, in characters.
const LONGEST: usize = 160;

/// The pieces of a description that may be features, in its order. A piece of which nothing is left
/// once its empty wording is taken away is none.
pub(super) fn of(description: &str) -> Vec<String> {
    let mut features: Vec<String> = Vec::new();
    for sentence in sentences(description) {
        let pieces = if sentence.chars().count() > LONG {
            clauses(&sentence)
        } else {
            vec![sentence]
        };
        for piece in pieces.iter().map(|piece| bare(piece)) {
            if is_feature(&piece) && !features.contains(&piece) {
                features.push(piece);
            }
        }
    }
    features.truncate(MOST);
    features
}

/// Sentences: up to a full stop, a line's end, or a point of a list.
fn sentences(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    split(&chars, |at| match chars.get(at) {
        Some('!' | '?' | ';' | '\n' | '\r' | '•' | '·' | '。' | '！' | '？' | '；') => true,
        // Not that of "1.5 l", of "e.g. so" or of "riffkit.ai".
        Some('.') => {
            let ends = chars.get(at + 1).is_none_or(|next| next.is_whitespace());
            let mut behind = chars.get(at + 1..).unwrap_or_default().iter();
            let next = behind.find(|c| !c.is_whitespace());
            ends && next.is_none_or(|next| !next.is_lowercase())
        }
        _ => false,
    })
}

/// Clauses: up to a comma or a dash between blanks.
fn clauses(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let is_blank = |at: usize| chars.get(at).is_none_or(|c| c.is_whitespace());
    let pieces = split(&chars, |at| match chars.get(at) {
        Some('，' | '、' | '：' | '—') => true,
        // Not that of "1,000".
        Some(',' | ':') => is_blank(at + 1),
        Some('–' | '-') => at > 0 && is_blank(at - 1) && is_blank(at + 1),
        _ => false,
    });
    // "…, and a mirror": the word that joins is none of the clause.
    pieces
        .into_iter()
        .map(|piece| {
            let piece = piece.trim();
            let joined = ["and ", "or ", "y ", "e ", "o ", "以及", "和", "还有"];
            let rest = joined.iter().find_map(|word| piece.strip_prefix(word));
            rest.unwrap_or(piece).to_owned()
        })
        .collect()
}

fn split(chars: &[char], is_end: impl Fn(usize) -> bool) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for (at, c) in chars.iter().enumerate() {
        if is_end(at) {
            pieces.push(String::new());
        } else if let Some(piece) = pieces.last_mut() {
            piece.push(*c);
        }
    }
    pieces
}

/// Without a list's mark, quotation marks and blanks around it, in one line.
fn bare(piece: &str) -> String {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let line = words.join(" ");
    let unmarked = line.trim_start_matches(|c: char| "-*–—•·✓✔►#>)".contains(c));
    // "1. fast", "2) small": the number of a list's point.
    let numbered = unmarked.trim_start_matches(|c: char| c.is_ascii_digit());
    let unnumbered = match numbered.strip_prefix(['.', ')', '、']) {
        Some(rest) if numbered.len() < unmarked.len() => rest,
        _ => unmarked,
    };
    unnumbered
        .trim()
        .trim_matches(|c: char| "\"“”'‘’「」".contains(c))
        .trim_end_matches(['.', ','])
        .to_owned()
}

fn is_feature(piece: &str) -> bool {
    let length = piece.chars().count();
    let shortest = if piece.chars().any(tokens::is_unspaced) {
        SHORTEST / 2
    } else {
        SHORTEST
    };
    if length < shortest || length > LONGEST {
        return false;
    }
    let words = tokens::of(piece);
    let empty = emptiness::of(&words);
    words.iter().any(|word| {
        let mut empty = empty.iter();
        !empty.any(|piece| piece.start <= word.start && word.end <= piece.end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_features_and_long_ones_are_taken_apart() {
        let description = "Scans any food label in 1.5 seconds. Works offline! \
            It names hidden additives, e.g. dyes, shows how much sugar is in a portion, and keeps a list of what you avoid.";
        assert_eq!(
            of(description),
            [
                "Scans any food label in 1.5 seconds",
                "Works offline",
                "It names hidden additives",
                "e.g. dyes",
                "shows how much sugar is in a portion",
                "keeps a list of what you avoid",
            ]
        );
    }

    #[test]
    fn points_of_a_list_lose_their_marks() {
        let description =
            "• Leak-proof lid\n- fits 1,000 ml\n3) keeps cold for 24 h\n* “one-hand” opening\nok";
        assert_eq!(
            of(description),
            [
                "Leak-proof lid",
                "fits 1,000 ml",
                "keeps cold for 24 h",
                "one-hand” opening",
            ]
        );
    }

    #[test]
    fn chinese_and_spanish() {
        assert_eq!(
            of("一秒扫描配料表。离线也能用；支持条形码"),
            ["一秒扫描配料表", "离线也能用", "支持条形码"]
        );
        assert_eq!(
            of("Escanea cualquier etiqueta. ¿Sin conexión? También funciona."),
            [
                "Escanea cualquier etiqueta",
                "¿Sin conexión",
                "También funciona"
            ]
        );
    }

    #[test]
    fn empty_wording_doubled_pieces_and_scraps_are_none() {
        assert_eq!(
            of("Amazing. Beautiful! Keeps cold. Keeps cold. Ok."),
            ["Keeps cold"]
        );
        assert!(of("").is_empty());
        assert!(of(" \n . ! ").is_empty());
        assert_eq!(of(&"word ".repeat(200)).len(), 0, "too long to be one");
        assert_eq!(
            of(&(0..99)
                .map(|n| format!("Feature {n}. "))
                .collect::<String>())
            .len(),
            MOST
        );
    }
}
