//! What projects came to: in the one library, shown, and on disk whole or not at all.

mod listing;

use std::path::Path;

use contract::{
    AssetId, Code, HubEvent, LibraryQuery, ProjectKey, ProjectMedia, ReelForm, ReelPage, Restyle,
    Service, Step, TransferState, TransferView,
};
use futures_util::StreamExt as _;
use sandbox::Fault;
use studio::AutoSave;

use crate::harness::hub::{carousel_key, short_key};
use crate::harness::{Options, World};

impl World {
    /// A short whose video is there.
    async fn finished_short(&self) -> ProjectKey {
        let slug = self.short().await.slug;
        self.take(Step::GenerateShort { slug: slug.clone() }).await;
        let key = short_key(&slug);
        self.ended(&key).await;
        key
    }

    async fn save_to_end(&self, key: &ProjectKey) -> TransferView {
        let saving = async {
            let transfer = self.studio.save_project(key).await.unwrap();
            self.studio.transfer_ended(&transfer).await.unwrap()
        };
        self.clock.drive(saving).await
    }

    async fn asset(&self, key: &ProjectKey) -> AssetId {
        self.studio.project_asset(key).await.unwrap().unwrap()
    }

    async fn page(&self, query: LibraryQuery) -> ReelPage {
        let page = self.clock.drive(self.studio.list_reels(query)).await;
        page.unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.reels()).into_iter().flatten();
        let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<String> = entries
            .map(|entry| name(entry).into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// Statuses of what storage answered to the reads of things with this ending, in order.
    fn storage_answers(&self, ending: &str) -> Vec<u16> {
        let requests = self.sandbox.storage_books().requests;
        let reads = requests
            .iter()
            .filter(|request| request.method == "GET" && request.path.ends_with(ending));
        reads.filter_map(|request| request.status).collect()
    }
}

fn of(service: Service) -> LibraryQuery {
    LibraryQuery {
        service: Some(service),
        ..LibraryQuery::default()
    }
}

fn ids(page: &ReelPage) -> Vec<AssetId> {
    let reels = page.reels.iter();
    reels.map(|reel| reel.asset_id.clone()).collect()
}

fn is_done(end: &TransferView) -> bool {
    matches!(end.state, TransferState::Done { .. })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_video_is_in_the_library_and_saved_though_its_link_expires_and_the_download_breaks_off() {
    let world = World::with_token().await;
    // The link that comes with the finished video is no good by the time it is used.
    world.arm(Fault::ExpiredResult);
    let key = world.finished_short().await;
    let asset_id = world.asset(&key).await;
    let page = world.page(LibraryQuery::default()).await;
    assert_eq!(ids(&page), std::slice::from_ref(&asset_id));
    let reel = &page.reels[0];
    assert_eq!(reel.service, Service::Hubfluencer);
    assert_eq!(
        (reel.form, reel.duration_seconds),
        (ReelForm::Video, Some(6.0))
    );
    assert_eq!(reel.project.as_ref(), Some(&key));
    assert_eq!(reel.title, "A lamp that folds flat for travel");
    assert!(page.kept_because.is_none(), "nobody misses Riffkit here");

    let range = Some("bytes=4-7".to_owned());
    let opened = world.studio.open_reel(&asset_id, range).await.unwrap();
    assert_eq!(opened.status, 206);
    let bytes: Vec<_> = opened.body.collect().await;
    assert_eq!(bytes[0].as_ref().unwrap().as_ref(), b"ftyp");

    world.arm(Fault::ObjectExpired);
    world.arm(Fault::CutDownload(1_000));
    let end = world.save_to_end(&key).await;
    assert!(is_done(&end), "{end:?}");
    assert_eq!(
        world.storage_answers(".mp4"),
        [403, 206, 403, 206, 206],
        "refused, read anew, refused, begun, gone on with"
    );
    let files = world.studio.saved_files(&asset_id).await;
    let stored = world.sandbox.storage_books().objects;
    let video = stored
        .iter()
        .find(|object| object.content_type == "video/mp4");
    let saved = std::fs::metadata(&files[0]).unwrap().len();
    assert_eq!(saved, video.unwrap().bytes, "the two pieces are one whole");
    let picture = world.studio.picture(&asset_id).await.unwrap();
    assert!(picture.is_file());
    assert_eq!(world.sandbox.storage_books().credentials_leaked, 0);

    world.arm(Fault::LyingLength);
    assert!(
        is_done(&world.save_to_end(&key).await),
        "asked for once more"
    );
    let both: Vec<u64> = std::fs::read_dir(world.reels())
        .unwrap()
        .map(|entry| entry.unwrap().metadata().unwrap().len())
        .collect();
    assert_eq!(both, [saved, saved]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_carousel_is_saved_as_a_numbered_set_with_its_words_or_not_at_all() {
    let world = World::with_token().await;
    let made = world.finished_carousel().await;
    let key = carousel_key(&made.slug);
    let asset_id = world.asset(&key).await;
    assert_eq!(made.asset_id.as_ref(), Some(&asset_id));
    let reel = world.studio.reel(&asset_id).await.unwrap();
    assert_eq!(reel.form, ReelForm::Carousel { slides: 3 });
    assert_eq!(
        (&reel.caption, &reel.hashtags),
        (&made.caption, &made.hashtags)
    );

    // Refused each time, by new links too: that is storage's last word.
    world.sandbox.faults().arm_always(Fault::ObjectExpired);
    let end = world.save_to_end(&key).await;
    let TransferState::Failed { refusal } = end.state else {
        panic!("{end:?}")
    };
    assert_eq!(refusal.code, Code::StorageRefused);
    assert_eq!(refusal.service, Service::Hubfluencer);
    assert_eq!(world.names(), [""; 0]);
    world.sandbox.faults().clear();

    world.arm(Fault::CutDownload(500));
    world.arm(Fault::ObjectExpired);
    let end = world.save_to_end(&key).await;
    let TransferState::Done { saved } = end.state else {
        panic!("{end:?}")
    };
    assert_eq!((saved.files, saved.present), (3, true));
    let names = world.names();
    let stem = names[0].strip_suffix("-01.png").unwrap().to_owned();
    let set = ["-01.png", "-02.png", "-03.png", ".txt"].map(|ending| format!("{stem}{ending}"));
    assert_eq!(names, set);
    let words = std::fs::read_to_string(world.reels().join(&set[3])).unwrap();
    assert!(words.contains(&made.caption) && words.contains(&made.hashtags[0]));
    let files = world.studio.saved_files(&asset_id).await;
    assert_eq!(files.len(), 3);
    for (file, slide) in files.iter().zip(&made.slides) {
        let shown = ProjectMedia::Slide(slide.position);
        let shown = world.studio.project_picture(&key, &shown).await.unwrap();
        assert!(same(file, &shown), "{}", file.display());
    }

    // One name of the next set is somebody's: all of it goes under another.
    std::fs::write(world.reels().join(format!("{stem} (2)-03.png")), "theirs").unwrap();
    assert!(is_done(&world.save_to_end(&key).await));
    let files = world.studio.saved_files(&asset_id).await;
    let third = format!("{stem} (3)-01.png");
    assert_eq!(files[0].file_name().unwrap(), third.as_str());
    assert_eq!(world.names().len(), 4 + 1 + 4);
}

fn same(one: &Path, other: &Path) -> bool {
    std::fs::read(one).unwrap() == std::fs::read(other).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_ready_saves_itself_once() {
    let mut world = World::with_token_and(Options {
        auto_save: AutoSave::ByPreference,
        ..Options::default()
    })
    .await;
    let made = world.finished_carousel().await;
    let key = carousel_key(&made.slug);
    let first = world.asset(&key).await;
    world.saved(&first).await;
    assert_eq!(world.names().len(), 4);
    world.studio.project(&key).await.unwrap();
    world.restart(AutoSave::ByPreference).await;
    world.studio.project(&key).await.unwrap();
    let look = Restyle {
        accent_color: Some("#09EFBE".to_owned()),
        ..Restyle::default()
    };
    world
        .studio
        .restyle_carousel(&made.slug, look)
        .await
        .unwrap();
    world.ended(&key).await;
    let between = world.asset(&key).await;
    world
        .studio
        .restyle_carousel(
            &made.slug,
            Restyle {
                accent_color: Some("#EF0909".to_owned()),
                ..Restyle::default()
            },
        )
        .await
        .unwrap();
    world.ended(&key).await;
    let second = world.asset(&key).await;
    assert_ne!(between, second);
    world.clock.drive(world.saved(&second)).await;
    assert_ne!(first, second);
    assert_eq!(
        world.names().len(),
        8,
        "of several changes only the last: {:?}",
        world.names()
    );
    let ready = |event: &HubEvent| *event == HubEvent::ProjectReady(key.clone());
    assert_eq!(world.hub_told(ready), 3);
    assert_eq!(world.studio.saved_files(&first).await.len(), 3);

    world.studio.remove_project(&key).await.unwrap();
    let left = world.page(of(Service::Hubfluencer)).await;
    assert_eq!(ids(&left), [second, first], "what is on disk stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_set_that_was_interrupted_is_gone_on_with_and_gets_its_names_together() {
    let mut world = World::with_token_and(Options {
        auto_save: AutoSave::ByPreference,
        ..Options::default()
    })
    .await;
    // The first slide does not come to its end.
    let slow = Fault::SlowDownload(1);
    world.sandbox.faults().arm_always(slow.clone());
    let made = world.finished_carousel().await;
    let key = carousel_key(&made.slug);
    let asset_id = world.asset(&key).await;
    let begun = |names: Vec<String>| names.iter().any(|name| name.ends_with(".part"));
    world
        .clock
        .until(|| begun(world.names()).then_some(()))
        .await;
    world.studio.close().await;
    let left = world.names();
    assert!(left.iter().all(|name| name.ends_with(".part")), "{left:?}");
    world.sandbox.faults().disarm(&slow);
    world.restart(AutoSave::ByPreference).await;
    world.saved(&asset_id).await;
    assert_eq!(world.names().len(), 4);
    assert_eq!(world.studio.saved_files(&asset_id).await.len(), 3);
}
