//! The pictures of templates, characters and products.
//!
//! Those of templates and characters are drawn when somebody asks for them, each from its own id,
//! so that ten thousand are all different and cost nothing until they are seen.

mod drawing;
mod png;

use std::{
    io::{self, Write},
    path::PathBuf,
};

pub(crate) use drawing::color;

use crate::{service::Service, state::ImagePlace};

const TEMPLATE: &str = "template-";
const CHARACTER: &str = "character-";
const DRAWN: &str = ".png";

/// The name of a template's picture.
pub(crate) fn of_template(id: &str) -> String {
    format!("{TEMPLATE}{id}{DRAWN}")
}

/// The name of a character's picture.
pub(crate) fn of_character(id: &str) -> String {
    format!("{CHARACTER}{id}{DRAWN}")
}

/// The path at which the API gives a picture.
pub(crate) fn address(name: &str) -> String {
    format!("/api/pictures/{name}")
}

/// A picture on disk.
pub(crate) struct Picture {
    pub(crate) path: PathBuf,
    /// Its media type.
    pub(crate) kind: &'static str,
}

/// The picture with this name, drawn where that wasn't done yet; none where there is none.
///
/// # Errors
/// Where it can't be written.
pub(crate) fn find(service: &Service, name: &str) -> io::Result<Option<Picture>> {
    let path = service.folders.pictures().join(name);
    if let Some(id) = drawn(name, TEMPLATE) {
        let has_picture = service.store.read(|records| {
            let template = records.templates.get(id);
            template.is_some_and(|template| template.has_picture)
        });
        return has_picture
            .then(|| put(path, || drawing::scene(id)))
            .transpose();
    }
    if let Some(id) = drawn(name, CHARACTER) {
        let has_picture = service
            .cast
            .get(id)
            .is_some_and(|character| character.has_picture);
        return has_picture
            .then(|| put(path, || drawing::person(id)))
            .transpose();
    }
    let is_product_image = service.store.read(|records| {
        let mut images = records.products.iter().flat_map(|product| &product.images);
        images.any(|image| matches!(&image.place, ImagePlace::Kept { file } if file == name))
    });
    Ok(is_product_image.then(|| Picture {
        path,
        kind: media_type(name),
    }))
}

fn drawn<'a>(name: &'a str, whose: &str) -> Option<&'a str> {
    name.strip_prefix(whose)?.strip_suffix(DRAWN)
}

fn put(path: PathBuf, draw: impl FnOnce() -> Vec<u8>) -> io::Result<Picture> {
    if !path.is_file() {
        let folder = path.parent().unwrap_or(&path);
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(&draw())?;
        file.persist(&path).map_err(|failed| failed.error)?;
    }
    Ok(Picture {
        path,
        kind: "image/png",
    })
}

/// By the extension that a picture was given when it was looked at.
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "png")) => "image/png",
        Some((_, "webp")) => "image/webp",
        _ => "image/jpeg",
    }
}
