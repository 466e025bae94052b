//! Several accounts on one machine, and sign-ins of which nobody knows whose they are: no account's
//! lists say anything of another one's orders, and no order is lost for want of a name.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use contract::{DoubtSearch, OrderId, OrderNote, OrderState, OrderView, SessionState};
use sandbox::{Endpoint, Fault};
use serde_json::{Value, json};
use studio::AutoSave;

use crate::harness::doubt::{is_not_taken, search};
use crate::harness::{Answer, Guest, NoBrowser, Options, StandIn, World};

/// Longer than anything is waited for.
const HOURS: Duration = Duration::from_secs(3 * 60 * 60);

fn is_of_nobody_known(order: &OrderView) -> bool {
    matches!(
        search(order),
        Some(DoubtSearch::AccountUnknown { asked: Some(_) })
    )
}

fn endpoint(name: &str) -> Endpoint {
    name.parse().unwrap()
}

/// A world with an order in doubt that left before anybody knew who was signed in, and which no list
/// says anything of yet.
async fn nameless(lost: Fault) -> (World, OrderId) {
    let world = World::new(Options::default()).await;
    let faults = world.sandbox.faults();
    faults.arm_always(Fault::Answer(503, endpoint("GET:/api/auth/me")));
    faults.arm_always(Fault::Answer(503, endpoint("GET:/api/tasks")));
    world.sign_in().await;
    world.arm(lost);
    let order_id = world.order().await;
    world.until_order(&order_id, |o| search(o).is_some()).await;
    (world, order_id)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_left_nameless_is_judged_after_a_restart_with_the_same_sign_in() {
    let (mut world, order_id) = nameless(Fault::LoseRiff).await;
    world.restart(AutoSave::Never).await;
    world.sandbox.faults().clear();
    world.until_order(&order_id, is_not_taken).await;
    assert_eq!(world.riffs_asked(), 1, "and is never sent again by itself");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_is_learned_later_is_the_orders_too() {
    let (mut world, order_id) = nameless(Fault::LoseRiffAnswer).await;
    world.restart(AutoSave::Never).await;
    // Now the service says who is signed in, and still nothing of the order.
    let faults = world.sandbox.faults();
    faults.clear();
    faults.arm_always(Fault::Answer(503, endpoint("GET:/api/tasks")));
    let is_named =
        |state: &SessionState| matches!(state, SessionState::SignedIn { email: Some(_) });
    world.until_session(is_named).await;
    world.studio.sign_out().await;
    faults.clear();
    world.sign_in().await;
    let is_ready = |order: &OrderView| order.state == OrderState::Ready;
    let order = world.until_order(&order_id, is_ready).await;
    assert_eq!((order.reels.len(), world.riffs_asked()), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_looks_like_a_nameless_order_to_another_sign_in_is_the_persons_to_choose() {
    let (world, order_id) = nameless(Fault::LoseRiffAnswer).await;
    world.studio.sign_out().await;
    world.sandbox.faults().clear();
    world.sign_in().await;
    let shown = |order: &OrderView| match search(order)? {
        DoubtSearch::Several { candidates } => Some(candidates[0].batch_id.clone()),
        _ => None,
    };
    let order = world.until_order(&order_id, |o| shown(o).is_some()).await;
    let batch_id = shown(&order).unwrap();
    world
        .studio
        .adopt_batch(&order_id, &batch_id)
        .await
        .unwrap();
    let is_ready = |order: &OrderView| order.state == OrderState::Ready;
    world.until_order(&order_id, is_ready).await;
    assert_eq!(world.riffs_asked(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nameless_order_that_another_sign_in_does_not_list_may_be_anybodys() {
    let (mut world, order_id) = nameless(Fault::LoseRiff).await;
    world.studio.sign_out().await;
    world.sandbox.faults().clear();
    world.sign_in().await;
    world.until_order(&order_id, is_of_nobody_known).await;
    world.clock.advance(HOURS);
    let looked = world.clock.drive(world.studio.looked_for(&order_id)).await;
    assert!(is_of_nobody_known(&looked.unwrap()));
    world.restart(AutoSave::Never).await;
    world.until_order(&order_id, is_of_nobody_known).await;
    // It was this account: nobody but the person can say so.
    world.studio.give_up(&order_id).await.unwrap();
    assert_eq!(world.riffs_asked(), 1);
}

/// A service with two accounts, of which one is at the browser.
#[derive(Clone, Default)]
struct TwoAccounts {
    /// Who approves the next sign-in: each gets a token of its own.
    at_browser: Arc<Mutex<Option<&'static str>>>,
    sign_ins: Arc<AtomicUsize>,
    /// Whose batch there is, and whose session was told to be.
    ordered_by: Arc<Mutex<Option<&'static str>>>,
    /// How an order is answered.
    orders: Arc<Mutex<Vec<Answer>>>,
}

impl TwoAccounts {
    fn who(&self) -> &'static str {
        self.at_browser.lock().unwrap().unwrap_or("ann@b.example")
    }

    fn has_batch(&self) -> bool {
        *self.ordered_by.lock().unwrap() == Some(self.who())
    }

    fn answer(&self, line: &str) -> Option<Answer> {
        Some(match line.split('?').next().unwrap() {
            // Good for longer than the tests' clock ever jumps while it is asked about.
            "POST /api/skill/device/authorize" => {
                let page = "http://127.0.0.1:9/approve";
                let codes = json!({"device_code": "d", "user_code": "AB-CD",
                    "verification_uri": page, "expires_in": 1_000_000, "interval": 5});
                (200, codes)
            }
            "POST /api/skill/device/token" => {
                let number = self.sign_ins.fetch_add(1, Ordering::SeqCst);
                (
                    200,
                    json!({"status": "approved", "token": format!("token-{number}")}),
                )
            }
            "GET /api/auth/me" => (200, json!({"id": self.who(), "email": self.who()})),
            "POST /api/riffs" => self.orders.lock().unwrap().remove(0),
            // All on one page, and none after it.
            "GET /api/tasks" if self.has_batch() && !line.contains("offset=") => {
                (200, json!([self.task()]))
            }
            "GET /api/tasks" => (200, json!([])),
            "GET /api/formulas" => (200, json!({"items": [], "total": 0})),
            "GET /api/tasks/batch/b" if self.has_batch() => {
                (200, json!({"batch_id": "b", "tasks": [self.task()]}))
            }
            _ => return None,
        })
    }

    fn task(&self) -> Value {
        json!({"id": "t", "type": "analyze", "status": "running", "batch_id": "b",
               "created_at": "2026-06-20T12:00:01", "submitted_by_user_id": self.who()})
    }

    async fn served(&self) -> (StandIn, Guest) {
        let accounts = self.clone();
        let service = StandIn::start(move |line| {
            let answer = accounts.answer(&line);
            Box::pin(async move { answer })
        })
        .await;
        let guest = Guest::of(&service, NoBrowser).await;
        (service, guest)
    }

    async fn sign_in(&self, guest: &Guest, who: &'static str) {
        guest.studio.sign_out().await;
        *self.at_browser.lock().unwrap() = Some(who);
        guest.studio.sign_in();
        let is_theirs = |state: &SessionState| match state {
            SessionState::SignedIn { email } => email.as_deref() == Some(who),
            _ => false,
        };
        guest.until_session(is_theirs).await;
    }

    fn answers_orders(&self, answers: &[Answer]) {
        *self.orders.lock().unwrap() = answers.to_vec();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_in_doubt_of_another_account_says_whose_sign_in_it_waits_for() {
    let accounts = TwoAccounts::default();
    accounts.answers_orders(&[(500, json!({"detail": "failed"}))]);
    let (service, guest) = accounts.served().await;
    let named = |state: &SessionState| matches!(state, SessionState::SignedIn { email: Some(_) });
    guest.until_session(named).await;
    let order_id = guest.order().await;
    guest.until_order(&order_id, |o| search(o).is_some()).await;
    accounts.sign_in(&guest, "bo@b.example").await;
    let anns = DoubtSearch::OtherAccount {
        account: "ann@b.example".to_owned(),
    };
    guest
        .until_order(&order_id, |o| search(o) == Some(&anns))
        .await;
    guest.clock.advance(HOURS);
    guest.clock.settle().await;
    let order = guest.studio.order(&order_id).unwrap();
    assert_eq!(search(&order), Some(&anns), "however long it is not there");
    accounts.sign_in(&guest, "ann@b.example").await;
    guest.until_order(&order_id, is_not_taken).await;
    assert_eq!(service.asked("POST /api/riffs"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_was_taken_outlives_another_accounts_sign_in() {
    let accounts = TwoAccounts::default();
    let taken = json!({"mode": "analyze_then_generate", "batch_id": "b"});
    accounts.answers_orders(&[(200, taken)]);
    *accounts.ordered_by.lock().unwrap() = Some("ann@b.example");
    let (_service, guest) = accounts.served().await;
    let order_id = guest.order().await;
    let is_heard = |order: &OrderView| !order.tasks.is_empty();
    guest.until_order(&order_id, is_heard).await;
    accounts.sign_in(&guest, "bo@b.example").await;
    let anns = OrderNote::OtherAccount {
        account: "ann@b.example".to_owned(),
    };
    guest
        .until_order(&order_id, |order| order.note.as_ref() == Some(&anns))
        .await;
    for _ in 0..40 {
        guest.clock.advance(Duration::from_secs(5 * 60));
        guest.clock.settle().await;
    }
    let order = guest.studio.order(&order_id).unwrap();
    assert!(order.state.is_open(), "it is paid for: {order:?}");
    accounts.sign_in(&guest, "ann@b.example").await;
    let goes_on = |order: &OrderView| {
        let is_open = matches!(order.state, OrderState::Working { .. });
        is_open && order.note.as_ref() != Some(&anns)
    };
    guest.until_order(&order_id, goes_on).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_that_was_given_nameless_is_not_paid_for_by_another_sign_in() {
    let world = World::new(Options::default()).await;
    let faults = world.sandbox.faults();
    faults.arm_always(Fault::Answer(503, endpoint("GET:/api/auth/me")));
    world.sign_in().await;
    let review = world.studio.review(world.plan().await).await.unwrap();
    world.arm(Fault::Session401);
    let order_id = world.submit(&review).await;
    let waits = |order: &OrderView| order.state == OrderState::AwaitingSignIn;
    world.until_order(&order_id, waits).await;
    faults.clear();
    let asked = world.riffs_asked();
    world.sign_in().await;
    let is_not_sent = |order: &OrderView| order.state == OrderState::NotSent;
    world.until_order(&order_id, is_not_sent).await;
    assert_eq!((world.riffs_asked(), world.riffs_taken()), (asked, 0));
}
