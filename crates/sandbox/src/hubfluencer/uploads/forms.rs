//! What an upload is announced to be.

use serde::Serialize;
use utoipa::ToSchema;

use super::{LONGEST_DESCRIPTION, record::Announced};
use crate::hubfluencer::fields::Fields;

/// Largest video, in bytes (contract: 500 MB).
const LARGEST: u64 = 500 * 1024 * 1024;
/// The content types that are taken.
const KINDS: [&str; 4] = [
    "video/mp4",
    "video/quicktime",
    "video/webm",
    "video/x-matroska",
];
/// How a video is fitted into the project's frame.
const FITS: [&str; 2] = ["blur", "cover"];

/// What is to be put in one PUT.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(super) struct UploadForm {
    /// A file's name, without its folders.
    filename: String,
    /// `video/mp4`, `video/quicktime`, `video/webm` or `video/x-matroska`.
    mime_type: String,
    /// At most 500 MB.
    size_bytes: u64,
    /// `blur`, which is the default, or `cover`.
    fit_mode: Option<String>,
    /// At most 500 characters.
    product_description: Option<String>,
    /// In hexadecimal; checked when the upload is confirmed.
    checksum_sha256: Option<String>,
}

/// What is to be put in parts.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(super) struct MultipartForm {
    /// A file's name, without its folders.
    filename: String,
    /// `video/mp4`, `video/quicktime`, `video/webm` or `video/x-matroska`.
    mime_type: String,
    /// At most 500 MB.
    size_bytes: u64,
    /// `blur`, which is the default, or `cover`.
    fit_mode: Option<String>,
    /// At most 500 characters.
    product_description: Option<String>,
}

/// A part to be signed.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(super) struct PartForm {
    upload_id: String,
    s3_upload_id: String,
    /// From 1 to `parts_count`.
    part_number: u32,
}

/// All parts, in ascending order.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(super) struct CompleteForm {
    upload_id: String,
    s3_upload_id: String,
    parts: Vec<PartEntry>,
}

/// A part that was put.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(super) struct PartEntry {
    part_number: u32,
    /// As the storage answered it.
    etag: String,
}

/// An upload to be given up.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(super) struct AbortForm {
    upload_id: String,
    s3_upload_id: String,
}

/// Where to put it.
#[derive(Serialize, ToSchema)]
pub(super) struct PresignedOut {
    pub(super) upload_id: String,
    /// For a PUT with exactly this content type.
    pub(super) presigned_url: String,
    pub(super) s3_key: String,
    pub(super) expires_in_seconds: u64,
}

/// How to cut it.
#[derive(Serialize, ToSchema)]
pub(super) struct MultipartOut {
    pub(super) upload_id: String,
    pub(super) s3_upload_id: String,
    pub(super) s3_key: String,
    pub(super) parts_count: u32,
    /// Bytes of every part but the last.
    pub(super) part_size: u64,
}

/// Where to put a part.
#[derive(Serialize, ToSchema)]
pub(super) struct SignedPartOut {
    /// For a PUT without any content type; holds for an hour.
    pub(super) presigned_url: String,
    pub(super) part_number: u32,
}

/// An upload that was given up.
#[derive(Serialize, ToSchema)]
pub(super) struct AbortedOut {
    pub(super) upload_id: String,
    /// Always `aborted`.
    pub(super) status: &'static str,
}

/// Reads what both kinds of upload announce; what is wrong is noted in `fields`.
pub(super) fn announced(fields: &mut Fields) -> Announced {
    fields.require("filename");
    let filename = fields.text("filename", 0..=255).unwrap_or_default();
    if filename.contains(['/', '\\']) || filename.chars().any(char::is_control) {
        fields.wrong("filename", "is no file's name");
    }
    fields.require("mime_type");
    let mime_type = fields.word("mime_type", &KINDS);
    fields.require("size_bytes");
    let size = fields.whole("size_bytes", 1..=LARGEST as i64);
    let fit_mode = fields.word("fit_mode", &FITS);
    let description = fields.text("product_description", 0..=LONGEST_DESCRIPTION);
    Announced {
        filename,
        mime_type: mime_type.unwrap_or_default(),
        size_bytes: size.map_or(0, i64::unsigned_abs),
        fit_mode: fit_mode.unwrap_or_else(|| FITS[0].to_owned()),
        product_description: description.filter(|text| !text.trim().is_empty()),
    }
}

/// Reads a SHA-256, in lower case; what is wrong is noted in `fields`.
pub(super) fn checksum(fields: &mut Fields) -> Option<String> {
    let sum = fields.text("checksum_sha256", 64..=64)?;
    if sum.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(sum.to_ascii_lowercase());
    }
    fields.wrong("checksum_sha256", "is invalid");
    None
}

/// The ids of a multipart upload, which both have to be given.
pub(super) fn ids(fields: &mut Fields) -> (String, String) {
    let mut id = |name| {
        fields.require(name);
        fields.text(name, 0..=255).unwrap_or_default()
    };
    (id("upload_id"), id("s3_upload_id"))
}

/// Reads the parts, number and ETag; what is wrong is noted in `fields`.
pub(super) fn parts(fields: &mut Fields) -> Vec<(u32, String)> {
    let list = fields.value("parts").and_then(|parts| parts.as_array());
    let parts = list.and_then(|list| {
        let parts = list.iter().map(|part| {
            let number = u32::try_from(part.get("part_number")?.as_u64()?).ok()?;
            Some((number, part.get("etag")?.as_str()?.to_owned()))
        });
        parts.collect::<Option<Vec<_>>>()
    });
    if parts.as_ref().is_none_or(Vec::is_empty) {
        fields.wrong("parts", "is invalid");
    }
    parts.unwrap_or_default()
}
