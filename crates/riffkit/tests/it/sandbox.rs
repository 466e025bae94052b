//! Every endpoint against the sandbox, which was written from the contract by somebody else.

use std::path::{Path, PathBuf};
use std::time::Duration;

use riffkit::{
    Api, Asset, AssetQuery, BatchStatus, PollAnswer, Portion, RiffRequest, RiffSource, Session,
    TaskKind, TaskQuery, TaskStatus, insufficient,
};
use sandbox::{Fault, Ffmpeg, Pace, Sandbox, Setup};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use wire::upload::{FilePart, Hooks};

use crate::recorded::client;

struct Deployment {
    api: Api,
    service: Sandbox,
    _data: tempfile::TempDir,
}

async fn deployment() -> Deployment {
    let data = tempfile::tempdir().unwrap();
    let mut setup = Setup::new(data.path());
    setup.pace = Pace::Instant;
    setup.ffmpeg = Ffmpeg::Absent;
    setup.sign_in_interval = Duration::ZERO;
    let service = Sandbox::start(setup).await.unwrap();
    let origin = service.riffkit_url().as_str().parse().unwrap();
    Deployment {
        api: Api::new(client(), origin),
        service,
        _data: data,
    }
}

impl Deployment {
    /// Posts the approval page's form, as a browser would.
    async fn decide(&self, user_code: &str, decision: &str) {
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

    async fn sign_in(&self) -> Session {
        let flow = self.api.authorize(Some("reelwright")).await.unwrap();
        self.decide(&flow.user_code, "approve").await;
        match self.api.poll_token(&flow.device_code).await.unwrap() {
            PollAnswer::Approved(session) => session,
            other => panic!("{other:?}"),
        }
    }

    async fn ended(&self, session: &Session, batch_id: &str) -> BatchStatus {
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

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/sample.mp4")
}

async fn video() -> RiffSource {
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

async fn bytes(api: &Api, session: &Session, reel: &Asset, portion: &Portion) -> (u16, Vec<u8>) {
    use futures_util::TryStreamExt as _;
    let file = api
        .file(session, reel.file_url.as_deref().unwrap(), portion)
        .await
        .unwrap();
    let pieces: Vec<_> = file.body.try_collect().await.unwrap();
    let whole = pieces.concat();
    assert_eq!(file.content_length, Some(whole.len() as u64));
    (file.status, whole)
}

#[tokio::test]
async fn from_sign_in_to_the_file() {
    let deployment = deployment().await;
    let api = &deployment.api;
    let session = deployment.sign_in().await;
    assert!(api.me(&session).await.unwrap().email.is_some());
    assert!(
        api.languages(&session)
            .await
            .unwrap()
            .iter()
            .any(|language| language.code == "es")
    );
    assert_eq!(
        api.settings(&session).await.unwrap().max_render_duration,
        Some(45.0)
    );
    let rate = api
        .subscription(&session)
        .await
        .unwrap()
        .video_credits_per_second
        .unwrap();
    let before = api.credits(&session).await.unwrap().available;
    assert!(rate > 0.0 && before > 0.0);

    let mut request = RiffRequest::new(video().await);
    request.language = "es".to_owned();
    request.content_anchor = "más corto".to_owned();
    request.user_hint = "0:03".to_owned();
    let taken = api.riff(&session, request, Hooks::none()).await.unwrap();
    let batch = deployment.ended(&session, &taken.batch_id).await;
    assert_eq!(batch.skipped, 0);
    let made = batch
        .tasks
        .iter()
        .find(|task| task.kind == TaskKind::Pipeline)
        .unwrap();
    assert_eq!(
        (&made.status, made.language.as_deref()),
        (&TaskStatus::Completed, Some("es"))
    );
    assert!(made.finished_at.is_some());
    assert_eq!(api.task(&session, &made.id).await.unwrap().id, made.id);
    let filter = TaskQuery {
        r#type: Some(TaskKind::Pipeline),
        ..TaskQuery::default()
    };
    let tasks = api.tasks(&session, &filter).await.unwrap();
    assert_eq!(
        (tasks.total, tasks.items.len(), tasks.skipped),
        (Some(1), 1, 0)
    );

    let page = api
        .assets(&session, &AssetQuery::final_reels())
        .await
        .unwrap();
    let reel = page
        .assets
        .iter()
        .find(|reel| made.result.asset_ids.contains(&reel.id))
        .unwrap();
    assert_eq!(reel.batch_id.as_deref(), Some(taken.batch_id.as_str()));
    assert!(reel.caption.is_some() && !reel.asset_hashtags.is_empty() && reel.created_at.is_some());
    let (status, whole) = bytes(api, &session, reel, &Portion::default()).await;
    assert_eq!((status, &whole[4..8]), (200, &b"ftyp"[..]));
    let (status, rest) = bytes(api, &session, reel, &Portion::from_byte(100, None)).await;
    assert_eq!(status, 206);
    assert!(rest == whole[100..]);

    assert!(api.credits(&session).await.unwrap().available < before);
    let books = deployment.service.books();
    assert_eq!((books.riffs.len(), books.cookies_leaked), (1, 0));
    assert_eq!(books.riffs[0].content_anchor, "más corto");
    deployment.service.stop().await;
}

#[tokio::test]
async fn a_denied_sign_in_and_a_used_one() {
    let deployment = deployment().await;
    let flow = deployment.api.authorize(None).await.unwrap();
    deployment.decide(&flow.user_code, "deny").await;
    assert!(matches!(
        deployment.api.poll_token(&flow.device_code).await,
        Ok(PollAnswer::Denied)
    ));
    deployment.service.stop().await;
}

#[tokio::test]
async fn refusals_of_an_order() {
    let deployment = deployment().await;
    let session = deployment.sign_in().await;
    deployment.service.faults().arm(Fault::Riff402);
    let failure = deployment
        .api
        .riff(&session, RiffRequest::new(video().await), Hooks::none())
        .await
        .unwrap_err();
    let missing = insufficient(&failure).unwrap();
    assert!(missing.required_credits > missing.available_credits && missing.topup_url.is_some());

    let mut unknown = RiffRequest::new(video().await);
    unknown.language = "xx".to_owned();
    let failure = deployment
        .api
        .riff(&session, unknown, Hooks::none())
        .await
        .unwrap_err();
    assert_eq!(failure.status(), Some(400));

    deployment.service.faults().arm(Fault::Riff429);
    let failure = deployment
        .api
        .riff(&session, RiffRequest::new(video().await), Hooks::none())
        .await
        .unwrap_err();
    assert!(failure.status() == Some(429) && failure.retry_after().is_some());
    assert!(deployment.service.books().riffs.is_empty());

    deployment.service.faults().arm(Fault::LoseRiffAnswer);
    let failure = deployment
        .api
        .riff(&session, RiffRequest::new(video().await), Hooks::none())
        .await
        .unwrap_err();
    assert!(failure.may_have_been_taken(), "{failure:?}");
    assert_eq!(deployment.service.books().riffs.len(), 1);

    deployment.service.faults().arm(Fault::Session401);
    assert_eq!(
        deployment.api.me(&session).await.unwrap_err().status(),
        Some(401)
    );
    deployment.service.stop().await;
}
