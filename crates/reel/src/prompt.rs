//! Questions at a terminal.

use std::io::Write as _;

use console::Term;

use crate::run::Run;

/// What a person answered to a question with two answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
}

/// Asks, and takes an empty line, the end of input or Ctrl+C for a no.
pub async fn confirm(run: &Run, question: &str) -> Answer {
    match line(run, question).await {
        Some(text) => understood(&run.output.words.say("cli-yes-words"), &text),
        None => Answer::No,
    }
}

/// One line from the person, trimmed. `None` at the end of input or on Ctrl+C.
pub async fn line(run: &Run, question: &str) -> Option<String> {
    let mut stderr = std::io::stderr();
    // With stderr gone there is no one to ask, and the end of input will answer.
    let _ = write!(stderr, "{question} ").and_then(|()| stderr.flush());
    typed(run, || {
        let mut text = String::new();
        let read = std::io::stdin().read_line(&mut text);
        matches!(read, Ok(length) if length > 0).then_some(text)
    })
    .await
}

/// One line from the person that is not shown while it is typed, trimmed. `None` where it is empty, at
/// the end of input, and on Ctrl+C.
pub async fn secret(run: &Run, question: &str) -> Option<String> {
    let mut stderr = std::io::stderr();
    // With stderr gone there is no one to ask, and the end of input will answer.
    let _ = write!(stderr, "{question} ").and_then(|()| stderr.flush());
    // Ctrl+C leaves the reading behind, and with it a terminal that shows nothing.
    let _echo = Echo::kept();
    let text = typed(run, || Term::stderr().read_secure_line().ok()).await;
    text.filter(|text| !text.is_empty())
}

/// The terminal as it was: again so once this is dropped.
struct Echo {
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
}

#[cfg(unix)]
impl Echo {
    fn kept() -> Self {
        Self {
            before: rustix::termios::tcgetattr(std::io::stdin()).ok(),
        }
    }
}

#[cfg(unix)]
impl Drop for Echo {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            // A terminal that is gone shows nothing anyway.
            let _ = rustix::termios::tcsetattr(
                std::io::stdin(),
                rustix::termios::OptionalActions::Now,
                before,
            );
        }
    }
}

#[cfg(not(unix))]
impl Echo {
    fn kept() -> Self {
        Self {}
    }
}

/// What is typed, trimmed, unless Ctrl+C comes first.
async fn typed(
    run: &Run,
    read: impl FnOnce() -> Option<String> + Send + 'static,
) -> Option<String> {
    // Not tokio's stdin: a thread of its own may stay behind, blocked, when Ctrl+C ends this.
    let (sender, receiver) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        // Nobody waits for it any more after Ctrl+C.
        let _ = sender.send(read());
    });
    tokio::select! {
        text = receiver => text.ok().flatten().map(|text| text.trim().to_owned()),
        () = run.interrupt.pressed() => None,
    }
}

/// Yes, by any of the words that the language lists.
fn understood(yes: &str, text: &str) -> Answer {
    let text = text.trim().to_lowercase();
    if yes.split_whitespace().any(|word| word == text) {
        Answer::Yes
    } else {
        Answer::No
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_clear_yes_is_a_yes() {
        for yes in ["y", " Yes\n", "YES"] {
            assert_eq!(understood("y yes", yes), Answer::Yes, "{yes}");
        }
        for no in ["", "n", "yep?", "yes please", "y yes"] {
            assert_eq!(understood("y yes", no), Answer::No, "{no}");
        }
    }
}
