//! Where each thing that costs stands on disk, and which step may follow which.

mod order;
mod purchase;
mod retry;

pub(crate) use order::OrderPhase;
pub(crate) use purchase::PurchasePhase;
pub(crate) use retry::RetryPhase;
