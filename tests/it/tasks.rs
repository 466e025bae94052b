//! The service's tasks: listed, counted, recapped, stopped.

use contract::{Code, OrderState, TaskDetail, TaskId, TaskQuery, TaskStatus};
use sandbox::Team;

use crate::harness::{Options, World};

impl World {
    /// The tasks that a query finds.
    pub async fn tasks(&self, query: TaskQuery) -> Vec<TaskDetail> {
        let page = self.clock.drive(self.studio.tasks(query)).await;
        page.unwrap().tasks
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_narrowed_counted_and_paged() {
    let world = World::signed_in_with(Options {
        past_days: 30,
        ..Options::default()
    })
    .await;
    let whole = world
        .clock
        .drive(world.studio.tasks(TaskQuery::default()))
        .await
        .unwrap();
    let total = whole.total.unwrap();
    assert!(total > 3, "{total}");
    let newest_first = |tasks: &[TaskDetail]| {
        tasks.is_sorted_by_key(|task| std::cmp::Reverse(task.task.created_at))
    };
    assert!(newest_first(&whole.tasks));
    let piece = TaskQuery {
        limit: 2,
        offset: 1,
        ..TaskQuery::default()
    };
    let page = world.clock.drive(world.studio.tasks(piece)).await.unwrap();
    assert_eq!((page.total, page.offset), (Some(total), 1));
    let ids = |tasks: &[TaskDetail]| -> Vec<TaskId> {
        tasks.iter().map(|task| task.task.task_id.clone()).collect()
    };
    assert_eq!(ids(&page.tasks), ids(&whole.tasks)[1..3]);
    let stats = world.studio.task_stats(TaskQuery::default());
    let stats = world.clock.drive(stats).await.unwrap();
    assert_eq!(stats.total, total);
    for (status, count) in &stats.by_status {
        let query = TaskQuery {
            status: vec![status.clone()],
            limit: 500,
            ..TaskQuery::default()
        };
        assert_eq!(world.tasks(query).await.len() as u64, *count, "{status}");
    }
    let both = TaskQuery {
        status: vec!["completed".to_owned(), "failed".to_owned()],
        kind: "pipeline".to_owned(),
        limit: 500,
        ..TaskQuery::default()
    };
    let tasks = world.tasks(both).await;
    let wanted = [TaskStatus::Completed, TaskStatus::Failed];
    assert!(tasks.iter().all(|task| wanted.contains(&task.task.status)));
    assert!(
        tasks.iter().all(|task| !task.can_retry),
        "older than a day, or done"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chosen_day_is_the_days_of_the_person_and_a_wrong_one_is_said() {
    let world = World::signed_in().await;
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    let of = |from: &str, to: &str| TaskQuery {
        date_from: from.to_owned(),
        date_to: to.to_owned(),
        ..TaskQuery::default()
    };
    // The moment of the test's clock, in whatever zone this machine is.
    let zone = jiff::tz::TimeZone::system();
    let today = world.clock.now().to_zoned(zone).date();
    let day = today.to_string();
    assert_eq!(world.tasks(of(&day, &day)).await.len(), 2);
    let next = today.tomorrow().unwrap().to_string();
    assert_eq!(world.tasks(of(&next, "")).await.len(), 0);
    assert_eq!(world.tasks(of("", "2026-06-20T11:59:59Z")).await.len(), 0);
    let stats = world.clock.drive(world.studio.task_stats(of("", &day)));
    assert_eq!(stats.await.unwrap().total, 2);
    let refusal = world.studio.tasks(of("soon", "")).await.unwrap_err();
    assert_eq!(refusal.code, Code::DateUnreadable);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_names_its_order_and_in_a_team_its_submitter() {
    let world = World::signed_in_with(Options {
        team: Team::Several {
            daily_limit_seconds: 0.0,
        },
        ..Options::default()
    })
    .await;
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    let tasks = world.tasks(TaskQuery::default()).await;
    let ours: Vec<_> = tasks
        .iter()
        .filter(|task| task.order_id.as_ref() == Some(&order_id))
        .collect();
    assert_eq!(ours.len(), 2, "analysis and generation");
    let task = ours[0];
    assert_eq!(
        task.direction.as_deref(),
        Some("At the reveal, show the label → from doubt to trust")
    );
    assert!(task.template_id.is_some() && task.batch_id.is_some());
    let me = task.submitted_by.clone().unwrap();
    assert!(task.submitted_by_email.is_some());
    let others = tasks
        .iter()
        .find(|task| task.submitted_by.as_ref() != Some(&me))
        .expect("the others worked too");
    assert_eq!(others.order_id, None);
    assert_ne!(others.submitted_by_email, task.submitted_by_email);
    let mine = TaskQuery {
        submitted_by: me.clone(),
        ..TaskQuery::default()
    };
    let mine = world.tasks(mine).await;
    assert!(
        mine.iter()
            .all(|task| task.submitted_by.as_ref() == Some(&me))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_stopped_is_seen_on_its_order_and_what_has_ended_cant_be() {
    let world = World::signed_in().await;
    let order_id = world.order().await;
    let order = world
        .until_order(&order_id, |order| !order.tasks.is_empty())
        .await;
    let task_id = order.tasks[0].task_id.clone();
    let cancelled = world.clock.drive(world.studio.cancel_task(&task_id)).await;
    let cancelled = cancelled.unwrap();
    assert_eq!(cancelled.task.status, TaskStatus::Cancelled);
    assert_eq!((cancelled.can_cancel, cancelled.can_retry), (false, false));
    assert_eq!(cancelled.order_id.as_ref(), Some(&order_id));
    world
        .until_order(&order_id, |order| order.state == OrderState::Cancelled)
        .await;
    let done = world.order().await;
    let order = world
        .until_order(&done, |order| order.state == OrderState::Ready)
        .await;
    let ended = order.tasks.last().unwrap().task_id.clone();
    let refusal = world.clock.drive(world.studio.cancel_task(&ended)).await;
    assert_eq!(refusal.unwrap_err().code, Code::CannotCancel);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recap_tells_what_was_read_and_written() {
    let world = World::signed_in().await;
    let order_id = world.order().await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    let [analysis, generation] = &order.tasks[..] else {
        panic!("{:?}", order.tasks)
    };
    let recap = world.studio.recap(&analysis.task_id);
    let recap = world.clock.drive(recap).await.unwrap();
    let extraction = recap.extraction.expect("what was read");
    assert!(extraction.duration_seconds.is_some(), "{extraction:?}");
    assert!(!extraction.narrative.is_empty());
    let recap = world.studio.recap(&generation.task_id);
    let recap = world.clock.drive(recap).await.unwrap();
    let rewrite = recap.rewrite.expect("what was written");
    assert!(!rewrite.story.is_empty() && !rewrite.dialogue.is_empty());
    assert!(rewrite.hashtags.iter().all(|tag| tag.starts_with('#')));
    assert!(recap.direction.is_some());
    let unknown = world.clock.drive(world.studio.recap(&"none".into())).await;
    assert_eq!(unknown.unwrap_err().code, Code::NotFound);
}
