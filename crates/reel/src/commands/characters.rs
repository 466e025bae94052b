//! `reel characters`: who can act in a riff.

use contract::{CharacterStanding, CharacterView};
use words::Words;

use super::asking;
use crate::args::Characters;
use crate::exit::Exit;
use crate::front::Front;
use crate::layout::columns;
use crate::run::Run;
use crate::stop::Stop;

/// Lists the characters; with `--for`, those who fit come first.
pub async fn list(run: &Run, asked: Characters) -> Result<Exit, Stop> {
    asking::signed_in(run, async |front| {
        let fitting = fitting(front, run, asked.wanted.as_deref()).await?;
        let place = |id: &str| {
            let found = fitting.iter().position(|fit| fit == id);
            found.unwrap_or(usize::MAX)
        };
        let document = async {
            let mut document = front.studio.characters_document().await?;
            if let Some(characters) = document.as_array_mut() {
                characters.sort_by_key(|one| place(one["id"].as_str().unwrap_or_default()));
            }
            Ok(document)
        };
        asking::printed(run, document, async || {
            let mut characters = front.studio.characters().await?;
            characters.sort_by_key(|one| place(&one.character_id.0));
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

/// The ids of those who fit these words, the best first.
async fn fitting(front: &Front, run: &Run, wanted: Option<&str>) -> Result<Vec<String>, Stop> {
    let Some(wanted) = wanted else {
        return Ok(Vec::new());
    };
    let found = front.studio.suggest_characters(wanted).await?;
    if found.is_empty() {
        run.output.say("cli-characters-none-fit");
    }
    Ok(found.into_iter().map(|fit| fit.character_id.0).collect())
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
