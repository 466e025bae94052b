//! What an answer has beyond the contract.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Fields that the contract does not name, as they came. There may be presigned addresses among them:
/// whoever keeps or shows them has to strike those.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Extra(Map<String, Value>);

impl Extra {
    /// A field, when it is there and says something.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl fmt::Debug for Extra {
    /// The names only: a value may be a presigned address.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
