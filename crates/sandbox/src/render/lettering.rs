//! The direction's words, broken into cards that fit the picture, and a font that can show them.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use super::program::in_path;

/// A line's width, where a Latin letter counts one and a CJK character two.
const LINE: usize = 24;
const LINES: usize = 3;
const MOST_CARDS: usize = 4;

/// Breaks words into cards of a few lines. Control characters are dropped.
pub(super) fn cards(direction: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut width = 0;
    for word in pieces(direction) {
        let wide: usize = word.chars().map(columns).sum();
        let gap = usize::from(!line.is_empty() && columns_of_first(&word) == 1);
        if width + gap + wide > LINE && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            width = 0;
        } else if gap == 1 {
            line.push(' ');
            width += 1;
        }
        line.push_str(&word);
        width += wide;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
        .chunks(LINES)
        .take(MOST_CARDS)
        .map(|lines| lines.join("\n"))
        .collect()
}

/// Words, cut where one alone is wider than a line; each CJK character is a piece of its own.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        let mut piece = String::new();
        for letter in word.chars().filter(|letter| !letter.is_control()) {
            let full = piece.chars().count() >= LINE;
            if (full || columns(letter) == 2) && !piece.is_empty() {
                pieces.push(std::mem::take(&mut piece));
            }
            piece.push(letter);
            if columns(letter) == 2 {
                pieces.push(std::mem::take(&mut piece));
            }
        }
        if !piece.is_empty() {
            pieces.push(piece);
        }
    }
    pieces
}

fn columns_of_first(word: &str) -> usize {
    word.chars().next().map_or(0, columns)
}

fn columns(letter: char) -> usize {
    match u32::from(letter) {
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF => 2,
        0xFE30..=0xFE6F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x3FFFD => 2,
        _ => 1,
    }
}

/// Fonts that show CJK as well, where the usual systems keep them.
const WIDE_FONTS: [&str; 7] = [
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/System/Library/Fonts/PingFang.ttc",
    "/System/Library/Fonts/STHeiti Medium.ttc",
    "C:\\Windows\\Fonts\\msyh.ttc",
];

/// Fonts for everything else.
const FONTS: [&str; 5] = [
    "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
    "/usr/share/fonts/TTF/DejaVuSans-Bold.ttf",
    "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans-Bold.ttf",
    "/System/Library/Fonts/Helvetica.ttc",
    "C:\\Windows\\Fonts\\arialbd.ttf",
];

/// A font that can show these words; none leaves the choice to the program.
pub(super) async fn font(direction: &str) -> Option<PathBuf> {
    let wide = direction.chars().any(|letter| columns(letter) == 2);
    let known: &[&str] = if wide { &WIDE_FONTS } else { &FONTS };
    if let Some(font) = known.iter().map(Path::new).find(|font| font.is_file()) {
        return Some(font.to_owned());
    }
    asked(if wide {
        "sans:bold:lang=zh-cn"
    } else {
        "sans:bold"
    })
    .await
}

/// A font of this computer that shows CJK as well, where it keeps one in a usual place.
pub(crate) fn wide_font() -> Option<PathBuf> {
    let mut known = WIDE_FONTS.iter().map(Path::new);
    known.find(|font| font.is_file()).map(Path::to_owned)
}

/// Asks fontconfig, where it is installed.
async fn asked(pattern: &str) -> Option<PathBuf> {
    let output = tokio::process::Command::new(in_path("fc-match")?)
        .args(["-f", "%{file}", pattern])
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output();
    let output = tokio::time::timeout(Duration::from_secs(5), output)
        .await
        .ok()?
        .ok()?;
    let path = PathBuf::from(String::from_utf8(output.stdout).ok()?);
    path.is_file().then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_wrapped_into_cards() {
        let text = "the scan feature lands on the reveal beat so that curiosity turns to surprise";
        let cards = cards(text);
        assert_eq!(cards.len(), 2);
        for line in cards.iter().flat_map(|card| card.lines()) {
            assert!(line.chars().count() <= LINE, "{line}");
        }
        assert_eq!(cards.join(" ").replace('\n', " "), text);
    }

    #[test]
    fn chinese_breaks_between_characters() {
        let cards = cards(&"扫描包装".repeat(20));
        for line in cards.iter().flat_map(|card| card.lines()) {
            assert!(line.chars().count() <= LINE / 2, "{line}");
        }
    }

    #[test]
    fn nothing_makes_no_card_and_a_long_word_is_cut() {
        assert!(cards(" \n\t ").is_empty());
        let cards = cards(&"x".repeat(60));
        assert!(cards[0].lines().all(|line| line.len() <= LINE));
    }
}
