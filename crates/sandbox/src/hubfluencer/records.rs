//! Everything of Hubfluencer that outlives the process, topic by topic.

use serde::{Deserialize, Serialize};

use super::{
    assists::Assists, credits::Credits, editor::Editors, idempotency::Replays, images::Images,
    shorts::Shorts, sliders::Sliders, tokens::Tokens, uploads::Uploads,
};
use crate::state::Store;

/// The file in the data folder.
pub(crate) const FILE: &str = "hubfluencer.json";

/// The records, in memory and on disk.
pub(crate) type HubStore = Store<HubRecords>;

/// The whole memory of a sandbox's Hubfluencer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct HubRecords {
    /// The port of last time, so that settings of clients stay right over a restart.
    #[serde(default)]
    pub(crate) port: u16,
    #[serde(default)]
    pub(crate) tokens: Tokens,
    pub(crate) credits: Credits,
    #[serde(default)]
    pub(crate) assists: Assists,
    #[serde(default)]
    pub(crate) replays: Replays,
    #[serde(default)]
    pub(crate) sliders: Sliders,
    #[serde(default)]
    pub(crate) uploads: Uploads,
    #[serde(default)]
    pub(crate) images: Images,
    #[serde(default)]
    pub(crate) shorts: Shorts,
    #[serde(default)]
    pub(crate) editors: Editors,
}

impl HubRecords {
    /// The records of a new data folder, with so many credits.
    pub(crate) fn fresh(credits: u32) -> Self {
        Self {
            port: 0,
            tokens: Tokens::default(),
            credits: Credits::of(credits),
            assists: Assists::default(),
            replays: Replays::default(),
            sliders: Sliders::default(),
            uploads: Uploads::default(),
            images: Images::default(),
            shorts: Shorts::default(),
            editors: Editors::default(),
        }
    }
}
