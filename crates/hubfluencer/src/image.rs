//! Images of an editor project: the product, the closing image and the logo. jpeg or png, at most
//! 20 MB, in three steps: presign, put, confirm.

use lenient::open_words;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wire::{Failure, Presigned};

use crate::call::Fields;
use crate::editor::{Editor, StepAnswer};
use crate::{Api, Session};

/// Where an image goes. The put carries the media type that was presigned.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct PresignedImage {
    /// Where to.
    #[serde(alias = "upload_url", skip_serializing)]
    pub presigned_url: Presigned,
    /// Its key, for the confirmation.
    pub s3_key: String,
}

/// Where a short's end card goes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct PresignedPoster {
    /// Where to.
    #[serde(alias = "presigned_url", skip_serializing)]
    pub upload_url: Presigned,
    /// Its key, for the confirmation.
    pub s3_key: String,
    /// The media type that the put must carry, where the service says it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub content_type: Option<String>,
}

open_words! {
    /// Where the product appears in scenes that have not been generated.
    Placement {
        /// From beginning to end.
        Throughout => "throughout",
        /// At the end; needs a model that takes a first and a last frame.
        End => "end",
    }
}

/// Where the logo appears; what is `None` stays. The contract names no values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogoPlacement {
    /// How.
    pub logo_treatment: Option<String>,
    /// Where.
    pub logo_position: Option<String>,
    /// For how many seconds.
    pub logo_duration_seconds: Option<f64>,
}

impl Api {
    /// `POST /api/editor/:slug/product/presign`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn presign_editor_product(
        &self,
        session: &Session,
        slug: &str,
        mime_type: &str,
        size_bytes: u64,
    ) -> Result<PresignedImage, Failure> {
        let fields = Fields::of("mime_type", mime_type).with("size_bytes", size_bytes);
        self.post("/api/editor/{slug}/product/presign")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/product/confirm`. The description has at most 500 characters. The first
    /// product is put into every AI scene that has not been generated.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn confirm_editor_product(
        &self,
        session: &Session,
        slug: &str,
        s3_key: &str,
        product_description: Option<&str>,
    ) -> Result<Editor, Failure> {
        let fields =
            Fields::of("s3_key", s3_key).maybe("product_description", &product_description);
        self.post("/api/editor/{slug}/product/confirm")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/product/apply-default-placement`.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::ProductPlacementRequiresFirstLastFrameModel`] for a model that can't.
    pub async fn apply_default_placement(
        &self,
        session: &Session,
        slug: &str,
        placement: &Placement,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/product/apply-default-placement")
            .by(session)
            .id("slug", slug)
            .body(Fields::of("placement", placement.as_str()))
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/closing-image/presign`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn presign_closing_image(
        &self,
        session: &Session,
        slug: &str,
        mime_type: &str,
        size_bytes: u64,
    ) -> Result<PresignedImage, Failure> {
        let fields = Fields::of("mime_type", mime_type).with("size_bytes", size_bytes);
        self.post("/api/editor/{slug}/closing-image/presign")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/closing-image/confirm`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn confirm_closing_image(
        &self,
        session: &Session,
        slug: &str,
        s3_key: &str,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/closing-image/confirm")
            .by(session)
            .id("slug", slug)
            .body(Fields::of("s3_key", s3_key))
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/logo/presign`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn presign_editor_logo(
        &self,
        session: &Session,
        slug: &str,
        mime_type: &str,
        size_bytes: u64,
    ) -> Result<PresignedImage, Failure> {
        let fields = Fields::of("mime_type", mime_type).with("size_bytes", size_bytes);
        self.post("/api/editor/{slug}/logo/presign")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/logo/confirm`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn confirm_editor_logo(
        &self,
        session: &Session,
        slug: &str,
        s3_key: &str,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/logo/confirm")
            .by(session)
            .id("slug", slug)
            .body(Fields::of("s3_key", s3_key))
            .answer()
            .await
    }

    /// `PATCH /api/editor/:slug/logo`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn place_editor_logo(
        &self,
        session: &Session,
        slug: &str,
        placement: &LogoPlacement,
    ) -> Result<StepAnswer, Failure> {
        let fields = Fields::default()
            .maybe("logo_treatment", &placement.logo_treatment)
            .maybe("logo_position", &placement.logo_position)
            .maybe(
                "logo_duration_seconds",
                &placement.logo_duration_seconds.map(seconds),
            );
        self.patch("/api/editor/{slug}/logo")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }
}

/// A whole number of seconds as one: `3`, not `3.0`.
fn seconds(length: f64) -> Value {
    if length.fract() == 0.0 {
        Value::from(length as i64)
    } else {
        Value::from(length)
    }
}
