//! What a name pattern makes, for the example below its field. The core names the files; this
//! shows the same rule on one reel.

/// The parts that are filled in.
pub const PARTS: [&str; 3] = ["{date}", "{title}", "{id}"];

/// A file name by this pattern.
pub fn example(pattern: &str, date: &str, title: &str, id: &str) -> String {
    let stem = pattern
        .replace("{date}", date)
        .replace("{title}", title)
        .replace("{id}", id);
    format!("{}.mp4", stem.trim())
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
    fn a_part_that_nobody_fills_in_is_named() {
        assert_eq!(unknown_part("{date} {name}"), Some("{name}"));
        assert_eq!(unknown_part("{date} {title} {id}"), None);
        assert_eq!(unknown_part("an open { brace"), None);
    }
}
