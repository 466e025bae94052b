//! Scenes against time: where each begins, how much of the whole it takes, and the ruler's marks.

use contract::{SceneView, choices};

/// A scene's place in time, in seconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The scene.
    pub scene_id: String,
    /// When it begins.
    pub starts: f64,
    /// How long it is.
    pub lasts: f64,
}

/// The scenes one after another, in the order of `order`.
pub fn spans(scenes: &[SceneView], order: &[String]) -> Vec<Span> {
    let mut starts = 0.0;
    order
        .iter()
        .filter_map(|id| scenes.iter().find(|scene| scene.scene_id == *id))
        .map(|scene| {
            let span = Span {
                scene_id: scene.scene_id.clone(),
                starts,
                lasts: length(scene),
            };
            starts += span.lasts;
            span
        })
        .collect()
}

/// A scene's length: what the core says, as far as it is one. A scene of which nothing is known
/// is as long as those that the service makes.
pub fn length(scene: &SceneView) -> f64 {
    let said = scene.duration_seconds;
    if said.is_finite() && said > 0.0 {
        said
    } else {
        choices::SCENE_SECONDS
    }
}

/// The whole length.
pub fn total(spans: &[Span]) -> f64 {
    spans.last().map_or(0.0, |span| span.starts + span.lasts)
}

/// The ruler's marks from 0 on, at whole steps that leave each its room: at most nine.
pub fn marks(total: f64) -> Vec<f64> {
    const STEPS: [f64; 9] = [1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 60.0, 120.0, 300.0];
    const MOST: f64 = 8.0;
    if !total.is_finite() || total <= 0.0 {
        return Vec::new();
    }
    let step = STEPS
        .into_iter()
        .find(|step| total / step <= MOST)
        .unwrap_or(total / MOST);
    let mut marks = Vec::new();
    let mut at = 0.0;
    // Near the end stands the whole length, a tenth of the smallest ruler wide, as each mark is.
    while at < total * 0.82 {
        marks.push(at);
        at += step;
    }
    marks
}

/// The share of the whole, in per cent, for a style.
pub fn per_cent(part: f64, total: f64) -> String {
    if total > 0.0 {
        format!("{:.3}%", part / total * 100.0)
    } else {
        "0%".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::editor::samples::{footage_scene, scene};

    #[test]
    fn made_scenes_are_eight_seconds_and_a_clip_keeps_its_own_length() {
        let scenes = [scene("a"), footage_scene("b", 12.5), scene("c")];
        let order: Vec<String> = ["c", "b", "a"].map(str::to_owned).into();
        let spans = spans(&scenes, &order);
        let starts: Vec<f64> = spans.iter().map(|span| span.starts).collect();
        assert_eq!(starts, [0.0, 8.0, 20.5]);
        assert!((total(&spans) - 28.5).abs() < 1e-9);
    }

    #[test]
    fn a_length_that_is_none_counts_as_a_made_scene() {
        let scenes = [footage_scene("a", f64::NAN), footage_scene("b", 0.0)];
        let order: Vec<String> = ["a", "b"].map(str::to_owned).into();
        assert!((total(&spans(&scenes, &order)) - 16.0).abs() < 1e-9);
    }

    #[test]
    fn marks_are_round_few_and_inside_the_ruler() {
        assert_eq!(marks(0.0), Vec::<f64>::new());
        assert_eq!(marks(8.0), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert_eq!(marks(40.0), [0.0, 8.0, 16.0, 24.0, 32.0]);
        for scenes in 1..=20_u8 {
            let total = f64::from(scenes) * 8.0;
            let marks = marks(total);
            assert!((1..=9).contains(&marks.len()), "{total}: {marks:?}");
            assert!(marks.iter().all(|mark| *mark < total));
        }
        assert!(marks(20.0 * 300.0).len() <= 20);
    }

    #[test]
    fn shares_add_up_to_the_whole() {
        assert_eq!(per_cent(8.0, 40.0), "20.000%");
        assert_eq!(per_cent(1.0, 0.0), "0%");
    }
}
