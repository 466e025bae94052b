//! The names that projects have in addresses.

use uuid::Uuid;

/// A new name: 12 letters and digits that nobody guesses.
pub(crate) fn new_slug() -> String {
    let mut name = Uuid::new_v4().simple().to_string();
    name.truncate(12);
    name
}
