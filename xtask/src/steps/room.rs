//! The disk's room: all checks and tests take a good deal of it, and a compiler that has none left says so in words
//! that are easily read past.

use crate::project::Project;

const GIGABYTE: u64 = 1_000_000_000;

/// What all checks and tests leave in the target folder when they begin with nothing, in bytes.
const ALL_OF_IT: u64 = 8 * GIGABYTE;

/// With less than this left, in bytes, it was most likely the room that was missing.
const HARDLY_ANY: u64 = GIGABYTE / 2;

/// Says how much room there is, before the first build.
pub fn say(project: &Project) {
    if let Some(free) = free(project) {
        let built = project.built("reel").exists();
        println!("{}", foretold(free, built));
    }
}

/// The reason of a failure that the room explains.
pub fn missing(project: &Project) -> Option<String> {
    free(project).and_then(explained)
}

/// In bytes; the target folder may be on a disk of its own, and may not be there yet.
fn free(project: &Project) -> Option<u64> {
    let folder = project
        .target()
        .ancestors()
        .find(|folder| folder.is_dir())?;
    fs4::available_space(folder).ok()
}

fn foretold(free: u64, built: bool) -> String {
    let here = format!("{} free for the target folder.", spelled(free));
    if built || free >= ALL_OF_IT {
        return here;
    }
    format!(
        "{here} Note: from nothing, all of this takes about {}; it may not fit.",
        spelled(ALL_OF_IT)
    )
}

fn explained(free: u64) -> Option<String> {
    (free < HARDLY_ANY).then(|| {
        format!(
            "the disk is full ({} free): make room, then run it again; what is built already is kept",
            spelled(free)
        )
    })
}

fn spelled(bytes: u64) -> String {
    format!("{:.1} GB", bytes as f64 / GIGABYTE as f64)
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn too_little_room_is_foretold_only_where_all_is_still_to_be_built() {
        assert!(foretold(7 * GIGABYTE, false).contains("7.0 GB free"));
        assert!(foretold(7 * GIGABYTE, false).contains("may not fit"));
        assert!(!foretold(7 * GIGABYTE, true).contains("may not fit"));
        assert!(!foretold(60 * GIGABYTE, false).contains("may not fit"));
    }

    #[test]
    fn only_a_full_disk_explains_a_failure() {
        assert_eq!(explained(7 * GIGABYTE), None);
        assert!(explained(40_000_000).is_some_and(|reason| reason.contains("0.0 GB free")));
    }
}
