//! `reel library`: the finished reels, as the service lists them now.

use contract::ReelView;

use crate::exit::Exit;
use crate::front::{Front, Links};
use crate::run::Run;
use crate::shapes::{LibraryDocument, LibraryReelShape};
use crate::sign_in::need_session;
use crate::stop::Stop;

/// Reads the list and prints it, newest first.
pub async fn run(run: &Run) -> Result<Exit, Stop> {
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Open))
        .await?;
    let done = run.interrupt.or(listed(&front, run)).await;
    front.close().await;
    done
}

async fn listed(front: &Front, run: &Run) -> Result<Exit, Stop> {
    need_session(front, run).await?;
    let reels = front.studio.refresh_library().await?;
    let mut document = LibraryDocument {
        reels: Vec::with_capacity(reels.len()),
    };
    for reel in &reels {
        let path = front.studio.saved_path(&reel.asset_id).await;
        document
            .reels
            .push(LibraryReelShape::of(reel, path.as_deref()));
    }
    if reels.is_empty() {
        run.output.say("cli-library-empty");
    }
    run.output.result(&document, |_| text(&reels));
    Ok(Exit::Done)
}

fn text(reels: &[ReelView]) -> String {
    let lines: Vec<String> = reels
        .iter()
        .map(|reel| match &reel.saved {
            Some(saved) if saved.present => {
                let place = std::path::Path::new(&saved.folder).join(&saved.name);
                format!("{}  {}  {}", reel.asset_id, reel.title, place.display())
            }
            _ => format!("{}  {}", reel.asset_id, reel.title),
        })
        .collect();
    lines.join("\n")
}
