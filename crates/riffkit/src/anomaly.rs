//! What an answer should not have had (contract, "Proactively flag anomalies").

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use wire::Failure;

/// One endpoint, as the contract writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Endpoint {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path with its placeholders (`/api/formulas/{formula_id}`), so it names nobody's things.
    pub path: &'static str,
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// Something that an answer should not have had. When it was is its hearer's to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anomaly {
    /// Where it was seen.
    pub endpoint: Endpoint,
    /// What was seen.
    pub kind: AnomalyKind,
}

/// What was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnomalyKind {
    /// An error that the contract doesn't have there.
    UndocumentedError {
        /// HTTP status.
        status: u16,
        /// The service's word for it (`detail.error`), at most 100 characters.
        error: Option<String>,
    },
    /// An internal field that customers are not to see, with a value. The value is not kept.
    InternalField {
        /// Where it stands (`items.hook_type`).
        field: String,
    },
}

/// Who hears of anomalies. They are data beside the answer and never change it.
pub trait Watcher: Send + Sync {
    /// An answer had something that it should not have. Must not block.
    fn noticed(&self, anomaly: Anomaly);
}

/// Fields that customers are not to see: the engine's own (contract, `FormulaOut` and
/// `FormulaDetailOut`), and the groups of a usage summary.
const INTERNAL: [&str; 4] = ["hook_type", "cta_type", "analysis_card", "groups"];

/// Errors of the contract's table, and the two that its field notes add: 408 is a timeout, 422 the
/// status of validation entries.
const DOCUMENTED: [u16; 7] = [400, 401, 402, 408, 413, 422, 429];

/// The words that a structured error may have.
const DOCUMENTED_WORDS: [&str; 3] = [
    "insufficient_credits",
    "subscription_required",
    "unauthenticated",
];

/// The anomaly in a failure, if the contract doesn't have it at this endpoint. `expected` are the
/// statuses that this endpoint adds to the common ones.
pub(crate) fn in_failure(
    endpoint: Endpoint,
    expected: &[u16],
    failure: &Failure,
) -> Option<Anomaly> {
    let Failure::Status { status, detail, .. } = failure else {
        return None;
    };
    let word = detail.get("error").and_then(Value::as_str);
    let names_an_id = endpoint.path.contains('{');
    let is_status_known = *status >= 500
        || DOCUMENTED.contains(status)
        || expected.contains(status)
        || (*status == 404 && names_an_id)
        || (*status == 403 && word == Some("subscription_required"));
    if is_status_known && word.is_none_or(|word| DOCUMENTED_WORDS.contains(&word)) {
        return None;
    }
    let kind = AnomalyKind::UndocumentedError {
        status: *status,
        error: word.map(|word| word.chars().take(100).collect()),
    };
    Some(Anomaly { endpoint, kind })
}

/// An answer, and the internal fields that it should not have had.
#[derive(Debug)]
pub(crate) struct Inspected<T> {
    pub(crate) value: T,
    pub(crate) internal: BTreeSet<String>,
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Inspected<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let whole = Value::deserialize(input)?;
        let mut internal = BTreeSet::new();
        look(&whole, "", &mut internal);
        // Only the place of the error may be told on, never its text: it may quote the answer.
        let value = T::deserialize(whole).map_err(|_| D::Error::custom("of another shape"))?;
        Ok(Self { value, internal })
    }
}

fn look(value: &Value, place: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(entries) => entries.iter().for_each(|entry| look(entry, place, found)),
        Value::Object(object) => {
            for (name, inner) in object {
                let here = match place {
                    "" => name.clone(),
                    place => format!("{place}.{name}"),
                };
                if !INTERNAL.contains(&name.as_str()) {
                    look(inner, &here, found);
                } else if lenient::has_content(inner) {
                    found.insert(here);
                }
            }
        }
        _ => {}
    }
}
