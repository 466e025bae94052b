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
use super::{until, until_or};

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_reelwright");

/// Keeps what the page complains about, so that a test can tell it.
const RECORD_ERRORS: &str = "
    window.testErrors = [];
    const keep = error => window.testErrors.push(String(error));
    const log = console.error;
    console.error = (...words) => { keep(words.join(' ')); log.apply(console, words); };
    addEventListener('error', event => keep(event.message));
    addEventListener('unhandledrejection', event => keep(event.reason));
    addEventListener('securitypolicyviolation', event => keep(
        `${event.violatedDirective} forbids ${event.blockedURI}`));";

/// The program, running.
pub struct App {
    page: Client,
    driver: Child,
    name: &'static str,
}

impl App {
    /// Starts the program and waits for its page.
    pub async fn open(stage: &Stage, clips: &[&Path]) -> Self {
        let port = free_port();
        let mut driver = Command::new("WebKitWebDriver");
        // The program inherits the driver's environment.
        stage.furnish(&mut driver);
        let driver = driver
            .arg(format!("--port={port}"))
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
        let options = json!({ "binary": PROGRAM, "args": clips });
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
        app.look(RECORD_ERRORS).await;
        app
    }

    /// Fails the test, with what the page itself complained about.
    async fn fail(&self, what: &str) -> ! {
        let errors = self
            .page
            .execute("return window.testErrors", Vec::new())
            .await;
        panic!("{what}; the page's errors: {errors:?}")
    }

    /// Fails the test if the page complained about anything.
    pub async fn is_sound(&self) {
        let errors = self.look("return window.testErrors").await;
        assert_eq!(errors, json!([]), "the page's errors");
    }

    /// The element with this `data-test`, once it can be seen.
    pub async fn find(&self, test: &str) -> Element {
        match until_or(async || self.look_for(test).await).await {
            Some(element) => element,
            None => self.fail(&format!("{test} never came")).await,
        }
    }

    /// The element with this `data-test`, if it can be seen now.
    async fn look_for(&self, test: &str) -> Option<Element> {
        let selector = format!("[data-test='{test}']");
        for element in self.page.find_all(Locator::Css(&selector)).await.ok()? {
            if self.is_visible(&element).await {
                return Some(element);
            }
        }
        None
    }

    /// Whether an element with this `data-test` is there now.
    pub async fn has(&self, test: &str) -> bool {
        let selector = format!("[data-test='{test}']");
        let found = self.page.find_all(Locator::Css(&selector)).await;
        found.is_ok_and(|elements| !elements.is_empty())
    }

    /// Whether an element with this `data-test` can be seen now.
    pub async fn shows(&self, test: &str) -> bool {
        self.look_for(test).await.is_some()
    }

    /// The words of every element with this `data-test`, once there are `count` of them.
    pub async fn find_all_words(&self, test: &str, count: usize) -> Vec<String> {
        let selector = format!("[data-test='{test}']");
        until(&format!("{count} of {test}"), async || {
            let elements = self.page.find_all(Locator::Css(&selector)).await.ok()?;
            let mut words = Vec::new();
            for element in &elements {
                words.push(self.text(element).await?);
            }
            (words.len() == count).then_some(words)
        })
        .await
    }

    /// Chooses the option with this value in a list.
    pub async fn choose(&self, test: &str, value: &str) {
        self.find(test)
            .await
            .select_by_value(value)
            .await
            .expect("the option");
    }

    /// Waits until the page has this width, its pictures are there and nothing moves.
    pub async fn settled(&self, width: u32) {
        until(&format!("a page {width} wide, at rest"), async || {
            let rests = self
                .look(
                    "return [
                        window.innerWidth,
                        [...document.images].every(image => image.complete) &&
                            document.getAnimations().every(one => one.playState === 'finished')
                     ]",
                )
                .await;
            (rests[0] == width && rests[1] == true).then_some(())
        })
        .await;
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
        let clicked = until_or(async || {
            let element = self.look_for(test).await?;
            if !element.is_enabled().await.ok()? {
                return None;
            }
            element.click().await.ok()
        })
        .await;
        if clicked.is_none() {
            self.fail(&format!("{test} could not be clicked")).await;
        }
    }

    /// Types into a field.
    pub async fn write(&self, test: &str, text: &str) {
        let field = self.find(test).await;
        field.click().await.expect("a click");
        field.send_keys(text).await.expect("keys");
    }

    /// The words of an element, once `holds` of them.
    pub async fn words(&self, test: &str, holds: impl Fn(&str) -> bool) -> String {
        let mut last = String::new();
        let found = until_or(async || {
            last = self.text(&self.look_for(test).await?).await?;
            holds(&last).then(|| last.clone())
        })
        .await;
        match found {
            Some(words) => words,
            None => {
                self.fail(&format!("the words of {test} are still {last:?}"))
                    .await
            }
        }
    }

    /// Whether an element can be seen. The driver's own answer takes a text that is cut short with
    /// an ellipsis for invisible.
    async fn is_visible(&self, element: &Element) -> bool {
        const SCRIPT: &str = "return arguments[0].checkVisibility({ visibilityProperty: true })
            && arguments[0].getBoundingClientRect().height > 0";
        self.of(element, SCRIPT)
            .await
            .is_some_and(|seen| seen == true)
    }

    async fn text(&self, element: &Element) -> Option<String> {
        let text = self.of(element, "return arguments[0].innerText").await?;
        text.as_str().map(|text| text.trim().to_owned())
    }

    /// What a script tells of an element; nothing if it has gone meanwhile.
    async fn of(&self, element: &Element, script: &str) -> Option<serde_json::Value> {
        let element = serde_json::to_value(element).expect("a reference");
        self.page.execute(script, vec![element]).await.ok()
    }

    /// An attribute of an element, once `holds` of it.
    pub async fn attribute(&self, test: &str, name: &str, holds: impl Fn(&str) -> bool) -> String {
        let mut last = String::new();
        let found = until_or(async || {
            last = self.look_for(test).await?.attr(name).await.ok()??;
            holds(&last).then(|| last.clone())
        })
        .await;
        match found {
            Some(value) => value,
            None => {
                self.fail(&format!("{name} of {test} is still {last:?}"))
                    .await
            }
        }
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
        assert!(!self.processes().is_empty(), "the program runs");
        stage.desktop.close_app_window().await;
        self.ended().await;
    }

    /// Kills the program, as a power cut would.
    pub async fn kill(self) {
        self.kill_processes();
        self.ended().await;
    }

    async fn ended(&self) {
        until("the program to end", async || {
            self.processes().is_empty().then_some(())
        })
        .await;
    }

    /// The living processes of the program that this driver started.
    fn processes(&self) -> Vec<String> {
        let Some(driver) = self.driver.id() else {
            return Vec::new();
        };
        let output = std::process::Command::new("pgrep")
            .args(["--runstates", "DRST", "--parent", &driver.to_string()])
            .arg("reelwright")
            .output()
            .expect("pgrep");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        told.lines().map(str::to_owned).collect()
    }

    fn kill_processes(&self) {
        for process in self.processes() {
            let killed = std::process::Command::new("kill")
                .args(["-KILL", &process])
                .status();
            assert!(killed.is_ok_and(|status| status.success()));
        }
    }
}

impl Drop for App {
    /// Leaves no window behind, and keeps a picture of what it showed when a test failed.
    fn drop(&mut self) {
        if std::thread::panicking() {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
            let picture = folder.join(format!("{}.png", self.name));
            screenshot(&picture);
            eprintln!("what the window showed: {}", picture.display());
        }
        self.kill_processes();
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a port")
        .port()
}
