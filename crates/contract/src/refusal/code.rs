//! The closed list of why something could not be done.

use serde::{Deserialize, Serialize};

closed_list! {
    /// Why something could not be done. The sentence is `refusal-<code>` in the locale files.
    Code {
        /// The service answers 401, or nobody has signed in.
        NotSignedIn => "not-signed-in",
        /// It is another account's than the one that is signed in. Argument `account`: that account's name.
        OtherAccount => "other-account",
        /// Sign-in: the person pressed Deny.
        SignInDenied => "sign-in-denied",
        /// Sign-in: nobody approved in time.
        SignInExpired => "sign-in-expired",
        /// Sign-in: the flow is unknown to the service or was already used.
        SignInInvalid => "sign-in-invalid",
        /// Sign-in: something between us and the service forbids it (a proxy's 403).
        SignInBlocked => "sign-in-blocked",
        /// No keychain, and nobody has said where to keep the session.
        VaultChoiceNeeded => "vault-choice-needed",
        /// The keychain or the vault's file could not be read or written.
        VaultFailed => "vault-failed",
        /// No network, no such host, connection refused, or no answer in time: nothing was taken.
        Offline => "offline",
        /// The answer came from something that is not the service (HTML, wrong JSON).
        BadAnswer => "bad-answer",
        /// The service failed (5xx).
        ServiceFailed => "service-failed",
        /// The service asks to wait (429). Argument `seconds` when it said how long.
        RateLimited => "rate-limited",
        /// Ten submits in 60 s were sent from this machine. Argument `seconds` until the next.
        TooManySubmits => "too-many-submits",
        /// 402. Arguments `needed`, `available`, `short`: seconds of video; `leads_to`: host of the link to more,
        /// where the service gave one (as with the other two refusals for want of seconds).
        NotEnoughSeconds => "not-enough-seconds",
        /// 402 without numbers that could be read.
        NotEnoughSecondsUnknown => "not-enough-seconds-unknown",
        /// 400. Argument `detail`: the service's own words.
        ServiceRefused => "service-refused",
        /// 403. Argument `detail`.
        Forbidden => "forbidden",
        /// 404.
        NotFound => "not-found",
        /// 413.
        TooLargeForService => "too-large-for-service",
        /// The plan has no source.
        NoSource => "no-source",
        /// The clip has a verdict of "refused".
        ClipRefused => "clip-refused",
        /// The clip is not among those that the person chose (any more).
        ClipGone => "clip-gone",
        /// The file vanished or changed between the choice and the upload.
        ClipChanged => "clip-changed",
        /// Not a link to one TikTok video.
        LinkNotTikTok => "link-not-tiktok",
        /// A profile, search or home page of TikTok: one video is needed.
        LinkNotOneVideo => "link-not-one-video",
        /// A link with a login, a port or a backslash in it.
        LinkSuspicious => "link-suspicious",
        /// An unusual host was not agreed to. Argument `host`.
        LinkHostUnusual => "link-host-unusual",
        /// Direction or hint over 5,000 characters. Arguments `field`, `over`.
        TextTooLong => "text-too-long",
        /// Direction or hint has a character that was lost on its way here (U+FFFD).
        TextDamaged => "text-damaged",
        /// The language is not among the service's.
        LanguageUnknown => "language-unknown",
        /// The review is unknown, was used, or the plan has changed since.
        ReviewVoid => "review-void",
        /// A paying call left and no answer came: it may have been taken.
        InDoubt => "in-doubt",
        /// It was stopped before the whole order had left: nothing was taken.
        NotSent => "not-sent",
        /// The person cancelled.
        Cancelled => "cancelled",
        /// The order, reel or transfer is not known here.
        Unknown => "unknown",
        /// A reel's folder can't be written. Arguments `folder`, `detail`.
        FolderUnwritable => "folder-unwritable",
        /// Not enough room on the disk. Arguments `needed`, `free`: megabytes.
        DiskFull => "disk-full",
        /// The file came cut off or was not a video.
        DownloadDamaged => "download-damaged",
        /// The journal could not be read or written. Argument `detail`.
        JournalFailed => "journal-failed",
        /// Riffs made no video because the balance ran out after the analysis.
        AutoGenerateNoBalance => "auto-generate-no-balance",
        /// The analysis ended, but no video was begun. Argument `detail`.
        AutoGenerateFailed => "auto-generate-failed",
        /// The template is not analysed, or was put away: no riff can be made from it.
        TemplateNotReady => "template-not-ready",
        /// A template could not be analysed anew. Argument `detail`.
        AnalysisFailed => "analysis-failed",
        /// A batch is made from a template alone.
        BatchNeedsTemplate => "batch-needs-template",
        /// A character has no avatar that passed review. Argument `name`.
        CharacterNotReady => "character-not-ready",
        /// A product needs a name.
        ProductNameMissing => "product-name-missing",
        /// A product needs a description.
        ProductDescriptionMissing => "product-description-missing",
        /// More than 8 images for a product. Argument `over`.
        TooManyImages => "too-many-images",
        /// An image needs a name. Argument `file`.
        ImageNameMissing => "image-name-missing",
        /// Two images of a product have the same name. Argument `name`.
        ImageNameTaken => "image-name-taken",
        /// An image id that the service keeps for itself. Argument `id`.
        ImageIdReserved => "image-id-reserved",
        /// Neither jpg, png nor webp, by its content. Argument `file`.
        ImageKindUnknown => "image-kind-unknown",
        /// An image over 50 MB. Arguments `file`, `megabytes`.
        ImageTooLarge => "image-too-large",
        /// Not a public http(s) address of an image.
        ImageUrlNotPublic => "image-url-not-public",
        /// A chosen file is gone, or changed since. Argument `file`.
        FileGone => "file-gone",
        /// A file that is neither a video nor an image, or one over its cap. Argument `file`.
        FileRefused => "file-refused",
        /// The new product of an order could not be written whole: the order has not left.
        ProductUnfinished => "product-unfinished",
        /// 429: the daily allowance is used up.
        DailyLimit => "daily-limit",
        /// 403: the service asks for a subscription.
        SubscriptionRequired => "subscription-required",
        /// A task that has ended, or is in its last step, can't be cancelled.
        CannotCancel => "cannot-cancel",
        /// Only what failed or died within 24 hours can be retried. Argument `detail`.
        CannotRetry => "cannot-retry",
        /// The review of a retry is unknown, was used, or the task has moved since.
        RetryVoid => "retry-void",
        /// A task failed, and the service speaks of its video engine. Argument `detail`.
        EngineFailed => "engine-failed",
        /// The day or moment of a filter can't be read. Argument `text`.
        DateUnreadable => "date-unreadable",
        /// This run has no Hubfluencer: nobody said where it is.
        HubAbsent => "hub-absent",
        /// Hubfluencer: nobody has given a token, or the service answers 401.
        TokenNeeded => "token-needed",
        /// Hubfluencer: what was pasted can't be a token.
        TokenUnusable => "token-unusable",
        /// Hubfluencer, 401: it does not know this token (any more).
        TokenRefused => "token-refused",
        /// Hubfluencer, 403: the token lacks a scope. Argument `scope`.
        ScopeMissing => "scope-missing",
        /// Hubfluencer, 402. Arguments `needed`, `available`, `short`: whole credits.
        NotEnoughCredits => "not-enough-credits",
        /// Hubfluencer, 429: the day's assists are used up. Arguments `cost`, `batch`.
        AssistsUsedUp => "assists-used-up",
        /// Hubfluencer, 409: it is being made already.
        AlreadyRunning => "already-running",
        /// Hubfluencer, 409: autopilot has the timeline.
        AutopilotActive => "autopilot-active",
        /// Hubfluencer, 409: a batch of scenes is being made.
        BatchActive => "batch-active",
        /// Hubfluencer, 409: not as it stands now, such as a carousel that has to be finished first.
        NotFinishedYet => "not-finished-yet",
        /// Hubfluencer: a carousel that is being made or is made takes no other brief. Argument `field`.
        CarouselLocked => "carousel-locked",
        /// Hubfluencer, 422: the words were refused. Argument `category`.
        PromptRejected => "prompt-rejected",
        /// Hubfluencer, 503: the words could not be screened. Nothing was charged.
        ScreeningDown => "screening-down",
        /// Hubfluencer, 422: no room. Arguments `limit`, `used`, `reserved`, `remaining`: megabytes.
        UploadQuota => "upload-quota",
        /// Hubfluencer, 422: a clip is not ready to be placed.
        FootageNotReady => "footage-not-ready",
        /// Hubfluencer, 422: the brief needs at least 10 characters.
        BriefTooShort => "brief-too-short",
        /// Hubfluencer, 422: not a number of scenes that it takes.
        SceneCountInvalid => "scene-count-invalid",
        /// Hubfluencer, 402: an account without credits may have 100 projects.
        ProjectLimit => "project-limit",
        /// Hubfluencer, 422: the product can't be at the end with this model.
        PlacementUnsupported => "placement-unsupported",
        /// A field that the service refuses, or would. Arguments `field`, `fault` (`too-short` with
        /// `least`, `too-long` with `most` and `over`, `missing`, `out-of-range` with `least` and
        /// `most`, `fixed`, else `no-such-value` or `refused` with `detail`).
        FieldInvalid => "field-invalid",
        /// A clip over 500 MB. Arguments `file`, `megabytes`.
        FootageTooLarge => "footage-too-large",
        /// A clip over 5 minutes. Arguments `file`, `seconds`.
        FootageTooLong => "footage-too-long",
        /// Neither mp4, mov, webm nor mkv by its content. Argument `file`.
        FootageKindUnknown => "footage-kind-unknown",
        /// Neither jpg nor png by its content. Argument `file`.
        HubImageKindUnknown => "hub-image-kind-unknown",
        /// An image over 20 MB. Arguments `file`, `megabytes`.
        HubImageTooLarge => "hub-image-too-large",
        /// Storage did not take a part. Argument `detail`.
        StorageRefused => "storage-refused",
        /// The service looked at a clip and can't use it. Argument `detail`.
        FootageFailed => "footage-failed",
        /// The review of a paid step is unknown, was used, or the project has changed since.
        StepVoid => "step-void",
        /// The very same step is under way already.
        StepUnderWay => "step-under-way",
        /// The yes goes over a limit of the person's own. Arguments `period` (`order`, `day`, `month`),
        /// `unit` (`seconds`, `credits`), `limit`, `would_be`.
        OverLimit => "over-limit",
        /// The saved files could not be moved to the system's trash. Argument `detail`.
        TrashFailed => "trash-failed",
        /// The batch is not among those that were shown for this order.
        NotACandidate => "not-a-candidate",
        /// The service knows nothing of an order's batch any more, in no list.
        OrderVanished => "order-vanished",
        /// The journal was written by a newer version of this program.
        JournalTooNew => "journal-too-new",
        /// The journal was damaged: it was set aside, and a new one begun. Argument `file`, its name now.
        JournalSetAside => "journal-set-aside",
        /// Something in this program went wrong. Argument `detail`.
        Internal => "internal",
    }
}
