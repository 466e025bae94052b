//! The pages.

mod activity;
mod carousels;
mod characters;
mod editor;
mod extraction;
pub mod lazy;
mod library;
mod plan_again;
mod products;
mod projects;
mod queue;
mod riff;
mod settings;
mod shorts;
mod sign_in;
mod tasks;
mod templates;
mod tokens;
mod usage;
pub mod wording;

pub use activity::Activity;
pub use carousels::{Carousel, Carousels, NewCarousel};
pub use characters::Characters;
pub use editor::{Editor, Editors, FollowedClip, NewEditor, follow_drops};
pub use library::{
    Library, Material, Reel, Shelf, is_open_transfer, transfer_fraction, transfer_line,
};
pub use plan_again::{PlanAgain, PlanAgainSheet};
pub use products::{Product, ProductForm, Products};
pub use projects::post_text;
pub use queue::Queue;
pub use queue::progress::{megabytes, share};
pub use riff::{Drafting, Riff};
pub use settings::Settings;
pub use shorts::{NewShort, Short, Shorts};
pub use sign_in::SignIn;
pub use tasks::{Task, TaskDesk};
pub use templates::{Catalogue, Template, Templates};
pub use tokens::Tokens;
pub use usage::{Asked, TopUpSheet, Usage, is_shortage};
