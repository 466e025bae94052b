//! Two things at once: what comes second finds what the first left, and nothing is stuck.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use contract::{Code, LibraryQuery, OrderState, SessionState};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use serde_json::{Value, json};
use studio::Studio;
use studio::ports::{Browser, BrowserFailed};
use tokio::sync::Semaphore;

use crate::harness::{Guest, StandIn};

/// What the service says to whom it does not know.
fn unknown() -> (u16, Value) {
    (401, json!({"detail": "unauthenticated"}))
}

/// A browser that takes its time, in which the person presses Cancel.
#[derive(Clone, Default)]
struct Cancelling(Arc<OnceLock<Studio>>);

impl Browser for Cancelling {
    fn open(&self, _: &str) -> Result<(), BrowserFailed> {
        if let Some(studio) = self.0.get() {
            studio.cancel_sign_in();
        }
        Ok(())
    }
}

fn is_signed_in(state: &SessionState) -> bool {
    matches!(state, SessionState::SignedIn { .. })
}

fn is_signed_out(state: &SessionState) -> bool {
    matches!(state, SessionState::SignedOut { .. })
}

/// A door that stays closed until the test opens it.
fn door() -> Arc<Semaphore> {
    Arc::new(Semaphore::new(0))
}

async fn through(door: Arc<Semaphore>) {
    door.acquire().await.unwrap().forget();
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_while_the_account_is_asked_for_stays_signed_out() {
    let held = door();
    let door = Arc::clone(&held);
    let service = StandIn::start(move |line| {
        let door = Arc::clone(&door);
        async move {
            if line == "GET /api/auth/me" {
                through(door).await;
            }
            None
        }
        .boxed()
    })
    .await;
    let guest = Guest::of(&service, Cancelling::default()).await;
    guest
        .clock
        .until(|| (service.asked("GET /api/auth/me") > 0).then_some(()))
        .await;
    guest.studio.sign_out().await;
    held.add_permits(1);
    for _ in 0..20 {
        guest.clock.settle().await;
        assert!(is_signed_out(&guest.studio.session()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_a_sign_in_while_the_browser_opens_leaves_nothing_waiting() {
    let service = StandIn::start(|_| async { None }.boxed()).await;
    let browser = Cancelling::default();
    let guest = Guest::of(&service, browser.clone()).await;
    guest.studio.sign_out().await;
    assert!(browser.0.set(guest.studio.clone()).is_ok());
    for round in 1..=2 {
        guest.studio.sign_in();
        guest
            .clock
            .until(|| (service.asked("POST /api/skill/device/authorize") == round).then_some(()))
            .await;
        for _ in 0..20 {
            guest.clock.settle().await;
        }
        assert!(is_signed_out(&guest.studio.session()));
    }
    assert_eq!(service.asked("POST /api/skill/device/token"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_a_sign_in_that_is_through_breaks_nothing_off() {
    let (held, riffs) = (door(), Arc::new(AtomicUsize::new(0)));
    let (door, count) = (Arc::clone(&held), Arc::clone(&riffs));
    let service = StandIn::start(move |line| {
        let (door, count) = (Arc::clone(&door), Arc::clone(&count));
        async move {
            match line.as_str() {
                "POST /api/riffs" if count.fetch_add(1, Ordering::SeqCst) == 0 => Some(unknown()),
                "POST /api/riffs" => Some((200, json!({"batch_id": "b"}))),
                "GET /api/auth/me" if count.load(Ordering::SeqCst) > 0 => {
                    through(door).await;
                    None
                }
                _ => None,
            }
        }
        .boxed()
    })
    .await;
    let guest = Guest::of(&service, Cancelling::default()).await;
    let order_id = guest.order().await;
    guest
        .until_order(&order_id, |order| order.state == OrderState::AwaitingSignIn)
        .await;
    guest.studio.sign_in();
    guest.until_session(is_signed_in).await;
    guest.studio.cancel_sign_in();
    held.add_permits(1);
    guest
        .until_order(&order_id, |order| order.batch_id.is_some())
        .await;
    assert!(is_signed_in(&guest.studio.session()));
    assert_eq!(riffs.load(Ordering::SeqCst), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_refused_with_a_session_that_was_replaced_meanwhile_goes_on_with_the_new_one() {
    let (held, riffs) = (door(), Arc::new(AtomicUsize::new(0)));
    let (door, count) = (Arc::clone(&held), Arc::clone(&riffs));
    let service = StandIn::start(move |line| -> BoxFuture<'static, _> {
        let (door, count) = (Arc::clone(&door), Arc::clone(&count));
        async move {
            match line.as_str() {
                "POST /api/riffs" if count.fetch_add(1, Ordering::SeqCst) == 0 => {
                    through(door).await;
                    Some(unknown())
                }
                "POST /api/riffs" => Some((200, json!({"batch_id": "b"}))),
                line if line.starts_with("GET /api/assets") => Some(unknown()),
                _ => None,
            }
        }
        .boxed()
    })
    .await;
    let guest = Guest::of(&service, Cancelling::default()).await;
    let order_id = guest.order().await;
    guest
        .clock
        .until(|| (riffs.load(Ordering::SeqCst) == 1).then_some(()))
        .await;
    let lost = guest.studio.refresh_library().await.unwrap_err();
    assert_eq!(lost.code, Code::NotSignedIn);
    guest.studio.sign_in();
    guest.until_session(is_signed_in).await;
    held.add_permits(1);
    guest
        .until_order(&order_id, |order| order.batch_id.is_some())
        .await;
    assert_eq!(riffs.load(Ordering::SeqCst), 2, "one yes, one order");
}

#[tokio::test(flavor = "multi_thread")]
async fn reels_that_the_service_never_lists_end_the_order_after_a_while() {
    let service = StandIn::start(|line| {
        async move {
            let task = json!({
                "id": "t", "type": "pipeline", "status": "completed", "result": {"asset_id": "gone"},
            });
            match line.as_str() {
                "POST /api/riffs" => Some((200, json!({"batch_id": "b"}))),
                "GET /api/tasks/batch/b" => Some((200, json!({"batch_id": "b", "tasks": [task]}))),
                line if line.starts_with("GET /api/assets") => Some((200, json!([]))),
                _ => None,
            }
        }
        .boxed()
    })
    .await;
    let guest = Guest::of(&service, Cancelling::default()).await;
    let order_id = guest.order().await;
    let order = guest
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!(order.state, OrderState::Failed);
    assert_eq!(
        order.refusal.map(|refusal| refusal.code),
        Some(Code::NotFound)
    );
    assert!(service.asked("GET /api/assets") > 3, "not at once");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_that_cant_be_read_hides_no_later_page() {
    let service = StandIn::start(|line| {
        async move {
            let reel = |id: usize| json!({"id": id.to_string(), "asset_role": "final_reel"});
            if !line.starts_with("GET /api/assets") {
                return None;
            }
            let page: Vec<Value> = if line.contains("page=1") {
                let broken = std::iter::once(json!({"id": null}));
                broken.chain((1..200).map(reel)).collect()
            } else {
                vec![reel(200)]
            };
            Some((200, Value::from(page)))
        }
        .boxed()
    })
    .await;
    let guest = Guest::of(&service, Cancelling::default()).await;
    guest.studio.refresh_library().await.unwrap();
    guest.studio.sign_out().await;
    let kept = guest.studio.list_reels(LibraryQuery::default()).await;
    assert_eq!(kept.unwrap().total, Some(200));
}
