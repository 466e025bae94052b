//! Telling a pasted TikTok link from any other text. Only a hint for the paste key: whether a
//! link can be ordered is the core's to say.

/// The link, if a pasted text is one single link that names TikTok in its host.
pub fn pasted_link(text: &str) -> Option<&str> {
    let text = text.trim();
    if text.is_empty() || text.chars().any(char::is_whitespace) {
        return None;
    }
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let host = rest
        .unwrap_or(text)
        .split(['/', '?', '#', '\\'])
        .next()?
        .to_ascii_lowercase();
    (host.contains("tiktok.") && host.contains('.')).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_tiktok_link_is_taken_with_or_without_its_scheme() {
        let link = "https://www.tiktok.com/@a/video/1?x=2";
        assert_eq!(pasted_link(&format!("  {link}\n")), Some(link));
        assert_eq!(
            pasted_link("vm.tiktok.com/ZMabc/"),
            Some("vm.tiktok.com/ZMabc/")
        );
    }

    #[test]
    fn other_texts_are_left_alone() {
        for text in [
            "",
            "look at https://tiktok.com/x",
            "https://example.com/?u=tiktok.com",
            "tiktok",
        ] {
            assert_eq!(pasted_link(text), None, "{text}");
        }
    }

    #[test]
    fn an_unusual_host_is_taken_so_that_the_core_can_ask_about_it() {
        assert!(pasted_link("https://www.tiktok.com.example.net/@a/video/1").is_some());
    }
}
