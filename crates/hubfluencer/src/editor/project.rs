//! The project itself.

use wire::Failure;

use super::{Editor, StepAnswer};
use crate::call::Fields;
use crate::{Api, CreativeFormat, Session, VisualLanguage};

/// A project that is to be created. What is `None` is not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditorRequest {
    /// Language of its words; required.
    pub language: String,
    /// The brief: empty, or 10 to 5,000 characters. Autopilot needs it.
    pub product_prompt: Option<String>,
    /// Narrative arc.
    pub creative_format: Option<CreativeFormat>,
    /// Look.
    pub visual_language: Option<VisualLanguage>,
    /// Genre; `none` is ignored where there is a look.
    pub theme: Option<String>,
    /// Voice.
    pub voice_id: Option<String>,
    /// Shape of the video.
    pub export_aspect_ratio: Option<String>,
    /// What the project is for.
    pub project_intent: Option<String>,
}

/// A change of a project; what is `None` stays. An empty word (`Other("")`) is sent as `null`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditorChange {
    /// What is spoken, at most 12,000 characters.
    pub narration_script: Option<String>,
    /// Wished length in seconds.
    pub target_duration_seconds: Option<u32>,
    /// Narrative arc.
    pub creative_format: Option<CreativeFormat>,
    /// Look.
    pub visual_language: Option<VisualLanguage>,
    /// Genre.
    pub theme: Option<String>,
}

impl Api {
    /// `POST /api/editor`. It costs nothing.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::EditorFactoryLimitReached`] for a free account with 100
    /// projects.
    pub async fn create_editor(
        &self,
        session: &Session,
        request: &EditorRequest,
    ) -> Result<Editor, Failure> {
        let fields = Fields::of("language", request.language.as_str())
            .maybe("product_prompt", &request.product_prompt)
            .maybe("creative_format", &request.creative_format)
            .maybe("visual_language", &request.visual_language)
            .maybe("theme", &request.theme)
            .maybe("voice_id", &request.voice_id)
            .maybe("export_aspect_ratio", &request.export_aspect_ratio)
            .maybe("project_intent", &request.project_intent);
        self.post("/api/editor")
            .by(session)
            .body(fields)
            .answer()
            .await
    }

    /// `GET /api/editor/:slug`: everything there is of it.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn editor(&self, session: &Session, slug: &str) -> Result<Editor, Failure> {
        self.get("/api/editor/{slug}")
            .by(session)
            .id("slug", slug)
            .answer()
            .await
    }

    /// `PATCH /api/editor/:slug`. It costs nothing.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn update_editor(
        &self,
        session: &Session,
        slug: &str,
        change: &EditorChange,
    ) -> Result<StepAnswer, Failure> {
        let fields = Fields::default()
            .maybe("narration_script", &change.narration_script)
            .maybe("target_duration_seconds", &change.target_duration_seconds)
            .maybe("creative_format", &change.creative_format)
            .maybe("visual_language", &change.visual_language)
            .maybe("theme", &change.theme);
        self.patch("/api/editor/{slug}")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }
}
