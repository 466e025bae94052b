//! `reel tokens`: the account's personal access tokens.

use contract::{HubToken, Millis, NewToken};
use serde_json::json;
use words::Words;

use super::free;
use crate::args::hub::{Tokens, TokensCommand};
use crate::exit::Exit;
use crate::layout::columns;
use crate::moment::now;
use crate::run::Run;
use crate::shapes::hub::{TokenShape, spoken_id};
use crate::stop::Stop;

/// Lists, makes or revokes tokens.
pub async fn run(run: &Run, asked: Tokens) -> Result<Exit, Stop> {
    free::with_token(run, async |front| {
        match asked.command.unwrap_or(TokensCommand::List) {
            TokensCommand::List => {
                let tokens = front.studio.tokens().await?;
                let document: Vec<_> = tokens.iter().map(TokenShape::of).collect();
                run.output
                    .result(&document, |words| text(words, &tokens, now()));
            }
            TokensCommand::Create(new) => {
                let token = NewToken {
                    name: new.name,
                    scopes: new.scope,
                };
                let made = front.studio.create_token(token).await?;
                run.output.say("cli-hub-token-once");
                let secret = made.secret.expose();
                let document = TokenShape::of(&made.token).with_secret(secret);
                run.output.result(&document, |_| secret.to_owned());
            }
            TokensCommand::Revoke(token) => {
                front.studio.revoke_token(&token.id).await?;
                run.output.say("cli-hub-token-revoked");
                run.output
                    .result(&json!({ "id": token.id }), |_| String::new());
            }
        }
        Ok(Exit::Done)
    })
    .await
}

fn text(words: &Words, tokens: &[HubToken], now: Millis) -> String {
    let rows: Vec<_> = tokens
        .iter()
        .map(|token| {
            let used = match token.last_used_at {
                Some(used) => words.ago(now, used),
                None => words.say("cli-hub-token-unused"),
            };
            vec![
                spoken_id(&token.token_id),
                token.name.clone(),
                used,
                token.scopes.join(" "),
            ]
        })
        .collect();
    columns(&rows)
}
