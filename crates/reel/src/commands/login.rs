//! `reel login riffkit`.

use contract::{Args, VaultState};

use crate::args::Login;
use crate::exit::Exit;
use crate::front::{Front, Links};
use crate::run::Run;
use crate::shapes::SessionDocument;
use crate::sign_in::sign_in;
use crate::stop::Stop;

/// Signs in and waits for the approval.
pub async fn run(run: &Run, login: &Login) -> Result<Exit, Stop> {
    let links = if login.no_browser {
        Links::Print
    } else {
        Links::Open
    };
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, links))
        .await?;
    let done = signed_in(&front, run).await;
    front.close().await;
    done
}

async fn signed_in(front: &Front, run: &Run) -> Result<Exit, Stop> {
    let email = sign_in(front, run).await?;
    let snapshot = front.studio.snapshot().await;
    match &email {
        Some(email) => {
            let args = Args::from([("email".to_owned(), email.as_str().into())]);
            run.output.say_with("cli-login-done-as", &args);
        }
        None => run.output.say("cli-login-done"),
    }
    if snapshot.vault == VaultState::Memory {
        run.output.say("cli-login-memory");
    }
    let document = SessionDocument {
        signed_in: true,
        email: email.clone(),
        server: snapshot.server.origin,
    };
    run.output.result(&document, |_| email.unwrap_or_default());
    Ok(Exit::Done)
}
