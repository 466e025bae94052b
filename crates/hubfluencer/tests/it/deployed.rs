//! The sandbox as a deployment.

use std::path::Path;
use std::time::Duration;

use futures_util::TryStreamExt as _;
use hubfluencer::{
    Api, EditorRequest, Failure, FileRange, Hooks, IdempotencyKey, Portion, Presigned, Render,
    RenderStatus, Secret, Session, Upload, UploadStatus,
};
use sandbox::{Ffmpeg, Pace, Sandbox, Setup};

use crate::recorded::client;

pub const PART: u64 = 5 * 1024 * 1024;

pub struct Deployment {
    pub api: Api,
    pub session: Session,
    _service: Sandbox,
    _data: tempfile::TempDir,
}

/// A sandbox that takes no time and is nobody's but ours, with this many credits.
pub async fn deployment(credits: u32) -> Deployment {
    let data = tempfile::tempdir().unwrap();
    let mut setup = Setup::new(data.path());
    setup.pace = Pace::Instant;
    setup.ffmpeg = Ffmpeg::Absent;
    setup.hub_credits = credits;
    setup.part_size = PART;
    let service = Sandbox::start(setup).await.unwrap();
    let api = Api::new(
        client(),
        service.hubfluencer_url().as_str().parse().unwrap(),
    );
    let token = Secret::new(service.hubfluencer_token());
    Deployment {
        session: Session::new(api.origin().clone(), token).unwrap(),
        api,
        _service: service,
        _data: data,
    }
}

pub fn fresh() -> IdempotencyKey {
    IdempotencyKey::fresh()
}

/// Asks until it has what it waits for.
pub async fn until<T, F: Future<Output = Result<T, Failure>>>(
    ask: impl Fn() -> F,
    is_there: impl Fn(&T) -> bool,
) -> T {
    let asking = async {
        loop {
            let answer = ask().await.unwrap();
            if is_there(&answer) {
                return answer;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), asking)
        .await
        .expect("an instant deployment")
}

pub fn sample() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/sample.mp4");
    std::fs::read(path).unwrap()
}

/// The sample with as much of nothing behind it.
pub fn large_sample(length: usize) -> Vec<u8> {
    let mut clip = sample();
    let padding = length - clip.len();
    clip.extend((padding as u32).to_be_bytes());
    clip.extend(b"free");
    clip.resize(length, 0);
    clip
}

pub fn picture() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sandbox/assets/badge.png");
    std::fs::read(path).unwrap()
}

impl Deployment {
    /// Puts these bytes where an image goes.
    pub async fn put_image(&self, to: &Presigned) {
        let bytes = picture();
        let file = kept(&bytes);
        let range = FileRange::whole(open(&file).await, bytes.len() as u64);
        let put = self.api.put_object(to, range, "image/png", Hooks::none());
        put.await.unwrap();
    }

    pub async fn bytes_at(&self, from: &Presigned) -> Vec<u8> {
        let streamed = self.api.fetch_object(from, &Portion::default()).await;
        let pieces: Vec<_> = streamed.unwrap().body.try_collect().await.unwrap();
        pieces.concat()
    }

    pub async fn video_of(&self, render: Option<Render>) -> Vec<u8> {
        let render = render.unwrap();
        assert_eq!(render.status, RenderStatus::Completed);
        let video = self.bytes_at(&render.video_url.unwrap()).await;
        assert_eq!(&video[4..8], b"ftyp");
        video
    }

    pub async fn editor(&self) -> String {
        let request = EditorRequest {
            language: "en".to_owned(),
            product_prompt: Some("A kettle that sings when the tea is ready".to_owned()),
            ..EditorRequest::default()
        };
        let editor = self.api.create_editor(&self.session, &request).await;
        editor.unwrap().slug
    }

    pub async fn ready(&self, slug: &str) -> Upload {
        let list = until(
            || self.api.uploads(&self.session, slug),
            |uploads| uploads[0].status == UploadStatus::Ready,
        )
        .await;
        list.into_iter().next().unwrap()
    }
}

pub fn kept(bytes: &[u8]) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    file
}

pub async fn open(file: &tempfile::NamedTempFile) -> tokio::fs::File {
    tokio::fs::File::open(file.path()).await.unwrap()
}
