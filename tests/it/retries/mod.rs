//! Making a failed task again: a paying call.

mod lost;

use std::time::Duration;

use contract::{
    Anomaly, AssetId, CharacterStanding, Code, Event, FixableCause, OrderId, OrderState, Plan,
    Refusal, RetryReview, Source, TaskDetail, TaskId, TaskQuery, TaskStatus, TemplateQuery,
};
use sandbox::Fault;
use studio::AutoSave;

use crate::harness::{Options, World};

/// The paying call, as the sandbox's faults name it.
const RETRY: &str = "POST:/api/tasks/{task_id}/retry";

impl World {
    /// An order whose generation fails, and that task.
    async fn failed(&self, fault: Fault) -> (OrderId, TaskId) {
        self.arm(fault);
        let order_id = self.order().await;
        let order = self
            .until_order(&order_id, |order| order.state == OrderState::Failed)
            .await;
        let task = order.tasks.last().unwrap();
        (order_id, task.task_id.clone())
    }

    async fn reviewed(&self, task_id: &TaskId) -> RetryReview {
        let review = self.clock.drive(self.studio.review_retry(task_id)).await;
        review.unwrap()
    }

    async fn retried(&self, task_id: &TaskId) -> Result<TaskDetail, Refusal> {
        let review = self.reviewed(task_id).await;
        let retried = self.studio.retry_task(&review.retry_id);
        self.clock.drive(retried).await
    }

    /// How often a retry of this task was asked of the service.
    fn retries_asked(&self, task_id: &TaskId) -> usize {
        let path = format!("/api/tasks/{task_id}/retry");
        self.sandbox.books().count("POST", &path)
    }

    /// The service makes the task again, without the core's knowing.
    async fn retried_elsewhere(&self, task_id: &TaskId) {
        let vault = std::fs::read_to_string(self.home().vault()).unwrap();
        let vault: serde_json::Value = serde_json::from_str(&vault).unwrap();
        let session = vault.as_object().unwrap().values().next().unwrap();
        let url = self.sandbox.riffkit_url();
        let url = url.join(&format!("api/tasks/{task_id}/retry")).unwrap();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let cookie = format!("vee_session={}", session.as_str().unwrap());
        let answer = client.post(url).header("cookie", cookie).send().await;
        assert_eq!(answer.unwrap().status().as_u16(), 200);
    }

    /// Lets time pass until a reel is told to be ready, and once.
    async fn until_told_of(&self, reel: &AssetId) {
        let of_it =
            |event: &Event| matches!(event, Event::ReelReady { asset_id, .. } if asset_id == reel);
        self.clock
            .until(|| (self.told(of_it) > 0).then_some(()))
            .await;
        self.clock.settle().await;
        assert_eq!(self.told(of_it), 1, "{reel}");
    }

    fn arm_at_retry(&self, fault: &str) {
        let faults = self.sandbox.faults();
        faults.arm_named(&format!("{fault}{RETRY}")).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_task_is_made_again_once_for_one_yes() {
    let world = World::signed_in().await;
    let (order_id, task_id) = world.failed(Fault::FailTask).await;
    let failed = world
        .clock
        .drive(world.studio.task(&task_id))
        .await
        .unwrap();
    assert!(failed.can_retry && !failed.can_cancel);
    let balance = world.sandbox.books().balance_seconds;
    let review = world.reviewed(&task_id).await;
    assert_eq!(review.at_most_seconds, Some(45.0));
    assert_eq!(review.left_seconds, Some(balance));
    assert_eq!(review.causes, []);
    assert_eq!(world.retries_asked(&task_id), 0, "nothing before the yes");
    let retried = world.studio.retry_task(&review.retry_id);
    let detail = world.clock.drive(retried).await.unwrap();
    assert!(detail.can_cancel, "{detail:?}");
    let again = world.studio.retry_task(&review.retry_id).await;
    assert_eq!(again.unwrap_err().code, Code::RetryVoid);
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    assert_eq!((order.reels.len(), order.refusal), (1, None));
    assert_eq!(world.retries_asked(&task_id), 1);
    let done = world.clock.drive(world.studio.review_retry(&task_id)).await;
    assert_eq!(done.unwrap_err().code, Code::CannotRetry);
    world.until_told_of(&order.reels[0]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_review_or_a_moved_task_makes_a_yes_void() {
    let world = World::signed_in().await;
    let (_, task_id) = world.failed(Fault::DeadTask).await;
    let first = world.reviewed(&task_id).await;
    let second = world.reviewed(&task_id).await;
    let retry = |review: RetryReview| {
        let studio = world.studio.clone();
        let clock = world.clock.clone();
        async move { clock.drive(studio.retry_task(&review.retry_id)).await }
    };
    assert_eq!(retry(first).await.unwrap_err().code, Code::RetryVoid);
    world.retried_elsewhere(&task_id).await;
    assert_eq!(retry(second).await.unwrap_err().code, Code::RetryVoid);
    assert_eq!(world.retries_asked(&task_id), 1, "theirs alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retry_that_cant_be_paid_says_what_is_missing_and_keeps_the_link() {
    // Enough for one of the sample's seven seconds, and not for two.
    let world = World::signed_in_with(Options {
        balance_seconds: 10.0,
        ..Options::default()
    })
    .await;
    let (order_id, task_id) = world.failed(Fault::FailTask).await;
    let other = world.order().await;
    world
        .until_order(&other, |order| order.state == OrderState::Ready)
        .await;
    let review = world.reviewed(&task_id).await;
    assert!(review.left_seconds < review.at_most_seconds);
    let retried = world.studio.retry_task(&review.retry_id);
    let refusal = world.clock.drive(retried).await.unwrap_err();
    assert_eq!(refusal.code, Code::NotEnoughSeconds, "{refusal:?}");
    assert_eq!(refusal.next, contract::NextStep::TopUp);
    assert_eq!(world.retries_asked(&task_id), 1, "not by itself");
    let link = world.studio.retry_top_up_link(&review.retry_id).await;
    let link = link.unwrap().expect("kept");
    world
        .studio
        .open_retry_top_up(&review.retry_id)
        .await
        .unwrap();
    assert_eq!(*world.opened.lock().unwrap().last().unwrap(), link);
    let order = world.studio.order(&order_id).unwrap();
    assert_eq!(order.state, OrderState::Failed, "as it was");
    let again = world.studio.retry_task(&review.retry_id).await;
    assert_eq!(
        again.unwrap_err().code,
        Code::RetryVoid,
        "a new yes is needed"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_retry_is_told_in_the_services_words() {
    let world = World::signed_in().await;
    let (_, task_id) = world.failed(Fault::FailStaleTemplate).await;
    let review = world.reviewed(&task_id).await;
    let stale = |cause: &FixableCause| matches!(cause, FixableCause::StaleTemplate { .. });
    assert!(review.causes.iter().any(stale), "{:?}", review.causes);
    let retried = world.studio.retry_task(&review.retry_id);
    let refusal = world.clock.drive(retried).await.unwrap_err();
    assert_eq!(refusal.code, Code::CannotRetry);
    assert!(refusal.args.contains_key("detail"));
    world.clock.advance(Duration::from_secs(25 * 60 * 60));
    let late = world.clock.drive(world.studio.review_retry(&task_id)).await;
    assert_eq!(late.unwrap_err().code, Code::CannotRetry);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_that_comes_a_moment_after_the_day_is_refused_without_asking() {
    let world = World::signed_in().await;
    let (order_id, task_id) = world.failed(Fault::FailTask).await;
    let review = world.reviewed(&task_id).await;
    let order = world.studio.order(&order_id).unwrap();
    let until = order.tasks.last().unwrap().retry_until.unwrap();
    let left = until - world.clock.now().as_millisecond();
    world
        .clock
        .advance(Duration::from_millis(left.unsigned_abs()));
    let retried = world.studio.retry_task(&review.retry_id);
    let refusal = world.clock.drive(retried).await.unwrap_err();
    assert_eq!(refusal.code, Code::CannotRetry);
    assert!(!refusal.args.contains_key("detail"), "said here, not there");
    assert_eq!(world.retries_asked(&task_id), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_analysis_that_found_no_balance_can_be_made_again() {
    let world = World::signed_in().await;
    let (order_id, task_id) = world.failed(Fault::AutoGenerateNoBalance).await;
    world.retried(&task_id).await.expect("taken");
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    assert_eq!(order.reels.len(), 1);
    assert_eq!((order.refusal, order.can_top_up), (None, false));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_third_failure_of_one_task_is_flagged_once() {
    let world = World::signed_in().await;
    let (order_id, task_id) = world.failed(Fault::FailTaskThrice).await;
    for _ in 0..2 {
        let flagged = |event: &Event| matches!(event, Event::Activity(_));
        assert_eq!(world.told(flagged), 0);
        world.retried(&task_id).await.expect("taken");
        world
            .until_order(&order_id, |order| order.state == OrderState::Failed)
            .await;
    }
    world.tasks(TaskQuery::default()).await;
    let activity = world.studio.activity().await.unwrap();
    let again = Anomaly::FailedAgain {
        task_id: task_id.clone(),
    };
    assert_eq!(activity.len(), 1, "{activity:?}");
    assert_eq!((&activity[0].anomaly, activity[0].times), (&again, 1));
    let review = world.reviewed(&task_id).await;
    assert!(review.causes.contains(&FixableCause::FailedBefore));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failure_of_the_engine_is_told_as_such() {
    let world = World::signed_in().await;
    let (order_id, _) = world.failed(Fault::FailSeedance).await;
    let order = world.studio.order(&order_id).unwrap();
    let refusal = order.refusal.expect("why");
    assert_eq!(refusal.code, Code::EngineFailed);
    assert!(refusal.args.contains_key("detail"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_missing_one_of_two_reels_is_made_again_and_the_other_is_left_as_it_is() {
    let mut options = Options {
        auto_save: AutoSave::ByPreference,
        ..Options::default()
    };
    options.preferences.save_automatically = true;
    let world = World::signed_in_with(options).await;
    let templates = world.studio.templates(TemplateQuery::default());
    let templates = world.clock.drive(templates).await.unwrap().templates;
    let template = templates.into_iter().find(|one| !one.is_stale).unwrap();
    let characters = world.clock.drive(world.studio.characters()).await.unwrap();
    let plan = Plan {
        source: Some(Source::Template {
            template_id: template.template_id,
            name: template.name,
        }),
        characters: characters
            .into_iter()
            .filter(|one| one.standing == CharacterStanding::Ready)
            .take(2)
            .map(|one| one.character_id)
            .collect(),
        ..Plan::default()
    };
    world.arm(Fault::FailTask);
    let review = world.clock.drive(world.studio.review(plan)).await.unwrap();
    assert_eq!(review.videos, 2);
    let order_id = world.submit(&review).await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    assert_eq!(order.reels.len(), 1);
    world.clock.drive(world.saved(&order.reels[0])).await;
    let failed = |task: &&contract::TaskView| task.status == TaskStatus::Failed;
    let task_id = order.tasks.iter().find(failed).unwrap().task_id.clone();
    // Even one that was taken off the queue comes back.
    world.studio.hide_order(&order_id).await.unwrap();
    world.retried(&task_id).await.expect("taken");
    let order = world
        .until_order(&order_id, |order| order.reels.len() == 2)
        .await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    for reel in &order.reels {
        world.until_told_of(reel).await;
        world.clock.drive(world.saved(reel)).await;
    }
    assert_eq!(world.studio.transfers().len(), 2, "each saved once");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_ended_here_is_watched_again_when_another_process_retried_it() {
    let world = World::signed_in().await;
    let (order_id, task_id) = world.failed(Fault::FailTask).await;
    world.clock.advance(Duration::from_secs(60));
    let other = world.beside().await;
    let review = world.clock.drive(other.review_retry(&task_id)).await;
    let retry_id = review.unwrap().retry_id;
    let retried = other.retry_task(&retry_id);
    world.clock.drive(retried).await.unwrap();
    other.close().await;
    world.studio.snapshot().await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    assert_eq!(order.reels.len(), 1);
    assert_eq!(world.retries_asked(&task_id), 1);
}
