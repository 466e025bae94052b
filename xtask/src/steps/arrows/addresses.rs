//! Whom the program speaks to: no source names another server than the two services' own.

/// Where code runs that may ask a network. The page never does, and its policy is tested apart; the
/// sandbox is a server; what is for tests names whom it likes.
const SPEAKERS: &[&str] = &[
    "crates/wire/",
    "crates/transfer/",
    "crates/riffkit/",
    "crates/hubfluencer/",
    "crates/studio/",
    "crates/reel/",
    "src-tauri/",
];

/// Hosts that may stand in their code.
const KNOWN: &[&str] = &[
    "riffkit.ai",
    "hubfluencer.com",
    // This machine: the sandbox, the player's listener, the page's own origin on each system.
    "127.0.0.1",
    "localhost",
    "tauri.localhost",
    "ipc.localhost",
    // Only ever sent on as the person's own link; nothing here asks it anything.
    "www.tiktok.com",
    "vm.tiktok.com",
];

/// The breaches in one file, each with the file's name.
pub fn breaches(name: &str, content: &str) -> Vec<String> {
    let is_test = name.contains("/tests/") || name.contains("/benches/") || name.ends_with("tests.rs")
        // Tests alone, in a file of their own.
        || name == "src-tauri/src/media/strangers.rs";
    let speaks = SPEAKERS.iter().any(|place| name.starts_with(place));
    if !name.ends_with(".rs") || !speaks || is_test {
        return Vec::new();
    }
    let code = content.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for (number, line) in code.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        for host in hosts(line) {
            if !KNOWN.contains(&host) {
                found.push(format!("{name}:{}: names a server, {host}", number + 1));
            }
        }
    }
    found
}

/// The hosts of the web addresses in a line.
fn hosts(line: &str) -> impl Iterator<Item = &str> {
    line.split("http")
        .skip(1)
        .filter_map(|rest| rest.strip_prefix("s://").or(rest.strip_prefix("://")))
        .map(|rest| {
            let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
            let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            rest.get(..end).unwrap_or_default()
        })
        .filter(|host| host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_of_somebody_else_is_named() {
        let code = "let a = \"https://riffkit.ai/x\";\n// https://docs.rs\nlet b = \"http://count.example/me\";";
        let found = breaches("crates/studio/src/a.rs", code);
        assert_eq!(
            found,
            ["crates/studio/src/a.rs:3: names a server, count.example"]
        );
        assert!(breaches("crates/studio/tests/it/a.rs", code).is_empty());
        assert!(breaches("ui/src/a.rs", code).is_empty());
        let test = "#[cfg(test)]\nmod tests { const A: &str = \"https://a.example\"; }";
        assert!(breaches("crates/wire/src/a.rs", test).is_empty());
    }
}
