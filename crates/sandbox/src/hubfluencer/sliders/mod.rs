//! Carousels: one prompt, several slides with their words.

mod copy;
mod drawing;
mod edit;
mod endpoints;
mod form;
mod generate;
mod life;
mod logo;
mod record;
mod rendering;
mod view;

use std::sync::Arc;

use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) use life::advance;
pub(crate) use logo::set_logo;
pub(crate) use record::Sliders;
pub(crate) use rendering::resume;
pub(crate) use view::{SliderOut, view};

use super::service::HubService;

/// The endpoints.
pub(crate) fn routes() -> OpenApiRouter<Arc<HubService>> {
    OpenApiRouter::new()
        .routes(routes!(endpoints::list, endpoints::create))
        .routes(routes!(endpoints::one, endpoints::patch, endpoints::delete))
        .routes(routes!(generate::cost))
        .routes(routes!(generate::generate))
        .routes(routes!(edit::slide))
        .routes(routes!(edit::restyle))
}
