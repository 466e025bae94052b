//! The window manager: without one nothing has the focus, and nothing can be dragged or closed.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::until;

/// Time for an orderly end, in which it takes back what it wrote on the screen.
const FAREWELL: Duration = Duration::from_secs(5);

/// A window manager of this test's own.
pub struct WindowManager {
    process: Child,
}

impl WindowManager {
    /// Starts one and waits until it manages; `folder` is for its sign of life.
    ///
    /// What stands on the screen is no sign: the one before may have left it there. A test then
    /// goes on with nobody to manage its windows, and a key such as alt+F4 is heard by nobody.
    pub async fn begin(folder: &Path) -> Self {
        let sign = folder.join("window-manager-began");
        let mut began = Self::spawn(&sign);
        until("a window manager", async || {
            // It gives up where the screen still takes the one before for alive.
            if !began.is_alive() {
                began = Self::spawn(&sign);
            }
            sign.exists().then_some(())
        })
        .await;
        began
    }

    fn spawn(sign: &Path) -> Self {
        let process = Command::new("openbox")
            .args(["--sm-disable", "--replace", "--startup"])
            .arg(format!("touch '{}'", sign.display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox");
        Self { process }
    }

    /// Whether it still runs.
    pub fn is_alive(&self) -> bool {
        let state = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id()));
        state.is_ok_and(|state| !state.contains(") Z "))
    }
}

impl Drop for WindowManager {
    /// Two can't manage the same screen: this one has gone before the next test begins.
    fn drop(&mut self) {
        let asked = Command::new("kill")
            .arg(self.process.id().to_string())
            .status();
        let deadline = Instant::now() + FAREWELL;
        while asked.is_ok() && self.is_alive() && Instant::now() < deadline {
            std::thread::sleep(super::LOOK);
        }
        // Where it has ended already there is nobody to kill, and the wait is over at once.
        let _ = self.process.kill();
        if let Err(error) = self.process.wait() {
            println!("the window manager: {error}");
        }
    }
}
