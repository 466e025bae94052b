use std::collections::BTreeMap;

use contract::{Code, OrderId, SpendPeriod, TaskKind, TaskStatus, TaskView};
use proptest::prelude::*;

use super::*;
use crate::journal::OrderPhase;
use crate::journal::{Brief, NewOrder, NotIntended, OrderEnd, ReelRecord, SourceRecord};

const LONGEST: f64 = 45.0;
/// Days of the tests begin with each of these.
const DAY: Millis = 1_000;
/// And months with each of these.
const MONTH: Millis = 10 * DAY;

async fn journal(folder: &std::path::Path) -> Journal {
    let opened = Journal::open(&folder.join("journal.db")).await;
    opened.expect("a journal").journal
}

fn calendar(now: Millis) -> Calendar {
    let span = |length: Millis| {
        let start = now - now % length;
        start..start + length
    };
    Calendar {
        day: span(DAY),
        month: span(MONTH),
    }
}

fn order(id: &str, server: &str, videos: u32, now: Millis) -> NewOrder {
    NewOrder {
        order_id: OrderId(id.to_owned()),
        phase: OrderPhase::Sending,
        server: server.to_owned(),
        sender: "one".to_owned(),
        source: SourceRecord::default(),
        language: "en".to_owned(),
        direction: String::new(),
        hint: String::new(),
        brief: Brief::default(),
        bond: Bond {
            at_most: LONGEST * f64::from(videos),
            videos,
            allowed: Vec::new(),
            calendar: calendar(now),
        },
        created_at: now,
    }
}

fn task(id: &str, kind: TaskKind, status: TaskStatus) -> TaskView {
    TaskView {
        task_id: id.into(),
        kind,
        status,
        progress: 0,
        step: None,
        error: None,
        refusal: None,
        asset_ids: Vec::new(),
        created_at: None,
        finished_at: None,
        retry_until: None,
    }
}

async fn spent(journal: &Journal, server: &str, now: Millis) -> (f64, f64) {
    let calendar = calendar(now);
    let spent = journal.spent(Service::Riffkit, server, &calendar);
    let (_, sums) = spent.await.expect("counted");
    (sums.day, sums.month)
}

#[tokio::test]
async fn what_a_sandbox_takes_is_not_taken_from_the_limits_elsewhere() {
    let folder = tempfile::tempdir().expect("folder");
    let journal = journal(folder.path()).await;
    let day = Some(60);
    let limits = SpendLimits {
        day,
        ..SpendLimits::default()
    };
    let set = journal.set_spend_limits(Service::Riffkit, limits);
    set.await.expect("written");
    let intended = journal.intend(order("a", "sandbox", 1, 5)).await;
    assert_eq!(intended, Ok(Ok(())));
    let second = journal.intend(order("b", "sandbox", 1, 6)).await;
    let over = vec![OverLimit {
        period: SpendPeriod::Day,
        limit: 60,
        would_be: 90.0,
    }];
    assert_eq!(second, Ok(Err(NotIntended::Over(over))));
    let live = journal.intend(order("c", "live", 1, 7)).await;
    assert_eq!(live, Ok(Ok(())), "nothing was spent there");
    assert_eq!(spent(&journal, "sandbox", 8).await, (LONGEST, LONGEST));
    assert_eq!(spent(&journal, "live", 8).await, (LONGEST, LONGEST));
    let orders = journal.orders("sandbox").await.expect("readable");
    assert_eq!(
        orders.len(),
        1,
        "what is over a limit is not written at all"
    );
    let next_day = journal.intend(order("d", "sandbox", 1, DAY)).await;
    assert_eq!(next_day, Ok(Ok(())));
}

#[tokio::test]
async fn a_batch_that_vanished_counts_in_full_and_a_failed_analysis_nothing() {
    let folder = tempfile::tempdir().expect("folder");
    let journal = journal(folder.path()).await;
    for (id, kind, status, counts) in [
        (
            "vanished",
            TaskKind::Analyze,
            TaskStatus::Completed,
            LONGEST,
        ),
        ("running", TaskKind::Pipeline, TaskStatus::Running, LONGEST),
        ("failed", TaskKind::Pipeline, TaskStatus::Failed, LONGEST),
        ("analysis", TaskKind::Analyze, TaskStatus::Failed, 0.0),
    ] {
        let intended = journal.intend(order(id, id, 1, 1)).await;
        assert_eq!(intended, Ok(Ok(())));
        let order_id = OrderId(id.to_owned());
        let known = journal.acknowledge(&order_id, id, None, 2).await;
        known.expect("written");
        let tasks = [task("t", kind, status)];
        let heard = journal.heard(&order_id, &tasks, 3).await;
        heard.expect("written");
        let end = OrderEnd {
            phase: OrderPhase::Failed,
            refusal: Some(Code::NotFound.into()),
            top_up_link: None,
        };
        assert_eq!(journal.end(&order_id, end, 3, 4).await, Ok(true));
        assert_eq!(spent(&journal, id, 5).await.0, counts, "{id}");
    }
}

/// What becomes of an order, each a step from where it stands.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Refused,
    Doubt,
    GivenUp,
    Found,
    /// Ready, of this length.
    Ready(u32),
}

impl Fate {
    /// What counts after it, where it may follow.
    fn from(self, phase: OrderPhase) -> Option<(OrderPhase, f64)> {
        Some(match (self, phase) {
            (Self::Refused, OrderPhase::Sending) => (OrderPhase::Refused, 0.0),
            (Self::Doubt, OrderPhase::Sending) => (OrderPhase::InDoubt, LONGEST),
            (Self::GivenUp, OrderPhase::InDoubt) => (OrderPhase::GivenUp, 0.0),
            (Self::Found, OrderPhase::Sending | OrderPhase::InDoubt) => {
                (OrderPhase::Acknowledged, LONGEST)
            }
            (Self::Ready(seconds), OrderPhase::Acknowledged) => {
                (OrderPhase::Ready, f64::from(seconds))
            }
            _ => return None,
        })
    }
}

async fn befall(journal: &Journal, id: &str, fate: Fate, now: Millis) {
    let order_id = OrderId(id.to_owned());
    let rest = |phase| journal.rest(&order_id, phase, None, None, now);
    let done = match fate {
        Fate::Refused => rest(OrderPhase::Refused).await,
        Fate::Doubt => rest(OrderPhase::InDoubt).await,
        Fate::GivenUp => rest(OrderPhase::GivenUp).await,
        Fate::Found => journal.acknowledge(&order_id, id, None, now).await,
        Fate::Ready(seconds) => {
            let made = task(id, TaskKind::Pipeline, TaskStatus::Completed);
            let heard = journal.heard(&order_id, &[made], now).await;
            heard.expect("written");
            let reel = ReelRecord {
                asset_id: id.to_owned(),
                order_id: Some(id.to_owned()),
                task_id: Some(id.to_owned()),
                duration_seconds: Some(f64::from(seconds)),
                ..ReelRecord::default()
            };
            let kept = journal.keep_reels("s", vec![reel]).await;
            assert_eq!(kept, Ok(1));
            rest(OrderPhase::Ready).await
        }
    };
    done.expect("a step that may follow");
}

fn fates() -> impl Strategy<Value = Vec<(usize, Fate, Millis)>> {
    let fate = prop_oneof![
        Just(Fate::Refused),
        Just(Fate::Doubt),
        Just(Fate::GivenUp),
        Just(Fate::Found),
        (1_u32..60).prop_map(Fate::Ready),
    ];
    prop::collection::vec((0_usize..6, fate, 0_i64..DAY), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// Whatever becomes of orders, and whenever it is looked: each counts once, in the day and the
    /// month of its yes, for what it may cost until that is known.
    #[test]
    fn the_ledger_is_the_sum_of_what_each_yes_counts_for(fates in fates()) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let folder = tempfile::tempdir().expect("folder");
            let journal = journal(folder.path()).await;
            // What each order counts for, by when it was agreed to.
            let mut model: BTreeMap<usize, (Millis, OrderPhase, f64)> = BTreeMap::new();
            let mut now = 0;
            for (which, fate, later) in fates {
                now += later;
                let id = which.to_string();
                match model.get_mut(&which) {
                    None => {
                        let intended = journal.intend(order(&id, "s", 1, now)).await;
                        if intended == Ok(Ok(())) {
                            model.insert(which, (now, OrderPhase::Sending, LONGEST));
                        }
                    }
                    Some((_, phase, counts)) => {
                        if let Some((next, cost)) = fate.from(*phase) {
                            befall(&journal, &id, fate, now).await;
                            (*phase, *counts) = (next, cost);
                        }
                    }
                }
                let Calendar { day, month } = calendar(now);
                let sum = |span: std::ops::Range<Millis>| {
                    let within = model.values().filter(|(at, ..)| span.contains(at));
                    within.map(|(_, _, counts)| counts).sum::<f64>()
                };
                let (of_day, of_month) = spent(&journal, "s", now).await;
                assert!((of_day - sum(day)).abs() < 1e-6, "{of_day} {model:?}");
                assert!((of_month - sum(month)).abs() < 1e-6, "{of_month} {model:?}");
            }
        });
    }
}
