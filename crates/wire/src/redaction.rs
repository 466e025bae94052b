//! Addresses as they may stand in a log.

use url::Url;

/// Query keys that make an address a signed one: the whole query is then a key to the file.
const SIGNED: [&str; 6] = [
    "x-amz-signature",
    "x-amz-credential",
    "x-goog-signature",
    "signature",
    "sig",
    "token",
];

/// The address with everything that could be a secret masked.
///
/// A login is dropped, query values are masked, and of a signed address everything after the path.
pub fn redacted(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    let port = url
        .port()
        .map(|port| format!(":{port}"))
        .unwrap_or_default();
    let start = format!("{}://{host}{port}{}", url.scheme(), url.path());
    let Some(query) = url.query().filter(|query| !query.is_empty()) else {
        return start;
    };
    let signed = url
        .query_pairs()
        .any(|(key, _)| SIGNED.contains(&key.to_ascii_lowercase().as_str()));
    if signed {
        return format!("{start}?[redacted]");
    }
    let pairs = query.split('&').map(|pair| match pair.split_once('=') {
        Some((key, _)) => format!("{key}=…"),
        // A bare value may be the secret itself.
        None => "…".to_owned(),
    });
    format!("{start}?{}", pairs.collect::<Vec<_>>().join("&"))
}

#[cfg(test)]
mod tests {
    use super::redacted;

    fn of(url: &str) -> String {
        redacted(&url.parse().unwrap())
    }

    #[test]
    fn masks_values_logins_and_whole_signed_queries() {
        assert_eq!(
            of("https://u:p@riffkit.ai/link?code=AB-12&x=1#f"),
            "https://riffkit.ai/link?code=…&x=…"
        );
        assert_eq!(
            of("https://riffkit.ai/link?AB12"),
            "https://riffkit.ai/link?…"
        );
        assert_eq!(
            of("http://127.0.0.1:9/b/k.mp4?X-Amz-Date=2&X-Amz-Signature=ff00"),
            "http://127.0.0.1:9/b/k.mp4?[redacted]"
        );
        assert_eq!(
            of("https://riffkit.ai/api/auth/me"),
            "https://riffkit.ai/api/auth/me"
        );
    }
}
