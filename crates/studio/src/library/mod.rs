//! The finished reels: what the service has, what is kept of it here, and their bytes.

mod pictures;
mod stream;

use std::path::PathBuf;

use contract::{AssetId, Code, Event, OrderId, OrderView, ReelView, Refusal, SavedFile};
use riffkit::{Asset, AssetQuery, Assets};
use wire::retry::Policy;

use crate::Studio;
use crate::home::readable;
use crate::journal::ReelRecord;
use crate::studio::AutoSave;

pub(crate) use pictures::Pictures;
pub use stream::MediaStream;

/// Entries of a page of `GET /api/assets` (contract: at most 200).
const PAGE: u32 = 200;
/// Pages that one refresh reads: 10,000 reels.
const MOST_PAGES: u32 = 50;

/// What the service lists of an order's reels.
pub(crate) struct Collected {
    pub(crate) reels: Vec<AssetId>,
    /// Whether those are all that its tasks name.
    pub(crate) whole: bool,
}

impl Studio {
    /// Reads the service's list of reels again, and keeps it.
    ///
    /// # Errors
    /// Those of the read; what is kept locally stays.
    pub async fn refresh_library(&self) -> Result<Vec<ReelView>, Refusal> {
        let core = &self.core;
        for page in 1..=MOST_PAGES {
            let filter = AssetQuery {
                page: Some(page),
                limit: Some(PAGE),
                ..AssetQuery::final_reels()
            };
            let found = self.assets(filter).await?;
            let (read, skipped) = (found.assets.len(), found.skipped);
            core.journal
                .keep_reels(&core.server_name, records(&found.assets))
                .await?;
            tracing::debug!(page, read, skipped, "reels");
            // What could not be read counts too: more pages may follow it.
            if read + skipped < PAGE as usize {
                break;
            }
        }
        Ok(self.reels().await)
    }

    /// The reels known here, newest first. Asks no network.
    pub async fn reels(&self) -> Vec<ReelView> {
        match self.core.journal.reels(&self.core.server_name).await {
            Ok(reels) => reels.iter().map(view).collect(),
            Err(refusal) => {
                self.core.tell(Event::Trouble(refusal));
                Vec::new()
            }
        }
    }

    /// One reel as it is known here.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is not.
    pub async fn reel(&self, asset_id: &AssetId) -> Result<ReelView, Refusal> {
        self.reel_record(asset_id).await.map(|reel| view(&reel))
    }

    /// Where a reel was saved, if the file is still there.
    pub async fn saved_path(&self, asset_id: &AssetId) -> Option<PathBuf> {
        let reel = self.reel_record(asset_id).await.ok()?;
        reel.saved_path.filter(|path| path.is_file())
    }

    pub(crate) async fn reel_record(&self, asset_id: &AssetId) -> Result<ReelRecord, Refusal> {
        let core = &self.core;
        match core.journal.reel(&core.server_name, asset_id).await? {
            Some(reel) => Ok(reel),
            None => Err(Code::Unknown.into()),
        }
    }

    /// A reel as it is known here, asked of the service where it is not.
    pub(crate) async fn reel_record_or_ask(
        &self,
        asset_id: &AssetId,
    ) -> Result<ReelRecord, Refusal> {
        if let Ok(reel) = self.reel_record(asset_id).await {
            return Ok(reel);
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
            .filter_map(|task| Some(task.asset_id.as_ref()?.0.clone()))
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

    /// Tells of finished reels, and saves them where the person wants that.
    pub(crate) async fn deliver(&self, order_id: &OrderId, reels: Vec<AssetId>) {
        let core = &self.core;
        let saves =
            core.auto_save == AutoSave::ByPreference && core.preferences().save_automatically;
        for asset_id in reels {
            self.tell_reel(&asset_id).await;
            core.tell(Event::ReelReady {
                order_id: order_id.clone(),
                asset_id: asset_id.clone(),
            });
            if saves && let Err(refusal) = self.save(&asset_id).await {
                core.tell(Event::Trouble(refusal));
            }
        }
    }

    pub(crate) async fn tell_reel(&self, asset_id: &AssetId) {
        if let Ok(reel) = self.reel(asset_id).await {
            self.core.tell(Event::Reel(reel));
        }
    }

    async fn assets(&self, filter: AssetQuery) -> Result<Assets, Refusal> {
        let clock = &self.core.ports.clock;
        let found = self
            .authorised(|session| async move {
                wire::retry::reads(
                    &Policy::default(),
                    |pause| clock.sleep(pause),
                    || self.core.api.assets(&session, &filter),
                )
                .await
            })
            .await?;
        if found.skipped > 0 {
            tracing::warn!(skipped = found.skipped, "assets that could not be read");
        }
        Ok(found)
    }
}

fn records(assets: &[Asset]) -> Vec<ReelRecord> {
    assets.iter().map(record).collect()
}

fn record(asset: &Asset) -> ReelRecord {
    ReelRecord {
        asset_id: asset.id.clone(),
        order_id: None,
        name: asset.name.clone(),
        formula_name: asset.formula_name.clone(),
        caption: asset.caption.clone(),
        hashtags: asset
            .asset_hashtags
            .iter()
            .filter_map(|tag| hashtag(tag))
            .collect(),
        duration_seconds: duration_of(asset),
        file_url: asset.file_url.clone().filter(|url| is_own(url)),
        thumb_url: asset.thumb_url.clone().filter(|url| is_own(url)),
        created_at: asset.created_at.map(|at| at.as_millisecond()),
        saved_path: None,
    }
}

/// Only a path of the service itself is kept: an address with a query may carry access of its own.
fn is_own(url: &str) -> bool {
    !url.is_empty() && !url.contains("://") && !url.starts_with("//") && !url.contains('?')
}

/// One hashtag with its `#`, however the service wrote it.
fn hashtag(text: &str) -> Option<String> {
    let word = text.trim().trim_start_matches('#').trim();
    (!word.is_empty()).then(|| format!("#{word}"))
}

fn duration_of(asset: &Asset) -> Option<f64> {
    let names = ["duration_seconds", "duration", "video_duration"];
    [&asset.metadata, &asset.extra_metadata]
        .into_iter()
        .flat_map(|more| {
            names
                .iter()
                .filter_map(move |name| more.get(name)?.as_f64())
        })
        .find(|seconds| seconds.is_finite() && *seconds > 0.0)
}

fn view(reel: &ReelRecord) -> ReelView {
    ReelView {
        asset_id: AssetId(reel.asset_id.clone()),
        order_id: reel.order_id.clone().map(OrderId),
        title: title(reel),
        caption: reel.caption.clone().unwrap_or_default(),
        hashtags: reel.hashtags.clone(),
        duration_seconds: reel.duration_seconds,
        has_picture: reel.thumb_url.is_some(),
        has_raw: false,
        template_id: None,
        template_name: reel.formula_name.clone(),
        character_id: None,
        product_id: None,
        task_id: None,
        created_at: reel.created_at,
        saved: reel.saved_path.as_deref().map(saved_file),
    }
}

/// A file on disk as a person reads it.
pub(crate) fn saved_file(path: &std::path::Path) -> SavedFile {
    let text = |part: Option<&std::ffi::OsStr>| {
        part.map(|part| part.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    SavedFile {
        name: text(path.file_name()),
        folder: path.parent().map(readable).unwrap_or_default(),
        present: path.is_file(),
    }
}

/// What to call a reel: its name, else its template's, else the caption's beginning.
pub(crate) fn title(reel: &ReelRecord) -> String {
    let given = [&reel.name, &reel.formula_name]
        .into_iter()
        .flatten()
        .map(|name| name.trim())
        .find(|name| !name.is_empty());
    if let Some(name) = given {
        return name.to_owned();
    }
    let caption = reel.caption.as_deref().unwrap_or_default().trim();
    let mut beginning: String = caption.chars().take(48).collect();
    if beginning.len() < caption.len() {
        beginning.push('…');
    }
    if beginning.is_empty() {
        reel.asset_id.clone()
    } else {
        beginning
    }
}
