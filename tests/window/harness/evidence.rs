//! What a test that failed leaves behind: on its standard output, for often nothing else is kept of
//! the machine it ran on, and as a picture.

use std::path::Path;
use std::process::Command;

use super::desktop::screenshot;

/// Lines of the app's log that are shown.
const LOG_LINES: usize = 40;

/// Shows the screen, the program's processes and the end of its log. Never panics: a test is
/// failing already.
pub fn leave(name: &str, log: &Path, programs: &[String]) {
    let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
    screenshot(&picture);
    println!("-- {name}: what the screen showed: {}", picture.display());
    show_windows();
    show_processes(programs);
    show_log(log);
}

/// Shows what the program wrote down last.
fn show_log(log: &Path) {
    let text = std::fs::read_to_string(log).unwrap_or_else(|error| error.to_string());
    let lines: Vec<&str> = text.lines().collect();
    println!("-- the end of the app's log:");
    for line in &lines[lines.len().saturating_sub(LOG_LINES)..] {
        println!("   {line}");
    }
}

fn show_windows() {
    println!(
        "-- window manager: {}; active: {}; focused: {}",
        told("pgrep", &["--list-name", "--exact", "openbox"]),
        told("xdotool", &["getactivewindow", "getwindowname"]),
        told("xdotool", &["getwindowfocus", "getwindowname"]),
    );
    for window in told("xdotool", &["search", "--onlyvisible", "--name", "."]).split(' ') {
        println!(
            "   window {window}: {}, {}",
            told("xdotool", &["getwindowname", window]),
            told("xdotool", &["getwindowgeometry", window]),
        );
    }
}

/// Each thread and the system call in which it waits: tells a program that hangs from one that
/// never heard.
fn show_processes(programs: &[String]) {
    println!("-- the app's processes: {programs:?}; their threads:");
    for program in programs {
        let columns = ["-o", "stat=", "-o", "wchan:24=", "-o", "comm="];
        let threads = [&["-L", "-p", program], &columns[..]].concat();
        println!("   {}", told("ps", &threads));
    }
}

/// What a program says, on one line.
fn told(program: &str, arguments: &[&str]) -> String {
    let output = Command::new("timeout")
        .args(["10", program])
        .args(arguments)
        .output();
    match output {
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        }
        Err(error) => error.to_string(),
    }
}
