//! The closed list of ways on, and the usual one of each code.

use serde::{Deserialize, Serialize};

use super::Code;

closed_list! {
    /// What the person can do about a refusal. The button's word is `next-<step>`.
    NextStep {
        /// Nothing to press: the sentence says it all.
        None => "none",
        /// Sign in (again).
        SignIn => "sign-in",
        /// Open the service's top-up page, by the link it gave.
        TopUp => "top-up",
        /// Choose another file or paste another link.
        ChooseAnother => "choose-another",
        /// Change the words of the plan.
        EditPlan => "edit-plan",
        /// The same again is safe.
        TryAgain => "try-again",
        /// Look at the order in the queue.
        OpenQueue => "open-queue",
        /// Choose another folder.
        ChooseFolder => "choose-folder",
        /// Say where the session is kept.
        ChooseVault => "choose-vault",
        /// Review the plan again.
        ReviewAgain => "review-again",
        /// Go on where it stopped. What was done is not done again.
        Resume => "resume",
        /// Open the service's own site.
        OpenService => "open-service",
        /// Give Hubfluencer's token.
        GiveToken => "give-token",
        /// Open Hubfluencer's own site: more credits, another token.
        OpenHubfluencer => "open-hubfluencer",
        /// Buy a batch of assists.
        UnlockAssists => "unlock-assists",
        /// Look at what is under way.
        LookNow => "look-now",
    }
}

/// The way on that a code usually has, and whether a plain repeat is safe.
pub(super) const fn usual(code: Code) -> (NextStep, bool) {
    match code {
        Code::NotSignedIn
        | Code::OtherAccount
        | Code::SignInDenied
        | Code::SignInExpired
        | Code::SignInInvalid => (NextStep::SignIn, true),
        Code::SignInBlocked => (NextStep::TryAgain, true),
        Code::VaultChoiceNeeded => (NextStep::ChooseVault, true),
        Code::VaultFailed => (NextStep::ChooseVault, true),
        Code::Offline
        | Code::BadAnswer
        | Code::ServiceFailed
        | Code::RateLimited
        | Code::TooManySubmits
        | Code::DownloadDamaged
        | Code::NotSent
        | Code::Cancelled
        | Code::JournalFailed => (NextStep::TryAgain, true),
        Code::NotEnoughSeconds | Code::NotEnoughSecondsUnknown | Code::AutoGenerateNoBalance => {
            (NextStep::TopUp, false)
        }
        Code::ServiceRefused
        | Code::Forbidden
        | Code::TextTooLong
        | Code::TextDamaged
        | Code::LanguageUnknown
        | Code::BatchNeedsTemplate
        | Code::ProductNameMissing
        | Code::ProductDescriptionMissing
        | Code::TooManyImages
        | Code::ImageNameMissing
        | Code::ImageNameTaken
        | Code::ImageIdReserved
        | Code::ImageUrlNotPublic
        | Code::DateUnreadable => (NextStep::EditPlan, false),
        Code::ProductUnfinished => (NextStep::Resume, true),
        Code::HubAbsent
        | Code::DailyLimit
        | Code::CannotCancel
        | Code::CannotRetry
        | Code::EngineFailed => (NextStep::None, false),
        Code::AnalysisFailed => (NextStep::TryAgain, true),
        Code::SubscriptionRequired => (NextStep::OpenService, false),
        Code::RetryVoid => (NextStep::ReviewAgain, false),
        Code::TooLargeForService
        | Code::NoSource
        | Code::ClipRefused
        | Code::ClipGone
        | Code::ClipChanged
        | Code::LinkNotTikTok
        | Code::LinkNotOneVideo
        | Code::LinkSuspicious
        | Code::LinkHostUnusual
        | Code::TemplateNotReady
        | Code::CharacterNotReady
        | Code::ImageKindUnknown
        | Code::ImageTooLarge
        | Code::FileGone
        | Code::FileRefused => (NextStep::ChooseAnother, false),
        Code::OverLimit | Code::ReviewVoid | Code::StepVoid => (NextStep::ReviewAgain, false),
        Code::TokenNeeded | Code::TokenUnusable | Code::TokenRefused => (NextStep::GiveToken, true),
        Code::ScopeMissing | Code::NotEnoughCredits | Code::ProjectLimit => {
            (NextStep::OpenHubfluencer, false)
        }
        Code::AssistsUsedUp => (NextStep::UnlockAssists, false),
        Code::AlreadyRunning
        | Code::AutopilotActive
        | Code::BatchActive
        | Code::NotFinishedYet
        | Code::FootageNotReady
        | Code::OrderVanished
        | Code::StepUnderWay => (NextStep::LookNow, true),
        Code::ScreeningDown | Code::StorageRefused => (NextStep::TryAgain, true),
        Code::PromptRejected
        | Code::BriefTooShort
        | Code::SceneCountInvalid
        | Code::PlacementUnsupported
        | Code::CarouselLocked
        | Code::FieldInvalid => (NextStep::EditPlan, false),
        Code::UploadQuota => (NextStep::OpenHubfluencer, true),
        Code::FootageTooLarge
        | Code::FootageTooLong
        | Code::FootageKindUnknown
        | Code::HubImageKindUnknown
        | Code::HubImageTooLarge
        | Code::FootageFailed => (NextStep::ChooseAnother, false),
        Code::TrashFailed | Code::JournalTooNew | Code::JournalSetAside => (NextStep::None, false),
        Code::InDoubt | Code::NotACandidate => (NextStep::OpenQueue, false),
        Code::FolderUnwritable | Code::DiskFull => (NextStep::ChooseFolder, true),
        Code::NotFound | Code::Unknown | Code::Internal | Code::AutoGenerateFailed => {
            (NextStep::None, false)
        }
    }
}
