//! A clip in one put.

use lenient::Lossy;
use serde::{Deserialize, Serialize};
use wire::{Failure, Presigned};

use super::{NewUpload, Upload};
use crate::call::Fields;
use crate::{Api, Id, Session};

/// Where a clip goes. The put carries the media type that was presigned.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct PresignedUpload {
    /// Its id, for the confirmation.
    pub upload_id: Id,
    /// Where to.
    #[serde(skip_serializing)]
    pub presigned_url: Presigned,
    /// Its key.
    #[serde(default, deserialize_with = "lenient::text")]
    pub s3_key: Option<String>,
    /// For how long, in seconds.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub expires_in_seconds: Option<u64>,
}

impl Api {
    /// `POST /api/editor/:slug/uploads/presign`. The checksum is the file's SHA-256, where it is
    /// wanted.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::UploadQuotaExceeded`] has the numbers.
    pub async fn presign_upload(
        &self,
        session: &Session,
        slug: &str,
        upload: &NewUpload,
        checksum_sha256: Option<&str>,
    ) -> Result<PresignedUpload, Failure> {
        let fields = Fields::of("filename", upload.filename.as_str())
            .with("mime_type", upload.mime_type.as_str())
            .with("size_bytes", upload.size_bytes)
            .maybe("fit_mode", &upload.fit_mode)
            .maybe("product_description", &upload.product_description)
            .maybe("checksum_sha256", &checksum_sha256);
        self.post("/api/editor/{slug}/uploads/presign")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/uploads/:upload_id/confirm`: it is there, and will be looked at.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn confirm_upload(
        &self,
        session: &Session,
        slug: &str,
        upload_id: &Id,
    ) -> Result<Upload, Failure> {
        self.post("/api/editor/{slug}/uploads/{upload_id}/confirm")
            .by(session)
            .id("slug", slug)
            .id("upload_id", upload_id)
            .answer()
            .await
    }

    /// `GET /api/editor/:slug/uploads`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn uploads(&self, session: &Session, slug: &str) -> Result<Vec<Upload>, Failure> {
        let list: Lossy<Upload> = self
            .get("/api/editor/{slug}/uploads")
            .by(session)
            .id("slug", slug)
            .answer()
            .await?;
        Ok(list.entries)
    }
}
