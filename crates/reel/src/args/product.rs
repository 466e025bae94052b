//! `reel product`: writing products and their images.

use std::str::FromStr;

/// `reel product`.
#[derive(Debug, clap::Subcommand)]
pub enum Product {
    /// Writes a new product, then its images, one after another.
    Create(NewProduct),
    /// Adds an image to a product.
    AddImage(AddImage),
}

/// `reel product create`.
#[derive(Debug, clap::Args)]
pub struct NewProduct {
    /// Its name.
    #[arg(long, value_name = "text")]
    pub name: String,
    /// What it is.
    #[arg(long, value_name = "text")]
    pub description: String,
    /// Who it is for.
    #[arg(long, value_name = "text", default_value = "")]
    pub audience: String,
    /// An image's path or public address, and its name after `=`.
    #[arg(long, value_name = "image")]
    pub image: Vec<ImageArg>,
}

/// `reel product add-image`.
#[derive(Debug, clap::Args)]
pub struct AddImage {
    /// The product, by its id or its name.
    #[arg(value_name = "product")]
    pub product: String,
    /// The image's path, or its public address.
    #[arg(value_name = "file")]
    pub image: String,
    /// The image's name.
    #[arg(long, value_name = "text")]
    pub name: String,
    /// What it shows; the service writes it where it is not given.
    #[arg(long, value_name = "text", default_value = "")]
    pub description: String,
    /// When to use it.
    #[arg(long, value_name = "text", default_value = "")]
    pub usage_context: String,
    /// An id of one's own.
    #[arg(long, value_name = "text", default_value = "")]
    pub image_id: String,
    /// The service may change the image.
    #[arg(long)]
    pub mutable: bool,
}

/// `PATH=NAME`. The last `=` divides, so that an address may hold others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageArg {
    /// A path or an address.
    pub place: String,
    /// The image's name.
    pub name: String,
}

/// There is no `=NAME`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoName;

impl std::fmt::Display for NoName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PATH=NAME")
    }
}

impl std::error::Error for NoName {}

impl FromStr for ImageArg {
    type Err = NoName;

    fn from_str(text: &str) -> Result<Self, NoName> {
        match text.rsplit_once('=') {
            Some((place, name)) if !place.trim().is_empty() && !name.trim().is_empty() => {
                Ok(Self {
                    place: place.trim().to_owned(),
                    name: name.trim().to_owned(),
                })
            }
            _ => Err(NoName),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_has_a_place_and_a_name() {
        let read = |text: &str| text.parse::<ImageArg>().map(|arg| (arg.place, arg.name));
        let pair = |place: &str, name: &str| Ok((place.to_owned(), name.to_owned()));
        assert_eq!(read("front.png=the front"), pair("front.png", "the front"));
        assert_eq!(
            read("https://shop.example/a.png?x=1=label"),
            pair("https://shop.example/a.png?x=1", "label")
        );
        for wrong in ["front.png", "=name", "front.png= ", ""] {
            assert_eq!(read(wrong), Err(NoName), "{wrong}");
        }
    }
}
