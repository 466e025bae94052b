//! Reads: recorded answers, whole, sparse, newer and broken.

use riffkit::{AssetQuery, Portion, TaskKind, TaskQuery, TaskStatus};

use crate::recorded::{deployment, deployment_with};

#[tokio::test]
async fn a_batch_keeps_what_it_can_read() {
    let (api, session, recorded) = deployment(
        200,
        r#"{"batch_id":"b-1","total":4,"completed":1,"failed":0,"running":"2","queued":null,"new_field":{},"tasks":[
            {"id":"t-1","type":"analyze","status":"completed","progress":100,"result":{"auto_generate_error":"insufficient_credits",
              "insufficient_credits":{"error":"insufficient_credits","required_credits":9,"available_credits":1,"topup_url":"https://x/up"}}},
            {"id":2,"type":"pipeline","status":"completed","progress":"55.5","result":{"asset_id":31,"asset_ids":[31,"32"]},
              "created_at":"2026-06-20T10:11:12","finished_at":"whenever"},
            {"id":"t-3","type":"upscale","status":"paused","progress":700,"current_step":"","error":null,"result":null},
            {"type":"pipeline","status":"running"}, "rubbish"]}"#,
    )
    .await;
    let batch = api.batch(&session, "b/../1").await.unwrap();
    assert_eq!(recorded.asked().uri, "/api/tasks/batch/b%2F..%2F1");
    assert_eq!(
        (batch.total, batch.completed, batch.running, batch.queued),
        (4, 1, 2, 0)
    );
    assert_eq!((batch.tasks.len(), batch.skipped), (3, 2));
    let [analysis, made, newer] = &batch.tasks[..] else {
        panic!("three")
    };
    assert_eq!(
        analysis.result.auto_generate_error.as_deref(),
        Some("insufficient_credits")
    );
    assert_eq!(
        analysis
            .result
            .insufficient
            .as_ref()
            .unwrap()
            .topup_url
            .as_deref(),
        Some("https://x/up")
    );
    assert_eq!((made.id.as_str(), made.progress), ("2", 55));
    assert_eq!(made.result.asset_ids, ["31", "32"]);
    assert_eq!(
        made.created_at,
        Some("2026-06-20T10:11:12Z".parse().unwrap())
    );
    assert_eq!(made.finished_at, None);
    assert_eq!(newer.kind, TaskKind::Other("upscale".to_owned()));
    assert_eq!(newer.status, TaskStatus::Other("paused".to_owned()));
    assert!(!newer.status.has_ended());
    assert_eq!((newer.progress, &newer.current_step), (100, &None));
}

#[tokio::test]
async fn a_sparse_task_is_still_a_task() {
    let (api, session, _) = deployment(200, r#"{"id":"t-1"}"#).await;
    let task = api.task(&session, "t-1").await.unwrap();
    assert_eq!(
        (
            task.status.as_str(),
            task.kind.as_str(),
            task.result.asset_ids.len()
        ),
        ("", "", 0)
    );
}

#[tokio::test]
async fn tasks_are_filtered_and_counted() {
    let headers = [
        ("content-type", "application/json"),
        ("x-total-count", "412"),
    ];
    let (api, session, recorded) =
        deployment_with(200, &headers, r#"[{"id":"t-1","status":"dead"}]"#).await;
    let filter = TaskQuery {
        status: vec![TaskStatus::Failed, TaskStatus::Dead],
        r#type: Some(TaskKind::Pipeline),
        date_from: Some(
            "2026-06-20T00:00:00Z"
                .parse::<jiff::Timestamp>()
                .unwrap()
                .into(),
        ),
        limit: Some(9_999),
        ..TaskQuery::default()
    };
    let page = api.tasks(&session, &filter).await.unwrap();
    assert_eq!(
        (page.total, page.items[0].status.clone()),
        (Some(412), TaskStatus::Dead)
    );
    assert_eq!(
        recorded.asked().uri,
        "/api/tasks?status=failed%2Cdead&type=pipeline&date_from=2026-06-20T00%3A00%3A00&limit=500"
    );
}

#[tokio::test]
async fn assets_are_asked_for_and_read() {
    let (api, session, recorded) = deployment(
        200,
        r##"[{"id":"a-1","type":"pipeline","asset_role":"final_reel","file_url":"/files/a-1.mp4","caption":"Hook. Body.",
              "asset_hashtags":["#one",null,"two"],"batch_id":"b-1","metadata":null,"created_at":"2026-06-20T10:11:12+00:00"},
             {"name":"no id"}]"##,
    )
    .await;
    let filter = AssetQuery {
        asset_id: vec!["a-1".to_owned(), "a-2".to_owned()],
        limit: Some(10),
        ..AssetQuery::final_reels()
    };
    let page = api.assets(&session, &filter).await.unwrap();
    assert_eq!((page.assets.len(), page.skipped), (1, 1));
    let reel = &page.assets[0];
    assert!(reel.is_final_reel() && reel.created_at.is_some());
    assert_eq!(reel.asset_hashtags, ["#one", "two"]);
    assert_eq!(
        recorded.asked().uri,
        "/api/assets?asset_id=a-1&asset_id=a-2&asset_role=final_reel&sort=created_desc&limit=10"
    );
}

#[tokio::test]
async fn a_file_elsewhere_gets_no_session_and_an_own_one_does() {
    let (api, session, own) = deployment(200, "bytes").await;
    let (other, _, elsewhere) = deployment(200, "bytes").await;
    api.file(&session, "/files/a b.mp4", &Portion::default())
        .await
        .unwrap();
    assert_eq!(
        (
            own.asked().uri.as_str(),
            own.asked().headers.contains_key("cookie")
        ),
        ("/files/a%20b.mp4", true)
    );
    let absolute = other.origin().at("/files/1").to_string();
    api.file(&session, &absolute, &Portion::default())
        .await
        .unwrap();
    assert!(!elsewhere.asked().headers.contains_key("cookie"));
    let plain = api
        .file(&session, "http://cdn.example/1", &Portion::default())
        .await;
    assert!(matches!(plain, Err(wire::Failure::Address(_))));
}

#[tokio::test]
async fn a_link_is_a_secret_and_goes_without_the_session() {
    let body = r#"{"url":"/signed?X-Amz-Signature=abc","expires_at":"2026-06-20T10:11:12","seconds_valid":21600,"watermarked":true}"#;
    let (api, session, recorded) = deployment(200, body).await;
    let link = api.asset_link(&session, "a-1").await.unwrap();
    assert_eq!(recorded.asked().uri, "/api/assets/a-1/link");
    assert!(link.watermarked && !format!("{link:?}").contains("abc"));
    api.linked_file(&link, &Portion::default()).await.unwrap();
    assert!(!recorded.asked().headers.contains_key("cookie"));
}

#[tokio::test]
async fn the_small_answers() {
    let (api, session, _) = deployment(
        200,
        r#"{"id":5,"email":"a@b.c","role":"owner","daily_credits_limit":0}"#,
    )
    .await;
    let me = api.me(&session).await.unwrap();
    assert_eq!((me.id.as_str(), me.email.as_deref()), ("5", Some("a@b.c")));

    let (api, session, _) = deployment(
        200,
        r#"[{"code":"en","name":"English"},{"code":"es"},{"name":"?"}]"#,
    )
    .await;
    let languages = api.languages(&session).await.unwrap();
    assert_eq!(
        languages
            .iter()
            .map(|l| l.name.as_str())
            .collect::<Vec<_>>(),
        ["English", "es"]
    );

    let (api, session, _) = deployment(200, r#"{"max_render_duration":60}"#).await;
    assert_eq!(
        api.settings(&session).await.unwrap().max_render_duration,
        Some(60.0)
    );

    let (api, session, _) = deployment(
        200,
        r#"{"available":150000.5,"held":1,"ledgers":[{"type":"plan","remaining":2},3]}"#,
    )
    .await;
    let credits = api.credits(&session).await.unwrap();
    assert_eq!(
        (credits.available, credits.held, credits.ledgers.len()),
        (150_000.5, 1.0, 1)
    );

    let (api, session, _) =
        deployment(200, r#"{"plan_id":null,"video_credits_per_second":"100"}"#).await;
    let plan = api.subscription(&session).await.unwrap();
    assert_eq!(
        (plan.plan_id, plan.video_credits_per_second),
        (None, Some(100.0))
    );
}

#[tokio::test]
async fn a_balance_that_is_no_balance_is_not_zero() {
    let (api, session, _) = deployment(200, r#"{"ok":true}"#).await;
    assert!(matches!(
        api.credits(&session).await,
        Err(wire::Failure::NotTheService { .. })
    ));
}
