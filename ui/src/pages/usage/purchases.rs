//! Paid steps of the last days: what, for how much, and what came of it.

use std::collections::BTreeSet;

use contract::{ProjectKey, PurchaseId, PurchaseState, PurchaseView};
use leptos::prelude::*;
use words::Words;

use crate::app::{Page, say, store, t, t_with};
use crate::components::hub::PurchaseNotice;
use crate::components::{Button, ButtonKind, Glyph, Icon};
use crate::pages::projects::project_title;
use crate::pages::wording::args;

/// What needs the person, then the rows. Nothing where nothing was paid.
#[component]
pub fn Purchases() -> impl IntoView {
    let store = store();
    let purchases = store.hub.purchases;
    let has_some = Memo::new(move |_| purchases.with(|all| !all.is_empty()));
    let open = Memo::new(move |_| purchases.with(|all| awaiting(all)));
    let ids = Memo::new(move |_| {
        purchases.with(|all| {
            all.iter()
                .map(|purchase| purchase.purchase_id.clone())
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || has_some.get()>
            <h3 class="usage-sub">{move || t("hub-purchases")}</h3>
            <For each=move || open.get() key=Clone::clone let:project>
                {match project {
                    Some(key) => view! { <PurchaseNotice project=key/> }.into_any(),
                    None => view! { <PurchaseNotice/> }.into_any(),
                }}
            </For>
            <table class="usage-table" data-test="usage-hub-purchases">
                <thead>
                    <tr>
                        <th scope="col">{move || t("hub-purchases-column-what")}</th>
                        <th scope="col" class="usage-number">{move || t("hub-purchases-column-credits")}</th>
                        <th scope="col">{move || t("hub-purchases-column-state")}</th>
                        <th scope="col">{move || t("hub-purchases-column-when")}</th>
                        <th scope="col">
                            <span class="visually-hidden">{move || t("hub-purchases-column-hide")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || ids.get() key=PurchaseId::clone let:purchase_id>
                        <Row purchase_id/>
                    </For>
                </tbody>
            </table>
        </Show>
    }
}

#[component]
fn Row(
    /// Which.
    purchase_id: PurchaseId,
) -> impl IntoView {
    let store = store();
    let id = StoredValue::new(purchase_id);
    let purchase = Memo::new(move |_| {
        store.hub.purchases.with(|all| {
            id.with_value(|id| all.iter().find(|other| other.purchase_id == *id).cloned())
        })
    });
    let now = store.ticking();
    let what = move || {
        purchase.with(|purchase| {
            let step = purchase.as_ref().map(|purchase| purchase.step.as_str());
            step.map(|step| t(&format!("hub-paid-{step}")))
                .unwrap_or_default()
        })
    };
    let project = Memo::new(move |_| {
        purchase.with(|purchase| {
            purchase
                .as_ref()
                .and_then(|purchase| purchase.step.project())
        })
    });
    let has_ended =
        move || purchase.with(|purchase| purchase.as_ref().is_some_and(|p| !p.state.is_open()));
    let hide = move |_| store.hub.hide_purchase(store, id.get_value());
    view! {
        <tr
            data-test="usage-hub-purchase"
            data-state=move || purchase.with(|p| p.as_ref().map(|p| state_name(&p.state)))
        >
            <td>
                {what}
                {move || project.get().map(|key| view! { <ProjectLink key/> })}
            </td>
            <td class="usage-number figures">
                {move || purchase.with(|p| p.as_ref().map(|p| t_with("hub-figure", &args([("count", f64::from(p.credits).into())]))))}
            </td>
            <td>{move || purchase.with(|p| p.as_ref().map(|p| state_words(&say(), &p.state)))}</td>
            <td class="muted">
                {move || purchase.with(|p| p.as_ref().map(|p| {
                    say().ago(now.get().max(p.created_at), p.created_at)
                }))}
            </td>
            <td class="usage-end">
                <Show when=has_ended>
                    <button
                        type="button"
                        class="toast-close"
                        data-test="usage-hub-hide"
                        aria-label=move || t_with("hub-purchase-hide", &args([("step", what().into())]))
                        title=move || t("hub-purchases-column-hide")
                        on:click=hide
                    >
                        <Icon glyph=Glyph::Close/>
                    </button>
                </Show>
            </td>
        </tr>
    }
}

/// Of which project, with the way there.
#[component]
fn ProjectLink(
    /// The project.
    key: ProjectKey,
) -> impl IntoView {
    let store = store();
    let page = Page::of_project(&key);
    let title = move || {
        let title = store.hub.projects.with(|all| {
            all.iter()
                .find(|project| project.key() == key)
                .map(|project| project_title(&say(), project))
        });
        title.unwrap_or_else(|| key.slug.clone())
    };
    view! {
        <Button
            kind=ButtonKind::Quiet
            test="usage-hub-project"
            on_press=Callback::new(move |()| store.page.set(page.clone()))
        >
            {title}
        </Button>
    }
}

/// The projects that have a step whose answer was lost or is in doubt, each once; `None` is the
/// account.
fn awaiting(purchases: &[PurchaseView]) -> Vec<Option<ProjectKey>> {
    let open = purchases.iter().filter(|purchase| {
        matches!(
            purchase.state,
            PurchaseState::AskingAgain { .. } | PurchaseState::InDoubt
        )
    });
    let projects: BTreeSet<_> = open.map(|purchase| purchase.step.project()).collect();
    projects.into_iter().collect()
}

/// For tests and styles.
const fn state_name(state: &PurchaseState) -> &'static str {
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

/// Where it stands; a refusal with its reason.
fn state_words(words: &Words, state: &PurchaseState) -> String {
    let stands = words.say(&format!("hub-paid-{}", state_name(state)));
    match state {
        PurchaseState::Refused { refusal } => format!("{stands}. {}", words.refusal(refusal)),
        _ => stands,
    }
}

#[cfg(test)]
mod tests {
    use contract::{ProjectKind, Step};

    use super::*;

    fn purchase(id: &str, step: Step, state: PurchaseState) -> PurchaseView {
        PurchaseView {
            purchase_id: PurchaseId::from(id),
            step,
            credits: 15,
            state,
            created_at: 0,
            ended_at: None,
        }
    }

    #[test]
    fn only_what_needs_the_person_is_told_above_the_rows_each_project_once() {
        let short = |slug: &str| Step::GenerateShort {
            slug: slug.to_owned(),
        };
        let all = [
            purchase("1", short("a"), PurchaseState::InDoubt),
            purchase("2", short("a"), PurchaseState::InDoubt),
            purchase("3", short("b"), PurchaseState::Taken),
            purchase("4", Step::UnlockAssists, PurchaseState::InDoubt),
        ];
        let short = ProjectKey::new(ProjectKind::Short, "a");
        assert_eq!(awaiting(&all), [None, Some(short)]);
    }
}
