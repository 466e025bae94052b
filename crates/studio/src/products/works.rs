//! The writings as this run shows them: the journal's records with what only lives in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use contract::{
    Code, ImageWorkState, ImageWorkView, ProductWorkId, ProductWorkView, Refusal, WorkState,
};
use tokio::sync::watch;

use crate::journal::{ImageRecord, WorkPhase, WorkRecord};
use crate::lock::held;
use crate::orders::Stop;

/// Writings that have ended and are still shown.
const MOST_ENDED: usize = 50;

/// What the person wants of a writing that goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    Pause,
    Cancel,
}

/// A writing of this run's view.
#[derive(Clone, Debug)]
pub(super) struct Work {
    pub(super) record: WorkRecord,
    /// The image that is on its way: its place, bytes that left, bytes of the whole.
    pub(super) sending: Option<(usize, u64, u64)>,
    /// Whether this process writes it now.
    pub(super) is_ours: bool,
    wish: Option<Wish>,
    /// Stops the image that is on its way.
    stop: Option<Arc<Stop>>,
}

impl Work {
    pub(super) fn new(record: WorkRecord) -> Self {
        Self {
            record,
            sending: None,
            is_ours: false,
            wish: None,
            stop: None,
        }
    }

    /// As a front shows it.
    pub(super) fn view(&self) -> ProductWorkView {
        let record = &self.record;
        let images = record.images.iter().enumerate();
        ProductWorkView {
            work_id: record.work_id.clone(),
            name: record.product.name.clone(),
            product_id: record.product_id.clone(),
            state: match record.phase {
                WorkPhase::Running => WorkState::Running,
                WorkPhase::Paused => WorkState::Paused,
                WorkPhase::Failed => WorkState::Failed {
                    refusal: record
                        .refusal
                        .clone()
                        .unwrap_or_else(|| Code::ProductUnfinished.into()),
                },
                WorkPhase::Done => WorkState::Done,
                WorkPhase::Cancelled => WorkState::Cancelled,
            },
            images: images
                .map(|(place, image)| ImageWorkView {
                    name: image.image.name.clone(),
                    state: self.image_state(place, image),
                })
                .collect(),
        }
    }

    /// It came to rest: this process writes it no more.
    pub(super) fn rest(&mut self, phase: WorkPhase, refusal: Option<Refusal>) {
        self.record.phase = phase;
        self.record.refusal = refusal;
        self.is_ours = false;
        self.wish = None;
        self.stop = None;
        self.sending = None;
    }

    fn image_state(&self, place: usize, image: &ImageRecord) -> ImageWorkState {
        match (&image.refusal, self.sending) {
            _ if image.is_done => ImageWorkState::Done,
            (_, Some((on_its_way, sent, total))) if on_its_way == place => {
                ImageWorkState::Sending { sent, total }
            }
            (Some(refusal), _) => ImageWorkState::Failed {
                refusal: refusal.clone(),
            },
            (None, _) => ImageWorkState::Waiting,
        }
    }
}

/// The writings of this run's view. Ids are time-ordered, so the map is too.
pub(crate) struct Works {
    known: Mutex<BTreeMap<ProductWorkId, Work>>,
    changed: watch::Sender<()>,
    /// One is claimed, comes to rest, or is read from the journal at a time: what is read there is
    /// then not older than what is shown here.
    pub(super) passing: tokio::sync::Mutex<()>,
}

impl Default for Works {
    fn default() -> Self {
        Self {
            known: Mutex::default(),
            changed: watch::Sender::new(()),
            passing: tokio::sync::Mutex::default(),
        }
    }
}

impl Works {
    pub(super) fn put(&self, work: Work) -> ProductWorkView {
        let view = work.view();
        {
            let mut known = held(&self.known);
            known.insert(view.work_id.clone(), work);
            let ended: Vec<ProductWorkId> = known
                .values()
                .filter(|work| work.record.phase.is_last())
                .map(|work| work.record.work_id.clone())
                .collect();
            for oldest in ended.iter().rev().skip(MOST_ENDED) {
                known.remove(oldest);
            }
        }
        self.changed.send_replace(());
        view
    }

    /// Changes a writing. The new view, if it differs from the old.
    pub(super) fn change(
        &self,
        work_id: &ProductWorkId,
        change: impl FnOnce(&mut Work),
    ) -> Option<ProductWorkView> {
        let view = {
            let mut known = held(&self.known);
            let work = known.get_mut(work_id)?;
            let before = work.view();
            change(work);
            Some(work.view()).filter(|after| *after != before)
        };
        self.changed.send_replace(());
        view
    }

    pub(super) fn read<T>(
        &self,
        work_id: &ProductWorkId,
        read: impl FnOnce(&Work) -> T,
    ) -> Option<T> {
        held(&self.known).get(work_id).map(read)
    }

    pub(super) fn view(&self, work_id: &ProductWorkId) -> Option<ProductWorkView> {
        self.read(work_id, Work::view)
    }

    /// Whether this process writes it now.
    pub(super) fn is_ours(&self, work_id: &ProductWorkId) -> bool {
        self.read(work_id, |work| work.is_ours) == Some(true)
    }

    /// All of them, newest first.
    pub(super) fn views(&self) -> Vec<ProductWorkView> {
        held(&self.known).values().rev().map(Work::view).collect()
    }

    /// Those that another process may move.
    pub(super) fn others(&self) -> Vec<ProductWorkId> {
        held(&self.known)
            .values()
            .filter(|work| !work.is_ours && !work.record.phase.is_last())
            .map(|work| work.record.work_id.clone())
            .collect()
    }

    pub(super) fn changes(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    /// Whether this process writes something.
    pub(crate) fn is_working(&self) -> bool {
        held(&self.known).values().any(|work| work.is_ours)
    }

    /// Says what the person wants of a writing that goes on here. An image that is on its way is
    /// stopped, unless its last byte may have left.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that does not go on here.
    pub(super) fn wish(&self, work_id: &ProductWorkId, wish: Wish) -> Result<(), Refusal> {
        let stop = {
            let mut known = held(&self.known);
            let ours = known.get_mut(work_id).filter(|work| work.is_ours);
            let work = ours.ok_or_else(|| Refusal::new(Code::Unknown))?;
            // Who has given up does not pause.
            if work.wish != Some(Wish::Cancel) {
                work.wish = Some(wish);
            }
            work.stop.clone()
        };
        if let Some(stop) = stop {
            stop.cancel();
        }
        Ok(())
    }

    /// Takes a wish for a pause back, if the writing still goes on here. Whether it does.
    pub(super) fn go_on(&self, work_id: &ProductWorkId) -> bool {
        let mut known = held(&self.known);
        let Some(work) = known.get_mut(work_id).filter(|work| work.is_ours) else {
            return false;
        };
        if work.wish == Some(Wish::Pause) {
            work.wish = None;
        }
        work.wish.is_none()
    }

    /// The next step may begin: nobody wants to pause or to give up. With it, a new stop for it.
    ///
    /// # Errors
    /// The wish.
    pub(super) fn next_step(&self, work_id: &ProductWorkId) -> Result<Arc<Stop>, Wish> {
        let mut known = held(&self.known);
        let stop = Arc::new(Stop::default());
        // One that is not known any more was given up.
        let work = known.get_mut(work_id).ok_or(Wish::Cancel)?;
        match work.wish {
            Some(wish) => Err(wish),
            None => {
                work.stop = Some(Arc::clone(&stop));
                Ok(stop)
            }
        }
    }

    /// Whether a wish for which the writing stopped was taken back meanwhile.
    pub(super) fn is_taken_back(&self, work_id: &ProductWorkId) -> bool {
        self.read(work_id, |work| work.wish.is_none()) == Some(true)
    }
}
