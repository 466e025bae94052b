//! Reads a local clip without ffmpeg and without reading the whole file.
//!
//! [`check`] is what fronts use: it never fails, everything that is wrong with a path becomes a
//! reason in the [`contract::ClipReport`]. It reads less than [`READ_ALLOWANCE`] bytes of any file,
//! wherever the index stands; only a Matroska file that states no length (a live WebM) is scanned,
//! by hopping from block header to block header.
//!
//! The containers are parsed here and not by the usual crates, because the file is a stranger's and
//! their reading is not bounded. `re_mp4` 0.5 builds the whole sample list of every track: a
//! twenty-byte `stsz` that claims four thousand million samples of one size makes it allocate for
//! all of them, and an empty `stsc` makes it panic. `matroska-demuxer` 0.8 reads all cues and tags,
//! and knows no projection. What a verdict needs is a handful of small fields, read by seeking.

mod asf;
mod avi;
mod check;
mod codec;
mod container;
mod facts;
mod flv;
mod identity;
mod image;
mod judge;
mod matroska;
mod mp4;
mod mpeg_ts;
mod probe;
mod sniff;
mod source;

pub use check::check;
pub use container::Container;
pub use facts::{Picture, Probe, ProbeError};
pub use identity::{FileIdentity, identity, identity_of};
pub use image::image_size;
pub use judge::{Judgement, judge};
pub use probe::probe;
pub use sniff::{SNIFF_BYTES, Sniffed, sniff};
pub use source::READ_ALLOWANCE;
