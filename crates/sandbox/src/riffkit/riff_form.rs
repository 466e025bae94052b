//! The multipart form of a riff, streamed to disk as it comes.

use std::{io, sync::Arc};

use axum::{
    extract::{Multipart, multipart::Field},
    http::StatusCode,
};
use tempfile::TempPath;
use tokio::io::{AsyncWriteExt, BufWriter};
use utoipa::ToSchema;

use super::{ordering, problem::Problem};
use crate::{connection::Line, faults::Fault, service::Service, state::Visibility};

/// Largest video, in bytes (contract: 100 MB).
pub(crate) const LARGEST_VIDEO: u64 = 104_857_600;
/// Longest direction and hint, in characters.
const LONGEST_TEXT: usize = 5_000;
/// A text field is not read beyond this many bytes; no allowed one is that long.
const LARGEST_FIELD: usize = 256 * 1024;

/// The video part, on disk.
pub(crate) struct Upload {
    pub(crate) path: TempPath,
    pub(crate) bytes: u64,
}

/// A riff's fields, checked by themselves.
pub(crate) struct RiffForm {
    pub(crate) video: Option<Upload>,
    pub(crate) tiktok_url: String,
    pub(crate) formula_id: String,
    pub(crate) character_ids: Vec<String>,
    pub(crate) product_id: String,
    pub(crate) visibility: Visibility,
    pub(crate) language: String,
    pub(crate) content_anchor: String,
    pub(crate) user_hint: String,
}

/// The parts of a riff's form, as the contract has them.
#[derive(ToSchema)]
#[allow(dead_code, reason = "only described; the parts are read as they come")]
pub(crate) struct RiffParts {
    /// The source: a video of at most 100 MB.
    #[schema(value_type = Option<String>, format = Binary)]
    video: Option<Vec<u8>>,
    /// The source: a TikTok link.
    tiktok_url: Option<String>,
    /// The source: an analyzed template.
    formula_id: Option<String>,
    /// A JSON array in a string, or names with commas between.
    character_ids: Option<String>,
    product_id: Option<String>,
    /// `on_camera` or `off_camera`.
    product_visibility: Option<String>,
    language: Option<String>,
    #[schema(max_length = 5000)]
    content_anchor: Option<String>,
    #[schema(max_length = 5000)]
    user_hint: Option<String>,
}

/// Why a form was not read to its end.
pub(crate) enum FormRefused {
    /// It breaks a rule.
    Problem(Problem),
    /// The connection has been cut: nobody hears an answer.
    Cut,
}

impl From<Problem> for FormRefused {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

fn unreadable<E>(_: E) -> FormRefused {
    Problem::bad("There was an error parsing the body").into()
}

/// Reads the whole form. Rules are judged only at its end, so that every client hears its answer.
///
/// # Errors
/// The first rule that is broken, or the connection's end.
pub(crate) async fn read(
    service: &Arc<Service>,
    line: &Line,
    mut multipart: Multipart,
) -> Result<RiffForm, FormRefused> {
    let mut form = RiffForm {
        video: None,
        tiktok_url: String::new(),
        formula_id: String::new(),
        character_ids: Vec::new(),
        product_id: String::new(),
        visibility: Visibility::OnCamera,
        language: "en".to_owned(),
        content_anchor: String::new(),
        user_hint: String::new(),
    };
    let mut problem = None;
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "video" {
            match video(service, line, field).await? {
                Ok(None) => {}
                Ok(Some(_)) if form.video.is_some() => {
                    problem.get_or_insert_with(not_one_source);
                }
                Ok(upload) => form.video = upload,
                Err(refused) => {
                    problem.get_or_insert(refused);
                }
            }
            continue;
        }
        let bytes = text(field).await?;
        if let Err(refused) = form.set(&name, &bytes) {
            problem.get_or_insert(refused);
        }
    }
    match problem {
        Some(problem) => Err(problem.into()),
        None => Ok(form),
    }
}

/// 400: missing or several sources.
pub(crate) fn not_one_source() -> Problem {
    Problem::bad("Provide exactly one source: video, tiktok_url or formula_id")
}

async fn text(mut field: Field<'_>) -> Result<Vec<u8>, FormRefused> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        // What is beyond the bound is dropped; the rest is too long all the same.
        let room = LARGEST_FIELD.saturating_sub(bytes.len());
        bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    Ok(bytes)
}

/// Streams the video part to disk. The outer error ends the request; the inner one is a refusal
/// that waits for the end of the form.
async fn video(
    service: &Arc<Service>,
    line: &Line,
    mut field: Field<'_>,
) -> Result<Result<Option<Upload>, Problem>, FormRefused> {
    let named = field.file_name().is_some();
    let kind = field.content_type().unwrap_or_default().to_owned();
    let broken = |error: io::Error| {
        tracing::error!(%error, "an upload could not be kept");
        FormRefused::Problem(Problem::broken())
    };
    let (file, path) = tempfile::Builder::new()
        .prefix("incoming-")
        .tempfile_in(service.folders.uploads())
        .map_err(broken)?
        .into_parts();
    let mut file = BufWriter::with_capacity(256 * 1024, tokio::fs::File::from_std(file));
    let cut_after = service.faults.take(|fault| match fault {
        Fault::CutUpload(bytes) => Some(*bytes),
        _ => None,
    });
    let mut bytes: u64 = 0;
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        bytes += chunk.len() as u64;
        service.traffic.received(chunk.len() as u64);
        if cut_after.is_some_and(|limit| bytes >= limit) {
            line.cut();
            return Err(FormRefused::Cut);
        }
        tokio::select! {
            () = service.faults.hold(&Fault::HoldRiffBody) => {}
            () = service.closing.cancelled() => return Err(FormRefused::Cut),
        }
        // Beyond the cap it is read on, but not kept.
        if bytes <= LARGEST_VIDEO {
            file.write_all(&chunk).await.map_err(broken)?;
        }
    }
    file.flush().await.map_err(broken)?;
    Ok(if !named {
        Err(Problem::bad("video must be a file"))
    } else if bytes > LARGEST_VIDEO {
        Err(Problem::plain(
            StatusCode::PAYLOAD_TOO_LARGE,
            "Video is too large: at most 100 MB",
        ))
    } else if bytes == 0 {
        Err(Problem::bad("video is empty"))
    } else if !kind.is_empty() && !kind.starts_with("video/") && kind != "application/octet-stream"
    {
        Err(Problem::bad(format!("video has the content type {kind}")))
    } else {
        Ok(Some(Upload { path, bytes }))
    })
}

impl RiffForm {
    fn set(&mut self, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        // Bytes that aren't UTF-8 turn into U+FFFD, as they do in the service.
        let text = String::from_utf8_lossy(bytes);
        if text.contains('\u{FFFD}') {
            return Err(Problem::damaged(name));
        }
        match name {
            "tiktok_url" => self.tiktok_url = text.trim().to_owned(),
            "formula_id" => self.formula_id = text.trim().to_owned(),
            "product_id" => self.product_id = text.trim().to_owned(),
            "character_ids" => self.character_ids = character_ids(&text)?,
            "content_anchor" => self.content_anchor = bounded(name, &text)?,
            "user_hint" => self.user_hint = bounded(name, &text)?,
            "language" => self.language = text.into_owned(),
            "product_visibility" => self.visibility = ordering::visibility(&text)?,
            // Like the service, fields that aren't known are passed over.
            _ => {}
        }
        Ok(())
    }
}

/// A text of at most 5,000 characters, counted as Unicode scalar values.
pub(crate) fn bounded(name: &str, text: &str) -> Result<String, Problem> {
    if text.chars().count() > LONGEST_TEXT {
        return Err(Problem::bad(format!(
            "{name} is too long: at most {LONGEST_TEXT} characters"
        )));
    }
    Ok(text.to_owned())
}

/// A JSON array in a string, or names with commas between them.
fn character_ids(text: &str) -> Result<Vec<String>, Problem> {
    let text = text.trim();
    if text.starts_with('[') {
        return serde_json::from_str(text)
            .map_err(|_| Problem::bad("character_ids is not a JSON array of strings"));
    }
    let names = text.split(',').map(str::trim);
    Ok(names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_come_as_an_array_or_with_commas() {
        assert_eq!(character_ids(r#"["a","b"]"#).unwrap(), ["a", "b"]);
        assert_eq!(character_ids("a, b,").unwrap(), ["a", "b"]);
        assert!(character_ids("").unwrap().is_empty());
        assert!(character_ids("[1]").is_err());
    }

    #[test]
    fn texts_are_counted_in_characters_not_bytes() {
        assert!(bounded("content_anchor", &"扫".repeat(5_000)).is_ok());
        assert!(bounded("content_anchor", &"a".repeat(5_001)).is_err());
    }
}
