//! The desktop around the app: a window manager, the pointer and keyboard, other programs.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Command;

use super::until;

/// Where the program that gives files away stands: right of the app's window.
const SOURCE: (u32, u32) = (1450, 40);

/// The system's own: its packages bring GTK to no other.
const PYTHON: &str = "/usr/bin/python3";

/// Time between two moves of the hand. Without it the drag's protocol is outrun.
const HAND: Duration = Duration::from_millis(30);

/// The desktop around the app.
pub struct Desktop {
    window_manager: std::process::Child,
}

impl Drop for Desktop {
    /// Two can't manage the same screen: this one has gone before the next test begins.
    fn drop(&mut self) {
        for gone in [
            self.window_manager.kill(),
            self.window_manager.wait().map(drop),
        ] {
            if let Err(error) = gone {
                eprintln!("the window manager: {error}");
            }
        }
    }
}

impl Desktop {
    /// Starts a window manager: without one nothing has the focus, and nothing can be dragged.
    pub async fn begin() -> Self {
        let mut desktop = Self {
            window_manager: manage_windows(),
        };
        until("a window manager", async || {
            // It gives up where the screen still takes the one before for alive.
            if desktop
                .window_manager
                .try_wait()
                .expect("its state")
                .is_some()
            {
                desktop.window_manager = manage_windows();
            }
            let desktops = run("xdotool", &["get_num_desktops"]).await;
            desktops
                .trim()
                .parse::<u32>()
                .ok()
                .filter(|count| *count > 0)
        })
        .await;
        desktop
    }

    /// Puts the app's window into the corner, with this size.
    pub async fn place_app(&self, width: u32, height: u32) {
        let window = app_window().await;
        run(
            "xdotool",
            &[
                "windowsize",
                "--sync",
                &window,
                &width.to_string(),
                &height.to_string(),
            ],
        )
        .await;
        run("xdotool", &["windowmove", &window, "0", "0"]).await;
    }

    /// Drags files from another program to a point of the screen and lets go of them there.
    pub async fn drag(&self, files: &[&Path], to: (u32, u32)) {
        let mut source = Command::new(PYTHON);
        source
            .arg(script("drag.py"))
            .args([SOURCE.0.to_string(), SOURCE.1.to_string()])
            .args(files)
            .stdout(Stdio::piped())
            .kill_on_drop(true);
        let mut source = source.spawn().expect("the drag source");
        let told = source.stdout.take().expect("its words");
        let shown = BufReader::new(told)
            .lines()
            .next_line()
            .await
            .expect("a word");
        assert_eq!(shown.as_deref(), Some("shown"));

        let (x, y) = (SOURCE.0 + 60, SOURCE.1 + 40);
        self.point(x, y).await;
        run("xdotool", &["mousedown", "1"]).await;
        const STEPS: u32 = 16;
        for step in 1..=STEPS {
            let way = |from: u32, to: u32| (from * (STEPS - step) + to * step) / STEPS;
            self.point(way(x, to.0), way(y, to.1)).await;
        }
        // A few last small moves: the target answers to those before it takes a drop.
        for step in 0..4 {
            self.point(to.0 + step, to.1 + step).await;
        }
        run("xdotool", &["mouseup", "1"]).await;
        // It has to stay until the target has asked it for the paths.
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_secs(5)).await;
            drop(source);
        });
    }

    async fn point(&self, x: u32, y: u32) {
        run("xdotool", &["mousemove", &x.to_string(), &y.to_string()]).await;
        tokio::time::sleep(HAND).await;
    }

    /// Presses keys wherever the focus is, such as `alt+F4`.
    pub async fn press(&self, keys: &str) {
        run("xdotool", &["key", "--clearmodifiers", keys]).await;
    }

    /// Closes the app's window the way a person does, through the window manager.
    pub async fn close_app_window(&self) {
        let window = app_window().await;
        run("xdotool", &["windowactivate", "--sync", &window]).await;
        self.press("alt+F4").await;
    }

    /// Types a path into the file dialog that is open, and confirms it.
    pub async fn choose_file(&self, path: &Path) {
        let dialog = until("a file dialog", open_dialog).await;
        run("xdotool", &["windowactivate", "--sync", &dialog]).await;
        self.press("ctrl+l").await;
        run(
            "xdotool",
            &["type", "--delay", "5", &path.display().to_string()],
        )
        .await;
        // The dialog takes it only once it has found the file.
        until("the file dialog to close", async || {
            self.press("Return").await;
            open_dialog().await.is_none().then_some(())
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
        eprintln!("no picture of the screen could be taken");
    }
}

fn manage_windows() -> std::process::Child {
    std::process::Command::new("openbox")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("openbox")
}

async fn open_dialog() -> Option<String> {
    let found = run(
        "xdotool",
        &["search", "--onlyvisible", "--name", "^Choose clips$"],
    )
    .await;
    found.lines().next().map(str::to_owned)
}

async fn app_window() -> String {
    until("the app's window", async || {
        let found = run(
            "xdotool",
            &["search", "--onlyvisible", "--name", "^Reelwright$"],
        )
        .await;
        found.lines().next().map(str::to_owned)
    })
    .await
}

async fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .await
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/window/harness")
        .join(name)
}
