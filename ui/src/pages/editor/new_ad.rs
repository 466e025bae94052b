//! An ad that is not at the service yet. Creating it is free; after that there are two ways.

use contract::{EditorBrief, FieldFault, ProjectView, Refusal, Step, choices, hub_ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::looks;
use super::standing::{BRIEF_AT_LEAST, BRIEF_CAP};
use crate::app::{Page, PageFrame, Store, store, t};
use crate::backend;
use crate::components::hub::{
    Choice, ChoiceCards, ChoiceLook, Counted, CreditLine, Fault, HubRefusal, TokenNeeded,
};
use crate::components::{Button, ButtonKind, Choose, Glyph};
use crate::pages::shorts::scene;

/// Where this computer keeps what is being written.
const KEPT: &str = "new-ad";

/// The choice of the language list that asks for a code.
const ANOTHER: &str = "another";

/// Which way an ad is made once it is created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Autopilot is asked what it costs.
    Autopilot,
    /// The person makes it.
    ByHand,
}

/// What is written down. Copy: the page's parts share it.
#[derive(Clone, Copy)]
struct NewAd {
    brief: RwSignal<EditorBrief>,
    /// Whether a code is typed instead of a language chosen.
    typed_language: RwSignal<bool>,
    busy: RwSignal<bool>,
    refusal: RwSignal<Option<Refusal>>,
    store: Store,
}

impl NewAd {
    /// What was written before and not sent; else nothing, in the page's language.
    fn new(store: Store) -> Self {
        let brief = kept().unwrap_or_else(|| EditorBrief {
            language: untrack(|| page_language(store)),
            export_aspect_ratio: choices::EXPORT_RATIOS.first().map(|r| (*r).to_owned()),
            ..EditorBrief::default()
        });
        let is_usual = looks::LANGUAGES
            .iter()
            .any(|(code, _)| *code == brief.language);
        Self {
            typed_language: RwSignal::new(!is_usual && !brief.language.is_empty()),
            brief: RwSignal::new(brief),
            busy: RwSignal::new(false),
            refusal: RwSignal::new(None),
            store,
        }
    }

    fn change(self, change: impl FnOnce(&mut EditorBrief)) {
        self.refusal.set(None);
        self.brief.update(change);
        let text = self
            .brief
            .with_untracked(|brief| serde_json::to_string(brief).ok());
        if let Some(text) = text {
            backend::keep(KEPT, &text);
        }
    }

    fn faults(self) -> Vec<FieldFault> {
        self.brief.with(EditorBrief::faults)
    }

    fn has_brief(self) -> bool {
        self.brief
            .with(|brief| contract::text_length(brief.product_prompt.trim()) >= BRIEF_AT_LEAST)
    }

    /// Creates it, goes there, and for autopilot asks what that costs.
    fn create(self, way: Way) {
        let brief = self.brief.get_untracked();
        if self.busy.get_untracked() || !brief.faults().is_empty() {
            return;
        }
        self.busy.set(true);
        self.refusal.set(None);
        let store = self.store;
        spawn_local(async move {
            let answer = backend::ask(hub_ask::CreateEditor { brief }).await;
            self.busy.try_set(false);
            match answer {
                Ok(ad) => {
                    backend::forget(KEPT);
                    let slug = ad.slug.clone();
                    store.hub.take_project(ProjectView::Editor(Box::new(ad)));
                    // The way was chosen here: the ad's page does not ask for it again.
                    let by_hand = (way == Way::ByHand).then(|| slug.clone());
                    store.hub.by_hand.set(by_hand);
                    // Whoever went elsewhere meanwhile stays there: the list has the ad.
                    if store.page.get_untracked() == Page::NewEditor {
                        store.page.set(Page::Editor(slug.clone()));
                        if way == Way::Autopilot {
                            store.hub.steps.open(Step::Autopilot { slug });
                        }
                    }
                }
                Err(refusal) => {
                    self.refusal.try_set(Some(refusal));
                }
            }
        });
    }
}

fn kept() -> Option<EditorBrief> {
    backend::kept(KEPT).and_then(|text| serde_json::from_str(&text).ok())
}

/// The page's own language, as a code that services know.
fn page_language(store: Store) -> String {
    let tag = store.language().tag();
    tag.split('-').next().unwrap_or(tag).to_owned()
}

/// The page.
#[component]
pub fn NewEditor() -> impl IntoView {
    let store = store();
    let form = NewAd::new(store);
    let faults = Signal::derive(move || form.faults());
    view! {
        <PageFrame
            name="new-editor"
            title=move || t("editors-new")
            subtitle=move || t("editors-new-means")
            actions=move || view! {
                <Button
                    kind=ButtonKind::Quiet
                    test="ad-back"
                    glyph=Glyph::Back
                    on_press=Callback::new(move |()| store.page.set(Page::Editors))
                >
                    {move || t("page-editors")}
                </Button>
            }
            bar=move || view! { <Ways form/> }
        >
            <Show
                when=move || !store.hub.is_signed_out()
                fallback=move || view! {
                    <TokenNeeded glyph=Glyph::Scenes title="editors-token" words="editors-token-how"/>
                }
            >
                <div class="new-ad">
                    <section class="panel new-ad-part" aria-label=move || t("editor-brief")>
                        <Language form faults/>
                        <Counted
                            id="ad-brief"
                            field="product_prompt"
                            label=move || t("editor-brief")
                            example=move || t("editor-brief-example")
                            rows="5"
                            most=BRIEF_CAP
                            text=Signal::derive(move || form.brief.with(|brief| brief.product_prompt.clone()))
                            on_text=Callback::new(move |text| form.change(|brief| brief.product_prompt = text))
                            faults
                        />
                        <p class="muted small">{move || t("editor-brief-means")}</p>
                        <Shape form/>
                    </section>
                    <section class="panel new-ad-part" aria-label=move || t("editor-look")>
                        <Style form/>
                        <More form faults/>
                    </section>
                </div>
            </Show>
        </PageFrame>
    }
}

/// The language: one of the usual ones, or any other by its code.
#[component]
fn Language(
    /// What is written down.
    form: NewAd,
    /// What is wrong.
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    let options = Signal::derive(move || {
        looks::LANGUAGES
            .iter()
            .map(|(code, name)| ((*code).to_owned(), (*name).to_owned()))
            .chain([(ANOTHER.to_owned(), t("editor-language-another"))])
            .collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        if form.typed_language.get() {
            ANOTHER.to_owned()
        } else {
            form.brief.with(|brief| brief.language.clone())
        }
    });
    let choose = Callback::new(move |value: String| {
        let is_typed = value == ANOTHER;
        form.typed_language.set(is_typed);
        form.change(|brief| brief.language = if is_typed { String::new() } else { value });
    });
    view! {
        <div class="labelled">
            <label for="ad-language">{move || t("editor-language")}</label>
            <div class="row-actions">
                <Choose
                    id="ad-language"
                    label=move || t("editor-language")
                    none=move || t("editor-language-none")
                    test="ad-language"
                    options
                    chosen
                    on_choose=choose
                />
                <Show when=move || form.typed_language.get()>
                    <input
                        class="control code"
                        data-test="ad-language-code"
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        aria-label=move || t("editor-language-code")
                        placeholder="sv"
                        prop:value=move || form.brief.with(|brief| brief.language.clone())
                        on:input:target=move |event| {
                            let code = event.target().value().trim().to_owned();
                            form.change(|brief| brief.language = code);
                        }
                    />
                </Show>
            </div>
            <Fault faults field="language"/>
        </div>
    }
}

/// The shape.
#[component]
fn Shape(
    /// What is written down.
    form: NewAd,
) -> impl IntoView {
    let options = Signal::derive(move || {
        choices::EXPORT_RATIOS
            .iter()
            .map(|ratio| Choice::named(*ratio, *ratio))
            .collect::<Vec<_>>()
    });
    view! {
        <ChoiceCards
            label=move || t("editor-ratio")
            name="ad-ratio"
            options
            chosen=Signal::derive(move || {
                form.brief.with(|brief| brief.export_aspect_ratio.clone().unwrap_or_default())
            })
            on_choose=Callback::new(move |value| form.change(|brief| brief.export_aspect_ratio = some(value)))
            look=ChoiceLook::Chips
        />
    }
}

/// Format and look, both with a way to say nothing.
#[component]
fn Style(
    /// What is written down.
    form: NewAd,
) -> impl IntoView {
    let with_auto = |values: Vec<(String, String)>| {
        let auto = Choice::named("", t("editor-auto"));
        std::iter::once(auto)
            .chain(
                values
                    .into_iter()
                    .map(|(value, name)| Choice::named(value, name)),
            )
            .collect::<Vec<_>>()
    };
    let formats = Signal::derive(move || with_auto(looks::formats()));
    let styles = Signal::derive(move || with_auto(looks::visual_languages()));
    view! {
        <ChoiceCards
            label=move || t("editor-format")
            name="ad-format"
            options=formats
            chosen=Signal::derive(move || {
                form.brief.with(|brief| brief.creative_format.clone().unwrap_or_default())
            })
            on_choose=Callback::new(move |value| form.change(|brief| brief.creative_format = some(value)))
            look=ChoiceLook::Chips
        />
        <ChoiceCards
            label=move || t("editor-look")
            name="ad-look"
            options=styles
            picture=Callback::new(|value: String| scene(&value))
            chosen=Signal::derive(move || {
                form.brief.with(|brief| brief.visual_language.clone().unwrap_or_default())
            })
            on_choose=Callback::new(move |value| form.change(|brief| brief.visual_language = some(value)))
            look=ChoiceLook::Pictures
        />
    }
}

/// What few people need.
#[component]
fn More(
    /// What is written down.
    form: NewAd,
    /// What is wrong.
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    let of = move |part: fn(&EditorBrief) -> &Option<String>| {
        Signal::derive(move || {
            form.brief
                .with(|brief| part(brief).clone().unwrap_or_default())
        })
    };
    view! {
        <details class="aid ad-more">
            <summary data-test="ad-more">{move || t("editor-more")}</summary>
            <Counted
                id="ad-theme"
                field="theme"
                label=move || t("editor-theme")
                text=of(|brief| &brief.theme)
                on_text=Callback::new(move |text| form.change(|brief| brief.theme = some(text)))
                faults
            />
            <Counted
                id="ad-voice"
                field="voice_id"
                label=move || t("editor-voice-id")
                text=of(|brief| &brief.voice_id)
                on_text=Callback::new(move |text| form.change(|brief| brief.voice_id = some(text)))
                faults
            />
            <Counted
                id="ad-intent"
                field="project_intent"
                label=move || t("editor-intent")
                text=of(|brief| &brief.project_intent)
                on_text=Callback::new(move |text| form.change(|brief| brief.project_intent = some(text)))
                faults
            />
        </details>
    }
}

/// Nothing where nothing was written.
fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.trim().is_empty())
}

/// The two ways, side by side.
#[component]
fn Ways(
    /// What is written down.
    form: NewAd,
) -> impl IntoView {
    let is_stopped = Memo::new(move |_| form.busy.get() || !form.faults().is_empty());
    view! {
        <div class="bar-words">
            {move || form.refusal.get().map(|refusal| view! { <HubRefusal refusal/> })}
            <p data-test="ad-autopilot-means">
                {move || if form.has_brief() { t("editor-ways-means") } else { t("editor-ways-needs-brief") }}
            </p>
            <CreditLine/>
        </div>
        <div class="bar-actions">
            <Button
                test="ad-by-hand"
                disabled=Signal::derive(move || is_stopped.get())
                on_press=Callback::new(move |()| form.create(Way::ByHand))
            >
                {move || t("editor-by-hand")}
            </Button>
            <Button
                kind=ButtonKind::Primary
                test="ad-autopilot"
                disabled=Signal::derive(move || is_stopped.get() || !form.has_brief())
                on_press=Callback::new(move |()| form.create(Way::Autopilot))
            >
                {move || t("editor-autopilot")}
            </Button>
        </div>
    }
}
