//! A short word over the page that goes away by itself.

use contract::{AssetId, ProjectKey, Refusal};

/// How a toast looks and how long it stays.
#[derive(Clone, Debug, PartialEq)]
pub enum ToastKind {
    /// Something was done.
    Done,
    /// A reel is ready. Offers to show it.
    ReelReady(AssetId),
    /// A short, a carousel or an ad is ready. Offers to show it.
    ProjectReady(ProjectKey),
    /// The service did something unusual. Offers to see it.
    Noticed,
    /// Something went wrong. Stays until it is dismissed, and offers the refusal's next step.
    Trouble(Refusal),
}

/// One toast.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// Counts up, so that lists can tell two alike toasts apart.
    pub number: u32,
    /// What it is about.
    pub kind: ToastKind,
    /// What it says. Empty for trouble, whose words come from the refusal.
    pub text: String,
}
