//! A home with a past, and the core opened in it.

use std::path::Path;
use std::sync::Arc;

use contract::{Language, Service};
use jiff::Timestamp;
use rusqlite::{Connection, params};
use serde_json::json;
use studio::ports::{Browser, BrowserFailed, Clock, EventSink, Ports};
use studio::vault::VaultPolicy;
use studio::{AutoSave, Home, JsonPreferences, Server, Setup, Studio};

use crate::Outcome;

/// Nobody has to sign in.
struct NoBrowser;

impl Browser for NoBrowser {
    fn open(&self, _: &str) -> Result<(), BrowserFailed> {
        Err(BrowserFailed)
    }
}

/// Orders of the past.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    /// How many.
    pub orders: usize,
    /// The word of their phase.
    pub phase: &'a str,
    /// When the last of them was made.
    pub last: Timestamp,
    /// How long before it the one before it was, and so on, in milliseconds.
    pub apart: i64,
}

/// Opens the core at this server, with a session that an earlier run has kept.
///
/// # Errors
/// The home can't be used.
pub async fn open(
    folder: &Path,
    server: &str,
    clock: Arc<dyn Clock>,
    news: impl EventSink,
) -> Outcome<Studio> {
    let home = Home::at(folder.to_path_buf());
    let server = Server::named(Service::Riffkit, server).map_err(|refusal| refusal.to_string())?;
    if !home.vault().exists() {
        std::fs::create_dir_all(home.root())?;
        let kept = json!({ format!("riffkit {}", server.name()): "nobody" });
        std::fs::write(home.vault(), kept.to_string())?;
    }
    let studio = Studio::open(Setup {
        preferences: Box::new(JsonPreferences::new(home.preferences())),
        home,
        server,
        hubfluencer: None,
        vault: VaultPolicy::File,
        ports: Ports {
            clock,
            ..Ports::system(NoBrowser, news)
        },
        auto_save: AutoSave::Never,
        system_language: Language::English,
        has_ffmpeg: false,
    });
    Ok(studio.await.map_err(|refusal| refusal.to_string())?)
}

/// Opens the core once, so that the home has a journal, and writes a past into it.
///
/// # Errors
/// The home can't be used, or its journal has another shape.
pub async fn with_past(
    folder: &Path,
    server: &str,
    clock: Arc<dyn Clock>,
    past: Past<'_>,
) -> Outcome<()> {
    let studio = open(folder, server, clock, drop::<contract::Event>).await?;
    studio.close().await;
    let mut journal = Connection::open(Home::at(folder.to_path_buf()).journal())?;
    let tx = journal.transaction()?;
    for number in 0..past.orders {
        let made = past.last.as_millisecond() - past.apart * i64::try_from(past.orders - number)?;
        let order_id = format!("01890000-0000-7000-8000-{number:012}");
        let batch_id = format!("batch-{number}");
        let source = json!({
            "path": null, "link": format!("https://www.tiktok.com/@a/video/{number}"),
            "name": format!("video/{number}"), "duration_seconds": 21.5,
        });
        let tasks = json!([{
            "task_id": format!("{batch_id}-1"), "kind": "generate", "status": "completed",
            "progress": 100, "created_at": made, "finished_at": made + 240_000,
        }]);
        tx.execute(
            "INSERT INTO orders (order_id, server, phase, sender, sealed, source, language,
               direction, hint, created_at, batch_id, tasks, heard_at, ended_at)
             VALUES (?1, ?2, ?3, 'an earlier run', 1, ?4, 'en',
               'At the reveal, show the label, from doubt to trust', '', ?5, ?6, ?7, ?5, ?8)",
            params![
                order_id,
                server.trim_end_matches('/'),
                past.phase,
                source.to_string(),
                made,
                batch_id,
                if past.phase == "acknowledged" {
                    "[]".to_owned()
                } else {
                    tasks.to_string()
                },
                (past.phase != "acknowledged").then_some(made + 240_000),
            ],
        )?;
        if past.phase == "ready" {
            let (asset_id, server) = (format!("reel-{number}"), server.trim_end_matches('/'));
            let asset = json!({
                "asset_id": asset_id, "name": format!("Reel {number}"), "created_at": made,
                "caption": "From doubt to trust", "hashtags": ["#reel"],
            });
            tx.execute(
                "INSERT INTO reels (asset_id, server, order_id, asset, created_at)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![asset_id, server, order_id, asset.to_string(), made],
            )?;
        }
    }
    Ok(tx.commit()?)
}
