//! A text as words: runs of letters in scripts that put blanks between words, single characters in
//! those that don't.

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Folded: lower case, without accents, without a possessive ending.
    pub(super) word: String,
    /// Where it begins, in characters.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Whether nothing but blanks stands between it and the word before.
    pub(super) follows: bool,
}

/// The words of a text, in order.
pub(super) fn of(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut follows = false;
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if is_unspaced(c) {
            tokens.push(token(&chars, at, at + 1, follows));
            (at, follows) = (at + 1, true);
        } else if c.is_alphanumeric() {
            let end = end_of_word(&chars, at);
            tokens.push(token(&chars, at, end, follows));
            (at, follows) = (end, true);
        } else {
            // A line break ends a phrase as a full stop does.
            follows &= c.is_whitespace() && c != '\n';
            at += 1;
        }
    }
    tokens
}

/// Whether this script puts no blanks between words, so that a word may begin and end anywhere.
pub(super) const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}'     // Thai, Lao
        | '\u{1000}'..='\u{109F}'   // Burmese
        | '\u{1780}'..='\u{17FF}'   // Khmer
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30FF}'   // Hiragana, Katakana
        | '\u{31F0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}'   // Han
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7AF}'   // Hangul: particles follow a name without a blank
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a letter or digit belongs to a word that has a boundary.
pub(super) fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() && !is_unspaced(c)
}

fn end_of_word(chars: &[char], start: usize) -> usize {
    let mut end = start;
    while let Some(&c) = chars.get(end) {
        let inside = |c: char| {
            // "real-time", "product's": one word each.
            matches!(c, '-' | '\'' | '’' | '_')
                && chars.get(end + 1).copied().is_some_and(is_in_word)
        };
        if is_in_word(c) || inside(c) {
            end += 1;
        } else {
            break;
        }
    }
    end
}

fn token(chars: &[char], start: usize, end: usize, follows: bool) -> Token {
    Token {
        word: folded(chars.get(start..end).unwrap_or_default().iter().copied()),
        start,
        end,
        follows,
    }
}

/// A word as it is compared: lower case, no accents, no possessive.
pub(super) fn folded(word: impl Iterator<Item = char>) -> String {
    let mut folded: String = word.flat_map(char::to_lowercase).map(plain).collect();
    if let Some(owner) = folded.strip_suffix("'s") {
        folded.truncate(owner.len());
    }
    folded
}

/// A letter without its accent, as far as Spanish has one: accents are left out in haste.
const fn plain(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        '’' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, usize, usize, bool)> {
        of(text)
            .into_iter()
            .map(|token| (token.word, token.start, token.end, token.follows))
            .collect()
    }

    #[test]
    fn words_have_their_places_in_characters() {
        let words = read("Él—the product’s real-time scan, 展示 now");
        let expected = [
            ("el", 0, 2, false),
            ("the", 3, 6, false),
            ("product", 7, 16, true),
            ("real-time", 17, 26, true),
            ("scan", 27, 31, true),
            ("展", 33, 34, false),
            ("示", 34, 35, true),
            ("now", 36, 39, true),
        ];
        let expected: Vec<_> = expected
            .map(|(word, start, end, follows)| (word.to_owned(), start, end, follows))
            .into();
        assert_eq!(words, expected);
    }

    #[test]
    fn a_mark_at_the_end_of_a_word_is_none_of_it() {
        let words = read("'real' -real- users'");
        let words: Vec<_> = words.into_iter().map(|(word, ..)| word).collect();
        assert_eq!(words, ["real", "real", "users"]);
    }
}
