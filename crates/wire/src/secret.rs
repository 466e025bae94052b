//! Text that must not be seen.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

/// A session, token, device code or presigned link.
///
/// It prints as `[redacted]`, can't be serialised, and is wiped when its last clone goes.
#[derive(Clone)]
pub struct Secret(Arc<Zeroizing<String>>);

impl Secret {
    /// Takes the text over.
    pub fn new(text: String) -> Self {
        Self(Arc::new(Zeroizing::new(text)))
    }

    /// The text itself. For the request that needs it and for the vault, nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn prints_as_redacted_whichever_way_it_is_asked() {
        let secret = Secret::new("vee-1234".to_owned());
        assert_eq!(
            format!("{secret} {secret:?} {:#?}", Some(&secret))
                .matches("1234")
                .count(),
            0
        );
        assert_eq!(secret.to_string(), "[redacted]");
        assert_eq!(secret.clone().expose(), "vee-1234");
    }
}
