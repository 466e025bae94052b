//! Finished reels and the way to their bytes.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, RawQuery, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::{
    auth::SignedIn,
    document::{Broken, Invalid, NotFound, Unauthenticated},
    problem::Problem,
    query::Query,
};
use crate::{
    faults::Fault,
    moment::{DAY, Millis, naive},
    service::Service,
    state::{Asset, Records},
};

/// How long the link of a redirect holds.
const REDIRECT_LIFE: Millis = 5 * 60 * 1000;
/// How long a link that was asked for holds, in seconds (field notes: 21,600).
const LINK_LIFE: i64 = 21_600;

/// An asset, as clients see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct AssetOut {
    id: String,
    r#type: String,
    asset_role: String,
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

/// AssetOut.
fn view(records: &Records, asset: &Asset) -> AssetOut {
    let formula = records.formula(&asset.formula_id);
    let reel = records.rendered.get(&asset.id);
    AssetOut {
        id: asset.id.clone(),
        r#type: "pipeline".to_owned(),
        asset_role: "final_reel".to_owned(),
        name: Some(asset.name.clone()),
        character_id: asset.character_id.clone(),
        formula_id: Some(asset.formula_id.clone()),
        formula_name: formula.map(|formula| formula.name.clone()),
        product_id: None,
        file_url: Some(format!("/api/files/{}.mp4", asset.id)),
        thumb_url: Some(format!("/api/files/{}.jpg", asset.id)),
        sd_video_url: None,
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

#[derive(Clone, Copy)]
enum Order {
    Newest,
    Oldest,
    Character,
    Product,
}

/// The assets.
#[utoipa::path(
    get,
    path = "/api/assets",
    security(("session" = [])),
    params(
        ("asset_id" = Option<Vec<String>>, Query, description = "Repeated for several"),
        ("type" = Option<String>, Query, description = "`pipeline` or `upload`"),
        ("asset_role" = Option<String>, Query, description = "`final_reel` or `reference`"),
        ("character" = Option<Vec<String>>, Query, description = "Repeated for several"),
        ("product_id" = Option<Vec<String>>, Query, description = "Repeated for several"),
        ("formula_id" = Option<Vec<String>>, Query, description = "Repeated for several"),
        ("created_window" = Option<String>, Query, description = "today, 7d, 30d or 90d"),
        (
            "sort" = Option<String>, Query,
            description = "created_desc, created_asc, character_az or product_az"
        ),
        ("page" = Option<usize>, Query, minimum = 1),
        ("limit" = Option<usize>, Query, minimum = 1, maximum = 200),
    ),
    responses((status = 200, body = [AssetOut]), Unauthenticated, Invalid, Broken)
)]
pub(crate) async fn list(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    RawQuery(raw): RawQuery,
) -> Result<Json<Vec<AssetOut>>, Problem> {
    let query = Query::read(raw.as_deref());
    let orders = [
        ("created_desc", Order::Newest),
        ("created_asc", Order::Oldest),
        ("character_az", Order::Character),
        ("product_az", Order::Product),
    ];
    let order = query.choice("sort", &orders)?.unwrap_or(Order::Newest);
    let windows = [("today", 1), ("7d", 7), ("30d", 30), ("90d", 90)];
    let window = query.choice("created_window", &windows)?;
    let page = query.number("page", 1, 1..=usize::MAX)?;
    let limit = query.number("limit", 50, 1..=200)?;
    service.settle().await?;
    let now = service.now();
    let since = match window {
        None => Millis::MIN,
        Some(1) => now - now.rem_euclid(DAY),
        Some(days) => now - days * DAY,
    };
    Ok(service.store.read(|records| {
        let mut assets: Vec<&Asset> = records
            .assets
            .iter()
            .filter(|asset| asset.created >= since && admits(&query, asset))
            .collect();
        assets.sort_by_key(|asset| asset.created);
        match order {
            Order::Oldest | Order::Product => {}
            Order::Newest => assets.reverse(),
            Order::Character => assets.sort_by(|a, b| a.character_id.cmp(&b.character_id)),
        }
        assets
            .iter()
            .skip((page - 1).saturating_mul(limit))
            .take(limit)
            .map(|asset| view(records, asset))
            .collect::<Vec<AssetOut>>()
            .into()
    }))
}

fn admits(query: &Query, asset: &Asset) -> bool {
    let among = |name: &str, value: &str| {
        let wanted = query.all(name);
        wanted.is_empty() || wanted.contains(&value)
    };
    among("asset_id", &asset.id)
        && among("formula_id", &asset.formula_id)
        && among(
            "character",
            asset.character_id.as_deref().unwrap_or_default(),
        )
        && among("product_id", "")
        && query.one("type").is_none_or(|kind| kind == "pipeline")
        && query
            .one("asset_role")
            .is_none_or(|role| role == "final_reel")
}

/// Needs the session, and leads to the storage origin.
#[utoipa::path(
    get,
    path = "/api/files/{name}",
    security(("session" = [])),
    params(("name" = String, Path)),
    responses(
        (
            status = 302,
            description = "The bytes are at another origin",
            headers(("Location" = String, description = "A signed link"))
        ),
        Unauthenticated,
        NotFound,
        Broken
    ),
    extensions(("x-field-note" = json!(true)))
)]
pub(crate) async fn file(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let asset_id = name
        .strip_suffix(".mp4")
        .or_else(|| name.strip_suffix(".jpg"))
        .ok_or_else(|| Problem::not_found("File"))?;
    service.settle().await?;
    let exists = service
        .store
        .read(|records| records.asset(asset_id).is_some());
    if !exists {
        return Err(Problem::not_found("File"));
    }
    let (link, _) = signed(&service, &name, REDIRECT_LIFE);
    Ok((StatusCode::FOUND, [(header::LOCATION, link)]).into_response())
}

/// A link that is fetched without the cookie.
#[derive(Serialize, ToSchema)]
pub(crate) struct AssetLink {
    url: String,
    expires_at: String,
    seconds_valid: i64,
    watermarked: bool,
}

/// A link that is fetched without the cookie.
#[utoipa::path(
    get,
    path = "/api/assets/{id}/link",
    security(("session" = [])),
    params(("id" = String, Path)),
    responses((status = 200, body = AssetLink), Unauthenticated, NotFound, Broken),
    extensions(("x-field-note" = json!(true)))
)]
pub(crate) async fn link(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
) -> Result<Json<AssetLink>, Problem> {
    service.settle().await?;
    if service.store.read(|records| records.asset(&id).is_none()) {
        return Err(Problem::not_found("Asset"));
    }
    let (url, expires) = signed(&service, &format!("{id}.mp4"), LINK_LIFE * 1000);
    Ok(Json(AssetLink {
        url,
        expires_at: naive(expires),
        seconds_valid: LINK_LIFE,
        watermarked: false,
    }))
}

fn signed(service: &Service, name: &str, life: Millis) -> (String, Millis) {
    let life = if service.faults.strikes(&Fault::ExpiredLink) {
        -1000
    } else {
        life
    };
    let expires = service.now() + life;
    let path = format!("/{name}");
    let link = service.signer.link(&service.storage, &path, expires);
    (link.into(), expires)
}
