//! AssetOut, of a finished reel and of reference material.

use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    moment::naive,
    state::{Asset, Material, MaterialKind, Records},
};

/// What kind of asset it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum AssetType {
    /// A generated video.
    Pipeline,
    /// Reference material.
    Upload,
}

/// An asset, as clients see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct AssetOut {
    id: String,
    r#type: AssetType,
    asset_role: &'static str,
    name: Option<String>,
    character_id: Option<String>,
    formula_id: Option<String>,
    formula_name: Option<String>,
    product_id: Option<String>,
    file_url: Option<String>,
    thumb_url: Option<String>,
    sd_video_url: Option<String>,
    caption: Option<String>,
    asset_hashtags: Vec<String>,
    batch_id: Option<String>,
    task_id: Option<String>,
    #[schema(value_type = Object)]
    metadata: Value,
    #[schema(value_type = Object)]
    extra_metadata: Value,
    created_at: String,
}

/// The `asset_role` of a finished reel.
pub(super) const FINAL: &str = "final_reel";
/// The `asset_role` of reference material.
pub(super) const REFERENCE: &str = "reference";

/// AssetOut of a finished reel.
pub(super) fn reel(records: &Records, asset: &Asset) -> AssetOut {
    let formula = records.formula(&asset.formula_id);
    let reel = records.rendering(&asset.id);
    AssetOut {
        id: asset.id.clone(),
        r#type: AssetType::Pipeline,
        asset_role: FINAL,
        name: Some(asset.name.clone()),
        character_id: asset.character_id.clone(),
        formula_id: Some(asset.formula_id.clone()),
        formula_name: formula.map(|formula| formula.name.clone()),
        product_id: asset.product_id.clone(),
        file_url: Some(format!("/api/files/{}.mp4", asset.id)),
        thumb_url: Some(format!("/api/files/{}.jpg", asset.id)),
        sd_video_url: asset
            .has_raw
            .then(|| format!("/api/files/{}.sd.mp4", asset.id)),
        caption: Some(asset.caption.clone()),
        asset_hashtags: asset.hashtags.clone(),
        batch_id: Some(asset.batch_id.clone()),
        task_id: Some(asset.task_id.clone()),
        metadata: json!({
            "duration": reel.map(|reel| reel.duration_ms as f64 / 1000.0),
            "width": reel.map(|reel| reel.width),
            "height": reel.map(|reel| reel.height),
            "language": asset.language,
            "sandbox": true,
        }),
        extra_metadata: json!({ "carried_sample": reel.is_some_and(|reel| reel.carried) }),
        created_at: naive(asset.created),
    }
}

/// AssetOut of reference material.
pub(super) fn material(material: &Material) -> AssetOut {
    let file_url = format!("/api/files/{}.{}", material.id, material.extension);
    AssetOut {
        id: material.id.clone(),
        r#type: AssetType::Upload,
        asset_role: REFERENCE,
        name: Some(material.name.clone()),
        character_id: material.character_id.clone(),
        formula_id: None,
        formula_name: None,
        product_id: material.product_id.clone(),
        // A picture is its own thumbnail; of a video there is none.
        thumb_url: (material.kind == MaterialKind::Image).then(|| file_url.clone()),
        file_url: Some(file_url),
        sd_video_url: None,
        caption: None,
        asset_hashtags: Vec::new(),
        batch_id: None,
        task_id: None,
        metadata: json!({
            "duration": material.duration_ms.map(|length| length as f64 / 1000.0),
            "bytes": material.bytes,
            "sandbox": true,
        }),
        extra_metadata: json!({ "notes": material.notes }),
        created_at: naive(material.created),
    }
}
