//! Why a command ends without having done what it was for.

use contract::{Args, Code, NextStep, OrderId, ProductId, Reason, Refusal};
use words::Words;

use crate::exit::{self, Exit};

/// The end of a command that did not do it.
#[derive(Debug)]
pub struct Stop {
    pub exit: Exit,
    pub why: Why,
    /// What is there all the same, and what to find it again by.
    pub trace: Box<Trace>,
}

/// What a command that did not do it has left behind.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    /// The order that it is about, once there is one.
    pub order_id: Option<OrderId>,
    pub batch_id: Option<String>,
    /// The service's own link for more seconds, after a 402.
    pub top_up_url: Option<String>,
    /// The product, once the service has it.
    pub product_id: Option<ProductId>,
    /// The names of its images that the service does not have.
    pub images_left: Vec<String>,
    /// The project of Hubfluencer, once the service has it.
    pub slug: Option<String>,
}

/// The reason of a [`Stop`].
#[derive(Debug)]
pub enum Why {
    /// From the closed list that both fronts share.
    Refused(Refusal),
    /// A clip that can't be sent, with what a look at it found.
    Clip(Vec<Reason>),
    /// One of the command line's own.
    Own {
        code: OwnCode,
        key: &'static str,
        args: Args,
    },
    /// A wrong command line, told already by its sentence.
    Usage(String),
}

/// Codes that only the command line has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnCode {
    /// Nobody confirmed.
    NotConfirmed,
    /// The person pressed Ctrl+C.
    Interrupted,
    /// The command line or the environment is wrong.
    Usage,
    /// The sandbox could not be started.
    SandboxFailed,
    /// Every task of the order has ended, and there is no reel.
    Failed,
    /// Every task of the order was cancelled.
    Cancelled,
    /// A paying call may have been taken, and its answer is still asked for.
    InDoubt,
}

impl OwnCode {
    /// Its stable text, as JSON has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotConfirmed => "not-confirmed",
            Self::Interrupted => "interrupted",
            Self::Usage => "usage",
            Self::SandboxFailed => "sandbox-failed",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::InDoubt => Code::InDoubt.as_str(),
        }
    }
}

impl Stop {
    /// One of the command line's own ends.
    pub fn own(exit: Exit, code: OwnCode, key: &'static str) -> Self {
        Self {
            exit,
            why: Why::Own {
                code,
                key,
                args: Args::new(),
            },
            trace: Box::default(),
        }
    }

    /// Nobody confirmed, said by the sentence of `key`.
    pub fn not_confirmed(key: &'static str) -> Self {
        Self::own(Exit::NotConfirmed, OwnCode::NotConfirmed, key)
    }

    /// A wrong command line.
    pub fn usage(sentence: String) -> Self {
        Self {
            exit: Exit::Usage,
            why: Why::Usage(sentence),
            trace: Box::default(),
        }
    }

    /// A clip that can't be sent.
    pub fn clip(reasons: Vec<Reason>) -> Self {
        Self {
            exit: Exit::Refused,
            why: Why::Clip(reasons),
            trace: Box::default(),
        }
    }

    /// Adds a value that the sentence mentions. A shared refusal has its own already.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<contract::Arg>) -> Self {
        if let Why::Own { args, .. } = &mut self.why {
            args.insert(name.to_owned(), value.into());
        }
        self
    }

    /// Says what is there all the same.
    #[must_use]
    pub fn about(mut self, trace: Trace) -> Self {
        self.trace = Box::new(trace);
        self
    }

    /// The stable text of the reason, as JSON has it.
    pub fn code(&self) -> &'static str {
        match &self.why {
            Why::Refused(refusal) => refusal.code.as_str(),
            Why::Clip(_) => Code::ClipRefused.as_str(),
            Why::Own { code, .. } => code.as_str(),
            Why::Usage(_) => OwnCode::Usage.as_str(),
        }
    }

    /// The way on.
    pub fn next(&self) -> NextStep {
        match &self.why {
            Why::Refused(refusal) => refusal.next,
            Why::Clip(_) => Refusal::new(Code::ClipRefused).next,
            _ => NextStep::None,
        }
    }

    /// Whether the very same command may be given again without risk. Once the service has taken an
    /// order or has a product, that would be a second one.
    pub fn retryable(&self) -> bool {
        let trace = &self.trace;
        if trace.batch_id.is_some() || trace.product_id.is_some() || trace.slug.is_some() {
            return false;
        }
        match &self.why {
            Why::Refused(refusal) => refusal.retryable,
            Why::Own { .. } => !matches!(self.exit, Exit::Usage | Exit::InDoubt),
            Why::Clip(_) | Why::Usage(_) => false,
        }
    }

    /// The contract's name of the field that is at fault, where it is one.
    pub fn field(&self) -> Option<&str> {
        match &self.why {
            Why::Refused(Refusal {
                code: Code::FieldInvalid,
                args,
                ..
            }) => match args.get("field") {
                Some(contract::Arg::Text(field)) => Some(field),
                _ => None,
            },
            _ => None,
        }
    }

    /// What happened and what to do.
    pub fn sentence(&self, words: &Words) -> String {
        match &self.why {
            Why::Refused(refusal) => words.refusal(refusal),
            Why::Clip(reasons) => {
                let told: Vec<String> = reasons.iter().map(|reason| words.reason(reason)).collect();
                told.join(" ")
            }
            Why::Own { key, args, .. } => words.say_with(key, args),
            Why::Usage(sentence) => sentence.clone(),
        }
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self {
            exit: exit::of_refusal(&refusal),
            why: Why::Refused(refusal),
            trace: Box::default(),
        }
    }
}
