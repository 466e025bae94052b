//! Signing in, as `reel login` and an order without a session do it.

use std::time::Duration;

use contract::{Args, Code, Event, Millis, Refusal, SessionState, SignInEnd, VaultChoice};
use studio::vault::VaultPolicy;

use crate::exit::Exit;
use crate::front::{Front, Listener};
use crate::moment::now;
use crate::output::at_a_terminal;
use crate::prompt;
use crate::run::Run;
use crate::stop::{OwnCode, Stop};

/// How long the account's name may take to come after the approval. The sign-in is good without it.
const NAME_PATIENCE: Duration = Duration::from_secs(5);

/// Signs in: says where the session will be kept, prints link and code, and waits for the
/// approval. Answers the account's address, where the service tells it.
pub async fn sign_in(front: &Front, run: &Run) -> Result<Option<String>, Stop> {
    settle_vault(front, run).await?;
    let mut events = front.listen();
    front.studio.sign_in();
    let mut shown = false;
    let ended = loop {
        tokio::select! {
            // In this order, so that the link is always shown before anything comes of it.
            biased;
            event = events.next() => match event {
                Event::Session(SessionState::Waiting { user_code, expires_at, .. }) if !shown => {
                    show(front, run, &user_code, expires_at);
                    shown = true;
                }
                _ => {}
            },
            ended = front.studio.session_settled() => break ended,
            () = run.interrupt.pressed() => {
                front.studio.cancel_sign_in();
                break front.studio.session_settled().await;
            }
        }
    };
    match ended {
        SessionState::SignedIn { email: Some(email) } => Ok(Some(email)),
        SessionState::SignedIn { email: None } => Ok(account(&mut events).await),
        SessionState::SignedOut {
            ended: Some(SignInEnd::Refused { refusal }),
        } => Err(refusal.into()),
        _ => Err(Stop::own(
            Exit::NotSignedIn,
            OwnCode::Interrupted,
            "cli-login-stopped",
        )),
    }
}

/// What a command that needs a session does first: at a terminal it offers the sign-in.
pub async fn need_session(front: &Front, run: &Run) -> Result<(), Stop> {
    if front.signed_in().await {
        return Ok(());
    }
    if !at_a_terminal() {
        return Err(refused());
    }
    match prompt::confirm(run, &run.output.words.say("cli-login-offer")).await {
        prompt::Answer::Yes => sign_in(front, run).await.map(drop),
        prompt::Answer::No => Err(refused()),
    }
}

fn refused() -> Stop {
    Refusal::new(Code::NotSignedIn).into()
}

fn show(front: &Front, run: &Run, user_code: &str, expires_at: Millis) {
    let words = &run.output.words;
    run.output.must_tell(&words.say("cli-login-open"));
    if let Some(link) = front.studio.sign_in_link() {
        run.output.must_tell(&format!("  {link}"));
    }
    let code = Args::from([("code".to_owned(), user_code.into())]);
    run.output
        .must_tell(&words.say_with("cli-login-code", &code));
    let left = expires_at.saturating_sub(now()).max(0) / 1000;
    let left = words.span(left.unsigned_abs());
    let left = Args::from([("left".to_owned(), left.into())]);
    run.output
        .must_tell(&words.say_with("cli-login-until", &left));
}

/// Where there is no keychain a person is asked once, and a script is told how to say it.
pub async fn settle_vault(front: &Front, run: &Run) -> Result<(), Stop> {
    if !front.vault_undecided().await {
        return Ok(());
    }
    if !at_a_terminal() {
        return Err(Stop::own(Exit::Usage, OwnCode::Usage, "cli-vault-script")
            .with("variable", VaultPolicy::VARIABLE));
    }
    let answer = prompt::line(run, &run.output.words.say("cli-vault-ask")).await;
    let choice = match answer.as_deref() {
        Some("1") => VaultChoice::File,
        Some("2") => VaultChoice::Memory,
        _ => return Err(Refusal::new(Code::VaultChoiceNeeded).into()),
    };
    front.studio.choose_vault(choice).await?;
    Ok(())
}

/// The account's address, which comes a moment after the approval.
async fn account(events: &mut Listener) -> Option<String> {
    let named = async {
        loop {
            if let Event::Session(SessionState::SignedIn { email: Some(email) }) =
                events.next().await
            {
                break email;
            }
        }
    };
    tokio::time::timeout(NAME_PATIENCE, named).await.ok()
}
