//! A clip of the person's own on its way to an ad, in parts.

use std::path::PathBuf;

use contract::{EditorBrief, FitMode, FootageState, NewFootage, Refusal, UploadMethod};

use super::{PASSING, PAUSE, TRIES, befall, insist, pass, sum_of};
use crate::chance::Chance;
use crate::world::{Options, World, sample};

/// Two parts and a bit.
const BYTES: usize = 11_000_000;

/// Uploads a clip with these faults falling into it; then storage's books are looked at.
pub async fn footage(options: Options, faults: &[&str]) {
    let world = super::world(options).await;
    let brief = EditorBrief {
        language: "en".to_owned(),
        product_prompt: "A lamp that folds flat for travel".to_owned(),
        ..EditorBrief::default()
    };
    let slug = world.studio.create_editor(brief).await.unwrap().slug;
    let path = clip(&world);
    let befallen = befall(&world, faults);
    let chosen = world.studio.add_files(vec![path.clone()]).await;
    let footage = NewFootage {
        slug: slug.clone(),
        file_id: chosen[0].file_id.clone(),
        fit_mode: FitMode::Cover,
        product_description: String::new(),
        method: UploadMethod::Multipart,
        with_checksum: false,
    };
    let upload = async || world.studio.upload_footage(footage.clone()).await;
    let id = insist(&world, upload).await;
    for tries in 0.. {
        assert!(tries < TRIES, "it never came there");
        let view = world
            .clock
            .drive(world.studio.footage_ended(&id))
            .await
            .unwrap();
        match view.state {
            FootageState::Ready => break,
            FootageState::Paused { refusal, .. } => is_passing(refusal.as_ref()),
            state => panic!("it ended as {state:?}"),
        }
        pass(&world, PAUSE).await;
        world.studio.resume_footage(&id).await.unwrap();
    }
    let books = world.sandbox.storage_books();
    let videos = books.objects.iter();
    let videos: Vec<_> = videos
        .filter(|it| it.content_type.starts_with("video/"))
        .collect();
    assert_eq!(videos.len(), 1, "{videos:?}");
    assert_eq!(videos[0].sha256().unwrap(), sum_of(&path), "not the file");
    // One whose ids nobody was told can't be ended by anybody but the service, and nothing goes there.
    let untold = faults.iter().filter(|fault| hides_an_init(fault)).count();
    let dangling = &books.open_uploads;
    assert!(
        dangling.len() <= untold && dangling.iter().all(|upload| upload.parts.is_empty()),
        "an upload dangles: {dangling:?}"
    );
    assert_eq!(books.credentials_leaked, 0);
    assert_eq!(world.sandbox.hub_books().charged(), 0);
    befallen.struck();
}

/// Whether the answer to the beginning of an upload does not come, or has no ids in it that could be
/// read: an end is asked for by both.
fn hides_an_init(fault: &str) -> bool {
    let Some((way, _)) = fault.split_once(":POST:/api/editor/{slug}/uploads/multipart/init") else {
        return fault == "lose-answer=POST:/api/editor/{slug}/uploads/multipart/init";
    };
    // Words that are new leave the ids as they are.
    way.starts_with("answer-body=") && way != "answer-body=unknown-words"
}

/// Why it paused: something that passes, or storage's own word.
fn is_passing(refusal: Option<&Refusal>) {
    let refusal = refusal.expect("nobody paused it");
    let is_storage = refusal.code == contract::Code::StorageRefused;
    assert!(is_storage || PASSING.contains(&refusal.code), "{refusal:?}");
}

/// The sample with filling behind it, no two parts of which are alike.
fn clip(world: &World) -> PathBuf {
    let mut clip = std::fs::read(sample()).unwrap();
    let filling = u32::try_from(BYTES - clip.len()).unwrap();
    clip.extend_from_slice(&filling.to_be_bytes());
    clip.extend_from_slice(b"free");
    let mut chance = Chance(7);
    while clip.len() < BYTES {
        clip.extend_from_slice(&chance.next().to_be_bytes());
    }
    clip.truncate(BYTES);
    let path = world.folder.path().join("clip.mp4");
    std::fs::write(&path, clip).unwrap();
    path
}
