//! Nothing of the person's is deleted: which files of ours may delete at all, and what.

/// The places that may delete, each with what of ours it is. Whatever the person may call theirs goes
/// to the system's trash, by `studio::ports::Trash`.
const MAY_DELETE: &[(&str, &str)] = &[
    (
        "crates/studio/src/journal/senders.rs",
        "its own lock files, and those of dead processes",
    ),
    (
        "crates/studio/src/pictures/cache.rs",
        "its own cache of pictures",
    ),
    (
        "crates/studio/src/transfers/part.rs",
        "parts that the journal says are ours, and the empty file that reserved a name",
    ),
    (
        "src-tauri/src/media/strangers.rs",
        "tests alone: a file that the test has made",
    ),
    (
        "crates/transfer/src/download.rs",
        "the part of a download that was cancelled",
    ),
];

/// Where the stand-in and the tools for work on this project keep their own.
const OWN_PLACES: &[&str] = &["crates/sandbox/", "crates/bench/", "xtask/"];

/// The breaches in one file, each with the file's name.
pub fn breaches(name: &str, content: &str) -> Vec<String> {
    let is_test =
        name.starts_with("tests/") || name.contains("/tests/") || name.contains("/benches/");
    let may = MAY_DELETE.iter().any(|(place, _)| *place == name)
        || OWN_PLACES.iter().any(|place| name.starts_with(place));
    if !name.ends_with(".rs") || is_test || may {
        return Vec::new();
    }
    // What follows is for tests, which delete what they have made.
    let code = content.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().enumerate();
    let deletes = lines.filter(|(_, line)| {
        let code = line.split("//").next().unwrap_or_default();
        code.contains("fs::remove_") || code.contains("trash::")
    });
    let deletes = deletes.filter(|_| name != "crates/studio/src/ports.rs");
    deletes
        .map(|(number, _)| {
            format!(
                "{name}:{}: deletes; say in xtask/src/steps/arrows/deletion.rs what of ours, or use the trash",
                number + 1
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deletion_in_a_new_place_is_named_and_one_of_a_test_is_not() {
        let code = "fn a() {\n    std::fs::remove_file(path);\n}\n";
        assert_eq!(breaches("crates/studio/src/library/mod.rs", code).len(), 1);
        assert_eq!(
            breaches("crates/studio/src/transfers/part.rs", code).len(),
            0
        );
        let test = format!("fn a() {{}}\n#[cfg(test)]\nmod tests {{ {code} }}");
        assert_eq!(breaches("crates/studio/src/library/mod.rs", &test).len(), 0);
        assert_eq!(breaches("tests/it/restart.rs", code).len(), 0);
        assert_eq!(
            breaches("crates/reel/src/main.rs", "trash::delete(x)").len(),
            1
        );
    }
}
