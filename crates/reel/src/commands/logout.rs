//! `reel logout`.

use crate::exit::Exit;
use crate::front::{Front, Links};
use crate::run::Run;
use crate::shapes::SessionDocument;
use crate::stop::Stop;

/// Forgets the session, here and where it is kept.
pub async fn run(run: &Run) -> Result<Exit, Stop> {
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Print))
        .await?;
    front.studio.sign_out().await;
    let server = front.studio.snapshot().await.server.origin;
    front.close().await;
    run.output.say("cli-logout-done");
    let document = SessionDocument {
        signed_in: false,
        email: None,
        server,
    };
    run.output.result(&document, |_| String::new());
    Ok(Exit::Done)
}
