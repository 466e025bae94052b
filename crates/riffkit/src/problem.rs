//! What a failure means, by the contract's error table.

use std::time::Duration;

use serde_json::Value;
use wire::{Detail, Failure};

use crate::balance::{Insufficient, insufficient};

/// A row of the contract's error table, or what its field notes add.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// 401: the session has ended, or there was none.
    Unauthenticated,
    /// 402: not enough to submit.
    InsufficientCredits(Insufficient),
    /// 403: a plan is needed first.
    SubscriptionRequired {
        /// The page to subscribe at, exactly as the service wrote it.
        subscribe_url: Option<String>,
    },
    /// 403: not for this person.
    Forbidden,
    /// 404 or 410: it is not there, or not any more.
    Gone,
    /// 400: an order had no source, or several.
    NotOneSource,
    /// 400 or 422: something required was not sent.
    Missing {
        /// Its name, where the service says it.
        field: Option<String>,
    },
    /// 400 or 422: a language that videos are not made in here.
    InvalidLanguage,
    /// 400: a text had U+FFFD when it arrived.
    Mangled,
    /// 400 or 422: something else about a value that was sent.
    Invalid {
        /// Its name, where the service says it.
        field: Option<String>,
    },
    /// 409: not as it stands now (a task in its last steps, or one that has ended).
    Conflict,
    /// 413: a file is too large.
    TooLarge,
    /// 429.
    TooMany {
        /// Of what there was too much.
        of: Limit,
        /// How long the service asks to wait.
        retry_after: Option<Duration>,
    },
    /// 5xx, 408, silence and a broken connection: the server's or the network's.
    Server,
    /// Anything else: an error that the contract doesn't have, an answer that is none of the
    /// service's, or a request that was stopped here.
    Other,
}

/// Which limit a 429 speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Requests in a time (10 orders in 60 s).
    Rate,
    /// What may be spent in a day.
    DailyCap,
    /// The service doesn't say.
    Unsaid,
}

impl Problem {
    /// What this failure means.
    pub fn of(failure: &Failure) -> Self {
        let (status, detail, retry_after) = match failure {
            Failure::Status {
                status,
                detail,
                retry_after,
                ..
            } => (*status, detail, *retry_after),
            Failure::NoAnswer { .. } => return Self::Server,
            Failure::Mangled { .. } => return Self::Mangled,
            _ => return Self::Other,
        };
        match status {
            401 => Self::Unauthenticated,
            402 => insufficient(failure).map_or(Self::Other, Self::InsufficientCredits),
            403 if word(detail) == Some("subscription_required") => Self::SubscriptionRequired {
                subscribe_url: detail.get("subscribe_url").and_then(lenient::text_of),
            },
            403 => Self::Forbidden,
            404 | 410 => Self::Gone,
            400 | 422 => invalid(detail),
            409 => Self::Conflict,
            413 => Self::TooLarge,
            429 => Self::TooMany {
                of: limit(detail),
                retry_after,
            },
            408 | 500.. => Self::Server,
            _ => Self::Other,
        }
    }
}

fn word(detail: &Detail) -> Option<&str> {
    detail.get("error").and_then(Value::as_str)
}

/// A 400 by its structure where it has one, by its words where it has only those.
fn invalid(detail: &Detail) -> Problem {
    let Detail::Entries(entries) = detail else {
        let words = detail.text().unwrap_or_default();
        return worded(&words.to_lowercase());
    };
    let missing = entries
        .iter()
        .find(|entry| entry.kind.as_deref() == Some("missing"));
    let Some(entry) = missing.or(entries.first()) else {
        return Problem::Invalid { field: None };
    };
    let field = entry.field().map(str::to_owned);
    match field.as_deref() {
        _ if missing.is_some() => Problem::Missing { field },
        Some("language") => Problem::InvalidLanguage,
        _ => Problem::Invalid { field },
    }
}

/// The one place that reads a service's words: the contract tells the kinds of 400 apart by nothing
/// else. Whatever is not recognised stays [`Problem::Invalid`], which loses nothing but precision.
fn worded(words: &str) -> Problem {
    let has = |part: &str| words.contains(part);
    if has("u+fffd") || has("replacement char") || has("utf-8") {
        Problem::Mangled
    } else if has("exactly one") {
        Problem::NotOneSource
    } else if has("language") {
        Problem::InvalidLanguage
    } else if has("required") || has("missing") {
        Problem::Missing { field: None }
    } else {
        Problem::Invalid { field: None }
    }
}

/// Which limit a 429 speaks of: by its numbers, by its word, by its words.
fn limit(detail: &Detail) -> Limit {
    if ["daily_limit", "daily_spent", "limit_credits"]
        .iter()
        .any(|name| detail.get(name).is_some())
    {
        return Limit::DailyCap;
    }
    let words = word(detail).map_or_else(|| detail.text().unwrap_or_default(), str::to_owned);
    let words = words.to_lowercase();
    let has = |part: &str| words.contains(part);
    if has("daily") || has("budget") {
        Limit::DailyCap
    } else if has("rate") || has("too many") || has("too_many") {
        Limit::Rate
    } else {
        Limit::Unsaid
    }
}
