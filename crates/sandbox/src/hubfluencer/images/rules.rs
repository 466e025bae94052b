//! What holds for every image, whatever it belongs to (contract: jpeg and png only, at most 20 MB).

use std::io::Read as _;

use axum::{body::Bytes, http::HeaderMap};
use url::Url;
use uuid::Uuid;

use super::{Announced, Image, forms::Presigned, place::Place};
use crate::{
    hubfluencer::{
        fields::Fields,
        problem::Problem,
        service::HubService,
        uploads::{CONFIRMS, LONGEST_DESCRIPTION, PRESIGNED, PRESIGNS},
    },
    sniff::Picture,
};

/// Largest image, in bytes (contract: 20 MB).
pub(super) const LARGEST: u64 = 20 * 1024 * 1024;
/// The content types that are taken.
pub(super) const KINDS: [&str; 2] = ["image/jpeg", "image/png"];

/// Where an image is to be put, by the fields `mime_type` and `size_bytes`.
///
/// # Errors
/// 404 where there is no such project; 422 where a field breaks its constraint; 429.
pub(super) fn presign(
    service: &HubService,
    place: Place,
    slug: &str,
    (headers, body): (&HeaderMap, &Bytes),
) -> Result<Presigned, Problem> {
    admit(service, place, slug)?;
    let mut fields = Fields::read(headers, body)?;
    fields.require("mime_type");
    let kind = fields.word("mime_type", &KINDS);
    fields.require("size_bytes");
    let bytes = fields.whole("size_bytes", 1..=LARGEST as i64);
    fields.finish()?;
    let announced = Announced {
        content_type: kind.unwrap_or_default(),
        bytes: bytes.map(i64::unsigned_abs),
    };
    let (url, s3_key) = announce(service, place, slug, announced)?;
    Ok(Presigned {
        presigned_url: url.into(),
        s3_key,
    })
}

/// Whether a presign may come, and for this project.
///
/// # Errors
/// 404, 429.
pub(super) fn admit(service: &HubService, place: Place, slug: &str) -> Result<(), Problem> {
    if !service.read(|records| place.is_there(records, slug)) {
        return Err(Problem::not_found());
    }
    service.admit(PRESIGNS)
}

/// Remembers what was announced, and gives the address to put it to, and its key.
///
/// # Errors
/// 500 where the records can't be written.
pub(super) fn announce(
    service: &HubService,
    place: Place,
    slug: &str,
    announced: Announced,
) -> Result<(Url, String), Problem> {
    let extension = match announced.content_type.as_str() {
        "image/png" => "png",
        _ => "jpg",
    };
    let name = Uuid::new_v4().simple();
    let key = format!("{}{name}.{extension}", place.prefix(slug));
    let kind = &announced.content_type;
    let url = service.objects.presign_put(&key, kind, PRESIGNED);
    let remembered = key.clone();
    service.change(|records, _| records.images.presigned.insert(remembered, announced))?;
    Ok((url, key))
}

/// The image that was put, by the fields `s3_key` and, for a product, `product_description`.
///
/// # Errors
/// 404 where there is no such project; 422 where a field breaks its constraint, nothing was put,
/// or something else than was announced; 429.
pub(super) async fn confirm(
    service: &HubService,
    place: Place,
    slug: &str,
    (headers, body): (&HeaderMap, &Bytes),
) -> Result<Image, Problem> {
    if !service.read(|records| place.is_there(records, slug)) {
        return Err(Problem::not_found());
    }
    service.admit(CONFIRMS)?;
    let mut fields = Fields::read(headers, body)?;
    fields.require("s3_key");
    let key = fields.text("s3_key", 0..=512).unwrap_or_default();
    let description = match place {
        Place::ShortProduct | Place::EditorProduct => {
            fields.text("product_description", 0..=LONGEST_DESCRIPTION)
        }
        _ => None,
    };
    fields.finish()?;
    let announced = service.read(|records| records.images.presigned.get(&key).cloned());
    let announced = announced
        .filter(|_| key.starts_with(&place.prefix(slug)))
        .ok_or_else(|| Problem::field("s3_key", "was not presigned for this project"))?;
    check(service, &key, &announced).await?;
    Ok(Image {
        s3_key: key,
        content_type: announced.content_type,
        product_description: description.filter(|text| !text.trim().is_empty()),
    })
}

/// Whether what lies in the storage is what was announced.
async fn check(service: &HubService, key: &str, announced: &Announced) -> Result<(), Problem> {
    let (head, path) = (service.objects.head(key), service.objects.path(key));
    let (Some(head), Some(path)) = (head, path) else {
        return Err(Problem::unprocessable(
            "upload_missing",
            "Nothing was put under this key",
        ));
    };
    if head.content_type != announced.content_type {
        return Err(Problem::unprocessable(
            "content_type_mismatch",
            format!(
                "{} was put as {}",
                announced.content_type, head.content_type
            ),
        ));
    }
    if announced.bytes.is_some_and(|bytes| bytes != head.bytes) {
        return Err(Problem::unprocessable(
            "size_mismatch",
            format!("{} bytes were put", head.bytes),
        ));
    }
    if head.bytes > LARGEST {
        return Err(Problem::unprocessable(
            "image_too_large",
            "An image has at most 20 MB",
        ));
    }
    let first = tokio::task::spawn_blocking(move || {
        let mut first = Vec::new();
        let file = std::fs::File::open(path)?;
        file.take(Picture::HEAD as u64).read_to_end(&mut first)?;
        Ok::<_, std::io::Error>(first)
    });
    let first = first.await.map_err(std::io::Error::other);
    let first = first.and_then(|first| first).map_err(|error| {
        tracing::error!(%error, "an image could not be looked at");
        Problem::broken()
    })?;
    let seen = Picture::of(&first).and_then(|seen| Picture::content_type(seen.extension()));
    if seen == Some(announced.content_type.as_str()) {
        return Ok(());
    }
    Err(Problem::unprocessable(
        "invalid_image",
        format!("The file is no {} picture", announced.content_type),
    ))
}
