//! What the window is confined to, read from the files that say so: a line more in one of them is a decision, and has
//! to be made here as well.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tauri::Config;

use crate::window;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn configuration() -> Value {
    serde_json::from_str(&read("tauri.conf.json")).expect("JSON")
}

/// The page's own files: markup, styles, and the script that starts it.
fn files_of_the_page() -> Vec<PathBuf> {
    let mut files = vec![root().join("ui/index.html"), root().join("ui/boot.js")];
    let mut folders = vec![root().join("ui/styles")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files
}

#[test]
fn the_policy_lets_nothing_in_from_outside_and_no_more_than_the_page_needs() {
    let policy: BTreeMap<String, String> =
        serde_json::from_value(configuration()["app"]["security"]["csp"].clone())
            .expect("a policy");
    let expected = [
        // Whatever is not named: fonts, frames, objects, workers, manifests, prefetching.
        ("default-src", "'none'"),
        // The page is WASM; no inline script, no `eval`.
        ("script-src", "'self' 'wasm-unsafe-eval'"),
        ("style-src", "'self'"),
        // Pictures and videos come from the media listener: its port is put in at the start.
        ("img-src", "'self' http://127.0.0.1:*"),
        ("media-src", "http://127.0.0.1:*"),
        // Its own WASM, and the one command: Tauri's scheme, and what that is called on Windows.
        ("connect-src", "'self' ipc: http://ipc.localhost"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
        ("frame-ancestors", "'none'"),
    ];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(policy, BTreeMap::from(expected));
}

#[test]
fn at_the_start_the_policy_names_the_listener_alone() {
    let mut config: Config = serde_json::from_value(configuration()).expect("a configuration");
    window::allow_media(&mut config.app.security, "http://127.0.0.1:4711");
    let policy = config.app.security.csp.expect("a policy").to_string();
    assert!(!policy.contains(":*") && !policy.contains("*."), "{policy}");
    let addresses: Vec<&str> = policy
        .split([' ', ';'])
        .filter(|word| word.contains("://"))
        .collect();
    assert!(!addresses.is_empty());
    for address in addresses {
        let known = ["http://127.0.0.1:4711", "http://ipc.localhost"];
        assert!(known.contains(&address), "{address}");
    }
}

#[test]
fn the_page_may_ask_one_command_and_listen_and_nothing_else() {
    let configuration = configuration();
    let security = &configuration["app"]["security"];
    assert_eq!(
        security["capabilities"].as_array().map(Vec::len),
        Some(1),
        "one window, one set of permissions"
    );
    let capability = &security["capabilities"][0];
    assert_eq!(capability["windows"], json!(["main"]));
    assert_eq!(
        capability["permissions"],
        json!([
            "allow-ask",
            "core:event:allow-listen",
            "core:event:allow-unlisten"
        ])
    );
    // No page from elsewhere may ask, and there is no second door to the same.
    for name in ["remote", "webviews", "platforms"] {
        assert_eq!(capability[name], Value::Null, "{name}");
    }
    let security = security.as_object().expect("an object");
    let names: Vec<&str> = security.keys().map(String::as_str).collect();
    assert_eq!(names, ["capabilities", "csp", "freezePrototype"]);
    assert_eq!(security["freezePrototype"], json!(true));
    assert_eq!(configuration["app"]["withGlobalTauri"], Value::Null);
    assert_eq!(configuration["plugins"], Value::Null);
    assert!(!root().join("src-tauri/capabilities").exists());
    assert!(!root().join("capabilities").exists());

    let permissions = fs::read_dir(root().join("src-tauri/permissions")).expect("a folder");
    assert_eq!(permissions.count(), 1);
    let permission = read("src-tauri/permissions/ask.toml");
    let commands: Vec<&str> = permission
        .lines()
        .filter(|line| line.starts_with("commands"))
        .collect();
    assert_eq!(commands, ["commands.allow = [\"ask\"]"]);
}

#[test]
fn the_page_names_no_address_and_runs_nothing_inline() {
    for path in files_of_the_page() {
        let text = fs::read_to_string(&path).expect("text");
        let name = path.display();
        for address in [
            "http:", "https:", "ws://", "wss://", "ftp:", "data:", "blob:", "@import", "url(//",
            "=\"//",
        ] {
            assert!(!text.contains(address), "{name} names {address}");
        }
    }
    let page = read("ui/index.html");
    assert_eq!(page.matches("<script").count(), 1);
    assert!(page.contains("<script type=\"module\" src=\"./boot.js\"></script>"));
    for inline in [
        "<style",
        "style=",
        " on",
        "<iframe",
        "<object",
        "<base",
        "http-equiv",
    ] {
        assert!(!page.contains(inline), "{inline}");
    }
    for line in page.lines().filter(|line| line.contains("href=")) {
        let own = [
            "href=\"./styles/",
            "href=\"./ui_bg.wasm\"",
            "href=\"./ui.js\"",
        ];
        assert!(own.iter().any(|own| line.contains(own)), "{line}");
    }
}
