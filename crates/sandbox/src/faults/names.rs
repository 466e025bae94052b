//! The faults' names on the command line.

use std::str::FromStr;

use super::{Distortion, Endpoint, Fault};

/// A fault's name on the command line that isn't known, or lacks its value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such fault: {0}")]
pub struct UnknownFault(pub(super) String);

impl Fault {
    /// The names that [`Fault::from_str`] knows; `=` marks those that take a value.
    pub const NAMES: [&'static str; 74] = [
        "riff-429",
        "riff-402",
        "riff-403",
        "riff-500-before",
        "riff-500-after",
        "lose-riff-answer",
        "lose-riff",
        "cut-upload=",
        "hold-riff-body",
        "hold-riff-answer",
        "fail-analysis",
        "fail-task",
        "fail-task-thrice",
        "fail-task-late",
        "fail-seedance",
        "fail-product-image",
        "fail-stale-template",
        "dead-task",
        "auto-generate-no-balance",
        "unknown-status",
        "batch-unavailable=",
        "batch-429=",
        "cut-poll",
        "slow-download=",
        "cut-download=",
        "lying-length",
        "no-length",
        "ignore-range",
        "expired-link",
        "huge-asset=",
        "html-instead-of-json",
        "session-401",
        "device-denied",
        "device-expired",
        "device-429",
        "device-proxy-403",
        "device-interval=",
        "answer=",
        "hold=",
        "hold-answer=",
        "cut=",
        "bare-429=",
        "answer-body=",
        "clock-skew=",
        "batch-vanishes",
        "task-backwards=",
        "balance-leak=",
        "internal-field",
        "product-image-500=",
        "lose-product-answer",
        "lose-image-answer",
        "lose-answer=",
        "hub-401",
        "hub-402",
        "hub-429=",
        "assist-quota",
        "prompt-rejected=",
        "compliance-unavailable",
        "expired-result",
        "fail-slider",
        "fail-slide=",
        "fail-short",
        "fail-scene",
        "fail-render",
        "fail-autopilot",
        "no-last-frame-model",
        "part-expired",
        "part-500",
        "cut-part=",
        "lose-part-answer",
        "slow-storage=",
        "complete-error",
        "object-expired",
        "fail-upload",
    ];
}

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(text: &str) -> Result<Self, UnknownFault> {
        let fault = match text.split_once('=') {
            Some(("prompt-rejected", category)) => worded(category).map(Fault::PromptRejected),
            Some(("clock-skew", seconds)) => seconds.parse().ok().map(Fault::ClockSkew),
            Some((name, value)) => of_endpoint(name, value).or_else(|| valued(name, value)),
            None => plain(text),
        };
        fault.ok_or_else(|| UnknownFault(text.to_owned()))
    }
}

/// The faults without a value.
fn plain(name: &str) -> Option<Fault> {
    Some(match name {
        "riff-429" => Fault::Riff429,
        "riff-402" => Fault::Riff402,
        "riff-403" => Fault::Riff403,
        "riff-500-before" => Fault::Riff500Before,
        "riff-500-after" => Fault::Riff500After,
        "lose-riff-answer" => Fault::LoseRiffAnswer,
        "lose-riff" => Fault::LoseRiff,
        "hold-riff-body" => Fault::HoldRiffBody,
        "hold-riff-answer" => Fault::HoldRiffAnswer,
        "fail-analysis" => Fault::FailAnalysis,
        "fail-task" => Fault::FailTask,
        "fail-task-thrice" => Fault::FailTaskThrice,
        "fail-task-late" => Fault::FailTaskLate,
        "fail-seedance" => Fault::FailSeedance,
        "fail-product-image" => Fault::FailProductImage,
        "fail-stale-template" => Fault::FailStaleTemplate,
        "dead-task" => Fault::DeadTask,
        "batch-vanishes" => Fault::BatchVanishes,
        "lose-product-answer" => Fault::LoseProductAnswer,
        "lose-image-answer" => Fault::LoseImageAnswer,
        "auto-generate-no-balance" => Fault::AutoGenerateNoBalance,
        "unknown-status" => Fault::UnknownStatus,
        "cut-poll" => Fault::CutPoll,
        "lying-length" => Fault::LyingLength,
        "no-length" => Fault::NoLength,
        "ignore-range" => Fault::IgnoreRange,
        "expired-link" => Fault::ExpiredLink,
        "html-instead-of-json" => Fault::HtmlInsteadOfJson,
        "session-401" => Fault::Session401,
        "device-denied" => Fault::DeviceDenied,
        "device-expired" => Fault::DeviceExpired,
        "device-429" => Fault::Device429,
        "device-proxy-403" => Fault::DeviceProxy403,
        "internal-field" => Fault::InternalField,
        "hub-401" => Fault::Hub401,
        "hub-402" => Fault::Hub402,
        "assist-quota" => Fault::AssistQuota,
        "compliance-unavailable" => Fault::ComplianceUnavailable,
        "expired-result" => Fault::ExpiredResult,
        "fail-slider" => Fault::FailSlider,
        "fail-short" => Fault::FailShort,
        "fail-scene" => Fault::FailScene,
        "fail-render" => Fault::FailRender,
        "fail-autopilot" => Fault::FailAutopilot,
        "no-last-frame-model" => Fault::NoLastFrameModel,
        "part-expired" => Fault::PartExpired,
        "part-500" => Fault::Part500,
        "lose-part-answer" => Fault::LosePartAnswer,
        "complete-error" => Fault::CompleteError,
        "object-expired" => Fault::ObjectExpired,
        "fail-upload" => Fault::FailUpload,
        _ => return None,
    })
}

/// A value that is a word.
fn worded(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}

/// The faults whose value is a number.
fn valued(name: &str, value: &str) -> Option<Fault> {
    let value: u64 = value.parse().ok()?;
    Some(match name {
        "cut-upload" => Fault::CutUpload(value),
        "batch-unavailable" => Fault::BatchUnavailable(u32::try_from(value).ok()?),
        "batch-429" => Fault::Batch429(value),
        "task-backwards" => Fault::TaskBackwards(u32::try_from(value).ok()?),
        "slow-download" if value > 0 => Fault::SlowDownload(value),
        "cut-download" => Fault::CutDownload(value),
        "huge-asset" => Fault::HugeAsset(value),
        "device-interval" => Fault::DeviceInterval(value),
        "product-image-500" => Fault::ProductImage500(value),
        "cut-part" => Fault::CutPart(value),
        "slow-storage" if value > 0 => Fault::SlowStorage(value),
        "hub-429" => Fault::Hub429(value),
        "fail-slide" => Fault::FailSlide(u32::try_from(value).ok()?),
        "balance-leak" if value <= 100 => Fault::BalanceLeak(value),
        _ => return None,
    })
}

/// The faults that name an endpoint.
fn of_endpoint(name: &str, value: &str) -> Option<Fault> {
    Some(match name {
        "answer" => {
            let (status, endpoint) = value.split_once(':')?;
            let status = status.parse().ok()?;
            // Below, an answer is not final; above, it is none.
            if !(200..=599).contains(&status) {
                return None;
            }
            Fault::Answer(status, endpoint.parse().ok()?)
        }
        "answer-body" => {
            let (distortion, endpoint) = value.split_once(':')?;
            let endpoint: Endpoint = endpoint.parse().ok()?;
            Fault::AnswerBody(distortion.parse::<Distortion>().ok()?, endpoint)
        }
        "bare-429" => Fault::Bare429(value.parse().ok()?),
        "hold" => Fault::Hold(value.parse().ok()?),
        "hold-answer" => Fault::HoldAnswer(value.parse().ok()?),
        "cut" => Fault::Cut(value.parse().ok()?),
        "lose-answer" => Fault::LoseAnswer(value.parse().ok()?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_name_can_be_parsed() {
        for name in Fault::NAMES {
            let value = match name {
                "answer=" => "500:/api/tasks",
                "answer-body=" => "wrong-types:GET:/api/tasks",
                "clock-skew=" => "-3600",
                "hold=" | "hold-answer=" | "cut=" | "lose-answer=" | "bare-429=" => {
                    "GET:/api/products"
                }
                name if name.ends_with('=') => "7",
                _ => "",
            };
            let text = format!("{name}{value}");
            assert!(text.parse::<Fault>().is_ok(), "{text}");
        }
        for wrong in [
            "riff-429=3",
            "cut-download",
            "answer=/api/tasks",
            "answer=42:/api/tasks",
            "answer-body=odd:/api/tasks",
            "clock-skew=an-hour",
            "hold=products",
            "balance-leak=101",
        ] {
            assert!(wrong.parse::<Fault>().is_err(), "{wrong}");
        }
    }
}
