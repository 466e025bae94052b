//! `reel queue`: the orders of this machine, looked at freshly.

use std::time::Duration;

use contract::{
    Args, Code, Event, Millis, OrderId, OrderNote, OrderState, OrderView, Refusal, TaskView,
};
use words::Words;

use super::watch;
use crate::args::Queue;
use crate::exit::Exit;
use crate::front::{Front, Links, Listener};
use crate::moment::now;
use crate::run::Run;
use crate::shapes::{ErrorShape, OrderShape, QueueDocument, stage_name, state_name};
use crate::stop::Stop;

/// How long a fresh look at one order may take. What is known locally is shown all the same.
const LOOK_PATIENCE: Duration = Duration::from_secs(20);

/// Looks, or with `--wait` watches until every order has ended, and prints the orders.
pub async fn run(run: &Run, queue: &Queue) -> Result<Exit, Stop> {
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Open))
        .await?;
    let done = listed(&front, run, queue).await;
    front.close().await;
    done
}

async fn listed(front: &Front, run: &Run, queue: &Queue) -> Result<Exit, Stop> {
    front.signed_in().await;
    let open: Vec<OrderId> = front
        .studio
        .orders()
        .into_iter()
        .filter(|order| matches!(order.state, OrderState::Working { .. }))
        .map(|order| order.order_id)
        .collect();
    let mut trouble = None;
    for order_id in &open {
        let looked = if queue.wait {
            waited(front, run, order_id).await
        } else {
            run.interrupt.or(looked_at(front, order_id)).await
        };
        trouble = trouble.or(looked.err());
    }
    let orders = front.studio.orders();
    print(run, &orders, trouble.as_ref());
    Ok(trouble.map_or(Exit::Done, |stop| stop.exit))
}

/// Follows to the end. An order that ends without a reel is shown as such, and is no failure of
/// this command.
async fn waited(front: &Front, run: &Run, order_id: &OrderId) -> Result<(), Stop> {
    let mut events = front.listen();
    let ended = watch::follow(front, run, order_id, &mut events).await;
    match ended {
        Err(stop)
            if front
                .studio
                .order(order_id)
                .is_none_or(|order| order.state.is_open()) =>
        {
            Err(stop)
        }
        _ => Ok(()),
    }
}

/// One look at the service.
async fn looked_at(front: &Front, order_id: &OrderId) -> Result<(), Stop> {
    if !front.signed_in().await {
        return Err(Refusal::new(Code::NotSignedIn).into());
    }
    let mut events = front.listen();
    let before = front
        .studio
        .order(order_id)
        .and_then(|order| order.heard_at);
    front.studio.look_now(order_id);
    let answered = tokio::time::timeout(LOOK_PATIENCE, heard(front, &mut events, order_id, before));
    match answered.await {
        Ok(answer) => answer,
        Err(_) => Err(Refusal::new(Code::Offline).into()),
    }
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
            Some(OrderNote::Unreachable { .. }) => return Err(Refusal::new(Code::Offline).into()),
            Some(OrderNote::SignInNeeded) => return Err(Refusal::new(Code::NotSignedIn).into()),
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

fn print(run: &Run, orders: &[OrderView], trouble: Option<&Stop>) {
    let words = &run.output.words;
    let error = trouble.map(|stop| {
        let sentence = stop.sentence(words);
        run.output.must_tell(&sentence);
        ErrorShape::of(stop, sentence)
    });
    if orders.is_empty() {
        run.output.say("cli-queue-empty");
    }
    let document = QueueDocument {
        orders: orders
            .iter()
            .map(|order| OrderShape::of(order, words))
            .collect(),
        error,
    };
    let now = now();
    run.output.result(&document, |words| {
        orders
            .iter()
            .map(|order| line(words, order, now))
            .collect::<Vec<_>>()
            .join("\n")
    });
}

/// An order in one line, and under it why there is no reel.
fn line(words: &Words, order: &OrderView, now: Millis) -> String {
    let (state, progress) = match order.state {
        OrderState::Working { stage } => {
            let (name, progress) = stage_name(stage);
            (words.say(&format!("cli-stage-{name}")), progress)
        }
        ref state => (words.say(&format!("cli-state-{}", state_name(state))), None),
    };
    let progress = progress
        .map(|figure| format!(" {figure} %"))
        .unwrap_or_default();
    let when = words.ago(now, order.created_at);
    let mut line = format!(
        "{}  {state}{progress}  {}  {when}",
        order.order_id, order.source.name
    );
    for reel in &order.reels {
        line.push_str(&format!("\n  {reel}"));
    }
    if let Some(refusal) = &order.refusal {
        line.push_str(&format!("\n  {}", words.refusal(refusal)));
    }
    for again in order
        .tasks
        .iter()
        .filter_map(|task| retry(words, task, now))
    {
        line.push_str(&format!("\n  {again}"));
    }
    line
}

/// How long a task can still be made again, and by which command.
fn retry(words: &Words, task: &TaskView, now: Millis) -> Option<String> {
    let left = task.retry_until?.saturating_sub(now) / 1000;
    let left = u64::try_from(left).ok().filter(|left| *left > 0)?;
    let args = Args::from([
        ("left".to_owned(), words.span(left).into()),
        ("task".to_owned(), task.task_id.0.as_str().into()),
    ]);
    Some(words.say_with("cli-queue-retry-until", &args))
}
