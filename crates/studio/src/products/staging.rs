//! From what a person staged to what is sent and kept in the journal.

use std::path::PathBuf;

use contract::{ContentPolicy, ImageSource, NewImage, NewProduct, Refusal};

use crate::files::{Files, gone};
use crate::journal::{ImageRecord, StagedImage, StagedProduct, StagedSource};

/// A product as it is sent: blanks around its texts say nothing, and line ends are one character.
pub(super) fn product(product: &NewProduct) -> StagedProduct {
    StagedProduct {
        name: sent(&product.name),
        description: sent(&product.description),
        target_audience: sent(&product.target_audience),
    }
}

/// Checked images as they are sent. Their files are looked at once more.
///
/// # Errors
/// [`contract::Code::FileGone`] for a file that was changed since it was chosen.
pub(super) async fn images(
    images: &[NewImage],
    files: &Files,
) -> Result<Vec<StagedImage>, Refusal> {
    let staged: Vec<StagedImage> = images
        .iter()
        .map(|image| staged(image, files))
        .collect::<Result<_, _>>()?;
    let looked_at = tokio::task::spawn_blocking(move || {
        staged.iter().try_for_each(unchanged)?;
        Ok(staged)
    });
    looked_at.await.unwrap_or_else(|_| Err(gone("")))
}

fn staged(image: &NewImage, files: &Files) -> Result<StagedImage, Refusal> {
    let source = match &image.source {
        ImageSource::Url { url } => StagedSource::Url {
            url: url.trim().to_owned(),
        },
        ImageSource::File { file_id } => {
            let file = files.get(file_id).ok_or_else(|| gone(""))?;
            let name = file.view.name;
            StagedSource::File {
                path: file.path,
                mark: file.mark.ok_or_else(|| gone(&name))?,
                format: file.format.ok_or_else(|| gone(&name))?.to_owned(),
                size: file.view.size_bytes,
                name,
            }
        }
    };
    Ok(StagedImage {
        name: sent(&image.name),
        image_id: sent(&image.image_id),
        description: sent(&image.description),
        usage_context: sent(&image.usage_context),
        is_mutable: image.content_policy == ContentPolicy::Mutable,
        source,
    })
}

fn unchanged(image: &StagedImage) -> Result<(), Refusal> {
    let StagedSource::File {
        path, mark, name, ..
    } = &image.source
    else {
        return Ok(());
    };
    let path: &PathBuf = path;
    match clip::identity(path) {
        Ok(now) if now.mark() == *mark => Ok(()),
        _ => Err(gone(name)),
    }
}

fn sent(text: &str) -> String {
    text.trim().replace("\r\n", "\n").replace('\r', "\n")
}

impl From<StagedImage> for ImageRecord {
    /// An image that has not been begun.
    fn from(image: StagedImage) -> Self {
        Self {
            image,
            is_done: false,
            is_sealed: false,
            refusal: None,
        }
    }
}
