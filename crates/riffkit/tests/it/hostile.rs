//! Every read, given answers that mean ill: there is a value or a failure, and neither says who asked.

use std::path::Path;

use riffkit::{AssetQuery, Failure, FormulaQuery, Hooks, StatsQuery, TaskQuery};

use crate::recorded::deployment;
use crate::wild::Wild;

/// What came of a call; a failure never says the session.
fn survived<T>(answer: Result<T, Failure>) {
    if let Err(failure) = answer {
        assert!(!format!("{failure:?} {failure}").contains("t0ken"));
    }
}

#[tokio::test]
async fn whatever_is_answered_is_read_or_a_failure() {
    let (api, session, recorded) = deployment(200, "{}").await;
    for seed in 1..16 {
        // Seen where the test fails.
        println!("seed {seed}");
        let mut wild = Wild::new(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), seed);
        recorded.say(wild.answer().to_string());
        survived(api.tasks(&session, &TaskQuery::default()).await);
        survived(api.task_stats(&session, &StatsQuery::default()).await);
        survived(api.batch(&session, "b").await);
        survived(api.task(&session, "t").await);
        survived(api.task_content(&session, "t").await);
        survived(api.cancel(&session, "t").await);
        survived(api.retry(&session, "t", Hooks::none()).await);
        survived(api.assets(&session, &AssetQuery::default()).await);
        survived(api.asset_link(&session, "a").await);
        survived(api.formulas(&session, &FormulaQuery::default()).await);
        survived(api.formula(&session, "f").await);
        survived(api.characters(&session).await);
        survived(api.products(&session).await);
        survived(api.plans(&session).await);
        survived(api.subscription(&session).await);
        survived(api.credits(&session).await);
        survived(api.daily_budget(&session).await);
        survived(api.usage_summary(&session, None).await);
        survived(api.usage_history(&session).await);
        survived(api.members(&session, "s").await);
        survived(api.me(&session).await);
        survived(api.languages(&session).await);
        survived(api.settings(&session).await);
        if let Ok(authorization) = api.authorize(None).await {
            survived(api.poll_token(&authorization.device_code).await);
        }
    }
}

#[tokio::test]
async fn whatever_is_answered_with_a_no_is_a_failure_that_can_be_asked_anything() {
    for status in [400, 401, 402, 403, 404, 409, 413, 422, 429, 500, 503] {
        let (api, session, recorded) = deployment(status, "{}").await;
        for seed in 1..5 {
            println!("{status}, seed {seed}");
            let mut wild = Wild::new(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), seed);
            recorded.say(serde_json::json!({"detail": wild.answer()}).to_string());
            let failure = api
                .tasks(&session, &TaskQuery::default())
                .await
                .unwrap_err();
            assert_eq!(failure.status(), Some(status));
            let _ = riffkit::insufficient(&failure);
            let _ = riffkit::Problem::of(&failure);
            survived::<()>(Err(failure));
        }
    }
}
