//! The scenario: the ad in words, and the scenes made from it.

use wire::Failure;

use super::StepAnswer;
use crate::call::Fields;
use crate::{Api, CreativeFormat, Session, VisualLanguage};

/// What a scenario is written by; what is `None` is not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScenarioRequest {
    /// Scenes, 3 to 10.
    pub segments_count: Option<u8>,
    /// Narrative arc.
    pub creative_format: Option<CreativeFormat>,
    /// Look.
    pub visual_language: Option<VisualLanguage>,
    /// Genre.
    pub theme: Option<String>,
}

impl Api {
    /// `POST /api/editor/:slug/generate-scenario`: takes 1 AI assist and no credits.
    ///
    /// # Errors
    /// See [`Failure`]; a 429 is [`crate::Problem::AssistQuotaExceeded`].
    pub async fn generate_scenario(
        &self,
        session: &Session,
        slug: &str,
        request: &ScenarioRequest,
    ) -> Result<StepAnswer, Failure> {
        let fields = Fields::default()
            .maybe("segments_count", &request.segments_count)
            .maybe("creative_format", &request.creative_format)
            .maybe("visual_language", &request.visual_language)
            .maybe("theme", &request.theme);
        self.post("/api/editor/{slug}/generate-scenario")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `PATCH /api/editor/:slug/scenario`: the scenario in one's own words, 1 to 50,000 characters.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn write_scenario(
        &self,
        session: &Session,
        slug: &str,
        scenario_prompt: &str,
    ) -> Result<StepAnswer, Failure> {
        self.patch("/api/editor/{slug}/scenario")
            .by(session)
            .id("slug", slug)
            .body(Fields::of("scenario_prompt", scenario_prompt))
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/apply-scenario`: makes scenes of it: 0, 3, 5, 7 or 10.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::InvalidSegmentsCount`] for any other number.
    pub async fn apply_scenario(
        &self,
        session: &Session,
        slug: &str,
        segments_count: u8,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/apply-scenario")
            .by(session)
            .id("slug", slug)
            .body(Fields::of("segments_count", segments_count))
            .answer()
            .await
    }
}
