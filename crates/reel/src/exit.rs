//! The one place that turns what happened into an exit code.

use contract::{Code, OrderState, Refusal};

/// How `reel` ends. Scripts rely on these numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// Refused, by the service or by a check that stands for it.
    Refused = 1,
    /// The command line or the environment is wrong. Nothing was tried.
    Usage = 2,
    /// Nobody confirmed, or the person stopped it in time: nothing was taken.
    NotConfirmed = 3,
    /// Nobody is signed in.
    NotSignedIn = 4,
    /// A read has no answer (yet). Reading again later is safe.
    NoAnswer = 5,
    /// A paying call may have been taken.
    InDoubt = 6,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// The exit of a refusal.
pub fn of_refusal(refusal: &Refusal) -> Exit {
    match refusal.code {
        Code::NotSignedIn
        | Code::OtherAccount
        | Code::SignInDenied
        | Code::SignInExpired
        | Code::SignInInvalid
        | Code::SignInBlocked
        | Code::VaultFailed
        | Code::TokenNeeded
        | Code::TokenUnusable
        | Code::TokenRefused => Exit::NotSignedIn,
        Code::Offline | Code::BadAnswer | Code::ServiceFailed | Code::OrderVanished => {
            Exit::NoAnswer
        }
        Code::InDoubt => Exit::InDoubt,
        Code::LinkHostUnusual
        | Code::OverLimit
        | Code::ReviewVoid
        | Code::RetryVoid
        | Code::StepVoid
        | Code::NotSent
        | Code::Cancelled => Exit::NotConfirmed,
        Code::VaultChoiceNeeded
        | Code::NoSource
        | Code::LinkNotTikTok
        | Code::LinkNotOneVideo
        | Code::LinkSuspicious
        | Code::TextTooLong
        | Code::TextDamaged
        | Code::LanguageUnknown
        | Code::BatchNeedsTemplate
        | Code::ProductNameMissing
        | Code::ProductDescriptionMissing
        | Code::ImageNameMissing
        | Code::ImageIdReserved
        | Code::ImageUrlNotPublic
        | Code::DateUnreadable
        | Code::HubAbsent
        | Code::FieldInvalid => Exit::Usage,
        Code::RateLimited
        | Code::TooManySubmits
        | Code::NotEnoughSeconds
        | Code::NotEnoughSecondsUnknown
        | Code::ServiceRefused
        | Code::Forbidden
        | Code::NotFound
        | Code::TooLargeForService
        | Code::ClipRefused
        | Code::ClipGone
        | Code::ClipChanged
        | Code::Unknown
        | Code::FolderUnwritable
        | Code::DiskFull
        | Code::DownloadDamaged
        | Code::JournalFailed
        | Code::JournalTooNew
        | Code::JournalSetAside
        | Code::TrashFailed
        | Code::NotACandidate
        | Code::AutoGenerateNoBalance
        | Code::AutoGenerateFailed
        | Code::TemplateNotReady
        | Code::CharacterNotReady
        | Code::TooManyImages
        | Code::ImageNameTaken
        | Code::ImageKindUnknown
        | Code::ImageTooLarge
        | Code::FileGone
        | Code::FileRefused
        | Code::ProductUnfinished
        | Code::DailyLimit
        | Code::SubscriptionRequired
        | Code::CannotCancel
        | Code::CannotRetry
        | Code::EngineFailed
        | Code::AnalysisFailed
        | Code::ScopeMissing
        | Code::NotEnoughCredits
        | Code::AssistsUsedUp
        | Code::AlreadyRunning
        | Code::AutopilotActive
        | Code::BatchActive
        | Code::NotFinishedYet
        | Code::CarouselLocked
        | Code::PromptRejected
        | Code::ScreeningDown
        | Code::UploadQuota
        | Code::FootageNotReady
        | Code::BriefTooShort
        | Code::SceneCountInvalid
        | Code::ProjectLimit
        | Code::PlacementUnsupported
        | Code::FootageTooLarge
        | Code::FootageTooLong
        | Code::FootageKindUnknown
        | Code::HubImageKindUnknown
        | Code::HubImageTooLarge
        | Code::StorageRefused
        | Code::FootageFailed
        | Code::StepUnderWay
        | Code::Internal => Exit::Refused,
    }
}

/// The exit of an order that nobody waits for any more.
pub fn of_order(state: &OrderState, refusal: Option<&Refusal>) -> Exit {
    match state {
        OrderState::Ready => Exit::Done,
        OrderState::InDoubt { .. } => Exit::InDoubt,
        OrderState::AwaitingSignIn => Exit::NotSignedIn,
        OrderState::Preparing { .. } => refusal.map_or(Exit::NoAnswer, of_refusal),
        OrderState::Sending { .. } | OrderState::Working { .. } => Exit::NoAnswer,
        OrderState::NotSent => refusal.map_or(Exit::NotConfirmed, of_refusal),
        OrderState::GivenUp => Exit::NotConfirmed,
        // The service took it or judged it: whatever the cause was, this is its refusal.
        OrderState::Failed | OrderState::Cancelled | OrderState::Refused => match refusal {
            Some(refusal) if refusal.code == Code::NotSignedIn => Exit::NotSignedIn,
            _ => Exit::Refused,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_ready_order_is_done() {
        let late_402 = Refusal::new(Code::AutoGenerateNoBalance);
        assert_eq!(
            of_order(&OrderState::Failed, Some(&late_402)),
            Exit::Refused
        );
        let in_doubt = OrderState::InDoubt {
            search: contract::DoubtSearch::default(),
        };
        assert_eq!(of_order(&in_doubt, None), Exit::InDoubt);
        assert_eq!(of_order(&OrderState::Ready, None), Exit::Done);
        let offline = Refusal::new(Code::Offline);
        assert_eq!(
            of_order(&OrderState::NotSent, Some(&offline)),
            Exit::NoAnswer
        );
        assert_eq!(of_order(&OrderState::NotSent, None), Exit::NotConfirmed);
    }

    #[test]
    fn no_refusal_ends_as_done() {
        for &code in Code::ALL {
            assert_ne!(of_refusal(&Refusal::new(code)), Exit::Done, "{code:?}");
        }
    }
}
