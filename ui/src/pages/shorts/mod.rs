//! Hubfluencer's shorts: the list, a new one, and each one's own page.

mod fonts;
mod form;
mod list;
mod miniature;
mod new;
mod page;
mod result;
#[cfg(test)]
mod samples;
mod scenes;
mod wording;

pub use self::list::Shorts;
pub use self::miniature::position_picture;
pub use self::new::NewShort;
pub use self::page::Short;
pub use self::scenes::scene;
pub use self::wording::{beginning, format_name, kebab, look_name, or_value, short_title};

use crate::pages::projects::{Missing, leave_by_escape, look_for};
