//! A step that costs: its price, the one yes, and what came of it.

use std::time::Duration;

use contract::{
    Args, Code, Event, HubEvent, PurchaseId, PurchaseState, PurchaseView, Refusal, SpendReview,
    Step, StepCaution, StepReview,
};
use tokio::time::{Instant, sleep_until};

use super::free;
use crate::args::Consent;
use crate::commands::over_limit;
use crate::exit::Exit;
use crate::front::{Front, Listener};
use crate::output::at_a_terminal;
use crate::prompt::{self, Answer};
use crate::run::Run;
use crate::stop::{OwnCode, Stop};

/// So long a lost answer is asked for before the command ends in doubt. The next run goes on asking.
const ASKING_PATIENCE: Duration = Duration::from_secs(5 * 60);
/// So long the assists are counted after a purchase of some whose answer was lost.
const COUNTING_PATIENCE: Duration = Duration::from_secs(15);

/// Fails where nobody could say yes: before anything at all is sent.
///
/// # Errors
/// Not confirmed.
pub fn expect_yes(consent: Consent) -> Result<(), Stop> {
    if consent.yes || at_a_terminal() {
        Ok(())
    } else {
        Err(Stop::not_confirmed("cli-hub-not-confirmed-script"))
    }
}

/// Restates a step, asks, takes it once, and waits until the service has answered.
///
/// # Errors
/// Not confirmed; the refusal; in doubt.
pub async fn paid(
    front: &Front,
    run: &Run,
    step: Step,
    consent: Consent,
) -> Result<PurchaseView, Stop> {
    let review = tokio::select! {
        review = front.studio.review_step(step.clone()) => review,
        () = run.interrupt.pressed() => return Err(free::interrupted()),
    };
    let review = match review {
        // An earlier run died before it was answered: that answer is what this one is for.
        Err(refusal) if refusal.code == Code::StepUnderWay => {
            return match settled(front, run, |open| *open == step).await? {
                Some(view) => Ok(view),
                None => Err(refusal.into()),
            };
        }
        review => review?,
    };
    restate(run, &review);
    if !consent.yes && prompt::confirm(run, &question(run, &review)).await == Answer::No {
        return Err(Stop::not_confirmed("cli-hub-not-confirmed"));
    }
    let shown = SpendReview::Step(review.step_review_id.clone());
    over_limit::agree(front, run, consent, &shown, &review.over_limits).await?;
    let mut events = front.listen();
    let purchase_id = front.studio.take_step(&review.step_review_id).await?;
    let view = answered(front, run, &purchase_id, &mut events).await?;
    judged(front, view, &mut events).await
}

/// Waits for the answer of a step that an earlier run took and did not see the end of, if there is
/// such a one. It is asked for at once.
///
/// # Errors
/// As [`paid`].
pub async fn settled(
    front: &Front,
    run: &Run,
    is_meant: impl Fn(&Step) -> bool,
) -> Result<Option<PurchaseView>, Stop> {
    let mut open = front.studio.purchases().into_iter();
    let open = open.find(|purchase| purchase.state.is_open() && is_meant(&purchase.step));
    let Some(PurchaseView { purchase_id, .. }) = open else {
        return Ok(None);
    };
    let mut events = front.listen();
    // One that another run of this machine is sending is only waited for.
    if front.studio.ask_step_again(&purchase_id).is_ok() {
        run.output.say("cli-hub-asking-again");
    }
    let view = answered(front, run, &purchase_id, &mut events).await?;
    judged(front, view, &mut events).await.map(Some)
}

/// Waits for the answer. Once it may have left, only that tells what became of it: Ctrl+C waits for
/// it, and a second one leaves it in doubt.
async fn answered(
    front: &Front,
    run: &Run,
    purchase_id: &PurchaseId,
    events: &mut Listener,
) -> Result<PurchaseView, Stop> {
    let mut asking_until: Option<Instant> = None;
    let mut is_pressed = false;
    loop {
        let patience = asking_until.unwrap_or_else(|| Instant::now() + ASKING_PATIENCE);
        tokio::select! {
            biased;
            view = front.studio.purchase_ended(purchase_id) => return Ok(view?),
            event = events.next() => if is_asked_again(&event, purchase_id) {
                if asking_until.is_none() {
                    run.output.must_tell(&run.output.words.say("cli-hub-asking-again"));
                    asking_until = Some(Instant::now() + ASKING_PATIENCE);
                }
                if is_pressed {
                    return Err(still_asking());
                }
            },
            () = sleep_until(patience), if asking_until.is_some() => return Err(still_asking()),
            () = run.interrupt.pressed(), if !is_pressed => {
                if asking_until.is_some() {
                    return Err(still_asking());
                }
                is_pressed = true;
                run.output.must_tell(&run.output.words.say("cli-hub-waits"));
            }
            () = run.interrupt.pressed_again() => return Err(in_doubt()),
        }
    }
}

fn is_asked_again(event: &Event, purchase_id: &PurchaseId) -> bool {
    matches!(
        event,
        Event::Hub(event) if matches!(
            &**event,
            HubEvent::Purchase(PurchaseView {
                purchase_id: id,
                state: PurchaseState::AskingAgain { .. },
                ..
            }) if id == purchase_id
        )
    )
}

/// What came of it: taken, or why not.
async fn judged(
    front: &Front,
    view: PurchaseView,
    events: &mut Listener,
) -> Result<PurchaseView, Stop> {
    match view.state {
        PurchaseState::Taken => Ok(view),
        PurchaseState::Refused { refusal } => Err(refusal.into()),
        PurchaseState::NotSent | PurchaseState::GivenUp => {
            Err(Refusal::new(Code::NotSent).of_hubfluencer().into())
        }
        PurchaseState::InDoubt if view.step == Step::UnlockAssists => {
            counted(front, view, events).await
        }
        PurchaseState::InDoubt | PurchaseState::Sending | PurchaseState::AskingAgain { .. } => {
            Err(in_doubt())
        }
    }
}

/// A purchase of assists has no key: whether it was taken is seen by the assists, a moment later.
async fn counted(
    front: &Front,
    view: PurchaseView,
    events: &mut Listener,
) -> Result<PurchaseView, Stop> {
    let seen = async {
        loop {
            match front.studio.purchase(&view.purchase_id) {
                Some(now) if now.state != PurchaseState::InDoubt => return now.state,
                _ => drop(events.next().await),
            }
        }
    };
    match tokio::time::timeout(COUNTING_PATIENCE, seen).await {
        Ok(PurchaseState::Taken) => Ok(PurchaseView {
            state: PurchaseState::Taken,
            ..view
        }),
        _ => Err(in_doubt()),
    }
}

fn in_doubt() -> Stop {
    Refusal::new(Code::InDoubt).of_hubfluencer().into()
}

fn still_asking() -> Stop {
    Stop::own(Exit::InDoubt, OwnCode::InDoubt, "cli-hub-asking-goes-on")
}

/// What it is about, what it costs, and what is left.
fn restate(run: &Run, review: &StepReview) {
    let words = &run.output.words;
    if !review.scope.title.is_empty() {
        run.output.tell(&review.scope.title);
    }
    let credits = f64::from(review.credits);
    let mut args = Args::from([("credits".to_owned(), credits.into())]);
    match review.available {
        // Whole credits that people look at: exact in floats.
        Some(available) => {
            args.insert("available".to_owned(), (available as f64).into());
            run.output.say_with("cli-hub-cost-of", &args);
        }
        None => run.output.say_with("cli-hub-cost", &args),
    }
    for caution in &review.cautions {
        run.output.tell(&match caution {
            StepCaution::NotEnough { missing } => {
                let args = Args::from([("missing".to_owned(), f64::from(*missing).into())]);
                words.say_with("hub-caution-not-enough", &args)
            }
            StepCaution::PriceFromContract => words.say("hub-caution-price"),
            StepCaution::Replaces => words.say("hub-caution-replaces"),
        });
    }
}

fn question(run: &Run, review: &StepReview) -> String {
    let words = &run.output.words;
    let step = words.say(&format!("hub-step-{}", review.step.as_str()));
    format!("{step} {}", words.say("cli-hub-ask"))
}
