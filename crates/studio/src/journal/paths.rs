//! Paths in JSON columns. One that is no Unicode is kept as its bytes where the system's paths are
//! bytes, so that it is found again; JSON has no other way to hold it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Kept {
    Text(String),
    Bytes(Vec<u8>),
}

impl Kept {
    fn of(path: &Path) -> Self {
        match path.to_str() {
            Some(text) => Self::Text(text.to_owned()),
            None => bytes(path),
        }
    }

    fn path(self) -> PathBuf {
        match self {
            Self::Text(text) => text.into(),
            Self::Bytes(bytes) => of_bytes(bytes),
        }
    }
}

#[cfg(unix)]
fn bytes(path: &Path) -> Kept {
    use std::os::unix::ffi::OsStrExt as _;
    Kept::Bytes(path.as_os_str().as_bytes().to_vec())
}

/// Shown, and then not found: a later run says that the file is gone.
#[cfg(not(unix))]
fn bytes(path: &Path) -> Kept {
    Kept::Text(path.to_string_lossy().into_owned())
}

#[cfg(unix)]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt as _;
    std::ffi::OsString::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// A path as a JSON column has it.
pub(super) fn text(path: &Path) -> String {
    super::to_json(&Kept::of(path))
}

/// The path of a JSON column. What is no path is an empty one, which names no file.
pub(super) fn of_text(text: &str) -> PathBuf {
    let kept: Option<Kept> = super::json(text);
    kept.map(Kept::path).unwrap_or_default()
}

/// For `serde(with)`.
pub(in crate::journal) fn serialize<S: Serializer>(path: &Path, out: S) -> Result<S::Ok, S::Error> {
    Kept::of(path).serialize(out)
}

/// For `serde(with)`.
pub(in crate::journal) fn deserialize<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<PathBuf, D::Error> {
    Kept::deserialize(from).map(Kept::path)
}

/// A path that may be missing.
pub(super) mod maybe {
    use super::{Deserialize, Deserializer, Kept, PathBuf, Serialize, Serializer};

    /// For `serde(with)`.
    pub(in crate::journal) fn serialize<S: Serializer>(
        path: &Option<PathBuf>,
        out: S,
    ) -> Result<S::Ok, S::Error> {
        path.as_deref().map(Kept::of).serialize(out)
    }

    /// For `serde(with)`.
    pub(in crate::journal) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<PathBuf>, D::Error> {
        let kept = Option::<Kept>::deserialize(from)?;
        Ok(kept.map(Kept::path))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::journal::{SourceRecord, StagedSource, TransferRecord, json, to_json};

    #[test]
    fn a_path_that_is_no_text_is_kept_and_found_again() {
        let path = of_bytes(b"/clips/caf\xe9.mp4".to_vec());
        let source = SourceRecord {
            path: Some(path.clone()),
            ..SourceRecord::default()
        };
        assert_eq!(json::<SourceRecord>(&to_json(&source)), source);
        let transfer = TransferRecord {
            target: path.clone(),
            ..TransferRecord::default()
        };
        assert_eq!(json::<TransferRecord>(&to_json(&transfer)), transfer);
        let image = StagedSource::File {
            path,
            mark: String::new(),
            name: String::new(),
            format: String::new(),
            size: 1,
        };
        assert_eq!(json::<StagedSource>(&to_json(&image)), image);
    }

    #[test]
    fn a_path_that_is_text_stands_there_as_text() {
        let source = SourceRecord {
            path: Some("/clips/a.mp4".into()),
            ..SourceRecord::default()
        };
        assert!(to_json(&source).contains(r#""path":"/clips/a.mp4""#));
        let first = r#"{"path":null,"link":"l","name":"n"}"#;
        assert_eq!(json::<SourceRecord>(first).path, None);
        assert_eq!(json::<SourceRecord>(r#"{"name":"n"}"#).path, None);
    }
}
