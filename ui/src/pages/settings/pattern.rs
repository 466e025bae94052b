//! What a name pattern makes, for the example below its field. The core names the files; this
//! shows the same rule on one reel.

/// The parts that are filled in.
pub const PARTS: [&str; 3] = ["{date}", "{title}", "{id}"];

/// Characters that no file name of every system can hold; the core puts a space in their place.
const FORBIDDEN: [char; 9] = ['/', '\\', '?', '<', '>', ':', '*', '|', '"'];

/// A file name by this pattern.
pub fn example(pattern: &str, date: &str, title: &str, id: &str) -> String {
    let filled = pattern
        .replace("{date}", date)
        .replace("{id}", id)
        .replace("{title}", title);
    let spaced = filled.replace(|c: char| FORBIDDEN.contains(&c) || c.is_control(), " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let joined = words.join(" ");
    let stem = joined.trim_matches(['.', ' ']);
    let stem = if stem.is_empty() { id } else { stem };
    format!("{stem}.mp4")
}

/// The first part in braces that nothing fills in.
pub fn unknown_part(pattern: &str) -> Option<&str> {
    let mut rest = pattern;
    while let Some(start) = rest.find('{') {
        let length = rest[start..].find('}')? + 1;
        let part = &rest[start..start + length];
        if !PARTS.contains(&part) {
            return Some(part);
        }
        rest = &rest[start + length..];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_filled_in_wherever_they_stand() {
        assert_eq!(
            example("{title} ({id}) {date}", "2026-11-21", "Froth", "7f"),
            "Froth (7f) 2026-11-21.mp4"
        );
        assert_eq!(example(" plain ", "2026-11-21", "Froth", "7f"), "plain.mp4");
    }

    #[test]
    fn what_a_file_name_cannot_hold_becomes_a_space() {
        assert_eq!(
            example("{title}", "2026-11-21", "Before / after: desk", "7f"),
            "Before after desk.mp4"
        );
        assert_eq!(example("..", "2026-11-21", "Froth", "7f"), "7f.mp4");
    }

    #[test]
    fn a_part_that_nobody_fills_in_is_named() {
        assert_eq!(unknown_part("{date} {name}"), Some("{name}"));
        assert_eq!(unknown_part("{date} {title} {id}"), None);
        assert_eq!(unknown_part("an open { brace"), None);
    }
}
