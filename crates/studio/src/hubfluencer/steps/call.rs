//! What each paid step asks of the service, and what it answers.

use contract::{Refusal, Step};
use hubfluencer::{Api, Assists, Editor, Hooks, Id, IdempotencyKey, Session, Short, Slider};
use wire::Failure;

use crate::Studio;

/// What a taken step answered.
pub(super) enum Taken {
    /// The short as it is now.
    Short(Box<Short>),
    /// The carousel as it is now.
    Carousel(Box<Slider>),
    /// The ad as it is now, where the answer has it.
    Editor(Option<Box<Editor>>),
    /// The assists as they are now.
    Assists(Assists),
}

/// A step with its scene's id in the form that the service has it.
pub(super) struct Resolved<'a> {
    step: &'a Step,
    /// Of a step without a scene: none of the service's, and never sent.
    scene: Id,
}

/// Makes the call. A key that the endpoint takes is sent; an unlock takes none by its type.
pub(super) async fn make(
    api: &Api,
    session: &Session,
    step: &Resolved<'_>,
    key: Option<&IdempotencyKey>,
    hooks: Hooks,
) -> Result<Taken, Failure> {
    let fresh;
    let key = match key {
        Some(key) => key,
        None => {
            fresh = IdempotencyKey::fresh();
            &fresh
        }
    };
    let Resolved { step, scene } = step;
    match step {
        Step::GenerateShort { slug } => {
            let short = api.generate_short(session, slug, key, hooks).await?;
            return Ok(Taken::Short(Box::new(short)));
        }
        Step::GenerateCarousel { slug } => {
            let slider = api.generate_slider(session, slug, key, hooks).await?;
            return Ok(Taken::Carousel(Box::new(slider)));
        }
        Step::UnlockAssists => {
            return api.unlock_assists(session, hooks).await.map(Taken::Assists);
        }
        Step::Autopilot { slug } => {
            let editor = api.start_autopilot(session, slug, key, hooks).await?;
            return Ok(Taken::Editor(Some(Box::new(editor))));
        }
        Step::GenerateScene { slug, .. } => {
            api.generate_segment(session, slug, scene, key, hooks)
                .await?
        }
        Step::RegenerateScene { slug, .. } => {
            api.regenerate_segment(session, slug, scene, key, hooks)
                .await?
        }
        Step::GenerateScenes { slug } => api.batch_generate(session, slug, key, hooks).await?,
        Step::GenerateVoice { slug, voice_id } => {
            api.generate_voice(session, slug, voice_id, key, hooks)
                .await?
        }
        Step::GenerateMusic { slug, prompt } => {
            api.generate_music(session, slug, prompt, key, hooks)
                .await?
        }
        Step::Render { slug } => api.render_editor(session, slug, key, hooks).await?,
    };
    // The contract names no shape for these answers: the project is read at its first turn.
    Ok(Taken::Editor(None))
}

impl Studio {
    /// Finds what a step names.
    ///
    /// # Errors
    /// [`contract::Code::Unknown`] for a scene that the ad has not (any more); those of the read.
    pub(super) async fn resolved<'a>(&self, step: &'a Step) -> Result<Resolved<'a>, Refusal> {
        let scene = match step {
            Step::GenerateScene { slug, scene_id } | Step::RegenerateScene { slug, scene_id } => {
                self.scene_id(slug, scene_id).await?
            }
            _ => Id::from(""),
        };
        Ok(Resolved { step, scene })
    }

    /// Keeps what a taken step answered, and watches what it began.
    pub(super) async fn keep_taken(&self, step: &Step, taken: Taken) -> Result<(), Refusal> {
        match taken {
            Taken::Short(short) => drop(self.keep_short(*short).await?),
            Taken::Carousel(slider) => drop(self.keep_slider(*slider).await?),
            Taken::Editor(Some(editor)) => drop(self.keep_editor(*editor).await?),
            // The answer says nothing of the project: it is read at its first turn.
            Taken::Editor(None) => {}
            Taken::Assists(assists) => drop(self.hear_assists(&assists)),
        }
        if let Some(project) = step.project() {
            self.begin_watching(&project).await;
        }
        Ok(())
    }
}
