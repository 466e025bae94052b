//! Hubfluencer's part of the queue: paid steps that are asked for again, and the projects behind them.

use std::time::Duration;

use contract::{
    Code, HubSession, ProjectKey, ProjectView, PurchaseId, PurchaseState, PurchaseView, Refusal,
};
use futures_util::future::join_all;

use crate::commands::hub::pick_up;
use crate::exit::Exit;
use crate::front::Front;
use crate::run::Run;
use crate::stop::{OwnCode, Stop};

/// How long a fresh look at a project, or asking for a lost answer once, may take.
const LOOK_PATIENCE: Duration = Duration::from_secs(20);

/// The projects that the service works on, as the journal has them.
pub async fn under_way(front: &Front) -> Vec<ProjectKey> {
    let views = under_way_views(front).await;
    views.iter().map(ProjectView::key).collect()
}

/// The same, as they are shown.
pub async fn under_way_views(front: &Front) -> Vec<ProjectView> {
    let mut views = front.studio.known_projects().await.unwrap_or_default();
    views.retain(ProjectView::is_under_way);
    views
}

/// Asks once for what was not answered, and looks at each project that is under way.
///
/// # Errors
/// What could not be looked at; [`Code::TokenNeeded`] where nobody's token is at hand.
pub async fn looked(front: &Front, run: &Run) -> Result<(), Stop> {
    let (asked, projects) = (asked_again(front), under_way(front).await);
    if asked.is_empty() && projects.is_empty() {
        return Ok(());
    }
    need_token(front)?;
    let steps = asked.iter().map(|id| async {
        let ended = front.studio.purchase_ended(id);
        // It is asked for again by the next run where this one does not hear of it.
        drop(tokio::time::timeout(LOOK_PATIENCE, ended).await);
        Ok(())
    });
    let all = async {
        let steps: Vec<Result<(), Stop>> = join_all(steps).await;
        let looks = projects.iter().map(|key| look(front, key));
        let looks: Vec<Result<(), Stop>> = join_all(looks).await;
        steps.into_iter().chain(looks).collect()
    };
    run.interrupt.or(all).await
}

async fn look(front: &Front, key: &ProjectKey) -> Result<(), Stop> {
    match tokio::time::timeout(LOOK_PATIENCE, front.studio.project(key)).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(refusal)) if refusal.code == Code::NotFound => Ok(()),
        Ok(Err(refusal)) => Err(refusal.into()),
        Err(_) => Err(Refusal::new(Code::Offline).of_hubfluencer().into()),
    }
}

/// Waits until every paid step is answered, or only the person can decide, and until the service works
/// on nothing any more.
///
/// # Errors
/// [`Code::TokenNeeded`]; Ctrl+C, which leaves everything to be picked up.
pub async fn waited(front: &Front, run: &Run) -> Result<(), Stop> {
    asked_again(front);
    let (mut seen, mut begun) = (Vec::new(), Vec::new());
    while let Some(id) = next_step(front, &seen) {
        need_token(front)?;
        run.output.say("cli-hub-asking-again");
        let ended = tokio::select! {
            ended = front.studio.purchase_ended(&id) => ended?,
            () = run.interrupt.pressed() => return Err(left()),
        };
        if ended.state == PurchaseState::Taken {
            // It is under way, and the journal may not have heard of it yet.
            begun.extend(ended.step.project());
        }
        seen.push(id);
    }
    let mut waited = Vec::new();
    loop {
        let mut open = under_way(front).await.into_iter().chain(begun.clone());
        let next = open.find(|key| !waited.contains(key));
        let Some(key) = next else { return Ok(()) };
        need_token(front)?;
        match pick_up(front, run, &key).await {
            Ok(()) => {}
            // It failed there, which the list says; or it is there no longer.
            Err(stop) if stop.exit == Exit::Refused => {}
            Err(stop) => return Err(stop),
        }
        waited.push(key);
    }
}

/// Asks now for each answer that was lost. Which those are.
fn asked_again(front: &Front) -> Vec<PurchaseId> {
    let mut open = front.studio.purchases();
    open.retain(|purchase| matches!(purchase.state, PurchaseState::AskingAgain { .. }));
    for purchase in &open {
        // Another process may ask for it: then it is only waited for.
        drop(front.studio.ask_step_again(&purchase.purchase_id));
    }
    open.into_iter()
        .map(|purchase| purchase.purchase_id)
        .collect()
}

fn next_step(front: &Front, seen: &[PurchaseId]) -> Option<PurchaseId> {
    let goes_on = |purchase: &PurchaseView| {
        purchase.state.is_open() && purchase.state != PurchaseState::InDoubt
    };
    let mut open = front.studio.purchases().into_iter().filter(goes_on);
    let next = open.find(|purchase| !seen.contains(&purchase.purchase_id))?;
    Some(next.purchase_id)
}

fn need_token(front: &Front) -> Result<(), Stop> {
    match front.studio.hub_session() {
        HubSession::SignedOut { refusal } => {
            let needed = || Refusal::new(Code::TokenNeeded).of_hubfluencer();
            Err(refusal.unwrap_or_else(needed).into())
        }
        _ => Ok(()),
    }
}

fn left() -> Stop {
    Stop::own(Exit::NoAnswer, OwnCode::Interrupted, "cli-stopped-watching")
}
