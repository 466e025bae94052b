//! One saving from its place in the line to its end.

use std::path::PathBuf;
use std::sync::Arc;

use contract::{AssetId, Code, Event, Refusal, TransferId, TransferState};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use transfer::{Control, Lane, Stopped};

use super::download::Halt;
use super::notes::Meter;
use super::patience::Patience;
use super::{Target, rank, words};
use crate::Studio;
use crate::journal::ReelRecord;

/// A saving of this process.
pub(super) struct Saving {
    pub(super) transfer_id: TransferId,
    pub(super) reel: ReelRecord,
    pub(super) target: Target,
    pub(super) control: Control,
}

impl Saving {
    pub(super) fn asset_id(&self) -> AssetId {
        AssetId(self.reel.asset_id.clone())
    }

    /// Whether it is of Hubfluencer.
    pub(super) fn is_of_hubfluencer(&self) -> bool {
        self.reel.result.is_some()
    }

    /// A refusal, said of the service that the reel is of.
    pub(super) fn said(&self, refusal: Refusal) -> Refusal {
        if self.is_of_hubfluencer() {
            refusal.of_hubfluencer()
        } else {
            refusal
        }
    }
}

/// How a saving ended.
enum End {
    Saved(Vec<PathBuf>),
    Cancelled,
    /// Nothing of it is of use.
    Failed(Refusal),
    /// What is there is kept for a later try.
    Left(Refusal),
}

impl Studio {
    pub(super) fn set_saving_going(&self, saving: Saving) {
        self.core.spawn(self.clone().run_saving(saving));
    }

    /// In a box: a saving may read a project, and a project that is read may be saved.
    fn run_saving(self, saving: Saving) -> BoxFuture<'static, ()> {
        async move {
            let end = self.carry_to_its_end(&saving).await;
            self.conclude_saving(&saving, end).await;
        }
        .boxed()
    }

    async fn carry_to_its_end(&self, saving: &Saving) -> End {
        let mut patience = Patience::of(saving);
        loop {
            let halt = match self.lane_for(saving).await {
                Ok(lane) => {
                    let tried = self.try_to_save(saving).await;
                    drop(lane);
                    match tried {
                        Ok(files) => return End::Saved(files),
                        Err(halt) => self.unless_of_another(saving, halt).await,
                    }
                }
                Err(stopped) => Halt::Stopped(stopped),
            };
            let goes_on = match halt {
                Halt::Stopped(Stopped::Cancelled) => return End::Cancelled,
                Halt::Stopped(Stopped::Paused) => {
                    let paused = self.meter_of(saving).paused(None);
                    self.change_transfer(&saving.transfer_id, paused);
                    saving.control.resumed().await
                }
                Halt::Full { needed, free } => self.wait_for_room(saving, needed, free).await,
                Halt::Over(refusal) if refusal.code == Code::DiskFull => {
                    self.wait_for_room(saving, None, None).await
                }
                Halt::Stuck(refusal) => {
                    match self.wait_out(saving, &refusal, &mut patience).await {
                        Some(goes_on) => goes_on,
                        None => return End::Left(refusal),
                    }
                }
                Halt::Over(refusal) => return End::Failed(refusal),
            };
            if goes_on.is_err() {
                return End::Cancelled;
            }
            self.change_transfer(&saving.transfer_id, TransferState::Waiting);
        }
    }

    /// Stands in line. The lane is given back when it is dropped.
    async fn lane_for(&self, saving: &Saving) -> Result<Lane, Stopped> {
        saving.control.check()?;
        let (core, id) = (&self.core, &saving.transfer_id);
        let host = self.server_of(&saving.asset_id()).to_owned();
        let priority = core.transfers.read(id, |entry| entry.view.priority);
        let ticket = core
            .traffic
            .savings
            .queue(&host, rank(priority.unwrap_or_default()));
        let ticket_id = ticket.id();
        core.transfers
            .change(id, |entry| entry.ticket = Some(ticket_id));
        let lane = tokio::select! {
            biased;
            stopped = saving.control.stopped() => Err(stopped),
            lane = ticket.lane() => Ok(lane),
        };
        core.transfers.change(id, |entry| entry.ticket = None);
        lane
    }

    pub(super) fn meter_of(&self, saving: &Saving) -> Arc<Meter> {
        let meter = |entry: &super::Entry| Arc::clone(&entry.meter);
        let transfers = &self.core.transfers;
        transfers
            .read(&saving.transfer_id, meter)
            .unwrap_or_default()
    }

    async fn conclude_saving(&self, saving: &Saving, end: End) {
        let id = &saving.transfer_id;
        let state = match end {
            End::Saved(files) => return self.note_saved(saving, files).await,
            End::Cancelled => {
                self.clear_parts_of(id).await;
                TransferState::Cancelled
            }
            End::Left(refusal) if self.has_something(id).await => {
                // Its line in the journal stays: the next saving of the same, and the window's next
                // start, go on from there.
                let refusal = saving.said(refusal);
                tracing::warn!(transfer_id = %id, %refusal, "a saving is left where it is");
                self.change_transfer(id, TransferState::Failed { refusal });
                return self.core.transfers.forget_oldest();
            }
            End::Failed(refusal) | End::Left(refusal) => {
                self.clear_parts_of(id).await;
                let refusal = saving.said(refusal);
                TransferState::Failed { refusal }
            }
        };
        self.end_transfer(id, state).await;
    }

    /// A saving has its names: that is written down, and told.
    async fn note_saved(&self, saving: &Saving, files: Vec<PathBuf>) {
        if let ([video], None) = (&files[..], set_of(&saving.reel))
            && let Err(error) = words::write_beside(video, &saving.reel).await
        {
            tracing::warn!(%error, "the words beside a reel could not be written");
        }
        let asset_id = saving.asset_id();
        let saved = crate::library::saved_file(&files);
        let server = self.server_of(&asset_id);
        let kept = self.core.journal.saved(server, &asset_id, files).await;
        if let Err(refusal) = kept {
            self.core.tell(Event::Trouble(refusal));
        }
        self.tell_reel(&asset_id).await;
        let state = match saved {
            Some(saved) => TransferState::Done { saved },
            None => TransferState::Failed {
                refusal: Code::Internal.into(),
            },
        };
        self.end_transfer(&saving.transfer_id, state).await;
    }
}

/// The slides of a reel that is a set.
fn set_of(reel: &ReelRecord) -> Option<&[u32]> {
    let result = reel.result.as_ref()?;
    Some(result.slides.as_slice()).filter(|slides| !slides.is_empty())
}
