//! Running other programs: always by argument lists, never through a shell's quoting.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How often a program with a time limit is looked at.
const GLANCE: Duration = Duration::from_millis(50);

/// The command as a person would type it.
pub fn spelled(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| {
        let word = word.to_string_lossy();
        if word.is_empty() || word.contains([' ', '"', '$']) {
            format!("'{word}'")
        } else {
            word.into_owned()
        }
    }));
    if let Some(name) = std::path::Path::new(&words[0]).file_name() {
        words[0] = name.to_string_lossy().into_owned();
    }
    words.join(" ")
}

/// Says the command, runs it in the open, and waits for it.
///
/// # Errors
/// It can't be started, or it failed.
pub fn run(command: &mut Command) -> Result<()> {
    println!("$ {}", spelled(command));
    let status = command
        .status()
        .with_context(|| format!("can't start `{}`", spelled(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", spelled(command));
    }
    Ok(())
}

/// Like [`run`], and hands each line of its standard output to `look` after printing it.
///
/// # Errors
/// It can't be started, or it failed; `look` has then seen what it printed.
pub fn run_watched(command: &mut Command, mut look: impl FnMut(&str)) -> Result<()> {
    println!("$ {}", spelled(command));
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("can't start `{}`", spelled(command)))?;
    let output = child.stdout.take().context("no output to read")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line.context("its output can't be read")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        look(&line);
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{}` failed ({status})", spelled(command));
    }
    Ok(())
}

/// Runs it unseen and gives its standard output.
///
/// # Errors
/// It can't be started, or it failed; its standard error is in the message.
pub fn answer(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("can't start `{}`", spelled(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let last = said
            .lines()
            .rfind(|line| !line.trim().is_empty())
            .unwrap_or("");
        bail!("`{}` failed ({}) {last}", spelled(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Says the command, runs it in the open, and ends it after `limit`.
///
/// # Errors
/// It can't be started, failed, or took longer than `limit`.
pub fn run_within(command: &mut Command, limit: Duration) -> Result<()> {
    println!("$ {}", spelled(command));
    let mut child = command
        .stdin(Stdio::null())
        .spawn()
        .with_context(|| format!("can't start `{}`", spelled(command)))?;
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            if status.success() {
                return Ok(());
            }
            bail!("`{}` failed ({status})", spelled(command));
        }
        if begun.elapsed() >= limit {
            child.kill()?;
            child.wait()?;
            bail!(
                "`{}` took longer than {} s",
                spelled(command),
                limit.as_secs()
            );
        }
        std::thread::sleep(GLANCE);
    }
}

/// The program's path, where `PATH` has it.
pub fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file())
}

/// `npx`, which Windows ships as a script.
pub fn npx() -> Option<Command> {
    if cfg!(windows) {
        find("node")?;
        let mut command = Command::new("cmd");
        command.args(["/c", "npx", "--yes"]);
        return Some(command);
    }
    let mut command = Command::new(find("npx")?);
    command.arg("--yes");
    Some(command)
}

/// A program that runs beside this one and is ended with it.
#[derive(Debug)]
pub struct Companion {
    child: Child,
    name: String,
}

impl Companion {
    /// Starts it with its standard input closed.
    ///
    /// # Errors
    /// It can't be started.
    pub fn start(command: &mut Command) -> Result<Self> {
        let name = spelled(command);
        println!("$ {name}");
        let child = command
            .stdin(Stdio::null())
            .spawn()
            .with_context(|| format!("can't start `{name}`"))?;
        Ok(Self { child, name })
    }

    /// Hands over its standard output, line by line, as they come; the command must have piped it.
    pub fn output_lines(&mut self) -> mpsc::Receiver<String> {
        let (sender, lines) = mpsc::channel();
        if let Some(pipe) = self.child.stdout.take() {
            std::thread::spawn(move || forward(pipe, &sender));
        }
        lines
    }

    /// Hands over its standard error, line by line, and repeats each on ours.
    pub fn error_lines(&mut self) -> mpsc::Receiver<String> {
        let (sender, lines) = mpsc::channel();
        if let Some(pipe) = self.child.stderr.take() {
            std::thread::spawn(move || {
                for line in BufReader::new(pipe).lines().map_while(Result::ok) {
                    let _ = writeln!(std::io::stderr(), "  {line}");
                    // Even with nobody listening the pipe must be emptied, or the program would wait for us.
                    let _ = sender.send(line);
                }
            });
        }
        lines
    }

    /// Whether it still runs.
    ///
    /// # Errors
    /// The system can't tell.
    pub fn is_running(&mut self) -> Result<bool> {
        Ok(self.child.try_wait()?.is_none())
    }

    /// Waits for it to end by itself.
    ///
    /// # Errors
    /// It failed, or did not end within `limit`.
    pub fn ended_within(&mut self, limit: Duration) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < limit {
            if let Some(status) = self.child.try_wait()? {
                if status.success() {
                    return Ok(());
                }
                bail!("`{}` failed ({status})", self.name);
            }
            std::thread::sleep(GLANCE);
        }
        bail!("`{}` took longer than {} s", self.name, limit.as_secs())
    }

    /// Asks it to end, and ends it if it does not within a few seconds.
    fn stop(&mut self) {
        if !matches!(self.child.try_wait(), Ok(None)) {
            return;
        }
        if cfg!(unix) {
            // The shell's own `kill`: a bare system has no program of that name.
            let asked = Command::new("sh")
                .args(["-c", "kill -TERM \"$0\"", &self.child.id().to_string()])
                .status();
            if asked.is_ok_and(|status| status.success())
                && self.ended_within(Duration::from_secs(5)).is_ok()
            {
                return;
            }
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Companion {
    fn drop(&mut self) {
        self.stop();
    }
}

fn forward(pipe: impl std::io::Read, sender: &mpsc::Sender<String>) {
    for line in BufReader::new(pipe).lines().map_while(Result::ok) {
        if sender.send(line).is_err() {
            return;
        }
    }
}
