//! The named points at which the sandbox can be told to misbehave.

mod armed;
mod distortion;
mod endpoint;
mod names;

pub use armed::Faults;
pub use distortion::Distortion;
pub use endpoint::{Endpoint, UnknownEndpoint};
pub use names::UnknownFault;

/// One way to misbehave. Each is spent once per arming, unless its line says otherwise.
///
/// On the command line a fault is its name in kebab case, with `=value` where it has one and
/// `*count` to arm it several times, `*always` until it is disarmed: `riff-429`,
/// `slow-download=65536`, `dead-task*2`, `answer=500:GET:/api/tasks*always`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// `riff-429`: the next riff is refused with 429 and `Retry-After`, before it is read.
    Riff429,
    /// `riff-402`: the next riff is refused with 402 whatever the balance is.
    Riff402,
    /// `riff-403`: the next riff is refused with 403 `subscription_required`.
    Riff403,
    /// `riff-500-before`: the next riff is answered with 500 and **not** accepted.
    Riff500Before,
    /// `riff-500-after`: the next riff is accepted, and answered with 500.
    Riff500After,
    /// `lose-riff-answer`: the next riff is accepted; the connection drops without an answer.
    LoseRiffAnswer,
    /// `lose-riff`: the next riff is read whole, not accepted, and dropped without an answer.
    LoseRiff,
    /// `cut-upload=BYTES`: the connection drops after this many bytes of the next video.
    CutUpload(u64),
    /// `hold-riff-body`: the next video's bytes are left unread until [`Faults::release`].
    HoldRiffBody,
    /// `hold-riff-answer`: the next riff is accepted; its answer waits for [`Faults::release`].
    HoldRiffAnswer,
    /// `fail-analysis`: the next analysis to start ends `failed`.
    FailAnalysis,
    /// `fail-task`: the next generation task to start ends `failed`.
    FailTask,
    /// `fail-task-thrice`: the next generation task to start ends `failed`, and so do its next two
    /// retries (contract: an anomaly to flag).
    FailTaskThrice,
    /// `fail-task-late`: the next generation task to start ends `failed` after its video was
    /// rendered, which is charged all the same (contract: a later-stage failure).
    FailTaskLate,
    /// `fail-seedance`: the next generation task to start ends `failed` with an error that
    /// mentions Seedance (contract: a proxy or API failure).
    FailSeedance,
    /// `fail-product-image`: the next generation task to start ends `failed` because of a product
    /// image that could not be used, which a person can put right.
    FailProductImage,
    /// `fail-stale-template`: the next generation task to start ends `failed` because its
    /// template's analysis is stale; a retry is refused with 400 until it is refreshed.
    FailStaleTemplate,
    /// `dead-task`: the next generation task to start ends `dead`.
    DeadTask,
    /// `auto-generate-no-balance`: the next analysis completes with
    /// `result.auto_generate_error` and chains no generation.
    AutoGenerateNoBalance,
    /// `unknown-status`: batch answers show the status `paused` and unknown fields, once.
    UnknownStatus,
    /// `batch-unavailable=N`: the next N batch polls are answered with 503.
    BatchUnavailable(u32),
    /// `batch-429=SECONDS`: the next batch poll is answered with 429 and this `Retry-After`.
    Batch429(u64),
    /// `cut-poll`: the next batch poll's connection drops without an answer.
    CutPoll,
    /// `slow-download=BYTES_PER_SECOND`: every download is throttled, until cleared.
    SlowDownload(u64),
    /// `cut-download=BYTES`: the next download's connection drops after this many bytes.
    CutDownload(u64),
    /// `lying-length`: the next download announces more bytes than it sends, then ends.
    LyingLength,
    /// `no-length`: the next download announces no length (chunked).
    NoLength,
    /// `ignore-range`: the next ranged download is answered with 200 and the whole file.
    IgnoreRange,
    /// `expired-link`: the next signed link is already expired when it is handed out.
    ExpiredLink,
    /// `huge-asset=BYTES`: every reel downloads as a playable MP4 of this size, filled up as it
    /// is sent and stored nowhere, until cleared.
    HugeAsset(u64),
    /// `html-instead-of-json`: the next API call is answered with 200 and an HTML page.
    HtmlInsteadOfJson,
    /// `session-401`: at the next call that needs one, all sessions become invalid.
    Session401,
    /// `device-denied`: the next poll of a sign-in finds it denied.
    DeviceDenied,
    /// `device-expired`: the next poll of a sign-in finds it expired.
    DeviceExpired,
    /// `device-429`: the next poll of a sign-in is answered with 429.
    Device429,
    /// `device-proxy-403`: the next poll of a sign-in is answered with 403 and an HTML page.
    DeviceProxy403,
    /// `device-interval=SECONDS`: the next pending answer carries this new interval.
    DeviceInterval(u64),
    /// `answer=STATUS:ENDPOINT`: the next call of this endpoint is answered with this status
    /// instead of being handled; 418 comes with a detail that the contract doesn't know.
    Answer(u16, Endpoint),
    /// `hold=ENDPOINT`: the next call of this endpoint waits for [`Faults::release`] before it is
    /// handled.
    Hold(Endpoint),
    /// `hold-answer=ENDPOINT`: the next call of this endpoint is handled; its answer waits for
    /// [`Faults::release`].
    HoldAnswer(Endpoint),
    /// `cut=ENDPOINT`: the connection of the next call of this endpoint drops before it is
    /// handled, without an answer.
    Cut(Endpoint),
    /// `lose-answer=ENDPOINT`: the next call of this endpoint is handled; the connection drops
    /// without an answer.
    LoseAnswer(Endpoint),
    /// `bare-429=ENDPOINT`: the next call of this endpoint is refused with 429 and no
    /// `Retry-After`.
    Bare429(Endpoint),
    /// `answer-body=DISTORTION:ENDPOINT`: the next call of this endpoint is handled, and what its
    /// good answer says is distorted (see [`Distortion`]).
    AnswerBody(Distortion, Endpoint),
    /// `clock-skew=SECONDS`: the service's own clock, with its `Date` and all the times that it
    /// tells and reckons with, is ahead by so much (behind where negative), until cleared.
    ClockSkew(i64),
    /// `batch-vanishes`: no batch is known to Riffkit (404), and no list has a task of one, until
    /// cleared. What they make is made all the same.
    BatchVanishes,
    /// `task-backwards=N`: the next N looks at a batch or a project show what has ended as being
    /// under way again, with less progress than before. Looks at which nothing has ended or moved
    /// yet don't count.
    TaskBackwards(u32),
    /// `balance-leak=PERCENT`: at the next look at the balance this share of it is gone, without
    /// any task that would explain it.
    BalanceLeak(u64),
    /// `internal-field`: the next answer with templates carries what customers never see: a
    /// filled `analysis_card`, `hook_type` and `cta_type`.
    InternalField,
    /// `product-image-500=N`: the next image that would be a product's N-th is answered with 500
    /// and **not** kept.
    ProductImage500(u64),
    /// `lose-product-answer`: the next product is created; the connection drops without an answer.
    LoseProductAnswer,
    /// `lose-image-answer`: the next image of a product is kept; the connection drops without an
    /// answer.
    LoseImageAnswer,
    /// `hub-402`: Hubfluencer's next call that costs credits is refused with 402
    /// `credits_insufficient`, whatever the balance is.
    Hub402,
    /// `hub-401`: Hubfluencer's next call is refused with 401, whatever its token is.
    Hub401,
    /// `hub-429=SECONDS`: Hubfluencer's next call that has a rate limit is refused with 429 and
    /// this `Retry-After`.
    Hub429(u64),
    /// `assist-quota`: the next AI assist is refused with 429 `ai_assist_quota_exceeded`, and none
    /// is left for that day.
    AssistQuota,
    /// `prompt-rejected=CATEGORY`: the next prompt to be screened is rejected for this category.
    PromptRejected(String),
    /// `compliance-unavailable`: the next screening of a prompt is out of order (503).
    ComplianceUnavailable,
    /// `expired-result`: the next result's address is already expired when it is handed out.
    ExpiredResult,
    /// `fail-slider`: the next carousel to be generated ends `failed`; its credits come back.
    FailSlider,
    /// `fail-slide=POSITION`: in the next carousel to be rendered this slide ends `failed`, and so
    /// does the carousel.
    FailSlide(u32),
    /// `fail-short`: the next short to be generated ends `failed`; its credits come back.
    FailShort,
    /// `fail-scene`: the next scene to be generated ends `failed`; its credits come back.
    FailScene,
    /// `fail-render`: the next render of an editor project to be cut ends `failed`; the scenes that
    /// were generated for it stay.
    FailRender,
    /// `fail-autopilot`: the next autopilot run ends `failed` half way; what it had not spent yet
    /// comes back.
    FailAutopilot,
    /// `no-last-frame-model`: the next product placement at the `end` is refused, as no model is
    /// there that takes a first and a last frame.
    NoLastFrameModel,
    /// `part-expired`: the address of the next PUT to the object storage turns out to be expired.
    PartExpired,
    /// `part-500`: the next PUT to the object storage is answered with 500 and **not** kept.
    Part500,
    /// `cut-part=BYTES`: the connection of the next PUT to the object storage drops after this
    /// many bytes; nothing is kept.
    CutPart(u64),
    /// `lose-part-answer`: the next PUT to the object storage is kept; the connection drops without
    /// an answer.
    LosePartAnswer,
    /// `slow-storage=BYTES_PER_SECOND`: every PUT to the object storage is throttled, until
    /// cleared.
    SlowStorage(u64),
    /// `complete-error`: the object storage answers the next completion of a multipart upload
    /// with an error; the upload stays as it was.
    CompleteError,
    /// `object-expired`: the address of the next GET of an object turns out to be expired.
    ObjectExpired,
    /// `fail-upload`: the next uploaded video to be processed ends `failed`.
    FailUpload,
}

impl Fault {
    /// How often it strikes for one arming.
    fn strikes(&self) -> u32 {
        match self {
            Self::SlowDownload(_)
            | Self::HugeAsset(_)
            | Self::SlowStorage(_)
            | Self::ClockSkew(_)
            | Self::BatchVanishes => u32::MAX,
            Self::BatchUnavailable(times) | Self::TaskBackwards(times) => *times,
            _ => 1,
        }
    }
}
