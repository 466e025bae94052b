//! The sandbox as a deployment.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use riffkit::{
    Anomaly, Api, BatchStatus, FilePart, PollAnswer, RiffSource, Session, TaskKind, Watcher,
};
use sandbox::{Ffmpeg, Pace, Sandbox, Setup};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::recorded::client;

/// The anomalies so far.
#[derive(Default)]
pub struct Noted(pub Mutex<Vec<Anomaly>>);

impl Watcher for Noted {
    fn noticed(&self, anomaly: Anomaly) {
        self.0.lock().unwrap().push(anomaly);
    }
}

/// A sandbox, and a client of it that hears of anomalies.
pub struct Deployment {
    pub api: Api,
    pub service: Sandbox,
    pub noted: Arc<Noted>,
    _data: tempfile::TempDir,
}

/// A sandbox that takes no time and is nobody's but ours.
pub async fn deployment() -> Deployment {
    deployment_of(|_| {}).await
}

/// The same, set up further.
pub async fn deployment_of(change: impl FnOnce(&mut Setup)) -> Deployment {
    let data = tempfile::tempdir().unwrap();
    let mut setup = Setup::new(data.path());
    setup.pace = Pace::Instant;
    setup.ffmpeg = Ffmpeg::Absent;
    setup.sign_in_interval = Duration::ZERO;
    change(&mut setup);
    let service = Sandbox::start(setup).await.unwrap();
    let origin = service.riffkit_url().as_str().parse().unwrap();
    let noted = Arc::new(Noted::default());
    Deployment {
        api: Api::new(client(), origin).watched(noted.clone()),
        noted,
        service,
        _data: data,
    }
}

impl Deployment {
    /// Posts the approval page's form, as a browser would.
    pub async fn decide(&self, user_code: &str, decision: &str) {
        let url = self.service.riffkit_url();
        let host = format!("127.0.0.1:{}", url.port().unwrap());
        let form = format!("user_code={user_code}&decision={decision}");
        let request = format!(
            "POST /skill/device HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            form.len()
        );
        let mut browser = tokio::net::TcpStream::connect(&host).await.unwrap();
        browser.write_all(request.as_bytes()).await.unwrap();
        let mut page = String::new();
        browser.read_to_string(&mut page).await.unwrap();
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    }

    pub async fn sign_in(&self) -> Session {
        let flow = self.api.authorize(Some("reelwright")).await.unwrap();
        self.decide(&flow.user_code, "approve").await;
        match self.api.poll_token(&flow.device_code).await.unwrap() {
            PollAnswer::Approved(session) => session,
            other => panic!("{other:?}"),
        }
    }

    pub async fn ended(&self, session: &Session, batch_id: &str) -> BatchStatus {
        let watching = async {
            loop {
                let batch = self.api.batch(session, batch_id).await.unwrap();
                let made = batch
                    .tasks
                    .iter()
                    .any(|task| task.kind == TaskKind::Pipeline);
                if made && batch.tasks.iter().all(|task| task.status.has_ended()) {
                    return batch;
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(60), watching)
            .await
            .expect("an instant riff")
    }
}

pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/sample.mp4")
}

pub async fn video() -> RiffSource {
    let file = tokio::fs::File::open(sample()).await.unwrap();
    let length = file.metadata().await.unwrap().len();
    let content_type = riffkit::content_type_of("sample.mp4").to_owned();
    let video = FilePart {
        file,
        length,
        file_name: "sample.mp4".to_owned(),
        content_type,
    };
    RiffSource::Video { video }
}
