//! An address that is itself the key to what it points at.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _};
use url::Url;

use crate::redacted;

/// A presigned address: whoever has it may read or write the one object it names, until it expires.
///
/// It prints without its query and can't be serialised. No credential ever goes with it.
#[derive(Clone, PartialEq, Eq)]
pub struct Presigned(Url);

impl Presigned {
    /// Takes the address over.
    pub fn new(url: Url) -> Self {
        Self(url)
    }

    /// The address itself. For the request that needs it and for the record that outlives the
    /// program, nothing else.
    pub fn expose(&self) -> &Url {
        &self.0
    }
}

impl fmt::Debug for Presigned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Presigned({self})")
    }
}

impl fmt::Display for Presigned {
    /// Never its query, whatever the query's names are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bare = self.0.clone();
        let is_signed = bare.query().is_some();
        bare.set_query(None);
        f.write_str(&redacted(&bare))?;
        f.write_str(if is_signed { "?[redacted]" } else { "" })
    }
}

impl<'de> Deserialize<'de> for Presigned {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        // The parser's own error would quote nothing, but the text must not be in one either.
        Url::parse(&String::deserialize(input)?)
            .map(Self)
            .map_err(|_| D::Error::custom("not an absolute address"))
    }
}

#[cfg(test)]
mod tests {
    use super::Presigned;

    #[test]
    fn prints_without_its_query() {
        for (address, printed) in [
            (
                "https://s3.example/b/k.mp4?X-Amz-Signature=ff00",
                "https://s3.example/b/k.mp4?[redacted]",
            ),
            (
                "https://u:p@s3.example/b/k.mp4?sealed=ff00#ff00",
                "https://s3.example/b/k.mp4?[redacted]",
            ),
            ("https://s3.example/b/k.mp4", "https://s3.example/b/k.mp4"),
        ] {
            let presigned: Presigned = serde_json::from_value(address.into()).unwrap();
            assert_eq!(presigned.to_string(), printed);
            assert_eq!(format!("{presigned:?}"), format!("Presigned({printed})"));
            assert_eq!(presigned.expose().as_str(), address);
        }
    }

    #[test]
    fn a_broken_address_is_not_quoted() {
        let error = serde_json::from_value::<Presigned>("/b/k?sig=ff00".into()).unwrap_err();
        assert!(!error.to_string().contains("ff00"), "{error}");
    }
}
