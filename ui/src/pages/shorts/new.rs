//! A short that is not at the service yet. Its words outlive the window.

use contract::{Refusal, ShortBrief, Step, hub_ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form::{Look, Sound, Words, Writing, is_sound};
use super::miniature::Miniature;
use super::wording::summary;
use crate::app::{Page, PageFrame, Store, say, store, t};
use crate::backend;
use crate::components::hub::{CostButton, CreditLine, HubRefusal, TokenNeeded};
use crate::components::{Button, ButtonKind, Glyph};
use contract::choices::{SHORT_CREDITS, SHORT_SECONDS};

/// Where this computer keeps what is being written.
const KEPT: &str = "new-short";

/// What is asked for after the short is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    /// Its page, where images and the assist are.
    Page,
    /// Its page, with the confirm sheet over it.
    Generate,
}

/// The page.
#[component]
pub fn NewShort() -> impl IntoView {
    let store = store();
    let brief = RwSignal::new(kept());
    Effect::new(move |_| keep(&brief.get()));
    let busy = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let writing = Writing {
        brief: brief.into(),
        on_change: Callback::new(move |next| {
            refusal.set(None);
            brief.set(next);
        }),
        locked: Signal::derive(move || busy.get()),
    };
    let sound = Memo::new(move |_| brief.with(is_sound));
    let create = move |then: Then| create(store, brief, busy, refusal, then);
    let is_off = Signal::derive(move || !sound.get() || busy.get());
    super::leave_by_escape(store, Page::Shorts);
    view! {
        <PageFrame
            name="new-short"
            title=move || t("short-new")
            subtitle=move || t("short-new-means")
            actions=move || view! {
                <Button
                    kind=ButtonKind::Quiet
                    test="short-back"
                    glyph=Glyph::Back
                    on_press=Callback::new(move |()| store.page.set(Page::Shorts))
                >
                    {move || t("page-shorts")}
                </Button>
            }
            bar=move || view! {
                <div class="bar-words">
                    {move || refusal.get().map(|refusal| view! {
                        <HubRefusal refusal on_go=Callback::new(move |()| create(Then::Page))/>
                    })}
                    <p data-test="short-summary">
                        {move || brief.with(|brief| summary(&say(), brief, SHORT_SECONDS))}
                    </p>
                    <CreditLine/>
                </div>
                <div class="bar-actions">
                    <Button
                        test="short-create"
                        disabled=is_off
                        on_press=Callback::new(move |()| create(Then::Page))
                    >
                        {move || t("short-save-draft")}
                    </Button>
                    <CostButton
                        test="short-generate"
                        cost=Signal::stored(Some(SHORT_CREDITS))
                        disabled=is_off
                        on_press=Callback::new(move |()| create(Then::Generate))
                    >
                        {move || t("short-generate")}
                    </CostButton>
                </div>
            }
        >
            <Show
                when=move || !store.hub.is_signed_out()
                fallback=move || view! {
                    <TokenNeeded
                        glyph=Glyph::Short
                        title="shorts-signed-out"
                        words="shorts-signed-out-how"
                    />
                }
            >
                <div class="hub-columns">
                    <div class="hub-main">
                        <Words writing/>
                        <Look writing/>
                        <Sound writing/>
                    </div>
                    <aside class="hub-aside">
                        <Miniature brief/>
                        <p class="muted small">{move || t("short-images-after")}</p>
                    </aside>
                </div>
            </Show>
        </PageFrame>
    }
}

/// Has the service take it up, and goes to its page.
fn create(
    store: Store,
    brief: RwSignal<ShortBrief>,
    busy: RwSignal<bool>,
    refusal: RwSignal<Option<Refusal>>,
    then: Then,
) {
    if busy.get_untracked() || !brief.with_untracked(is_sound) {
        return;
    }
    busy.set(true);
    refusal.set(None);
    let asked = brief.get_untracked();
    spawn_local(async move {
        match backend::ask(hub_ask::CreateShort { brief: asked }).await {
            Ok(short) => {
                backend::forget(KEPT);
                let slug = short.slug.clone();
                store
                    .hub
                    .take_project(contract::ProjectView::Short(Box::new(short)));
                if store.page.get_untracked() == Page::NewShort {
                    store.page.set(Page::Short(slug.clone()));
                    if then == Then::Generate {
                        store.hub.steps.open(Step::GenerateShort { slug });
                    }
                }
            }
            Err(why) => {
                busy.try_set(false);
                refusal.try_set(Some(why));
            }
        }
    });
}

fn kept() -> ShortBrief {
    backend::kept(KEPT)
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

fn keep(brief: &ShortBrief) {
    if *brief == ShortBrief::default() {
        backend::forget(KEPT);
    } else if let Ok(text) = serde_json::to_string(brief) {
        backend::keep(KEPT, &text);
    }
}
