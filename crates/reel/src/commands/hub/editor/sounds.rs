//! `reel editor voice`, `reel editor music`.

use contract::{Assist, EditorBrief, Step};

use super::{Goal, assisted, step};
use crate::args::hub::{Music, Voice};
use crate::commands::hub::free;
use crate::exit::Exit;
use crate::run::Run;
use crate::stop::Stop;

/// Speaks the narration.
pub async fn voice(run: &Run, asked: Voice) -> Result<Exit, Stop> {
    let voiced = EditorBrief {
        voice_id: Some(asked.voice.clone()),
        ..EditorBrief::default()
    };
    let faults = voiced.faults().into_iter();
    free::checked(faults.filter(|fault| fault.field() == "voice_id").collect())?;
    let generate = Step::GenerateVoice {
        slug: asked.slug,
        voice_id: asked.voice,
    };
    step(run, asked.consent, generate, Goal::Voice).await
}

/// Makes the music, or has the assist suggest what it could be like.
pub async fn music(run: &Run, asked: Music) -> Result<Exit, Stop> {
    let slug = asked.slug;
    if asked.suggest {
        return assisted(run, Assist::MusicPrompt { slug }).await;
    }
    let prompt = asked.prompt.unwrap_or_default();
    if prompt.trim().is_empty() {
        return Err(free::missing("prompt"));
    }
    let generate = Step::GenerateMusic { slug, prompt };
    step(run, asked.consent, generate, Goal::Music).await
}
