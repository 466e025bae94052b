//! The desktop around the app: a window manager, the pointer and keyboard, other programs.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Command;

use super::window_manager::WindowManager;
use super::{PATIENCE, until, within};

/// Where the program that gives files away stands: right of the app's window.
const SOURCE: (u32, u32) = (1450, 40);

/// The system's own: its packages bring GTK to no other.
const PYTHON: &str = "/usr/bin/python3";

/// No window's frame is wider, in pixels.
const FRAME: i32 = 40;

/// Time between two moves of the hand. Without it the drag's protocol is outrun.
const HAND: Duration = Duration::from_millis(30);

/// Time for a program to begin a drag, or for a dialog to do what a key told it, before the hand
/// tries again.
const AGAIN: Duration = Duration::from_secs(3);

/// The desktop around the app.
pub struct Desktop {
    window_manager: WindowManager,
}

impl Desktop {
    /// Starts a window manager of its own.
    pub async fn begin(folder: &Path) -> Self {
        Self {
            window_manager: WindowManager::begin(folder).await,
        }
    }

    /// Puts the app's window into the corner, with this size.
    pub async fn place_app(&self, width: u32, height: u32) {
        let window = app_window().await;
        let (wide, high) = (width.to_string(), height.to_string());
        // Asked again until it is so: the program may just be putting it where it was before.
        until("the window in its place", async || {
            let (place, size) = geometry(&window).await?;
            if place.0 <= FRAME && place.1 <= FRAME && size == (width, height) {
                return Some(());
            }
            run("xdotool", &["windowsize", &window, &wide, &high]).await;
            run("xdotool", &["windowmove", &window, "0", "0"]).await;
            None
        })
        .await;
    }

    /// Drags files from another program to a point of the screen and lets go of them there, as
    /// soon as `welcomed` tells that they would be taken.
    pub async fn drag(
        &self,
        files: &[&Path],
        to: (u32, u32),
        mut welcomed: impl AsyncFnMut() -> bool,
    ) {
        let mut source = Command::new(PYTHON);
        source
            .arg(script("drag.py"))
            .args([SOURCE.0.to_string(), SOURCE.1.to_string()])
            .args(files)
            .stdout(Stdio::piped())
            .kill_on_drop(true);
        let mut source = source.spawn().expect("the drag source");
        let mut told = BufReader::new(source.stdout.take().expect("its words")).lines();
        let shown = within(told.next_line())
            .await
            .expect("the drag source's window")
            .expect("a word");
        assert_eq!(shown.as_deref(), Some("shown"));

        let (x, y) = (SOURCE.0 + 60, SOURCE.1 + 40);
        until("the drag to begin", async || {
            self.point(x, y).await;
            run("xdotool", &["mousedown", "1"]).await;
            for step in 1..=4 {
                self.point(x - 10 * step, y).await;
            }
            let begun = tokio::time::timeout(AGAIN, told.next_line()).await;
            if matches!(&begun, Ok(Ok(Some(word))) if word == "begun") {
                return Some(());
            }
            run("xdotool", &["mouseup", "1"]).await;
            None
        })
        .await;
        const STEPS: u32 = 16;
        for step in 1..=STEPS {
            let way = |from: u32, to: u32| (from * (STEPS - step) + to * step) / STEPS;
            self.point(way(x - 40, to.0), way(y, to.1)).await;
        }
        // Small moves until it is welcome: a target answers to a move, and takes no drop before.
        let mut step = 0;
        until("the drag to be welcomed", async || {
            step = (step + 1) % 4;
            self.point(to.0 + step, to.1 + step).await;
            welcomed().await.then_some(())
        })
        .await;
        run("xdotool", &["mouseup", "1"]).await;
        // It has to stay until the target has asked it for the paths.
        tokio::spawn(async move {
            tokio::time::sleep(PATIENCE).await;
            drop(source);
        });
    }

    /// Where on the screen a point of the app's page is.
    pub async fn on_screen(&self, point: (u32, u32)) -> (u32, u32) {
        let window = app_window().await;
        let (left, top) = until("the window's place", async || {
            Some(geometry(&window).await?.0)
        })
        .await;
        let on_screen = |from: i32, along: u32| along.saturating_add_signed(from);
        (on_screen(left, point.0), on_screen(top, point.1))
    }

    async fn point(&self, x: u32, y: u32) {
        run("xdotool", &["mousemove", &x.to_string(), &y.to_string()]).await;
        tokio::time::sleep(HAND).await;
    }

    /// Presses keys wherever the focus is, such as `alt+F4`.
    pub async fn press(&self, keys: &str) {
        run("xdotool", &["key", "--clearmodifiers", keys]).await;
    }

    /// Presses what closes the app's window, as a person does, through the window manager. False
    /// where there is no window, or it is not the active one yet: it is asked to be then.
    pub async fn close_app_window(&self) -> bool {
        assert!(self.window_manager.is_alive(), "the window manager runs");
        let Some(window) = visible_app().await else {
            return false;
        };
        if !is_active(&window).await {
            run("xdotool", &["windowactivate", &window]).await;
            return false;
        }
        self.press("alt+F4").await;
        true
    }

    /// Types a path into the file dialog that is open, and confirms it.
    pub async fn choose_file(&self, path: &Path) {
        let dialog = until("a file dialog", open_dialog).await;
        until("the file dialog to be active", async || {
            if is_active(&dialog).await {
                return Some(());
            }
            run("xdotool", &["windowactivate", &dialog]).await;
            None
        })
        .await;
        self.press("ctrl+l").await;
        let path = path.display().to_string();
        run("xdotool", &["type", "--delay", "5", &path]).await;
        // The dialog takes it only once it has found the file. No key may come after it has
        // closed: it would press what has the focus on the page.
        let mut pressed: Option<Instant> = None;
        until("the file dialog to close", async || {
            let Some(dialog) = open_dialog().await else {
                return Some(());
            };
            if pressed.is_none_or(|at| at.elapsed() > AGAIN) && is_active(&dialog).await {
                self.press("Return").await;
                pressed = Some(Instant::now());
            }
            None
        })
        .await;
    }

    /// What is on the clipboard.
    pub async fn clipboard(&self) -> String {
        run(PYTHON, &[&script("clipboard.py").display().to_string()]).await
    }
}

/// A picture of the whole screen.
pub fn screenshot(to: &Path) {
    picture("root", to);
}

/// A picture of the window with this title, without its frame.
pub fn screenshot_of(title: &str, to: &Path) {
    picture(title, to);
}

fn picture(window: &str, to: &Path) {
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder).expect("a folder");
    }
    let taken = std::process::Command::new("import")
        .args(["-window", window])
        .arg(to)
        .status();
    if !taken.is_ok_and(|status| status.success()) {
        println!("no picture of the screen could be taken");
    }
}

async fn open_dialog() -> Option<String> {
    visible("^Choose (clips|images or reference material)$").await
}

async fn app_window() -> String {
    until("the app's window", visible_app).await
}

/// The app's window, if it can be seen now. It has a tiny one beside it, out of sight, for drags
/// and the clipboard, whose name differs in its case alone: a search goes by neither.
async fn visible_app() -> Option<String> {
    let found = run(
        "xdotool",
        &["search", "--onlyvisible", "--name", "^Reelwright$"],
    )
    .await;
    for window in found.lines() {
        if run("xdotool", &["getwindowname", window]).await.trim() == "Reelwright" {
            return Some(window.to_owned());
        }
    }
    None
}

/// The first window with such a name that can be seen now.
async fn visible(name: &str) -> Option<String> {
    let found = run("xdotool", &["search", "--onlyvisible", "--name", name]).await;
    found.lines().next().map(str::to_owned)
}

/// Whether keys go to this window: the window manager says so, and so does the display.
async fn is_active(window: &str) -> bool {
    let active = run("xdotool", &["getactivewindow"]).await;
    let focused = run("xdotool", &["getwindowfocus"]).await;
    active.trim() == window && focused.trim() == window
}

/// A window's place on the screen and its size.
async fn geometry(window: &str) -> Option<((i32, i32), (u32, u32))> {
    let told = run("xdotool", &["getwindowgeometry", "--shell", window]).await;
    let value = |name: &str| told.lines().find_map(|line| line.strip_prefix(name));
    Some((
        (value("X=")?.parse().ok()?, value("Y=")?.parse().ok()?),
        (
            value("WIDTH=")?.parse().ok()?,
            value("HEIGHT=")?.parse().ok()?,
        ),
    ))
}

async fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output();
    let output = within(output)
        .await
        .unwrap_or_else(|| panic!("{program} {arguments:?} never ended"))
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/window/harness")
        .join(name)
}
