//! What a step of the editor answers.

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_json::{Map, Value};

use super::{Editor, Segment};

/// The answer to a step for which the contract names no shape: what could be recognised in it. Where
/// the project isn't in it, it has to be read again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepAnswer {
    /// The project as it is now.
    pub project: Option<Box<Editor>>,
    /// The scene that it was about.
    pub segment: Option<Segment>,
    /// A text that was written or suggested.
    pub prompt: Option<String>,
}

/// Names that a project goes by inside an answer.
const PROJECT: [&str; 2] = ["editor", "project"];
/// Names that a scene goes by inside an answer.
const SEGMENT: [&str; 2] = ["segment", "scene"];
/// Names that a written text goes by.
const PROMPT: [&str; 7] = [
    "prompt",
    "suggestion",
    "suggested_prompt",
    "enhanced_prompt",
    "music_prompt",
    "narration_script",
    "scenario_prompt",
];

impl StepAnswer {
    fn of(value: Value) -> Self {
        match value {
            Value::String(text) => Self {
                prompt: Some(text).filter(|text| !text.is_empty()),
                ..Self::default()
            },
            Value::Object(object) => Self::of_object(&object),
            _ => Self::default(),
        }
    }

    fn of_object(object: &Map<String, Value>) -> Self {
        let whole = Value::Object(object.clone());
        if let Ok(project) = serde_json::from_value::<Editor>(whole.clone()) {
            return Self {
                project: Some(Box::new(project)),
                ..Self::default()
            };
        }
        let segment =
            inner::<Segment>(object, &SEGMENT).or_else(|| serde_json::from_value(whole).ok());
        let said = PROMPT.iter().find_map(|name| text_of(object.get(*name)?));
        let prompt = said.or_else(|| segment.as_ref()?.prompt.clone());
        Self {
            project: inner(object, &PROJECT).map(Box::new),
            segment,
            prompt,
        }
    }
}

fn inner<T: DeserializeOwned>(object: &Map<String, Value>, names: &[&str]) -> Option<T> {
    let found = names.iter().find_map(|name| object.get(*name))?;
    serde_json::from_value(found.clone()).ok()
}

/// A text, or an object that has one.
fn text_of(value: &Value) -> Option<String> {
    lenient::text_of(value).or_else(|| lenient::text_of(value.get("prompt")?))
}

impl<'de> Deserialize<'de> for StepAnswer {
    /// Never fails: what isn't recognised is left out.
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        Value::deserialize(input).map(Self::of)
    }
}
