//! What the core tells of Hubfluencer.

use serde::{Deserialize, Serialize};

use super::{
    AssistsView, CreditsView, FootageView, HubSession, ImageUploadView, ProjectKey, ProjectView,
    PurchaseView,
};
use crate::ServerView;

/// Something changed. Each event carries the whole new view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "hub", content = "data", rename_all = "snake_case")]
pub enum HubEvent {
    /// Sign-in moved.
    Session(HubSession),
    /// The balance was heard.
    Credits(CreditsView),
    /// The assists were heard.
    Assists(AssistsView),
    /// A project became known or changed.
    Project(ProjectView),
    /// A project was deleted.
    ProjectGone(ProjectKey),
    /// A project is finished: worth a notification.
    ProjectReady(ProjectKey),
    /// A paid step moved.
    Purchase(PurchaseView),
    /// A clip moved: at most ten times a second each.
    Footage(FootageView),
    /// An image moved: at most ten times a second each.
    Image(ImageUploadView),
}

/// All that a front needs to draw Hubfluencer's pages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HubSnapshot {
    /// Its server of this run. None: there is none (a sandbox of only Riffkit).
    pub server: Option<ServerView>,
    /// Sign-in.
    pub session: HubSession,
    /// Whether the embedded sandbox has a token ready.
    pub sandbox_token_ready: bool,
    /// The balance, once heard.
    pub credits: Option<CreditsView>,
    /// The assists, once heard.
    pub assists: Option<AssistsView>,
    /// Known projects, the last changed first.
    pub projects: Vec<ProjectView>,
    /// Paid steps of the last days, newest first.
    pub purchases: Vec<PurchaseView>,
}
