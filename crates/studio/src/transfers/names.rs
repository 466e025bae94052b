//! Names of saved files.

mod safe;

use std::path::{Path, PathBuf};

use contract::Millis;

use self::safe::{cut, safe};
use super::files::Place;
use crate::journal::ReelRecord;
use crate::library::title;

/// A file's name where neither its pattern nor its id has a letter that a file system takes.
const NAMELESS: &str = "reel";
/// Ends the name of a file that is not whole yet.
const PART: &str = ".part";

/// A reel's file name without extension, by the person's pattern. Safe on every file system.
pub(crate) fn stem(pattern: &str, reel: &ReelRecord, now: Millis) -> String {
    let date = jiff::Timestamp::from_millisecond(reel.created_at.unwrap_or(now))
        .map(|at| at.to_zoned(jiff::tz::TimeZone::system()).date().to_string())
        .unwrap_or_default();
    let named = pattern
        .replace("{date}", &date)
        .replace("{id}", &reel.asset_id)
        .replace("{title}", &title(reel));
    safe(&named)
        .or_else(|| safe(&reel.asset_id))
        .unwrap_or_else(|| NAMELESS.to_owned())
}

/// `name`, `name (2)`, `name (3)`, …: what is saved is tried under these, without its endings.
pub(crate) fn stems(stem: &str) -> impl Iterator<Item = String> {
    let stem = stem.to_owned();
    (1..).map(move |number| match number {
        1 => stem.clone(),
        _ => format!("{stem} ({number})"),
    })
}

/// The files of a set that are written until all are whole, so many of them.
pub(super) fn set_parts(to: &Place, transfer: &str, count: usize) -> Vec<PathBuf> {
    let transfer = transfer.rsplit('-').next().unwrap_or(transfer);
    let stem = cut(&to.stem);
    (1..=count)
        .map(|number| {
            let name = format!("{stem}-{number:02}.{transfer}{PART}");
            to.folder.join(name)
        })
        .collect()
}

/// The file that is written until it is whole, beside its target. Named for the transfer, so that
/// two never share one.
pub(crate) fn part(target: &Path, transfer: &str) -> PathBuf {
    // A name that the person gave may be as long as the file system takes.
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let transfer = transfer.rsplit('-').next().unwrap_or(transfer);
    target.with_file_name(format!("{}.{transfer}{PART}", cut(&name)))
}

/// Whether a path can be one that [`part`] made: a recovery removes nothing else.
pub(crate) fn is_part(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().ends_with(PART)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> ReelRecord {
        ReelRecord {
            asset_id: "a-1".to_owned(),
            name: Some(name.to_owned()),
            created_at: Some(1_781_956_800_000), // 2026-06-20T12:00:00Z
            ..ReelRecord::default()
        }
    }

    #[test]
    fn the_pattern_is_filled_and_made_safe() {
        assert_eq!(
            stem("{date} {title}", &named("Froth in one shake"), 0),
            "2026-06-20 Froth in one shake"
        );
        assert_eq!(stem("{id}", &named("x"), 0), "a-1");
        assert_eq!(stem("{title}", &named("../../etc/passwd"), 0), "etc passwd");
        assert_eq!(
            stem("{title}", &named("a/b\\c:d*e?f\"g<h>i|j\n"), 0),
            "a b c d e f g h i j"
        );
        assert_eq!(stem("{title}", &named("短视频 ☕"), 0), "短视频 ☕");
        for reserved in ["CON", "nul", "..", "   ", "."] {
            let stem = stem("{title}", &named(reserved), 0);
            assert!(
                !stem.is_empty() && !stem.eq_ignore_ascii_case(reserved),
                "{reserved}: {stem}"
            );
        }
        let long = stem("{title}", &named(&"短".repeat(200)), 0);
        assert!(long.len() <= safe::LONGEST && long.chars().all(|c| c == '短'));
        let mut nameless = named("/");
        nameless.asset_id = "..".to_owned();
        assert_eq!(stem("{title}{id}", &nameless, 0), "reel");
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        let names: Vec<String> = stems("x").take(3).collect();
        assert_eq!(names, ["x", "x (2)", "x (3)"]);
    }

    #[test]
    fn a_part_is_known_by_its_name() {
        let part = part(Path::new("f/x.mp4"), "0190-aa-bb");
        assert_eq!(part, PathBuf::from("f/x.mp4.bb.part"));
        assert!(is_part(&part));
        assert!(!is_part(Path::new("f/x.mp4")));
    }
}
