//! Reference material: `POST /api/assets/upload`.

use wire::Failure;
use wire::upload::{FilePart, Hooks};

use crate::asset::Asset;
use crate::call::Pairs;
use crate::{Api, Session};

/// `asset_role` of reference material.
const REFERENCE: &str = "reference";

/// Material to be uploaded. What is empty is not sent.
#[derive(Debug)]
pub struct NewAsset {
    /// The file: a video of at most 100 MB, or an image of at most 50 MB.
    pub file: FilePart,
    /// What it is for; see [`NewAsset::reference`].
    pub asset_role: String,
    /// The product that it belongs to.
    pub product_id: String,
    /// The character that it belongs to.
    pub character_id: String,
    /// Name.
    pub name: String,
    /// Notes.
    pub notes: String,
}

impl NewAsset {
    /// Reference material, and nothing said about it.
    pub fn reference(file: FilePart) -> Self {
        Self {
            file,
            asset_role: REFERENCE.to_owned(),
            product_id: String::new(),
            character_id: String::new(),
            name: String::new(),
            notes: String::new(),
        }
    }
}

impl Api {
    /// `POST /api/assets/upload`. Costs nothing; every call makes an asset.
    ///
    /// Dropping the future cancels; [`Failure::may_have_been_taken`] says whether the file may be
    /// there all the same.
    ///
    /// # Errors
    /// See [`Failure`]; 400 for a video that is too long, 413 for a file that is too large.
    pub async fn upload_asset(
        &self,
        session: &Session,
        asset: NewAsset,
        hooks: Hooks,
    ) -> Result<Asset, Failure> {
        let fields = Pairs::default()
            .with("asset_role", Some(asset.asset_role))
            .with("product_id", Some(asset.product_id))
            .with("character_id", Some(asset.character_id))
            .with("name", Some(asset.name))
            .with("notes", Some(asset.notes));
        self.post("/api/assets/upload")
            .by(session)
            .upload(fields, Some(("file", asset.file)), hooks)
            .await
    }
}
