//! Which links are taken for one TikTok video.

use url::{Host, Url};

use super::problem::Problem;

const HOSTS: [&str; 5] = [
    "tiktok.com",
    "www.tiktok.com",
    "m.tiktok.com",
    "vm.tiktok.com",
    "vt.tiktok.com",
];

/// Checks a link: one of TikTok's hosts, one specific video or a share short link, and nothing
/// that disguises where it leads.
///
/// # Errors
/// 400.
pub(crate) fn check(link: &str) -> Result<(), Problem> {
    let refused = |why: &str| Err(Problem::bad(format!("Invalid tiktok_url: {why}")));
    if link.contains('\\') || link.chars().any(char::is_whitespace) {
        return refused("it contains a character that is not allowed");
    }
    let Ok(url) = Url::parse(link) else {
        return refused("not a URL");
    };
    if !matches!(url.scheme(), "http" | "https") {
        return refused("not a web link");
    }
    // The parser drops a default port, so the text itself is looked at.
    let authority = link.split("//").nth(1).unwrap_or_default();
    let authority = authority.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') || authority.contains(':') {
        return refused("a port or a login part is not allowed");
    }
    let Some(Host::Domain(host)) = url.host() else {
        return refused("not a TikTok host");
    };
    if !HOSTS.contains(&host) {
        return refused("not a TikTok host");
    }
    let parts: Vec<&str> = url
        .path_segments()
        .map(|parts| parts.filter(|part| !part.is_empty()).collect())
        .unwrap_or_default();
    let is_short_host = matches!(host, "vm.tiktok.com" | "vt.tiktok.com");
    let specific = match parts.as_slice() {
        [user, "video", id] => {
            user.len() > 1
                && user.starts_with('@')
                && id.bytes().all(|digit| digit.is_ascii_digit())
        }
        ["t", code] => !is_short_host && is_code(code),
        [code] => is_short_host && is_code(code),
        _ => false,
    };
    if specific {
        return Ok(());
    }
    refused("it must lead to one specific video, not to a profile or another page")
}

fn is_code(code: &str) -> bool {
    code.bytes().all(|letter| letter.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_video_or_a_short_link_is_taken() {
        for link in [
            "https://www.tiktok.com/@someone/video/7301234567890123456",
            "https://tiktok.com/@some.one/video/7301234567890123456?is_from_webapp=1",
            "https://m.tiktok.com/@a/video/1",
            "https://vm.tiktok.com/ZMabc123/",
            "https://vt.tiktok.com/ZSabc123",
            "https://www.tiktok.com/t/ZTabc123/",
        ] {
            assert!(check(link).is_ok(), "{link}");
        }
    }

    #[test]
    fn profiles_disguises_and_other_hosts_are_refused() {
        for link in [
            "https://www.tiktok.com/@someone",
            "https://www.tiktok.com/",
            "https://www.tiktok.com/@someone/video/abc",
            "https://www.tiktok.com:443/@a/video/1",
            "https://me@www.tiktok.com/@a/video/1",
            "https://www.tiktok.com\\@evil.example/@a/video/1",
            "https://tiktok.com.evil.example/@a/video/1",
            "ftp://www.tiktok.com/@a/video/1",
            "vm.tiktok.com/ZMabc123",
            "",
        ] {
            assert!(check(link).is_err(), "{link}");
        }
    }
}
