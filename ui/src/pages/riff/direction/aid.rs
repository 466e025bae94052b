//! The drafting aid: three parts with suggestions, and the button that puts them into the text.

use contract::{AidQuery, Beat, DirectionAid, DirectionMode, PlanProduct, Refusal, Source, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::text_prop::TextProp;

use super::drafting::{Drafting, good_example, weight_advice};
use crate::app::{Store, say, say_refusal, store, t, t_with};
use crate::backend;
use crate::components::{Button, ButtonKind};
use crate::pages::wording::args;

/// Suggestions of one part that are shown before the person asks for all.
const FEW: usize = 6;

/// The aid, folded away until it is wanted.
#[component]
pub fn Aid(
    /// Where the product is.
    mode: Memo<DirectionMode>,
    /// The direction.
    text: Memo<String>,
) -> impl IntoView {
    let store = store();
    let drafting = store.drafting;
    view! {
        <details
            class="aid"
            data-test="aid"
            prop:open=drafting.with_untracked(|drafting| drafting.open)
            on:toggle:target=move |event| {
                let is_open = event.target().open();
                drafting.update(|drafting| drafting.open = is_open);
            }
        >
            <summary data-test="aid-open">{move || t("riff-aid")}</summary>
            <p class="muted small" data-test="aid-weight">{move || t(weight_advice(mode.get()))}</p>
            <Parts mode/>
            <Put text/>
            <ul class="aid-examples muted small">
                <li>{move || t(good_example(mode.get()))}</li>
                <li>{move || t("riff-aid-empty")}</li>
            </ul>
        </details>
    }
}

/// What the aid draws on.
fn query(store: Store) -> AidQuery {
    store.plan.with(|plan| {
        let template_id = match &plan.source {
            Some(Source::Template { template_id, .. }) => Some(template_id.clone()),
            _ => None,
        };
        let (product_id, new_product) = match &plan.product {
            None => (None, None),
            Some(PlanProduct::Known { product_id, .. }) => (Some(product_id.clone()), None),
            Some(PlanProduct::New { product }) => (None, Some(product.clone())),
        };
        AidQuery {
            template_id,
            product_id,
            new_product,
        }
    })
}

/// The three parts, with what can be put into them.
#[component]
fn Parts(
    /// Where the product is.
    mode: Memo<DirectionMode>,
) -> impl IntoView {
    let store = store();
    let drafting = store.drafting;
    let found = RwSignal::new(DirectionAid::default());
    let refusal = RwSignal::new(None::<Refusal>);
    let query = Memo::new(move |_| query(store));
    let is_open = Memo::new(move |_| drafting.with(|drafting| drafting.open));
    Effect::new(move |_| {
        let query_now = query.get();
        if !is_open.get() {
            return;
        }
        refusal.set(None);
        if query_now == AidQuery::default() {
            found.set(DirectionAid::default());
            return;
        }
        spawn_local(async move {
            let answer = backend::ask(ask::GetDirectionAid {
                query: query_now.clone(),
            })
            .await;
            if query.try_get_untracked().as_ref() != Some(&query_now) {
                return;
            }
            match answer {
                Ok(aid) => found.set(aid),
                Err(refused) => {
                    found.set(DirectionAid::default());
                    refusal.set(Some(refused));
                }
            }
        });
    });
    let part = move |of: fn(&Drafting) -> &String| {
        Signal::derive(move || drafting.with(|drafting| of(drafting).clone()))
    };
    let beats =
        Memo::new(move |_| found.with(|aid| aid.beats.iter().map(beat_words).collect::<Vec<_>>()));
    let features = Memo::new(move |_| found.with(|aid| aid.features.clone()));
    let set_beat =
        Callback::new(move |text: String| drafting.update(|drafting| drafting.beat = text));
    let set_feature =
        Callback::new(move |text: String| drafting.update(|drafting| drafting.feature = text));
    view! {
        <div class="aid-parts">
            <Part
                id="aid-beat"
                label=move || t("riff-aid-beat")
                example=move || t("riff-aid-beat-example")
                text=part(|drafting| &drafting.beat)
                on_text=set_beat
            />
            <span class="aid-sign" aria-hidden="true">"×"</span>
            <Part
                id="aid-feature"
                label=move || t(match mode.get() {
                    DirectionMode::NoProduct => "riff-aid-angle",
                    _ => "riff-aid-feature",
                })
                example=move || t("riff-aid-feature-example")
                text=part(|drafting| &drafting.feature)
                on_text=set_feature
            />
            <span class="aid-sign" aria-hidden="true">"→"</span>
            <Part
                id="aid-shift"
                label=move || t("riff-aid-shift")
                example=move || t("riff-aid-shift-example")
                text=part(|drafting| &drafting.shift)
                on_text=Callback::new(move |text: String| {
                    drafting.update(|drafting| drafting.shift = text);
                })
            />
        </div>
        <Suggestions name="aid-beats" title=move || t("aid-beats") all=beats on_choose=set_beat/>
        <Suggestions name="aid-features" title=move || t("aid-features") all=features on_choose=set_feature/>
        {move || refusal.get().map(|refusal| view! {
            <p class="muted small" data-test="aid-refusal">{say_refusal(&refusal)}</p>
        })}
        <Show when=move || query.with(|query| query.template_id.is_none())>
            <p class="muted small" data-test="aid-no-template">{move || t("aid-no-template")}</p>
        </Show>
    }
}

/// A moment as it stands in a direction: with its time, and quoted where it is said.
fn beat_words(beat: &Beat) -> String {
    let values = args([
        ("clock", say().clock(beat.at).into()),
        ("text", beat.text.as_str().into()),
    ]);
    t_with(
        if beat.is_spoken {
            "aid-beat-said"
        } else {
            "aid-beat-seen"
        },
        &values,
    )
}

/// What can be put into one part.
#[component]
fn Suggestions(
    /// Its stem for tests.
    name: &'static str,
    /// Where they come from.
    #[prop(into)]
    title: TextProp,
    /// The suggestions.
    all: Memo<Vec<String>>,
    /// One was chosen.
    on_choose: Callback<String>,
) -> impl IntoView {
    let whole = RwSignal::new(false);
    let shown = move || {
        let limit = if whole.get() { usize::MAX } else { FEW };
        all.with(|all| {
            all.iter()
                .take(limit)
                .cloned()
                .enumerate()
                .collect::<Vec<_>>()
        })
    };
    view! {
        <Show when={move || all.with(|all| !all.is_empty())}>
            <div class="aid-suggestions" role="group" aria-label={ let title = title.clone(); move || title.get().to_string() } data-test=name>
                <span class="muted small">{ let title = title.clone(); move || title.get() }</span>
                {move || shown().into_iter().map(|(index, text)| {
                    let (chosen, hint) = (text.clone(), text.clone());
                    view! {
                        <button
                            type="button"
                            class="chip"
                            data-test=format!("{name}-{index}")
                            title=hint
                            on:click=move |_| on_choose.run(chosen.clone())
                        >
                            <span class="chip-word">{text}</span>
                        </button>
                    }
                }).collect_view()}
                <Show when=move || { !whole.get() && all.with(Vec::len) > FEW }>
                    <button
                        type="button"
                        class="chip"
                        data-test=format!("{name}-all")
                        on:click=move |_| whole.set(true)
                    >
                        {move || t("aid-all")}
                    </button>
                </Show>
            </div>
        </Show>
    }
}

/// Puts the parts into the text, and takes that back.
#[component]
fn Put(
    /// The direction.
    text: Memo<String>,
) -> impl IntoView {
    let store = store();
    let drafting = store.drafting;
    let is_empty = Signal::derive(move || drafting.with(|drafting| drafting.composed().is_empty()));
    let can_undo =
        Memo::new(move |_| drafting.with(|drafting| text.with(|text| drafting.can_undo(text))));
    let set = move |direction: String| store.plan.update(|plan| plan.direction = direction);
    let put = Callback::new(move |()| {
        let direction = text.get_untracked();
        if let Some(after) = drafting.try_update(|drafting| drafting.put_into(&direction)) {
            set(after);
        }
    });
    let undo = Callback::new(move |()| {
        let direction = text.get_untracked();
        if let Some(before) = drafting
            .try_update(|drafting| drafting.undo(&direction))
            .flatten()
        {
            set(before);
        }
    });
    view! {
        <div class="aid-put">
            <Button test="aid-put" disabled=is_empty on_press=put>{move || t("aid-put")}</Button>
            <Show when=move || can_undo.get()>
                <Button kind=ButtonKind::Quiet test="aid-undo" on_press=undo>
                    {move || t("aid-undo")}
                </Button>
            </Show>
        </div>
    }
}

#[component]
fn Part(
    /// Its id, also for tests.
    id: &'static str,
    /// Its name.
    #[prop(into)]
    label: TextProp,
    /// What could stand there.
    #[prop(into)]
    example: TextProp,
    /// The text.
    text: Signal<String>,
    /// It was changed.
    on_text: Callback<String>,
) -> impl IntoView {
    view! {
        <label class="aid-part" for=id>
            <span>{move || label.get()}</span>
            <input
                id=id
                class="control"
                data-test=id
                type="text"
                autocomplete="off"
                placeholder=move || example.get().to_string()
                title=move || text.get()
                prop:value=move || text.get()
                on:input:target=move |event| on_text.run(event.target().value())
            />
        </label>
    }
}
