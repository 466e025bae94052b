//! The multipart form of reference material, streamed to disk as it comes.

use std::{io, path::Path};

use axum::extract::{Multipart, multipart::Field};
use tempfile::TempPath;
use tokio::io::{AsyncWriteExt, BufWriter};
use utoipa::ToSchema;

use super::{problem::Problem, riff_form::LARGEST_VIDEO};
use crate::sniff::Picture;

/// A text field is not read beyond this many bytes.
const LARGEST_FIELD: usize = 64 * 1024;

/// The parts of the form, as the contract has them.
#[derive(ToSchema)]
#[allow(dead_code, reason = "only described; the parts are read as they come")]
pub(crate) struct AssetParts {
    /// A video of at most 100 MB, or an image of at most 50 MB.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    #[schema(pattern = "^reference$")]
    asset_role: String,
    product_id: Option<String>,
    character_id: Option<String>,
    name: Option<String>,
    notes: Option<String>,
}

/// The file part, on disk.
pub(crate) struct Received {
    pub(crate) path: TempPath,
    /// The whole length; what is beyond the largest cap was not kept.
    pub(crate) bytes: u64,
    /// The first bytes.
    pub(crate) head: Vec<u8>,
    /// The name that the client gave it.
    pub(crate) name: String,
}

/// The fields, each checked by itself.
#[derive(Default)]
pub(crate) struct AssetForm {
    pub(crate) file: Option<Received>,
    pub(crate) asset_role: String,
    pub(crate) product_id: Option<String>,
    pub(crate) character_id: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) notes: Option<String>,
}

fn unreadable<E>(_: E) -> Problem {
    Problem::bad("There was an error parsing the body")
}

/// Reads the whole form. Rules are judged only at its end, so that every client hears its answer.
///
/// # Errors
/// 400 for the first rule that is broken.
pub(crate) async fn read(folder: &Path, mut multipart: Multipart) -> Result<AssetForm, Problem> {
    let mut form = AssetForm::default();
    let mut problem = None;
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" && field.file_name().is_none() {
            text(field).await?;
            problem.get_or_insert_with(|| Problem::bad("file must be a file"));
        } else if name == "file" {
            let received = receive(folder, field).await?;
            if form.file.replace(received).is_some() {
                problem.get_or_insert_with(|| Problem::bad("Send one file"));
            }
        } else {
            let bytes = text(field).await?;
            if let Err(refused) = form.set(&name, &bytes) {
                problem.get_or_insert(refused);
            }
        }
    }
    problem.map_or(Ok(form), Err)
}

async fn receive(folder: &Path, mut field: Field<'_>) -> Result<Received, Problem> {
    let broken = |error: io::Error| {
        tracing::error!(%error, "reference material could not be kept");
        Problem::broken()
    };
    let name = field.file_name().unwrap_or_default().to_owned();
    let (file, path) = tempfile::Builder::new()
        .prefix("incoming-")
        .tempfile_in(folder)
        .map_err(broken)?
        .into_parts();
    let mut file = BufWriter::with_capacity(256 * 1024, tokio::fs::File::from_std(file));
    let (mut bytes, mut head) = (0, Vec::new());
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        bytes += chunk.len() as u64;
        let missing = Picture::HEAD.saturating_sub(head.len());
        head.extend_from_slice(&chunk[..chunk.len().min(missing)]);
        if bytes <= LARGEST_VIDEO {
            file.write_all(&chunk).await.map_err(broken)?;
        }
    }
    file.flush().await.map_err(broken)?;
    Ok(Received {
        path,
        bytes,
        head,
        name,
    })
}

async fn text(mut field: Field<'_>) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let mut length = 0;
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        length += chunk.len();
        if length <= LARGEST_FIELD {
            bytes.extend_from_slice(&chunk);
        }
    }
    if length > LARGEST_FIELD {
        return Err(Problem::bad("A field is too long"));
    }
    Ok(bytes)
}

impl AssetForm {
    fn set(&mut self, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        // Bytes that aren't UTF-8 turn into U+FFFD, as they do in the service.
        let text = String::from_utf8_lossy(bytes);
        if text.contains('\u{FFFD}') {
            return Err(Problem::bad(format!(
                "BAD_REQUEST: {name} contains U+FFFD; the request body must be UTF-8"
            )));
        }
        let text = text.trim();
        let given = (!text.is_empty()).then(|| text.to_owned());
        match name {
            "asset_role" => self.asset_role = text.to_owned(),
            "product_id" => self.product_id = given,
            "character_id" => self.character_id = given,
            "name" => self.name = given,
            "notes" => self.notes = given,
            // Like the service, fields that aren't known are passed over.
            _ => {}
        }
        Ok(())
    }
}
