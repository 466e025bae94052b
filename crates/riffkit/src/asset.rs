//! Finished reels and their files (contract, `GET /api/assets`; field notes, "Files").

use jiff::Timestamp;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;
use wire::{Failure, Portion, Secret, Streamed};

use crate::call::{Pairs, total_count};
use crate::{Api, Session, written};
use lenient::{self, Lossy, open_words};

/// `asset_role` of a finished riff.
const FINAL_REEL: &str = "final_reel";

/// An asset.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Asset {
    /// Id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: String,
    /// Where it comes from.
    #[serde(default, rename = "type")]
    pub kind: AssetType,
    /// `final_reel` for a finished riff.
    #[serde(default, deserialize_with = "lenient::text")]
    pub asset_role: Option<String>,
    /// Name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: Option<String>,
    /// Digital character.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub character_id: Option<String>,
    /// Template.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub formula_id: Option<String>,
    /// Its name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub formula_name: Option<String>,
    /// Product.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub product_id: Option<String>,
    /// Where the video is, as the service wrote it: for [`Api::file`].
    #[serde(default, deserialize_with = "lenient::text")]
    pub file_url: Option<String>,
    /// Where its picture is: for [`Api::file`].
    #[serde(default, deserialize_with = "lenient::text")]
    pub thumb_url: Option<String>,
    /// The video before its finishing: for [`Api::file`]. Only where there was one.
    #[serde(default, deserialize_with = "lenient::text")]
    pub sd_video_url: Option<String>,
    /// Suggested copy, one paragraph.
    #[serde(default, deserialize_with = "lenient::text")]
    pub caption: Option<String>,
    /// Suggested hashtags, as the service wrote them.
    #[serde(default, deserialize_with = "lenient::texts")]
    pub asset_hashtags: Vec<String>,
    /// The batch it came from.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub batch_id: Option<String>,
    /// The task it came from.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub task_id: Option<String>,
    /// More, as it comes. `duration` and the like stand here where they stand at all.
    #[serde(default)]
    pub metadata: Value,
    /// Still more.
    #[serde(default)]
    pub extra_metadata: Value,
    /// When it was made.
    #[serde(
        default,
        deserialize_with = "lenient::time",
        serialize_with = "written::time"
    )]
    pub created_at: Option<Timestamp>,
}

impl Asset {
    /// Whether it is a finished riff.
    pub fn is_final_reel(&self) -> bool {
        self.asset_role.as_deref() == Some(FINAL_REEL)
    }
}

open_words! {
    /// Where an asset comes from.
    AssetType {
        /// Made by a riff.
        Pipeline => "pipeline",
        /// Uploaded.
        Upload => "upload",
    }
}

/// How far back a list of assets goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreatedWindow {
    /// Today, in UTC.
    Today,
    /// Seven days.
    Week,
    /// Thirty days.
    Month,
    /// Ninety days.
    Quarter,
}

impl CreatedWindow {
    /// The word as the service takes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Week => "7d",
            Self::Month => "30d",
            Self::Quarter => "90d",
        }
    }
}

/// Order of a list of assets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetSort {
    /// Newest first.
    NewestFirst,
    /// Oldest first.
    OldestFirst,
    /// By character.
    Character,
    /// By product.
    Product,
}

impl AssetSort {
    /// The word as the service takes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NewestFirst => "created_desc",
            Self::OldestFirst => "created_asc",
            Self::Character => "character_az",
            Self::Product => "product_az",
        }
    }
}

/// Which assets are asked for. The default asks for the first 50 of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssetQuery {
    /// These only; empty for all.
    pub asset_id: Vec<String>,
    /// Where they come from.
    pub r#type: Option<AssetType>,
    /// Role; see [`AssetQuery::final_reels`].
    pub asset_role: Option<String>,
    /// Any of these characters; empty for all.
    pub character: Vec<String>,
    /// Any of these products; empty for all.
    pub product_id: Vec<String>,
    /// Any of these templates; empty for all.
    pub formula_id: Vec<String>,
    /// How far back.
    pub created_window: Option<CreatedWindow>,
    /// Order.
    pub sort: Option<AssetSort>,
    /// Page, from 1.
    pub page: Option<u32>,
    /// Most entries, 1-200.
    pub limit: Option<u32>,
}

impl AssetQuery {
    /// Finished riffs, newest first.
    pub fn final_reels() -> Self {
        Self {
            asset_role: Some(FINAL_REEL.to_owned()),
            sort: Some(AssetSort::NewestFirst),
            ..Self::default()
        }
    }

    fn pairs(&self) -> Pairs {
        Pairs::default()
            .repeated("asset_id", &self.asset_id)
            .with("type", self.r#type.as_ref())
            .with("asset_role", self.asset_role.as_ref())
            .repeated("character", &self.character)
            .repeated("product_id", &self.product_id)
            .repeated("formula_id", &self.formula_id)
            .with(
                "created_window",
                self.created_window.map(CreatedWindow::as_str),
            )
            .with("sort", self.sort.map(AssetSort::as_str))
            .with("page", self.page.map(|page| page.max(1)))
            .with("limit", self.limit.map(|limit| limit.clamp(1, 200)))
    }
}

/// A page of assets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assets {
    /// The assets that could be read.
    pub assets: Vec<Asset>,
    /// How many could not.
    pub skipped: usize,
    /// How many there are on all pages, where the service says so (`X-Total-Count`).
    pub total: Option<u64>,
}

impl Serialize for Assets {
    /// A bare list, as the service writes it.
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        self.assets.serialize(output)
    }
}

/// A link to a file that needs no session, and ends (newer deployments).
#[derive(Clone, Debug)]
pub struct AssetLink {
    /// The presigned address: whoever has it has the file.
    pub url: Secret,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// Whether the file carries a mark.
    pub watermarked: bool,
}

#[derive(Deserialize)]
struct LinkOut {
    url: String,
    #[serde(default, deserialize_with = "lenient::time")]
    expires_at: Option<Timestamp>,
    #[serde(default, deserialize_with = "lenient::yes")]
    watermarked: bool,
}

impl Api {
    /// `GET /api/assets`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn assets(&self, session: &Session, query: &AssetQuery) -> Result<Assets, Failure> {
        let answer = self
            .get("/api/assets")
            .by(session)
            .query(query.pairs())
            .read::<Lossy<Asset>>()
            .await?;
        Ok(Assets {
            total: total_count(&answer),
            assets: answer.value.entries,
            skipped: answer.value.skipped,
        })
    }

    /// `GET /api/assets/{asset_id}/link`. Not in the contract: 404 in older deployments.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn asset_link(
        &self,
        session: &Session,
        asset_id: &str,
    ) -> Result<AssetLink, Failure> {
        let link: LinkOut = self
            .get("/api/assets/{asset_id}/link")
            .by(session)
            .id("asset_id", asset_id)
            .read()
            .await?
            .value;
        Ok(AssetLink {
            url: Secret::new(link.url),
            expires_at: link.expires_at,
            watermarked: link.watermarked,
        })
    }

    /// A file by the address of an asset (`file_url`, `thumb_url`), relative or absolute.
    ///
    /// The session goes to its own origin only, redirects included.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn file(
        &self,
        session: &Session,
        url: &str,
        portion: &Portion,
    ) -> Result<Streamed, Failure> {
        let url = self.origin().resolve(url)?;
        self.client()
            .get_stream(url, Some(session.credential()), portion)
            .await
    }

    /// A file that stands on another host, such as a picture of a template, without the session.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn foreign_file(&self, url: &str, portion: &Portion) -> Result<Streamed, Failure> {
        let url = self.origin().resolve(url)?;
        self.client().get_stream(url, None, portion).await
    }

    /// A file by its link, without the session.
    ///
    /// # Errors
    /// See [`Failure`]; 403 (some say 400) once the link has ended.
    pub async fn linked_file(
        &self,
        link: &AssetLink,
        portion: &Portion,
    ) -> Result<Streamed, Failure> {
        let url = self.origin().resolve(link.url.expose())?;
        self.client().get_stream(url, None, portion).await
    }
}
