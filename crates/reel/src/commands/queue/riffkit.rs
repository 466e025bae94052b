//! Riffkit's orders in the queue: looked at, looked for where they are in doubt, and waited for.

use std::time::Duration;

use contract::{Code, Event, Millis, OrderId, OrderNote, OrderState, OrderView, Refusal};
use futures_util::future::join_all;

use crate::commands::watch;
use crate::exit::Exit;
use crate::front::{Front, Listener};
use crate::run::Run;
use crate::stop::{OwnCode, Stop};

/// How long a fresh look may take. What is known locally is shown all the same.
const LOOK_PATIENCE: Duration = Duration::from_secs(20);
/// Looking for an order reads several lists, each tried a few times.
const SEARCH_PATIENCE: Duration = Duration::from_secs(60);

/// The orders that the service still has to say something of.
pub fn open(front: &Front) -> Vec<OrderId> {
    let orders = front.studio.orders().into_iter();
    orders
        .filter(|order| order.state.is_open())
        .map(|order| order.order_id)
        .collect()
}

/// One look at each, all at once: a hanging answer holds up none of the others.
pub async fn looked(front: &Front, run: &Run, open: &[OrderId]) -> Result<(), Stop> {
    let looks = open.iter().map(|order_id| look(front, order_id));
    let all = async {
        let looks: Vec<Result<(), Stop>> = join_all(looks).await;
        looks.into_iter().collect()
    };
    run.interrupt.or(all).await
}

async fn look(front: &Front, order_id: &OrderId) -> Result<(), Stop> {
    let Some(order) = front.studio.order(order_id) else {
        return Ok(());
    };
    let (is_working, is_in_doubt) = kinds(&order);
    if !is_working && !is_in_doubt {
        return Ok(());
    }
    if !front.signed_in().await {
        return Err(Refusal::new(Code::NotSignedIn).into());
    }
    if is_in_doubt {
        return looked_for(front, order_id).await;
    }
    let mut events = front.listen();
    let before = order.heard_at;
    front.studio.look_now(order_id);
    let answered = tokio::time::timeout(LOOK_PATIENCE, heard(front, &mut events, order_id, before));
    match answered.await {
        Ok(answer) => answer,
        Err(_) => Err(Refusal::new(Code::Offline).into()),
    }
}

fn kinds(order: &OrderView) -> (bool, bool) {
    (
        matches!(order.state, OrderState::Working { .. }),
        matches!(order.state, OrderState::InDoubt { .. }),
    )
}

/// Looks for an order in doubt in the service's lists.
///
/// # Errors
/// [`Code::Offline`] where that takes too long.
pub async fn looked_for(front: &Front, order_id: &OrderId) -> Result<(), Stop> {
    let looked = front.studio.looked_for(order_id);
    match tokio::time::timeout(SEARCH_PATIENCE, looked).await {
        Ok(looked) => looked.map(drop).map_err(Stop::from),
        Err(_) => Err(Refusal::new(Code::Offline).into()),
    }
}

/// Whether an order that the person says was not taken is not found by one more look either: one that
/// the service lists for certain is watched instead. Where the lists can't be read, the person's word
/// stands.
///
/// # Errors
/// Ctrl+C.
pub async fn is_still_missing(front: &Front, run: &Run, order_id: &OrderId) -> Result<bool, Stop> {
    let is_in_doubt = || front.studio.order(order_id).is_some_and(|it| kinds(&it).1);
    if !is_in_doubt() || !front.signed_in().await {
        return Ok(true);
    }
    let look = async { Ok(looked_for(front, order_id).await.is_ok()) };
    let _was_read: bool = run.interrupt.or(look).await?;
    Ok(is_in_doubt())
}

/// Resolves when the service was heard on an order after `before`, or could not be.
async fn heard(
    front: &Front,
    events: &mut Listener,
    order_id: &OrderId,
    before: Option<Millis>,
) -> Result<(), Stop> {
    loop {
        let Some(order) = front.studio.order(order_id) else {
            return Ok(());
        };
        if !order.state.is_open() || order.heard_at > before {
            return Ok(());
        }
        match order.note {
            Some(OrderNote::Unreachable { .. } | OrderNote::Vanished { .. }) => {
                return Err(Refusal::new(Code::Offline).into());
            }
            Some(OrderNote::SignInNeeded) => return Err(Refusal::new(Code::NotSignedIn).into()),
            Some(OrderNote::OtherAccount { account }) => {
                return Err(watch::of_another_account(&account).into());
            }
            _ => {}
        }
        loop {
            match events.next().await {
                Event::Order(view) if view.order_id == *order_id => break,
                Event::Session(_) => break,
                _ => {}
            }
        }
    }
}

/// Follows every open order to its end, those too that another process begins meanwhile; one in doubt
/// until it is found or only the person can decide.
///
/// # Errors
/// The first that could not be followed; Ctrl+C, which leaves everything to be picked up.
pub async fn waited(front: &Front, run: &Run) -> Result<(), Stop> {
    tokio::select! {
        settled = front.studio.retries_settled() => settled?,
        () = run.interrupt.pressed() => return Err(left()),
    }
    let mut seen: Vec<OrderId> = Vec::new();
    let mut trouble = Ok(());
    loop {
        let next = open(front).into_iter().find(|order| !seen.contains(order));
        let Some(order_id) = next else {
            return trouble;
        };
        match followed(front, run, &order_id).await {
            Ok(()) => {}
            Err(stop) if stop.code() == OwnCode::Interrupted.as_str() => return Err(stop),
            Err(stop) => trouble = trouble.and(Err(stop)),
        }
        seen.push(order_id);
    }
}

/// Follows to the end. An order that ends without a reel is shown as such, and is no failure of
/// this command.
async fn followed(front: &Front, run: &Run, order_id: &OrderId) -> Result<(), Stop> {
    let is_in_doubt = || {
        let order = front.studio.order(order_id);
        order.is_some_and(|order| kinds(&order).1)
    };
    if is_in_doubt() {
        if !front.signed_in().await {
            return Err(Refusal::new(Code::NotSignedIn).into());
        }
        run.output.say("cli-queue-looks");
        tokio::select! {
            settled = front.studio.doubt_settled(order_id) => drop(settled?),
            () = run.interrupt.pressed() => return Err(left()),
        }
        if is_in_doubt() {
            return Ok(());
        }
    }
    let mut events = front.listen();
    let ended = watch::follow(front, run, order_id, &mut events).await;
    match ended {
        Err(stop) if stop.code() == OwnCode::Interrupted.as_str() => Err(stop),
        Err(stop) => match front.studio.order(order_id) {
            // In doubt since: what there is to say of it is said with the list.
            Some(order) if order.state.is_open() && !kinds(&order).1 => Err(stop),
            _ => Ok(()),
        },
        Ok(_) => Ok(()),
    }
}

/// Ctrl+C while it was looked for.
fn left() -> Stop {
    Stop::own(Exit::NoAnswer, OwnCode::Interrupted, "cli-stopped-watching")
}
