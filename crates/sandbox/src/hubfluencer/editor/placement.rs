//! Where the product and the logo are shown.

use std::sync::Arc;

use axum::{body::Bytes, extract::State, http::HeaderMap};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    super::{
        auth::MayGenerate,
        document::{
            Broken, Conflict, Forbidden, Invalid, NotFound, Unannounced, Unauthorized, Unfit,
            Unreadable,
        },
        envelope::Envelope,
        fields::Fields,
        id::Name,
        problem::Problem,
        service::HubService,
        settings,
    },
    answering::{edit, shown},
    view::EditorOut,
};
use crate::faults::Fault;

/// `placement` (contract).
const PLACEMENTS: [&str; 2] = ["throughout", "end"];
/// The longest name of a treatment or position, in characters: the contract lists none.
const LONGEST_NAME: usize = 40;
/// The longest a logo can stand, in seconds: twenty uploads of five minutes.
const LONGEST_LOGO: f64 = 6_000.0;

/// Where the product is shown.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the field is read by itself"
)]
pub(crate) struct PlacementIn {
    /// `throughout` or `end`.
    #[schema(required = true, value_type = String)]
    placement: Option<String>,
}

/// Has all pending generated scenes show the product, or the last of them.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/product/apply-default-placement",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = PlacementIn,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Forbidden,
        NotFound,
        Conflict,
        Unfit,
        Broken
    )
)]
pub(crate) async fn product(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let mut fields = Fields::read(&headers, &body)?;
    fields.require("placement");
    let placement = fields.word("placement", &PLACEMENTS);
    edit(&service, &slug, |editor, course| {
        fields.finish()?;
        editor.is_manual()?;
        if editor.product.is_none() {
            return Err(Problem::unprocessable(
                "product_image_required",
                "This project has no product image",
            ));
        }
        let placement = placement.unwrap_or_default();
        if placement == "end" && course.faults.strikes(&Fault::NoLastFrameModel) {
            return Err(Problem::unprocessable(
                "product_placement_requires_first_last_frame_model",
                "No model is there that takes a first and a last frame",
            ));
        }
        editor.place_product(&placement);
        Ok(())
    })
    .await?;
    shown(&service, &slug)
}

/// How the logo is shown; null takes a field away.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the fields are read one by one"
)]
pub(crate) struct LogoIn {
    #[schema(max_length = 40)]
    logo_treatment: Option<String>,
    /// Such as `top_left` or `bottom_right`.
    #[schema(max_length = 40)]
    logo_position: Option<String>,
    /// From the beginning; the whole film where none is given.
    logo_duration_seconds: Option<f64>,
}

/// Changes how the logo is shown.
#[utoipa::path(
    patch,
    path = "/api/editor/{slug}/logo",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = LogoIn,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Forbidden,
        NotFound,
        Invalid,
        Broken
    )
)]
pub(crate) async fn logo(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let mut fields = Fields::read(&headers, &body)?;
    edit(&service, &slug, |editor, _| {
        let mut placement = editor.logo_placement.clone();
        let treatment = &mut placement.treatment;
        settings::text(&mut fields, "logo_treatment", 1..=LONGEST_NAME, treatment);
        let position = &mut placement.position;
        settings::text(&mut fields, "logo_position", 1..=LONGEST_NAME, position);
        if fields.is_null("logo_duration_seconds") {
            placement.seconds = None;
        } else if let Some(value) = fields.value("logo_duration_seconds") {
            let seconds = value.as_f64();
            match seconds.filter(|seconds| *seconds > 0.0 && *seconds <= LONGEST_LOGO) {
                Some(seconds) => placement.seconds = Some(seconds),
                None => fields.wrong("logo_duration_seconds", "is invalid"),
            }
        }
        fields.finish()?;
        editor.logo_placement = placement;
        Ok(())
    })
    .await?;
    shown(&service, &slug)
}
