//! The real program in a real window, seen and touched through WebKit's driver.

use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::json;

use super::driver::Driver;
use super::stage::Stage;
use super::{until, until_or, within};

/// Time for a window to go after alt+F4: twice what the program allows itself for its farewell.
const PRESS_AGAIN: Duration = Duration::from_secs(10);

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
    // Dropped before the page's client, whose end would end the program before it is looked at.
    driver: Driver,
    page: Client,
}

impl App {
    /// Starts the program and waits for its page.
    pub async fn open(stage: &Stage, clips: &[&Path]) -> Self {
        let driver = Driver::start(stage).await;
        let page = driver.session(clips).await;
        let app = Self { page, driver };
        stage.desktop.place_app(1280, 800).await;
        app.find("page-riff").await;
        app.look(RECORD_ERRORS).await;
        app
    }

    /// Fails the test, with what the page itself complained about.
    async fn fail(&self, what: &str) -> ! {
        let errors = self.page.execute("return window.testErrors", Vec::new());
        let errors = within(errors).await;
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

    /// Whether the page says that files which hang over it would be taken.
    pub async fn welcomes_files(&self) -> bool {
        const SCRIPT: &str = "return !!document.querySelector(
            \"[data-test='drop-zone'].over, [data-test='drop-overlay'], \
             [data-test='images-drop'].over\")";
        self.look(SCRIPT).await == true
    }

    /// Brings an element into view, and gives the point of the page in its middle.
    pub async fn middle_of(&self, test: &str) -> (u32, u32) {
        self.find(test).await;
        let script = format!(
            "const element = document.querySelector(\"[data-test='{test}']\");
             element.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             const box = element.getBoundingClientRect();
             return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]"
        );
        let middle = self.look(&script).await;
        serde_json::from_value(middle).expect("a point of the page")
    }

    /// Whether something that matches this selector is on the page.
    pub async fn has_any(&self, selector: &str) -> bool {
        let found = self.page.find_all(Locator::Css(selector)).await;
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
        self.perform(actions).await;
    }

    /// Presses a key while another is held.
    pub async fn chord(&self, held: char, key: char) {
        let actions = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        self.perform(actions).await;
    }

    async fn perform(&self, actions: KeyActions) {
        within(self.page.perform_actions(actions))
            .await
            .expect("an answer of the page")
            .expect("keys");
    }

    /// Runs a script in the page and gives what it returns. For looking, never for acting.
    pub async fn look(&self, script: &str) -> serde_json::Value {
        within(self.page.execute(script, Vec::new()))
            .await
            .expect("an answer of the page")
            .expect("the script")
    }

    /// Moves the focus on by Tab until it is on the element with this `data-test`.
    pub async fn tab_to(&self, test: &str) {
        const TAB: char = '\u{e004}';
        self.find(test).await;
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
        assert!(!self.driver.programs().is_empty(), "the program runs");
        let mut pressed: Option<Instant> = None;
        until("the program to end", async || {
            if self.driver.programs().is_empty() {
                return Some(());
            }
            if pressed.is_none_or(|at| at.elapsed() > PRESS_AGAIN)
                && stage.desktop.close_app_window().await
            {
                if pressed.is_some() {
                    // Past the harness, which hides what a test that passes prints.
                    let told = "alt+F4 was pressed again: the window was still there";
                    writeln!(std::io::stdout(), "{}: {told}", stage.name()).expect("an output");
                }
                pressed = Some(Instant::now());
            }
            None
        })
        .await;
    }

    /// Kills the program, as a power cut would.
    pub async fn kill(self) {
        self.driver.kill_programs();
        until("the program to end", async || {
            self.driver.programs().is_empty().then_some(())
        })
        .await;
    }

    /// What stands on the page, and where its focus is.
    async fn words_of_all(&self) -> String {
        const SCRIPT: &str = "return [document.body.innerText,
            document.activeElement?.outerHTML.slice(0, 200), window.testErrors]";
        let told = self.page.execute(SCRIPT, Vec::new());
        match tokio::time::timeout(PRESS_AGAIN, told).await {
            Ok(Ok(told)) => format!("{told:#}"),
            Ok(Err(error)) => error.to_string(),
            Err(_) => "it does not answer".to_owned(),
        }
    }
}

impl Drop for App {
    /// Tells what the page said when a test failed; the driver tells the rest.
    fn drop(&mut self) {
        if std::thread::panicking() {
            let told = tokio::task::block_in_place(|| {
                tokio::runtime::Handle::current().block_on(self.words_of_all())
            });
            println!("-- what the page said: {told}");
        }
    }
}
