//! The pages.

mod activity;
mod library;
mod products;
mod queue;
mod riff;
mod settings;
mod sign_in;
mod usage;
mod wording;

pub use activity::Activity;
pub use library::{Library, Reel, Shelf};
pub use products::{Product, ProductForm, Products};
pub use queue::Queue;
pub use riff::{Drafting, Riff};
pub use settings::Settings;
pub use sign_in::SignIn;
pub use usage::{TopUpSheet, Usage, is_shortage};
