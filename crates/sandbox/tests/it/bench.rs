//! What the tests share: a clock that only moves when told to, a running sandbox, and a client
//! that neither keeps cookies nor follows redirects.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc, LazyLock,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, multipart, redirect};
use sandbox::{Clock, Ffmpeg, Pace, Sandbox, Setup};
use serde_json::{Value, json};

/// A clock that moves when the test says so, or when somebody sleeps on it.
#[derive(Debug, Clone)]
pub struct TestClock(Arc<AtomicI64>);

impl Default for TestClock {
    fn default() -> Self {
        // 2026-06-20T12:00:00Z
        Self(Arc::new(AtomicI64::new(1_781_956_800_000)))
    }
}

impl TestClock {
    pub fn pass(&self, length: Duration) {
        let length = i64::try_from(length.as_millis()).unwrap();
        self.0.fetch_add(length, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).unwrap()
    }

    fn sleep(&self, length: Duration) -> BoxFuture<'static, ()> {
        self.pass(length);
        Box::pin(async {})
    }
}

/// The carried reel is a clip of six seconds that every computer has.
pub const CLIP: &[u8] = include_bytes!("../../assets/reel.mp4");

/// A running sandbox and everything to talk to it.
pub struct Bench {
    pub clock: TestClock,
    pub sandbox: Sandbox,
    pub client: Client,
    pub session: String,
    setup: Setup,
    _folder: Arc<tempfile::TempDir>,
}

/// The defaults of the tests: 100 seconds for a riff, and the carried reel instead of rendering.
pub fn setup(folder: &Path, clock: &TestClock) -> Setup {
    Setup {
        clock: Arc::new(clock.clone()),
        pace: Pace::Seconds(100.0),
        ffmpeg: Ffmpeg::Absent,
        ..Setup::new(folder.join("sandbox"))
    }
}

impl Bench {
    /// A sandbox with the defaults, and somebody signed in.
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// A sandbox whose setup the test has changed.
    pub async fn with(change: impl FnOnce(&mut Setup)) -> Self {
        let mut bench = Self::signed_out(change).await;
        bench.session = bench.sign_in().await;
        bench
    }

    pub async fn signed_out(change: impl FnOnce(&mut Setup)) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let clock = TestClock::default();
        let mut setup = setup(folder.path(), &clock);
        change(&mut setup);
        Self::started(folder, clock, setup, String::new()).await
    }

    async fn started(
        folder: Arc<tempfile::TempDir>,
        clock: TestClock,
        setup: Setup,
        session: String,
    ) -> Self {
        let sandbox = Sandbox::start(setup.clone()).await.unwrap();
        let client = Client::builder()
            .redirect(redirect::Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        Self {
            clock,
            sandbox,
            client,
            session,
            setup,
            _folder: folder,
        }
    }

    /// Stops the sandbox and starts it again on the same folder.
    pub async fn restart(self) -> Self {
        let Self {
            clock,
            sandbox,
            session,
            setup,
            _folder,
            ..
        } = self;
        sandbox.stop().await;
        Self::started(_folder, clock, setup, session).await
    }

    pub fn data(&self) -> PathBuf {
        self.setup.data.clone()
    }

    pub fn setup(&self) -> Setup {
        self.setup.clone()
    }

    /// A request without a session.
    pub fn bare(&self, method: Method, path: &str) -> RequestBuilder {
        let url = self.sandbox.riffkit_url().join(path).unwrap();
        self.client.request(method, url)
    }

    /// A request with the session.
    pub fn call(&self, method: Method, path: &str) -> RequestBuilder {
        let cookie = format!("vee_session={}", self.session);
        self.bare(method, path).header("cookie", cookie)
    }

    /// A GET with the session that must succeed.
    pub async fn get(&self, path: &str) -> Value {
        let answer = self.call(Method::GET, path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        answer.json().await.unwrap()
    }

    pub async fn authorize(&self) -> Value {
        let answer = self.bare(Method::POST, "/api/skill/device/authorize");
        answer.send().await.unwrap().json().await.unwrap()
    }

    pub async fn poll(&self, device_code: &Value) -> Response {
        self.bare(Method::POST, "/api/skill/device/token")
            .json(&json!({ "device_code": device_code }))
            .send()
            .await
            .unwrap()
    }

    /// Submits the approval page's form.
    pub async fn decide(&self, user_code: &Value, decision: &str) -> Response {
        let form = [
            ("user_code", user_code.as_str().unwrap()),
            ("decision", decision),
        ];
        let page = self.bare(Method::POST, "/skill/device");
        page.form(&form).send().await.unwrap()
    }

    /// Signs in; gives the session.
    pub async fn sign_in(&self) -> String {
        let flow = self.authorize().await;
        self.decide(&flow["user_code"], "approve").await;
        self.clock.pass(Duration::from_secs(5));
        let answer: Value = self.poll(&flow["device_code"]).await.json().await.unwrap();
        answer["token"].as_str().unwrap().to_owned()
    }

    /// Sends a riff.
    pub async fn riff(&self, form: multipart::Form) -> Response {
        self.try_riff(form).await.unwrap()
    }

    pub async fn try_riff(&self, form: multipart::Form) -> reqwest::Result<Response> {
        let call = self.call(Method::POST, "/api/riffs");
        call.multipart(form).send().await
    }

    /// Sends a riff that must be accepted, and gives RiffOut.
    pub async fn accepted(&self, form: multipart::Form) -> Value {
        let answer = self.riff(form).await;
        assert_eq!(answer.status(), StatusCode::OK);
        answer.json().await.unwrap()
    }

    /// Creates a product, and gives its id.
    pub async fn product(&self, name: &str) -> String {
        let body = json!({ "name": name, "description": "Made for a test." });
        let call = self.call(Method::POST, "/api/products").json(&body);
        let product: Value = call.send().await.unwrap().json().await.unwrap();
        product["id"].as_str().unwrap().to_owned()
    }

    /// Orders a reel and lets its whole life pass; gives the asset.
    pub async fn finished_reel(&self) -> Value {
        let riff = self.accepted(clip_form()).await;
        self.clock.pass(Duration::from_secs(101));
        let batch = self.get(&batch_path(&riff)).await;
        assert_eq!(batch["completed"], 2, "{batch}");
        let asset_id = batch["tasks"][1]["result"]["asset_id"].as_str().unwrap();
        let assets = self.get(&format!("/api/assets?asset_id={asset_id}")).await;
        assets[0].clone()
    }
}

pub fn batch_path(riff: &Value) -> String {
    format!("/api/tasks/batch/{}", riff["batch_id"].as_str().unwrap())
}

/// A video part.
pub fn video(bytes: impl Into<Vec<u8>>) -> multipart::Part {
    let part = multipart::Part::bytes(bytes.into()).file_name("clip.mp4");
    part.mime_str("video/mp4").unwrap()
}

/// A form with the sample clip and nothing else.
pub fn clip_form() -> multipart::Form {
    multipart::Form::new().part("video", video(CLIP))
}

/// The `detail` of a refusal.
pub async fn detail(answer: Response, status: u16) -> Value {
    assert_eq!(answer.status().as_u16(), status);
    let mut body: Value = answer.json().await.unwrap();
    body["detail"].take()
}

static HAS_FFMPEG: LazyLock<bool> = LazyLock::new(|| {
    let runs = |program| Command::new(program).arg("-version").output().is_ok();
    runs("ffmpeg") && runs("ffprobe")
});

/// Whether this computer can render. Where it can't, the tests of rendering say so and end.
pub fn can_render() -> bool {
    if !*HAS_FFMPEG {
        eprintln!("skipped: ffmpeg and ffprobe are not installed here");
    }
    *HAS_FFMPEG
}
