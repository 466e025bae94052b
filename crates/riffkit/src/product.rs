//! Products and their images (contract, `ProductOut`, `ProductImageOut`).

use serde::{Deserialize, Serialize};
use serde_json::json;
use wire::Failure;
use wire::upload::{FilePart, Hooks};

use crate::call::Pairs;
use crate::{Api, Session};
use lenient::{self, Lossy, open_words};

open_words! {
    /// What the engine may do with an image.
    ContentPolicy {
        /// Nothing: it is shown as it is.
        Locked => "locked",
        /// It may change it.
        Mutable => "mutable",
    }
}

open_words! {
    /// Whether the service still writes an image's description.
    CaptionStatus {
        /// It does. No error.
        Pending => "pending",
        /// It does not, or not any more.
        Done => "",
    }
}

/// A product.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Product {
    /// Id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: String,
    /// Name; empty where the service gave none.
    #[serde(default, deserialize_with = "lenient::words")]
    pub name: String,
    /// What it is: the only source of facts.
    #[serde(default, deserialize_with = "lenient::text")]
    pub description: Option<String>,
    /// Whom it is for.
    #[serde(default, deserialize_with = "lenient::text")]
    pub target_audience: Option<String>,
    /// Its images.
    #[serde(default, deserialize_with = "lenient::list")]
    pub images: Vec<ProductImage>,
}

/// An image of a product.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct ProductImage {
    /// Id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: String,
    /// Where it is: for [`Api::file`]. Empty where the service gave nothing.
    #[serde(default, deserialize_with = "lenient::words")]
    pub url: String,
    /// Name, by which a creative direction places it. An image without one can't be placed.
    #[serde(default, deserialize_with = "lenient::words")]
    pub name: String,
    /// What it shows.
    #[serde(default, deserialize_with = "lenient::words")]
    pub description: String,
    /// When to use it.
    #[serde(default, deserialize_with = "lenient::words")]
    pub usage_context: String,
    /// What the engine may do with it.
    #[serde(default)]
    pub content_policy: ContentPolicy,
    /// Whether its description is still being written.
    #[serde(default)]
    pub caption_status: CaptionStatus,
}

/// A product to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewProduct {
    /// Name; required.
    pub name: String,
    /// What it is; required.
    pub description: String,
    /// Whom it is for; not sent when empty.
    pub target_audience: String,
}

/// Where an image comes from: exactly one.
#[derive(Debug)]
pub enum ImageSource {
    /// A file, at most 50 MB.
    File {
        /// The file.
        file: FilePart,
    },
    /// A public http(s) address, which the service reads.
    Url {
        /// The address.
        image_url: String,
    },
}

/// An image to be added to a product. What is empty is not sent.
#[derive(Debug)]
pub struct NewImage {
    /// Where it comes from.
    pub source: ImageSource,
    /// Name; required, unique within the product.
    pub name: String,
    /// An id of one's own. The service makes one where it is empty.
    pub image_id: String,
    /// What it shows. The service writes it where it is empty.
    pub description: String,
    /// When to use it.
    pub usage_context: String,
    /// What the engine may do with it (`locked` where nothing is said).
    pub content_policy: Option<ContentPolicy>,
}

impl NewImage {
    /// An image with every default.
    pub fn new(source: ImageSource, name: impl Into<String>) -> Self {
        Self {
            source,
            name: name.into(),
            image_id: String::new(),
            description: String::new(),
            usage_context: String::new(),
            content_policy: None,
        }
    }
}

impl Api {
    /// `GET /api/products`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn products(&self, session: &Session) -> Result<Vec<Product>, Failure> {
        let list: Lossy<Product> = self.get("/api/products").by(session).read().await?.value;
        Ok(list.entries)
    }

    /// `POST /api/products`. Every call makes a product.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn create_product(
        &self,
        session: &Session,
        product: &NewProduct,
    ) -> Result<Product, Failure> {
        let mut body = json!({ "name": product.name, "description": product.description });
        if !product.target_audience.is_empty() {
            body["target_audience"] = json!(product.target_audience);
        }
        self.post("/api/products")
            .by(session)
            .send(Some(&body))
            .await
    }

    /// `POST /api/products/{product_id}/images`: adds one image, and gives the whole product back.
    ///
    /// One after another, never two at once: the service would lose one of them. Dropping the future
    /// cancels; [`Failure::may_have_been_taken`] says whether the image may be there all the same.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn add_product_image(
        &self,
        session: &Session,
        product_id: &str,
        image: NewImage,
        hooks: Hooks,
    ) -> Result<Product, Failure> {
        let (image_url, file) = match image.source {
            ImageSource::File { file } => (None, Some(("file", file))),
            ImageSource::Url { image_url } => (Some(image_url), None),
        };
        let fields = Pairs::default()
            .with("image_url", image_url)
            .with("name", Some(image.name))
            .with("image_id", Some(image.image_id))
            .with("description", Some(image.description))
            .with("usage_context", Some(image.usage_context))
            .with("content_policy", image.content_policy);
        self.post("/api/products/{product_id}/images")
            .by(session)
            .id("product_id", product_id)
            .upload(fields, file, hooks)
            .await
    }
}
