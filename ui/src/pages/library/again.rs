//! "Riff again": the plan of a finished reel, put on the Riff page.

use contract::{AssetId, Plan, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{Page, Store, store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Dialog, Glyph};

/// The button, and the question whether a plan that is being made may go for it.
#[component]
pub fn RiffAgain(
    /// Of which reel.
    asset_id: AssetId,
    /// How loud.
    kind: ButtonKind,
) -> impl IntoView {
    let store = store();
    let asset_id = StoredValue::new(asset_id);
    let busy = RwSignal::new(false);
    let found = RwSignal::new(None::<Plan>);
    let press = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = backend::ask(ask::GetPlanOfReel {
                asset_id: asset_id.get_value(),
            })
            .await;
            // Whoever has gone elsewhere by now is not taken from there.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(plan) if store.plan.with_untracked(|held| loses_words(held, &plan)) => {
                    found.set(Some(plan));
                }
                Ok(plan) => take(store, plan),
                Err(refusal) => store.report(refusal),
            }
        });
    });
    let close = Callback::new(move |()| found.set(None));
    view! {
        <Button
            kind
            test="riff-again"
            glyph=Glyph::Riff
            disabled=Signal::derive(move || busy.get())
            on_press=press
        >
            {move || t("reel-riff-again")}
        </Button>
        <Dialog
            open=Signal::derive(move || found.with(Option::is_some))
            title=move || t("reel-riff-again-title")
            test="riff-again-sheet"
            on_close=close
        >
            <p>{move || t("reel-riff-again-means")}</p>
            <div class="dialog-actions">
                <Button test="riff-again-no" autofocus=true on_press=close>
                    {move || t("reel-riff-again-no")}
                </Button>
                <Button
                    kind=ButtonKind::Primary
                    test="riff-again-yes"
                    on_press=Callback::new(move |()| {
                        if let Some(plan) = found.get_untracked() {
                            found.set(None);
                            take(store, plan);
                        }
                    })
                >
                    {move || t("reel-riff-again-yes")}
                </Button>
            </div>
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
