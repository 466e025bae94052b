//! A template as the source.

use contract::{Code, Media, RefreshView, Refusal, TaskStatus, TemplateId, TemplateView, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{Page, Store, say_refusal, store, t, t_with};
use crate::backend;
use crate::components::{Button, ButtonKind, Glyph, Notice, Picture, RefusalPanel, Tone};
use crate::pages::wording::{args, figure};

/// The card.
#[component]
pub fn TemplateCard(
    /// Which.
    template_id: TemplateId,
    /// Its name as it was chosen.
    name: String,
) -> impl IntoView {
    let store = store();
    let id = StoredValue::new(template_id.clone());
    let template = RwSignal::new(None::<TemplateView>);
    let refusal = RwSignal::new(None::<Refusal>);
    let look = Callback::new(move |()| {
        refusal.set(None);
        spawn_local(async move {
            let template_id = id.get_value();
            match backend::ask(ask::GetTemplate { template_id }).await {
                Ok(detail) => drop(template.try_set(Some(detail.template))),
                Err(refused) => drop(refusal.try_set(Some(refused))),
            }
        });
    });
    look.run(());
    Effect::new(move |_| {
        if let Some(news) = store.template_news.get()
            && id.with_value(|id| news.template_id == *id)
        {
            template.set(Some(news));
        }
    });
    let media = Signal::derive(move || {
        let has_picture = template.with(|t| t.as_ref().is_some_and(|t| t.has_picture));
        has_picture.then(|| Media::TemplatePicture(id.get_value()))
    });
    let title = Memo::new(move |_| {
        template
            .with(|t| t.as_ref().map(|t| t.name.clone()))
            .unwrap_or_else(|| name.clone())
    });
    let arc = move || template.with(|t| t.as_ref().and_then(|t| t.emotion_arc.clone()));
    let used = move || {
        template
            .with(|t| t.as_ref().and_then(|t| t.used_count))
            .map(|count| {
                let count = figure(usize::try_from(count).unwrap_or(usize::MAX));
                t_with("riff-template-used", &args([("count", count.into())]))
            })
    };
    view! {
        <article class="clip large" data-test="template-card" data-template=template_id.to_string()>
            <div class="clip-picture"><Picture media glyph=Glyph::Template/></div>
            <div class="clip-words">
                <h2 class="clip-name" data-test="template-name" title=move || title.get()>
                    {move || title.get()}
                </h2>
                <p class="muted" data-test="template-arc">{arc}</p>
                <p class="muted clip-facts">{used}</p>
                <p class="muted clip-facts">{move || t("riff-template-analysed")}</p>
                {move || refusal.get().map(|refusal| view! { <RefusalPanel refusal on_retry=look/> })}
                <Freshness template/>
                <div class="clip-actions">
                    <Button
                        test="template-change"
                        on_press=Callback::new(move |()| store.page.set(Page::Templates))
                    >
                        {move || t("riff-change")}
                    </Button>
                    <Button
                        kind=ButtonKind::Quiet
                        test="template-remove"
                        on_press=Callback::new(move |()| store.plan.update(|plan| plan.source = None))
                    >
                        {move || t("riff-clip-remove")}
                    </Button>
                </div>
            </div>
        </article>
    }
}

/// Whether the analysis is the newest, and the way to a new one.
#[component]
pub fn Freshness(
    /// The template, once heard.
    template: RwSignal<Option<TemplateView>>,
) -> impl IntoView {
    let store = store();
    let asking = RwSignal::new(false);
    let is_stale = Memo::new(move |_| template.with(|t| t.as_ref().is_some_and(|t| t.is_stale)));
    let cannot =
        Memo::new(move |_| template.with(|t| t.as_ref().is_some_and(|t| !t.can_be_riffed())));
    let refresh = Memo::new(move |_| template.with(|t| t.as_ref().and_then(|t| t.refresh.clone())));
    let is_running =
        move || refresh.with(|refresh| refresh.as_ref().is_some_and(|r| !r.status.has_ended()));
    view! {
        <Show when=move || cannot.get() && !is_running()>
            <p class="field-refusal" data-test="template-not-ready">
                {move || say_refusal(&Refusal::new(Code::TemplateNotReady))}
            </p>
        </Show>
        {move || refresh.get().map(|refresh| view! { <Refresh refresh/> })}
        <Show when=move || is_stale.get() && !is_running()>
            <Notice tone=Tone::Warning test="template-stale">
                <p>{move || t("riff-template-stale")}</p>
                <Button
                    test="template-refresh"
                    disabled=asking
                    on_press=Callback::new(move |()| analyse(store, template, asking))
                >
                    {move || t("riff-template-refresh")}
                </Button>
            </Notice>
        </Show>
    }
}

/// Asks for a new analysis. How it goes is told by events.
fn analyse(store: Store, template: RwSignal<Option<TemplateView>>, asking: RwSignal<bool>) {
    let Some(template_id) = template.with_untracked(|t| t.as_ref().map(|t| t.template_id.clone()))
    else {
        return;
    };
    asking.set(true);
    spawn_local(async move {
        let answer = backend::ask(ask::RefreshTemplate { template_id }).await;
        asking.try_set(false);
        if let Err(refusal) = answer {
            store.report(refusal);
        }
    });
}

/// How a new analysis goes.
#[component]
fn Refresh(
    /// The analysis.
    refresh: RefreshView,
) -> impl IntoView {
    let RefreshView {
        status,
        progress,
        refusal,
        ..
    } = refresh;
    if status == TaskStatus::Completed {
        return view! {
            <p class="muted" role="status" data-test="template-fresh">{move || t("riff-template-fresh")}</p>
        }
        .into_any();
    }
    if status.has_ended() {
        return view! {
            <div data-test="template-refresh-failed">
                {match refusal {
                    Some(refusal) => view! { <RefusalPanel refusal/> }.into_any(),
                    None => view! {
                        <p class="field-refusal">{move || t("riff-template-refresh-failed")}</p>
                    }
                    .into_any(),
                }}
            </div>
        }
        .into_any();
    }
    let is_known = status == TaskStatus::Running && progress > 0;
    let words = move || {
        if is_known {
            t_with(
                "riff-template-analysing-percent",
                &args([("percent", f64::from(progress).into())]),
            )
        } else {
            t("riff-template-analysing")
        }
    };
    view! {
        <div class="template-progress" role="status" data-test="template-progress">
            <p class="muted">{words}</p>
            <progress max="100" value=is_known.then(|| progress.to_string())></progress>
            // A look that failed ends nothing: the analysis goes on, and so do the looks.
            {refusal.map(|refusal| view! { <p class="muted small">{say_refusal(&refusal)}</p> })}
        </div>
    }
    .into_any()
}
