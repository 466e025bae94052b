//! A secret together with the only origin it may be sent to.

use reqwest::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue};
use url::Url;

use crate::{Origin, Secret};

/// Proof of who asks, bound to one origin. It is never attached to a request to another.
#[derive(Clone, Debug)]
pub struct Credential {
    origin: Origin,
    form: Form,
    secret: Secret,
}

#[derive(Clone, Debug)]
enum Form {
    Cookie { name: &'static str },
    Bearer,
}

/// The secret has characters that can't stand in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the secret can't stand in a header")]
pub struct UnusableSecret;

impl Credential {
    /// Sent as `Cookie: name=secret`.
    ///
    /// # Errors
    /// When the secret is empty or would break out of its cookie.
    pub fn cookie(
        origin: Origin,
        name: &'static str,
        secret: Secret,
    ) -> Result<Self, UnusableSecret> {
        let breaks_out = |c: char| matches!(c, ';' | ',' | '"' | '\\') || !c.is_ascii_graphic();
        if secret.expose().is_empty() || secret.expose().contains(breaks_out) {
            return Err(UnusableSecret);
        }
        Ok(Self {
            origin,
            form: Form::Cookie { name },
            secret,
        })
    }

    /// Sent as `Authorization: Bearer secret`.
    ///
    /// # Errors
    /// When the secret is empty or not plain visible text.
    pub fn bearer(origin: Origin, secret: Secret) -> Result<Self, UnusableSecret> {
        if secret.expose().is_empty() || !secret.expose().chars().all(|c| c.is_ascii_graphic()) {
            return Err(UnusableSecret);
        }
        Ok(Self {
            origin,
            form: Form::Bearer,
            secret,
        })
    }

    /// Where it belongs.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The secret, for the vault.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// The header for a request to this address, or nothing when the address is elsewhere.
    pub(crate) fn header_for(&self, url: &Url) -> Option<(HeaderName, HeaderValue)> {
        if !self.origin.covers(url) {
            return None;
        }
        let secret = self.secret.expose();
        let (name, text) = match self.form {
            Form::Cookie { name } => (COOKIE, format!("{name}={secret}")),
            Form::Bearer => (AUTHORIZATION, format!("Bearer {secret}")),
        };
        let mut value = HeaderValue::try_from(text).ok()?;
        value.set_sensitive(true);
        Some((name, value))
    }
}

#[cfg(test)]
mod tests {
    use super::{Credential, UnusableSecret};
    use crate::Secret;

    fn cookie(secret: &str) -> Result<Credential, UnusableSecret> {
        let origin = "https://riffkit.ai".parse().unwrap();
        Credential::cookie(origin, "vee_session", Secret::new(secret.to_owned()))
    }

    #[test]
    fn goes_to_its_own_origin_only() {
        let credential = cookie("abc.def").unwrap();
        let (name, value) = credential
            .header_for(&"https://riffkit.ai/api/x".parse().unwrap())
            .unwrap();
        assert_eq!(
            (name.as_str(), value.to_str().unwrap()),
            ("cookie", "vee_session=abc.def")
        );
        for elsewhere in [
            "https://cdn.example/x",
            "http://riffkit.ai/",
            "https://riffkit.ai:444/",
        ] {
            assert!(
                credential.header_for(&elsewhere.parse().unwrap()).is_none(),
                "{elsewhere}"
            );
        }
    }

    #[test]
    fn is_invisible_and_refuses_what_breaks_a_header() {
        assert!(!format!("{:?}", cookie("abc.def").unwrap()).contains("abc.def"));
        for bad in ["", "a;b=c", "a\r\nX: y", "a b", "é"] {
            assert!(cookie(bad).is_err(), "{bad:?}");
        }
    }
}
