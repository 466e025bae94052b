//! `reel characters`: who can act in a riff.

use contract::{CharacterStanding, CharacterView};
use words::Words;

use super::asking;
use crate::args::Characters;
use crate::exit::Exit;
use crate::layout::columns;
use crate::run::Run;
use crate::stop::Stop;

/// Lists the characters; with `--for`, those who fit come first.
pub async fn list(run: &Run, asked: Characters) -> Result<Exit, Stop> {
    asking::signed_in(run, async |front| {
        let document = front.studio.characters_document();
        asking::printed(run, document, async || {
            let mut characters = front.studio.characters().await?;
            if let Some(wanted) = &asked.wanted {
                let fitting = front.studio.suggest_characters(wanted).await?;
                if fitting.is_empty() {
                    run.output.say("cli-characters-none-fit");
                }
                let place = |character: &CharacterView| {
                    fitting
                        .iter()
                        .position(|fit| fit.character_id == character.character_id)
                        .unwrap_or(usize::MAX)
                };
                characters.sort_by_key(place);
            }
            if characters.is_empty() {
                run.output.say("cli-characters-empty");
            }
            let rows: Vec<_> = characters
                .iter()
                .map(|character| row(&run.output.words, character))
                .collect();
            Ok(columns(&rows))
        })
        .await
    })
    .await
}

fn row(words: &Words, character: &CharacterView) -> Vec<String> {
    let facts = [&character.gender, &character.age_range];
    let facts: Vec<_> = facts.into_iter().flatten().cloned().collect();
    vec![
        character.character_id.0.clone(),
        character.name.clone(),
        facts.join(", "),
        words.say(match character.standing {
            CharacterStanding::Ready => "cli-character-ready",
            CharacterStanding::InReview => "cli-character-in-review",
            CharacterStanding::Failed => "cli-character-failed",
            CharacterStanding::NoAvatar => "cli-character-no-avatar",
        }),
        character.persona.clone().unwrap_or_default(),
    ]
}
