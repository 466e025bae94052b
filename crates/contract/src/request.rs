//! What the page asks of the core. One list, matched exhaustively by the shell, so that the two
//! sides can't drift apart.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    ActivityEntry, AidQuery, AssetId, CharacterId, CharacterSuggestion, CharacterView, ClipId,
    ContractVersion, DirectionAid, DirectionMode, DirectionReview, DropTarget, FileId,
    LibraryQuery, NewImage, NewProduct, NewReference, OrderId, OverLimit, Plan, PlanOffer,
    Preferences, ProductId, ProductImageId, ProductView, ProductWorkId, Recap, ReelPage, ReelView,
    ReferenceView, RetryId, RetryReview, Review, ReviewId, Service, Snapshot, SpendLimits,
    SpendReview, SpendingView, TaskDetail, TaskId, TaskPage, TaskQuery, TaskStats, TeamView,
    TemplateDetail, TemplateId, TemplatePage, TemplateQuery, TransferId, UploadId, UsagePeriod,
    UsageView, VaultChoice,
};

/// A request with its answer's type.
pub trait Ask: Into<Request> {
    /// What the core answers.
    type Answer: Serialize + DeserializeOwned + 'static;
}

/// Something that can be played or shown in the page, through the shell's loopback listener.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "media", content = "id", rename_all = "snake_case")]
pub enum Media {
    /// A chosen clip.
    Clip(ClipId),
    /// A reel: the saved file where there is one, else the service's.
    Reel(AssetId),
    /// A reel's picture.
    Picture(AssetId),
    /// The raw version of a reel, before its post-processing.
    RawReel(AssetId),
    /// A template's picture.
    TemplatePicture(TemplateId),
    /// A character's picture.
    CharacterPicture(CharacterId),
    /// An image of a product.
    ProductImage(ProductId, ProductImageId),
    /// A chosen file.
    File(FileId),
    /// Something of a project of Hubfluencer.
    Project(crate::ProjectKey, crate::ProjectMedia),
}

macro_rules! requests {
    ($($(#[$meta:meta])* $name:ident $({ $($(#[$fmeta:meta])* $field:ident: $ty:ty),+ $(,)? })? -> $answer:ty;)+) => {
        /// Every request of the page.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "ask", rename_all = "snake_case")]
        pub enum Request {
            $($(#[$meta])* $name(ask::$name),)+
            /// About Hubfluencer.
            Hub(Box<crate::HubRequest>),
        }

        /// The requests, each a type of its own that knows its answer.
        pub mod ask {
            use super::*;
            $(
                $(#[$meta])*
                #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
                pub struct $name { $($($(#[$fmeta])* pub $field: $ty,)+)? }

                impl From<$name> for Request {
                    fn from(value: $name) -> Self {
                        Self::$name(value)
                    }
                }

                impl Ask for $name {
                    type Answer = $answer;
                }
            )+
        }
    };
}

requests! {
    /// All there is to draw.
    GetSnapshot -> Snapshot;
    /// Opens the system's file dialog for clips. The chosen ones come as an event.
    BrowseClips -> ();
    /// Takes a clip off the page. The file stays.
    RemoveClip { /** Which. */ clip_id: ClipId } -> ();
    /// Looks at a link without asking any network: the trimmed link, or why not.
    CheckLink { /** As pasted. */ url: String } -> String;
    /// Restates a plan for the confirm step.
    ReviewPlan { /** The plan. */ plan: Plan } -> Review;
    /// The one yes. Sends exactly the reviewed plan.
    Submit { /** From the review. */ review_id: ReviewId } -> OrderId;
    /// Stops an upload under way.
    CancelSending { /** Which. */ order_id: OrderId } -> ();
    /// The person says that an order in doubt was not taken.
    GiveUp { /** Which. */ order_id: OrderId } -> ();
    /// The person says that an order in doubt is this batch of the service, of those that were shown.
    AdoptBatch { /** Which. */ order_id: OrderId, /** The batch. */ batch_id: String } -> ();
    /// The plan of an order, to give it again after it came to nothing.
    GetPlanOfOrder { /** Which. */ order_id: OrderId } -> Plan;
    /// What was spent on this machine, and the limits.
    GetSpending -> SpendingView;
    /// Changes the limits of a service, for every front of this machine.
    SetSpendLimits { /** Whose. */ service: Service, /** All of them. */ limits: SpendLimits } -> SpendingView;
    /// The extra yes: what was shown may go over these limits, by no more than what was shown.
    AllowOverLimit { /** What was shown. */ review: SpendReview, /** As it was shown. */ over: Vec<OverLimit> } -> ();
    /// Looks at an order's batch now instead of at its next turn (not sooner than 3 s after the last).
    /// One in doubt is looked for.
    LookNow { /** Which. */ order_id: OrderId } -> ();
    /// Goes on with an order whose new product could not be written whole.
    ResumeOrder { /** Which. */ order_id: OrderId } -> ();
    /// Takes an ended order off the queue. Reels stay.
    HideOrder { /** Which. */ order_id: OrderId } -> ();
    /// Opens the service's top-up link of a refusal, unaltered.
    OpenTopUp { /** Which. */ order_id: OrderId } -> ();
    /// Starts a sign-in and opens the browser.
    SignIn -> ();
    /// Stops a sign-in under way.
    CancelSignIn -> ();
    /// Opens the approval page again.
    OpenSignInLink -> ();
    /// Copies the approval page's link.
    CopySignInLink -> ();
    /// Forgets the session.
    SignOut -> ();
    /// Says where the session is kept when there is no keychain.
    ChooseVault { /** Where. */ choice: VaultChoice } -> ();
    /// A page of the service's templates.
    ListTemplates { /** Which. */ query: TemplateQuery } -> TemplatePage;
    /// A template with what was extracted from its source.
    GetTemplate { /** Which. */ template_id: TemplateId } -> TemplateDetail;
    /// Has a stale template analysed again. Its task is followed by events.
    RefreshTemplate { /** Which. */ template_id: TemplateId } -> TaskId;
    /// The service's characters.
    ListCharacters -> Vec<CharacterView>;
    /// Characters that fit what the person typed, the best first.
    SuggestCharacters { /** Persona, gender, age: the person's own words. */ words: String } -> Vec<CharacterSuggestion>;
    /// The service's products.
    ListProducts -> Vec<ProductView>;
    /// Writes a new product, then its images, one after another. Told by events.
    CreateProduct { /** The product. */ product: NewProduct } -> ProductWorkId;
    /// Adds images to a product, one after another. Told by events.
    AddProductImages { /** Which. */ product_id: ProductId, /** The images. */ images: Vec<NewImage> } -> ProductWorkId;
    /// Pauses a writing after or within its image.
    PauseProductWork { /** Which. */ work_id: ProductWorkId } -> ();
    /// Goes on with a writing. What was sent is not sent again.
    ResumeProductWork { /** Which. */ work_id: ProductWorkId } -> ();
    /// Gives up what is left of a writing. What was written stays.
    CancelProductWork { /** Which. */ work_id: ProductWorkId } -> ();
    /// Checks a product before it is staged or written, without asking any network.
    CheckProduct { /** The product. */ product: NewProduct } -> ();
    /// Opens the system's file dialog for images or reference material. The chosen ones come as an event.
    BrowseFiles -> ();
    /// Says what becomes of videos that are dropped from now on.
    SetDropTarget { /** What. */ target: DropTarget } -> ();
    /// Takes a chosen file off the page. The file stays.
    RemoveFile { /** Which. */ file_id: FileId } -> ();
    /// What can be put into the three parts of a creative direction.
    GetDirectionAid { /** What it draws on. */ query: AidQuery } -> DirectionAid;
    /// What a creative direction says and lacks. Asks no network.
    ReviewDirection { /** The text. */ text: String, /** Where the product is. */ mode: DirectionMode, /** Names of the product's images. */ image_names: Vec<String> } -> DirectionReview;
    /// A page of the service's tasks.
    ListTasks { /** Which. */ query: TaskQuery } -> TaskPage;
    /// Counts for the badges. Of the query, the days and the submitter count.
    GetTaskStats { /** Which. */ query: TaskQuery } -> TaskStats;
    /// One task, fresh.
    GetTask { /** Which. */ task_id: TaskId } -> TaskDetail;
    /// What the engine extracted and rewrote for a task.
    GetRecap { /** Which. */ task_id: TaskId } -> Recap;
    /// Cancels a task. What was rendered is charged.
    CancelTask { /** Which. */ task_id: TaskId } -> TaskDetail;
    /// Says what a retry of a task means, before the yes.
    ReviewRetry { /** Which. */ task_id: TaskId } -> RetryReview;
    /// The yes to a retry: retries exactly the reviewed task, once.
    RetryTask { /** From the review. */ retry_id: RetryId } -> TaskDetail;
    /// Opens the service's top-up link of a refused retry, unaltered.
    OpenRetryTopUp { /** Which. */ retry_id: RetryId } -> ();
    /// A page of the library.
    ListReels { /** Which. */ query: LibraryQuery } -> ReelPage;
    /// The plan of a finished reel, to riff it again.
    GetPlanOfReel { /** Which. */ asset_id: AssetId } -> Plan;
    /// Reference material that the service has.
    ListReferences { /** Pages, the first is 1. */ page: u32 } -> Vec<ReferenceView>;
    /// Uploads reference material. Told by events.
    UploadReference { /** What. */ reference: NewReference } -> UploadId;
    /// Stops an uploading.
    CancelUpload { /** Which. */ upload_id: UploadId } -> ();
    /// What is left and what was used.
    GetUsage { /** Of which period. */ period: UsagePeriod } -> UsageView;
    /// The plans that can be had.
    ListPlans -> Vec<PlanOffer>;
    /// The team.
    GetTeam -> TeamView;
    /// What the service did that its contract does not say, newest first.
    ListActivity -> Vec<ActivityEntry>;
    /// Forgets that list.
    ClearActivity -> ();
    /// The contract version of this build and the service's, which is asked at most once a day.
    GetContractVersion -> ContractVersion;
    /// Opens the service's own site in the browser.
    OpenService -> ();
    /// Reads the service's list of reels again.
    RefreshLibrary -> ();
    /// One reel, fresh.
    GetReel { /** Which. */ asset_id: AssetId } -> ReelView;
    /// Saves a reel to the chosen folder.
    SaveReel { /** Which. */ asset_id: AssetId } -> TransferId;
    /// Asks for a place by the system's dialog, and saves a reel there. `None`: the person cancelled.
    SaveReelAs { /** Which. */ asset_id: AssetId } -> Option<TransferId>;
    /// Stops a transfer where it is. What is there is kept.
    PauseTransfer { /** Which. */ transfer_id: TransferId } -> ();
    /// Goes on with a paused transfer, or tries now one that waits for the network.
    ResumeTransfer { /** Which. */ transfer_id: TransferId } -> ();
    /// Puts a transfer before all others that wait.
    PutTransferFirst { /** Which. */ transfer_id: TransferId } -> ();
    /// Moves the saved files of a reel to the system's trash. The reel stays in the library.
    TrashReel { /** Which. */ asset_id: AssetId } -> ();
    /// Stops a transfer and cleans up after it.
    CancelTransfer { /** Which. */ transfer_id: TransferId } -> ();
    /// Shows a saved reel in the system's file browser.
    ShowInFolder { /** Which. */ asset_id: AssetId } -> ();
    /// Opens a saved reel or a chosen clip in the system's player.
    OpenInPlayer { /** Which. */ media: Media } -> ();
    /// A loopback link, good for this run, that plays or shows something in the page.
    GetMediaUrl { /** What. */ media: Media } -> String;
    /// Puts words on the clipboard.
    CopyText { /** The words. */ text: String } -> ();
    /// Changes the settings.
    SetPreferences { /** All of them. */ preferences: Preferences } -> Preferences;
    /// Asks for the reels' folder by the system's dialog. `None`: the person cancelled.
    ChooseReelsFolder -> Option<String>;
    /// Changes between sandbox and live: starts the program again on the other.
    SwitchServer { /** Which. */ server: crate::ServerChoice } -> ();
    /// A report about this program, with no secrets in it.
    GetDiagnostics -> String;
}
