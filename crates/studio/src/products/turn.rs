//! Whose turn it is to write. The service loses images that come two at a time (contract, "Product
//! images"), so only one writing of this machine goes on at a time, whichever process it is of.

use std::fs::{File, OpenOptions, TryLockError};
use std::time::Duration;

use contract::{Code, ProductWorkId, Refusal};

use super::works::Wish;
use super::writing::Halt;
use crate::Studio;

/// How often it is looked whether another writing has ended.
const GLANCE: Duration = Duration::from_millis(500);

/// The turn: released when it is dropped, and by the system however the process ends.
pub(super) struct Turn {
    _lock: File,
}

impl Studio {
    /// Waits until nothing else of this machine writes.
    ///
    /// # Errors
    /// The person's wish meanwhile; [`Code::JournalFailed`] where the lock can't be made.
    pub(super) async fn product_turn(&self, work_id: &ProductWorkId) -> Result<Turn, Halt> {
        let path = self.core.home.product_turn();
        let failed = |error: std::io::Error| {
            let refusal = Refusal::new(Code::JournalFailed);
            Halt::Refused(refusal.with("detail", error.to_string()))
        };
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
            .map_err(failed)?;
        loop {
            self.core.works.next_step(work_id).map_err(Halt::Wished)?;
            match lock.try_lock() {
                Ok(()) => return Ok(Turn { _lock: lock }),
                Err(TryLockError::WouldBlock) => self.core.ports.clock.sleep(GLANCE).await,
                Err(TryLockError::Error(error)) => return Err(failed(error)),
            }
        }
    }
}

impl From<Wish> for Halt {
    fn from(wish: Wish) -> Self {
        Self::Wished(wish)
    }
}
