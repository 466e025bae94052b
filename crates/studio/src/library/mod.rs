//! The finished reels: what the service has, what is kept of it here, and their bytes.

mod again;
mod merging;
mod pages;
mod records;
mod stream;
mod sync;

use std::path::PathBuf;

use contract::{AssetId, Code, Event, OrderId, OrderView, ReelView, Refusal};
use riffkit::{Asset, AssetQuery, Assets};

use crate::Studio;
use crate::journal::{ReelRecord, is_result};
use records::{records, view};

pub(crate) use records::{hashtag, is_own, saved_file, title};
pub use stream::MediaStream;
pub(crate) use sync::LibrarySync;

/// Entries of a page of `GET /api/assets` (contract: at most 200).
const PAGE: u32 = 200;

/// What the service lists of an order's reels.
pub(crate) struct Collected {
    pub(crate) reels: Vec<AssetId>,
    /// Whether those are all that its tasks name.
    pub(crate) whole: bool,
}

impl Studio {
    /// One reel as it is known here.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is not.
    pub async fn reel(&self, asset_id: &AssetId) -> Result<ReelView, Refusal> {
        self.reel_record(asset_id).await.map(|reel| view(&reel))
    }

    /// One reel as it is known here; asked of the service where it is not.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that the service does not list either; those of the read.
    pub async fn find_reel(&self, asset_id: &AssetId) -> Result<ReelView, Refusal> {
        self.reel_record_or_ask(asset_id)
            .await
            .map(|reel| view(&reel))
    }

    /// Where a reel was saved, if the file is still there; the first of a set that still is there
    /// whole.
    pub async fn saved_path(&self, asset_id: &AssetId) -> Option<PathBuf> {
        self.saved_files(asset_id).await.into_iter().next()
    }

    /// Every file of a reel that was saved, in order: its video, or all slides of a carousel. Empty
    /// where it was not saved, or not all of it is there any more.
    pub async fn saved_files(&self, asset_id: &AssetId) -> Vec<PathBuf> {
        match self.reel_record(asset_id).await {
            Ok(reel) if reel.saved_files.iter().all(|file| file.is_file()) => reel.saved_files,
            _ => Vec::new(),
        }
    }

    pub(crate) async fn reel_record(&self, asset_id: &AssetId) -> Result<ReelRecord, Refusal> {
        let server = self.server_of(asset_id);
        match self.core.journal.reel(server, asset_id).await? {
            Some(reel) => Ok(reel),
            None => Err(Code::Unknown.into()),
        }
    }

    /// The server that a reel is of, by its name in the journal.
    pub(crate) fn server_of(&self, asset_id: &AssetId) -> &str {
        if is_result(asset_id) {
            self.core.hub.server_name()
        } else {
            &self.core.server_name
        }
    }

    /// A reel as it is known here, asked of the service where it is not.
    pub(crate) async fn reel_record_or_ask(
        &self,
        asset_id: &AssetId,
    ) -> Result<ReelRecord, Refusal> {
        let known = self.reel_record(asset_id).await;
        if known.is_ok() || is_result(asset_id) {
            return known;
        }
        let filter = AssetQuery {
            asset_id: vec![asset_id.0.clone()],
            ..AssetQuery::final_reels()
        };
        let found = self.assets(filter).await?.assets;
        self.core
            .journal
            .keep_reels(&self.core.server_name, records(&found))
            .await?;
        self.reel_record(asset_id).await
    }

    /// One asset as the service gives it.
    ///
    /// # Errors
    /// [`Code::NotFound`] where it lists none; those of the read.
    pub(crate) async fn ask_asset(&self, asset_id: &AssetId) -> Result<Asset, Refusal> {
        let filter = AssetQuery {
            asset_id: vec![asset_id.0.clone()],
            ..AssetQuery::default()
        };
        let found = self.assets(filter).await?.assets;
        let mut found = found.into_iter().filter(|asset| asset.id == asset_id.0);
        found.next().ok_or(Code::NotFound.into())
    }

    /// The reels of an order whose generations have ended, as far as the service lists them.
    ///
    /// # Errors
    /// Those of the read: it is asked again at the batch's next turn.
    pub(crate) async fn collect_reels(&self, order_id: &OrderId) -> Result<Collected, Refusal> {
        let core = &self.core;
        let order: OrderView = self
            .order(order_id)
            .ok_or_else(|| Refusal::new(Code::Unknown))?;
        let named: Vec<String> = order
            .tasks
            .iter()
            .flat_map(|task| &task.asset_ids)
            .map(|asset_id| asset_id.0.clone())
            .collect();
        let formula = core
            .desk
            .read(order_id, |entry| entry.record.formula_id.clone())
            .flatten();
        let filter = if named.is_empty() {
            AssetQuery {
                formula_id: formula.into_iter().collect(),
                limit: Some(PAGE),
                ..AssetQuery::final_reels()
            }
        } else {
            AssetQuery {
                asset_id: named.clone(),
                limit: Some(PAGE),
                ..AssetQuery::final_reels()
            }
        };
        let mut found = self.assets(filter).await?.assets;
        found.retain(|asset| {
            named.contains(&asset.id)
                || (asset.batch_id.is_some() && asset.batch_id == order.batch_id)
        });
        let mut found = records(&found);
        let is_listed = |id: &String| found.iter().any(|reel| reel.asset_id == *id);
        let whole = !found.is_empty() && named.iter().all(is_listed);
        for reel in &mut found {
            reel.order_id = Some(order_id.0.clone());
        }
        let ids: Vec<AssetId> = found
            .iter()
            .map(|reel| AssetId(reel.asset_id.clone()))
            .collect();
        core.journal.keep_reels(&core.server_name, found).await?;
        self.change_order(order_id, |entry| entry.reels.clone_from(&ids));
        Ok(Collected { reels: ids, whole })
    }

    /// Notes that an order's reels save themselves, where the person wants that. Before the order is
    /// said to be at its end, so that no end of this program comes in between.
    pub(crate) async fn want_delivered(&self, order_id: &OrderId, reels: &[AssetId]) {
        let delivered = self.delivered(order_id);
        let fresh = reels.iter().filter(|reel| !delivered.contains(reel));
        let fresh: Vec<AssetId> = fresh.cloned().collect();
        self.want_saved(&fresh, self.saves_itself_at(false)).await;
    }

    /// Tells of finished reels. Those that were delivered before a task of the order was made again
    /// are not delivered twice.
    pub(crate) async fn deliver(&self, order_id: &OrderId, reels: Vec<AssetId>) {
        let core = &self.core;
        let delivered = self.delivered(order_id);
        for asset_id in reels.iter().filter(|reel| !delivered.contains(reel)) {
            self.tell_reel(asset_id).await;
            core.tell(Event::ReelReady {
                order_id: order_id.clone(),
                asset_id: asset_id.clone(),
            });
        }
    }

    fn delivered(&self, order_id: &OrderId) -> Vec<AssetId> {
        self.core
            .desk
            .read(order_id, |entry| entry.delivered.clone())
            .unwrap_or_default()
    }

    pub(crate) async fn tell_reel(&self, asset_id: &AssetId) {
        if let Ok(reel) = self.reel(asset_id).await {
            self.core.tell(Event::Reel(reel));
        }
    }

    /// A page of the service's assets.
    pub(crate) async fn assets(&self, filter: AssetQuery) -> Result<Assets, Refusal> {
        let api = &self.core.api;
        let found = self
            .read(|session| {
                let filter = &filter;
                async move { api.assets(&session, filter).await }
            })
            .await?;
        if found.skipped > 0 {
            tracing::warn!(skipped = found.skipped, "assets that could not be read");
        }
        Ok(found)
    }
}
