//! Ads: created and changed as a whole, and their scenario. What changes the scenes is in
//! [`super::scenes`].

use contract::{
    EditorBrief, EditorChange, EditorView, LogoChange, ProjectKey, ProjectKind, Refusal, choices,
};
use hubfluencer::{Api, Editor, EditorRequest, LogoPlacement, Session, StepAnswer};
use std::sync::Arc;
use wire::Failure;

use super::checks::{check, check_all, check_length, check_word};
use super::document::Document;
use super::keeping::editor_of;
use super::view::editor_brief;
use crate::Studio;

impl Studio {
    /// Creates an ad. It costs nothing.
    ///
    /// # Errors
    /// [`contract::Code::FieldInvalid`] by the contract's limits, without asking the service;
    /// [`contract::Code::ProjectLimit`]; those of the call.
    pub async fn create_editor(&self, brief: EditorBrief) -> Result<EditorView, Refusal> {
        check_all(brief.faults())?;
        let said = |text: String| Some(text).filter(|text| !text.trim().is_empty());
        let request = EditorRequest {
            language: brief.language.trim().to_owned(),
            product_prompt: said(brief.product_prompt),
            creative_format: brief.creative_format.as_deref().map(Into::into),
            visual_language: brief.visual_language.as_deref().map(Into::into),
            theme: brief.theme,
            voice_id: brief.voice_id,
            export_aspect_ratio: brief.export_aspect_ratio,
            project_intent: brief.project_intent,
        };
        let editor = self
            .hub_authorised(|api, session| {
                let request = &request;
                async move { api.create_editor(&session, request).await }
            })
            .await?;
        self.keep_editor(editor).await
    }

    /// Changes an ad: only what differs from what the service said last is sent.
    ///
    /// # Errors
    /// [`contract::Code::FieldInvalid`] by the contract's limits, without asking the service; those of
    /// the call.
    pub async fn edit_editor(
        &self,
        slug: &str,
        change: EditorChange,
    ) -> Result<EditorView, Refusal> {
        let key = ProjectKey::new(ProjectKind::Editor, slug);
        let known = self.editor_document(&key).await?;
        let change = differing(&known, change);
        check(change.faults(), |_| true)?;
        if change == EditorChange::default() {
            return editor_of(self.known_or_read(&key).await?);
        }
        let change = hubfluencer::EditorChange {
            narration_script: change.narration_script,
            target_duration_seconds: change.target_duration_seconds,
            creative_format: change.creative_format.as_deref().map(Into::into),
            visual_language: change.visual_language.as_deref().map(Into::into),
            theme: change.theme,
        };
        self.editor_step(slug, |api, session| {
            let change = &change;
            async move { api.update_editor(&session, slug, change).await }
        })
        .await
    }

    /// Changes the scenario: 1 to 50,000 characters.
    ///
    /// # Errors
    /// As [`Studio::edit_editor`].
    pub async fn edit_scenario(
        &self,
        slug: &str,
        scenario_prompt: &str,
    ) -> Result<EditorView, Refusal> {
        check_length("scenario_prompt", scenario_prompt, 1, 50_000)?;
        self.editor_step(slug, |api, session| async move {
            api.write_scenario(&session, slug, scenario_prompt).await
        })
        .await
    }

    /// Makes scenes of the scenario: 0, 3, 5, 7 or 10.
    ///
    /// # Errors
    /// [`contract::Code::SceneCountInvalid`] for any other number, without asking the service;
    /// [`contract::Code::AutopilotActive`], [`contract::Code::BatchActive`]; those of the call.
    pub async fn apply_scenario(
        &self,
        slug: &str,
        segments_count: u32,
    ) -> Result<EditorView, Refusal> {
        let count = u8::try_from(segments_count)
            .ok()
            .filter(|_| choices::APPLIED_SCENES.contains(&segments_count))
            .ok_or_else(|| Refusal::new(contract::Code::SceneCountInvalid).of_hubfluencer())?;
        self.editor_step(slug, |api, session| async move {
            api.apply_scenario(&session, slug, count).await
        })
        .await
    }

    /// Where the product is seen in every scene that is not made yet.
    ///
    /// # Errors
    /// [`contract::Code::PlacementUnsupported`] where the model can't; as [`Studio::edit_editor`].
    pub async fn place_product(&self, slug: &str, placement: &str) -> Result<EditorView, Refusal> {
        check_word("placement", Some(placement), choices::PLACEMENTS)?;
        let placement = placement.into();
        self.editor_step(slug, |api, session| {
            let placement = &placement;
            async move { api.apply_default_placement(&session, slug, placement).await }
        })
        .await
    }

    /// How the logo stands.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn place_logo(&self, slug: &str, change: LogoChange) -> Result<EditorView, Refusal> {
        let placement = LogoPlacement {
            logo_treatment: change.logo_treatment,
            logo_position: change.logo_position,
            logo_duration_seconds: change.logo_duration_seconds,
        };
        self.editor_step(slug, |api, session| {
            let placement = &placement;
            async move { api.place_editor_logo(&session, slug, placement).await }
        })
        .await
    }

    /// Makes a free change of an ad and reads it anew: the contract names no shape for the answers,
    /// and only the ad itself is all there is of it.
    pub(super) async fn editor_step<F>(
        &self,
        slug: &str,
        call: impl FnOnce(Api, Arc<Session>) -> F,
    ) -> Result<EditorView, Refusal>
    where
        F: Future<Output = Result<StepAnswer, Failure>>,
    {
        let key = ProjectKey::new(ProjectKind::Editor, slug);
        match self.hub_authorised(call).await {
            Ok(_) => editor_of(self.project(&key).await?),
            Err(refusal) => Err(self.refused(&key, refusal).await),
        }
    }

    /// What the service said last of an ad, asked where nothing is known.
    pub(super) async fn editor_document(&self, key: &ProjectKey) -> Result<Editor, Refusal> {
        match self.document(key).await? {
            Document::Editor(editor) => Ok(*editor),
            _ => Err(Refusal::new(contract::Code::Unknown).of_hubfluencer()),
        }
    }
}

/// A change without what is so already.
fn differing(editor: &Editor, change: EditorChange) -> EditorChange {
    let is = editor_brief(editor);
    let narration = editor.narration_script.clone().unwrap_or_default();
    let seconds = editor.target_duration_seconds;
    let new = |wanted: Option<String>, is: &Option<String>| {
        wanted.filter(|wanted| wanted.as_str() != is.as_deref().unwrap_or_default())
    };
    EditorChange {
        narration_script: change
            .narration_script
            .filter(|script| *script != narration),
        target_duration_seconds: change
            .target_duration_seconds
            .filter(|wanted| Some(f64::from(*wanted)) != seconds),
        creative_format: new(change.creative_format, &is.creative_format),
        visual_language: new(change.visual_language, &is.visual_language),
        theme: new(change.theme, &is.theme),
    }
}
