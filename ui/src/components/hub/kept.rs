//! Words typed in a row, and the sign that each keeps before it.

/// What stands before each word of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptSigns {
    /// Nothing.
    None,
    /// `#`, once.
    Hash,
}

impl KeptSigns {
    /// The words of what was typed: apart by commas, and hashtags by blanks too.
    pub fn read(self, typed: &str) -> Vec<String> {
        let apart = |c: char| match self {
            Self::None => matches!(c, ',' | '，' | '、' | ';' | '\n'),
            Self::Hash => c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '#' | '＃'),
        };
        typed
            .split(apart)
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .map(|word| match self {
                Self::None => word.to_owned(),
                Self::Hash => format!("#{word}"),
            })
            .collect()
    }

    /// The words with fresh ones after them, each once.
    pub fn joined(self, before: &[String], fresh: Vec<String>) -> Vec<String> {
        let mut all = before.to_vec();
        for word in fresh {
            if !all.iter().any(|other| other.eq_ignore_ascii_case(&word)) {
                all.push(word);
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashtags_are_read_however_they_are_pasted() {
        let read = KeptSigns::Hash.read("#oat #foam,barista\n＃");
        assert_eq!(read, ["#oat", "#foam", "#barista"]);
        assert!(KeptSigns::Hash.read(" # , ").is_empty());
    }

    #[test]
    fn instruments_may_have_blanks_and_stand_once() {
        let fresh = KeptSigns::None.read("upright bass, Piano");
        assert_eq!(fresh, ["upright bass", "Piano"]);
        let all = KeptSigns::None.joined(&["piano".to_owned()], fresh);
        assert_eq!(all, ["piano", "upright bass"]);
    }
}
