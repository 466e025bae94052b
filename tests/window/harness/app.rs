//! The real program in a real window, seen and touched through WebKit's driver.

use std::path::Path;
use std::process::Stdio;

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::process::{Child, Command};

use super::desktop::screenshot;
use super::stage::Stage;
use super::until;

/// The program, running.
pub struct App {
    page: Client,
    driver: Child,
    name: &'static str,
}

impl App {
    /// Starts the program and waits for its page.
    pub async fn open(stage: &Stage, clips: &[&Path]) -> Self {
        let user = stage.user();
        std::fs::create_dir_all(&user).expect("a folder");
        let port = free_port();
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            // The program inherits the driver's environment.
            .env("HOME", &user)
            .env("REELWRIGHT_HOME", stage.home())
            .env("REELWRIGHT_VAULT", "file")
            .env("RIFFKIT_BASE_URL", stage.sandbox.riffkit_url().as_str())
            .env("PATH", stage.browser.path())
            .env("LANG", "C.UTF-8")
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("WebKitWebDriver");
        until("the driver", async || {
            tokio::net::TcpStream::connect(("127.0.0.1", port))
                .await
                .ok()
        })
        .await;
        let options = json!({ "binary": env!("CARGO_BIN_EXE_reelwright"), "args": clips });
        let mut capabilities = Capabilities::new();
        capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
        let page = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a session with the window");
        let app = Self {
            page,
            driver,
            name: stage.name(),
        };
        stage.desktop.place_app(1280, 800).await;
        app.find("page-riff").await;
        app
    }

    /// The element with this `data-test`, once it can be seen.
    pub async fn find(&self, test: &str) -> Element {
        self.find_css(&format!("[data-test='{test}']")).await
    }

    /// The first element that this selector finds, once it can be seen.
    pub async fn find_css(&self, selector: &str) -> Element {
        until(selector, async || {
            for element in self.page.find_all(Locator::Css(selector)).await.ok()? {
                if element.is_displayed().await.unwrap_or(false) {
                    return Some(element);
                }
            }
            None
        })
        .await
    }

    /// Whether an element with this `data-test` is there now.
    pub async fn has(&self, test: &str) -> bool {
        let selector = format!("[data-test='{test}']");
        let found = self.page.find_all(Locator::Css(&selector)).await;
        found.is_ok_and(|elements| !elements.is_empty())
    }

    /// Waits until no element with this `data-test` is there.
    pub async fn gone(&self, test: &str) {
        until(&format!("{test} to go"), async || {
            (!self.has(test).await).then_some(())
        })
        .await;
    }

    /// Clicks, as soon as there is something to click on and it is enabled.
    pub async fn click(&self, test: &str) {
        until(&format!("a click on {test}"), async || {
            let element = self.find(test).await;
            if !element.is_enabled().await.ok()? {
                return None;
            }
            element.click().await.ok()
        })
        .await;
    }

    /// Types into a field.
    pub async fn write(&self, test: &str, text: &str) {
        let field = self.find(test).await;
        field.click().await.expect("a click");
        field.send_keys(text).await.expect("keys");
    }

    /// The words of an element, once `holds` of them.
    pub async fn words(&self, test: &str, holds: impl Fn(&str) -> bool) -> String {
        until(&format!("the words of {test}"), async || {
            self.find(test)
                .await
                .text()
                .await
                .ok()
                .filter(|text| holds(text))
        })
        .await
    }

    /// An attribute of an element, once `holds` of it.
    pub async fn attribute(&self, test: &str, name: &str, holds: impl Fn(&str) -> bool) -> String {
        until(&format!("{name} of {test}"), async || {
            self.find(test)
                .await
                .attr(name)
                .await
                .ok()
                .flatten()
                .filter(|text| holds(text))
        })
        .await
    }

    /// Presses keys one after another, wherever the page's focus is.
    pub async fn keys(&self, keys: &[char]) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in keys {
            actions = actions
                .then(KeyAction::Down { value: *key })
                .then(KeyAction::Up { value: *key });
        }
        self.page.perform_actions(actions).await.expect("keys");
    }

    /// Presses a key while another is held.
    pub async fn chord(&self, held: char, key: char) {
        let actions = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        self.page.perform_actions(actions).await.expect("keys");
    }

    /// Runs a script in the page and gives what it returns. For looking, never for acting.
    pub async fn look(&self, script: &str) -> serde_json::Value {
        self.page
            .execute(script, Vec::new())
            .await
            .expect("the script")
    }

    /// Moves the focus on by Tab until it is on the element with this `data-test`.
    pub async fn tab_to(&self, test: &str) {
        const TAB: char = '\u{e004}';
        for _ in 0..80 {
            let focused = self
                .look("return document.activeElement?.getAttribute('data-test') ?? ''")
                .await;
            if focused == test {
                return;
            }
            self.keys(&[TAB]).await;
        }
        panic!("the focus never came to {test}");
    }

    /// Closes the window as a person does, and waits until the program has ended.
    pub async fn quit(self, stage: &Stage) {
        let before = reelwrights(&self.driver).await;
        assert!(!before.is_empty(), "the program runs");
        stage.desktop.close_app_window().await;
        until("the program to end", async || {
            reelwrights(&self.driver).await.is_empty().then_some(())
        })
        .await;
    }

    /// Kills the program, as a power cut would.
    pub async fn kill(self) {
        for process in reelwrights(&self.driver).await {
            let killed = Command::new("kill")
                .args(["-KILL", &process])
                .status()
                .await;
            assert!(killed.is_ok_and(|status| status.success()));
        }
        until("the program to end", async || {
            reelwrights(&self.driver).await.is_empty().then_some(())
        })
        .await;
    }
}

impl Drop for App {
    /// Keeps a picture of what the window showed when a test failed.
    fn drop(&mut self) {
        if std::thread::panicking() {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
            let picture = folder.join(format!("{}.png", self.name));
            screenshot(&picture);
            eprintln!("what the window showed: {}", picture.display());
        }
    }
}

/// The processes of the program that this driver started and that live.
async fn reelwrights(driver: &Child) -> Vec<String> {
    let Some(driver) = driver.id() else {
        return Vec::new();
    };
    let output = Command::new("pgrep")
        .args([
            "--parent",
            &driver.to_string(),
            "--runstates",
            "DRSTI",
            "reelwright",
        ])
        .output()
        .await
        .expect("pgrep");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(str::to_owned)
        .collect()
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a port")
        .port()
}
