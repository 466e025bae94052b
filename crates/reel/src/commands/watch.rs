//! Waits for an order, from the yes to its end.

use contract::{Code, Event, OrderId, OrderNote, OrderState, OrderView, Refusal, TaskStatus};

use crate::exit::{self, Exit};
use crate::front::{Front, Listener};
use crate::output::at_a_terminal;
use crate::progress::Progress;
use crate::run::Run;
use crate::sign_in::need_session;
use crate::stop::{OwnCode, Stop, Trace};

/// Follows an order until nothing more happens to it. Answers its last view when a reel is ready.
///
/// # Errors
/// Every other end, and Ctrl+C: while the order is on its way that stops it, later it only stops
/// the watching.
pub async fn follow(
    front: &Front,
    run: &Run,
    order_id: &OrderId,
    events: &mut Listener,
) -> Result<OrderView, Stop> {
    let mut progress = Progress::new(&run.output);
    loop {
        let view = known(front, order_id)?;
        progress.order(&view);
        if needs_session(&view) {
            if !at_a_terminal() {
                let stop = Stop::from(Refusal::new(Code::NotSignedIn));
                return Err(stop.about(trace(front, &view)));
            }
            drop(progress);
            need_session(front, run)
                .await
                .map_err(|stop| stop.about(trace(front, &view)))?;
            progress = Progress::new(&run.output);
        }
        if let Some(OrderNote::OtherAccount { account }) = &view.note {
            drop(progress);
            let stop = Stop::from(of_another_account(account));
            return Err(stop.about(trace(front, &view)));
        }
        tokio::select! {
            ended = front.studio.order_ended(order_id) => {
                drop(progress);
                let view = ended?;
                return judged(front, view);
            }
            () = moved(events, order_id) => {}
            () = run.interrupt.pressed() => {
                drop(progress);
                return Err(interrupted(front, run, order_id, events).await);
            }
        }
    }
}

/// What to find an order again by, for the one who reads the failure.
pub fn trace(front: &Front, view: &OrderView) -> Trace {
    Trace {
        order_id: Some(view.order_id.clone()),
        batch_id: view.batch_id.clone(),
        top_up_url: front.studio.top_up_link(&view.order_id),
        ..Trace::default()
    }
}

fn known(front: &Front, order_id: &OrderId) -> Result<OrderView, Stop> {
    front
        .studio
        .order(order_id)
        .ok_or_else(|| Refusal::new(Code::Unknown).into())
}

/// Whether nothing goes on before a sign-in.
fn needs_session(view: &OrderView) -> bool {
    view.state == OrderState::AwaitingSignIn || view.note == Some(OrderNote::SignInNeeded)
}

/// Nothing is heard of an order before the account that ordered it signs in.
pub fn of_another_account(account: &str) -> Refusal {
    Refusal::new(Code::OtherAccount).with("account", account)
}

/// Resolves at the order's next event, or at any of the session's.
async fn moved(events: &mut Listener, order_id: &OrderId) {
    loop {
        match events.next().await {
            Event::Order(view) if view.order_id == *order_id => return,
            Event::Session(_) => return,
            _ => {}
        }
    }
}

/// An order that has ended: with a reel, or with the reason why not.
fn judged(front: &Front, view: OrderView) -> Result<OrderView, Stop> {
    if view.state == OrderState::Ready {
        return Ok(view);
    }
    let stop = match &view.refusal {
        Some(refusal) => Stop::from(refusal.clone()),
        None => match cause(&view) {
            Some(cause) => Stop::own(Exit::Refused, OwnCode::Failed, "cli-order-failed-because")
                .with("cause", cause),
            None if view.state == OrderState::Cancelled => {
                Stop::own(Exit::Refused, OwnCode::Cancelled, "cli-order-cancelled")
            }
            None => Stop::own(Exit::Refused, OwnCode::Failed, "cli-order-failed"),
        },
    };
    let exit = exit::of_order(&view.state, view.refusal.as_ref());
    Err(Stop { exit, ..stop }.about(trace(front, &view)))
}

/// The service's own words on the task that failed.
fn cause(view: &OrderView) -> Option<String> {
    let failed = |status: &TaskStatus| matches!(status, TaskStatus::Failed | TaskStatus::Dead);
    let mut tasks = view.tasks.iter().filter(|task| failed(&task.status));
    tasks.find_map(|task| task.error.clone().filter(|error| !error.trim().is_empty()))
}

/// Ctrl+C: stops what can still be stopped, and says what became of the order.
async fn interrupted(front: &Front, run: &Run, order_id: &OrderId, events: &mut Listener) -> Stop {
    front.studio.cancel_sending(order_id).await;
    let view = loop {
        let view = match known(front, order_id) {
            Ok(view) => view,
            Err(stop) => return stop,
        };
        if !matches!(view.state, OrderState::Sending { .. }) {
            break view;
        }
        // Too late to cancel: the last byte has left, and its answer is worth waiting for.
        tokio::select! {
            () = moved(events, order_id) => {}
            () = run.interrupt.pressed_again() => {
                let stop = Stop::from(Refusal::new(Code::InDoubt));
                return stop.about(trace(front, &view));
            }
        }
    };
    let (exit, key) = match view.state {
        OrderState::Working { .. } => (Exit::NoAnswer, "cli-stopped-watching"),
        OrderState::NotSent | OrderState::AwaitingSignIn => {
            (Exit::NotConfirmed, "cli-stopped-nothing-taken")
        }
        _ => {
            let ended = judged(front, view);
            return ended.err().unwrap_or_else(|| {
                Stop::own(Exit::NoAnswer, OwnCode::Interrupted, "cli-stopped-watching")
            });
        }
    };
    Stop::own(exit, OwnCode::Interrupted, key).about(trace(front, &view))
}
