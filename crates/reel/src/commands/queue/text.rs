//! How the queue stands, in lines for people.

use contract::{
    Args, Candidate, DoubtSearch, Millis, OrderId, OrderState, OrderView, ProjectView,
    PurchaseState, PurchaseView, TaskView,
};
use words::Words;

use super::Standing;
use crate::commands::hub::purchase_line;
use crate::moment::now;
use crate::shapes::{Saved, stage_name, state_name, task_status};

/// Everything, one thing a line, and under it what there is to say and to do.
pub fn of(words: &Words, standing: &Standing, saved: &[Saved]) -> String {
    let now = now();
    let orders = standing.orders.iter().map(|order| line(words, order, now));
    let purchases = standing.purchases.iter();
    let purchases = purchases.map(|purchase| step(words, purchase, now));
    let projects = standing.projects.iter().map(|view| project(words, view));
    let saved = saved.iter().map(|saved| saved.path.display().to_string());
    let lines: Vec<String> = orders
        .chain(purchases)
        .chain(projects)
        .chain(saved)
        .collect();
    lines.join("\n")
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
    match (&order.state, &order.refusal) {
        (OrderState::InDoubt { search }, _) => {
            line.push_str(&doubt(words, &order.order_id, search, now))
        }
        (_, Some(refusal)) => line.push_str(&format!("\n  {}", words.refusal(refusal))),
        (_, None) => {}
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

/// What was found of an order in doubt, and what the person can do.
fn doubt(words: &Words, order_id: &OrderId, search: &DoubtSearch, now: Millis) -> String {
    let (key, span) = match search {
        DoubtSearch::Looking { next_at } => match next_at.map(|at| at.saturating_sub(now)) {
            Some(left) if left > 0 => ("cli-queue-looking-next", left),
            _ => ("cli-queue-looking", 0),
        },
        DoubtSearch::Unreadable { .. } => ("cli-queue-unreadable", 0),
        DoubtSearch::OtherAccount { .. } => ("cli-queue-other-account", 0),
        DoubtSearch::AccountUnknown { asked: Some(_) } => ("cli-queue-account-unknown", 0),
        DoubtSearch::AccountUnknown { asked: None } => ("cli-queue-account-unknown-plain", 0),
        DoubtSearch::NotTaken { missing_for } => ("cli-queue-not-taken", *missing_for),
        DoubtSearch::Several { .. } => ("cli-queue-several", 0),
    };
    // To the next whole second: what is left of one is still to be waited for.
    let seconds = u64::try_from(span).unwrap_or_default().div_ceil(1000);
    let account = match search {
        DoubtSearch::OtherAccount { account } => account.as_str(),
        DoubtSearch::AccountUnknown { asked } => asked.as_deref().unwrap_or_default(),
        _ => "",
    };
    let args = Args::from([
        ("order".to_owned(), order_id.0.clone().into()),
        ("span".to_owned(), words.span(seconds).into()),
        ("account".to_owned(), account.into()),
    ]);
    let mut text = format!("\n  {}", words.say_with(key, &args));
    if let DoubtSearch::Several { candidates } = search {
        for candidate in candidates {
            text.push_str(&format!("\n    {}", choice(words, candidate, now)));
        }
    }
    text
}

fn choice(words: &Words, candidate: &Candidate, now: Millis) -> String {
    let when = candidate.created_at.map(|at| words.ago(now, at));
    let parts = [
        Some(candidate.batch_id.clone()),
        Some(task_status(&candidate.status)),
        when,
        candidate.template_name.clone(),
        candidate.direction.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join("  ")
}

/// A paid step that is open.
fn step(words: &Words, purchase: &PurchaseView, now: Millis) -> String {
    let line = purchase_line(words, purchase, now).join("  ");
    if purchase.state != PurchaseState::InDoubt {
        return line;
    }
    let id = purchase.purchase_id.0.clone();
    let args = Args::from([("purchase".to_owned(), id.into())]);
    format!(
        "{line}\n  {}",
        words.say_with("cli-queue-step-in-doubt", &args)
    )
}

/// A project that the service works on.
fn project(words: &Words, view: &ProjectView) -> String {
    let key = view.key();
    let working = words.say("cli-queue-project-works");
    format!("{} {}  {working}", key.kind.as_str(), key.slug)
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    #[test]
    fn an_order_in_doubt_says_which_account_can_tell() {
        let said = |search: DoubtSearch| {
            let (words, order_id) = (Words::of(Language::English), OrderId("7".to_owned()));
            doubt(&words, &order_id, &search, 0)
        };
        let anns = said(DoubtSearch::OtherAccount {
            account: "ann@example.com".to_owned(),
        });
        assert!(anns.contains("sign in as ann@example.com"), "{anns}");
        assert!(!anns.contains("--not-taken"), "its own list says: {anns}");
        for asked in [Some("bo@example.com".to_owned()), None] {
            let named = asked.clone();
            let nobodys = said(DoubtSearch::AccountUnknown { asked });
            let whose = named.unwrap_or_else(|| "the account that is signed in now".to_owned());
            assert!(
                nobodys.contains(&format!("The lists of {whose}")),
                "{nobodys}"
            );
            assert!(nobodys.ends_with("reel queue --not-taken 7"), "{nobodys}");
        }
    }
}
