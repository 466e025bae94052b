//! The life of a retry, as the journal keeps it. The one place that says which step may follow which.

/// Where a retry stands on disk.
///
/// ```text
/// sending ──► taken | refused | not sent
///    └──────► in doubt ──► taken (seen at the service) | not sent (not seen there for long)
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetryPhase {
    /// The intent is on disk; the request may be leaving.
    Sending,
    /// It left and no answer came.
    InDoubt,
    /// The service made the task again.
    Taken,
    /// The service refused it.
    Refused,
    /// The service never had it.
    NotSent,
}

impl RetryPhase {
    /// Every phase.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Sending,
        Self::InDoubt,
        Self::Taken,
        Self::Refused,
        Self::NotSent,
    ];

    /// Its word in the journal.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Sending => "sending",
            Self::InDoubt => "in_doubt",
            Self::Taken => "taken",
            Self::Refused => "refused",
            Self::NotSent => "not_sent",
        }
    }

    /// The phase of a word. A word of a newer version is a doubt: nothing is known but that it must
    /// not be sent again.
    pub(crate) fn parse(word: &str) -> Self {
        let all = Self::ALL.iter().copied();
        all.into_iter()
            .find(|phase| phase.as_str() == word)
            .unwrap_or(Self::InDoubt)
    }

    /// Whether `next` may follow. Nothing leads back to [`RetryPhase::Sending`]: each retry is sent
    /// once at most.
    pub(crate) const fn may_become(self, next: Self) -> bool {
        match self {
            Self::Sending => !matches!(next, Self::Sending),
            Self::InDoubt => matches!(next, Self::Taken | Self::NotSent),
            Self::Taken | Self::Refused | Self::NotSent => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_back_and_nothing_is_sent_twice() {
        for phase in RetryPhase::ALL {
            assert_eq!(RetryPhase::parse(phase.as_str()), *phase);
            assert!(!phase.may_become(RetryPhase::Sending), "{phase:?}");
        }
        assert_eq!(RetryPhase::parse("unheard of"), RetryPhase::InDoubt);
    }
}
