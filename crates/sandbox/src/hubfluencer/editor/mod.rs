//! Editor projects: scenes by hand or by autopilot, voice, music and render.

mod answering;
mod autopilot;
mod filming;
mod footage;
mod generation;
mod life;
mod ordering;
mod placement;
mod projects;
mod record;
mod rendering;
mod renders;
mod scenario;
mod segment;
mod sounds;
mod suggestions;
mod timeline;
mod view;
mod writing;

use std::sync::Arc;

use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) use life::advance;
pub(crate) use record::{Editor, Editors};
pub(crate) use view::{EditorOut, view};

use super::service::HubService;

/// The endpoints.
pub(crate) fn routes() -> OpenApiRouter<Arc<HubService>> {
    OpenApiRouter::new()
        .routes(routes!(projects::create))
        .routes(routes!(projects::one, projects::change))
        .routes(routes!(scenario::generate))
        .routes(routes!(scenario::write))
        .routes(routes!(scenario::apply))
        .routes(routes!(timeline::add))
        .routes(routes!(timeline::change, timeline::delete))
        .routes(routes!(timeline::reorder))
        .routes(routes!(footage::from_upload))
        .routes(routes!(footage::use_asset))
        .routes(routes!(generation::generate))
        .routes(routes!(generation::regenerate))
        .routes(routes!(generation::batch))
        .routes(routes!(suggestions::narration))
        .routes(routes!(suggestions::enhance))
        .routes(routes!(suggestions::next_scene))
        .routes(routes!(suggestions::music_prompt))
        .routes(routes!(sounds::voice))
        .routes(routes!(sounds::music))
        .routes(routes!(renders::render))
        .routes(routes!(renders::autopilot_cost))
        .routes(routes!(renders::start))
        .routes(routes!(placement::product))
        .routes(routes!(placement::logo))
}
