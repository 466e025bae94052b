//! What the engine read and wrote for a task: `GET /api/tasks/{task_id}/content`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use wire::Failure;

use crate::extraction::ExtractionSummary;
use crate::{Api, Session};

/// What the engine read and wrote for a task (contract, `TaskContentOut`).
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct TaskContent {
    /// What an analysis read out of the source.
    #[serde(default, deserialize_with = "lenient::shape")]
    pub extraction: Option<ExtractionSummary>,
    /// What a generation wrote.
    #[serde(default, deserialize_with = "lenient::shape")]
    pub rewrite: Option<Rewrite>,
    /// The template's name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub template_name: Option<String>,
    /// The creative direction that it was made with.
    #[serde(default, deserialize_with = "lenient::text")]
    pub content_anchor: Option<String>,
    /// The hook hint that it was analysed with.
    #[serde(default, deserialize_with = "lenient::text")]
    pub user_hint: Option<String>,
}

/// What a generation wrote.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Rewrite {
    /// What happens.
    #[serde(default, deserialize_with = "passages", serialize_with = "as_written")]
    pub story: Vec<Passage>,
    /// What is said.
    #[serde(default, deserialize_with = "passages", serialize_with = "as_written")]
    pub dialogue: Vec<Passage>,
    /// Suggested copy.
    #[serde(default, deserialize_with = "lenient::text")]
    pub caption: Option<String>,
    /// Suggested hashtags.
    #[serde(default, deserialize_with = "lenient::texts")]
    pub hashtags: Vec<String>,
}

/// A paragraph or a line. The contract leaves open whether the service writes one text, texts, or
/// lines with their times.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Passage {
    /// When it begins, in seconds.
    pub at: Option<f64>,
    /// Who says it, or how.
    pub mode: Option<String>,
    /// The words.
    pub text: String,
}

impl Passage {
    fn of(value: &Value) -> Option<Self> {
        let text = |names: &[&str]| {
            names
                .iter()
                .find_map(|name| lenient::text_of(value.get(name)?))
        };
        if let Some(text) = lenient::text_of(value) {
            return Some(Self {
                text,
                ..Self::default()
            });
        }
        Some(Self {
            text: text(&["text", "line", "content"])?,
            mode: text(&["mode", "speaker"]),
            at: value.get("at").and_then(lenient::number_of),
        })
    }
}

fn passages<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<Passage>, D::Error> {
    let value = Value::deserialize(input)?;
    if let Some(one) = Passage::of(&value) {
        return Ok(vec![one]);
    }
    Ok(match &value {
        Value::Array(entries) => entries.iter().filter_map(Passage::of).collect(),
        Value::Object(named) => named.values().filter_map(Passage::of).collect(),
        _ => Vec::new(),
    })
}

impl Api {
    /// `GET /api/tasks/{task_id}/content`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn task_content(
        &self,
        session: &Session,
        task_id: &str,
    ) -> Result<TaskContent, Failure> {
        let answer = self
            .get("/api/tasks/{task_id}/content")
            .by(session)
            .id("task_id", task_id)
            .read_inspected()
            .await?;
        Ok(answer.value.value)
    }
}

/// One text as a text, and more as a list.
fn as_written<S: Serializer>(passages: &[Passage], output: S) -> Result<S::Ok, S::Error> {
    match passages {
        [] => output.serialize_none(),
        [one] if one.at.is_none() && one.mode.is_none() => one.text.serialize(output),
        more => more.serialize(output),
    }
}
