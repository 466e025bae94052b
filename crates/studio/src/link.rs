//! TikTok links, judged without asking any network.

use contract::{Code, Refusal};
use url::{Host, Url};

/// Hosts that TikTok serves full links on.
const FULL: &[&str] = &["tiktok.com", "www.tiktok.com", "m.tiktok.com"];
/// Hosts of its share links.
const SHORT: &[&str] = &["vm.tiktok.com", "vt.tiktok.com"];

/// A link that can be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// As the person gave it, trimmed: the service gets it unaltered.
    pub(crate) text: String,
    /// The host, where it is none of TikTok's: the person must agree to it.
    pub(crate) unusual_host: Option<String>,
    /// The link without its query: what is shown, and enough to order the same again.
    pub(crate) name: String,
}

impl Link {
    /// Judges a link.
    ///
    /// # Errors
    /// [`Code::LinkNotTikTok`], [`Code::LinkSuspicious`] or [`Code::LinkNotOneVideo`].
    pub(crate) fn judge(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        // The URL parser would quietly repair a backslash and drop control characters.
        if text.contains('\\') {
            return Err(Code::LinkSuspicious.into());
        }
        if text.is_empty() || text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(Code::LinkNotTikTok.into());
        }
        // They are not seen, and what is seen is not what is sent.
        if text.chars().any(turns_or_hides) {
            return Err(Code::LinkSuspicious.into());
        }
        let url = Url::parse(text).map_err(|_| Refusal::new(Code::LinkNotTikTok))?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(Code::LinkNotTikTok.into());
        }
        if has_port(text) || !url.username().is_empty() || url.password().is_some() {
            return Err(Code::LinkSuspicious.into());
        }
        let Some(Host::Domain(host)) = url.host() else {
            return Err(Code::LinkSuspicious.into());
        };
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let path: Vec<&str> = url
            .path()
            .split('/')
            .filter(|part| !part.is_empty())
            .collect();
        let known = FULL.contains(&host.as_str()) || SHORT.contains(&host.as_str());
        if known && !is_one_video(&host, &path) {
            return Err(Code::LinkNotOneVideo.into());
        }
        let name = format!(
            "{}://{host}{}",
            url.scheme(),
            url.path().trim_end_matches('/')
        );
        Ok(Self {
            text: text.to_owned(),
            unusual_host: (!known).then_some(host),
            name,
        })
    }
}

fn is_one_video(host: &str, path: &[&str]) -> bool {
    let code = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric());
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if SHORT.contains(&host) {
        return matches!(path, [short] if code(short));
    }
    match path {
        [user, "video", id] => user.len() > 1 && user.starts_with('@') && digits(id),
        ["t", short] => code(short),
        ["v", file] => digits(file.trim_end_matches(".html")),
        _ => false,
    }
}

/// Marks that turn the direction of writing, and letters of no width.
fn turns_or_hides(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    )
}

/// Whether the text names a port, even the scheme's own, which the parser would drop.
fn has_port(text: &str) -> bool {
    let Some((_, rest)) = text.split_once("://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    authority
        .rsplit('@')
        .next()
        .unwrap_or_default()
        .contains(':')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;
    use proptest::test_runner::RngSeed;

    use super::*;

    fn code(text: &str) -> Result<Link, Code> {
        Link::judge(text).map_err(|refusal| refusal.code)
    }

    #[test]
    fn links_to_one_video_pass_unaltered() {
        for good in [
            "https://www.tiktok.com/@barista.lab/video/7301234567890123456",
            "https://tiktok.com/@a/video/1?is_from_webapp=1&lang=es",
            "https://m.tiktok.com/v/7301234567890123456.html",
            "https://vm.tiktok.com/ZMabc123/",
            "http://vt.tiktok.com/ZSabc123",
            "https://www.tiktok.com/t/ZTabc123/",
            "https://WWW.TikTok.com/@a/video/1",
        ] {
            let link = code(good).unwrap_or_else(|code| panic!("{good}: {code:?}"));
            assert_eq!(link.text, good);
            assert_eq!(link.unusual_host, None, "{good}");
        }
        let tracked = code("https://www.tiktok.com/@a/video/1/?is_from_webapp=1#x").expect("good");
        assert_eq!(tracked.name, "https://www.tiktok.com/@a/video/1");
        let again = code(&tracked.name).expect("what is shown can be ordered again");
        assert_eq!(again.unusual_host, None);
        assert_eq!(
            code("  https://vm.tiktok.com/Z1 \n").expect("trimmed").text,
            "https://vm.tiktok.com/Z1"
        );
    }

    #[test]
    fn pages_that_are_not_one_video_are_refused() {
        for bad in [
            "https://www.tiktok.com/@barista.lab",
            "https://www.tiktok.com/",
            "https://www.tiktok.com/search?q=x",
            "https://www.tiktok.com/@a/video/",
            "https://www.tiktok.com/@/video/1",
            "https://www.tiktok.com/@a/video/12x",
            "https://vm.tiktok.com/",
        ] {
            assert_eq!(code(bad), Err(Code::LinkNotOneVideo), "{bad}");
        }
    }

    #[test]
    fn tricks_are_refused() {
        for bad in [
            "https://www.tiktok.com:443/@a/video/1",
            "https://me@www.tiktok.com/@a/video/1",
            "https://www.tiktok.com@evil.example/@a/video/1",
            "https://www.tiktok.com\\@evil.example/@a/video/1",
            "https://127.0.0.1/@a/video/1",
            "https://[::1]/@a/video/1",
            "https://www.tiktok.com/@a\u{202E}b/video/1",
            "https://www.tiktok.com/@a/video/1?x=\u{2066}",
            "https://www.tik\u{200B}tok.com/@a/video/1",
        ] {
            assert_eq!(code(bad), Err(Code::LinkSuspicious), "{bad}");
        }
    }

    #[test]
    fn other_texts_are_no_links() {
        for bad in [
            "",
            "hello",
            "tiktok.com/@a/video/1",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https://www.tiktok.com/@a/video/1 x",
        ] {
            assert_eq!(code(bad), Err(Code::LinkNotTikTok), "{bad}");
        }
    }

    #[test]
    fn an_unusual_host_is_named_for_the_person_to_decide() {
        for (text, host) in [
            (
                "https://tiktok.com.evil.example/@a/video/1",
                "tiktok.com.evil.example",
            ),
            ("https://tіktok.com/@a/video/1", "xn--tktok-n2e.com"),
            ("https://videos.example/1", "videos.example"),
        ] {
            assert_eq!(
                code(text).expect("asked").unusual_host.as_deref(),
                Some(host)
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            // The same cases on each run, so that a red test is red for everybody.
            rng_seed: RngSeed::Fixed(0x5EED),
            ..ProptestConfig::with_cases(3000)
        })]

        #[test]
        fn what_passes_for_tiktoks_leads_there_however_it_is_read(
            scheme in select(&["https://", "http://", "HTTPS://", "https:", "https:/", "//", "ftp://", ""][..]),
            login in select(&["", "me@", "www.tiktok.com@", "a:b@", "@"][..]),
            host in select(&["www.tiktok.com", "vm.tiktok.com", "tiktok.com.", "evil.example", "www.tiktok.com.evil.example",
                "www。tiktok。com", "%77ww.tiktok.com", "127.0.0.1", "[::1]", "2130706433"][..]),
            port in select(&["", ":443", ":", ":x"][..]),
            rest in select(&["/@a/video/1", "/ZMabc", "/@a/video/1\\x", "/@a/video/1/../2", "/\t@a/video/1", "/%2e%2e/@a/video/1",
                "?/@a/video/1", "#/@a/video/1", "/@a/video/1?u=https://evil.example", "/@\u{202E}/video/1"][..]),
        ) {
            let text = format!("{scheme}{login}{host}{port}{rest}");
            if let Ok(Link { unusual_host: None, text: sent, name }) = Link::judge(&text) {
                prop_assert_eq!(&sent, &text);
                let host = Url::parse(&sent).ok().and_then(|url| url.host_str().map(str::to_owned));
                let host = host.unwrap_or_default();
                prop_assert!(host.trim_end_matches('.').ends_with("tiktok.com"), "{}", sent);
                prop_assert!(!sent.contains(['@', '\\']) || sent.contains("/@"), "{}", sent);
                prop_assert!(Link::judge(&name).is_ok_and(|again| again.unusual_host.is_none()), "{}", name);
            }
        }
    }
}
