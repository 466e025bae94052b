//! Assists: each costs one of the day's, and no credits.

use contract::{
    Assist, AssistAnswer, Code, ProjectKey, ProjectKind, ProjectView, Refusal, choices,
};
use hubfluencer::{ScenarioRequest, StepAnswer};

use super::checks::{check_range, check_word};
use super::document::Document;
use super::keeping::Heard;
use crate::Studio;

impl Studio {
    /// Takes an assist: the project after it, what it suggests where that is no part of the project,
    /// and how many are left. It is asked once: an answer that was lost is not asked for again, since
    /// that would be another assist.
    ///
    /// # Errors
    /// [`Code::AssistsUsedUp`] where the day's are used up, which no credits help but an unlock does;
    /// [`Code::FieldInvalid`] by the contract's limits, without asking the service; those of the call.
    pub async fn run_assist(&self, assist: Assist) -> Result<AssistAnswer, Refusal> {
        let kind = match assist {
            Assist::ShortText { .. } => ProjectKind::Short,
            _ => ProjectKind::Editor,
        };
        let key = ProjectKey::new(kind, assist.slug());
        let answer = match self.ask_assist(&assist).await {
            Ok(answer) => answer,
            Err(refusal) => {
                // Asked before the service was: nothing was used.
                if refusal.code != Code::FieldInvalid {
                    self.count_assists().await;
                }
                return Err(self.refused(&key, refusal).await);
            }
        };
        let project = match answer.project {
            Some(document) => self.keep(document, Heard::Written).await,
            // What was written is worth an assist: it is shown beside what is known.
            None => match self.project(&key).await {
                Err(refusal) => self.known_project(&key).await?.ok_or(refusal),
                read => read,
            },
        };
        let assists = self.count_assists().await;
        let project = project?;
        Ok(AssistAnswer {
            suggestion: answer.text.filter(|text| !is_in(text, &project)),
            project,
            assists,
        })
    }

    async fn ask_assist(&self, assist: &Assist) -> Result<Written, Refusal> {
        let slug = assist.slug();
        let answer = match assist {
            Assist::ShortText { .. } => {
                let short = self.hub_authorised(|api, session| async move {
                    api.generate_short_text(&session, slug).await
                });
                return Ok(Written {
                    project: Some(Document::Short(Box::new(short.await?))),
                    text: None,
                });
            }
            Assist::Scenario {
                segments_count,
                creative_format,
                visual_language,
                theme,
                ..
            } => {
                if let Some(count) = segments_count {
                    check_range("segments_count", *count, choices::SCENARIO_SCENES)?;
                }
                let (format, language) = (creative_format.as_deref(), visual_language.as_deref());
                check_word("creative_format", format, choices::CREATIVE_FORMATS)?;
                check_word("visual_language", language, choices::VISUAL_LANGUAGES)?;
                let request = ScenarioRequest {
                    segments_count: segments_count.and_then(|count| u8::try_from(count).ok()),
                    creative_format: format.map(Into::into),
                    visual_language: language.map(Into::into),
                    theme: theme.clone(),
                };
                let request = &request;
                self.hub_authorised(|api, session| async move {
                    api.generate_scenario(&session, slug, request).await
                })
                .await?
            }
            Assist::Narration { .. } => {
                self.hub_authorised(|api, session| async move {
                    api.generate_narration(&session, slug).await
                })
                .await?
            }
            Assist::EnhanceScene { scene_id, .. } => {
                let id = self.scene_id(slug, scene_id).await?;
                let id = &id;
                self.hub_authorised(|api, session| async move {
                    api.enhance_prompt(&session, slug, id).await
                })
                .await?
            }
            Assist::NextScene { .. } => {
                self.hub_authorised(|api, session| async move {
                    api.suggest_next_scene(&session, slug).await
                })
                .await?
            }
            Assist::MusicPrompt { .. } => {
                self.hub_authorised(|api, session| async move {
                    api.suggest_music_prompt(&session, slug).await
                })
                .await?
            }
        };
        Ok(answer.into())
    }

    /// How many are left; a failure shows where the count is needed.
    async fn count_assists(&self) -> Option<contract::AssistsView> {
        self.assists()
            .await
            .inspect_err(|refusal| tracing::info!(%refusal, "the assists that are left"))
            .ok()
    }
}

/// What an assist wrote: the project where the answer is all of it, and a text.
struct Written {
    project: Option<Document>,
    text: Option<String>,
}

impl From<StepAnswer> for Written {
    /// A project in an answer of the editor need not be all of it: it is read anew.
    fn from(answer: StepAnswer) -> Self {
        Self {
            project: None,
            text: answer.prompt,
        }
    }
}

/// Whether the project has this text: then it is no suggestion, but done.
fn is_in(text: &str, project: &ProjectView) -> bool {
    match project {
        ProjectView::Editor(editor) => {
            let own = [
                &editor.scenario_prompt,
                &editor.narration_script,
                &editor.music_prompt,
            ];
            own.into_iter().any(|own| own == text)
                || editor.scenes.iter().any(|scene| scene.prompt == text)
        }
        ProjectView::Short(_) | ProjectView::Carousel(_) => false,
    }
}
