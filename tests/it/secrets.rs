//! No secret where a person, a page, a log or a file could show it.

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

use contract::OrderState;
use studio::AutoSave;
use tracing_subscriber::fmt::MakeWriter;

use crate::harness::{Options, World};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_session_is_in_the_vault_and_nowhere_else() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(log.clone())
        .finish();
    // The only test here that looks at the log: the others' lines do no harm in it.
    tracing::subscriber::set_global_default(subscriber).unwrap();
    let options = Options {
        auto_save: AutoSave::ByPreference,
        ..Options::default()
    };
    let world = World::signed_in_with(options).await;
    let order_id = world.order().await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    let studio = world.studio.clone();
    let asset_id = order.reels[0].clone();
    let saved = tokio::spawn(async move {
        while studio.saved_path(&asset_id).await.is_none() {
            tokio::task::yield_now().await;
        }
    });
    world
        .clock
        .until(|| saved.is_finished().then_some(()))
        .await;

    let vault: serde_json::Value =
        serde_json::from_slice(&std::fs::read(world.home().vault()).unwrap()).unwrap();
    let token = vault
        .as_object()
        .unwrap()
        .values()
        .next()
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned();
    assert!(token.len() >= 16, "a real secret to look for");
    // Signed links of the storage carry their access in the query.
    let secrets = [token.as_str(), "signature=", "device_code"];

    let snapshot = serde_json::to_string(&world.studio.snapshot().await).unwrap();
    let events = format!("{:?}", world.events.lock().unwrap());
    let log = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    assert!(
        log.contains("batch") || log.len() > 100,
        "there is a log to look at"
    );
    for secret in secrets {
        for (place, text) in [
            ("snapshot", &snapshot),
            ("events", &events),
            ("diagnostics", &world.studio.diagnostics()),
            ("log", &log),
        ] {
            assert!(!text.contains(secret), "{secret:?} in the {place}");
        }
        for file in files_below(world.home().root()) {
            if file == world.home().vault() {
                continue;
            }
            let bytes = std::fs::read(&file).unwrap();
            let found = bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes());
            assert!(!found, "{secret:?} in {}", file.display());
        }
    }
}

fn files_below(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files
}
