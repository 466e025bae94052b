//! The Activity page: what the service did that its contract does not say, for whoever reports it.

mod wording;

use contract::{ActivityEntry, Refusal, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{PageFrame, Store, say, store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Copy, Empty, Glyph, RefusalPanel};

/// How the last look at the core's list went.
#[derive(Clone, Copy)]
struct Look {
    loading: RwSignal<bool>,
    refusal: RwSignal<Option<Refusal>>,
    report: RwSignal<String>,
}

impl Look {
    fn again(self, store: Store) {
        self.loading.set(true);
        spawn_local(async move {
            match backend::ask(ask::ListActivity {}).await {
                Ok(entries) => {
                    store.activity.set(entries);
                    self.refusal.try_set(None);
                }
                Err(refusal) => {
                    self.refusal.try_set(Some(refusal));
                }
            }
            self.loading.try_set(false);
            match backend::ask(ask::GetDiagnostics {}).await {
                Ok(report) => {
                    self.report.try_set(report);
                }
                Err(refusal) => store.report(refusal),
            }
        });
    }

    fn clear(self, store: Store) {
        let said = store.words().say("activity-cleared");
        spawn_local(async move {
            match backend::ask(ask::ClearActivity {}).await {
                Ok(()) => {
                    store.announce(said);
                    self.again(store);
                }
                Err(refusal) => store.report(refusal),
            }
        });
    }
}

/// What there is to see.
#[derive(Clone, Copy, PartialEq)]
enum Sight {
    Entries,
    Unreadable,
    Loading,
    Nothing,
}

/// The page. It needs no network and nobody signed in: the list is kept here.
#[component]
pub fn Activity() -> impl IntoView {
    let store = store();
    let look = Look {
        loading: RwSignal::new(false),
        refusal: RwSignal::new(None),
        report: RwSignal::new(String::new()),
    };
    look.again(store);
    let is_empty = Memo::new(move |_| store.activity.with(Vec::is_empty));
    let sight = Memo::new(move |_| {
        if !is_empty.get() {
            Sight::Entries
        } else if look.refusal.with(Option::is_some) {
            Sight::Unreadable
        } else if look.loading.get() {
            Sight::Loading
        } else {
            Sight::Nothing
        }
    });
    view! {
        <PageFrame
            name="activity"
            title=move || t("page-activity")
            subtitle=move || t("activity-why")
            actions=move || view! {
                <div class="toolbar">
                    <Copy
                        text=look.report
                        label=move || t("activity-copy")
                        kind=ButtonKind::Secondary
                        test="activity-copy"
                    />
                    <Button
                        kind=ButtonKind::Quiet
                        test="activity-clear"
                        disabled=is_empty
                        on_press=Callback::new(move |()| look.clear(store))
                    >
                        {move || t("activity-clear")}
                    </Button>
                </div>
            }
        >
            {move || match sight.get() {
                Sight::Entries => view! { <Entries/> }.into_any(),
                Sight::Unreadable => view! {
                    <div>
                        {move || look.refusal.get().map(|refusal| view! {
                            <RefusalPanel refusal on_retry=Callback::new(move |()| look.again(store))/>
                        })}
                    </div>
                }
                .into_any(),
                Sight::Loading => view! {
                    <div aria-busy="true" data-test="activity-loading">
                        <p class="visually-hidden" role="status">{move || t("activity-loading")}</p>
                        <span class="bone activity-bone"></span>
                    </div>
                }
                .into_any(),
                Sight::Nothing => view! {
                    <Empty
                        glyph=Glyph::Check
                        title=move || t("activity-empty")
                        words=move || t("activity-empty-how")
                        test="activity-empty"
                    />
                }
                .into_any(),
            }}
        </PageFrame>
    }
}

/// The list, newest first.
#[component]
fn Entries() -> impl IntoView {
    let store = store();
    let numbers = Memo::new(move |_| {
        store
            .activity
            .with(|all| all.iter().map(|entry| entry.number).collect::<Vec<_>>())
    });
    view! {
        <ul class="panel activity" data-test="activity-entries">
            <For each=move || numbers.get() key=|number| *number let:number>
                <Entry number/>
            </For>
        </ul>
    }
}

/// One entry. Counted up, it changes without its neighbours.
#[component]
fn Entry(
    /// Which.
    number: i64,
) -> impl IntoView {
    let store = store();
    let now = store.ticking();
    let entry = Memo::new(move |_| {
        store
            .activity
            .with(|all| all.iter().find(|entry| entry.number == number).cloned())
    });
    let of = move |say: fn(&words::Words, &ActivityEntry) -> String| {
        move || entry.with(|entry| entry.as_ref().map(|entry| say(&crate::app::say(), entry)))
    };
    let kind =
        move || entry.with(|entry| entry.as_ref().map(|entry| wording::kind(&entry.anomaly)));
    let seen = Memo::new(move |_| {
        entry.with(|entry| {
            entry
                .as_ref()
                .map(|entry| say().ago(now.get().max(entry.at), entry.at))
        })
    });
    view! {
        <li class="activity-entry" data-test="activity-entry" data-kind=kind>
            <div class="activity-words">
                <p>{of(wording::what)}</p>
                <p class="muted small activity-place">{of(wording::place)}</p>
            </div>
            <p class="muted small activity-when">
                <span class="figures">{move || seen.get()}</span>
                <span>{of(wording::times)}</span>
            </p>
        </li>
    }
}
