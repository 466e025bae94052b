//! Sandbox or live. Changing it says first what changes, then starts the program again.

use contract::{ServerChoice, ask};
use leptos::prelude::*;

use super::Section;
use crate::app::{store, t, t_with};
use crate::components::{Dialog, DialogAnswers, Notice, Tone};

/// The words of one choice.
struct Words {
    test: &'static str,
    name: &'static str,
    note: &'static str,
}

const fn words(choice: ServerChoice) -> Words {
    match choice {
        ServerChoice::Sandbox => Words {
            test: "settings-server-sandbox",
            name: "settings-server-sandbox",
            note: "settings-server-sandbox-note",
        },
        ServerChoice::Live => Words {
            test: "settings-server-live",
            name: "settings-server-live",
            note: "settings-server-live-note",
        },
    }
}

/// The section.
#[component]
pub fn Service() -> impl IntoView {
    let store = store();
    let wanted = RwSignal::new(None::<ServerChoice>);
    let now = move || store.server.with(|server| server.choice);
    let fixed = move || store.server.with(|server| server.fixed_by_environment);
    let choices = [ServerChoice::Sandbox, ServerChoice::Live].map(|choice| {
        let words = words(choice);
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="server"
                    data-test=words.test
                    disabled=fixed
                    // Stays with the present one until the change is confirmed.
                    prop:checked=move || { wanted.track(); now() == choice }
                    on:change=move |_| wanted.set((now() != choice).then_some(choice))
                />
                <span class="choice-words">
                    <strong>{move || t(words.name)}</strong>
                    <span class="muted">{move || t(words.note)}</span>
                </span>
            </label>
        }
    });
    let fixed_words = move || {
        fixed().then(|| {
            let origin = store.server.with(|server| server.origin.clone());
            let words = t_with(
                "settings-server-fixed",
                &[("origin".to_owned(), origin.into())].into(),
            );
            view! { <Notice tone=Tone::Info test="settings-server-fixed"><p>{words}</p></Notice> }
        })
    };
    let no_ffmpeg = move || {
        (now() == ServerChoice::Sandbox && !store.has_ffmpeg.get()).then(|| view! {
            <Notice tone=Tone::Info test="settings-no-ffmpeg"><p>{move || t("settings-no-ffmpeg")}</p></Notice>
        })
    };
    view! {
        <Section title=move || t("settings-server")>
            <fieldset class="choices" data-test="settings-server" aria-label=move || t("settings-server")>
                {choices}
            </fieldset>
            {fixed_words}
            {no_ffmpeg}
        </Section>
        <Confirm wanted/>
    }
}

/// Says what changes, and changes it.
#[component]
fn Confirm(
    /// What the person wants to change to.
    wanted: RwSignal<Option<ServerChoice>>,
) -> impl IntoView {
    let store = store();
    let live = move || wanted.get() == Some(ServerChoice::Live);
    let cancel = Callback::new(move |()| wanted.set(None));
    let change = Callback::new(move |()| {
        if let Some(server) = wanted.get_untracked() {
            wanted.set(None);
            store.tell(ask::SwitchServer { server });
        }
    });
    let points = move || {
        let keys: &[&'static str] = if live() {
            &["live-restart", "live-account", "live-cost", "live-kept"]
        } else {
            &["sandbox-restart", "sandbox-cost", "sandbox-kept"]
        };
        keys.iter()
            .map(|key| view! { <li>{move || t(key)}</li> })
            .collect_view()
    };
    view! {
        <Dialog
            open=Signal::derive(move || wanted.get().is_some())
            test="switch-dialog"
            title=move || if live() { t("live-title") } else { t("sandbox-title") }
            on_close=cancel
        >
            <ul class="points">{points}</ul>
            <DialogAnswers
                test="switch"
                no=move || t("switch-cancel")
                yes=move || t(if live() { "live-yes" } else { "sandbox-yes" })
                on_no=cancel
                on_yes=change
            />
        </Dialog>
    }
}
