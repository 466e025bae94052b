//! The clips of this run's view: the journal's records with what only lives in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use contract::{Code, FootageId, FootageState, FootageView, Millis, Refusal};
use hubfluencer::Upload;
use tokio::sync::{Semaphore, watch};
use transfer::Control;

use super::gate::Gate;
use super::progress::Flight;
use crate::hubfluencer::projects::json_form;
use crate::journal::{FootagePhase, FootageRecord};
use crate::lock::held;
use crate::turns::Turns;

/// Parts on their way at once, of all clips together.
const PARTS_AT_ONCE: usize = 4;
/// Clips that have ended and are still known by name.
const MOST_ENDED: usize = 500;

/// A clip of this run's view.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) record: FootageRecord,
    /// How it goes, while this process sends it.
    pub(super) flight: Option<Arc<Flight>>,
    /// What stops it, while this process sends it.
    pub(super) control: Option<Control>,
    /// What the service last said of it.
    pub(super) heard: Option<Heard>,
    /// Since when the service looks at it, in this run.
    pub(super) processing_since: Option<Millis>,
}

/// What the service says of an upload beside its status.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Heard {
    pub(super) duration_seconds: Option<f64>,
    pub(super) has_first_frame: bool,
    pub(super) attached_scene_ids: Vec<String>,
}

impl Heard {
    pub(super) fn of(upload: &Upload) -> Self {
        let attached = upload.attached_segment_ids.iter();
        Self {
            duration_seconds: upload.duration_seconds,
            has_first_frame: upload.first_frame_url.is_some(),
            attached_scene_ids: attached.map(json_form).collect(),
        }
    }
}

impl Piece {
    pub(super) fn new(record: FootageRecord) -> Self {
        Self {
            record,
            flight: None,
            control: None,
            heard: None,
            processing_since: None,
        }
    }

    /// Whether this process sends it now.
    pub(super) fn is_ours(&self) -> bool {
        self.control.is_some()
    }

    /// It came to rest, or the service has it: this process sends it no more.
    pub(super) fn rest(&mut self, phase: FootagePhase, refusal: Option<Refusal>) {
        self.record.phase = phase;
        self.record.refusal = refusal;
        self.flight = None;
        self.control = None;
    }

    /// As a front shows it.
    pub(super) fn view(&self) -> FootageView {
        let record = &self.record;
        let slot = record.slot.as_ref();
        let heard = self.heard.as_ref();
        FootageView {
            footage_id: Some(record.footage_id.clone()),
            upload_id: slot.map(|slot| json_form(&slot.upload_id)),
            slug: record.slug.clone(),
            name: record.file.name.clone(),
            size_bytes: Some(record.file.mark.size),
            fit_mode: Some(record.brief.fit_mode),
            in_parts: record.brief.in_parts,
            state: self.state(),
            address_until: record.address_until(),
            duration_seconds: heard
                .and_then(|heard| heard.duration_seconds)
                .or(record.file.duration_seconds),
            has_first_frame: heard.is_some_and(|heard| heard.has_first_frame),
            attached_scene_ids: heard
                .map_or_else(Vec::new, |heard| heard.attached_scene_ids.clone()),
        }
    }

    fn state(&self) -> FootageState {
        let record = &self.record;
        let total = record.file.mark.size;
        let sent = record.acknowledged();
        let refusal = record.refusal.clone();
        match (record.phase, &self.flight) {
            (FootagePhase::Sending, Some(flight)) => flight.state(),
            (FootagePhase::Sending, None) if self.is_ours() => FootageState::Waiting,
            // Another process of this machine sends it.
            (FootagePhase::Sending, None) => FootageState::Sending {
                sent,
                total,
                bytes_per_second: 0,
            },
            (FootagePhase::Paused, _) => FootageState::Paused {
                sent,
                total,
                refusal,
            },
            (FootagePhase::Processing, _) => FootageState::Processing,
            (FootagePhase::Ready, _) => FootageState::Ready,
            (FootagePhase::Aborting | FootagePhase::Cancelled, _) if refusal.is_none() => {
                FootageState::Cancelled
            }
            (FootagePhase::Aborting | FootagePhase::Cancelled | FootagePhase::Failed, _) => {
                FootageState::Failed {
                    refusal: refusal.unwrap_or_else(|| Code::FootageFailed.into()),
                }
            }
        }
    }
}

/// The person's own clips, as this run knows them. Ids are time-ordered, so the map is too.
pub(crate) struct Footage {
    pieces: Mutex<BTreeMap<FootageId, Piece>>,
    changed: watch::Sender<()>,
    pub(super) parts: Arc<Semaphore>,
    /// What every last byte goes through.
    pub(super) gate: Gate,
    /// Looks at what the service makes of them, by ad.
    pub(super) turns: Turns<String>,
    /// One is begun, claimed, comes to rest, or is read from the journal at a time: what is read
    /// there is then not older than what is shown here.
    pub(super) passing: tokio::sync::Mutex<()>,
}

impl Default for Footage {
    fn default() -> Self {
        Self {
            pieces: Mutex::default(),
            changed: watch::Sender::new(()),
            parts: Arc::new(Semaphore::new(PARTS_AT_ONCE)),
            gate: Gate::default(),
            turns: Turns::default(),
            passing: tokio::sync::Mutex::default(),
        }
    }
}

impl Footage {
    pub(super) fn put(&self, piece: Piece) -> FootageView {
        let view = piece.view();
        {
            let mut pieces = held(&self.pieces);
            let ended: Vec<FootageId> = pieces
                .values()
                .filter(|piece| piece.record.phase.is_last())
                .map(|piece| piece.record.footage_id.clone())
                .collect();
            for oldest in ended.iter().rev().skip(MOST_ENDED) {
                pieces.remove(oldest);
            }
            pieces.insert(piece.record.footage_id.clone(), piece);
        }
        self.changed.send_replace(());
        view
    }

    /// Changes a clip. The new view, if it differs from the old.
    pub(super) fn change(
        &self,
        footage_id: &FootageId,
        change: impl FnOnce(&mut Piece),
    ) -> Option<FootageView> {
        let view = {
            let mut pieces = held(&self.pieces);
            let piece = pieces.get_mut(footage_id)?;
            let before = piece.view();
            change(piece);
            Some(piece.view()).filter(|after| *after != before)
        };
        self.changed.send_replace(());
        view
    }

    pub(super) fn read<T>(
        &self,
        footage_id: &FootageId,
        read: impl FnOnce(&Piece) -> T,
    ) -> Option<T> {
        held(&self.pieces).get(footage_id).map(read)
    }

    /// Something of each clip for which there is something, oldest first.
    pub(super) fn each<T>(&self, read: impl FnMut(&Piece) -> Option<T>) -> Vec<T> {
        held(&self.pieces).values().filter_map(read).collect()
    }

    pub(super) fn changes(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    /// Whether this process sends a clip.
    pub(crate) fn is_sending(&self) -> bool {
        held(&self.pieces).values().any(Piece::is_ours)
    }

    /// The program closes: resolves when what storage has acknowledged is on disk. Nothing is
    /// acknowledged any more after that.
    pub(crate) async fn close(&self) {
        self.gate.close().await;
    }

    /// What stops a clip that goes on here.
    pub(super) fn control(&self, footage_id: &FootageId) -> Option<Control> {
        self.read(footage_id, |piece| piece.control.clone())?
    }
}
