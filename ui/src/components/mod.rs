//! What pages are made of. Each component is plain semantic HTML first; looks are in
//! `styles/components.css`, by class.

mod button;
mod choose;
mod copy;
mod dialog;
mod dialog_answers;
mod empty;
mod extra_yes;
mod field;
pub mod hub;
mod icon;
mod notice;
mod picture;
mod player;
mod refusal;
mod skeleton;
mod stages;
mod tabs;
pub mod tiles;

pub use button::{Button, ButtonKind};
pub use choose::Choose;
pub use copy::Copy;
pub use dialog::Dialog;
pub use dialog_answers::DialogAnswers;
pub use empty::{Empty, NoneMatch, SignedOut, ToRiff};
pub use extra_yes::{ExtraYes, OverLimits};
pub use field::Field;
pub use icon::{Glyph, Icon};
pub use notice::{Notice, Tone};
pub use picture::Picture;
pub use player::Player;
pub use refusal::{ListFoot, RefusalPanel};
pub use skeleton::Skeleton;
pub use stages::{StageState, StageView, Stages};
pub use tabs::Tabs;
