//! The life of a paid step, as the journal keeps it. The one place that says which may follow which.

/// Where a paid step stands on disk.
///
/// ```text
/// sending ──► taken | refused | not sent
///    ├──────► asking again (a key, and the answer was lost) ──► taken | refused | in doubt
///    └──────► in doubt (no key, or the key's day is over) ──► taken | not sent | given up
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PurchasePhase {
    /// The intent is on disk; the request may be leaving.
    Sending,
    /// It left, no answer came, and it is asked again with the same key: the service answers a key
    /// that it knows with its first answer (contract, "AI assists").
    AskingAgain,
    /// It left, no answer came, and asking again might pay twice.
    InDoubt,
    /// The service has taken it.
    Taken,
    /// The service refused it.
    Refused,
    /// The service never had it.
    NotSent,
    /// It was in doubt, and the person said that it was not taken.
    GivenUp,
}

impl PurchasePhase {
    /// Every phase.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Sending,
        Self::AskingAgain,
        Self::InDoubt,
        Self::Taken,
        Self::Refused,
        Self::NotSent,
        Self::GivenUp,
    ];

    /// Its word in the journal.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Sending => "sending",
            Self::AskingAgain => "asking_again",
            Self::InDoubt => "in_doubt",
            Self::Taken => "taken",
            Self::Refused => "refused",
            Self::NotSent => "not_sent",
            Self::GivenUp => "given_up",
        }
    }

    /// The phase of a word. A word of a newer version is a doubt: nothing is known but that it must
    /// not be sent again.
    pub(crate) fn parse(word: &str) -> Self {
        let mut all = Self::ALL.iter().copied();
        all.find(|phase| phase.as_str() == word)
            .unwrap_or(Self::InDoubt)
    }

    /// Whether `next` may follow. Nothing leads back to [`Self::Sending`]: what is asked again goes
    /// with the key of its first time, or not at all.
    pub(crate) const fn may_become(self, next: Self) -> bool {
        match self {
            Self::Sending => !matches!(next, Self::Sending | Self::GivenUp),
            Self::AskingAgain => matches!(next, Self::Taken | Self::Refused | Self::InDoubt),
            Self::InDoubt => matches!(next, Self::Taken | Self::NotSent | Self::GivenUp),
            Self::Taken | Self::Refused | Self::NotSent | Self::GivenUp => false,
        }
    }

    /// Whether something more may come of it.
    pub(crate) const fn is_open(self) -> bool {
        matches!(self, Self::Sending | Self::AskingAgain | Self::InDoubt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_back_and_nothing_is_sent_anew() {
        for phase in PurchasePhase::ALL {
            assert_eq!(PurchasePhase::parse(phase.as_str()), *phase);
            assert!(!phase.may_become(PurchasePhase::Sending), "{phase:?}");
            let ends = PurchasePhase::ALL
                .iter()
                .any(|next| phase.may_become(*next));
            assert_eq!(phase.is_open(), ends, "{phase:?}");
        }
        assert_eq!(PurchasePhase::parse("unheard of"), PurchasePhase::InDoubt);
    }
}
