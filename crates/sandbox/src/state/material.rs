//! Reference material that a person uploaded.

use serde::{Deserialize, Serialize};

use crate::moment::Millis;

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum MaterialKind {
    Image,
    Video,
}

/// A reference video or picture, kept in the reels' folder under its id and extension.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Material {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: MaterialKind,
    /// The file's extension, by its contents.
    pub(crate) extension: String,
    pub(crate) bytes: u64,
    pub(crate) duration_ms: Option<Millis>,
    pub(crate) product_id: Option<String>,
    pub(crate) character_id: Option<String>,
    pub(crate) notes: Option<String>,
    pub(crate) created: Millis,
}
