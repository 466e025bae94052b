//! What an order's card says and offers. Pure: it is given the words and the time.

use contract::{
    Code, DoubtSearch, Language, Millis, NextStep, OrderNote, OrderState, OrderView,
    ProductWorkView, Refusal, TaskStatus, WorkState,
};
use words::Words;

use super::doubt::Finding;
use crate::pages::is_shortage;
use crate::pages::wording::args;

/// How many orders go on, and how many wait for the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Open orders that go on by themselves.
    pub in_progress: usize,
    /// Open orders that wait for the person: a sign-in, or a decision.
    pub need_you: usize,
}

/// Counts the open orders.
pub fn tally(orders: &[OrderView], works: &[ProductWorkView]) -> Tally {
    let mut tally = Tally::default();
    for order in orders.iter().filter(|order| order.state.is_open()) {
        let waits = order.state == OrderState::AwaitingSignIn
            || search_of(order).is_some_and(|search| !Finding::of(search).goes_on())
            || needs_sign_in(order)
            || product_has_stopped(order, works);
        if waits {
            tally.need_you += 1;
        } else {
            tally.in_progress += 1;
        }
    }
    tally
}

/// Whether it is heard of again after a sign-in alone.
const fn needs_sign_in(order: &OrderView) -> bool {
    matches!(
        order.note,
        Some(OrderNote::SignInNeeded | OrderNote::OtherAccount { .. })
    )
}

/// What looking for an order in doubt has brought; none for any other.
pub const fn search_of(order: &OrderView) -> Option<&DoubtSearch> {
    match &order.state {
        OrderState::InDoubt { search } => Some(search),
        _ => None,
    }
}

/// Whether an order waits for a product whose writing has stopped.
fn product_has_stopped(order: &OrderView, works: &[ProductWorkView]) -> bool {
    let OrderState::Preparing { work_id } = &order.state else {
        return false;
    };
    works.iter().any(|work| {
        work.work_id == *work_id
            && matches!(work.state, WorkState::Paused | WorkState::Failed { .. })
    })
}

/// The page's summary under its title.
pub fn summary(words: &Words, orders: &[OrderView], works: &[ProductWorkView]) -> String {
    let Tally {
        in_progress,
        need_you,
    } = tally(orders, works);
    #[expect(clippy::cast_precision_loss, reason = "a count of cards")]
    let count = |key: &str, n: usize| words.say_with(key, &args([("count", (n as f64).into())]));
    let mut sentences = Vec::new();
    if in_progress > 0 {
        sentences.push(count("queue-in-progress", in_progress));
    }
    if need_you > 0 {
        sentences.push(count("queue-needs-you", need_you));
    }
    if sentences.is_empty() {
        sentences.push(words.say("queue-all-done"));
    }
    let gap = if words.language() == Language::Chinese {
        ""
    } else {
        " "
    };
    sentences.join(gap)
}

/// The quiet word about an open order.
pub fn note(words: &Words, order: &OrderView, now: Millis) -> Option<String> {
    if order.state == OrderState::AwaitingSignIn {
        return Some(words.say("queue-note-waits"));
    }
    Some(match order.note.as_ref()? {
        OrderNote::ServiceBusy => words.say("queue-note-busy"),
        OrderNote::TakingLong => words.say("queue-note-long"),
        OrderNote::SignInNeeded => words.say("queue-note-sign-in"),
        OrderNote::OtherAccount { account } => words.say_with(
            "queue-note-other-account",
            &args([("account", account.as_str().into())]),
        ),
        OrderNote::Vanished { .. } => words.say("queue-note-vanished"),
        OrderNote::Unreachable { retry_at } => match u64::try_from((retry_at - now) / 1000) {
            Ok(seconds) if seconds > 0 => words.say_with(
                "queue-note-unreachable",
                &args([("span", words.span(seconds).into())]),
            ),
            _ => words.say("queue-note-unreachable-now"),
        },
    })
}

/// Why an order ended without a reel, or with one fewer: sentences, ours first, then the
/// service's own words.
pub fn failures(words: &Words, order: &OrderView) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut add = |sentence: String| {
        if !sentence.is_empty() && !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    };
    if !matches!(order.state, OrderState::InDoubt { .. })
        && let Some(refusal) = &order.refusal
    {
        add(words.refusal(refusal));
    }
    for task in &order.tasks {
        if let Some(refusal) = &task.refusal {
            add(words.refusal(refusal));
        }
        match task.status {
            TaskStatus::Failed if order.refusal.is_none() => add(words.say("queue-failed")),
            TaskStatus::Dead if order.refusal.is_none() => add(words.say("queue-dead")),
            _ => {}
        }
        if let Some(error) = task
            .error
            .as_deref()
            .filter(|error| !error.trim().is_empty())
        {
            add(words.say_with("queue-said", &args([("detail", error.into())])));
        }
    }
    sentences
}

/// A thing to press on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Sign in (again).
    SignIn,
    /// Look at it before its turn.
    LookNow,
    /// Stop the upload.
    CancelSending,
    /// Open the service's top-up page.
    TopUp,
    /// Look at what is being saved.
    Transfers,
    /// Look at the reel.
    Show,
    /// Put the words back on the Riff page.
    UseAgain,
    /// Take an ended order off the list.
    Hide,
}

/// What a card offers, the most useful first. An order in doubt has its own panel.
pub fn actions(order: &OrderView) -> Vec<Action> {
    let mut actions = Vec::new();
    let may_sign_in = order.state == OrderState::AwaitingSignIn
        || needs_sign_in(order)
        || order
            .refusal
            .as_ref()
            .is_some_and(|refusal| refusal.next == NextStep::SignIn);
    if may_sign_in {
        actions.push(Action::SignIn);
    }
    if matches!(
        order.note,
        Some(OrderNote::Unreachable { .. } | OrderNote::TakingLong | OrderNote::Vanished { .. })
    ) {
        actions.push(Action::LookNow);
    }
    if matches!(
        order.state,
        OrderState::Sending { .. } | OrderState::AwaitingSignIn | OrderState::Preparing { .. }
    ) {
        actions.push(Action::CancelSending);
    }
    if order.can_top_up || shortage(order).is_some() {
        actions.push(Action::TopUp);
    }
    if !order.reels.is_empty() {
        actions.push(Action::Show);
    }
    if matches!(
        order.state,
        OrderState::Refused
            | OrderState::NotSent
            | OrderState::Failed
            | OrderState::GivenUp
            | OrderState::Cancelled
    ) {
        actions.push(Action::UseAgain);
    }
    if !order.state.is_open() {
        actions.push(Action::Hide);
    }
    actions
}

/// The refusal of an order that lacks seconds.
pub fn shortage(order: &OrderView) -> Option<Refusal> {
    let of_tasks = order.tasks.iter().filter_map(|task| task.refusal.as_ref());
    let mut refusals = order.refusal.iter().chain(of_tasks);
    refusals.find(|refusal| is_shortage(refusal)).cloned()
}

/// The state's stable text, for tests and styles.
pub const fn state_name(state: &OrderState) -> &'static str {
    match state {
        OrderState::AwaitingSignIn => "awaiting_sign_in",
        OrderState::Preparing { .. } => "preparing",
        OrderState::Sending { .. } => "sending",
        OrderState::InDoubt { .. } => "in_doubt",
        OrderState::Working { .. } => "working",
        OrderState::Ready => "ready",
        OrderState::Failed => "failed",
        OrderState::Cancelled => "cancelled",
        OrderState::Refused => "refused",
        OrderState::NotSent => "not_sent",
        OrderState::GivenUp => "given_up",
    }
}

/// The code of what ended an order, for tests and styles.
pub fn refusal_code(order: &OrderView) -> Option<&'static str> {
    let of_task = || order.tasks.iter().find_map(|task| task.refusal.as_ref());
    order
        .refusal
        .as_ref()
        .or_else(of_task)
        .map(|refusal: &Refusal| Code::as_str(refusal.code))
}

#[cfg(test)]
mod tests {
    use contract::{AssetId, ProductWorkId, Stage, TaskKind};

    use super::*;
    use crate::pages::queue::samples::{order, task};

    fn in_doubt() -> OrderState {
        OrderState::InDoubt {
            search: DoubtSearch::NotTaken {
                missing_for: 660_000,
            },
        }
    }

    fn english() -> Words {
        Words::of(Language::English)
    }

    #[test]
    fn the_summary_tells_what_goes_on_from_what_waits_for_the_person() {
        let working = order(OrderState::Working {
            stage: Stage::Queued,
        });
        let doubt = order(in_doubt());
        assert_eq!(
            summary(&english(), &[working.clone(), working.clone(), doubt], &[]),
            "2 in progress. You can close the window; work goes on. 1 needs you."
        );
        assert_eq!(
            summary(&english(), &[order(OrderState::Ready)], &[]),
            "Nothing in progress."
        );
    }

    #[test]
    fn an_order_whose_product_has_stopped_waits_for_the_person() {
        let work_id = ProductWorkId::from("w");
        let preparing = order(OrderState::Preparing {
            work_id: work_id.clone(),
        });
        let mut work = ProductWorkView {
            work_id,
            name: "Oat Shot".to_owned(),
            product_id: None,
            state: WorkState::Running,
            images: Vec::new(),
        };
        let orders = [preparing];
        let one = |tally: Tally| (tally.in_progress, tally.need_you);
        assert_eq!(one(tally(&orders, std::slice::from_ref(&work))), (1, 0));
        work.state = WorkState::Paused;
        assert_eq!(one(tally(&orders, &[work])), (0, 1));
        assert_eq!(actions(&orders[0]), [Action::CancelSending]);
    }

    #[test]
    fn an_unreachable_service_counts_down_and_never_below_zero() {
        let mut open = order(OrderState::Working {
            stage: Stage::Queued,
        });
        open.note = Some(OrderNote::Unreachable { retry_at: 30_000 });
        assert_eq!(
            note(&english(), &open, 0).as_deref(),
            Some("The service can’t be reached just now. Next try in 30 s.")
        );
        assert_eq!(actions(&open), [Action::LookNow], "nobody has to wait");
        assert_eq!(
            note(&english(), &open, 31_000).as_deref(),
            Some("The service can’t be reached just now. Trying again.")
        );
    }

    #[test]
    fn a_failed_task_shows_the_services_own_words() {
        let mut failed = order(OrderState::Failed);
        let mut broken = task(TaskKind::Pipeline, TaskStatus::Failed);
        broken.error = Some("Seedance: face not clear".to_owned());
        failed.tasks = vec![broken];
        assert_eq!(
            failures(&english(), &failed),
            [
                "The service could not finish this reel.",
                "The service says: Seedance: face not clear"
            ]
        );
    }

    #[test]
    fn an_analysis_that_began_no_video_is_told_as_what_it_is() {
        let mut failed = order(OrderState::Failed);
        let mut analysis = task(TaskKind::Analyze, TaskStatus::Completed);
        analysis.refusal = Some(Refusal::new(Code::AutoGenerateNoBalance));
        failed.tasks = vec![analysis];
        failed.can_top_up = true;
        assert_eq!(failures(&english(), &failed).len(), 1);
        assert_eq!(refusal_code(&failed), Some("auto-generate-no-balance"));
        let code = shortage(&failed).map(|refusal| refusal.code);
        assert_eq!(code, Some(Code::AutoGenerateNoBalance));
        assert_eq!(
            actions(&failed),
            [Action::TopUp, Action::UseAgain, Action::Hide]
        );
    }

    #[test]
    fn only_ended_orders_can_be_hidden_and_only_uploads_cancelled() {
        let sending = order(OrderState::Sending {
            sent: 1,
            total: Some(2),
        });
        assert_eq!(actions(&sending), [Action::CancelSending]);
        let working = order(OrderState::Working {
            stage: Stage::Analysed,
        });
        assert!(actions(&working).is_empty());
        assert_eq!(actions(&order(in_doubt())), []);
        let mut ready = order(OrderState::Ready);
        ready.reels = vec![AssetId::from("a")];
        assert_eq!(actions(&ready), [Action::Show, Action::Hide]);
    }

    #[test]
    fn a_session_that_ended_offers_the_sign_in() {
        let mut working = order(OrderState::Working {
            stage: Stage::Queued,
        });
        working.note = Some(OrderNote::SignInNeeded);
        assert_eq!(actions(&working), [Action::SignIn]);
        assert_eq!(
            actions(&order(OrderState::AwaitingSignIn))[0],
            Action::SignIn
        );
        working.note = Some(OrderNote::OtherAccount {
            account: "ann@example.com".to_owned(),
        });
        assert_eq!(actions(&working), [Action::SignIn]);
        assert_eq!(tally(std::slice::from_ref(&working), &[]).need_you, 1);
        let said = note(&english(), &working, 0).unwrap_or_default();
        assert!(
            said.starts_with("This was ordered with ann@example.com"),
            "{said}"
        );
    }
}
