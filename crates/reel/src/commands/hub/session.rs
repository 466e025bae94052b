//! `reel login hubfluencer`, `reel logout hubfluencer`, and what every other command of Hubfluencer
//! does first.

use std::io::Read as _;

use contract::{Code, HubSession, Refusal, SecretText, TokenSource, VaultState};
use studio::HubAccess;

use crate::args::Login;
use crate::exit::Exit;
use crate::front::{Front, Links};
use crate::output::at_a_terminal;
use crate::prompt::{self, Answer};
use crate::run::Run;
use crate::shapes::hub::HubSessionDocument;
use crate::sign_in::settle_vault;
use crate::stop::Stop;

/// More than any token has: what is longer was piped by mistake.
const LONGEST_TOKEN: u64 = 64 * 1024;

/// Tries a token by one read, and keeps it. It comes by standard input, from a terminal without being
/// shown, or, beside the embedded sandbox, from there.
pub async fn login(run: &Run, login: &Login) -> Result<Exit, Stop> {
    let given = match login.token_stdin {
        true => Some(piped()?),
        false => None,
    };
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Open))
        .await?;
    let done = run.interrupt.or(signed_in(&front, run, given)).await;
    front.close().await;
    done
}

/// Forgets the token, here and where it is kept.
pub async fn logout(run: &Run) -> Result<Exit, Stop> {
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Print))
        .await?;
    let brought = matches!(
        front.studio.hub_session(),
        HubSession::SignedIn {
            source: TokenSource::Environment,
            ..
        }
    );
    front.studio.hub_sign_out().await;
    let document = document(&front).await;
    front.close().await;
    run.output.say(if brought {
        "cli-hub-logout-environment"
    } else {
        "cli-hub-logout-done"
    });
    run.output.result(&document, |_| String::new());
    Ok(Exit::Done)
}

/// What a command that needs a token does first: at a terminal it asks for one.
///
/// # Errors
/// [`Code::TokenNeeded`]; [`Code::TokenRefused`] for one that is known to be no good.
pub async fn need_token(front: &Front, run: &Run) -> Result<(), Stop> {
    let refusal = match front.studio.hub_session() {
        HubSession::SignedIn { .. } => return Ok(()),
        HubSession::SignedOut { refusal } => refusal,
        HubSession::Starting | HubSession::Checking => None,
    };
    if front.studio.snapshot().await.hub.server.is_none() {
        return Err(Refusal::new(Code::HubAbsent).into());
    }
    if !at_a_terminal() {
        let refusal = refusal.unwrap_or_else(|| Code::TokenNeeded.into());
        return Err(refusal.into());
    }
    take_token(front, run, None).await
}

async fn signed_in(front: &Front, run: &Run, given: Option<SecretText>) -> Result<Exit, Stop> {
    take_token(front, run, given).await?;
    let snapshot = front.studio.snapshot().await;
    run.output.say("cli-hub-login-done");
    let HubSession::SignedIn { lacks, .. } = &snapshot.hub.session else {
        return Err(Refusal::new(Code::TokenNeeded).into());
    };
    if !lacks.is_empty() {
        let args = contract::Args::from([("scope".to_owned(), lacks.join(", ").into())]);
        run.output.say_with("cli-hub-login-lacks", &args);
    }
    if snapshot.vault == VaultState::Memory {
        run.output.say("cli-login-memory");
    }
    if std::env::var(HubAccess::TOKEN_VARIABLE).is_ok_and(|token| !token.trim().is_empty()) {
        run.output.say("cli-hub-login-environment");
    }
    let document = document(front).await;
    run.output.result(&document, |_| String::new());
    Ok(Exit::Done)
}

/// The token that was given, the sandbox's own, or one that is typed.
async fn take_token(front: &Front, run: &Run, given: Option<SecretText>) -> Result<(), Stop> {
    let hub = front.studio.snapshot().await.hub;
    if hub.server.is_none() {
        return Err(Refusal::new(Code::HubAbsent).into());
    }
    settle_vault(front, run).await?;
    if let Some(token) = given {
        return Ok(front.studio.hub_sign_in(token).await?);
    }
    if hub.sandbox_token_ready {
        run.output.say("cli-hub-login-sandbox");
        return Ok(front.studio.use_sandbox_token().await?);
    }
    if !at_a_terminal() {
        return Err(Stop::usage(run.output.words.say("cli-hub-login-script")));
    }
    let site = run.output.words.say("cli-hub-login-open");
    if prompt::confirm(run, &site).await == Answer::Yes {
        front.studio.open_hubfluencer()?;
    }
    let question = run.output.words.say("cli-hub-login-ask");
    match prompt::secret(run, &question).await {
        Some(token) => Ok(front.studio.hub_sign_in(SecretText::new(token)).await?),
        None => Err(Refusal::new(Code::TokenNeeded).into()),
    }
}

/// All of standard input, as one token.
fn piped() -> Result<SecretText, Stop> {
    let mut text = String::new();
    let read = std::io::stdin()
        .lock()
        .take(LONGEST_TOKEN)
        .read_to_string(&mut text);
    match read {
        Ok(_) if !text.trim().is_empty() => Ok(SecretText::new(text.trim())),
        _ => Err(Refusal::new(Code::TokenUnusable).into()),
    }
}

async fn document(front: &Front) -> HubSessionDocument {
    let hub = front.studio.snapshot().await.hub;
    let server = hub.server.map(|server| server.origin).unwrap_or_default();
    HubSessionDocument::of(&hub.session, server)
}
