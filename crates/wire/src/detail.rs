//! What a service says about an error: its three shapes (field notes, "Calls").

use std::fmt;

use serde_json::{Value, json};

/// Longest text of a service that is kept, in characters.
const TEXT_CAP: usize = 500;

/// The service's own words on an error.
#[derive(Clone, PartialEq)]
pub enum Detail {
    /// Nothing that could be read.
    None,
    /// A sentence, at most 500 characters.
    Text(String),
    /// A structured answer: `detail` itself when it is an object, or the whole body when it has no
    /// `detail`.
    Object(Value),
    /// Validation entries.
    Entries(Vec<Entry>),
}

/// One entry of a validation error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where, outermost first (`["body", "language"]`).
    pub loc: Vec<String>,
    /// What, at most 500 characters.
    pub msg: String,
    /// The rule that was broken, as a word (`missing`).
    pub kind: Option<String>,
}

impl Detail {
    /// Reads the body of an error. Pages of HTML and anything else unreadable become `None`; of object
    /// storage's XML only the code is kept, as `error`: the rest of it repeats what was signed.
    pub(crate) fn read(content_type: Option<&str>, body: &[u8]) -> Self {
        match serde_json::from_slice::<Value>(body) {
            Ok(Value::Object(mut object)) => match object.remove("detail") {
                Some(detail) => Self::of(detail),
                None if object.is_empty() => Self::None,
                None => Self::Object(Value::Object(object)),
            },
            Ok(other) => Self::of(other),
            Err(_) if content_type.is_some_and(|kind| kind.starts_with("text/plain")) => {
                Self::of(Value::String(String::from_utf8_lossy(body).into_owned()))
            }
            Err(_) => match xml_code(body) {
                Some(code) => Self::Object(json!({"error": code})),
                None => Self::None,
            },
        }
    }

    fn of(value: Value) -> Self {
        match value {
            Value::String(text) if !text.trim().is_empty() => Self::Text(shortened(text.trim())),
            Value::Object(object) if !object.is_empty() => Self::Object(Value::Object(object)),
            Value::Array(entries) => {
                let entries: Vec<Entry> = entries.iter().filter_map(Entry::of).collect();
                if entries.is_empty() {
                    Self::None
                } else {
                    Self::Entries(entries)
                }
            }
            _ => Self::None,
        }
    }

    /// One line for a person, in the service's words, at most 500 characters.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::None => None,
            Self::Text(text) => Some(text.clone()),
            Self::Object(object) => ["message", "msg", "detail", "error"]
                .iter()
                .find_map(|key| object.get(key)?.as_str())
                .map(shortened),
            Self::Entries(entries) => {
                let lines = entries.iter().map(|entry| match entry.field() {
                    Some(field) => format!("{field}: {}", entry.msg),
                    None => entry.msg.clone(),
                });
                Some(shortened(&lines.collect::<Vec<_>>().join("; ")))
            }
        }
    }

    /// The value at a key of a structured answer.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Self::Object(object) => object.get(key),
            _ => None,
        }
    }
}

impl Entry {
    fn of(value: &Value) -> Option<Self> {
        if let Some(text) = value.as_str() {
            return Some(Self {
                loc: Vec::new(),
                msg: shortened(text),
                kind: None,
            });
        }
        let msg = shortened(value.get("msg")?.as_str()?);
        let loc = match value.get("loc") {
            Some(Value::Array(steps)) => steps.iter().map(step).collect(),
            Some(Value::Null) | None => Vec::new(),
            Some(other) => vec![step(other)],
        };
        let kind = value.get("type").and_then(Value::as_str).map(shortened);
        Some(Self { loc, msg, kind })
    }

    /// The innermost name of where.
    pub fn field(&self) -> Option<&str> {
        self.loc.last().map(String::as_str)
    }
}

/// The `<Code>` of object storage's `<Error>`.
fn xml_code(body: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(body).ok()?;
    let (_, error) = text.split_once("<Error>")?;
    let (code, _) = error.split_once("<Code>")?.1.split_once("</Code>")?;
    let code = code.trim();
    let is_word = (1..=100).contains(&code.len())
        && code.chars().all(|letter| letter.is_ascii_alphanumeric());
    is_word.then_some(code)
}

fn step(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(TEXT_CAP) {
        Some((end, _)) => text[..end].to_owned(),
        None => text.to_owned(),
    }
}

impl fmt::Debug for Detail {
    /// The words only: a structured answer may carry links that are not for logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text() {
            Some(text) => write!(f, "{text:?}"),
            None => f.write_str("None"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Detail;

    fn read(body: &str) -> Detail {
        Detail::read(Some("application/json"), body.as_bytes())
    }

    #[test]
    fn reads_the_three_shapes() {
        assert_eq!(
            read(r#"{"detail":"invalid language"}"#),
            Detail::Text("invalid language".to_owned())
        );
        let object = read(r#"{"detail":{"error":"insufficient_credits","required_credits":9}}"#);
        assert_eq!(
            object.get("required_credits").and_then(|n| n.as_i64()),
            Some(9)
        );
        assert_eq!(object.text().as_deref(), Some("insufficient_credits"));
        let entries = read(
            r#"{"detail":[{"loc":["body","language"],"msg":"field required","type":"missing"},{"odd":1},{"loc":["body",0],"msg":"bad"}]}"#,
        );
        assert_eq!(
            entries.text().as_deref(),
            Some("language: field required; 0: bad")
        );
    }

    #[test]
    fn an_answer_without_detail_is_kept_whole() {
        assert_eq!(
            read(r#"{"status":"expired"}"#)
                .get("status")
                .and_then(|s| s.as_str()),
            Some("expired")
        );
    }

    #[test]
    fn pages_and_rubbish_say_nothing() {
        assert_eq!(
            Detail::read(Some("text/html"), b"<html>502</html>"),
            Detail::None
        );
        assert_eq!(read(r#"{"detail":null}"#), Detail::None);
        assert_eq!(read(r#"{"detail":[]}"#), Detail::None);
        assert_eq!(
            Detail::read(Some("text/plain; charset=utf-8"), b"Too Many Requests"),
            Detail::Text("Too Many Requests".to_owned())
        );
    }

    #[test]
    fn of_object_storage_only_the_code_is_kept() {
        let body = "<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code>\
                    <Message>Request has expired</Message><StringToSign>secret</StringToSign></Error>";
        let detail = Detail::read(Some("application/xml"), body.as_bytes());
        assert_eq!(detail.text().as_deref(), Some("AccessDenied"));
        assert!(!format!("{detail:?}").contains("secret"));
        for rubbish in [
            "<Error><Code></Code></Error>",
            "<Error><Code>a b</Code>",
            "<Code>X</Code>",
        ] {
            let detail = Detail::read(Some("application/xml"), rubbish.as_bytes());
            assert_eq!(detail, Detail::None, "{rubbish}");
        }
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        let Detail::Text(text) = read(&format!(r#"{{"detail":"{}"}}"#, "é".repeat(900))) else {
            panic!("a text");
        };
        assert_eq!(text.chars().count(), 500);
    }
}
