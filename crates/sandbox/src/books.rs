//! What really happened, for a test that judges a client.

use std::collections::BTreeMap;

use jiff::Timestamp;

/// The service's own view of what was ordered, charged and asked.
///
/// The orders and sums outlive a restart; polls and requests are those of this run.
#[derive(Debug, Clone, Default)]
pub struct Books {
    /// The riffs that were accepted, oldest first.
    pub riffs: Vec<RiffEntry>,
    /// Bytes of video received, refused and broken uploads included.
    pub upload_bytes: u64,
    /// Bytes of stored files that were given out in this run.
    pub given_bytes: u64,
    /// Seconds of video charged.
    pub charged_seconds: f64,
    /// Seconds of video that are left on the account.
    pub balance_seconds: f64,
    /// Reels that are finished.
    pub reels_finished: usize,
    /// The products, oldest first.
    pub products: Vec<ProductEntry>,
    /// Uploads of images that began while another one to the same product was under way: a
    /// client's mistake, as the contract wants them one after another.
    pub overlapping_images: usize,
    /// Requests to the storage origin that carried the session cookie.
    pub cookies_leaked: u64,
    /// Requests of this run to Riffkit's API that carried a bearer token: Riffkit has none.
    pub tokens_astray: u64,
    /// When each batch was polled.
    pub polls: BTreeMap<String, Vec<Timestamp>>,
    /// The latest requests (10,000 at most), oldest first.
    pub requests: Vec<RequestEntry>,
}

impl Books {
    /// How many requests with this method and path there were.
    #[must_use]
    pub fn count(&self, method: &str, path: &str) -> usize {
        self.requests
            .iter()
            .filter(|entry| entry.method == method && entry.path == path)
            .count()
    }
}

/// A riff that was accepted.
#[derive(Debug, Clone, PartialEq)]
pub struct RiffEntry {
    /// The batch.
    pub batch_id: String,
    /// What it was made from.
    pub source: RiffSource,
    /// The language's code.
    pub language: String,
    /// The creative direction.
    pub content_anchor: String,
    /// The hook hint.
    pub user_hint: String,
    /// The digital characters, one for each reel; none in Auto mode.
    pub character_ids: Vec<String>,
    /// The product that it places, if any.
    pub product: Option<ProductUse>,
    /// How many reels it makes.
    pub reels: usize,
    /// When it was accepted.
    pub at: Timestamp,
}

/// The product of a riff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductUse {
    /// The product.
    pub product_id: String,
    /// It is seen; otherwise it is only told of.
    pub is_on_camera: bool,
}

/// A product that was created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductEntry {
    /// The product.
    pub product_id: String,
    /// Its name.
    pub name: String,
    /// The names of its images, in their order.
    pub images: Vec<String>,
}

/// What a riff was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RiffSource {
    /// An uploaded video of this many bytes.
    Upload(u64),
    /// A TikTok link.
    Link(String),
    /// A template that was there already.
    Template(String),
}

/// A request, without its query, headers and body: nothing secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestEntry {
    /// The method.
    pub method: String,
    /// The path.
    pub path: String,
    /// The answer's status; none while it isn't answered.
    pub status: Option<u16>,
    /// When it came.
    pub at: Timestamp,
}
