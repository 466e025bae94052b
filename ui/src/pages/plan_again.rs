//! A plan of before on its way to the Riff page, and the question whether what is being written there
//! may go for it.

use contract::{Plan, Refusal};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{Page, Store, store, t};
use crate::components::{Dialog, DialogAnswers};

/// The plan, from when it is asked for. Copy.
#[derive(Clone, Copy)]
pub struct PlanAgain {
    /// Whether it is being asked for.
    pub busy: RwSignal<bool>,
    found: RwSignal<Option<Plan>>,
}

impl PlanAgain {
    /// Nothing asked for.
    pub fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            found: RwSignal::new(None),
        }
    }

    /// Puts the plan that `asking` brings on the Riff page; where words would be lost there, the
    /// person is asked first, by [`PlanAgainSheet`].
    pub fn fetch(
        self,
        store: Store,
        asking: impl Future<Output = Result<Plan, Refusal>> + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = asking.await;
            // Whoever has gone elsewhere by now is not taken from there.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(plan) if store.plan.with_untracked(|held| loses_words(held, &plan)) => {
                    self.found.set(Some(plan));
                }
                Ok(plan) => take(store, plan),
                Err(refusal) => store.report(refusal),
            }
        });
    }
}

/// The question, where there is one.
#[component]
pub fn PlanAgainSheet(
    /// The plan.
    again: PlanAgain,
) -> impl IntoView {
    let store = store();
    let found = again.found;
    let close = Callback::new(move |()| found.set(None));
    view! {
        <Dialog
            open=Signal::derive(move || found.with(Option::is_some))
            title=move || t("reel-riff-again-title")
            test="riff-again-sheet"
            on_close=close
        >
            <p>{move || t("reel-riff-again-means")}</p>
            <DialogAnswers
                test="riff-again"
                no=move || t("reel-riff-again-no")
                yes=move || t("reel-riff-again-yes")
                on_no=close
                on_yes=Callback::new(move |()| {
                    if let Some(plan) = found.get_untracked() {
                        found.set(None);
                        take(store, plan);
                    }
                })
            />
        </Dialog>
    }
}

fn take(store: Store, plan: Plan) {
    store.plan.set(plan);
    store.lost_images.set(Vec::new());
    store.page.set(Page::Riff);
}

/// Whether words that somebody typed would be gone.
fn loses_words(held: &Plan, next: &Plan) -> bool {
    let is_lost = |held: &str, next: &str| !held.trim().is_empty() && held.trim() != next.trim();
    is_lost(&held.direction, &next.direction) || is_lost(&held.hint, &next.hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_would_be_gone_are_asked_about() {
        let plan = |direction: &str| Plan {
            direction: direction.to_owned(),
            ..Plan::default()
        };
        assert!(!loses_words(&plan(" "), &plan("foam")));
        assert!(!loses_words(&plan("foam"), &plan(" foam ")));
        assert!(loses_words(&plan("foam"), &plan("")));
    }
}
