//! Reference material: listed, uploaded, refused, stopped.

use std::path::PathBuf;

use contract::{Code, Event, FileId, NewReference, Refusal, UploadId, UploadState, UploadView};
use sandbox::Fault;

use crate::harness::{World, big_clip, sample};

/// A picture of one pixel.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, b'I', b'D', b'A', b'T',
    0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0, 5, 0, 1, 0xff, 0x89, 0x99, 0x3d, 0x1d, 0, 0,
    0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

const UPLOAD: &str = "/api/assets/upload";

impl World {
    async fn chosen(&self, path: PathBuf) -> FileId {
        self.studio.add_files(vec![path]).await.remove(0).file_id
    }

    fn written(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    async fn uploading(&self, path: PathBuf) -> Result<UploadId, Refusal> {
        let reference = NewReference {
            file_id: self.chosen(path).await,
            name: String::new(),
            notes: "for later".to_owned(),
            product_id: None,
            character_id: None,
        };
        let upload = self.studio.upload_reference(reference);
        self.clock.drive(upload).await
    }

    async fn upload_ended(&self, upload_id: &UploadId) -> UploadView {
        let ended = self.clock.drive(self.studio.upload_ended(upload_id)).await;
        ended.unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_video_and_an_image_are_uploaded_and_listed() {
    let world = World::signed_in().await;
    let image = world.written("Scan label.png", PNG);
    for (path, name) in [(sample(), "sample.mp4"), (image, "Scan label.png")] {
        let upload_id = world.uploading(path).await.unwrap();
        let view = world.upload_ended(&upload_id).await;
        let UploadState::Done { reference } = view.state else {
            panic!("{view:?}")
        };
        assert_eq!((reference.name.as_str(), view.name.as_str()), (name, name));
    }
    let listed = world.clock.drive(world.studio.references(0)).await.unwrap();
    let names: Vec<_> = listed.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Scan label.png", "sample.mp4"], "newest first");
    let second = world.clock.drive(world.studio.references(2)).await.unwrap();
    assert_eq!(second, []);
    let pictured = listed
        .iter()
        .find(|one| one.has_picture)
        .expect("a picture");
    let picture = world.studio.picture(&pictured.asset_id);
    assert!(world.clock.drive(picture).await.unwrap().is_file());
    let reels = world.studio.list_reels(contract::LibraryQuery::default());
    assert_eq!(world.clock.drive(reels).await.unwrap().reels, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_service_would_not_take_is_not_sent() {
    let world = World::signed_in().await;
    let words = world.written("clip.mp4", b"these are words");
    let gone = world.written("gone.png", PNG);
    for (path, code) in [
        (words, Code::FileRefused),
        (big_clip(&world, 106_000_000), Code::FileRefused),
    ] {
        assert_eq!(world.uploading(path).await.unwrap_err().code, code);
    }
    let reference = NewReference {
        file_id: world.chosen(gone.clone()).await,
        name: String::new(),
        notes: String::new(),
        product_id: None,
        character_id: None,
    };
    std::fs::write(&gone, [PNG, b"more"].concat()).unwrap();
    let changed = world.studio.upload_reference(reference).await;
    assert_eq!(changed.unwrap_err().code, Code::FileGone);
    assert_eq!(world.sandbox.books().count("POST", UPLOAD), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_can_be_stopped_and_a_failed_one_says_why() {
    let world = World::signed_in().await;
    let endpoint = format!("POST:{UPLOAD}").parse().unwrap();
    world.arm(Fault::Answer(413, endpoint));
    let upload_id = world.uploading(sample()).await.unwrap();
    let view = world.upload_ended(&upload_id).await;
    let UploadState::Failed { refusal } = view.state else {
        panic!("{view:?}")
    };
    assert_eq!(refusal.code, Code::TooLargeForService);
    let faults = world.sandbox.faults();
    faults.arm_named(&format!("hold=POST:{UPLOAD}")).unwrap();
    let upload_id = world.uploading(sample()).await.unwrap();
    world
        .clock
        .until(|| (world.sandbox.books().count("POST", UPLOAD) == 2).then_some(()))
        .await;
    world.studio.cancel_upload(&upload_id);
    let view = world.upload_ended(&upload_id).await;
    assert_eq!(view.state, UploadState::Cancelled);
    let ended = |event: &Event| matches!(event, Event::Upload(view) if !matches!(view.state, UploadState::Sending { .. }));
    assert_eq!(world.told(ended), 2);
}
