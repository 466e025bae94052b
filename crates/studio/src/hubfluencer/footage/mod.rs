//! The person's own clips on their way to an ad: looked at first, then sent in one piece or in
//! parts, and watched until the service can use them (contract, "Uploads & local assets").

mod asking;
mod ending;
mod file;
mod gate;
mod looking;
mod merging;
mod multipart;
mod parts;
mod patience;
mod pieces;
mod progress;
mod recall;
mod sending;
mod single;

pub(crate) use asking::described;
pub(crate) use patience::{Halt, Questions, is_passing, service_setback, storage_setback};
pub(crate) use pieces::Footage;
