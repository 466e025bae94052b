//! Pausing a saving, letting it go on, putting it first, giving it up.

use contract::{Code, Event, Refusal, TransferId, TransferPriority, TransferState, TransferView};

use super::rank;
use crate::Studio;

impl Studio {
    /// Pauses a saving: what is there is kept, also over the end of this program.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is not known here, or has ended; [`Code::JournalFailed`].
    pub async fn pause_transfer(&self, transfer_id: &TransferId) -> Result<(), Refusal> {
        let control = self.control_of(transfer_id)?;
        self.core.journal.pause_transfer(transfer_id, true).await?;
        control.pause();
        Ok(())
    }

    /// Lets a saving go on, at once: a paused one, and one that waits for the network or for room.
    ///
    /// # Errors
    /// As [`Studio::pause_transfer`].
    pub async fn resume_transfer(&self, transfer_id: &TransferId) -> Result<(), Refusal> {
        let control = self.control_of(transfer_id)?;
        self.core.journal.pause_transfer(transfer_id, false).await?;
        control.resume();
        self.core.traffic.hurry();
        Ok(())
    }

    /// Puts a saving before the others that wait.
    ///
    /// # Errors
    /// As [`Studio::pause_transfer`].
    pub async fn put_transfer_first(&self, transfer_id: &TransferId) -> Result<(), Refusal> {
        self.control_of(transfer_id)?;
        self.core.journal.put_transfer_first(transfer_id).await?;
        let mut ticket = None;
        let view = self.core.transfers.change(transfer_id, |entry| {
            entry.view.priority = TransferPriority::First;
            ticket = entry.ticket;
        });
        if let Some(ticket) = ticket {
            let first = rank(TransferPriority::First);
            self.core.traffic.savings.set_priority(ticket, first);
        }
        self.tell_transfer(view);
        Ok(())
    }

    /// Gives a saving up: nothing of it is left behind. One that gets its name in this very moment
    /// is saved.
    pub async fn cancel_transfer(&self, transfer_id: &TransferId) {
        if let Ok(control) = self.control_of(transfer_id) {
            control.cancel();
        }
    }

    fn control_of(&self, transfer_id: &TransferId) -> Result<transfer::Control, Refusal> {
        let transfers = &self.core.transfers;
        if !transfers.is_open(transfer_id) {
            return Err(Code::Unknown.into());
        }
        let control = transfers.read(transfer_id, |entry| entry.control.clone());
        control.ok_or_else(|| Code::Unknown.into())
    }

    pub(super) fn change_transfer(&self, transfer_id: &TransferId, state: TransferState) {
        let view = self
            .core
            .transfers
            .change(transfer_id, |entry| entry.view.state = state);
        self.tell_transfer(view);
    }

    pub(super) async fn end_transfer(&self, transfer_id: &TransferId, state: TransferState) {
        if let Err(refusal) = self.core.journal.end_transfer(transfer_id).await {
            self.core.tell(Event::Trouble(refusal));
        }
        self.change_transfer(transfer_id, state);
        self.core.transfers.forget_oldest();
    }

    pub(super) fn tell_transfer(&self, view: Option<TransferView>) {
        if let Some(view) = view {
            self.core.tell(Event::Transfer(view));
        }
    }
}
