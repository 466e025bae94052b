//! A scene that goes: asked about where a paid video goes with it, and brought back where it can be.

use contract::choices;
use leptos::prelude::*;

use super::wording::scene_name;
use crate::app::{say, t, t_with};
use crate::components::{Button, ButtonKind, Dialog, DialogAnswers, Notice, Tone};
use crate::pages::editor::desk::{Desk, Work};
use crate::pages::editor::parts::WorkRefusal;
use crate::pages::wording::args;

/// The question before a made video goes.
#[component]
pub fn DeleteQuestion(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let close = Callback::new(move |()| desk.deleting.set(None));
    let name = Memo::new(move |_| {
        let id = desk.deleting.get()?;
        let place = desk.order().iter().position(|other| *other == id)?;
        Some(scene_name(&say(), place))
    });
    let named = move |key: &str| {
        t_with(
            key,
            &args([
                ("name", name.get().unwrap_or_default().into()),
                ("credits", f64::from(choices::SCENE_CREDITS).into()),
            ]),
        )
    };
    view! {
        <Dialog
            open=Signal::derive(move || desk.deleting.with(Option::is_some))
            title=move || named("editor-delete-title")
            test="delete-question"
            on_close=close
        >
            <p>{move || named("editor-delete-means")}</p>
            <DialogAnswers
                test="delete"
                no=move || t("editor-keep-it")
                yes=move || t("editor-scene-delete")
                on_no=close
                on_yes=Callback::new(move |()| {
                    if let Some(id) = desk.deleting.get_untracked() {
                        desk.delete(id);
                    }
                })
            />
        </Dialog>
    }
}

/// The way back to the scene that went last.
#[component]
pub fn Undo(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let name = Memo::new(move |_| {
        desk.removed.with(|removed| {
            removed
                .as_ref()
                .map(|removed| scene_name(&say(), removed.place))
        })
    });
    move || {
        name.get().map(|name| {
            view! {
                <Notice tone=Tone::Info test="scene-removed">
                    <p role="status">
                        {t_with("editor-scene-removed", &args([("name", name.into())]))}
                    </p>
                    <Button
                        test="scene-undo"
                        disabled=Signal::derive(move || desk.is_busy(&Work::Undo))
                        on_press=Callback::new(move |()| desk.undo())
                    >
                        {move || t("editor-undo")}
                    </Button>
                    <Button
                        kind=ButtonKind::Quiet
                        test="scene-undo-dismiss"
                        on_press=Callback::new(move |()| desk.removed.set(None))
                    >
                        {move || t("editor-dismiss")}
                    </Button>
                    <WorkRefusal desk work=Work::Undo/>
                </Notice>
            }
        })
    }
}
