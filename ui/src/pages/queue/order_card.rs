//! One order's card.

use contract::{
    Media, OrderId, OrderView, OrderWay, Plan, PlanProduct, Refusal, Source, SourceKind,
    TaskStatus, TaskView, ask,
};
use leptos::prelude::*;

use super::card::{self, Action};
use super::doubt::Doubt;
use super::facts;
use super::keeping::Keeping;
use super::order_tasks::{OrderTasks, TaskActions};
use super::preparing::Preparing;
use super::progress;
use crate::app::{Page, Store, say, store, t, t_with};
use crate::components::{
    Button, ButtonKind, Glyph, Icon, Notice, Picture, StageState, StageView, Stages, Tone,
};
use crate::pages::wording::{args, source_title};
use crate::pages::{PlanAgain, PlanAgainSheet, TopUpSheet};

/// The card. Follows its order by itself: others moving leave it alone.
#[component]
pub fn OrderCard(
    /// Which.
    order_id: OrderId,
) -> impl IntoView {
    let store = store();
    let order = store.order(order_id);
    // Only coming and going draws the card anew. Drawn with each word of the service it would lose
    // the focus, say no stage aloud, and open its clip's video over and over.
    let is_there = Memo::new(move |_| order.with(Option::is_some));
    move || is_there.get().then(|| view! { <Card order/> })
}

#[component]
fn Card(
    /// The order. The card goes when it does.
    order: Memo<Option<OrderView>>,
) -> impl IntoView {
    let store = store();
    let now = store.ticking();
    let state = Memo::new(move |_| order.with(|o| o.as_ref().map(|o| card::state_name(&o.state))));
    let title = Memo::new(move |_| {
        order
            .with(|o| o.as_ref().map(|o| source_title(&say(), &o.source)))
            .unwrap_or_default()
    });
    // A memo goes with the card at once; the element's own closure may hear the clock once more.
    let meta = Memo::new(move |_| {
        store.languages.with(|languages| {
            order.with(|o| {
                o.as_ref()
                    .map(|o| facts::meta(&say(), o, languages, now.get()))
            })
        })
    });
    let note = Memo::new(move |_| {
        order.with(|o| o.as_ref().and_then(|o| card::note(&say(), o, now.get())))
    });
    let failures = Memo::new(move |_| {
        order
            .with(|o| o.as_ref().map(|o| card::failures(&say(), o)))
            .unwrap_or_default()
    });
    let code = Memo::new(move |_| order.with(|o| o.as_ref().and_then(card::refusal_code)));
    let again = PlanAgain::new();
    let is_preparing = move || state.get() == Some("preparing");
    let in_doubt = move || state.get() == Some("in_doubt");
    view! {
        <li class="panel order" data-test="order-card" data-state=move || state.get()>
            <OrderPicture order/>
            <div class="order-words">
                <h2 class="order-title" data-test="order-title" title=move || title.get()>
                    {move || title.get()}
                </h2>
                <p class="muted order-meta" data-test="order-meta">{move || meta.get()}</p>
                <OrderStages order title/>
                {move || note.get().map(|note| view! {
                    <Notice tone=Tone::Warning test="order-note">{note}</Notice>
                })}
                <Show when=move || failures.with(|all| !all.is_empty())>
                    <div class="notice bad order-refusal" data-test="order-refusal" data-code=move || code.get()>
                        <Icon glyph=Glyph::Alert/>
                        <div>
                            {move || failures.get().into_iter().map(|sentence| view! {
                                <p>{sentence}</p>
                            }).collect_view()}
                        </div>
                    </div>
                </Show>
                <Show when=is_preparing>
                    <Preparing order/>
                </Show>
                <Show when=in_doubt>
                    <Doubt order again/>
                </Show>
                <OrderTasks order/>
            </div>
            <Actions order title/>
            <PlanAgainSheet again/>
        </li>
    }
}

/// The reel's picture once there is one, else the clip's or the template's, else a drawing.
#[component]
fn OrderPicture(
    /// The order.
    order: Memo<Option<OrderView>>,
) -> impl IntoView {
    let store = store();
    let media = Memo::new(move |_| {
        let (source, reel) = order.with(|o| {
            o.as_ref()
                .map(|o| (o.source.clone(), o.reels.first().cloned()))
        })?;
        let pictured = reel.filter(|asset_id| {
            store
                .reels
                .with(|all| all.iter().any(|r| r.asset_id == *asset_id && r.has_picture))
        });
        pictured
            .map(Media::Picture)
            .or_else(|| source.clip_id.map(Media::Clip))
            .or_else(|| source.template_id.map(Media::TemplatePicture))
    });
    let seconds =
        Signal::derive(move || order.with(|o| o.as_ref().and_then(|o| o.source.duration_seconds)));
    view! { <div class="order-picture"><Picture media=Signal::derive(move || media.get()) seconds/></div> }
}

/// The four stages. A stage that begins is read out; a figure that moves is not.
#[component]
fn OrderStages(
    /// The order.
    order: Memo<Option<OrderView>>,
    /// Its title.
    title: Memo<String>,
) -> impl IntoView {
    let store = store();
    let stages = Memo::new(move |_| {
        let ahead = || StageView {
            label: String::new(),
            state: StageState::Ahead,
        };
        order
            .with(|order| {
                let order = order.as_ref()?;
                Some(progress::stages(&say(), order, &keeping_of(store, order)))
            })
            .unwrap_or_else(|| [ahead(), ahead(), ahead(), ahead()])
    });
    let step = Memo::new(move |_| {
        order.with(|o| {
            let running = |task: &&TaskView| task.status == TaskStatus::Running;
            o.as_ref()
                .and_then(|o| o.tasks.iter().find(running).and_then(|t| t.step.clone()))
        })
    });
    let said = Memo::new(move |_| stages.with(progress::spoken));
    Effect::new(move |before: Option<Option<String>>| {
        let now = said.get();
        if let (Some(before), Some(sentence)) = (before, &now)
            && before.as_ref() != Some(sentence)
        {
            store.announce(format!("{}: {sentence}", title.get_untracked()));
        }
        now
    });
    let hint = move || {
        step.get()
            .map(|step| t_with("queue-step", &args([("step", step.into())])))
    };
    view! {
        <div class="order-stages" data-test="order-stage" title=hint>
            <Stages
                stages=Signal::derive(move || stages.get())
                label=Signal::derive(move || {
                    t_with("queue-stages", &args([("title", title.get().into())]))
                })
            />
        </div>
    }
}

/// How its reels stand with the disk. Reactive.
fn keeping_of(store: Store, order: &OrderView) -> Keeping {
    store.reels.with(|reels| {
        store
            .transfers
            .with(|transfers| Keeping::of(order, reels, transfers))
    })
}

/// What can be done about the order.
#[component]
fn Actions(
    /// The order.
    order: Memo<Option<OrderView>>,
    /// Its title.
    title: Memo<String>,
) -> impl IntoView {
    let store = store();
    let actions = Memo::new(move |_| {
        order.with(|order| {
            let Some(order) = order else {
                return Vec::new();
            };
            let mut actions = card::actions(order);
            if matches!(keeping_of(store, order), Keeping::Saving(_)) {
                // After the reel itself.
                let place = actions.iter().position(|action| *action == Action::Show);
                actions.insert(place.map_or(0, |place| place + 1), Action::Transfers);
            }
            actions
        })
    });
    let shortage = RwSignal::new(None::<Refusal>);
    let press = move |action: Action| {
        let Some(order) = order.get_untracked() else {
            return;
        };
        match (action, card::shortage(&order)) {
            // What is missing and what can be had comes first; the link is one press further.
            (Action::TopUp, Some(refusal)) => shortage.set(Some(refusal)),
            _ => act(store, action, &order),
        }
    };
    let open_link = Callback::new(move |()| {
        if let Some(order) = order.get_untracked() {
            act(store, Action::TopUp, &order);
        }
    });
    let named = move |sentence: String| view! { <span class="visually-hidden">{sentence}</span> };
    let of_title = move |key: &str| t_with(key, &args([("title", title.get().into())]));
    view! {
        <div class="order-actions">
            <TaskActions order/>
            <For each=move || actions.get() key=|action| *action let:action>
                {
                    let (kind, test) = looks(action);
                    view! {
                        <Button kind test on_press=Callback::new(move |()| press(action))>
                            {move || match action {
                                Action::SignIn => t("queue-sign-in").into_any(),
                                Action::LookNow => t("queue-look-again").into_any(),
                                Action::CancelSending => t("queue-cancel").into_any(),
                                Action::TopUp => t("queue-top-up").into_any(),
                                Action::Transfers => t("queue-transfers").into_any(),
                                Action::UseAgain => t("queue-use-again").into_any(),
                                Action::Show => view! {
                                    <span aria-hidden="true">{t("queue-show")}</span>
                                    {named(of_title("queue-show-of"))}
                                }.into_any(),
                                Action::Hide => view! {
                                    <span aria-hidden="true">{t("queue-hide")}</span>
                                    {named(of_title("queue-hide-of"))}
                                }.into_any(),
                            }}
                        </Button>
                    }
                }
            </For>
        </div>
        <TopUpSheet
            refusal=shortage
            on_top_up=open_link
            on_close=Callback::new(move |()| shortage.set(None))
        />
    }
}

fn looks(action: Action) -> (ButtonKind, &'static str) {
    match action {
        Action::SignIn => (ButtonKind::Secondary, "order-sign-in"),
        Action::LookNow => (ButtonKind::Secondary, "order-look-again"),
        Action::CancelSending => (ButtonKind::Quiet, "order-cancel"),
        Action::TopUp => (ButtonKind::Secondary, "order-top-up"),
        Action::Transfers => (ButtonKind::Quiet, "order-transfers"),
        Action::Show => (ButtonKind::Secondary, "order-show"),
        Action::UseAgain => (ButtonKind::Secondary, "order-use-again"),
        Action::Hide => (ButtonKind::Quiet, "order-hide"),
    }
}

fn act(store: Store, action: Action, order: &OrderView) {
    let order_id = order.order_id.clone();
    match action {
        Action::SignIn => store.tell(ask::SignIn {}),
        Action::LookNow => store.tell(ask::LookNow { order_id }),
        Action::CancelSending => store.tell(ask::CancelSending { order_id }),
        Action::TopUp if order.can_top_up => store.tell(ask::OpenTopUp { order_id }),
        // The service gave no link of its own.
        Action::TopUp => store.tell(ask::OpenService {}),
        Action::Hide => hide(store, order),
        Action::Transfers => {
            store.shelf.drawer.set(true);
            store.page.set(Page::Library);
        }
        Action::Show => {
            if let Some(asset_id) = order.reels.first() {
                store.page.set(Page::Reel(asset_id.clone()));
            }
        }
        Action::UseAgain => use_again(store, order),
    }
}

/// Takes an ended order off the list, and its clip with it unless that is in use again.
fn hide(store: Store, order: &OrderView) {
    store.tell(ask::HideOrder {
        order_id: order.order_id.clone(),
    });
    if let Some(clip_id) = order.source.clip_id.clone() {
        let wanted = Some(Source::Clip {
            clip_id: clip_id.clone(),
        });
        let is_elsewhere = store.orders.with_untracked(|orders| {
            orders.iter().any(|other| {
                other.order_id != order.order_id && other.source.clip_id.as_ref() == Some(&clip_id)
            })
        });
        if !is_elsewhere && store.plan.with_untracked(|plan| plan.source != wanted) {
            store.tell(ask::RemoveClip { clip_id });
        }
    }
}

/// Puts an order's words back on the Riff page, with its source where that is still at hand.
/// What was being written there is not thrown away for it: the source alone is taken then.
fn use_again(store: Store, order: &OrderView) {
    let clip = order.source.clip_id.clone().filter(|id| {
        store
            .clips
            .with_untracked(|clips| clips.iter().any(|clip| clip.clip_id == *id))
    });
    let source = match order.source.kind {
        SourceKind::Clip => clip.map(|clip_id| Source::Clip { clip_id }),
        SourceKind::Link => Some(Source::Link {
            url: order.source.name.clone(),
            agreed_host: None,
        }),
        SourceKind::Template => {
            order
                .source
                .template_id
                .clone()
                .map(|template_id| Source::Template {
                    template_id,
                    name: order.source.name.clone(),
                })
        }
    };
    let characters = order
        .characters
        .iter()
        .map(|chosen| chosen.character_id.clone())
        .collect();
    // A staged product that was never written has no id to be chosen by.
    let product = order.product.as_ref().and_then(|chosen| {
        Some(PlanProduct::Known {
            product_id: chosen.product_id.clone()?,
            name: chosen.name.clone(),
        })
    });
    let visibility = order
        .product
        .as_ref()
        .map(|chosen| chosen.visibility)
        .unwrap_or_default();
    store.plan.update(|plan| {
        let is_free = plan.direction.trim().is_empty() && plan.hint.trim().is_empty();
        let kept = plan.clone();
        *plan = Plan {
            source: source.or(kept.source),
            language: order.language.clone(),
            direction: if is_free {
                order.direction.clone()
            } else {
                kept.direction
            },
            hint: if is_free {
                order.hint.clone()
            } else {
                kept.hint
            },
            characters,
            product: product.or(kept.product),
            visibility,
            way: OrderWay::Auto,
        };
    });
    store.page.set(Page::Riff);
}
