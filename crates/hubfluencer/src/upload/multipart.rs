//! A clip in parts, which may be sent in any order and on another day.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wire::{Failure, Presigned};

use super::{NewUpload, Upload};
use crate::call::Fields;
use crate::{Api, Id, Session};

/// An upload in parts that was begun.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct MultipartUpload {
    /// Its id.
    pub upload_id: Id,
    /// Storage's own id for it.
    pub s3_upload_id: String,
    /// Its key.
    #[serde(default, deserialize_with = "lenient::text")]
    pub s3_key: Option<String>,
    /// How many parts.
    pub parts_count: u32,
    /// Bytes of each part but the last.
    pub part_size: u64,
}

/// Where a part goes. The put carries no media type at all.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct SignedPart {
    /// Where to.
    #[serde(skip_serializing)]
    pub presigned_url: Presigned,
    /// Which part, where the service repeats it.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub part_number: Option<u64>,
}

/// A part that storage has.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct UploadedPart {
    /// Which, from 1.
    pub part_number: u32,
    /// What storage answered, as it was written.
    pub etag: String,
}

impl Api {
    /// `POST /api/editor/:slug/uploads/multipart/init`.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::UploadQuotaExceeded`] has the numbers.
    pub async fn init_multipart(
        &self,
        session: &Session,
        slug: &str,
        upload: &NewUpload,
    ) -> Result<MultipartUpload, Failure> {
        let fields = Fields::of("filename", upload.filename.as_str())
            .with("mime_type", upload.mime_type.as_str())
            .with("size_bytes", upload.size_bytes)
            .maybe("fit_mode", &upload.fit_mode)
            .maybe("product_description", &upload.product_description);
        self.post("/api/editor/{slug}/uploads/multipart/init")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/uploads/multipart/sign-part`: parts count from 1.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn sign_part(
        &self,
        session: &Session,
        slug: &str,
        upload_id: &Id,
        s3_upload_id: &str,
        part_number: u32,
    ) -> Result<SignedPart, Failure> {
        let fields = Fields::of("upload_id", upload_id)
            .with("s3_upload_id", s3_upload_id)
            .with("part_number", part_number);
        self.post("/api/editor/{slug}/uploads/multipart/sign-part")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/uploads/multipart/complete`: the parts are sent in ascending order, in
    /// whatever order they are given.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn complete_multipart(
        &self,
        session: &Session,
        slug: &str,
        upload_id: &Id,
        s3_upload_id: &str,
        parts: &[UploadedPart],
    ) -> Result<Upload, Failure> {
        let mut sorted: Vec<&UploadedPart> = parts.iter().collect();
        sorted.sort_by_key(|part| part.part_number);
        let parts: Vec<Value> = sorted
            .into_iter()
            .map(|part| json!({"part_number": part.part_number, "etag": part.etag}))
            .collect();
        let fields = Fields::of("upload_id", upload_id)
            .with("s3_upload_id", s3_upload_id)
            .with("parts", parts);
        self.post("/api/editor/{slug}/uploads/multipart/complete")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/uploads/multipart/abort`: what storage has of it goes.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn abort_multipart(
        &self,
        session: &Session,
        slug: &str,
        upload_id: &Id,
        s3_upload_id: &str,
    ) -> Result<(), Failure> {
        let fields = Fields::of("upload_id", upload_id).with("s3_upload_id", s3_upload_id);
        self.post("/api/editor/{slug}/uploads/multipart/abort")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .done()
            .await
    }
}
