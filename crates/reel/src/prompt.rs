//! Questions at a terminal.

use std::io::Write as _;

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
    // Not tokio's stdin: a thread of its own may stay behind, blocked, when Ctrl+C ends this.
    let (sender, receiver) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let mut text = String::new();
        let read = std::io::stdin().read_line(&mut text);
        // Nobody waits for it any more after Ctrl+C.
        let _ = sender.send(matches!(read, Ok(length) if length > 0).then_some(text));
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
