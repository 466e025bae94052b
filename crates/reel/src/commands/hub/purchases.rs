//! `reel purchases`: the paid steps of the last days, and what to make of one in doubt.

use contract::{Args, Code, Millis, PurchaseId, PurchaseState, PurchaseView, Refusal};
use words::Words;

use super::free;
use crate::args::hub::Purchases;
use crate::exit::Exit;
use crate::layout::columns;
use crate::moment::now;
use crate::run::Run;
use crate::shapes::hub as shapes;
use crate::stop::Stop;

/// Lists them, newest first, after saying of one that it was not taken where that was asked for.
pub async fn run(run: &Run, asked: Purchases) -> Result<Exit, Stop> {
    free::with_token(run, async |front| {
        if let Some(id) = asked.not_taken {
            let wanted = PurchaseId(id);
            if front.studio.purchase(&wanted).is_none() {
                return Err(Refusal::new(Code::Unknown).of_hubfluencer().into());
            }
            front.studio.give_up_step(&wanted).await?;
        }
        let purchases = front.studio.purchases();
        if purchases.is_empty() {
            run.output.say("cli-hub-purchases-none");
        }
        let words = &run.output.words;
        let document: Vec<_> = purchases
            .iter()
            .map(|purchase| shapes::purchase(purchase, words))
            .collect();
        run.output
            .result(&document, |words| text(words, &purchases));
        Ok(Exit::Done)
    })
    .await
}

fn text(words: &Words, purchases: &[PurchaseView]) -> String {
    let now = now();
    let rows: Vec<_> = purchases
        .iter()
        .map(|purchase| line(words, purchase, now))
        .collect();
    columns(&rows)
}

/// A paid step, in the cells of one line.
pub fn line(words: &Words, purchase: &PurchaseView, now: Millis) -> Vec<String> {
    let credits = f64::from(purchase.credits);
    let credits = Args::from([("count".to_owned(), credits.into())]);
    vec![
        purchase.purchase_id.0.clone(),
        words.say(&format!("cli-hub-purchase-{}", word(&purchase.state))),
        words.say_with("hub-credits", &credits),
        words.ago(now, purchase.created_at),
        words.say(&format!("hub-step-{}", purchase.step.as_str())),
    ]
}

/// The last part of its key.
const fn word(state: &PurchaseState) -> &'static str {
    match state {
        PurchaseState::Sending => "sending",
        PurchaseState::AskingAgain { .. } => "asking-again",
        PurchaseState::Taken => "taken",
        PurchaseState::Refused { .. } => "refused",
        PurchaseState::NotSent => "not-sent",
        PurchaseState::InDoubt => "in-doubt",
        PurchaseState::GivenUp => "given-up",
    }
}
