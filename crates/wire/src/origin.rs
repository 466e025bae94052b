//! Where a service lives: scheme, host and port, and nothing more.

use std::fmt;
use std::str::FromStr;

use url::{Host, Url};

/// Scheme, host and port of a server that may be talked to.
///
/// Plain `http` is allowed on loopback only: everything else would show a session to the network.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin(Url);

/// Why an address is not an [`Origin`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OriginError {
    /// It is not an absolute address with a host.
    #[error("not an absolute http(s) address")]
    Malformed,
    /// Plain http to something that is not this machine.
    #[error("plain http is allowed on loopback only")]
    PlainHttp,
    /// It has a login, path, query or fragment.
    #[error("only scheme, host and port may be given")]
    MoreThanOrigin,
}

impl Origin {
    /// The origin of a whole address; its path and query don't matter.
    ///
    /// # Errors
    /// When the address is not http(s), or plain http beyond loopback.
    pub fn of(url: &Url) -> Result<Self, OriginError> {
        if !url.has_host() {
            return Err(OriginError::Malformed);
        }
        match url.scheme() {
            "https" => {}
            "http" if is_loopback(url) => {}
            "http" => return Err(OriginError::PlainHttp),
            _ => return Err(OriginError::Malformed),
        }
        let mut bare = url.clone();
        bare.set_path("/");
        bare.set_query(None);
        bare.set_fragment(None);
        bare.set_username("")
            .and_then(|()| bare.set_password(None))
            .map_err(|()| OriginError::Malformed)?;
        Ok(Self(bare))
    }

    /// Whether this address belongs to the origin.
    pub fn covers(&self, url: &Url) -> bool {
        self.0.scheme() == url.scheme()
            && self.0.host() == url.host()
            && self.0.port_or_known_default() == url.port_or_known_default()
    }

    /// An address at this origin.
    ///
    /// `path` is absolute (`/api/auth/me`), and its segments are already percent-encoded where
    /// they need to be.
    pub fn at(&self, path: &str) -> Url {
        let mut url = self.0.clone();
        url.set_path(path);
        url
    }

    /// An address as a service wrote it: absolute, or relative to this origin.
    ///
    /// # Errors
    /// When it can't be read, or leads to an address that may not be talked to.
    pub fn resolve(&self, reference: &str) -> Result<Url, OriginError> {
        let url = self.0.join(reference).map_err(|_| OriginError::Malformed)?;
        Self::of(&url)?;
        Ok(url)
    }

    /// Whether the server runs on this machine.
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.0)
    }

    /// The origin as an address with the path `/`.
    pub fn url(&self) -> &Url {
        &self.0
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

impl FromStr for Origin {
    type Err = OriginError;

    fn from_str(text: &str) -> Result<Self, OriginError> {
        let url = Url::parse(text.trim()).map_err(|_| OriginError::Malformed)?;
        let origin = Self::of(&url)?;
        if url.path() != "/"
            || url.query().is_some()
            || url.fragment().is_some()
            || !url.username().is_empty()
            || url.password().is_some()
        {
            return Err(OriginError::MoreThanOrigin);
        }
        Ok(origin)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, OriginError};

    fn origin(text: &str) -> Result<Origin, OriginError> {
        text.parse()
    }

    #[test]
    fn plain_http_is_for_this_machine_only() {
        for good in [
            "https://riffkit.ai",
            "http://127.0.0.1:8080/",
            "http://[::1]:1",
            "http://localhost",
        ] {
            assert!(origin(good).is_ok(), "{good}");
        }
        assert_eq!(origin("http://riffkit.ai"), Err(OriginError::PlainHttp));
        assert_eq!(
            origin("http://127.0.0.1.evil.example"),
            Err(OriginError::PlainHttp)
        );
        assert_eq!(origin("ftp://riffkit.ai"), Err(OriginError::Malformed));
        assert_eq!(origin("riffkit.ai"), Err(OriginError::Malformed));
        assert_eq!(
            origin("https://me:pw@riffkit.ai"),
            Err(OriginError::MoreThanOrigin)
        );
        assert_eq!(
            origin("https://riffkit.ai/api"),
            Err(OriginError::MoreThanOrigin)
        );
    }

    #[test]
    fn covers_its_own_scheme_host_and_port() {
        let riffkit = origin("https://riffkit.ai").unwrap();
        for (address, own) in [
            ("https://riffkit.ai:443/files/1", true),
            ("https://RIFFKIT.ai/files/1", true),
            ("https://riffkit.ai:8443/files/1", false),
            ("http://riffkit.ai/files/1", false),
            ("https://riffkit.ai.evil.example/", false),
            ("https://riffkit.ai@evil.example/", false),
        ] {
            assert_eq!(riffkit.covers(&address.parse().unwrap()), own, "{address}");
        }
    }

    #[test]
    fn a_relative_reference_stays_and_an_absolute_one_is_judged() {
        let riffkit = origin("https://riffkit.ai").unwrap();
        assert_eq!(
            riffkit.resolve("/f/a b.mp4").unwrap().as_str(),
            "https://riffkit.ai/f/a%20b.mp4"
        );
        assert_eq!(
            riffkit.resolve("https://cdn.example/x").unwrap().as_str(),
            "https://cdn.example/x"
        );
        assert!(!riffkit.covers(&riffkit.resolve("//evil.example/x").unwrap()));
        assert_eq!(
            riffkit.resolve("http://cdn.example/x"),
            Err(OriginError::PlainHttp)
        );
        assert_eq!(
            riffkit.resolve("file:///etc/passwd"),
            Err(OriginError::Malformed)
        );
        assert_eq!(riffkit.to_string(), "https://riffkit.ai");
    }
}
