//! Which language the person's system speaks.

use contract::Language;

/// The nearest of ours to the system's language; English when the system tells none.
///
/// A terminal's environment (`LC_ALL`, `LC_MESSAGES`, `LANG`) comes first where it is set, on every
/// system: whoever sets it for one command means it.
pub fn system_language() -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .or_else(sys_locale::get_locale)
        .map_or(Language::English, |tag| Language::nearest(&tag))
}
