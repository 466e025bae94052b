//! Whether a clip can be sent. A pure function of what is known of it.

use contract::{HARD_SIZE_CAP_BYTES, Limits, Reason, ReasonCode, SOFT_SIZE_CAP_BYTES, Verdict};

use crate::{Probe, ProbeError};

/// How far over the cap a length may be: half of the last digit that is shown.
///
/// A clip trimmed to exactly the cap is stored a little longer, because its sound is padded to
/// whole frames (21 to 46 ms of AAC) and its pictures to whole ones (42 ms at 24 a second). And
/// "45.0 s is 0.0 s over 45 s" is a sentence nobody should read.
const LENGTH_ALLOWANCE_SECONDS: f64 = 0.05;

/// A verdict and what it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Whether the clip can be sent.
    pub verdict: Verdict,
    /// Why not, or what to mind: refusals first.
    pub reasons: Vec<Reason>,
}

impl Judgement {
    /// The judgement that follows from some reasons.
    pub(crate) fn from_reasons(mut reasons: Vec<Reason>) -> Self {
        reasons.sort_by_key(|reason| std::cmp::Reverse(weight(reason.code)));
        let verdict = reasons
            .first()
            .map_or(Verdict::Ok, |reason| weight(reason.code));
        Self { verdict, reasons }
    }
}

/// Holds a regular file of `size_bytes`, probed or not, against the caps.
pub fn judge(size_bytes: u64, probed: &Result<Probe, ProbeError>, limits: &Limits) -> Judgement {
    if size_bytes == 0 {
        return Judgement::from_reasons(vec![Reason::new(ReasonCode::Empty)]);
    }
    let mut reasons = Vec::from_iter(of_size(size_bytes));
    match probed {
        Ok(probe) => reasons.extend(of_content(probe, limits)),
        Err(error) => reasons.push(of_error(error)),
    }
    if size_bytes > HARD_SIZE_CAP_BYTES {
        // Such a file is not looked at closely enough to hold this against it.
        reasons.retain(|reason| reason.code != ReasonCode::NoLength);
    }
    Judgement::from_reasons(reasons)
}

/// What a reason alone makes of the verdict.
fn weight(code: ReasonCode) -> Verdict {
    match code {
        ReasonCode::NearSizeCap | ReasonCode::UnknownContainer => Verdict::Warn,
        _ => Verdict::Refused,
    }
}

/// Megabytes are decimal here, as file managers show them: "102.3 MB, the service may refuse
/// over 100 MB" would not make sense in binary ones.
fn of_size(size_bytes: u64) -> Option<Reason> {
    let megabytes = one_decimal(size_bytes as f64 / 1e6);
    if size_bytes > HARD_SIZE_CAP_BYTES {
        let over = one_decimal(megabytes - SOFT_SIZE_CAP_BYTES as f64 / 1e6);
        Some(
            Reason::new(ReasonCode::TooLarge)
                .with("size_mb", megabytes)
                .with("over_mb", over),
        )
    } else if size_bytes > SOFT_SIZE_CAP_BYTES {
        Some(Reason::new(ReasonCode::NearSizeCap).with("size_mb", megabytes))
    } else {
        None
    }
}

fn of_content(probe: &Probe, limits: &Limits) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if probe.cut_off {
        reasons.push(Reason::new(ReasonCode::Truncated));
    }
    if probe.picture.is_none() {
        reasons.push(Reason::new(ReasonCode::NoVideo));
    }
    match probe.duration_seconds {
        Some(seconds) => reasons.extend(of_length(seconds, limits)),
        // A file with another fault has its length hidden by that.
        None if reasons.is_empty() => reasons.push(Reason::new(ReasonCode::NoLength)),
        None => {}
    }
    if reasons.is_empty() && !probe.container.is_known() {
        let name = probe.container.name();
        reasons.push(Reason::new(ReasonCode::UnknownContainer).with("container", name));
    }
    reasons
}

fn of_length(seconds: f64, limits: &Limits) -> Option<Reason> {
    let cap = limits.max_seconds;
    (seconds > cap + LENGTH_ALLOWANCE_SECONDS).then(|| {
        let shown = one_decimal(seconds);
        Reason::new(ReasonCode::TooLong)
            .with("seconds", shown)
            .with("cap", one_decimal(cap))
            .with("over", one_decimal(shown - cap).max(0.1))
    })
}

fn of_error(error: &ProbeError) -> Reason {
    match error {
        ProbeError::NotVideo => Reason::new(ReasonCode::NotVideo),
        ProbeError::Image(_) => Reason::new(ReasonCode::Image),
        ProbeError::SoundOnly(_) => Reason::new(ReasonCode::NoVideo),
        ProbeError::CutOff => Reason::new(ReasonCode::Truncated),
        ProbeError::Broken(part) => Reason::new(ReasonCode::Broken).with("detail", *part),
        ProbeError::TooScattered => Reason::new(ReasonCode::NoLength),
        ProbeError::Read(error) => of_read_error(error),
    }
}

/// The reason behind an error of the operating system.
pub(crate) fn of_read_error(error: &std::io::Error) -> Reason {
    match error.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => {
            Reason::new(ReasonCode::Missing)
        }
        // It was longer when its size was asked for.
        std::io::ErrorKind::UnexpectedEof => Reason::new(ReasonCode::Truncated),
        std::io::ErrorKind::PermissionDenied => Reason::new(ReasonCode::NoPermission),
        _ => Reason::new(ReasonCode::Unreadable).with("detail", error.to_string()),
    }
}

/// Rounded to one decimal, as the sentences show it.
fn one_decimal(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
