//! Version, and the report for whoever helps.

use contract::ask;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Section;
use crate::app::{store, t};
use crate::backend;
use crate::components::{ButtonKind, Copy, Field};

/// The section.
#[component]
pub fn About() -> impl IntoView {
    let store = store();
    let report = RwSignal::new(String::new());
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
                <details class="report-box" on:toggle=move |_| fetch()>
                    <summary data-test="settings-report-show">{move || t("settings-report-show")}</summary>
                    <pre class="report" tabindex="0" data-test="settings-report">{move || report.get()}</pre>
                </details>
            </Field>
        </Section>
    }
}
