//! What the core tells its fronts.

use serde::{Deserialize, Serialize};

use crate::{
    ActivityEntry, AssetId, ClipId, ClipView, FileView, Language, LanguageView, Limits, OrderId,
    OrderView, Preferences, ProductView, ProductWorkView, ReelView, Refusal, ServerView,
    SessionState, SpendingView, TemplateView, TransferView, UploadView, VaultState,
};

/// Something changed. Each event carries the whole new view, so that a missed one does no harm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", content = "data", rename_all = "snake_case")]
pub enum Event {
    /// Sign-in moved.
    Session(SessionState),
    /// Secrets go elsewhere, or the person is to be asked.
    Vault(VaultState),
    /// Clips were chosen (dropped, browsed, given as arguments).
    ClipsAdded(Vec<ClipView>),
    /// A clip was judged again or its caps changed.
    ClipChanged(ClipView),
    /// A clip was taken away.
    ClipRemoved(ClipId),
    /// Files hang over the window: where, in physical pixels, or `None` when they left.
    DragOver(Option<(f64, f64)>),
    /// The service's languages or caps are known now.
    Service {
        /// Languages of videos.
        languages: Vec<LanguageView>,
        /// Caps.
        limits: Limits,
    },
    /// An order moved.
    Order(OrderView),
    /// A reel became known or changed.
    Reel(ReelView),
    /// A reel is in the library no longer: a newer result of its project took its place, or its project
    /// is gone. What was saved of it stays.
    ReelGone(AssetId),
    /// A reel became ready: worth a notification.
    ReelReady {
        /// The order.
        order_id: OrderId,
        /// The reel.
        asset_id: AssetId,
    },
    /// What was spent, or a limit, changed.
    Spending(SpendingView),
    /// A transfer moved: at most ten a second each.
    Transfer(TransferView),
    /// Files other than clips were chosen: images, reference material.
    FilesAdded(Vec<FileView>),
    /// A template changed: its new analysis moved.
    Template(TemplateView),
    /// A product was written, or an image of it.
    Product(ProductView),
    /// The writing of a product moved: at most ten times a second each.
    ProductWork(ProductWorkView),
    /// An uploading of reference material moved: at most ten times a second each.
    Upload(UploadView),
    /// The service did something that its contract does not say.
    Activity(ActivityEntry),
    /// Hubfluencer's part moved.
    Hub(Box<crate::HubEvent>),
    /// The settings changed.
    Preferences(Preferences),
    /// Something that nobody asked for just now went wrong.
    Trouble(Refusal),
}

/// All that a front needs to draw its first picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// This program's version.
    pub version: String,
    /// The system's language.
    pub system_language: Language,
    /// The server of this run.
    pub server: ServerView,
    /// Sign-in.
    pub session: SessionState,
    /// Where secrets go.
    pub vault: VaultState,
    /// The settings.
    pub preferences: Preferences,
    /// Where reels are saved, as the person reads it.
    pub reels_folder: String,
    /// Clips at hand.
    pub clips: Vec<ClipView>,
    /// Languages of videos; empty until the service answered.
    pub languages: Vec<LanguageView>,
    /// Caps.
    pub limits: Limits,
    /// Orders, newest first.
    pub orders: Vec<OrderView>,
    /// The newest known reels: the first page of the library as it is kept here.
    pub reels: Vec<ReelView>,
    /// What was spent on this machine, and the limits.
    #[serde(default)]
    pub spending: SpendingView,
    /// Transfers of this run, newest first.
    pub transfers: Vec<TransferView>,
    /// Writings of products that are not done, newest first.
    pub product_works: Vec<ProductWorkView>,
    /// What the service did that its contract does not say, newest first.
    pub activity: Vec<ActivityEntry>,
    /// Hubfluencer's part.
    pub hub: crate::HubSnapshot,
    /// Whether ffmpeg is on this machine (the sandbox renders with it).
    pub has_ffmpeg: bool,
}
