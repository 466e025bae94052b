//! What the page asks of the core. One list, matched exhaustively by the shell, so that the two
//! sides can't drift apart.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    AssetId, ClipId, OrderId, Plan, Preferences, ReelView, Review, ReviewId, Snapshot, TransferId,
    VaultChoice,
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
}

macro_rules! requests {
    ($($(#[$meta:meta])* $name:ident $({ $($(#[$fmeta:meta])* $field:ident: $ty:ty),+ $(,)? })? -> $answer:ty;)+) => {
        /// Every request of the page.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "ask", rename_all = "snake_case")]
        pub enum Request {
            $($(#[$meta])* $name(ask::$name),)+
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
    /// Looks at an order's batch now instead of at its next turn (not sooner than 3 s after the last).
    LookNow { /** Which. */ order_id: OrderId } -> ();
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
    /// Reads the service's list of reels again.
    RefreshLibrary -> ();
    /// One reel, fresh.
    GetReel { /** Which. */ asset_id: AssetId } -> ReelView;
    /// Saves a reel to the chosen folder.
    SaveReel { /** Which. */ asset_id: AssetId } -> TransferId;
    /// Asks for a place by the system's dialog, and saves a reel there. `None`: the person cancelled.
    SaveReelAs { /** Which. */ asset_id: AssetId } -> Option<TransferId>;
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
