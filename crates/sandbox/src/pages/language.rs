//! Which of the pages' languages a browser prefers.

/// The best of en, es and zh-Hans for an `Accept-Language` header; English where none fits.
pub(super) fn chosen(accepted: &str) -> &'static str {
    let mut best = ("en", 0.0);
    for entry in accepted.split(',') {
        let (tag, weight) = match entry.split_once(';') {
            Some((tag, rest)) => {
                let weight = rest.trim().strip_prefix("q=");
                (
                    tag,
                    weight.and_then(|q| q.parse::<f32>().ok()).unwrap_or(0.0),
                )
            }
            None => (entry, 1.0),
        };
        let primary = tag.trim().split('-').next().unwrap_or_default();
        let language = match primary.to_ascii_lowercase().as_str() {
            "en" => "en",
            "es" => "es",
            "zh" => "zh-Hans",
            _ => continue,
        };
        if weight > best.1 {
            best = (language, weight);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn the_best_weight_wins() {
        assert_eq!(chosen(""), "en");
        assert_eq!(chosen("es-MX,es;q=0.9,en;q=0.8"), "es");
        assert_eq!(chosen("de-DE,de;q=0.9,zh-CN;q=0.8,en;q=0.7"), "zh-Hans");
        assert_eq!(chosen("en;q=0.2, zh;q=0.3"), "zh-Hans");
        assert_eq!(chosen("fr"), "en");
    }
}
