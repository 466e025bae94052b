//! `reel library`: the finished reels, as the service lists them now.

use std::path::Path;

use contract::{CharacterId, LibraryQuery, ProductId, ReelView, TemplateId};

use crate::args::{Library, Service};
use crate::exit::Exit;
use crate::front::{Front, Links};
use crate::layout::columns;
use crate::run::Run;
use crate::shapes::{LibraryDocument, LibraryReelShape};
use crate::sign_in::need_session;
use crate::stop::Stop;

/// Reads the list and prints it, newest first where nothing else is asked.
pub async fn run(run: &Run, library: Library) -> Result<Exit, Stop> {
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Open))
        .await?;
    let done = run.interrupt.or(listed(&front, run, &library)).await;
    front.close().await;
    done
}

async fn listed(front: &Front, run: &Run, library: &Library) -> Result<Exit, Stop> {
    // What Hubfluencer made is kept here: nobody has to sign in to Riffkit for it.
    if library.service != Some(Service::Hubfluencer) {
        need_session(front, run).await?;
    }
    let reels = found(front, library).await?;
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
        run.output.say(if library.is_narrowed() {
            "cli-library-none-fit"
        } else {
            "cli-library-empty"
        });
    }
    run.output.result(&document, |_| text(&reels));
    Ok(Exit::Done)
}

/// The reels that were asked for, page after page. What is only kept here is no list of the service.
async fn found(front: &Front, library: &Library) -> Result<Vec<ReelView>, Stop> {
    let most = library.limit.map_or(usize::MAX, |limit| limit as usize);
    let mut query = LibraryQuery {
        service: library.service.map(Into::into),
        characters: ids(&library.character, CharacterId),
        products: ids(&library.product, ProductId),
        templates: ids(&library.template, TemplateId),
        window: library.window.into(),
        sort: library.sort.into(),
        search: library.search.clone(),
        page: 1,
    };
    if !query.search.is_empty() && library.service != Some(Service::Hubfluencer) {
        // Looked for in what is kept here: it has to be whole first.
        front.studio.refresh_library().await?;
    }
    let mut reels = Vec::new();
    loop {
        let page = front.studio.list_reels(query.clone()).await?;
        if let Some(refusal) = page.kept_because {
            return Err(refusal.into());
        }
        reels.extend(page.reels);
        if !page.has_more || reels.len() >= most {
            reels.truncate(most);
            return Ok(reels);
        }
        query.page += 1;
    }
}

fn ids<T>(texts: &[String], id: impl Fn(String) -> T) -> Vec<T> {
    texts.iter().cloned().map(id).collect()
}

fn text(reels: &[ReelView]) -> String {
    let rows: Vec<_> = reels
        .iter()
        .map(|reel| {
            let saved = reel.saved.as_ref().filter(|saved| saved.present);
            let place = saved.map(|saved| Path::new(&saved.folder).join(&saved.name));
            vec![
                reel.asset_id.0.clone(),
                reel.title.clone(),
                place.map_or_else(String::new, |place| place.display().to_string()),
            ]
        })
        .collect();
    columns(&rows)
}
