//! From sign-in to the file against the sandbox, which was written from the contract by others.

use riffkit::{
    Api, Asset, AssetQuery, PollAnswer, Portion, RiffRequest, Session, TaskKind, TaskQuery,
    TaskStatus, insufficient,
};
use sandbox::Fault;
use wire::upload::Hooks;

use crate::service::{deployment, video};

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
