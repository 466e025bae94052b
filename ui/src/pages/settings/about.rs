//! Version, and the report for whoever helps.

use contract::{ContractVersion, ask};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Section;
use crate::app::{Page, Store, store, t, t_with};
use crate::backend;
use crate::components::{Button, ButtonKind, Copy, Field};
use crate::pages::wording::{args, figure};

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
    let contract = RwSignal::new(None::<ContractVersion>);
    spawn_local(async move {
        // The core asks the service at most once a day, whoever looks here how often. What is not
        // known is said by the line itself: nobody needs to hear more of it.
        if let Ok(version) = backend::ask(ask::GetContractVersion {}).await {
            contract.try_set(Some(version));
        }
    });
    view! {
        <Section title=move || t("settings-about")>
            <Field label=move || t("settings-version")>
                <p data-test="settings-version">
                    {move || t("app-name")} " " {move || store.version.get()}
                </p>
            </Field>
            {move || contract.get().map(|version| {
                let moved = version.has_moved().to_string();
                view! {
                <Field label=move || t("version-contract")>
                    <p
                        class="muted"
                        data-test="settings-contract"
                        data-moved=moved
                    >
                        {move || contract_words(&version)}
                    </p>
                </Field>
                }
            })}
            <Field
                label=move || t("activity-settings")
                end=move || view! {
                    <Button
                        test="settings-activity"
                        on_press=Callback::new(move |()| store.page.set(Page::Activity))
                    >
                        {move || t("activity-open")}
                    </Button>
                }
            >
                <p class="muted" data-test="settings-activity-count">{move || noticed(store)}</p>
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

/// How many unusual things were noticed.
fn noticed(store: Store) -> String {
    let count = store.activity.with(Vec::len);
    t_with(
        "activity-settings-note",
        &args([("count", figure(count).into())]),
    )
}

/// The contract that this version was made for, and whether the service has moved on.
fn contract_words(version: &ContractVersion) -> String {
    let built = ("built", version.built_for.as_str().into());
    match &version.published {
        Some(published) if version.has_moved() => {
            let published = ("published", published.as_str().into());
            t_with("version-moved", &args([built, published]))
        }
        Some(_) => t_with("version-same", &args([built])),
        None => t_with("version-unknown", &args([built])),
    }
}
