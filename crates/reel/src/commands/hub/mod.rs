//! The commands about Hubfluencer, each topic in a file of its own.

mod assists;
mod carousel;
mod editor;
mod finishing;
mod free;
mod images;
mod paying;
mod purchases;
mod session;
mod short;
mod text;
mod tokens;
mod watching;
mod wordings;

pub use assists::{assists, credits};
pub use carousel::run as carousel;
pub use editor::run as editor;
pub use finishing::pick_up;
pub use purchases::{line as purchase_line, run as purchases};
pub use session::{login, logout};
pub use short::run as short;
pub use tokens::run as tokens;
