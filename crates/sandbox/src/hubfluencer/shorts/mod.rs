//! Shorts: one prompt, one vertical video of 12 seconds, 14 with an end card.

mod choices;
mod copy;
mod endpoints;
mod filming;
mod generation;
mod life;
mod record;
mod view;

use std::sync::Arc;

use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) use life::advance;
pub(crate) use record::{Short, Shorts};
pub(crate) use view::{ShortOut, view};

use super::service::HubService;

/// The endpoints.
pub(crate) fn routes() -> OpenApiRouter<Arc<HubService>> {
    OpenApiRouter::new()
        .routes(routes!(endpoints::create))
        .routes(routes!(endpoints::one, endpoints::change))
        .routes(routes!(generation::cost))
        .routes(routes!(generation::generate))
        .routes(routes!(generation::text))
}
