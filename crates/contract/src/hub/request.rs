//! What the page asks of Hubfluencer's part of the core.

use serde::{Deserialize, Serialize};

use super::{
    Assist, AssistsView, CarouselBrief, CarouselChange, CarouselView, CreditsView, EditorBrief,
    EditorChange, EditorView, FootageView, HubToken, ImageRole, LogoChange, NewFootage, NewToken,
    ProjectKey, ProjectView, Restyle, SecretText, ShortBrief, ShortView, SlideWords, Step,
    StepReview, TokenMade,
};
use crate::{Ask, AssetId, FileId, FootageId, PurchaseId, Request, StepReviewId, TransferId};

macro_rules! hub_requests {
    ($($(#[$meta:meta])* $name:ident $({ $($(#[$fmeta:meta])* $field:ident: $ty:ty),+ $(,)? })? -> $answer:ty;)+) => {
        /// Every request of the page about Hubfluencer.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "hub", rename_all = "snake_case")]
        pub enum HubRequest {
            $($(#[$meta])* $name(hub_ask::$name),)+
        }

        /// The requests, each a type of its own that knows its answer.
        pub mod hub_ask {
            use super::*;
            $(
                $(#[$meta])*
                #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
                pub struct $name { $($($(#[$fmeta])* pub $field: $ty,)+)? }

                impl From<$name> for Request {
                    fn from(value: $name) -> Self {
                        Self::Hub(Box::new(HubRequest::$name(value)))
                    }
                }

                impl Ask for $name {
                    type Answer = $answer;
                }
            )+
        }
    };
}

hub_requests! {
    /// Tries a token by one read, and keeps it where it is good.
    SignInWithToken { /** As pasted. */ token: SecretText } -> ();
    /// Signs in with the token that the embedded sandbox has ready.
    UseSandboxToken -> ();
    /// Forgets the token.
    SignOutHub -> ();
    /// Opens the service's own site, where tokens are made and credits bought.
    OpenHubfluencer -> ();
    /// The account's tokens. Needs `account:admin`.
    ListTokens -> Vec<HubToken>;
    /// Makes a token. Its secret is in the answer, this once.
    CreateToken { /** What. */ token: NewToken } -> TokenMade;
    /// Revokes a token.
    RevokeToken { /** Which. */ token_id: String } -> ();
    /// The balance, fresh.
    GetCredits -> CreditsView;
    /// The assists, fresh.
    GetAssists -> AssistsView;
    /// Restates a step that costs credits.
    ReviewStep { /** Which. */ step: Step } -> StepReview;
    /// The one yes. Takes exactly the reviewed step.
    TakeStep { /** From the review. */ step_review_id: StepReviewId } -> PurchaseId;
    /// The person says that a step in doubt was not taken.
    GiveUpStep { /** Which. */ purchase_id: PurchaseId } -> ();
    /// Asks now for a lost answer instead of at its turn, with the same key.
    AskStepAgain { /** Which. */ purchase_id: PurchaseId } -> ();
    /// Takes an ended step off the lists.
    HideStep { /** Which. */ purchase_id: PurchaseId } -> ();
    /// Takes a step that costs one assist.
    RunAssist { /** Which. */ assist: Assist } -> AssistAnswer;
    /// A project, fresh.
    GetProject { /** Which. */ project: ProjectKey } -> ProjectView;
    /// Known projects, the last changed first. Carousels are asked of the service; it lists nothing else.
    ListProjects -> Vec<ProjectView>;
    /// Takes up a project that was made elsewhere.
    AdoptProject { /** Which. */ project: ProjectKey } -> ProjectView;
    /// Takes a project off the lists here. A carousel is deleted at the service; what is saved stays.
    RemoveProject { /** Which. */ project: ProjectKey } -> ();
    /// Looks at a project now, and watches it at full pace again.
    LookAtProject { /** Which. */ project: ProjectKey } -> ();
    /// Creates a short.
    CreateShort { /** What. */ brief: ShortBrief } -> ShortView;
    /// Changes a short.
    EditShort { /** Which. */ slug: String, /** All of it. */ brief: ShortBrief } -> ShortView;
    /// Creates a carousel.
    CreateCarousel { /** What. */ brief: CarouselBrief } -> CarouselView;
    /// Changes a carousel.
    EditCarousel { /** Which. */ slug: String, /** What. */ change: CarouselChange } -> CarouselView;
    /// Changes a slide's words. Free.
    EditSlide { /** Which. */ slug: String, /** The slide. */ position: u32, /** The words. */ words: SlideWords } -> CarouselView;
    /// Gives a finished carousel another look. Free.
    RestyleCarousel { /** Which. */ slug: String, /** The look. */ restyle: Restyle } -> CarouselView;
    /// Creates an ad.
    CreateEditor { /** What. */ brief: EditorBrief } -> EditorView;
    /// Changes an ad.
    EditEditor { /** Which. */ slug: String, /** What. */ change: EditorChange } -> EditorView;
    /// Changes the scenario (1 to 50,000 characters).
    EditScenario { /** Which. */ slug: String, /** The words. */ scenario_prompt: String } -> EditorView;
    /// Makes scenes of the scenario.
    ApplyScenario { /** Which. */ slug: String, /** 0, 3, 5, 7 or 10. */ segments_count: u32 } -> EditorView;
    /// Adds a scene at the end.
    AddScene { /** The ad. */ slug: String, /** 1 to 2,000 characters. */ prompt: String } -> EditorView;
    /// Changes a scene's prompt.
    EditScene { /** The ad. */ slug: String, /** The scene. */ scene_id: String, /** 1 to 2,000 characters. */ prompt: String } -> EditorView;
    /// Deletes a scene.
    DeleteScene { /** The ad. */ slug: String, /** The scene. */ scene_id: String } -> EditorView;
    /// Puts the scenes in this order.
    ReorderScenes { /** The ad. */ slug: String, /** All of them. */ order: Vec<String> } -> EditorView;
    /// Adds an uploaded clip as a new scene.
    PlaceFootage { /** The ad. */ slug: String, /** The clip. */ upload_id: String } -> EditorView;
    /// Shows an uploaded clip in a scene.
    UseFootage { /** The ad. */ slug: String, /** The scene. */ scene_id: String, /** The clip. */ upload_id: String } -> EditorView;
    /// Shows another scene's finished video in a scene.
    UseScene { /** The ad. */ slug: String, /** The scene. */ scene_id: String, /** The other. */ source_segment_id: String } -> EditorView;
    /// Where the product is seen in every scene that is not made yet.
    PlaceProduct { /** The ad. */ slug: String, /** `throughout` or `end`. */ placement: String } -> EditorView;
    /// How the logo stands.
    PlaceLogo { /** The ad. */ slug: String, /** How. */ change: LogoChange } -> EditorView;
    /// Uploads an image to a project. Told by events; answers when the project has it.
    SetImage { /** The project. */ project: ProjectKey, /** What for. */ role: ImageRole, /** A file that the person chose. */ file_id: FileId, /** What it shows: at most 500 characters. */ description: String } -> ProjectView;
    /// Uploads a clip to an ad. Told by events.
    UploadFootage { /** What. */ footage: NewFootage } -> FootageId;
    /// Pauses an upload after the parts under way.
    PauseFootage { /** Which. */ footage_id: FootageId } -> ();
    /// Goes on with an upload. What storage has acknowledged is not sent again.
    ResumeFootage { /** Which. */ footage_id: FootageId } -> ();
    /// Gives an upload up: storage keeps nothing of it.
    CancelFootage { /** Which. */ footage_id: FootageId } -> ();
    /// The clips of an ad, fresh.
    ListFootage { /** The ad. */ slug: String } -> Vec<FootageView>;
    /// Saves a finished project into the reels' folder: the video, or all slides.
    SaveProject { /** Which. */ project: ProjectKey } -> TransferId;
    /// The library's entry of a finished project.
    GetProjectAsset { /** Which. */ project: ProjectKey } -> Option<AssetId>;
}

/// What an assist wrote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AssistAnswer {
    /// The project after it.
    pub project: ProjectView,
    /// What it suggests, where that is not part of the project: a next scene, a music prompt.
    pub suggestion: Option<String>,
    /// What is left, where the service said it.
    pub assists: Option<AssistsView>,
}
