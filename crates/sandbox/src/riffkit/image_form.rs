//! The multipart form of a product's image, streamed to disk as it comes.

use std::io;

use axum::{
    extract::{Multipart, multipart::Field},
    http::StatusCode,
};
use tempfile::TempPath;
use tokio::io::{AsyncWriteExt, BufWriter};
use url::{Host, Url};
use utoipa::ToSchema;

use super::problem::Problem;
use crate::{service::Service, sniff::Picture};

/// Largest image, in bytes (contract: 50 MB).
pub(crate) const LARGEST_IMAGE: u64 = 52_428_800;
/// A text field is not read beyond this many bytes.
const LARGEST_FIELD: usize = 256 * 1024;

/// The parts of the form, as the contract has them.
#[derive(ToSchema)]
#[allow(dead_code, reason = "only described; the parts are read as they come")]
pub(crate) struct ImageParts {
    /// Either this or `image_url`: jpg, jpeg, png or webp, at most 50 MB.
    #[schema(value_type = Option<String>, format = Binary)]
    file: Option<Vec<u8>>,
    /// Either this or `file`: a public http(s) address.
    image_url: Option<String>,
    /// Unique for the product.
    name: String,
    /// Not `protagonist`, nor `supporting_a` to `supporting_z`.
    image_id: Option<String>,
    /// Blank is found automatically.
    description: Option<String>,
    usage_context: Option<String>,
    /// `locked` or `mutable`.
    content_policy: Option<String>,
}

/// The file part, on disk.
pub(crate) struct ImageFile {
    pub(crate) path: TempPath,
    pub(crate) kind: Picture,
    /// The name that came with it.
    pub(crate) name: Option<String>,
}

/// The form, each field checked by itself.
#[derive(Default)]
pub(crate) struct ImageForm {
    pub(crate) file: Option<ImageFile>,
    pub(crate) image_url: Option<String>,
    pub(crate) name: String,
    pub(crate) image_id: String,
    pub(crate) description: String,
    pub(crate) usage_context: String,
    pub(crate) content_policy: String,
}

fn unreadable<E>(_: E) -> Problem {
    Problem::bad("There was an error parsing the body")
}

/// Reads the whole form. Rules are judged only at its end, so that every client hears its answer.
///
/// # Errors
/// The first rule that is broken.
pub(crate) async fn read(
    service: &Service,
    mut multipart: Multipart,
) -> Result<ImageForm, Problem> {
    let mut form = ImageForm::default();
    let mut problem = None;
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        let outcome = if name == "file" {
            match image(service, field).await? {
                Ok(None) => Ok(()),
                Ok(Some(_)) if form.file.is_some() => Err(Problem::bad("More than one file")),
                Ok(file) => {
                    form.file = file;
                    Ok(())
                }
                Err(refused) => Err(refused),
            }
        } else {
            let text = text(field).await?;
            form.set(&name, &text)
        };
        if let Err(refused) = outcome {
            problem.get_or_insert(refused);
        }
    }
    match problem {
        Some(problem) => Err(problem),
        None => Ok(form),
    }
}

async fn text(mut field: Field<'_>) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        let room = LARGEST_FIELD.saturating_sub(bytes.len());
        bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    Ok(bytes)
}

/// Streams the file part to disk. The outer error ends the request; the inner one is a refusal
/// that waits for the end of the form. None is an empty part, as browsers send for no file.
async fn image(
    service: &Service,
    mut field: Field<'_>,
) -> Result<Result<Option<ImageFile>, Problem>, Problem> {
    let name = field.file_name().map(str::to_owned);
    let broken = |error: io::Error| {
        tracing::error!(%error, "an image could not be kept");
        Problem::broken()
    };
    let (file, path) = tempfile::Builder::new()
        .prefix("incoming-")
        .tempfile_in(service.folders.uploads())
        .map_err(broken)?
        .into_parts();
    let mut file = BufWriter::with_capacity(256 * 1024, tokio::fs::File::from_std(file));
    let mut head = Vec::with_capacity(Picture::HEAD);
    let mut bytes: u64 = 0;
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        bytes += chunk.len() as u64;
        let room = Picture::HEAD - head.len();
        head.extend_from_slice(&chunk[..chunk.len().min(room)]);
        // Beyond the cap it is read on, but not kept.
        if bytes <= LARGEST_IMAGE {
            file.write_all(&chunk).await.map_err(broken)?;
        }
    }
    file.flush().await.map_err(broken)?;
    if bytes == 0 && name.as_deref().unwrap_or_default().is_empty() {
        return Ok(Ok(None));
    }
    Ok(judged(name.as_deref(), bytes, &head).map(|kind| Some(ImageFile { path, kind, name })))
}

/// The rules of the file itself: its size, its contents, and an extension that doesn't lie.
fn judged(name: Option<&str>, bytes: u64, head: &[u8]) -> Result<Picture, Problem> {
    if bytes > LARGEST_IMAGE {
        return Err(Problem::plain(
            StatusCode::PAYLOAD_TOO_LARGE,
            "Image is too large: at most 50 MB",
        ));
    }
    let Some(name) = name else {
        return Err(Problem::bad("file must be a file"));
    };
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    let announced = match extension.unwrap_or_default().to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" => Picture::Jpeg,
        "png" => Picture::Png,
        "webp" => Picture::Webp,
        _ => {
            return Err(Problem::bad(
                "The file's name must end in .jpg, .jpeg, .png or .webp",
            ));
        }
    };
    match Picture::of(head) {
        Some(kind) if kind == announced => Ok(kind),
        Some(_) => Err(Problem::bad(
            "The file is another picture than its name says",
        )),
        None => Err(Problem::bad("The file is not a jpg, png or webp picture")),
    }
}

impl ImageForm {
    fn set(&mut self, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        // Bytes that aren't UTF-8 turn into U+FFFD, as they do in the service.
        let text = String::from_utf8_lossy(bytes);
        if text.contains('\u{FFFD}') {
            return Err(Problem::damaged(name));
        }
        match name {
            "image_url" if text.trim().is_empty() => {}
            "image_url" => self.image_url = Some(public_address(text.trim())?),
            "name" => self.name = text.into_owned(),
            "image_id" => self.image_id = text.into_owned(),
            "description" => self.description = text.into_owned(),
            "usage_context" => self.usage_context = text.into_owned(),
            "content_policy" => self.content_policy = text.into_owned(),
            // Like the service, fields that aren't known are passed over.
            _ => {}
        }
        Ok(())
    }
}

/// A public http(s) address, by its text alone: the sandbox fetches nothing.
fn public_address(text: &str) -> Result<String, Problem> {
    let refused = || Problem::bad("image_url must be a public http(s) address");
    let address = Url::parse(text).map_err(|_| refused())?;
    let is_web = matches!(address.scheme(), "http" | "https");
    let has_login = !address.username().is_empty() || address.password().is_some();
    let is_public = match address.host() {
        Some(Host::Domain(name)) => is_public_name(name),
        Some(Host::Ipv4(ip)) => {
            !(ip.is_loopback()
                || ip.is_private()
                || ip.is_link_local()
                || ip.is_unspecified()
                || ip.is_broadcast()
                || ip.is_multicast()
                || ip.is_documentation())
        }
        Some(Host::Ipv6(ip)) => {
            ip.to_ipv4_mapped().is_none()
                && !(ip.is_loopback()
                    || ip.is_unspecified()
                    || ip.is_unique_local()
                    || ip.is_unicast_link_local()
                    || ip.is_multicast())
        }
        None => false,
    };
    if is_web && !has_login && is_public {
        Ok(text.to_owned())
    } else {
        Err(refused())
    }
}

/// A name with a dot in it that isn't kept for a machine's or a house's own use.
fn is_public_name(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let own = [".localhost", ".local", ".internal", ".lan", ".home.arpa"];
    name.contains('.') && !own.iter().any(|end| name.ends_with(end))
}
