//! `reel queue`: everything of this machine that is open, picked up, looked at freshly, and with
//! `--wait` seen through to its end.
//!
//! [`riffkit`] does so for the orders, [`hubfluencer`] for the paid steps and the projects behind them,
//! [`saving`] brings what is ready to a folder, [`text`] says how it all stands.

mod hubfluencer;
mod riffkit;
mod saving;
mod text;

use contract::{
    Code, OrderId, OrderState, OrderView, ProjectView, PurchaseState, PurchaseView, Refusal,
};

use crate::args::Queue;
use crate::exit::Exit;
use crate::front::{Front, Links};
use crate::run::Run;
use crate::shapes::{ErrorShape, OrderShape, QueueDocument, Saved, hub as shapes};
use crate::stop::{OwnCode, Stop};

/// Looks, or with `--wait` watches until everything has ended, and prints how it stands.
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
    front.studio.keep_up_with_others();
    said(front, run, queue).await?;
    let open = riffkit::open(front);
    let projects = hubfluencer::under_way(front).await;
    let mut trouble = Trouble::default();
    if queue.wait {
        trouble.note(riffkit::waited(front, run).await);
        trouble.note(hubfluencer::waited(front, run).await);
    } else {
        trouble.note(riffkit::looked(front, run, &open).await);
        trouble.note(hubfluencer::looked(front, run).await);
    }
    let mut saved = Vec::new();
    if let (Some(folder), false) = (&queue.save, trouble.is_interrupt()) {
        let begun = saving::Begun { open, projects };
        trouble.note(saving::saved(front, run, folder, &begun, &mut saved).await);
    }
    let standing = Standing {
        orders: front.studio.orders(),
        purchases: open_purchases(front),
        projects: hubfluencer::under_way_views(front).await,
    };
    print(run, &standing, saved, trouble.0.as_ref());
    Ok(exit(&standing, trouble.0.as_ref()))
}

/// What the person says of an order in doubt.
async fn said(front: &Front, run: &Run, queue: &Queue) -> Result<(), Stop> {
    if let Some(order) = &queue.not_taken {
        let order_id = known(front, order)?;
        if riffkit::is_still_missing(front, run, &order_id).await? {
            front.studio.give_up(&order_id).await?;
        }
    }
    if let Some([order, batch]) = queue.adopt.as_deref() {
        let order_id = known(front, order)?;
        if !front.signed_in().await {
            return Err(Refusal::new(Code::NotSignedIn).into());
        }
        // What can be chosen from is what the service lists now.
        run.interrupt
            .or(riffkit::looked_for(front, &order_id))
            .await?;
        front.studio.adopt_batch(&order_id, batch).await?;
    }
    Ok(())
}

fn known(front: &Front, order: &str) -> Result<OrderId, Refusal> {
    let order_id = OrderId::from(order);
    match front.studio.order(&order_id) {
        Some(_) => Ok(order_id),
        None => Err(Code::Unknown.into()),
    }
}

/// How everything stands at the end.
struct Standing {
    orders: Vec<OrderView>,
    purchases: Vec<PurchaseView>,
    projects: Vec<ProjectView>,
}

/// The first thing that went wrong.
#[derive(Default)]
struct Trouble(Option<Stop>);

impl Trouble {
    fn note(&mut self, done: Result<(), Stop>) {
        if self.0.is_none() {
            self.0 = done.err();
        }
    }

    fn is_interrupt(&self) -> bool {
        let code = self.0.as_ref().map(Stop::code);
        code == Some(OwnCode::Interrupted.as_str())
    }
}

fn open_purchases(front: &Front) -> Vec<PurchaseView> {
    let mut purchases = front.studio.purchases();
    purchases.retain(|purchase| purchase.state.is_open());
    purchases
}

/// What stays in doubt counts more than what could not be looked at: it is about money.
fn exit(standing: &Standing, trouble: Option<&Stop>) -> Exit {
    let order = |order: &OrderView| matches!(order.state, OrderState::InDoubt { .. });
    let purchase = |purchase: &PurchaseView| purchase.state == PurchaseState::InDoubt;
    if standing.orders.iter().any(order) || standing.purchases.iter().any(purchase) {
        return Exit::InDoubt;
    }
    trouble.map_or(Exit::Done, |stop| stop.exit)
}

fn print(run: &Run, standing: &Standing, saved: Vec<Saved>, trouble: Option<&Stop>) {
    let words = &run.output.words;
    let error = trouble.map(|stop| {
        let sentence = stop.sentence(words);
        run.output.must_tell(&sentence);
        ErrorShape::of(stop, sentence)
    });
    let Standing {
        orders,
        purchases,
        projects,
    } = standing;
    if orders.is_empty() && purchases.is_empty() && projects.is_empty() {
        run.output.say("cli-queue-empty");
    }
    let shown = purchases.iter();
    let document = QueueDocument {
        orders: orders
            .iter()
            .map(|order| OrderShape::of(order, words))
            .collect(),
        purchases: shown
            .map(|purchase| shapes::purchase(purchase, words))
            .collect(),
        projects: projects.iter().map(shapes::project).collect(),
        saved,
        error,
    };
    run.output.result(&document, |words| {
        text::of(words, standing, &document.saved)
    });
}
