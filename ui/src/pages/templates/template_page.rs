//! One template: what happens in its source, against time, and the way to a riff from it.

use contract::{
    Extraction, Media, Refusal, SessionState, Source, TaskStatus, TemplateId, TemplateView, ask,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::facts::Facts;
use crate::app::{Page, PageFrame, Store, store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Glyph, Picture, RefusalPanel};
use crate::pages::extraction::ExtractionView;
use crate::pages::riff::Freshness;

/// What is known of the template.
#[derive(Clone, Copy)]
struct Known {
    id: StoredValue<TemplateId>,
    template: RwSignal<Option<TemplateView>>,
    /// `None`: not heard yet. Inside, `None`: the service told nothing.
    extraction: RwSignal<Option<Option<Extraction>>>,
    refusal: RwSignal<Option<Refusal>>,
}

impl Known {
    /// As the list knows it. The rest is asked for.
    fn new(store: Store, template_id: TemplateId) -> Self {
        let listed = store.templates.shelves.with_untracked(|shelves| {
            shelves
                .heard()
                .find(|t| t.template_id == template_id)
                .cloned()
        });
        Self {
            id: StoredValue::new(template_id),
            template: RwSignal::new(listed),
            extraction: RwSignal::new(None),
            refusal: RwSignal::new(None),
        }
    }

    /// Asks the service.
    fn look(self) {
        self.refusal.set(None);
        let template_id = self.id.get_value();
        spawn_local(async move {
            match backend::ask(ask::GetTemplate { template_id }).await {
                Ok(detail) => {
                    self.template.try_set(Some(detail.template));
                    self.extraction.try_set(Some(detail.extraction));
                }
                Err(refusal) => {
                    self.refusal.try_set(Some(refusal));
                }
            }
        });
    }

    /// Looks now and after a sign-in, takes up news, and looks again when a new analysis is done.
    fn keep_heard(self, store: Store) {
        let signed_in = Memo::new(move |_| store.session.with(SessionState::is_signed_in));
        Effect::new(move |_| {
            // Signed out as well: the core's refusal says so, and offers the sign-in.
            signed_in.get();
            self.look();
        });
        Effect::new(move |_| {
            if let Some(news) = store.template_news.get()
                && self.id.with_value(|id| news.template_id == *id)
            {
                store.templates.change(&news);
                self.template.set(Some(news));
            }
        });
        let is_done = Memo::new(move |_| {
            self.template.with(|t| {
                let refresh = t.as_ref().and_then(|t| t.refresh.as_ref());
                refresh.is_some_and(|refresh| refresh.status == TaskStatus::Completed)
            })
        });
        Effect::new(move |before: Option<bool>| {
            let now = is_done.get();
            if before == Some(false) && now {
                self.look();
            }
            now
        });
    }
}

/// The page.
#[component]
pub fn Template(
    /// Which.
    template_id: TemplateId,
) -> impl IntoView {
    let store = store();
    let known = Known::new(store, template_id);
    known.keep_heard(store);
    leave_by_escape(store);
    let template = known.template;
    let is_known = Memo::new(move |_| template.with(Option::is_some));
    let media = Memo::new(move |_| {
        template.with(|t| {
            let t = t.as_ref().filter(|t| t.has_picture)?;
            Some(Media::TemplatePicture(t.template_id.clone()))
        })
    });
    view! {
        <PageFrame
            name="template"
            title=move || template
                .with(|t| t.as_ref().map(|t| t.name.clone()))
                .unwrap_or_else(|| t("template-one"))
            subtitle=move || template
                .with(|t| t.as_ref().and_then(|t| t.emotion_arc.clone()))
                .unwrap_or_default()
            actions=move || view! { <Ways known/> }
        >
            {move || known.refusal.get().map(|refusal| view! {
                <div class="template-notices">
                    <RefusalPanel refusal on_retry=Callback::new(move |()| known.look())/>
                </div>
            })}
            <Show when=move || is_known.get()>
                <div class="template-notices"><Freshness template/></div>
                <div class="template-head">
                    <div class="template-picture"><Picture media/></div>
                    <div class="template-words">
                        <Narrative known/>
                        <Facts template extraction=known.extraction/>
                    </div>
                </div>
                <section class="template-time" aria-labelledby="template-time-title">
                    <h2 id="template-time-title">{move || t("template-time")}</h2>
                    <Extracted known/>
                </section>
            </Show>
        </PageFrame>
    }
}

/// Back to the list, and on to a riff.
#[component]
fn Ways(
    /// The template.
    known: Known,
) -> impl IntoView {
    let store = store();
    let cannot = Signal::derive(move || {
        known
            .template
            .with(|t| t.as_ref().is_none_or(|t| !t.can_be_riffed()))
    });
    let riff = Callback::new(move |()| {
        if let Some(template) = known.template.get_untracked() {
            store.plan.update(|plan| {
                plan.source = Some(Source::Template {
                    template_id: template.template_id,
                    name: template.name,
                });
            });
            store.page.set(Page::Riff);
        }
    });
    view! {
        <Button
            kind=ButtonKind::Quiet
            test="template-back"
            glyph=Glyph::Back
            on_press=Callback::new(move |()| store.page.set(Page::Templates))
        >
            {move || t("page-templates")}
        </Button>
        <Button kind=ButtonKind::Primary test="template-riff" disabled=cannot on_press=riff>
            {move || t("template-riff")}
        </Button>
    }
}

/// What happens, in plain words.
#[component]
fn Narrative(
    /// The template.
    known: Known,
) -> impl IntoView {
    let told = move || {
        known.extraction.with(|extraction| {
            extraction.as_ref().map(|extraction| {
                extraction
                    .as_ref()
                    .map(|extraction| extraction.narrative.trim().to_owned())
                    .filter(|narrative| !narrative.is_empty())
            })
        })
    };
    view! {
        <section class="template-narrative" aria-labelledby="template-narrative-title">
            <h2 id="template-narrative-title">{move || t("template-narrative")}</h2>
            {move || match told() {
                Some(Some(narrative)) => {
                    view! { <p data-test="template-narrative">{narrative}</p> }.into_any()
                }
                Some(None) => {
                    view! { <p class="muted">{move || t("template-no-narrative")}</p> }.into_any()
                }
                None if known.refusal.with(Option::is_some) => ().into_any(),
                None => view! { <span class="bone template-bone"></span> }.into_any(),
            }}
        </section>
    }
}

/// The time axis and the list, or the shape of them.
#[component]
fn Extracted(
    /// The template.
    known: Known,
) -> impl IntoView {
    move || match known.extraction.get() {
        Some(extraction) => {
            let extraction = extraction.unwrap_or_default();
            view! { <ExtractionView extraction/> }.into_any()
        }
        None if known.refusal.with(Option::is_some) => ().into_any(),
        None => view! {
            <div aria-busy="true" data-test="template-loading">
                <p class="visually-hidden" role="status">{move || t("template-loading")}</p>
                <span class="bone template-time-bone"></span>
            </div>
        }
        .into_any(),
    }
}

/// Esc goes back to the list.
fn leave_by_escape(store: Store) {
    backend::on_key(move |event| {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        let is_free = !event.default_prevented() && !backend::has_open_dialog();
        if event.key() == "Escape" && !has_modifier && is_free {
            store.page.set(Page::Templates);
        }
    });
}
