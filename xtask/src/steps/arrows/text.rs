//! What a source file gives away by its words alone.

/// A file should stay below this many lines.
const FULL: usize = 400;

/// A file with more lines than this must be split.
const OVERFULL: usize = 450;

/// Names of the browser's side, which only the page's backend may utter.
const BROWSER: &[&str] = &["wasm_bindgen", "js_sys", "web_sys"];

/// The breaches in one file, each with the file's name.
pub fn breaches(name: &str, content: &str) -> Vec<String> {
    let mut found = Vec::new();
    let lines = content.lines().count();
    if lines > OVERFULL {
        found.push(format!("{name} has {lines} lines; split it below {FULL}"));
    } else if lines > FULL {
        println!("  note: {name} has {lines} lines, more than {FULL}");
    }
    if !name.ends_with(".rs") {
        return found;
    }
    let beyond_backend = name.starts_with("ui/src/")
        && !name.starts_with("ui/src/backend/")
        && name != "ui/src/backend.rs";
    for (number, line) in content.lines().enumerate() {
        let code = line.split("//").next().unwrap_or("");
        if beyond_backend && let Some(word) = BROWSER.iter().find(|word| code.contains(**word)) {
            found.push(format!(
                "{name}:{}: only ui/src/backend may name {word}",
                number + 1
            ));
        }
        if !name.starts_with("xtask/src/steps/arrows/") && errs_in_prose(code) {
            found.push(format!(
                "{name}:{}: an error is a type, not a String",
                number + 1
            ));
        }
    }
    found
}

/// Whether the line has a `Result` whose error is `String`.
fn errs_in_prose(code: &str) -> bool {
    code.match_indices("Result<")
        .any(|(start, opening)| error_type(&code[start + opening.len()..]) == Some("String"))
}

/// The second argument of a generic list whose `<` has just been read.
fn error_type(arguments: &str) -> Option<&str> {
    let mut depth = 0_u32;
    let mut second = None;
    let mut before = ' ';
    for (place, letter) in arguments.char_indices() {
        match letter {
            '<' | '(' | '[' => depth += 1,
            '>' if before == '-' => {}
            '>' | ')' | ']' if depth == 0 => {
                return second.map(|from: usize| arguments[from..place].trim());
            }
            '>' | ')' | ']' => depth -= 1,
            ',' if depth == 0 && second.is_none() => second = Some(place + 1),
            _ => {}
        }
        before = letter;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_in_prose_is_found_behind_any_success_type() {
        assert!(errs_in_prose("fn a() -> Result<(), String> {"));
        assert!(errs_in_prose(
            "Result<HashMap<String, (u8, [u8; 4])>, String>"
        ));
        assert!(errs_in_prose(
            "Option<Result<Box<dyn Fn(u8) -> u8>, String>>"
        ));
    }

    #[test]
    fn a_string_that_succeeds_is_fine() {
        assert!(!errs_in_prose("fn a() -> Result<String, Refusal> {"));
        assert!(!errs_in_prose("fn a() -> Result<String> {"));
        assert!(!errs_in_prose("Result<Vec<String>, io::Error>"));
    }

    #[test]
    fn the_browser_is_named_in_the_backend_alone() {
        let line = "use web_sys::Element; // why\n";
        assert_eq!(breaches("ui/src/pages/riff.rs", line).len(), 1);
        assert!(breaches("ui/src/backend/clip.rs", line).is_empty());
        assert!(breaches("ui/src/pages/riff.rs", "// not web_sys\n").is_empty());
    }

    #[test]
    fn a_file_that_grew_too_long_is_named() {
        assert_eq!(breaches("a.css", &"x\n".repeat(451)).len(), 1);
        assert!(breaches("a.css", &"x\n".repeat(450)).is_empty());
    }
}
