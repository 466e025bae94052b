//! The pages.

mod library;
mod queue;
mod riff;
mod settings;
mod sign_in;
mod wording;

pub use library::{Library, Reel, Shelf};
pub use queue::Queue;
pub use riff::Riff;
pub use settings::Settings;
pub use sign_in::SignIn;
