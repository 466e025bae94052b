//! The bytes of a body: of JSON, or around the values of a form (RFC 7578, names escaped as HTML has it).

use bytes::Bytes;

use super::{FilePart, Multipart};
use crate::client::JSON_TYPE;

/// A body, laid out: everything before the file, the file, everything after.
pub(super) struct Layout {
    pub(super) content_type: String,
    pub(super) before: Bytes,
    pub(super) file: Option<FilePart>,
    pub(super) after: Bytes,
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
            file
        });
        Self {
            content_type: format!("multipart/form-data; boundary={boundary}"),
            before: before.into(),
            file,
            after: after.into(),
        }
    }

    /// A body of JSON: in one piece, and so wholly behind the gate.
    pub(super) fn of_json(body: Vec<u8>) -> Self {
        Self {
            content_type: JSON_TYPE.to_owned(),
            before: body.into(),
            file: None,
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
