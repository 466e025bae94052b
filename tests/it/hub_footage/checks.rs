//! What is looked at before anything is sent.

use std::path::PathBuf;

use contract::{Arg, Code, NewFootage, UploadMethod};

use crate::harness::{World, sample};

impl World {
    fn file_of(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

/// The sample, a hundred times as long: its clocks tick slower.
fn slow_sample() -> Vec<u8> {
    let mut clip = std::fs::read(sample()).unwrap();
    for kind in [b"mvhd", b"mdhd"] {
        let places: Vec<usize> = clip
            .windows(4)
            .enumerate()
            .filter_map(|(place, bytes)| (bytes == kind).then_some(place))
            .collect();
        for place in places {
            // Version 0: version and flags, two times, then the time scale.
            let scale = place + 16..place + 20;
            let ticks = u32::from_be_bytes(clip[scale.clone()].try_into().unwrap());
            clip[scale].copy_from_slice(&(ticks / 100).to_be_bytes());
        }
    }
    clip
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_service_would_not_take_is_refused_here_with_its_code() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let large = world.file_of("large.mp4", &std::fs::read(sample()).unwrap());
    let file = std::fs::File::options().write(true).open(&large).unwrap();
    file.set_len(500_000_001).unwrap();
    let cut = std::fs::read(sample()).unwrap();
    for (path, code) in [
        (
            world.file_of("words.mp4", b"these are words"),
            Code::FootageKindUnknown,
        ),
        (
            world.file_of("a.avi", b"RIFF\0\0\0\0AVI LIST"),
            Code::FootageKindUnknown,
        ),
        (large, Code::FootageTooLarge),
        (
            world.file_of("long.mp4", &slow_sample()),
            Code::FootageTooLong,
        ),
        (
            world.file_of("cut.mp4", &cut[..cut.len() / 2]),
            Code::FootageFailed,
        ),
        (world.folder.path().join("none.mp4"), Code::FileGone),
    ] {
        let refusal = world.sends(&slug, &path, UploadMethod::Auto).await;
        let refusal = refusal.unwrap_err();
        assert_eq!(refusal.code, code, "{}", path.display());
        if code == Code::FootageTooLarge {
            assert_eq!(refusal.args["megabytes"], Arg::Number(501.0));
        }
    }
    assert_eq!(world.sandbox.hub_books().count("GET", "/api/editor"), 0);
    let asked = world.sandbox.hub_books().requests;
    assert!(!asked.iter().any(|asked| asked.path.contains("/uploads")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_must_be_chosen_be_the_same_and_its_description_short() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let clip = world.file_of("a.mp4", &std::fs::read(sample()).unwrap());
    let chosen = world.studio.add_files(vec![clip.clone()]).await.remove(0);
    let footage = |file_id: &str, description: String| NewFootage {
        slug: slug.clone(),
        file_id: file_id.into(),
        fit_mode: contract::FitMode::Blur,
        product_description: description,
        method: UploadMethod::Auto,
        with_checksum: false,
    };
    let sent = |footage| async {
        world
            .studio
            .upload_footage(footage)
            .await
            .map_err(|r| r.code)
    };
    let file_id = chosen.file_id.0.as_str();
    let unknown = sent(footage("/etc/passwd", String::new())).await;
    assert_eq!(unknown, Err(Code::FileGone));
    let long = sent(footage(file_id, "é".repeat(501))).await;
    assert_eq!(long, Err(Code::TextTooLong));
    std::fs::write(
        &clip,
        [std::fs::read(sample()).unwrap(), vec![0; 9]].concat(),
    )
    .unwrap();
    let changed = sent(footage(file_id, String::new())).await;
    assert_eq!(changed, Err(Code::FileGone));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_token_nothing_begins() {
    let world = World::new(crate::harness::Options::default()).await;
    let refusal = world.sends("ad", &sample(), UploadMethod::Auto).await;
    assert_eq!(refusal.unwrap_err().code, Code::TokenNeeded);
}
