//! Finished reels and their files (contract, `GET /api/assets`; field notes, "Files").

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use wire::{Failure, Portion, Secret, Streamed};

use crate::lenient::{self, Lossy};
use crate::{Api, Session};

/// `asset_role` of a finished riff.
const FINAL_REEL: &str = "final_reel";

/// An asset.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Asset {
    /// Id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: String,
    /// `pipeline` (made here), `upload`, or whatever comes.
    #[serde(default, rename = "type", deserialize_with = "lenient::text")]
    pub kind: Option<String>,
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
    #[serde(default, deserialize_with = "lenient::time")]
    pub created_at: Option<Timestamp>,
}

impl Asset {
    /// Whether it is a finished riff.
    pub fn is_final_reel(&self) -> bool {
        self.asset_role.as_deref() == Some(FINAL_REEL)
    }
}

/// Order of a list of assets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetSort {
    /// Newest first.
    NewestFirst,
    /// Oldest first.
    OldestFirst,
}

/// Which assets are asked for. The default asks for the first 50 of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssetFilter {
    /// These only; empty for all.
    pub asset_ids: Vec<String>,
    /// Role; see [`AssetFilter::final_reels`].
    pub asset_role: Option<String>,
    /// Template.
    pub formula_ids: Vec<String>,
    /// Order.
    pub sort: Option<AssetSort>,
    /// Page, from 1.
    pub page: Option<u32>,
    /// Most entries, 1-200.
    pub limit: Option<u32>,
}

impl AssetFilter {
    /// Finished riffs, newest first.
    pub fn final_reels() -> Self {
        Self {
            asset_role: Some(FINAL_REEL.to_owned()),
            sort: Some(AssetSort::NewestFirst),
            ..Self::default()
        }
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        let mut query = Vec::new();
        query.extend(self.asset_ids.iter().map(|id| ("asset_id", id.clone())));
        query.extend(
            self.asset_role
                .iter()
                .map(|role| ("asset_role", role.clone())),
        );
        query.extend(self.formula_ids.iter().map(|id| ("formula_id", id.clone())));
        query.extend(self.sort.map(|sort| {
            let word = match sort {
                AssetSort::NewestFirst => "created_desc",
                AssetSort::OldestFirst => "created_asc",
            };
            ("sort", word.to_owned())
        }));
        query.extend(self.page.map(|page| ("page", page.max(1).to_string())));
        query.extend(
            self.limit
                .map(|limit| ("limit", limit.clamp(1, 200).to_string())),
        );
        query
    }
}

/// A page of assets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assets {
    /// The assets that could be read.
    pub assets: Vec<Asset>,
    /// How many could not.
    pub skipped: usize,
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
    pub async fn assets(&self, session: &Session, filter: &AssetFilter) -> Result<Assets, Failure> {
        let list: Lossy<Asset> = self
            .get("/api/assets", &filter.query(), Some(session))
            .await?;
        Ok(Assets {
            assets: list.entries,
            skipped: list.skipped,
        })
    }

    /// `GET /api/assets/{id}/link`. Not in the contract: 404 in older deployments.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn asset_link(
        &self,
        session: &Session,
        asset_id: &str,
    ) -> Result<AssetLink, Failure> {
        let path = ["api", "assets", asset_id, "link"];
        let link: LinkOut = self.get_at(&path, &[], Some(session)).await?.value;
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
