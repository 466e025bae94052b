//! Making a name that every file system takes, and that shows what it is.

use unicode_segmentation::UnicodeSegmentation as _;

/// Longest name without its extension, in bytes: most file systems take 255 bytes or 255 units of UTF-16 (which are
/// never more) for the whole, and a number, `.mp4` and `.part` follow.
pub(super) const LONGEST: usize = 180;

/// Names that Windows keeps for its devices, whatever extension follows, in whatever case.
const DEVICES: &[&str] = &["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
/// Devices of which there are ten, numbered. The raised digits of Latin-1 count too.
const NUMBERED_DEVICES: &[&str] = &["COM", "LPT"];
const DEVICE_NUMBERS: &str = "0123456789¹²³";

/// A name that every file system takes, of at most [`LONGEST`] bytes: nothing that separates folders or that a file
/// system refuses, nothing invisible that changes how it reads, no device of Windows, no dot or space at either end.
/// `None` where nothing is left of the text.
pub(super) fn safe(text: &str) -> Option<String> {
    let kept: String = text
        .chars()
        .filter(|letter| !is_invisible(*letter))
        .map(|letter| if is_refused(letter) { ' ' } else { letter })
        .collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let words = words.join(" ");
    // Trimmed before it is cut as well: what stands at its beginning shall not cost it its end.
    let name = trimmed(&words);
    let name = if is_device(name) {
        format!("_{name}")
    } else {
        name.to_owned()
    };
    let name = trimmed(cut(&name));
    (!name.is_empty()).then(|| name.to_owned())
}

/// As much of the text as [`LONGEST`] bytes hold, without tearing what is drawn as one sign (a letter and its
/// accents, a family of emoji, a flag).
pub(super) fn cut(text: &str) -> &str {
    let end = text
        .grapheme_indices(true)
        .map(|(at, sign)| at + sign.len())
        .take_while(|end| *end <= LONGEST)
        .last();
    // A single "sign" may be longer than that, where somebody piles up accents: it is torn between two of them.
    let end = end.unwrap_or_else(|| text.floor_char_boundary(LONGEST));
    &text[..end]
}

fn trimmed(name: &str) -> &str {
    name.trim_matches(['.', ' '])
}

/// What a file system refuses in a name, or takes for something else.
fn is_refused(letter: char) -> bool {
    letter.is_control() || matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

/// What is not seen and changes how a name is read: marks that turn the direction of writing (with one in it `reel4pm.exe`
/// looks like `reelexe.mp4`), and spaces of no width. The joiners of emoji and of Persian stay.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}'
    )
}

/// Whether Windows takes the name for a device: up to its first dot, and without the spaces before that.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let stem = stem.to_uppercase();
    let is_numbered = |device: &&str| {
        stem.strip_prefix(device).is_some_and(|number| {
            let mut letters = number.chars();
            letters.next().is_some_and(|n| DEVICE_NUMBERS.contains(n)) && letters.next().is_none()
        })
    };
    DEVICES.contains(&stem.as_str()) || NUMBERED_DEVICES.iter().any(is_numbered)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;
    use proptest::test_runner::RngSeed;
    use unicode_segmentation::UnicodeSegmentation as _;

    use super::{LONGEST, safe};

    #[test]
    fn devices_of_windows_are_none_any_more() {
        for (given, name) in [
            ("CON", "_CON"),
            ("con.mp4", "_con.mp4"),
            ("nul ", "_nul"),
            ("aux/", "_aux"),
            ("Com1", "_Com1"),
            ("LPT².x", "_LPT².x"),
            ("PRN .txt", "_PRN .txt"),
            ("conout$", "_conout$"),
            ("COM10", "COM10"),
            ("console", "console"),
            ("COM", "COM"),
        ] {
            assert_eq!(safe(given).as_deref(), Some(name), "{given}");
        }
    }

    #[test]
    fn what_turns_the_writing_is_taken_out_and_what_joins_signs_stays() {
        assert_eq!(safe("reel\u{202E}4pm.exe").as_deref(), Some("reel4pm.exe"));
        assert_eq!(
            safe("\u{2066}a\u{2069}\u{FEFF}b\u{200B}").as_deref(),
            Some("ab")
        );
        let family = "👩‍👩‍👧‍👦 🏳️‍🌈 می‌خواهم";
        assert_eq!(safe(family).as_deref(), Some(family));
    }

    #[test]
    fn a_long_name_ends_between_signs() {
        // 25 bytes each: seven of them fit.
        let family = "👩‍👩‍👧‍👦";
        let name = safe(&family.repeat(20)).expect("a name");
        assert_eq!(name, family.repeat(LONGEST / family.len()));
        // Two letters of eight bytes make one flag.
        let name = safe(&"🇩🇪".repeat(40)).expect("a name");
        assert_eq!(name.graphemes(true).count() * 8, name.len());
        // One letter under a heap of accents is one sign, and longer than any name.
        let heap = format!("a{}", "\u{301}".repeat(500));
        let name = safe(&heap).expect("a name");
        assert!(name.len() <= LONGEST && name.starts_with("a\u{301}"));
    }

    #[test]
    fn of_nothing_nothing_is_made() {
        for nothing in ["", "   ", "...", "/", "\u{202E}", "\0\n", ". . /\\"] {
            assert_eq!(safe(nothing), None, "{nothing:?}");
        }
    }

    /// Texts as somebody would write them who wants a file to land elsewhere, or to look like another.
    fn text() -> impl Strategy<Value = String> {
        let pieces = select(
            &[
                "CON",
                "nul",
                "COM1",
                "lpt¹",
                "aux.",
                ".",
                "..",
                "/",
                "\\",
                ":",
                " ",
                "\u{A0}",
                "\0",
                "\n",
                "\r",
                "\u{7F}",
                "\u{85}",
                "\u{2028}",
                "\u{202E}",
                "\u{2067}",
                "\u{200D}",
                "\u{FEFF}",
                "👩‍👩‍👧‍👦",
                "🇩🇪",
                "e\u{301}",
                "短视频",
                "~",
                "$",
                "-",
                "%2e%2e",
                "?",
                "*",
                "\"",
                "|",
                "<",
                ">",
                "C:",
                "a",
                "\u{FFFF}",
            ][..],
        )
        .prop_map(str::to_owned);
        let any_piece = prop_oneof![3 => pieces, 1 => any::<String>()];
        prop::collection::vec(any_piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            // The same cases on each run, so that a red test is red for everybody.
            rng_seed: RngSeed::Fixed(0x5EED),
            ..ProptestConfig::with_cases(1500)
        })]

        #[test]
        fn every_file_system_takes_what_comes_of_any_text(text in text()) {
            let Some(name) = safe(&text) else {
                prop_assert!(!text.chars().any(char::is_alphanumeric), "{:?}", text);
                return Ok(());
            };
            prop_assert!((1..=LONGEST).contains(&name.len()), "{:?}", name);
            prop_assert!(name.encode_utf16().count() <= LONGEST);
            prop_assert_eq!(name.trim_matches(['.', ' ']), &name);
            prop_assert!(!name.chars().any(|c| c.is_control() || "/\\:*?\"<>|".contains(c)), "{:?}", name);
            prop_assert!(!name.contains(['\u{202E}', '\u{2067}', '\u{FEFF}', '\u{2028}']), "{:?}", name);
            let file = format!("{name}.mp4");
            let stem = file.split('.').next().unwrap_or_default().trim_end().to_uppercase();
            for device in ["CON", "NUL", "AUX", "COM1", "LPT¹"] {
                prop_assert_ne!(&stem, device);
            }
            // One component of a path, and no way out of the folder.
            let path = std::path::Path::new("folder").join(&file);
            prop_assert_eq!(path.parent(), Some(std::path::Path::new("folder")));
            // Made safe again it stays as it is: what is shown is what is saved.
            let again = safe(&name);
            prop_assert_eq!(again.as_ref(), Some(&name));
        }
    }
}
