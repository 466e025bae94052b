//! Orders in doubt of which the service's lists say less than the contract promises: nothing is said to
//! be not taken that may have been, and nothing of another computer's is taken for ours.

use std::time::Duration;

use contract::{DoubtSearch, OrderId, OrderView};
use sandbox::Fault;
use serde_json::{Value, json};

use crate::harness::doubt::{is_not_taken, search};
use crate::harness::{Answer, Guest, NoBrowser, Options, StandIn, World};

/// Longer than anything is waited for.
const HOURS: Duration = Duration::from_secs(3 * 60 * 60);

fn is_unreadable(order: &OrderView) -> bool {
    matches!(search(order), Some(DoubtSearch::Unreadable { .. }))
}

/// A service that answers an order with a failure of its own, and lists these tasks: one a page, and
/// never says how many there are.
async fn service_listing(takes_kinds: bool, tasks: Vec<Value>) -> StandIn {
    let listed = move |line: &str| -> Answer {
        let of = |name: &str| {
            let query = line.split_once('?').map_or("", |(_, query)| query);
            let pairs = url::form_urlencoded::parse(query.as_bytes());
            let mut values = pairs.filter(|(key, _)| key == name);
            values.next().map(|(_, value)| value.into_owned())
        };
        let kind = of("type");
        if kind.is_some() && !takes_kinds {
            return (422, json!({"detail": "type"}));
        }
        let passed = of("offset").map_or(0, |offset| offset.parse().unwrap());
        let since = of("date_from").unwrap_or_default();
        let fits = |task: &&Value| {
            let is_of_kind = kind.is_none() || kind.as_deref() == task["type"].as_str();
            is_of_kind && task["created_at"].as_str() >= Some(&since)
        };
        let page: Vec<&Value> = tasks.iter().filter(fits).skip(passed).take(1).collect();
        (200, json!(page))
    };
    StandIn::start(move |line| {
        let answer = match line.split('?').next().unwrap() {
            "POST /api/riffs" => Some((500, json!({"detail": "failed"}))),
            "GET /api/tasks" => Some(listed(&line)),
            "GET /api/formulas" => Some((200, json!({"items": [], "total": 0}))),
            _ => None,
        };
        Box::pin(async move { answer })
    })
    .await
}

/// Long before the order.
const LONG_AGO: &str = "2020-01-01T00:00:00";
/// A moment after the order, by the tests' clock.
const AFTER_IT: &str = "2026-06-20T12:00:01";

fn task(id: &str, kind: &str, created_at: &str) -> Value {
    json!({"id": id, "type": kind, "status": "queued", "batch_id": id, "created_at": created_at})
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_never_has_an_analysis_says_nothing_of_a_new_source() {
    let videos = || vec![task("video", "pipeline", LONG_AGO)];
    let service = service_listing(false, videos()).await;
    let guest = Guest::of(&service, NoBrowser).await;
    let order_id = guest.order().await;
    guest.until_order(&order_id, is_unreadable).await;
    guest.clock.advance(HOURS);
    guest.clock.settle().await;
    let order = guest.studio.order(&order_id).unwrap();
    assert!(is_unreadable(&order), "{order:?}");

    let analyses = vec![task("analysis", "analyze", LONG_AGO)];
    let service = service_listing(false, [analyses, videos()].concat()).await;
    let guest = Guest::of(&service, NoBrowser).await;
    let order_id = guest.order().await;
    guest.until_order(&order_id, is_not_taken).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_without_a_count_is_read_to_its_end() {
    let tasks = ["one", "two"].map(|id| task(id, "analyze", AFTER_IT));
    let service = service_listing(true, tasks.to_vec()).await;
    let guest = Guest::of(&service, NoBrowser).await;
    let order_id = guest.order().await;
    let several = |order: &OrderView| matches!(search(order), Some(DoubtSearch::Several { .. }));
    let order = guest.until_order(&order_id, several).await;
    let Some(DoubtSearch::Several { candidates }) = search(&order) else {
        panic!("{order:?}")
    };
    assert_eq!(candidates.len(), 2, "{candidates:?}");
}

/// An order in doubt that nobody took, of somebody whose name the service does not say.
async fn nameless_order_in_doubt() -> (World, OrderId) {
    let world = World::new(Options::default()).await;
    let me: sandbox::Endpoint = "GET:/api/auth/me".parse().unwrap();
    world.sandbox.faults().arm_always(Fault::Answer(503, me));
    world.sign_in().await;
    world.arm(Fault::LoseRiff);
    let order_id = world.order().await;
    world.until_order(&order_id, |o| search(o).is_some()).await;
    (world, order_id)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_of_the_same_sign_in_is_said_to_be_not_taken() {
    let (world, order_id) = nameless_order_in_doubt().await;
    world.sandbox.faults().clear();
    world.until_order(&order_id, is_not_taken).await;
}
