//! The frame around the pages: state, words, rail, dialogs and toasts.

mod account;
mod current_page;
mod draft;
mod farewell;
mod frame;
mod hub_account;
mod keys;
mod page;
mod rail;
mod start;
mod store;
mod toast;
mod toasts;
mod vault_question;
mod words;

pub use farewell::tell_of_panics;
pub use frame::PageFrame;
pub use hub_account::{blocking_scopes, hub_who};
pub use page::Page;
pub use start::App;
pub use store::{Paged, Piece, Store, store};
pub use toast::{Toast, ToastKind};
pub use words::{leads_to, next_word, say, say_refusal, t, t_with};
