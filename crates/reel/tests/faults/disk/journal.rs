//! The journal was damaged while nobody looked.

use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;

use contract::{Code, Event, LibraryQuery, OrderState};
use studio::AutoSave;

use super::GROUP;
use crate::jobs;
use crate::table::{Table, Try, attempt};
use crate::world::{Options, World};

/// How a file is damaged.
type Damage = fn(&Path);

/// Its rows.
pub async fn rows(table: &mut Table) {
    let tries = vec![
        damaged("its head is overwritten", |path| overwrite(path, 0, 4096)),
        damaged("its middle is overwritten", |path| {
            overwrite(path, 4096, 1 << 20)
        }),
        damaged("it is cut in half", cut_in_half),
        damaged("it is empty", |path| std::fs::write(path, "").unwrap()),
        damaged("it is something else", |path| {
            std::fs::write(path, "no journal").unwrap()
        }),
    ];
    table.row(GROUP, "a journal that is damaged", tries).await;
}

fn overwrite(path: &Path, from: u64, most: u64) {
    let mut file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    let length = file.metadata().unwrap().len();
    file.seek(SeekFrom::Start(from)).unwrap();
    let bytes = length.saturating_sub(from).min(most);
    file.write_all(&vec![0x5A; usize::try_from(bytes).unwrap()])
        .unwrap();
}

fn cut_in_half(path: &Path) {
    let file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    file.set_len(file.metadata().unwrap().len() / 2).unwrap();
}

/// A riff is under way; the program is closed, its journal damaged, and it is opened again.
fn damaged(what: &str, damage: Damage) -> Try {
    attempt(what, async move {
        let mut world = jobs::world(Options::default()).await;
        let order_id = world.order().await;
        world
            .until_order(&order_id, |order| {
                matches!(order.state, OrderState::Working { .. })
            })
            .await;
        world.studio.close().await;
        let journal = world.home().journal();
        for suffix in ["-wal", "-shm"] {
            let mut path = journal.clone().into_os_string();
            path.push(suffix);
            // Closed in good order, it leaves none.
            let _ = std::fs::remove_file(path);
        }
        damage(&journal);
        let was = std::fs::read(&journal).unwrap();
        world.restart(AutoSave::Never).await;
        let kept = set_aside(&world, &was);
        let told = world.told(
            |event| matches!(event, Event::Trouble(refusal) if refusal.code == Code::JournalFailed),
        );
        // One that is empty has nothing to keep, and nothing to tell.
        assert!(
            was.is_empty() || (kept && told > 0),
            "kept: {kept}, told: {told}"
        );
        // What the service has is not lost: it is in the library once it is ready.
        let reels = async {
            loop {
                world.studio.refresh_library().await.unwrap();
                let page = world
                    .studio
                    .list_reels(LibraryQuery::default())
                    .await
                    .unwrap();
                if let [reel] = &page.reels[..] {
                    return reel.asset_id.clone();
                }
                jobs::pass(&world, std::time::Duration::from_secs(5)).await;
            }
        };
        let asset_id = reels.await;
        jobs::saved(&world, &asset_id).await;
        assert_eq!(world.riffs_taken(), 1, "nothing is ordered by itself");
        // And the program works as before.
        let again = world.order().await;
        let order = jobs::order_ended(&world, &again).await;
        assert_eq!(order.state, OrderState::Ready);
        assert_eq!(world.riffs_taken(), 2);
    })
}

/// Whether the damaged one still lies there, byte for byte.
fn set_aside(world: &World, was: &[u8]) -> bool {
    let entries = std::fs::read_dir(world.home().root()).unwrap();
    let mut paths = entries.map(|entry| entry.unwrap().path());
    paths.any(|path| path.is_file() && std::fs::read(path).is_ok_and(|kept| kept == was))
}
