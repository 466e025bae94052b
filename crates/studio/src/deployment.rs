//! What this deployment of the service says of itself: its languages and its caps.

use contract::{Code, Event, LanguageView, Limits, Refusal};

use crate::Studio;

/// What was heard of it so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) languages: Vec<LanguageView>,
    pub(crate) limits: Limits,
    /// Whether the service answered in this run, also about its caps.
    pub(crate) heard: bool,
}

impl Facts {
    /// Seconds that one video can come to. While the deployment has not said its cap, the contract's
    /// ceiling: what a yes may cost is never counted as less than it can be.
    pub(crate) fn longest_video(&self) -> f64 {
        if self.heard {
            self.limits.max_seconds
        } else {
            Limits::CEILING_SECONDS
        }
    }
}

impl Studio {
    /// The languages and caps of this deployment, asked once a run.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`], or the refusal of the read.
    pub async fn service_facts(&self) -> Result<(Vec<LanguageView>, Limits), Refusal> {
        let known = self.core.facts();
        if known.heard {
            return Ok((known.languages, known.limits));
        }
        let languages = self
            .authorised(|session| async move { self.core.api.languages(&session).await })
            .await?
            .into_iter()
            .map(|language| LanguageView {
                code: language.code,
                name: language.name,
            })
            .collect::<Vec<_>>();
        // A deployment without this page keeps the contract's default cap.
        let settings = self
            .authorised(|session| async move { self.core.api.settings(&session).await })
            .await;
        let (limits, heard) = match settings {
            Ok(settings) => (Limits::from_deployment(settings.max_render_duration), true),
            Err(refusal) if refusal.code == Code::NotFound => (Limits::default(), true),
            Err(refusal) => {
                tracing::warn!(%refusal, "the deployment's caps could not be read");
                (Limits::default(), false)
            }
        };
        self.core.set_facts(Facts {
            languages: languages.clone(),
            limits,
            heard,
        });
        self.core.tell(Event::Service {
            languages: languages.clone(),
            limits,
        });
        self.judge_clips_again().await;
        Ok((languages, limits))
    }
}
