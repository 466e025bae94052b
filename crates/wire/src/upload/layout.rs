//! The bytes of a body: of JSON, around the values of a form (RFC 7578, names escaped as HTML has
//! it), or of a file as it is.

use bytes::Bytes;

use super::object::FileRange;
use super::{FilePart, Multipart};
use crate::client::JSON_TYPE;

/// A body, laid out: everything before the file, the file, everything after.
pub(super) struct Layout {
    /// None is sent where there is none: a presigned address may not have signed any.
    pub(super) content_type: Option<String>,
    pub(super) before: Bytes,
    pub(super) file: Option<Source>,
    pub(super) after: Bytes,
}

/// What of a file is sent, from its present position.
pub(super) struct Source {
    pub(super) file: tokio::fs::File,
    /// Bytes that are sent.
    pub(super) length: u64,
    pub(super) end: End,
}

/// How it is known at the end that the file is still the one that was measured.
#[derive(Clone, Copy)]
pub(super) enum End {
    /// Nothing follows.
    OfFile,
    /// The whole file has this many bytes.
    Within(u64),
}

impl From<FilePart> for Source {
    fn from(part: FilePart) -> Self {
        Self {
            file: part.file,
            length: part.length,
            end: End::OfFile,
        }
    }
}

impl Layout {
    pub(super) fn of(form: Multipart) -> Self {
        let boundary = format!("reelwright-{}", uuid::Uuid::new_v4().simple());
        let mut before = String::new();
        for (name, value) in &form.fields {
            before.push_str(&format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{value}\r\n",
                escaped(name)
            ));
        }
        let mut after = format!("--{boundary}--\r\n");
        let file = form.file.map(|(name, file)| {
            before.push_str(&format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
                escaped(name),
                escaped(&file.file_name),
                file.content_type.replace(['\r', '\n'], " ")
            ));
            after.insert_str(0, "\r\n");
            Source::from(file)
        });
        Self {
            content_type: Some(format!("multipart/form-data; boundary={boundary}")),
            before: before.into(),
            file,
            after: after.into(),
        }
    }

    /// A body of JSON: in one piece, and so wholly behind the gate.
    pub(super) fn of_json(body: Vec<u8>) -> Self {
        Self {
            content_type: Some(JSON_TYPE.to_owned()),
            before: body.into(),
            file: None,
            after: Bytes::new(),
        }
    }

    /// A range of a file, and nothing around it. The file stands at the range's start.
    pub(super) fn of_range(range: FileRange, content_type: Option<String>) -> Self {
        Self {
            content_type,
            before: Bytes::new(),
            file: Some(Source {
                file: range.file,
                length: range.length,
                end: End::Within(range.file_length),
            }),
            after: Bytes::new(),
        }
    }

    /// Bytes of the whole body.
    pub(super) fn total(&self) -> u64 {
        let file = self.file.as_ref().map_or(0, |file| file.length);
        self.before.len() as u64 + file + self.after.len() as u64
    }
}

fn escaped(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
