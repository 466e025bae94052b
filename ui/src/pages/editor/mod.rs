//! Ads of several scenes: the list, a new one, and the surface on which one is made, by autopilot or
//! step by step.

mod begin;
mod clips;
mod desk;
mod drops;
mod list;
mod looks;
mod new_ad;
mod page;
mod panels;
mod parts;
mod play;
#[cfg(test)]
mod samples;
mod scenes;
mod standing;
mod watch;

pub use self::clips::FollowedClip;
pub use self::drops::follow_drops;
pub use self::list::Editors;
pub use self::looks::title as ad_title;
pub use self::new_ad::NewEditor;
pub use self::page::Editor;
