//! How far the making of something is: its real stages, how long it has taken, when the service was
//! last heard, and what there is to say of it.

use contract::{Millis, ProjectKey, ProjectNote, hub_ask};
use leptos::prelude::*;

use crate::app::{say, store, t, t_with};
use crate::components::{Button, Notice, StageState, StageView, Tone};
use crate::pages::wording::{args, facts};

/// The stages as a bar.
#[component]
pub fn Making(
    /// The stages, in order.
    #[prop(into)]
    stages: Signal<Vec<StageView>>,
    /// What the list is, for whoever listens.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <ol class="stages making" data-test="making" aria-label=move || label.get()>
            {move || stages.get().into_iter().map(|stage| {
                let (mark, part) = match stage.state {
                    StageState::Done => ("done", Some(1.0)),
                    StageState::Now(part) => ("now", part),
                    StageState::Ahead => ("ahead", Some(0.0)),
                    StageState::Stopped => ("stopped", Some(0.0)),
                };
                let width = format!("{:.1}%", part.unwrap_or(1.0).clamp(0.0, 1.0) * 100.0);
                view! {
                    <li
                        class="stage"
                        data-state=mark
                        aria-current=(mark == "now").then_some("step")
                    >
                        <span class="stage-track" aria-hidden="true">
                            <span
                                class="stage-fill"
                                class:unknown=part.is_none()
                                style:width=width
                            ></span>
                        </span>
                        <span class="stage-word">{stage.label}</span>
                    </li>
                }
            }).collect_view()}
        </ol>
    }
}

/// Elapsed time, when the service was last heard, and a quiet word with its way on.
#[component]
pub fn MakingNote(
    /// The project.
    key: ProjectKey,
    /// The quiet word.
    #[prop(into)]
    note: Signal<Option<ProjectNote>>,
    /// When its making began.
    #[prop(into)]
    began_at: Signal<Option<Millis>>,
    /// When the service was last heard.
    #[prop(into)]
    heard_at: Signal<Option<Millis>>,
) -> impl IntoView {
    let store = store();
    let now = store.ticking();
    let key = StoredValue::new(key);
    let look = Callback::new(move |()| {
        store.tell(hub_ask::LookAtProject {
            project: key.get_value(),
        });
    });
    let times = move || {
        let now = now.get();
        let words = say();
        let elapsed = began_at
            .get()
            .and_then(|at| u64::try_from((now - at) / 1000).ok())
            .map(|seconds| {
                words.say_with("hub-elapsed", &args([("span", words.span(seconds).into())]))
            });
        let heard = heard_at
            .get()
            .map(|at| words.say_with("hub-heard", &args([("ago", words.ago(now, at).into())])));
        facts([elapsed, heard].into_iter().flatten())
    };
    view! {
        <p class="muted small figures" data-test="making-times">{times}</p>
        {move || note.get().map(|note| match note {
            ProjectNote::TakingLong { minutes } => view! {
                <Notice tone=Tone::Info test="making-long">
                    <p>{t_with("hub-taking-long", &args([("minutes", f64::from(minutes).into())]))}</p>
                    <Button test="making-look" on_press=look>{move || t("hub-look-now")}</Button>
                </Notice>
            }
            .into_any(),
            ProjectNote::Unreachable { retry_at } => view! {
                <Notice tone=Tone::Warning test="making-unreachable">
                    <p>{move || {
                        let left = u64::try_from((retry_at - now.get()) / 1000).unwrap_or(0);
                        t_with("hub-unreachable", &args([("span", say().span(left).into())]))
                    }}</p>
                    <Button test="making-look" on_press=look>{move || t("hub-look-now")}</Button>
                </Notice>
            }
            .into_any(),
            ProjectNote::SignInNeeded => view! {
                <Notice tone=Tone::Warning test="making-token">
                    <p>{move || t("hub-making-token")}</p>
                    <Button
                        test="making-give-token"
                        on_press=Callback::new(move |()| store.hub.token_asked.set(true))
                    >
                        {move || t("next-give-token")}
                    </Button>
                </Notice>
            }
            .into_any(),
        })}
    }
}
