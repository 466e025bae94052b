//! Enums of a service.

/// An enum of the service: the known words, and every other as it was written.
#[macro_export]
macro_rules! open_words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident => $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$vmeta])* $variant,)+
            /// A word that the contract does not have, as the service wrote it.
            Other(String),
        }

        impl $name {
            /// Every word that the contract has.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word as the service writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($word => Self::$variant,)+
                    other => Self::Other(other.to_owned()),
                }
            }
        }

        impl Default for $name {
            /// The service wrote nothing.
            fn default() -> Self {
                Self::Other(String::new())
            }
        }

        impl $crate::reexport::serde::Serialize for $name {
            /// Nothing where the service wrote nothing.
            fn serialize<S: $crate::reexport::serde::Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Other(word) if word.is_empty() => output.serialize_none(),
                    word => output.serialize_str(word.as_str()),
                }
            }
        }

        impl<'de> $crate::reexport::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::reexport::serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
                let value = <$crate::reexport::serde_json::Value as $crate::reexport::serde::Deserialize>::deserialize(input)?;
                Ok(match &value {
                    $crate::reexport::serde_json::Value::String(word) => Self::from(word.as_str()),
                    $crate::reexport::serde_json::Value::Null => Self::default(),
                    other => Self::Other(other.to_string()),
                })
            }
        }
    };
}
