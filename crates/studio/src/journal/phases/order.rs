//! The life of an order, as the journal keeps it. The one place that says which step may follow which.

/// Where an order stands on disk.
///
/// ```text
/// preparing ──► sending | not sent   (a staged product is written first: nothing was ordered yet)
///
/// sending ──► acknowledged ◄──► ready | failed | cancelled   (back: a task of it was made again)
///    │  ▲            ▲
///    │  └ awaiting sign-in
///    ├──► refused     (the service said no: nothing was taken)
///    ├──► not sent    (stopped before the whole of it had left: nothing was taken)
///    └──► in doubt ──► acknowledged (found) | given up (the person says: not taken)
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrderPhase {
    /// Confirmed; its staged product is being written. Nothing was ordered yet.
    Preparing,
    /// The intent is on disk; the request may be leaving. Written before its first byte.
    Sending,
    /// The service said 401 before it took anything. Goes on after a sign-in of the same run.
    AwaitingSignIn,
    /// The service took it: its batch is known.
    Acknowledged,
    /// Ended with at least one reel.
    Ready,
    /// Ended with none.
    Failed,
    /// Ended because it was cancelled.
    Cancelled,
    /// The service refused it.
    Refused,
    /// It never left whole.
    NotSent,
    /// It left whole and no answer came.
    InDoubt,
    /// In doubt, and the person said that it was not taken.
    GivenUp,
}

impl OrderPhase {
    /// Every phase.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Preparing,
        Self::Sending,
        Self::AwaitingSignIn,
        Self::Acknowledged,
        Self::Ready,
        Self::Failed,
        Self::Cancelled,
        Self::Refused,
        Self::NotSent,
        Self::InDoubt,
        Self::GivenUp,
    ];

    /// Its word in the journal.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Sending => "sending",
            Self::AwaitingSignIn => "awaiting_sign_in",
            Self::Acknowledged => "acknowledged",
            Self::Ready => "ready",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Refused => "refused",
            Self::NotSent => "not_sent",
            Self::InDoubt => "in_doubt",
            Self::GivenUp => "given_up",
        }
    }

    /// The phase of a word, if it is one.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|phase| phase.as_str() == word)
    }

    /// Whether nothing follows it by itself: only a retry of a task leads on from here, if anything.
    pub(crate) const fn is_last(self) -> bool {
        matches!(
            self,
            Self::Ready
                | Self::Failed
                | Self::Cancelled
                | Self::Refused
                | Self::NotSent
                | Self::GivenUp
        )
    }

    /// Whether `next` may follow. Nothing leads back to [`OrderPhase::Sending`] from a phase in which
    /// the service may have taken the order: that is what "never sent twice" means.
    pub(crate) const fn may_become(self, next: Self) -> bool {
        match self {
            Self::Preparing => matches!(next, Self::Sending | Self::NotSent),
            Self::Sending => matches!(
                next,
                Self::AwaitingSignIn
                    | Self::Acknowledged
                    | Self::Refused
                    | Self::NotSent
                    | Self::InDoubt
            ),
            Self::AwaitingSignIn => matches!(next, Self::Sending | Self::NotSent),
            Self::Acknowledged => matches!(next, Self::Ready | Self::Failed | Self::Cancelled),
            Self::InDoubt => matches!(next, Self::Acknowledged | Self::GivenUp),
            // A retry of a task is a paying call of its own; the order is watched again, never sent.
            Self::Ready | Self::Failed | Self::Cancelled => matches!(next, Self::Acknowledged),
            Self::Refused | Self::NotSent | Self::GivenUp => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_back() {
        for phase in OrderPhase::ALL {
            assert_eq!(OrderPhase::parse(phase.as_str()), Some(*phase));
        }
        assert_eq!(OrderPhase::parse("unheard of"), None);
    }

    /// Where these lead, however far.
    fn reachable(from: &[OrderPhase]) -> Vec<OrderPhase> {
        let mut reachable = from.to_vec();
        let mut next = 0;
        while let Some(phase) = reachable.get(next).copied() {
            for follower in OrderPhase::ALL {
                if phase.may_become(*follower) && !reachable.contains(follower) {
                    reachable.push(*follower);
                }
            }
            next += 1;
        }
        reachable
    }

    #[test]
    fn an_order_that_may_have_been_taken_never_reaches_sending_again() {
        let reachable = reachable(&[OrderPhase::Acknowledged, OrderPhase::InDoubt]);
        assert!(!reachable.contains(&OrderPhase::Sending), "{reachable:?}");
        assert!(
            !reachable.contains(&OrderPhase::AwaitingSignIn),
            "{reachable:?}"
        );
    }

    /// Nobody is ever offered to send again what the service has said that it took.
    #[test]
    fn an_order_that_was_acknowledged_is_never_said_to_be_not_taken() {
        let reachable = reachable(&[OrderPhase::Acknowledged]);
        for doubted in [
            OrderPhase::InDoubt,
            OrderPhase::GivenUp,
            OrderPhase::NotSent,
            OrderPhase::Refused,
        ] {
            assert!(!reachable.contains(&doubted), "{reachable:?}");
        }
    }
}
