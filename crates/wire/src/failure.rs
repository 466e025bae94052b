//! What can go wrong on the way to a service and back, sorted by what it means for the caller.

use std::error::Error as StdError;
use std::io;
use std::time::Duration;

use crate::{Detail, OriginError};

/// Whether a service may have the whole request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Certainly not: there was no connection, or the last piece of the body stayed here.
    NotSent,
    /// It may have it.
    MaybeSent,
}

/// Why there was no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outage {
    /// No network, no such host, or nobody listens there.
    Offline,
    /// Nothing happened for too long.
    Timeout,
    /// The server could not prove who it is.
    Tls,
    /// The connection broke off.
    Cut,
}

/// What is wrong with the file of an upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceFault {
    /// It is shorter or longer than it was when it was opened.
    Changed,
    /// It could not be read.
    Unreadable(io::ErrorKind),
}

/// Why a redirect of a download was not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RedirectFault {
    /// More than five.
    TooMany,
    /// It leads from https to http.
    Downgrade,
    /// It has no target that could be read and talked to.
    NoTarget,
}

/// A request that did not end in the answer that was asked for.
///
/// Holds no secret: addresses are left out, and a service's texts are cut at 500 characters.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Failure {
    /// Nobody answered.
    #[error("no answer ({kind:?}, {reached:?}): {cause}")]
    NoAnswer {
        /// Whether the request may have been taken.
        reached: Reached,
        /// What kind of silence.
        kind: Outage,
        /// The transport's own words, for the log.
        cause: String,
    },
    /// The service answered with an error.
    #[error("the service answered {status}: {detail:?}")]
    Status {
        /// HTTP status, 400 and above.
        status: u16,
        /// The service's own words.
        detail: Detail,
        /// How long it asks to wait.
        retry_after: Option<Duration>,
        /// Whether the whole request had left by then.
        reached: Reached,
    },
    /// Something answered that is not the service, or not as the contract has it: a captive portal,
    /// a proxy's page, JSON of another shape.
    #[error("not the service's answer (status {status}, {content_type:?}, at {path:?})")]
    NotTheService {
        /// HTTP status.
        status: u16,
        /// Its content type.
        content_type: Option<String>,
        /// Where in the JSON the first wrong thing stands; never its value.
        path: Option<String>,
        /// Whether the whole request had left by then.
        reached: Reached,
    },
    /// The file of an upload changed or could not be read: its end never left.
    #[error("the file can't be sent: {0:?}")]
    Source(SourceFault),
    /// The caller's gate before the last piece said no: the end never left.
    #[error("withheld by the caller")]
    Withheld,
    /// A text has the replacement character U+FFFD: it was mangled before it came here, and nothing
    /// was sent.
    #[error("the text of {field} was mangled on its way here (U+FFFD)")]
    Mangled {
        /// The parameter that the text stands in, as the service names it.
        field: String,
    },
    /// A download was led somewhere it must not go.
    #[error("redirect refused: {0:?}")]
    Redirect(RedirectFault),
    /// The address may not be talked to at all.
    #[error("unusable address: {0}")]
    Address(#[from] OriginError),
}

impl Failure {
    /// Whether a paying call that ended so may have been taken all the same.
    ///
    /// A plain refusal (4xx) means no. Silence, a server error and an answer that can't be read
    /// mean yes, unless the end of the request never left.
    pub fn may_have_been_taken(&self) -> bool {
        match self {
            Self::NoAnswer { reached, .. } | Self::NotTheService { reached, .. } => {
                *reached == Reached::MaybeSent
            }
            Self::Status {
                status, reached, ..
            } => *reached == Reached::MaybeSent && (*status >= 500 || *status == 408),
            Self::Source(_)
            | Self::Withheld
            | Self::Mangled { .. }
            | Self::Redirect(_)
            | Self::Address(_) => false,
        }
    }

    /// The HTTP status, when the service answered with an error.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Status { status, .. } => Some(*status),
            _ => None,
        }
    }

    /// How long the service asks to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Status { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// Sorts an error of the transport. `reached` holds for an error after the connection stood.
    pub(crate) fn transport(error: reqwest::Error, reached: Reached) -> Self {
        let connecting = error.is_connect();
        let error = error.without_url();
        let kind = if error.is_timeout() {
            Outage::Timeout
        } else if sources(&error).any(is_tls) {
            Outage::Tls
        } else if connecting {
            Outage::Offline
        } else {
            Outage::Cut
        };
        let reached = if connecting {
            Reached::NotSent
        } else {
            reached
        };
        let cause = sources(&error)
            .last()
            .map(ToString::to_string)
            .unwrap_or_default();
        Self::NoAnswer {
            reached,
            kind,
            cause,
        }
    }

    /// Nothing happened for too long.
    pub(crate) fn silence(reached: Reached, limit: Duration) -> Self {
        let cause = format!("nothing for {limit:?}");
        Self::NoAnswer {
            reached,
            kind: Outage::Timeout,
            cause,
        }
    }
}

/// The error and everything below it.
fn sources<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |error: &&'a (dyn StdError + 'static)| {
        (*error).source()
    })
}

fn is_tls(error: &(dyn StdError + 'static)) -> bool {
    let wrapped = error
        .downcast_ref::<io::Error>()
        .and_then(io::Error::get_ref);
    error.is::<native_tls::Error>() || wrapped.is_some_and(|inner| inner.is::<native_tls::Error>())
}
