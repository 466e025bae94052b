//! Scenes in words. Pure: it is given the words and says them.

use contract::{SceneOrigin, SceneStatus, SceneView};
use words::Words;

use super::time;
use crate::pages::wording::{args, facts, figure};

/// "Scene 3". Places count from 0 here, as lists do, and from 1 on the page.
pub fn scene_name(words: &Words, place: usize) -> String {
    words.say_with(
        "editor-scene",
        &args([("number", figure(place + 1).into())]),
    )
}

/// Where a scene stands, in one word or two.
pub fn status_word(words: &Words, scene: &SceneView) -> String {
    match (&scene.status, scene.origin) {
        (SceneStatus::Completed, SceneOrigin::Footage) => words.say("editor-scene-clip"),
        (SceneStatus::Pending, _) => words.say("editor-scene-pending"),
        (SceneStatus::Processing, _) => words.say("editor-scene-making"),
        (SceneStatus::Completed, SceneOrigin::Generated) => words.say("editor-scene-made"),
        (SceneStatus::Failed, _) => words.say("editor-scene-failed"),
        (SceneStatus::Other(word), _) => word.clone(),
    }
}

/// The state's stable text, for tests and styles.
pub const fn status_mark(status: &SceneStatus) -> &'static str {
    match status {
        SceneStatus::Pending => "pending",
        SceneStatus::Processing => "processing",
        SceneStatus::Completed => "completed",
        SceneStatus::Failed => "failed",
        SceneStatus::Other(_) => "other",
    }
}

/// Length, and where the product is seen.
pub fn scene_facts(words: &Words, scene: &SceneView) -> String {
    let placement = scene
        .product_placement
        .as_deref()
        .map(|placement| match placement {
            "throughout" => words.say("editor-product-in-throughout"),
            "end" => words.say("editor-product-in-end"),
            other => other.to_owned(),
        });
    facts([
        words.seconds(time::length(scene)),
        placement.unwrap_or_default(),
    ])
}

/// What is read out once a scene stands at another place.
pub fn moved_sentence(words: &Words, from: usize, to: usize, count: usize) -> String {
    words.say_with(
        "editor-scene-moved",
        &args([
            ("name", scene_name(words, from).into()),
            ("place", figure(to + 1).into()),
            ("count", figure(count).into()),
        ]),
    )
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;
    use crate::pages::editor::samples::{footage_scene, made_scene, scene};

    #[test]
    fn a_clip_is_called_a_clip_and_an_unknown_status_by_its_own_word() {
        let words = Words::of(Language::English);
        assert_eq!(status_word(&words, &footage_scene("a", 3.0)), "Your clip");
        assert_eq!(status_word(&words, &made_scene("a")), "Made");
        let queued = SceneView {
            status: SceneStatus::Other("queued_for_gpu".to_owned()),
            ..scene("a")
        };
        assert_eq!(status_word(&words, &queued), "queued_for_gpu");
        assert_eq!(status_mark(&queued.status), "other");
    }

    #[test]
    fn a_move_is_read_out_with_its_new_place() {
        let words = Words::of(Language::English);
        assert_eq!(moved_sentence(&words, 2, 0, 5), "Scene 3 is now 1 of 5.");
    }

    #[test]
    fn facts_name_the_length_and_where_the_product_is_seen() {
        let words = Words::of(Language::English);
        let mut placed = footage_scene("a", 12.5);
        assert_eq!(scene_facts(&words, &placed), "12.5 s");
        placed.product_placement = Some("end".to_owned());
        assert_eq!(scene_facts(&words, &placed), "12.5 s · product at the end");
    }
}
