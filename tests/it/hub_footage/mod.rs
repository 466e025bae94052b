//! The person's own clips on their way to an ad.

mod checks;
mod parts;
mod resuming;
mod single;

use std::path::{Path, PathBuf};
use std::time::Duration;

use contract::{
    Event, FitMode, FootageId, FootageState, FootageView, HubEvent, NewFootage, Refusal,
    UploadMethod,
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::harness::{World, sample};

/// The sandbox's parts have this many bytes.
pub const PART: u64 = 5 * 1024 * 1024;

impl World {
    /// An ad, made by somebody else's client.
    pub async fn ad(&self) -> String {
        let answer = self
            .asked("POST", "/api/editor", &json!({"language": "en"}))
            .await;
        answer["data"]["slug"].as_str().unwrap().to_owned()
    }

    /// Asks the service as any HTTP client would.
    pub async fn asked(&self, method: &str, path: &str, body: &Value) -> Value {
        let url = self.sandbox.hubfluencer_url().join(path).unwrap();
        let answer = reqwest::Client::new()
            .request(method.parse().unwrap(), url)
            .bearer_auth(self.sandbox.hubfluencer_token())
            .json(body)
            .send()
            .await
            .unwrap();
        answer.json().await.unwrap()
    }

    /// The person chooses a clip and uploads it.
    pub async fn sends(
        &self,
        slug: &str,
        path: &Path,
        method: UploadMethod,
    ) -> Result<FootageId, Refusal> {
        let chosen = self.studio.add_files(vec![path.to_path_buf()]).await;
        let footage = NewFootage {
            slug: slug.to_owned(),
            file_id: chosen[0].file_id.clone(),
            fit_mode: FitMode::Cover,
            product_description: "a lamp".to_owned(),
            method,
            with_checksum: true,
        };
        self.clock.drive(self.studio.upload_footage(footage)).await
    }

    /// The person uploads a clip in parts.
    pub async fn sends_in_parts(&self, slug: &str, path: &Path) -> FootageId {
        let sent = self.sends(slug, path, UploadMethod::Multipart).await;
        sent.unwrap()
    }

    /// Lets time pass until a clip is so.
    pub async fn until_footage(
        &self,
        footage_id: &FootageId,
        wanted: impl Fn(&FootageState) -> bool,
    ) -> FootageView {
        let found = || {
            let view = self.studio.footage_view(footage_id);
            view.filter(|view| wanted(&view.state))
        };
        self.clock.until(found).await
    }

    /// Lets time pass until storage has nothing half sent.
    pub async fn until_cleared(&self) {
        let is_cleared = || self.sandbox.storage_books().open_uploads.is_empty();
        self.clock.until(|| is_cleared().then_some(())).await;
    }

    /// Lets time pass until a clip has come to rest.
    pub async fn rests(&self, footage_id: &FootageId) -> FootageView {
        let ended = self.studio.footage_ended(footage_id);
        self.clock.drive(ended).await.unwrap()
    }

    /// Lets time pass until storage has so many parts.
    pub async fn until_stored(&self, parts: usize) {
        let stored = || self.sandbox.storage_books().puts.len() >= parts;
        self.clock.until(|| stored().then_some(())).await;
    }

    /// The program is closed. Time passes for storage meanwhile, slowly: never as much as closing has
    /// patience for.
    pub async fn closes(&self) {
        let mut closed = std::pin::pin!(self.studio.close());
        let passing = async {
            for _ in 0..200 {
                self.clock.settle().await;
                self.clock.advance(Duration::from_millis(20));
            }
        };
        tokio::select! {
            () = &mut closed => return,
            () = passing => {}
        }
        closed.await;
    }

    pub async fn footage_listed(&self, slug: &str) -> Vec<FootageView> {
        self.clock.drive(self.studio.footage(slug)).await.unwrap()
    }

    /// How often the service was asked this of an ad's uploads.
    pub fn asks(&self, slug: &str, what: &str) -> usize {
        let path = format!("/api/editor/{slug}/uploads{what}");
        let books = self.sandbox.hub_books();
        let asked = books.requests.iter().filter(|asked| asked.path == path);
        asked.filter(|asked| asked.method == "POST").count()
    }

    pub fn fault(&self, named: &str) {
        self.sandbox.faults().arm_named(named).unwrap();
    }

    /// The one object that was stored is the file, byte for byte, and nothing dangles.
    pub fn stored_whole(&self, path: &Path, media_type: &str) {
        let books = self.sandbox.storage_books();
        let [object] = &books
            .objects
            .iter()
            .filter(|object| object.content_type.starts_with("video/"))
            .collect::<Vec<_>>()[..]
        else {
            panic!("{:?}", books.objects)
        };
        assert_eq!(object.content_type, media_type);
        assert_eq!(object.sha256().unwrap(), sum_of(path));
        assert_eq!(books.resent_parts(), Vec::<&sandbox::PutEntry>::new());
        assert_eq!(books.open_uploads.len(), 0);
        assert_eq!(books.credentials_leaked, 0);
    }

    /// What was told of clips.
    pub fn told_of_footage(&self) -> Vec<FootageView> {
        let events = self.events.lock().unwrap();
        let footage = events.iter().filter_map(|event| match event {
            Event::Hub(event) => match &**event {
                HubEvent::Footage(view) => Some(view.clone()),
                _ => None,
            },
            _ => None,
        });
        footage.collect()
    }
}

/// The sample with filling behind it, no two parts of which are alike.
pub fn clip_of(world: &World, name: &str, bytes: u64) -> PathBuf {
    let path = world.folder.path().join(name);
    let mut clip = std::fs::read(sample()).unwrap();
    let filling = u32::try_from(bytes).unwrap() - u32::try_from(clip.len()).unwrap();
    clip.extend_from_slice(&filling.to_be_bytes());
    clip.extend_from_slice(b"free");
    let mut state = 7_u64;
    while (clip.len() as u64) < bytes {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        clip.extend_from_slice(&state.to_be_bytes());
    }
    clip.truncate(usize::try_from(bytes).unwrap());
    std::fs::write(&path, clip).unwrap();
    path
}

pub fn sum_of(path: &Path) -> String {
    let sum = Sha256::digest(std::fs::read(path).unwrap());
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn is_ready(view: &FootageView) {
    assert_eq!(view.state, FootageState::Ready, "{view:?}");
}
