//! What all the handlers share.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use jiff::Timestamp;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::{
    books::{Books, ProductEntry, ProductUse, RiffEntry, RiffSource},
    cast::Cast,
    clock::Clock,
    faults::Faults,
    moment::Millis,
    overlaps::Uploads,
    pages::Pages,
    render::{Renderer, captions::Captions, script::Scripts},
    signature::Signer,
    state::{
        CREDITS_PER_SECOND, Course, Material, Mode, Product, Records, Schedule, Source, Store,
        StoreError, TaskStatus, Visibility, advance,
    },
    team::Roster,
    traffic::Traffic,
};

/// How long an answer waits for a rendering that is late (the task's time is over).
const RENDER_PATIENCE: Duration = Duration::from_secs(5);

/// The parts of the data folder.
#[derive(Debug, Clone)]
pub(crate) struct Folders {
    root: PathBuf,
}

impl Folders {
    /// Names the parts of `root`.
    pub(crate) fn new(root: PathBuf) -> Self {
        Self { root }
    }

    /// The folder itself.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Uploaded videos, kept as long as their templates.
    pub(crate) fn uploads(&self) -> PathBuf {
        self.root.join("uploads")
    }

    /// Rendered reels and their pictures: the storage origin's files.
    pub(crate) fn reels(&self) -> PathBuf {
        self.root.join("reels")
    }

    /// Pictures that were drawn, and images of products.
    pub(crate) fn pictures(&self) -> PathBuf {
        self.root.join("pictures")
    }

    /// The video of a reel.
    pub(crate) fn reel(&self, asset_id: &str) -> PathBuf {
        self.reels().join(format!("{asset_id}.mp4"))
    }

    /// Reference material that was uploaded.
    pub(crate) fn material(&self, material: &Material) -> PathBuf {
        let Material { id, extension, .. } = material;
        self.reels().join(format!("{id}.{extension}"))
    }

    /// The sample that all the reels of the invented past are.
    pub(crate) fn sample(&self) -> PathBuf {
        self.reels().join("sample.mp4")
    }

    /// The sample's picture.
    pub(crate) fn sample_picture(&self) -> PathBuf {
        self.reels().join("sample.jpg")
    }

    /// The picture of a reel.
    pub(crate) fn picture(&self, asset_id: &str) -> PathBuf {
        self.reels().join(format!("{asset_id}.jpg"))
    }
}

/// What all the handlers share.
pub(crate) struct Service {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) faults: Faults,
    pub(crate) schedule: Schedule,
    pub(crate) store: Store,
    pub(crate) folders: Folders,
    pub(crate) traffic: Traffic,
    pub(crate) signer: Signer,
    pub(crate) captions: Captions,
    pub(crate) scripts: Scripts,
    pub(crate) pages: Pages,
    pub(crate) cast: Cast,
    /// Uploads of product images that are under way.
    pub(crate) uploads: Uploads,
    /// Shared with the other service.
    pub(crate) renderer: Arc<Renderer>,
    /// Base address of the API and the pages.
    pub(crate) base: Url,
    /// Base address of the storage origin.
    pub(crate) storage: Url,
    /// What clients are told instead of it.
    pub(crate) storage_front: Option<Url>,
    pub(crate) max_render_seconds: f64,
    pub(crate) roster: Roster,
    pub(crate) skill_version: String,
    pub(crate) sign_in_interval: Duration,
    pub(crate) closing: CancellationToken,
}

impl Service {
    /// The moment it is now.
    pub(crate) fn now(&self) -> Millis {
        self.clock.now().as_millisecond()
    }

    /// An absolute address of this origin.
    pub(crate) fn address(&self, path: &str) -> String {
        let mut address = self.base.clone();
        address.set_path(path);
        address.into()
    }

    /// The storage's address, as clients are told it.
    pub(crate) fn told_storage(&self) -> &Url {
        self.storage_front.as_ref().unwrap_or(&self.storage)
    }

    /// Where a person adds seconds, as a 402 names it.
    pub(crate) fn topup_url(&self) -> String {
        self.address("/billing/top-up")
    }

    /// Changes the records.
    ///
    /// # Errors
    /// Where they can't be written.
    pub(crate) fn change<T>(
        &self,
        change: impl FnOnce(&mut Records, &Course<'_>) -> T,
    ) -> Result<T, StoreError> {
        let topup_url = self.topup_url();
        let course = Course {
            now: self.now(),
            schedule: self.schedule,
            faults: &self.faults,
            captions: &self.captions,
            topup_url: &topup_url,
        };
        self.store.change(|records| change(records, &course))
    }

    /// Brings the records up to date, waiting a little for a rendering that is late, so that what
    /// a client sees follows from the clock and not from how fast this computer renders.
    ///
    /// # Errors
    /// Where the records can't be written.
    pub(crate) async fn settle(&self) -> Result<(), StoreError> {
        let patience = tokio::time::sleep(RENDER_PATIENCE);
        tokio::pin!(patience);
        loop {
            // Made before the look, so that a rendering that ends right after it isn't missed.
            let finished = self.renderer.finished();
            if !self.change(advance)? {
                return Ok(());
            }
            tokio::select! {
                () = self.closing.cancelled() => return Ok(()),
                () = finished => {}
                () = &mut patience => return Ok(()),
            }
        }
    }

    /// The books, as of now.
    pub(crate) fn books(&self) -> Books {
        if let Err(error) = self.change(advance) {
            tracing::warn!(%error, "the books may be behind");
        }
        let traffic = &self.traffic;
        self.store.read(|records| Books {
            riffs: riffs(records),
            upload_bytes: traffic.upload_bytes(),
            given_bytes: traffic.given(),
            charged_seconds: seconds(records.totals.charged_credits),
            balance_seconds: seconds(records.credits),
            reels_finished: records.assets.len(),
            products: records.products.iter().map(product_entry).collect(),
            overlapping_images: self.uploads.overlaps(),
            cookies_leaked: records.totals.cookies_leaked,
            tokens_astray: traffic.astray(),
            polls: traffic.polls(),
            requests: traffic.requests(),
        })
    }

    /// The reels that are planned, not yet rendered, and still wanted.
    pub(crate) fn unrendered(&self) -> Vec<String> {
        self.store.read(|records| {
            records
                .batches
                .iter()
                .filter(|batch| {
                    records.tasks.iter().any(|task| {
                        task.batch_id == batch.id
                            && matches!(task.status, TaskStatus::Queued | TaskStatus::Running)
                    })
                })
                .flat_map(|batch| &batch.planned)
                .map(|planned| planned.asset_id.clone())
                .filter(|asset_id| !records.rendered.contains_key(asset_id))
                .collect()
        })
    }
}

fn product_entry(product: &Product) -> ProductEntry {
    let images = product.images.iter();
    ProductEntry {
        product_id: product.id.clone(),
        name: product.name.clone(),
        images: images.map(|image| image.name.clone()).collect(),
    }
}

fn seconds(credits: i64) -> f64 {
    // Far below 2^53: exact.
    credits as f64 / CREDITS_PER_SECOND as f64
}

fn riffs(records: &Records) -> Vec<RiffEntry> {
    records
        .batches
        .iter()
        .map(|batch| {
            let formula = records.formula(&batch.formula_id);
            let source = match (batch.mode, formula.map(|formula| &formula.source)) {
                (Mode::AnalyzeThenGenerate, Some(Source::Upload { bytes, .. })) => {
                    RiffSource::Upload(*bytes)
                }
                (Mode::AnalyzeThenGenerate, Some(Source::Link { url })) => {
                    RiffSource::Link(url.clone())
                }
                _ => RiffSource::Template(batch.formula_id.clone()),
            };
            RiffEntry {
                batch_id: batch.id.clone(),
                source,
                language: batch.language.clone(),
                content_anchor: batch.content_anchor.clone(),
                user_hint: batch.user_hint.clone(),
                character_ids: batch
                    .planned
                    .iter()
                    .filter_map(|planned| planned.character_id.clone())
                    .collect(),
                product: batch.placed.as_ref().map(|placed| ProductUse {
                    product_id: placed.product_id.clone(),
                    is_on_camera: placed.visibility == Visibility::OnCamera,
                }),
                reels: batch.planned.len(),
                at: Timestamp::from_millisecond(batch.accepted).unwrap_or(Timestamp::UNIX_EPOCH),
            }
        })
        .collect()
}
