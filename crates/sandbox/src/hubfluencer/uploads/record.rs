//! An upload as it is remembered.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::moment::Millis;

/// How far an upload is (contract: `<Upload>.status`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UploadStatus {
    /// Its bytes aren't confirmed yet.
    Pending,
    /// It is being looked at.
    Processing,
    /// It can be placed.
    Ready,
    /// It can't be used.
    Failed,
}

/// How its bytes come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Transfer {
    /// In one PUT, to an address that holds until then.
    Single {
        until: Millis,
        /// Their SHA-256 in lower-case hexadecimal, where it was given.
        sha256: Option<String>,
    },
    /// In parts.
    Multipart {
        s3_upload_id: String,
        parts_count: u32,
    },
}

/// What looking at it has brought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Outcome {
    /// It is a video that can be used.
    Usable {
        duration_ms: Millis,
        /// The key of its first frame in the object storage.
        picture: Option<String>,
    },
    /// Why it can't be used.
    Refused(String),
}

/// A video that somebody uploads or has uploaded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Upload {
    pub(crate) id: String,
    /// The name of the project that it belongs to.
    pub(crate) editor: String,
    pub(super) filename: String,
    pub(super) mime_type: String,
    pub(super) size_bytes: u64,
    /// `blur` or `cover`.
    pub(crate) fit_mode: String,
    pub(super) product_description: Option<String>,
    s3_key: String,
    pub(super) transfer: Transfer,
    pub(super) status: UploadStatus,
    pub(super) created: Millis,
    /// When the processing is over.
    pub(super) due: Millis,
    pub(super) outcome: Option<Outcome>,
}

/// What a new upload is announced to be.
#[derive(Debug, Clone)]
pub(super) struct Announced {
    pub(super) filename: String,
    pub(super) mime_type: String,
    pub(super) size_bytes: u64,
    pub(super) fit_mode: String,
    pub(super) product_description: Option<String>,
}

impl Announced {
    /// The key in the object storage for the upload with this id.
    pub(super) fn key(&self, editor: &str, id: &str) -> String {
        let extension = match self.mime_type.as_str() {
            "video/quicktime" => "mov",
            "video/webm" => "webm",
            "video/x-matroska" => "mkv",
            _ => "mp4",
        };
        format!("editor/{editor}/uploads/{id}.{extension}")
    }
}

impl Upload {
    /// A new one, whose bytes are still to come.
    pub(super) fn new(
        id: String,
        editor: &str,
        announced: Announced,
        transfer: Transfer,
        now: Millis,
    ) -> Self {
        let s3_key = announced.key(editor, &id);
        Self {
            id,
            editor: editor.to_owned(),
            filename: announced.filename,
            mime_type: announced.mime_type,
            size_bytes: announced.size_bytes,
            fit_mode: announced.fit_mode,
            product_description: announced.product_description,
            s3_key,
            transfer,
            status: UploadStatus::Pending,
            created: now,
            due: now,
            outcome: None,
        }
    }

    /// Whether it can be placed.
    pub(crate) fn is_ready(&self) -> bool {
        self.status == UploadStatus::Ready
    }

    /// Where the video is in the object storage, as it was uploaded.
    pub(crate) fn video_key(&self) -> &str {
        &self.s3_key
    }

    /// Where its first frame is in the object storage; none before it is ready.
    pub(crate) fn picture_key(&self) -> Option<&str> {
        match &self.outcome {
            Some(Outcome::Usable { picture, .. }) if self.is_ready() => picture.as_deref(),
            _ => None,
        }
    }

    /// How long it plays, in milliseconds; none before it is ready.
    pub(crate) fn duration_ms(&self) -> Option<Millis> {
        match &self.outcome {
            Some(Outcome::Usable { duration_ms, .. }) if self.is_ready() => Some(*duration_ms),
            _ => None,
        }
    }

    /// Why it can't be used.
    pub(super) fn error(&self) -> Option<&str> {
        match &self.outcome {
            Some(Outcome::Refused(error)) if self.status == UploadStatus::Failed => Some(error),
            _ => None,
        }
    }
}

/// The uploads of the account, oldest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Uploads(pub(super) Vec<Upload>);

impl Uploads {
    /// The upload with this id, of this project.
    pub(crate) fn find(&self, editor: &str, id: &str) -> Option<&Upload> {
        let mut uploads = self.0.iter();
        uploads.find(|upload| upload.id == id && upload.editor == editor)
    }

    /// The upload with this id, of this project, to be changed.
    pub(super) fn find_mut(&mut self, editor: &str, id: &str) -> Option<&mut Upload> {
        let mut uploads = self.0.iter_mut();
        uploads.find(|upload| upload.id == id && upload.editor == editor)
    }
}
