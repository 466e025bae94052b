//! Which links of a service may be opened in the person's browser.
//!
//! A link that leads to the service itself is opened when there is reason to. One that leads elsewhere (a payment
//! provider's page for topping up) is opened only after the person was shown the host that it leads to. Everything
//! else is opened by nobody: other schemes, addresses that a browser and this program could read differently, and
//! plain http unless the service itself is a sandbox on this machine.

use contract::{Arg, Refusal};
use url::{Host, Url};
use wire::Origin;

use crate::Studio;

/// The argument of a refusal that names the host of the link that came with it. A front shows it beside the button
/// that opens the link.
const LEADS_TO: &str = "leads_to";

/// The refusal, with the host that its link leads to.
pub(crate) fn naming_host(refusal: Refusal, link: Option<&str>) -> Refusal {
    match link.and_then(host) {
        Some(host) => refusal.with(LEADS_TO, host),
        None => refusal,
    }
}

/// The host that one of these refusals names: what the person was shown.
pub(crate) fn shown_host<'a>(refusals: impl Iterator<Item = &'a Refusal>) -> Option<String> {
    refusals
        .filter_map(|refusal| match refusal.args.get(LEADS_TO) {
            Some(Arg::Text(host)) => Some(host.clone()),
            _ => None,
        })
        .last()
}

/// A link's host, in ASCII.
pub(crate) fn host(link: &str) -> Option<String> {
    let url = Url::parse(link).ok()?;
    Some(url.host_str()?.trim_end_matches('.').to_owned())
}

/// Where a link leads that may be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// To one of the services of this run.
    Ours,
    /// To this other host, in ASCII, so that a letter that looks like another shows.
    Elsewhere(String),
}

impl Destination {
    /// Where `link` leads, for somebody who works with `services`. `None` where it may not be opened at all.
    pub(crate) fn of(link: &str, services: &[&Origin]) -> Option<Self> {
        // What the URL standard quietly repairs (backslashes, tabs, line ends), the next program repairs otherwise.
        if !link.chars().all(|letter| letter.is_ascii_graphic()) || link.contains('\\') {
            return None;
        }
        if !is_plain(link) {
            return None;
        }
        let url = Url::parse(link).ok()?;
        if services.iter().any(|service| is_of(&url, service)) {
            return Some(Self::Ours);
        }
        // Also keeps away from http, and from whatever else listens on this machine or in its network.
        match (url.scheme(), url.host(), url.port()) {
            ("https", Some(Host::Domain(host)), None) if is_public(host) => {
                Some(Self::Elsewhere(host.trim_end_matches('.').to_owned()))
            }
            _ => None,
        }
    }
}

/// Whether an address is the service's own: its origin, or a host below its own by https.
fn is_of(url: &Url, service: &Origin) -> bool {
    let (Some(Host::Domain(host)), Some(Host::Domain(own))) = (url.host(), service.url().host())
    else {
        return service.covers(url);
    };
    let is_below = host
        .strip_suffix(own)
        .is_some_and(|rest| rest.len() > 1 && rest.ends_with('.'));
    let is_https = url.scheme() == "https" && url.port().is_none();
    service.covers(url) || (is_below && is_https && is_public(own))
}

/// Whether everybody who reads it finds the same host in it: a scheme, two slashes, and nothing before the host. Of
/// `https://riffkit.ai@evil.example` some see the first, and go to the second.
fn is_plain(link: &str) -> bool {
    link.split_once("://").is_some_and(|(_, rest)| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty() && !host.contains(['@', '%'])
    })
}

/// Whether a name can be one of the public network: it has a dot, and no ending that is kept for private ones.
fn is_public(host: &str) -> bool {
    const PRIVATE: &[&str] = &["localhost", "local", "internal", "lan", "home", "arpa"];
    let host = host.trim_end_matches('.');
    host.rsplit_once('.')
        .is_some_and(|(_, last)| !PRIVATE.contains(&last))
}

impl Studio {
    /// Where a link of a service leads. `None` where it may not be opened at all.
    fn destination(&self, link: &str) -> Option<Destination> {
        let riffkit = Origin::of(self.core.server.base()).ok();
        let hub = self.core.hub.api().ok().map(|api| api.origin().clone());
        let services: Vec<&Origin> = riffkit.iter().chain(&hub).collect();
        Destination::of(link, &services)
    }

    /// Opens a link in the person's browser if it is the service's own. Whether it was opened.
    pub(crate) fn open_link(&self, link: &str) -> bool {
        self.open_shown_link(link, None)
    }

    /// Opens a link of the service in the person's browser, unaltered: its own, or one to `shown`, the host that the
    /// person was shown. Whether it was opened.
    pub(crate) fn open_shown_link(&self, link: &str, shown: Option<&str>) -> bool {
        let may = match self.destination(link) {
            Some(Destination::Ours) => true,
            Some(Destination::Elsewhere(host)) => shown == Some(host.as_str()),
            None => false,
        };
        if !may {
            tracing::warn!("a link of the service is none that may be opened");
            return false;
        }
        self.core.ports.browser.open(link).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;
    use proptest::test_runner::RngSeed;

    use super::*;

    fn origin(text: &str) -> Origin {
        text.parse().expect("an origin")
    }

    /// For somebody who works with both services.
    fn live(link: &str) -> Option<Destination> {
        let (riffkit, hub) = (
            origin("https://riffkit.ai"),
            origin("https://hubfluencer.com"),
        );
        Destination::of(link, &[&riffkit, &hub])
    }

    fn elsewhere(host: &str) -> Option<Destination> {
        Some(Destination::Elsewhere(host.to_owned()))
    }

    #[test]
    fn the_services_own_pages_are_ours() {
        for link in [
            "https://riffkit.ai",
            "https://riffkit.ai/device?user_code=ABCD-1234#top",
            "https://riffkit.ai:443/pricing",
            "https://app.riffkit.ai/device",
            "https://hubfluencer.com/settings/tokens",
        ] {
            assert_eq!(live(link), Some(Destination::Ours), "{link}");
        }
    }

    #[test]
    fn another_host_is_named_as_it_is() {
        for (link, host) in [
            (
                "https://checkout.stripe.com/c/pay/cs_live_1#x",
                "checkout.stripe.com",
            ),
            (
                "https://riffkit.ai.evil.example/",
                "riffkit.ai.evil.example",
            ),
            ("https://evilriffkit.ai/", "evilriffkit.ai"),
            ("https://riffkit.ai.", "riffkit.ai"),
            // A Cyrillic letter in it, which shows in ASCII.
            ("https://xn--rffkit-pvf.ai/", "xn--rffkit-pvf.ai"),
            ("https://pay.example./", "pay.example"),
        ] {
            assert_eq!(live(link), elsewhere(host), "{link}");
        }
    }

    #[test]
    fn a_refusal_names_the_host_that_its_link_leads_to() {
        let link = "https://checkout.stripe.com/c/pay/cs_live_1";
        let refusal = naming_host(Refusal::new(contract::Code::NotEnoughSeconds), Some(link));
        let shown = shown_host([&refusal].into_iter());
        assert_eq!(shown.as_deref(), Some("checkout.stripe.com"));
        assert_eq!(
            live(link),
            Some(Destination::Elsewhere(shown.expect("named")))
        );
        let unnamed = Refusal::new(contract::Code::NotEnoughSeconds);
        assert_eq!(
            shown_host([&naming_host(unnamed, Some("no link"))].into_iter()),
            None
        );
    }

    #[test]
    fn what_is_not_what_it_seems_is_opened_by_nobody() {
        for link in [
            "https://riffkit.ai@evil.example/",
            "https://me:pw@riffkit.ai/",
            "https://riffkit.ai\\@evil.example/",
            "https://riffkit.ai\t.evil.example/",
            "https://riffkit.ai/\r\nX: y",
            " https://riffkit.ai/",
            "https://r\u{456}ffkit.ai/",
            "https://riffkit.ai/\u{202E}fdp",
            "https://evil.example:8443/",
            "http://riffkit.ai/",
            "http://checkout.stripe.com/",
            "http://127.0.0.1:631/admin",
            "http://localhost/",
            "https://127.0.0.1/",
            "https://2130706433/",
            "https://[::1]/",
            "https://192.168.1.1/",
            "https://router.local/",
            "https://intranet/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
            "mailto:a@b.example",
            "ms-settings:",
            "riffkit.ai",
            "//riffkit.ai/",
            "",
        ] {
            assert_eq!(live(link), None, "{link}");
        }
    }

    #[test]
    fn a_sandbox_is_ours_on_its_own_port_and_on_no_other() {
        let sandbox = origin("http://127.0.0.1:4010");
        let from = |link| Destination::of(link, &[&sandbox]);
        assert_eq!(
            from("http://127.0.0.1:4010/device"),
            Some(Destination::Ours)
        );
        for link in [
            "http://127.0.0.1:631/",
            "http://127.0.0.1/",
            "http://localhost:4010/",
            "https://127.0.0.1:4010/",
            "http://a.127.0.0.1:4010/",
        ] {
            assert_eq!(from(link), None, "{link}");
        }
        let named = origin("http://localhost:4010");
        assert_eq!(Destination::of("https://evil.localhost/", &[&named]), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            // The same cases on each run, so that a red test is red for everybody.
            rng_seed: RngSeed::Fixed(0x5EED),
            ..ProptestConfig::with_cases(4000)
        })]

        #[test]
        fn no_text_leads_to_another_host_than_the_one_that_is_named(
            scheme in select(&["https://", "http://", "HTTPS://", "https:", "https:/", "https:///", "//"][..]),
            login in select(&["", "riffkit.ai@", "a:b@", "@", ":@", "riffkit.ai%40", "riffkit.ai#@", "riffkit.ai?@"][..]),
            host in select(&["riffkit.ai", "RIFFKIT.AI", "app.riffkit.ai", "evil.example", "riffkit.ai.evil.example",
                "%72iffkit.ai", "riffkit%2eai", "127.0.0.1", "0x7f000001", "localhost", "[::1]", "", "."][..]),
            port in select(&["", ":", ":443", ":0", ":8443", ":riffkit.ai"][..]),
            rest in "(/|\\?|#|\\\\|;|@riffkit\\.ai|\\.riffkit\\.ai|[a-z]{0,4}){0,4}",
        ) {
            let link = format!("{scheme}{login}{host}{port}{rest}");
            // Read by hand, as the plainest reader would: what stands between `//` and the next mark.
            let plain = link.split_once("//").map(|(_, rest)| rest);
            let plain = plain.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
            let plain = plain.trim_end_matches(":443").trim_end_matches(':').to_ascii_lowercase();
            match live(&link) {
                Some(Destination::Ours) => {
                    prop_assert!(link.to_ascii_lowercase().starts_with("https://"), "{}", link);
                    let is_ours = plain == "riffkit.ai" || plain.ends_with(".riffkit.ai");
                    prop_assert!(is_ours, "{}", link);
                }
                Some(Destination::Elsewhere(host)) => {
                    prop_assert_eq!(plain.trim_end_matches('.'), host, "{}", link);
                }
                None => {}
            }
        }
    }
}
