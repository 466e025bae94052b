//! What the engine extracted and wrote for a task.

use contract::{Recap, Refusal, Rewrite, TaskId};
use riffkit::{Passage, TaskContent};

use crate::Studio;
use crate::extraction::extraction;
use crate::library::hashtag;

impl Studio {
    /// What the engine extracted and rewrote for a task.
    ///
    /// # Errors
    /// [`contract::Code::NotFound`]; those of the read.
    pub async fn recap(&self, task_id: &TaskId) -> Result<Recap, Refusal> {
        let content = self.ask_content(task_id).await?;
        Ok(Recap {
            extraction: content.extraction.as_ref().map(extraction),
            rewrite: content.rewrite.as_ref().map(rewrite),
            template_name: content.template_name,
            direction: content.content_anchor,
            hint: content.user_hint,
        })
    }

    /// The same as the service gives it.
    pub(crate) async fn ask_content(&self, task_id: &TaskId) -> Result<TaskContent, Refusal> {
        let api = &self.core.api;
        let id = task_id.0.as_str();
        self.read(|session| async move { api.task_content(&session, id).await })
            .await
    }
}

fn rewrite(written: &riffkit::Rewrite) -> Rewrite {
    let words = |passage: &Passage| passage.text.clone();
    Rewrite {
        story: written
            .story
            .iter()
            .map(words)
            .collect::<Vec<_>>()
            .join("\n\n"),
        dialogue: written.dialogue.iter().map(words).collect(),
        caption: written.caption.clone().unwrap_or_default(),
        hashtags: written
            .hashtags
            .iter()
            .filter_map(|tag| hashtag(tag))
            .collect(),
    }
}
