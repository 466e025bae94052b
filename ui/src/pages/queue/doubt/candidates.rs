//! What an order in doubt could be: batches of the service to choose from.

use contract::{Candidate, DoubtSearch, Millis, OrderView, ask};
use leptos::prelude::*;
use words::Words;

use super::super::card::search_of;
use super::id_of;
use crate::app::{say, store, t, t_with};
use crate::components::Button;
use crate::pages::tasks::wording;
use crate::pages::wording::{args, facts, figure};

/// The list.
#[component]
pub fn Candidates(
    /// The order.
    order: Memo<Option<OrderView>>,
) -> impl IntoView {
    let store = store();
    let now = store.ticking();
    let candidates = Memo::new(move |_| {
        order.with(|order| match order.as_ref().and_then(search_of) {
            Some(DoubtSearch::Several { candidates }) => candidates.clone(),
            _ => Vec::new(),
        })
    });
    let choose = move |batch_id: String| {
        if let Some(order_id) = id_of(order) {
            store.tell(ask::AdoptBatch { order_id, batch_id });
        }
    };
    view! {
        <ul class="candidates" aria-label=move || t("doubt-candidates")>
            <For
                each=move || candidates.get()
                key=|candidate| candidate.clone().batch_id
                let:candidate
            >
                {
                    let candidate = StoredValue::new(candidate);
                    let told = move || candidate.with_value(|one| title(&say(), one));
                    let facts = move || candidate.with_value(|one| line(&say(), one, now.get()));
                    let direction = candidate.with_value(|one| one.direction.clone());
                    let what = move || format!("{} · {}", told(), facts());
                    view! {
                        <li class="candidate" data-test="doubt-candidate">
                            <div class="candidate-words">
                                <p><strong>{told}</strong></p>
                                <p class="muted small figures">{facts}</p>
                                {direction.filter(|text| !text.trim().is_empty()).map(|text| view! {
                                    <p class="small candidate-direction" title=text.clone()>{text.clone()}</p>
                                })}
                            </div>
                            <Button
                                test="doubt-choose"
                                on_press=Callback::new(move |()| {
                                    choose(candidate.with_value(|one| one.batch_id.clone()));
                                })
                            >
                                <span aria-hidden="true">{move || t("doubt-candidate-choose")}</span>
                                <span class="visually-hidden">
                                    {move || t_with(
                                        "doubt-candidate-choose-of",
                                        &args([("what", what().into())]),
                                    )}
                                </span>
                            </Button>
                        </li>
                    }
                }
            </For>
        </ul>
    }
}

fn title(words: &Words, candidate: &Candidate) -> String {
    match candidate.template_name.as_deref() {
        Some(name) if !name.trim().is_empty() => {
            words.say_with("doubt-candidate", &args([("name", name.into())]))
        }
        _ => words.say("doubt-candidate-unnamed"),
    }
}

/// When it was taken, how much it is, and where it stands.
fn line(words: &Words, candidate: &Candidate, now: Millis) -> String {
    let taken = candidate.created_at.map(|at| {
        let ago = words.ago(now.max(at), at);
        words.say_with("doubt-candidate-taken", &args([("ago", ago.into())]))
    });
    let tasks = usize::try_from(candidate.tasks).unwrap_or(usize::MAX);
    let tasks = (tasks > 0)
        .then(|| words.say_with("order-tasks", &args([("count", figure(tasks).into())])));
    let status = wording::status_word(words, wording::status_name(&candidate.status));
    facts([taken, tasks, Some(status)].into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use contract::{Language, TaskStatus};

    use super::*;

    #[test]
    fn a_candidate_says_what_tells_it_from_the_others() {
        let words = Words::of(Language::English);
        let mut candidate = Candidate {
            batch_id: "b".to_owned(),
            created_at: Some(0),
            template_name: Some("Unboxing doubt".to_owned()),
            direction: None,
            tasks: 2,
            status: TaskStatus::Running,
        };
        assert_eq!(title(&words, &candidate), "Template “Unboxing doubt”");
        let said = line(&words, &candidate, 180_000);
        assert!(said.starts_with("Taken 3 min ago · "), "{said}");
        // The service's clock may be a little ahead: nothing was taken in the future.
        assert!(line(&words, &candidate, -5_000).starts_with("Taken just now"));
        candidate.template_name = None;
        assert_eq!(title(&words, &candidate), "No template yet");
    }
}
