//! The bodies of presigns and confirms, and what a presign answers.

use serde::Serialize;
use utoipa::ToSchema;

/// What is to be put.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(super) struct PresignForm {
    /// `image/jpeg` or `image/png`.
    mime_type: String,
    /// At most 20 MB.
    size_bytes: u64,
}

/// What is to be put.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(super) struct PosterForm {
    /// `image/jpeg`, which is the default, or `image/png`.
    content_type: Option<String>,
}

/// What was put.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(super) struct ConfirmForm {
    /// As the presign gave it.
    s3_key: String,
}

/// What was put.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(super) struct ProductForm {
    /// As the presign gave it.
    s3_key: String,
    /// At most 500 characters.
    product_description: Option<String>,
}

/// Where to put it.
#[derive(Serialize, ToSchema)]
pub(super) struct Presigned {
    /// Holds for an hour, for a PUT with exactly this content type.
    pub(super) presigned_url: String,
    pub(super) s3_key: String,
}

/// Where to put an end card; it comes without an envelope.
#[derive(Serialize, ToSchema)]
pub(super) struct PosterPresigned {
    /// Holds for an hour, for a PUT with exactly this content type.
    pub(super) upload_url: String,
    pub(super) s3_key: String,
    pub(super) content_type: String,
}
