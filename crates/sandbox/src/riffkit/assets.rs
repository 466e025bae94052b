//! The list of assets.

use std::sync::Arc;

use axum::{
    Json,
    extract::{RawQuery, State},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    asset_view::{self, AssetOut, AssetType},
    auth::SignedIn,
    document::{Broken, Invalid, Unauthenticated},
    problem::Problem,
    query::Query,
    window::Window,
};
use crate::{
    cast::Cast,
    moment::Millis,
    service::Service,
    state::{Asset, Material, Records},
};

/// The order of the list.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AssetSort {
    CreatedDesc,
    CreatedAsc,
    CharacterAz,
    ProductAz,
}

const SORTS: [(&str, AssetSort); 4] = [
    ("created_desc", AssetSort::CreatedDesc),
    ("created_asc", AssetSort::CreatedAsc),
    ("character_az", AssetSort::CharacterAz),
    ("product_az", AssetSort::ProductAz),
];

const TYPES: [(&str, AssetType); 2] = [
    ("pipeline", AssetType::Pipeline),
    ("upload", AssetType::Upload),
];

/// One entry of the list.
#[derive(Clone, Copy)]
enum Entry<'a> {
    Reel(&'a Asset),
    Material(&'a Material),
}

impl<'a> Entry<'a> {
    fn id(self) -> &'a str {
        match self {
            Self::Reel(asset) => &asset.id,
            Self::Material(material) => &material.id,
        }
    }

    fn created(self) -> Millis {
        match self {
            Self::Reel(asset) => asset.created,
            Self::Material(material) => material.created,
        }
    }

    fn kind(self) -> AssetType {
        match self {
            Self::Reel(_) => AssetType::Pipeline,
            Self::Material(_) => AssetType::Upload,
        }
    }

    fn role(self) -> &'static str {
        match self {
            Self::Reel(_) => asset_view::FINAL,
            Self::Material(_) => asset_view::REFERENCE,
        }
    }

    fn character(self) -> Option<&'a str> {
        match self {
            Self::Reel(asset) => asset.character_id.as_deref(),
            Self::Material(material) => material.character_id.as_deref(),
        }
    }

    fn product(self) -> Option<&'a str> {
        match self {
            Self::Reel(asset) => asset.product_id.as_deref(),
            Self::Material(material) => material.product_id.as_deref(),
        }
    }

    fn formula(self) -> Option<&'a str> {
        match self {
            Self::Reel(asset) => Some(&asset.formula_id),
            Self::Material(_) => None,
        }
    }

    fn view(self, records: &Records) -> AssetOut {
        match self {
            Self::Reel(asset) => asset_view::reel(records, asset),
            Self::Material(material) => asset_view::material(material),
        }
    }
}

/// What the list is narrowed to.
struct Narrowed<'a> {
    ids: Vec<&'a str>,
    kind: Option<AssetType>,
    role: Option<&'a str>,
    characters: Vec<&'a str>,
    products: Vec<&'a str>,
    formulas: Vec<&'a str>,
    since: Millis,
}

impl<'a> Narrowed<'a> {
    fn read(query: &'a Query, now: Millis) -> Result<Self, Problem> {
        let window = query.choice("created_window", &Window::WORDS)?;
        Ok(Self {
            ids: query.all("asset_id"),
            kind: query.choice("type", &TYPES)?,
            role: query.one("asset_role"),
            characters: query.all("character"),
            products: query.all("product_id"),
            formulas: query.all("formula_id"),
            since: window.map_or(Millis::MIN, |window| window.since(now)),
        })
    }

    fn admits(&self, entry: Entry<'_>) -> bool {
        let among = |wanted: &[&str], value: Option<&str>| {
            wanted.is_empty() || value.is_some_and(|value| wanted.contains(&value))
        };
        entry.created() >= self.since
            && self.kind.is_none_or(|kind| kind == entry.kind())
            && self.role.is_none_or(|role| role == entry.role())
            && among(&self.ids, Some(entry.id()))
            && among(&self.characters, entry.character())
            && among(&self.products, entry.product())
            && among(&self.formulas, entry.formula())
    }
}

/// The assets: finished reels and reference material.
#[utoipa::path(
    get,
    path = "/api/assets",
    security(("session" = [])),
    params(
        ("asset_id" = Option<Vec<String>>, Query, description = "Repeated for several"),
        ("type" = Option<AssetType>, Query),
        ("asset_role" = Option<String>, Query, description = "`final_reel` or `reference`"),
        ("character" = Option<Vec<String>>, Query, description = "Repeated for several"),
        ("product_id" = Option<Vec<String>>, Query, description = "Repeated for several"),
        ("formula_id" = Option<Vec<String>>, Query, description = "Repeated for several"),
        ("created_window" = Option<Window>, Query),
        ("sort" = inline(Option<AssetSort>), Query, description = "Default created_desc"),
        ("page" = Option<usize>, Query, minimum = 1),
        ("limit" = Option<usize>, Query, minimum = 1, maximum = 200, description = "Default 50"),
    ),
    responses((status = 200, body = [AssetOut]), Unauthenticated, Invalid, Broken)
)]
pub(crate) async fn list(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    RawQuery(raw): RawQuery,
) -> Result<Json<Vec<AssetOut>>, Problem> {
    let query = Query::read(raw.as_deref());
    let narrowed = Narrowed::read(&query, service.now())?;
    let sort = query.choice("sort", &SORTS)?;
    let page = query.number("page", 1, 1..=usize::MAX)?;
    let limit = query.number("limit", 50, 1..=200)?;
    service.settle().await?;
    Ok(service.store.read(|records| {
        let reels = records.past.assets.iter().chain(&records.assets);
        let mut entries: Vec<Entry<'_>> = reels
            .map(Entry::Reel)
            .chain(records.materials.iter().map(Entry::Material))
            .filter(|entry| narrowed.admits(*entry))
            .collect();
        sorted(
            &mut entries,
            records,
            &service.cast,
            sort.unwrap_or(AssetSort::CreatedDesc),
        );
        entries
            .iter()
            .skip((page - 1).saturating_mul(limit))
            .take(limit)
            .map(|entry| entry.view(records))
            .collect::<Vec<AssetOut>>()
            .into()
    }))
}

/// Brings the entries into their order. By name, those without one come last, and those of the
/// same name are newest first.
fn sorted(entries: &mut [Entry<'_>], records: &Records, cast: &Cast, sort: AssetSort) {
    entries.sort_by_key(|entry| entry.created());
    if matches!(sort, AssetSort::CreatedAsc) {
        return;
    }
    entries.reverse();
    let by_name = |name: Option<&str>| (name.is_none(), name.map(str::to_lowercase));
    match sort {
        AssetSort::CreatedDesc | AssetSort::CreatedAsc => {}
        AssetSort::CharacterAz => {
            entries.sort_by_cached_key(|entry| {
                let character = entry.character().and_then(|id| cast.get(id));
                by_name(character.map(|character| character.name.as_str()))
            });
        }
        AssetSort::ProductAz => entries.sort_by_cached_key(|entry| {
            let product = entry.product().and_then(|id| records.product(id));
            by_name(product.map(|product| product.name.as_str()))
        }),
    }
}
