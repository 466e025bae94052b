//! Clips named on the command line, by this start or by a second one.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use tauri::Url;

/// The paths among a command line's arguments (without the program's own name), made absolute
/// against the folder that the command was given in.
///
/// A desktop may hand files over as `file:` links. Options are none of ours and are passed over.
pub fn clips(arguments: impl IntoIterator<Item = OsString>, folder: &Path) -> Vec<PathBuf> {
    arguments
        .into_iter()
        .filter(|argument| !argument.is_empty() && !argument.to_string_lossy().starts_with('-'))
        .map(|argument| folder.join(path(argument)))
        .collect()
}

fn path(argument: OsString) -> PathBuf {
    argument
        .to_str()
        .filter(|text| text.starts_with("file:"))
        .and_then(|text| Url::parse(text).ok())
        .and_then(|link| link.to_file_path().ok())
        .unwrap_or_else(|| PathBuf::from(argument))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn paths_and_file_links_become_absolute_and_options_are_passed_over() {
        let given = [
            "a.mp4",
            "/b/c d.mov",
            "file:///e/f%20g.mp4",
            "--flag",
            "",
            "-x",
        ];
        let clips = clips(given.map(OsString::from), Path::new("/here"));
        assert_eq!(
            clips,
            ["/here/a.mp4", "/b/c d.mov", "/e/f g.mp4"].map(PathBuf::from)
        );
    }
}
