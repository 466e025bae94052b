//! The words that both sides of the window share: views, plans, events, requests and error codes.
//!
//! Only data: `serde` and nothing else, no I/O, and it builds for `wasm32`. The core fills these
//! types, the fronts show them. Sessions, device codes and presigned links have no field to travel
//! in; a token that a person types or is shown once travels as [`SecretText`], which can't be printed.

mod activity;
mod character;
mod clip;
mod direction;
mod event;
mod hub;
mod library;
mod order;
mod plan;
mod preferences;
mod product;
mod reel;
mod refusal;
mod request;
mod session;
mod spending;
mod task;
mod template;
mod transfer_order;
mod usage;

pub use activity::{ActivityEntry, Anomaly, ContractVersion};
pub use character::{CharacterStanding, CharacterSuggestion, CharacterView};
pub use clip::{
    ClipReport, ClipView, HARD_SIZE_CAP_BYTES, Limits, Reason, ReasonCode, SOFT_SIZE_CAP_BYTES,
    Verdict,
};
pub use direction::{
    AidQuery, Beat, DirectionAid, DirectionMode, DirectionReview, EmptyKind, EmptyWording,
    NameMatch, compose_direction,
};
pub use event::{Event, Snapshot};
pub use hub::{
    Assist, AssistAnswer, AssistsView, AutopilotStatus, AutopilotView, CarouselBrief,
    CarouselChange, CarouselStatus, CarouselView, CreditsView, EditorBrief, EditorChange,
    EditorView, FOOTAGE_CAP_BYTES, FOOTAGE_CAP_SECONDS, FieldFault, FitMode, FootageState,
    FootageView, HUB_IMAGE_CAP_BYTES, HubEvent, HubRequest, HubSession, HubSnapshot, HubToken,
    ImageRole, ImageUploadState, ImageUploadView, JobStatus, LogoChange, MULTIPART_FROM_BYTES,
    NewFootage, NewToken, ProjectKey, ProjectKind, ProjectMedia, ProjectNote, ProjectView,
    PurchaseState, PurchaseView, RenderView, Restyle, SAME_KEY_WITHIN_MILLIS, SceneOrigin,
    SceneStatus, SceneView, SecretText, ShortBrief, ShortStage, ShortView, SlideStatus, SlideView,
    SlideWords, Step, StepCaution, StepReview, StepScope, TokenMade, TokenSource, UploadMethod,
    check_scene_prompt, choices, hub_ask,
};
pub use library::{
    CreatedWindow, LibraryQuery, NewReference, REELS_PAGE, ReelPage, ReelSort, ReferenceView,
    UploadState, UploadView,
};
pub use order::{
    Candidate, DoubtSearch, OrderNote, OrderState, OrderView, SourceKind, SourceView, Stage,
    TaskKind, TaskStatus, TaskView,
};
pub use plan::{
    Caution, ChosenCharacter, ChosenProduct, LanguageView, OrderWay, Plan, PlanProduct, Review,
    Source, TEXT_CAP_CHARS, Visibility, text_length,
};
pub use preferences::{Language, Preferences, ServerChoice, Theme, VaultChoice};
pub use product::{
    ContentPolicy, DropTarget, FileKind, FileView, IMAGE_CAP_BYTES, IMAGES_PER_PRODUCT,
    ImageSource, ImageWorkState, ImageWorkView, NewImage, NewProduct, ProductImageView,
    ProductView, ProductWorkView, WorkState,
};
pub use reel::{ReelForm, ReelView, SavedFile, TransferPriority, TransferState, TransferView};
pub use refusal::{Arg, Args, Code, NextStep, Refusal};
pub use request::{Ask, Media, Request, ask};
pub use session::{ServerView, Service, SessionState, SignInEnd, VaultState};
pub use spending::{OverLimit, SpendLimits, SpendPeriod, SpendReview, Spending, SpendingView};
pub use task::{
    FixableCause, Recap, RetryReview, Rewrite, TASKS_PAGE, TaskDetail, TaskPage, TaskQuery,
    TaskStats,
};
pub use template::{
    Extraction, OnScreen, RefreshView, SpeechMode, SpokenLine, TEMPLATES_PAGE, TemplateDetail,
    TemplatePage, TemplateQuery, TemplateSort, TemplateStatus, TemplateView,
};
pub use transfer_order::TransferStanding;
pub use usage::{
    Allowance, BalanceBatch, DayOfUse, MemberView, PlanOffer, PlanStanding, TeamView, UsagePart,
    UsagePeriod, UsageView,
};

/// Milliseconds since the Unix epoch, UTC.
pub type Millis = i64;

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(value: &str) -> Self {
                Self(value.to_owned())
            }
        }
    };
}

id!(/** A clip that the person chose. Stands for a path that the page never sees. */ ClipId);
id!(/** An order of ours, known from before its first byte left. */ OrderId);
id!(/** A reviewed plan, good for one submit of exactly what was shown. */ ReviewId);
id!(/** A task of the service (`TaskOut.id`). */ TaskId);
id!(/** A finished reel of the service (`AssetOut.id`). */ AssetId);
id!(/** A template of the service (`FormulaOut.id`). */ TemplateId);
id!(/** A character of the service (`CharacterOut.id`). */ CharacterId);
id!(/** A product of the service (`ProductOut.id`). */ ProductId);
id!(/** An image of a product (`ProductImageOut.id`). */ ProductImageId);
id!(/** A file other than a clip that the person chose. Stands for a path that the page never sees. */ FileId);
id!(/** One writing of a product and its images. */ ProductWorkId);
id!(/** One uploading of reference material. */ UploadId);
id!(/** A reviewed retry, good for one. */ RetryId);
id!(/** One saving of one reel to disk. */ TransferId);
id!(/** A reviewed step that costs credits, good for one. */ StepReviewId);
id!(/** A step that the person said yes to, known from before it left. */ PurchaseId);
id!(/** A clip on its way to an ad, known from before its first byte left. */ FootageId);
