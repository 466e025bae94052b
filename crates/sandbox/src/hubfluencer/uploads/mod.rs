//! Uploads of videos to editor projects, and all images by presign and confirm.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;

use super::{
    records::HubRecords,
    service::{Course, HubService},
};

/// What is remembered of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Uploads {}

/// The endpoints.
pub(crate) fn routes() -> OpenApiRouter<Arc<HubService>> {
    OpenApiRouter::new()
}

/// Replays what fell due until now. True where an end is overdue only because its file isn't
/// rendered yet.
pub(crate) fn advance(_records: &mut HubRecords, _course: &Course<'_>) -> bool {
    false
}

/// Takes up again what a stopped process had left unrendered.
pub(crate) fn resume(_service: &Arc<HubService>) {}
