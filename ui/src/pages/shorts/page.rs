//! One short: its brief while it can be changed, how its making goes, and what came of it.

use contract::{
    Assist, ImageRole, ProjectKey, ProjectKind, ProjectView, Refusal, ShortBrief, ShortStage,
    ShortView, Step, choices, hub_ask,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form::{Look, Sound, Words, Writing, is_sound};
use super::miniature::Miniature;
use super::result::Finished;
use super::wording::{short_title, stage_name, stage_words, stages, summary};
use crate::app::{Page, PageFrame, Store, say, store, t};
use crate::backend;
use crate::components::hub::{
    AssistButton, AssistMeter, Autosave, CostButton, CreditLine, HubRefusal, ImageSlot, Making,
    MakingNote, PurchaseNotice, RemoveProject, SaveLine,
};
use crate::components::{Button, ButtonKind, Glyph, Notice, Tone};
use crate::pages::projects::known;
use crate::pages::wording::facts;

/// What the page knows beside the short itself. Copy.
#[derive(Clone, Copy)]
struct Desk {
    short: Memo<Option<ShortView>>,
    form: Autosave<ShortBrief>,
    slug: StoredValue<String>,
    writing: RwSignal<bool>,
    refusal: RwSignal<Option<Refusal>>,
}

/// The page.
#[component]
pub fn Short(
    /// Which.
    slug: String,
) -> impl IntoView {
    let store = store();
    let short = store.hub.short(slug.clone());
    let desk = Desk {
        short,
        form: form(slug.clone(), short),
        slug: StoredValue::new(slug.clone()),
        writing: RwSignal::new(false),
        refusal: RwSignal::new(None),
    };
    let key = ProjectKey::new(ProjectKind::Short, slug);
    let missing = super::look_for(store, key.clone(), move || short.with(Option::is_none));
    super::leave_by_escape(store, Page::Shorts);
    let stage = Memo::new(move |_| short.with(|s| s.as_ref().map(|s| s.stage.clone())));
    let key = StoredValue::new(key);
    view! {
        <PageFrame
            name="short"
            title=move || desk.form.mine.with(|brief| short_title(&say(), brief))
            subtitle=move || stage.with(|s| s.as_ref().map(|s| stage_words(&say(), s))).unwrap_or_default()
            actions=move || view! {
                <Button
                    kind=ButtonKind::Quiet
                    test="short-back"
                    glyph=Glyph::Back
                    on_press=Callback::new(move |()| store.page.set(Page::Shorts))
                >
                    {move || t("page-shorts")}
                </Button>
                <RemoveProject
                    key=key.get_value()
                    title="short-remove-title"
                    words="short-remove-means"
                    back=Page::Shorts
                />
            }
            bar=move || view! { <Bar desk/> }
        >
            <div
                class="hub-page"
                data-test="short-page"
                data-stage=move || stage.with(|s| s.as_ref().map(stage_name))
            >
                <PurchaseNotice project=key.get_value()/>
                <Show
                    when=move || short.with(Option::is_some)
                    fallback=move || view! { <super::Missing sought=missing/> }
                >
                    <Standing desk/>
                    <Contents desk/>
                </Show>
            </div>
        </PageFrame>
    }
}

/// The brief, which saves itself.
fn form(slug: String, short: Memo<Option<ShortView>>) -> Autosave<ShortBrief> {
    let store = store();
    let heard = short.with_untracked(|s| s.as_ref().map(|s| s.brief.clone()));
    let name = format!("short-{slug}");
    let form = Autosave::new(name, heard.unwrap_or_default(), move |_, brief| {
        let slug = slug.clone();
        async move {
            known(store, ProjectKind::Short, &slug)?;
            let view = backend::ask(hub_ask::EditShort { slug, brief }).await?;
            let brief = view.brief.clone();
            store.hub.take_project(ProjectView::Short(Box::new(view)));
            Ok(brief)
        }
    });
    Effect::new(move |_| {
        if let Some(brief) = short.with(|s| s.as_ref().map(|s| s.brief.clone())) {
            form.heard(brief);
        }
    });
    form
}

/// How its making goes, or why it failed.
#[component]
fn Standing(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let short = desk.short;
    let of = move |pick: fn(&ShortView) -> bool| short.with(|s| s.as_ref().is_some_and(pick));
    let is_making =
        Memo::new(move |_| of(|s| !matches!(s.stage, ShortStage::Draft | ShortStage::VideoReady)));
    let has_failed = Memo::new(move |_| of(|s| s.stage == ShortStage::Failed));
    let under_way = Memo::new(move |_| is_making.get() && !has_failed.get());
    let steps = Signal::derive(move || {
        short.with(|s| s.as_ref().map(|s| stages(&say(), s)).unwrap_or_default())
    });
    view! {
        <Show when=move || is_making.get()>
            <section class="panel hub-panel making-panel" aria-label=move || t("short-making")>
                <Making stages=steps label=Signal::derive(|| t("short-making"))/>
                <Show when=move || under_way.get()>
                    <MakingNote
                        key=ProjectKey::new(ProjectKind::Short, desk.slug.get_value())
                        note=Signal::derive(move || short.with(|s| s.as_ref().and_then(|s| s.note.clone())))
                        began_at=Signal::derive(move || short.with(|s| s.as_ref().and_then(|s| s.began_at)))
                        heard_at=Signal::derive(move || short.with(|s| s.as_ref().and_then(|s| s.heard_at)))
                    />
                    <p class="muted small">{move || t("hub-close-any-time")}</p>
                </Show>
                <Show when=move || has_failed.get()>
                    <Notice tone=Tone::Bad test="short-failed">
                        <p>{move || {
                            let error = short.with(|s| s.as_ref().and_then(|s| s.error.clone()));
                            facts([t("short-failed"), error.unwrap_or_default()])
                        }}</p>
                    </Notice>
                </Show>
            </section>
        </Show>
    }
}

/// The result where there is one, and the brief.
#[component]
fn Contents(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let short = desk.short;
    let is_ready = Memo::new(move |_| {
        short.with(|s| {
            s.as_ref()
                .is_some_and(|s| s.stage == ShortStage::VideoReady)
        })
    });
    move || {
        if is_ready.get() {
            view! {
                <Finished short/>
                <details class="hub-again" data-test="short-change">
                    <summary data-test="short-change-open">{move || t("short-change")}</summary>
                    <p class="muted small">{move || t("short-change-means")}</p>
                    <Brief desk/>
                </details>
            }
            .into_any()
        } else {
            view! { <Brief desk/> }.into_any()
        }
    }
}

/// The brief with its images.
#[component]
fn Brief(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let short = desk.short;
    let locked =
        Signal::derive(move || short.with(|s| s.as_ref().is_none_or(ShortView::is_under_way)));
    let writing = Writing {
        brief: desk.form.mine.into(),
        on_change: Callback::new(move |next: ShortBrief| desk.form.edit(|brief| *brief = next)),
        locked,
    };
    let why = Signal::derive(move || locked.get().then(|| t("short-locked")));
    let key = ProjectKey::new(ProjectKind::Short, desk.slug.get_value());
    view! {
        <Show when=move || locked.get()>
            <p class="locked-line muted" data-test="short-locked">
                <crate::components::Icon glyph=Glyph::Lock/>
                {move || t("short-locked")}
            </p>
        </Show>
        <div class="hub-columns">
            <div class="hub-main">
                <Words writing aid=move || view! { <Aid desk locked/> }/>
                <Beats desk/>
                <Look writing/>
                <Sound writing/>
                <section class="panel hub-panel image-slots" aria-label=move || t("short-images")>
                    <ImageSlot
                        key=key.clone()
                        role=ImageRole::Product
                        label=move || t("short-product")
                        words=move || t("short-product-means")
                        present=Signal::derive(move || short.with(|s| s.as_ref().is_some_and(|s| s.has_product)))
                        described=Signal::derive(move || {
                            short.with(|s| s.as_ref().map(|s| s.product_description.clone())).unwrap_or_default()
                        })
                        locked=why
                    />
                    <ImageSlot
                        key=key.clone()
                        role=ImageRole::Poster
                        label=move || t("short-poster")
                        words=move || t("short-poster-means")
                        present=Signal::derive(move || short.with(|s| s.as_ref().is_some_and(|s| s.has_poster)))
                        locked=why
                    />
                </section>
            </div>
            <aside class="hub-aside">
                <Miniature brief=desk.form.mine/>
                <AssistMeter/>
            </aside>
        </div>
    }
}

/// The text assist: writes the headline, the subheadline and the beats.
#[component]
fn Aid(
    /// The page.
    desk: Desk,
    /// Whether the brief can't be changed now.
    locked: Signal<bool>,
) -> impl IntoView {
    let store = store();
    let run = Callback::new(move |()| write_words(store, desk));
    view! {
        <AssistButton
            test="short-assist"
            busy=desk.writing
            disabled=Signal::derive(move || locked.get() || desk.form.mine.with(|b| !is_sound(b)))
            on_press=run
        >
            {move || t("short-assist")}
        </AssistButton>
        {move || desk.refusal.get().map(|refusal| view! {
            <HubRefusal refusal on_go=run on_hide=Callback::new(move |()| desk.refusal.set(None))/>
        })}
    }
}

/// What was typed goes first: the assist reads it.
fn write_words(store: Store, desk: Desk) {
    if desk.writing.get_untracked() {
        return;
    }
    desk.writing.set(true);
    desk.refusal.set(None);
    let slug = desk.slug.get_value();
    spawn_local(async move {
        let assist = Assist::ShortText { slug };
        let answer = match desk.form.flush().await {
            Ok(()) => backend::ask(hub_ask::RunAssist { assist }).await,
            Err(refusal) => Err(refusal),
        };
        desk.writing.try_set(false);
        match answer {
            Ok(answer) => {
                if let Some(assists) = answer.assists {
                    store.hub.assists.set(Some(assists));
                }
                store.hub.take_project(answer.project);
            }
            Err(refusal) => {
                desk.refusal.try_set(Some(refusal));
            }
        }
    });
}

/// Lines that the assist wrote for between the title and the end.
#[component]
fn Beats(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let beats = Memo::new(move |_| {
        desk.short
            .with(|s| s.as_ref().map(|s| s.text_beats.clone()))
            .unwrap_or_default()
    });
    view! {
        <Show when=move || beats.with(|beats| !beats.is_empty())>
            <section class="panel hub-panel" aria-labelledby="short-beats-title">
                <h2 id="short-beats-title">{move || t("short-beats")}</h2>
                <ol class="beats" data-test="short-beats">
                    {move || beats.get().into_iter().map(|beat| view! { <li>{beat}</li> }).collect_view()}
                </ol>
            </section>
        </Show>
    }
}

/// The whole short in one line, whether it is saved, and the way to the confirm.
#[component]
fn Bar(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let store = store();
    let short = desk.short;
    let asking = RwSignal::new(false);
    let seconds = Memo::new(move |_| {
        short.with(|s| {
            s.as_ref()
                .map_or(choices::SHORT_SECONDS, ShortView::seconds)
        })
    });
    let heard_at = Signal::derive(move || short.with(|s| s.as_ref().and_then(|s| s.heard_at)));
    let can_generate = Memo::new(move |_| {
        short.with(|s| s.as_ref().is_some_and(|s| !s.is_under_way()))
            && desk.form.mine.with(is_sound)
            && !asking.get()
    });
    let is_ready = Memo::new(move |_| {
        short.with(|s| {
            s.as_ref()
                .is_some_and(|s| s.stage == ShortStage::VideoReady)
        })
    });
    let generate = Callback::new(move |()| {
        asking.set(true);
        spawn_local(async move {
            let saved = desk.form.flush().await;
            asking.try_set(false);
            // What was not saved says so beside this button.
            if saved.is_ok() {
                store.hub.steps.open(Step::GenerateShort {
                    slug: desk.slug.get_value(),
                });
            }
        });
    });
    view! {
        <div class="bar-words">
            <p data-test="short-summary">
                {move || desk.form.mine.with(|brief| summary(&say(), brief, seconds.get()))}
            </p>
            <div class="bar-facts">
                <SaveLine
                    state=desk.form.state
                    heard_at
                    on_retry=Callback::new(move |()| desk.form.save_now())
                />
                <CreditLine/>
            </div>
        </div>
        <CostButton
            kind=Signal::derive(move || {
                if is_ready.get() { ButtonKind::Secondary } else { ButtonKind::Primary }
            })
            test="short-generate"
            cost=Signal::stored(Some(choices::SHORT_CREDITS))
            disabled=Signal::derive(move || !can_generate.get())
            on_press=generate
        >
            {move || if is_ready.get() { t("short-generate-again") } else { t("short-generate") }}
        </CostButton>
    }
}
