//! What can be set for a riff. Every row has a good default.

use contract::Source;
use leptos::prelude::*;

use super::characters::CharacterRow;
use super::direction::{CountedText, Direction};
use super::product::{ProductRow, VisibilityRow};
use super::sentence::chosen_language;
use crate::app::{store, t};
use crate::components::{Button, ButtonKind, Field};

/// The panel.
#[component]
pub fn SettingsPanel() -> impl IntoView {
    view! {
        <section class="panel settings-panel" aria-label=move || t("riff-settings")>
            <CharacterRow/>
            <ProductRow/>
            <VisibilityRow/>
            <LanguageRow/>
            <Direction/>
            <Hint/>
        </section>
    }
}

/// The language of the video, from the service's own list.
#[component]
fn LanguageRow() -> impl IntoView {
    let store = store();
    let chosen = Memo::new(move |_| {
        store
            .plan
            .with(|plan| store.languages.with(|all| chosen_language(plan, all)))
    });
    let options = move || {
        let known = store.languages.get();
        if known.is_empty() {
            return view! { <option value="">{t("riff-language-default")}</option> }.into_any();
        }
        known
            .into_iter()
            .map(|language| {
                let code = language.code.clone();
                let is_chosen = move || chosen.get().as_deref() == Some(code.as_str());
                view! { <option value=language.code prop:selected=is_chosen>{language.name}</option> }
            })
            .collect_view()
            .into_any()
    };
    view! {
        <Field label=move || t("riff-language") control="riff-language".to_owned()>
            <select
                id="riff-language"
                class="control"
                data-test="language-select"
                disabled=move || store.languages.with(|all| all.len() < 2)
                on:change:target=move |event| {
                    let code = event.target().value();
                    store.plan.update(|plan| plan.language = code);
                }
            >
                {options}
            </select>
        </Field>
    }
}

/// What made the source work. A template's analysis is made already, so that it takes none.
#[component]
fn Hint() -> impl IntoView {
    let store = store();
    let has_template = Memo::new(move |_| {
        store
            .plan
            .with(|plan| matches!(plan.source, Some(Source::Template { .. })))
    });
    view! {
        <Show when=move || has_template.get() fallback=move || view! { <HintRow/> }>
            <Field label=move || t("riff-hint")>
                <span class="muted" data-test="hint-not-used">{move || t("riff-hint-not-used")}</span>
            </Field>
        </Show>
    }
}

/// The hint of a new source, for its analysis.
#[component]
fn HintRow() -> impl IntoView {
    let store = store();
    let open = RwSignal::new(store.plan.with_untracked(|plan| !plan.hint.is_empty()));
    let shown = Memo::new(move |_| open.get() || store.plan.with(|plan| !plan.hint.is_empty()));
    let hide = Callback::new(move |()| {
        open.set(false);
        store.plan.update(|plan| plan.hint.clear());
    });
    view! {
        <Show
            when=move || shown.get()
            fallback=move || view! {
                <Field
                    label=move || t("riff-hint")
                    end=move || view! {
                        <Button
                            kind=ButtonKind::Quiet
                            test="hint-add"
                            on_press=Callback::new(move |()| open.set(true))
                        >
                            {move || t("riff-hint-add")}
                        </Button>
                    }
                >
                    <span class="muted">{move || t("riff-hint-none")}</span>
                </Field>
            }
        >
            <CountedText
                id="hint"
                label=move || t("riff-hint")
                example=move || t("riff-hint-example")
                rows="2"
                text=Signal::derive(move || store.plan.with(|plan| plan.hint.clone()))
                on_text=Callback::new(move |text: String| store.plan.update(|plan| plan.hint = text))
                focused=open.get_untracked()
            >
                <Button kind=ButtonKind::Quiet test="hint-hide" on_press=hide>
                    {move || t("riff-hint-hide")}
                </Button>
            </CountedText>
        </Show>
    }
}
