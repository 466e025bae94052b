//! A person's own videos for editor projects: in one PUT or in parts, then looked at in the
//! background until they are ready (contract: Uploads & local assets).

mod accept;
mod forms;
mod life;
mod list;
mod multipart;
mod processing;
mod quota;
mod record;
mod single;
mod view;

use std::{sync::Arc, time::Duration};

use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) use life::{advance, resume};
pub(crate) use record::{Upload, Uploads};
pub(crate) use view::{UploadOut, views};

use super::{rate::Limit, service::HubService};

/// Presigns, of images too (contract: 30 a minute).
pub(super) const PRESIGNS: Limit = limit("presign", 30);
/// Confirms, of images too (contract: 30 a minute).
pub(super) const CONFIRMS: Limit = limit("confirm", 30);
/// Beginnings of multipart uploads (contract: 30 a minute).
const INITS: Limit = limit("multipart/init", 30);
/// Signed parts (contract: 300 a minute).
const SIGNED_PARTS: Limit = limit("multipart/sign-part", 300);
/// Ends of multipart uploads (contract: 30 a minute).
const COMPLETES: Limit = limit("multipart/complete", 30);
/// Aborted multipart uploads (contract: 30 a minute).
const ABORTS: Limit = limit("multipart/abort", 30);

/// How long a presigned address holds (contract: 3600 s).
pub(super) const PRESIGNED: Duration = Duration::from_secs(3600);
/// Longest description of a product, in characters (contract: 500).
pub(super) const LONGEST_DESCRIPTION: usize = 500;

const fn limit(name: &'static str, per_minute: usize) -> Limit {
    Limit { name, per_minute }
}

/// The endpoints.
pub(crate) fn routes() -> OpenApiRouter<Arc<HubService>> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(single::presign))
        .routes(routes!(single::confirm))
        .routes(routes!(multipart::init))
        .routes(routes!(multipart::sign_part))
        .routes(routes!(multipart::complete))
        .routes(routes!(multipart::abort))
}
