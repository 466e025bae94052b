//! The pages.

mod activity;
mod characters;
mod extraction;
mod library;
mod products;
mod queue;
mod riff;
mod settings;
mod sign_in;
mod tasks;
mod templates;
mod usage;
mod wording;

pub use activity::Activity;
pub use characters::Characters;
pub use library::{Library, Material, Reel, Shelf};
pub use products::{Product, ProductForm, Products};
pub use queue::Queue;
pub use riff::{Drafting, Riff};
pub use settings::Settings;
pub use sign_in::SignIn;
pub use tasks::{Task, TaskDesk};
pub use templates::{Catalogue, Template, Templates};
pub use usage::{Asked, TopUpSheet, Usage, is_shortage};
