//! Texts of the command line that may also come from a file or from standard input.

use std::io::Read as _;
use std::path::Path;

use contract::{Code, Refusal};

use crate::stop::Stop;

/// A text; `-` is what comes on standard input.
///
/// # Errors
/// [`Code::FileGone`] where it can't be read.
pub fn said(text: &str) -> Result<String, Stop> {
    if text == "-" {
        piped()
    } else {
        Ok(text.to_owned())
    }
}

/// The text of a file; `-` is what comes on standard input.
///
/// # Errors
/// [`Code::FileGone`] where it can't be read.
pub fn written(file: &Path) -> Result<String, Stop> {
    if file == Path::new("-") {
        return piped();
    }
    std::fs::read_to_string(file).map_err(|_| unreadable(&file.display().to_string()))
}

fn piped() -> Result<String, Stop> {
    let mut text = String::new();
    match std::io::stdin().lock().read_to_string(&mut text) {
        Ok(_) => Ok(text),
        Err(_) => Err(unreadable("-")),
    }
}

fn unreadable(file: &str) -> Stop {
    Refusal::new(Code::FileGone).with("file", file).into()
}

/// An optional field as it is said: an empty text takes it back.
pub fn or_none(text: String) -> Option<String> {
    Some(text).filter(|text| !text.trim().is_empty())
}
