//! What an answer is wrapped in.

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error as _};
use serde_json::Value;

/// A value in `{data, …}`, or bare (contract, "Error taxonomy"; field notes, "Hubfluencer").
pub(crate) struct Enveloped<T>(pub(crate) T);

impl<'de, T: DeserializeOwned> Deserialize<'de> for Enveloped<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let value = match Value::deserialize(input)? {
            Value::Object(mut object) => match object.remove("data") {
                Some(data) => data,
                None => Value::Object(object),
            },
            bare => bare,
        };
        // Without the cause: it may quote the body.
        serde_json::from_value(value)
            .map(Self)
            .map_err(|_| D::Error::custom("not the shape that was expected"))
    }
}
