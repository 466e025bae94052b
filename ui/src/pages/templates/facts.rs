//! The facts of a template, in rows.

use contract::{Extraction, TemplateView};
use leptos::prelude::*;

use super::wording;
use crate::app::{say, store, t};
use crate::backend;
use crate::components::Copy;
use crate::pages::extraction::readable;
use crate::pages::wording::language_name;

/// The rows. What the service did not tell has none.
#[component]
pub fn Facts(
    /// The template, once known.
    template: RwSignal<Option<TemplateView>>,
    /// What was extracted, once heard.
    extraction: RwSignal<Option<Option<Extraction>>>,
) -> impl IntoView {
    let store = store();
    let of_template = move |tell: fn(&TemplateView) -> Option<String>| {
        Signal::derive(move || template.with(|t| t.as_ref().and_then(tell)))
    };
    let of_extraction = move |tell: fn(&Extraction) -> Option<String>| {
        Signal::derive(move || {
            extraction.with(|e| e.as_ref().and_then(Option::as_ref).and_then(tell))
        })
    };
    let code = of_extraction(|e| e.language.clone());
    let language = Signal::derive(move || {
        let code = code.get()?;
        Some(store.languages.with(|all| language_name(all, &code)))
    });
    let tags = Memo::new(move |_| {
        template
            .with(|t| t.as_ref().map(|t| t.tags.clone()))
            .unwrap_or_default()
    });
    view! {
        <dl class="facts" data-test="template-facts">
            <Fact name="template-from" test="template-from" value=of_template(|t| {
                Some(if t.is_public { say().say("template-from-riffkit") } else { say().say("template-from-you") })
            })/>
            <Fact name="template-used" test="template-used" value=of_template(|t| Some(wording::used(&say(), t)))/>
            <Fact name="template-parts" test="template-parts" value=of_template(|t| Some(wording::segments(&say(), t)))/>
            <Fact name="template-length" test="template-length" value=of_extraction(|e| {
                e.duration_seconds.filter(|d| d.is_finite()).map(|d| say().seconds(d))
            })/>
            <Fact name="template-language" test="template-language" value=language/>
            <Fact name="template-speaking" test="template-speaking" value=of_extraction(|e| {
                e.speaking_mode.as_deref().map(|mode| wording::speaking(&say(), mode))
            })/>
            <Fact name="template-made" test="template-made" value=of_template(|t| t.created_at.map(backend::format_day))/>
            <Link template/>
            <Show when=move || tags.with(|tags| !tags.is_empty())>
                <div class="fact">
                    <dt>{move || t("template-tags")}</dt>
                    <dd class="fact-tags" data-test="template-tags">
                        {move || tags.get().into_iter().map(|tag| view! {
                            <span class="chip">{tag}</span>
                        }).collect_view()}
                    </dd>
                </div>
            </Show>
        </dl>
    }
}

#[component]
fn Fact(
    /// Key of its name.
    name: &'static str,
    /// For tests.
    test: &'static str,
    /// What it is; nothing, where it is not known.
    value: Signal<Option<String>>,
) -> impl IntoView {
    move || {
        let value = value.get().filter(|value| !value.trim().is_empty())?;
        Some(view! {
            <div class="fact">
                <dt>{move || t(name)}</dt>
                <dd data-test=test>{value}</dd>
            </div>
        })
    }
}

/// Where its source stands on the web: to be copied, never opened from here.
#[component]
fn Link(
    /// The template, once known.
    template: RwSignal<Option<TemplateView>>,
) -> impl IntoView {
    let url = Memo::new(move |_| template.with(|t| t.as_ref().and_then(|t| t.source_url.clone())));
    let platform = move || {
        let platform = template.with(|t| t.as_ref().and_then(|t| t.source_platform.clone()));
        platform.map_or_else(
            || t("template-source-elsewhere"),
            |platform| match platform.as_str() {
                "tiktok" => "TikTok".to_owned(),
                other => readable(other),
            },
        )
    };
    move || {
        let address = url.get()?;
        let copied = address.clone();
        Some(view! {
            <div class="fact">
                <dt>{move || t("template-source")}</dt>
                <dd class="fact-link">
                    <span title=address>{platform}</span>
                    <Copy
                        text=Signal::derive(move || copied.clone())
                        label=move || t("template-copy-link")
                        test="template-copy-link"
                    />
                </dd>
            </div>
        })
    }
}
