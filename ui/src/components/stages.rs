//! The four real stages of an order, as a bar. It draws what it is told; what the stages are is
//! the queue's to know.

use leptos::prelude::*;

/// How a stage stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StageState {
    /// Behind us.
    Done,
    /// Now; with the part that is known to be done, 0 to 1. `None`: nobody knows, and the bar
    /// does not pretend to.
    Now(Option<f64>),
    /// Before us.
    Ahead,
    /// It ended here.
    Stopped,
}

/// One stage as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct StageView {
    /// What it says, figure included.
    pub label: String,
    /// How it stands.
    pub state: StageState,
}

/// The bar.
#[component]
pub fn Stages(
    /// The stages, in order.
    #[prop(into)]
    stages: Signal<[StageView; 4]>,
    /// What the list is, for whoever listens.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let each = (0..4).map(|index| {
        let stage = Memo::new(move |_| stages.with(|all| all[index].clone()));
        view! { <OneStage stage/> }
    });
    view! {
        <ol class="stages" data-test="stages" aria-label=move || label.get()>
            {each.collect_view()}
        </ol>
    }
}

#[component]
fn OneStage(
    /// Which.
    stage: Memo<StageView>,
) -> impl IntoView {
    let state = move || stage.with(|stage| stage.state);
    let mark = move || match state() {
        StageState::Done => "done",
        StageState::Now(_) => "now",
        StageState::Ahead => "ahead",
        StageState::Stopped => "stopped",
    };
    let part = Memo::new(move |_| match state() {
        StageState::Done => Some(1.0),
        StageState::Now(part) => part.map(|part| part.clamp(0.0, 1.0)),
        StageState::Ahead | StageState::Stopped => Some(0.0),
    });
    let is_now = move || matches!(state(), StageState::Now(_)).then_some("step");
    view! {
        <li class="stage" data-state=mark aria-current=is_now>
            <span class="stage-track" aria-hidden="true">
                <span
                    class="stage-fill"
                    class:unknown=move || part.get().is_none()
                    style:width=move || format!("{:.1}%", part.get().unwrap_or(1.0) * 100.0)
                ></span>
            </span>
            <span class="stage-word">{move || stage.with(|stage| stage.label.clone())}</span>
        </li>
    }
}
