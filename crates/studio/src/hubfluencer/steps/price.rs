//! What a step costs now, and what it is about.

use contract::{
    CarouselStatus, Code, EditorView, ProjectView, Refusal, SceneOrigin, SceneStatus, ShortStage,
    Step, StepCaution, StepScope, choices,
};
use hubfluencer::Cost;

use crate::Studio;

/// A step's price and meaning, as of now.
pub(super) struct Price {
    pub(super) credits: u32,
    pub(super) available: Option<i64>,
    pub(super) scope: StepScope,
    pub(super) cautions: Vec<StepCaution>,
}

/// How much of a prompt names its project.
const TITLE_CHARS: usize = 80;

impl Studio {
    /// Asks what a step costs: the service's own price where it has an endpoint for it, the
    /// contract's otherwise.
    ///
    /// # Errors
    /// Those of the reads; [`Code::BriefTooShort`], [`Code::SceneCountInvalid`],
    /// [`Code::AutopilotActive`], [`Code::BatchActive`] and [`Code::AlreadyRunning`] where the service
    /// would refuse it as things stand.
    pub(super) async fn price(&self, step: &Step) -> Result<Price, Refusal> {
        let Some(key) = step.project() else {
            return self.price_of_unlock().await;
        };
        let project = self.project(&key).await?;
        let slug = key.slug.as_str();
        match &project {
            ProjectView::Short(short) => {
                if short.is_under_way() {
                    return Err(refused(Code::AlreadyRunning));
                }
                let cost = self
                    .hub_read(|api, session| async move { api.short_cost(&session, slug).await })
                    .await;
                let mut price = self.of_cost(cost, choices::SHORT_CREDITS).await?;
                price.scope = StepScope {
                    title: title(&short.brief.product_prompt),
                    pieces: None,
                    seconds: Some(f64::from(short.seconds())),
                };
                if short.stage == ShortStage::VideoReady {
                    price.cautions.push(StepCaution::Replaces);
                }
                Ok(price)
            }
            ProjectView::Carousel(carousel) => {
                if carousel.is_under_way() {
                    return Err(refused(Code::AlreadyRunning));
                }
                if contract::text_length(carousel.brief.prompt.trim()) < 10 {
                    return Err(refused(Code::BriefTooShort));
                }
                let slides = carousel
                    .brief
                    .slide_count
                    .unwrap_or(choices::DEFAULT_SLIDES);
                let cost = self
                    .hub_read(|api, session| async move { api.slider_cost(&session, slug).await })
                    .await;
                let mut price = self.of_cost(cost, slides).await?;
                price.scope = StepScope {
                    title: title(&carousel.brief.prompt),
                    pieces: Some(slides),
                    seconds: None,
                };
                if carousel.status == CarouselStatus::Completed {
                    price.cautions.push(StepCaution::Replaces);
                }
                Ok(price)
            }
            ProjectView::Editor(editor) => self.price_in_editor(step, editor).await,
        }
    }

    async fn price_in_editor(&self, step: &Step, editor: &EditorView) -> Result<Price, Refusal> {
        if editor.autopilot.status == contract::AutopilotStatus::Running {
            return Err(refused(match step {
                Step::Autopilot { .. } => Code::AlreadyRunning,
                _ => Code::AutopilotActive,
            }));
        }
        let slug = editor.slug.as_str();
        let title = title(&editor.brief.product_prompt);
        if matches!(step, Step::Autopilot { .. }) {
            let cost = self
                .hub_read(|api, session| async move { api.autopilot_cost(&session, slug).await })
                .await?;
            let mut price = priced(cost.total, known(&cost));
            price.scope.title = title;
            return Ok(price);
        }
        let (credits, pieces) = editor_credits(step, editor)?;
        // Said by the read of the balance alone: these steps have no cost endpoint.
        let available = self.credits().await?.credits;
        let mut price = priced(credits, Some(available));
        price.scope = StepScope {
            title,
            pieces,
            seconds: matches!(step, Step::Render { .. }).then(|| editor.total_seconds()),
        };
        if let Step::RegenerateScene { .. } = step {
            price.cautions.push(StepCaution::Replaces);
        }
        Ok(price)
    }

    async fn price_of_unlock(&self) -> Result<Price, Refusal> {
        let (assists, credits) = futures_util::try_join!(self.assists(), self.credits())?;
        let mut price = priced(assists.unlock_cost, Some(credits.credits));
        price.scope.pieces = Some(assists.unlock_batch_size);
        Ok(price)
    }

    /// The service's own price; the contract's where this deployment has no such page.
    async fn of_cost(&self, cost: Result<Cost, Refusal>, usual: u32) -> Result<Price, Refusal> {
        match cost {
            Ok(cost) => Ok(priced(cost.total, known(&cost))),
            Err(refusal) if refusal.code == Code::NotFound => {
                let available = self.credits().await?.credits;
                let mut price = priced(usual, Some(available));
                price.cautions.push(StepCaution::PriceFromContract);
                Ok(price)
            }
            Err(refusal) => Err(refusal),
        }
    }
}

fn known(cost: &Cost) -> Option<i64> {
    cost.available_credits
        .and_then(|credits| i64::try_from(credits).ok())
}

fn priced(credits: u32, available: Option<i64>) -> Price {
    let missing = available.map_or(0, |available| i64::from(credits) - available);
    let missing = u32::try_from(missing).unwrap_or_default();
    Price {
        credits,
        available,
        scope: StepScope::default(),
        cautions: (missing > 0)
            .then_some(StepCaution::NotEnough { missing })
            .into_iter()
            .collect(),
    }
}

/// Credits of a step of the granular pipeline, and how many scenes it makes, by the contract's table.
fn editor_credits(step: &Step, editor: &EditorView) -> Result<(u32, Option<u32>), Refusal> {
    let scene = |id: &String| {
        // A view has an id's JSON form; a person writes a text without its quotes.
        let is_it = |known: &str| known == id || known.trim_matches('"') == id;
        let found = editor.scenes.iter().find(|scene| is_it(&scene.scene_id));
        let scene = found.ok_or_else(|| refused(Code::Unknown))?;
        match scene.status {
            SceneStatus::Processing => Err(refused(Code::AlreadyRunning)),
            _ => Ok(()),
        }
    };
    Ok(match step {
        Step::GenerateScene { scene_id, .. } => {
            scene(scene_id)?;
            (choices::SCENE_CREDITS, Some(1))
        }
        Step::RegenerateScene { scene_id, .. } => {
            scene(scene_id)?;
            (choices::SCENE_AGAIN_CREDITS, Some(1))
        }
        Step::GenerateScenes { .. } => {
            if editor.batch_active {
                return Err(refused(Code::BatchActive));
            }
            let unmade = editor.unmade_scenes();
            if unmade < choices::BATCH_AT_LEAST {
                return Err(refused(Code::SceneCountInvalid));
            }
            let scenes = u32::try_from(unmade).unwrap_or(u32::MAX);
            let credits = scenes.saturating_mul(choices::SCENE_AGAIN_CREDITS);
            (credits, Some(scenes))
        }
        Step::GenerateVoice { .. } => (choices::VOICE_CREDITS, None),
        Step::GenerateMusic { .. } => (choices::MUSIC_CREDITS, None),
        Step::Render { .. } => {
            let made_here = |scene: &&contract::SceneView| scene.origin == SceneOrigin::Generated;
            let busy = editor.scenes.iter().filter(made_here);
            if busy
                .clone()
                .any(|scene| scene.status == SceneStatus::Processing)
            {
                return Err(refused(Code::AlreadyRunning));
            }
            let unmade = u32::try_from(editor.unmade_scenes()).unwrap_or(u32::MAX);
            (editor.render_credits(), Some(unmade))
        }
        Step::GenerateShort { .. }
        | Step::GenerateCarousel { .. }
        | Step::Autopilot { .. }
        | Step::UnlockAssists => return Err(refused(Code::Unknown)),
    })
}

fn refused(code: Code) -> Refusal {
    Refusal::new(code).of_hubfluencer()
}

/// A prompt's first words.
fn title(prompt: &str) -> String {
    let line = prompt.trim().lines().next().unwrap_or_default();
    line.chars().take(TITLE_CHARS).collect()
}
