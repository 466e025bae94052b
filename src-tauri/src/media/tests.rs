//! The listener, asked over HTTP as the page's engine and as others would.

use std::path::Path;

use contract::{Event, Language};
use reqwest::header::{HeaderMap, HeaderName};
use reqwest::{Method, RequestBuilder};
use studio::ports::{BrowserFailed, Ports};
use studio::vault::VaultPolicy;
use studio::{AutoSave, Home, JsonPreferences, Server};

use super::*;

pub(super) const PAGE: &str = "tauri://localhost";

struct NoBrowser;

impl studio::ports::Browser for NoBrowser {
    fn open(&self, _: &str) -> Result<(), BrowserFailed> {
        Err(BrowserFailed)
    }
}

/// A core with one clip, its listener, and the link to the clip.
pub(super) struct Listening {
    pub(super) server: MediaServer,
    pub(super) link: String,
    pub(super) clip: Vec<u8>,
    _home: tempfile::TempDir,
}

impl Listening {
    async fn begin() -> Self {
        Self::within(Limits::default()).await
    }

    pub(super) async fn within(limits: Limits) -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let home = Home::at(folder.path());
        let studio = Studio::open(studio::Setup {
            preferences: Box::new(JsonPreferences::new(home.preferences())),
            home,
            server: Server::named(contract::Service::Riffkit, "http://127.0.0.1:9")
                .expect("an address that nobody serves"),
            hubfluencer: None,
            vault: VaultPolicy::Memory,
            ports: Ports::system(NoBrowser, |_: Event| {}),
            auto_save: AutoSave::Never,
            system_language: Language::English,
            has_ffmpeg: false,
        })
        .await
        .expect("a core");
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sample.mp4");
        let added = studio.add_clips(vec![sample.clone()]).await;
        let server = MediaServer::start_within(limits, Port::take().expect("a port"), PAGE, studio)
            .expect("begun");
        let media = Media::Clip(added.first().expect("a clip").clip_id.clone());
        let link = server.link(&media).await.expect("a link");
        Self {
            server,
            link,
            clip: std::fs::read(sample).expect("the sample"),
            _home: folder,
        }
    }

    fn ask(&self, method: Method) -> RequestBuilder {
        reqwest::Client::new().request(method, &self.link)
    }
}

fn told(headers: &HeaderMap, name: HeaderName) -> &str {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

#[tokio::test]
async fn a_clip_is_served_whole_and_in_parts() {
    let listening = Listening::begin().await;
    let size = listening.clip.len();

    let whole = listening
        .ask(Method::GET)
        .header(header::ORIGIN, PAGE)
        .send()
        .await
        .expect("answer");
    assert_eq!(whole.status(), StatusCode::OK);
    assert_eq!(told(whole.headers(), header::CONTENT_TYPE), "video/mp4");
    assert_eq!(told(whole.headers(), header::ACCEPT_RANGES), "bytes");
    assert_eq!(
        told(whole.headers(), header::ACCESS_CONTROL_ALLOW_ORIGIN),
        PAGE
    );
    assert_eq!(whole.bytes().await.expect("body"), listening.clip);

    let part = listening
        .ask(Method::GET)
        .header(header::RANGE, "bytes=100-199");
    let part = part.send().await.expect("answer");
    assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(
        told(part.headers(), header::CONTENT_RANGE),
        format!("bytes 100-199/{size}")
    );
    assert_eq!(part.bytes().await.expect("body"), listening.clip[100..200]);

    let beyond = listening
        .ask(Method::GET)
        .header(header::RANGE, format!("bytes={size}-"));
    let beyond = beyond.send().await.expect("answer");
    assert_eq!(beyond.status(), StatusCode::RANGE_NOT_SATISFIABLE);
    assert_eq!(
        told(beyond.headers(), header::CONTENT_RANGE),
        format!("bytes */{size}")
    );

    let head = listening.ask(Method::HEAD).send().await.expect("answer");
    assert_eq!(
        told(head.headers(), header::CONTENT_LENGTH),
        size.to_string()
    );
    assert!(head.bytes().await.expect("body").is_empty());
}

#[tokio::test]
async fn everybody_else_is_turned_away() {
    let listening = Listening::begin().await;
    let status = async |request: RequestBuilder| request.send().await.expect("answer").status();

    let rebound = listening
        .ask(Method::GET)
        .header(header::HOST, "evil.example");
    assert_eq!(status(rebound).await, StatusCode::FORBIDDEN);
    let other_page = listening
        .ask(Method::GET)
        .header(header::ORIGIN, "https://evil.example");
    assert_eq!(status(other_page).await, StatusCode::FORBIDDEN);
    assert_eq!(
        status(listening.ask(Method::POST)).await,
        StatusCode::METHOD_NOT_ALLOWED
    );

    let (origin, _) = listening.link.rsplit_once('/').expect("a path");
    for path in ["", "0000", "%2e%2e%2fCargo.toml", "a/b"] {
        let guess = reqwest::get(format!("{origin}/{path}"))
            .await
            .expect("answer");
        assert_eq!(guess.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_clip_that_was_taken_away_is_served_no_more_and_nothing_unknown_gets_a_link() {
    let listening = Listening::begin().await;
    for clip in listening.server.inner.studio.snapshot().await.clips {
        listening.server.inner.studio.remove_clip(&clip.clip_id);
    }
    let gone = listening.ask(Method::GET).send().await.expect("answer");
    assert_eq!(gone.status(), StatusCode::NOT_FOUND);

    let clip = listening
        .server
        .link(&Media::Clip("/etc/passwd".into()))
        .await;
    assert_eq!(clip.expect_err("no clip").code, Code::ClipGone);
    let reel = listening.server.link(&Media::Reel("nobody's".into())).await;
    assert_eq!(reel.expect_err("no reel").code, Code::Unknown);
}

#[tokio::test]
async fn a_chosen_image_is_shown_and_a_picture_that_cannot_be_had_is_not() {
    let listening = Listening::begin().await;
    let studio = &listening.server.inner.studio;
    let folder = tempfile::tempdir().expect("folder");
    let image = folder.path().join("photo.txt");
    std::fs::write(&image, b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR").expect("written");
    let file = studio.add_files(vec![image]).await.remove(0).file_id;
    let media = Media::File(file.clone());
    let link = listening.server.link(&media).await.expect("a link");
    let shown = reqwest::get(&link).await.expect("answer");
    assert_eq!(shown.status(), StatusCode::OK);
    assert_eq!(told(shown.headers(), header::CONTENT_TYPE), "image/png");
    studio.remove_file(&file);
    let gone = reqwest::get(&link).await.expect("answer");
    assert_eq!(gone.status(), StatusCode::NOT_FOUND);
    let unknown = listening.server.link(&media).await;
    assert_eq!(unknown.expect_err("no file").code, Code::FileGone);

    for media in [
        Media::TemplatePicture("t".into()),
        Media::CharacterPicture("c".into()),
        Media::ProductImage("p".into(), "i".into()),
    ] {
        let link = listening.server.link(&media).await.expect("a link");
        let answer = reqwest::get(&link).await.expect("answer");
        assert_eq!(answer.status(), StatusCode::BAD_GATEWAY, "nobody signed in");
    }
}
