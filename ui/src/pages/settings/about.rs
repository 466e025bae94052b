//! Version, and the report for whoever helps.

use contract::ask;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Section;
use crate::app::{store, t};
use crate::backend;
use crate::components::{Button, ButtonKind, Copy, Field};

/// The section.
#[component]
pub fn About() -> impl IntoView {
    let store = store();
    let report = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let fetch = move || {
        spawn_local(async move {
            match backend::ask(ask::GetDiagnostics {}).await {
                Ok(text) => {
                    report.try_set(text);
                }
                Err(refusal) => store.report(refusal),
            }
        });
    };
    fetch();
    let show = Callback::new(move |()| {
        fetch();
        shown.set(true);
    });
    view! {
        <Section title=move || t("settings-about")>
            <Field label=move || t("settings-version")>
                <p data-test="settings-version">
                    {move || t("app-name")} " " {move || store.version.get()}
                </p>
            </Field>
            <Field
                label=move || t("settings-report")
                note=move || t("settings-report-note")
                end=move || view! {
                    <Copy
                        text=report
                        label=move || t("settings-report-copy")
                        kind=ButtonKind::Secondary
                        test="settings-report-copy"
                    />
                }
            >
                <Show
                    when=move || shown.get()
                    fallback=move || view! {
                        <Button kind=ButtonKind::Quiet test="settings-report-show" on_press=show>
                            {move || t("settings-report-show")}
                        </Button>
                    }
                >
                    <pre class="report" tabindex="0" data-test="settings-report">{move || report.get()}</pre>
                </Show>
            </Field>
        </Section>
    }
}
