//! The left side of a page with a source: the clips or the link, and the ways to another one.

use contract::{ClipView, Source, ask};
use leptos::prelude::*;

use super::clips::ClipList;
use super::link_form::{LinkEntry, LinkForm};
use super::template_card::TemplateCard;
use crate::app::{Page, say, store, t};
use crate::components::{Button, ButtonKind, Glyph, Icon};
use crate::pages::wording::link_title;

/// The source.
#[component]
pub fn SourcePanel(
    /// The clips to show.
    clips: Memo<Vec<ClipView>>,
    /// Where a link is put.
    link: LinkEntry,
) -> impl IntoView {
    let store = store();
    let url = Memo::new(move |_| {
        store.plan.with(|plan| match &plan.source {
            Some(Source::Link { url, .. }) => Some(url.clone()),
            _ => None,
        })
    });
    let template = Memo::new(move |_| {
        store.plan.with(|plan| match &plan.source {
            Some(Source::Template { template_id, name }) => {
                Some((template_id.clone(), name.clone()))
            }
            _ => None,
        })
    });
    view! {
        <section class="panel source-panel" data-test="source-panel" aria-label=move || t("riff-clips")>
            {move || url.get().map(|url| view! { <LinkCard url link/> })}
            {move || template.get().map(|(template_id, name)| view! { <TemplateCard template_id name/> })}
            <ClipList clips/>
            <div class="source-others">
                <LinkForm link/>
                <Show when=move || !link.is_open()>
                    <Button
                        kind=ButtonKind::Quiet
                        test="browse"
                        glyph=Glyph::Add
                        on_press=Callback::new(move |()| store.tell(ask::BrowseClips {}))
                    >
                        {move || t("riff-add-clip")}
                    </Button>
                    <Show when=move || url.with(Option::is_none)>
                        <Button
                            kind=ButtonKind::Quiet
                            test="paste-link"
                            glyph=Glyph::Link
                            on_press=Callback::new(move |()| link.open(""))
                        >
                            {move || t("riff-paste-link")}
                        </Button>
                    </Show>
                    <Show when=move || template.with(Option::is_none)>
                        <Button
                            kind=ButtonKind::Quiet
                            test="choose-template"
                            glyph=Glyph::Template
                            on_press=Callback::new(move |()| store.page.set(Page::Templates))
                        >
                            {move || t("riff-choose-template")}
                        </Button>
                    </Show>
                </Show>
            </div>
        </section>
    }
}

/// A link that is the source.
#[component]
fn LinkCard(
    /// The link.
    url: String,
    /// Where another one is put.
    link: LinkEntry,
) -> impl IntoView {
    let store = store();
    let (title_of, shown, again) = (url.clone(), url.clone(), url);
    view! {
        <article class="link-card" data-test="link-card">
            <span class="link-mark"><Icon glyph=Glyph::Link/></span>
            <div class="clip-words">
                <h2 class="clip-name" title=shown.clone()>{move || link_title(&say(), &title_of)}</h2>
                <p class="muted link-url" data-test="link-url">{shown}</p>
                <p class="muted">{move || t("riff-link-fetched")}</p>
                <div class="clip-actions">
                    <Button
                        test="link-change"
                        on_press=Callback::new(move |()| link.open(&again))
                    >
                        {move || t("riff-link-change")}
                    </Button>
                    <Button
                        kind=ButtonKind::Quiet
                        test="link-remove"
                        on_press=Callback::new(move |()| {
                            store.plan.update(|plan| plan.source = None);
                        })
                    >
                        {move || t("riff-clip-remove")}
                    </Button>
                </div>
            </div>
        </article>
    }
}
