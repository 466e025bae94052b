//! The scenes of an ad in their order: the ruler above them, a row each, and what makes more.

mod actions;
mod add;
mod carry;
mod list;
pub mod order;
mod picker;
mod prompt;
mod removal;
mod row;
mod ruler;
pub mod time;
mod wording;

use contract::{EditorView, FootageState, SceneOrigin, SceneStatus, Step, choices};
use leptos::prelude::*;

pub use self::actions::Enhanced;
pub use self::picker::VideoPicker;
pub use self::removal::DeleteQuestion;
pub use self::wording::scene_name;

use self::add::{AddScene, Proposal};
use self::list::SceneList;
use self::removal::Undo;
use self::ruler::Ruler;
use super::desk::{Back, Desk, Removed, Work};
use super::parts::{Cost, Costing, WorkRefusal};
use super::standing;
use crate::app::{say, t, t_with};
use crate::components::{ButtonKind, Glyph};
use crate::pages::wording::{args, facts, figure};

/// The scenes.
#[component]
pub fn Scenes(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let count = Memo::new(move |_| desk.of(0, |ad| ad.scenes.len()));
    let unmade = Memo::new(move |_| desk.of(0, standing::to_make));
    let is_locked = Memo::new(move |_| desk.of(false, |ad| standing::lock(ad).is_some()));
    let can_make_all = Memo::new(move |_| desk.of(false, standing::can_make_all));
    let total = Memo::new(move |_| desk.of(0.0, EditorView::total_seconds));
    view! {
        <section class="scenes" aria-labelledby="scenes-title" data-test="scenes" data-locked=move || is_locked.get().to_string()>
            <div class="scenes-head">
                <h2 id="scenes-title">{move || t("editor-scenes")}</h2>
                <span class="muted figures" data-test="scenes-total">
                    {move || facts([
                        t_with("editor-scene-count", &args([
                            ("count", figure(count.get()).into()),
                            ("cap", figure(choices::SCENES_AT_MOST).into()),
                        ])),
                        say().clock(total.get().round()),
                    ])}
                </span>
                <Show when=move || { unmade.get() >= choices::BATCH_AT_LEAST }>
                    <Costing
                        test="make-all"
                        cost=Signal::derive(move || Cost::Credits(batch_credits(unmade.get())))
                        disabled=Signal::derive(move || !can_make_all.get())
                        on_press=Callback::new(move |()| {
                            desk.pay(Step::GenerateScenes { slug: desk.slug() });
                        })
                        word=move || t_with("editor-make-all", &args([("count", figure(unmade.get()).into())]))
                    />
                </Show>
            </div>
            <Show when=move || { count.get() > 0 }>
                <Ruler desk/>
                <p class="visually-hidden" id="scene-keys">{move || t("editor-scene-keys")}</p>
            </Show>
            <WorkRefusal desk work=Work::Order/>
            <Undo desk/>
            <Show
                when=move || { count.get() > 0 }
                fallback=move || view! { <p class="muted scenes-none" data-test="scenes-none">{t("editor-no-scenes")}</p> }
            >
                <SceneList desk/>
            </Show>
            <Proposal desk/>
            <AddScene desk/>
            <p class="muted small">{move || t("editor-scene-length-means")}</p>
        </section>
    }
}

/// What a batch of so many costs, by the contract.
fn batch_credits(scenes: usize) -> u32 {
    u32::try_from(scenes)
        .unwrap_or(u32::MAX)
        .saturating_mul(choices::SCENE_AGAIN_CREDITS)
}

/// Whether a scene's video was paid for and would go with it.
pub fn would_lose_video(ad: &EditorView, scene_id: &str) -> bool {
    ad.scenes.iter().any(|scene| {
        scene.scene_id == scene_id
            && scene.origin == SceneOrigin::Generated
            && scene.status == SceneStatus::Completed
    })
}

/// What could bring a scene back once it went: its words where it was not made, its clip where the
/// service still has that. A video that was made is gone.
pub fn way_back(ad: &EditorView, scene_id: &str) -> Option<Removed> {
    let place = ad
        .scenes
        .iter()
        .position(|scene| scene.scene_id == scene_id)?;
    let scene = &ad.scenes[place];
    let back = match scene.origin {
        SceneOrigin::Footage => {
            let clip = ad.footage.iter().find(|clip| {
                clip.state == FootageState::Ready
                    && clip.attached_scene_ids.iter().any(|id| id == scene_id)
            })?;
            Back::Clip(clip.upload_id.clone()?)
        }
        SceneOrigin::Generated if scene.status == SceneStatus::Completed => return None,
        SceneOrigin::Generated if scene.prompt.trim().is_empty() => return None,
        SceneOrigin::Generated => Back::Prompt(scene.prompt.clone()),
    };
    Some(Removed { back, place })
}

/// A quiet button of something free.
#[component]
fn Quiet(
    /// For tests.
    #[prop(into)]
    test: String,
    /// When it can't be pressed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The picture before its words.
    glyph: Glyph,
    /// Key of its words.
    word: &'static str,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <Costing
            kind=ButtonKind::Quiet
            test
            glyph
            cost=Signal::stored(Cost::Free)
            disabled
            on_press
            word=move || t(word)
        />
    }
}

#[cfg(test)]
mod tests {
    use contract::FootageView;

    use super::*;
    use crate::pages::editor::samples::{ad, footage_scene, made_scene, scene};

    #[test]
    fn a_batch_costs_four_a_scene() {
        assert_eq!(batch_credits(3), 12);
        assert_eq!(batch_credits(20), 80);
    }

    #[test]
    fn words_and_clips_come_back_and_a_made_video_does_not() {
        let mut ad = ad(vec![scene("a"), made_scene("b"), footage_scene("c", 3.0)]);
        assert_eq!(
            way_back(&ad, "a"),
            Some(Removed {
                back: Back::Prompt("Scene a".to_owned()),
                place: 0
            })
        );
        assert_eq!(way_back(&ad, "b"), None);
        assert!(would_lose_video(&ad, "b"));
        assert!(!would_lose_video(&ad, "a"));
        // Without its clip at the service nothing could be placed again.
        assert_eq!(way_back(&ad, "c"), None);
        ad.footage.push(FootageView {
            footage_id: None,
            upload_id: Some("7".to_owned()),
            slug: "froth".to_owned(),
            name: "a.mov".to_owned(),
            size_bytes: None,
            fit_mode: None,
            in_parts: false,
            state: FootageState::Ready,
            address_until: None,
            duration_seconds: Some(3.0),
            has_first_frame: true,
            attached_scene_ids: vec!["c".to_owned()],
        });
        assert_eq!(
            way_back(&ad, "c"),
            Some(Removed {
                back: Back::Clip("7".to_owned()),
                place: 2
            })
        );
        assert_eq!(way_back(&ad, "gone"), None);
    }
}
