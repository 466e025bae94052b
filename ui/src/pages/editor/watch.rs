//! What goes on with an ad, and what is in the way: over the work surface, so that nobody has to
//! guess why something can't be pressed.

use contract::{AutopilotStatus, HubSession, SceneStatus, Step};
use leptos::prelude::*;

use super::desk::{Desk, Work};
use super::parts::WorkRefusal;
use super::standing::{self, Lock};
use crate::app::{Page, store, t, t_with};
use crate::components::hub::{MakingNote, PurchaseNotice};
use crate::components::{Button, ButtonKind, Glyph, Icon, Notice, Tone};
use crate::pages::wording::{args, figure};

/// Everything that is to be said.
#[component]
pub fn Watch(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let is_under_way = Memo::new(move |_| desk.of(false, contract::EditorView::is_under_way));
    let note = Memo::new(move |_| desk.of(None, |ad| ad.note.clone()));
    let began_at = Memo::new(move |_| desk.of(None, |ad| ad.began_at));
    let heard_at = Memo::new(move |_| desk.of(None, |ad| ad.heard_at));
    view! {
        <div class="watch">
            <Scope/>
            <PurchaseNotice project=desk.key()/>
            <WorkRefusal desk work=Work::Look on_retry=Callback::new(move |()| desk.look())/>
            <AutopilotEnd desk/>
            <Locked desk/>
            <Show when=move || is_under_way.get() || note.with(Option::is_some)>
                <MakingNote key=desk.key() note began_at heard_at/>
            </Show>
        </div>
    }
}

/// Who has the timeline, and how far that is: counted in scenes that are there.
#[component]
fn Locked(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let lock = Memo::new(move |_| desk.of(None, standing::lock));
    let made = Memo::new(move |_| {
        desk.of((0, 0), |ad| {
            let made = ad
                .scenes
                .iter()
                .filter(|scene| scene.status == SceneStatus::Completed)
                .count();
            (made, ad.scenes.len())
        })
    });
    move || {
        lock.get().map(|lock| {
            let (key, mark) = match lock {
                Lock::Autopilot => ("editor-locked-autopilot", "autopilot"),
                Lock::Batch => ("editor-locked-batch", "batch"),
            };
            view! {
                <div class="notice info locked" role="status" data-test="locked" data-by=mark>
                    <Icon glyph=Glyph::Lock/>
                    <p>{move || t(key)}</p>
                    {move || (made.get().1 > 0).then(|| {
                        let (done, all) = made.get();
                        view! {
                            <span class="locked-count figures" data-test="locked-count">
                                {t_with("editor-made-of", &args([
                                    ("done", figure(done).into()),
                                    ("all", figure(all).into()),
                                ]))}
                            </span>
                            <progress
                                aria-label=t(key)
                                max=all.to_string()
                                value=done.to_string()
                            ></progress>
                        }
                    })}
                </div>
            }
        })
    }
}

/// How autopilot ended, where that is worth a word.
#[component]
fn AutopilotEnd(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let autopilot = Memo::new(move |_| desk.of(None, |ad| Some(ad.autopilot.clone())));
    let can_again = Memo::new(move |_| {
        desk.of(false, |ad| {
            standing::has_brief(ad) && standing::lock(ad).is_none()
        })
    });
    move || {
        let autopilot = autopilot.get()?;
        let detail = autopilot.error.filter(|detail| !detail.trim().is_empty());
        let (tone, sentence) = match (autopilot.status, detail) {
            (AutopilotStatus::Failed, Some(detail)) => (
                Tone::Bad,
                t_with(
                    "editor-autopilot-failed-because",
                    &args([("detail", detail.into())]),
                ),
            ),
            (AutopilotStatus::Failed, None) => (Tone::Bad, t("editor-autopilot-failed")),
            (AutopilotStatus::Cancelled, _) => (Tone::Info, t("editor-autopilot-cancelled")),
            (AutopilotStatus::Other(word), _) => (Tone::Info, word),
            (AutopilotStatus::Off | AutopilotStatus::Running | AutopilotStatus::Completed, _) => {
                return None;
            }
        };
        Some(view! {
            <Notice tone test="autopilot-ended">
                <p>{sentence}</p>
                <Button
                    test="autopilot-again"
                    disabled=Signal::derive(move || !can_again.get())
                    on_press=Callback::new(move |()| desk.pay(Step::Autopilot { slug: desk.slug() }))
                >
                    {move || t("editor-autopilot-cost")}
                </Button>
            </Notice>
        })
    }
}

/// A token that can only look.
#[component]
fn Scope() -> impl IntoView {
    let store = store();
    let lacks = Memo::new(move |_| {
        store.hub.session.with(|session| match session {
            HubSession::SignedIn { lacks, .. } if !lacks.is_empty() => Some(lacks.join(", ")),
            _ => None,
        })
    });
    let is_signed_out = Memo::new(move |_| store.hub.is_signed_out());
    view! {
        <Show when=move || is_signed_out.get()>
            <Notice tone=Tone::Warning test="ad-signed-out">
                <p>{move || t("editor-signed-out")}</p>
                <Button test="ad-give-token" on_press=Callback::new(move |()| store.hub.token_asked.set(true))>
                    {move || t("next-give-token")}
                </Button>
            </Notice>
        </Show>
        {move || lacks.get().map(|scopes| view! {
            <Notice tone=Tone::Warning test="scope-missing">
                <p>{t_with("editor-scope-missing", &args([("scopes", scopes.into())]))}</p>
                <Button test="scope-give-token" on_press=Callback::new(move |()| store.hub.token_asked.set(true))>
                    {move || t("next-give-token")}
                </Button>
                <Button
                    kind=ButtonKind::Quiet
                    test="scope-tokens"
                    on_press=Callback::new(move |()| store.page.set(Page::Tokens))
                >
                    {move || t("page-tokens")}
                </Button>
            </Notice>
        })}
    }
}
