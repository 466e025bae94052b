//! How a task is bound to end, and which faults decide it.

use super::{Fate, Task, TaskKind};
use crate::faults::{Fault, Faults};

impl Fate {
    /// The error that a task with this fate ends with.
    pub(crate) fn error(self) -> Option<&'static str> {
        match self {
            Self::Complete | Self::NoBalance => None,
            Self::Fail => Some("LLM error: the creative adaptation failed (sandbox)"),
            Self::FailLate => Some("The post-processing failed (sandbox)"),
            Self::FailSeedance => Some("Seedance proxy error: upstream answered 502 (sandbox)"),
            Self::FailProductImage => {
                Some("A product image could not be used: replace it, then retry (sandbox)")
            }
            Self::FailStaleTemplate => {
                Some("The template's analysis is stale: refresh it, then retry (sandbox)")
            }
            Self::Die => Some("Task reaped by a container restart (sandbox)"),
        }
    }

    /// How far a task gets with this fate, in percent: something that goes wrong goes wrong on the
    /// way.
    pub(crate) fn share(self) -> i64 {
        match self {
            Self::Complete | Self::NoBalance => 100,
            Self::FailLate => 90,
            Self::Fail
            | Self::FailSeedance
            | Self::FailProductImage
            | Self::FailStaleTemplate
            | Self::Die => 50,
        }
    }
}

/// The fate of a task that starts now.
pub(super) fn of(task: &mut Task, faults: &Faults) -> Fate {
    match task.kind {
        TaskKind::Analyze => fate_of_analysis(faults),
        TaskKind::Pipeline if task.failing > 0 => {
            task.failing -= 1;
            Fate::Fail
        }
        TaskKind::Pipeline if faults.strikes(&Fault::FailTaskThrice) => {
            task.failing = 2;
            Fate::Fail
        }
        TaskKind::Pipeline => fate_of_generation(faults),
    }
}

fn fate_of_analysis(faults: &Faults) -> Fate {
    let fates = [
        (Fault::FailAnalysis, Fate::Fail),
        (Fault::AutoGenerateNoBalance, Fate::NoBalance),
    ];
    struck(faults, &fates)
}

fn fate_of_generation(faults: &Faults) -> Fate {
    let fates = [
        (Fault::FailTask, Fate::Fail),
        (Fault::FailTaskLate, Fate::FailLate),
        (Fault::FailSeedance, Fate::FailSeedance),
        (Fault::FailProductImage, Fate::FailProductImage),
        (Fault::FailStaleTemplate, Fate::FailStaleTemplate),
        (Fault::DeadTask, Fate::Die),
    ];
    struck(faults, &fates)
}

/// The fate of the first of these faults that is armed.
fn struck(faults: &Faults, fates: &[(Fault, Fate)]) -> Fate {
    let mut fates = fates.iter();
    fates
        .find(|(fault, _)| faults.strikes(fault))
        .map_or(Fate::Complete, |(_, fate)| *fate)
}
