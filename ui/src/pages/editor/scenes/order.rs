//! The order of an ad's scenes while a person moves them: pure, so that dragging and keys come to
//! the same.

use contract::SceneView;

/// A move by the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One place towards the beginning.
    Earlier,
    /// One place towards the end.
    Later,
    /// To the beginning.
    First,
    /// To the end.
    Last,
}

impl Motion {
    /// The place that a scene comes to from `place` in a list of `count`. None: it stays.
    pub fn from(self, place: usize, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        let to = match self {
            Self::Earlier => place.checked_sub(1)?,
            Self::Later => place + 1,
            Self::First => 0,
            Self::Last => last,
        };
        (to != place && to <= last).then_some(to)
    }
}

/// The order after the scene at `from` was taken out and put in so that it stands at `to`.
pub fn moved(order: &[String], from: usize, to: usize) -> Vec<String> {
    let mut order = order.to_vec();
    if from < order.len() {
        let scene = order.remove(from);
        order.insert(to.min(order.len()), scene);
    }
    order
}

/// The place that a dragged row comes to where the pointer is at `y`: each row it has passed the
/// middle of changes sides. `rows` are tops and bottoms from the list's beginning on.
pub fn place_under(y: f64, from: usize, rows: &[(f64, f64)]) -> usize {
    let middle = |(top, bottom): (f64, f64)| f64::midpoint(top, bottom);
    let before = rows
        .iter()
        .take(from)
        .filter(|row| middle(**row) < y)
        .count();
    if before < from {
        return before;
    }
    let behind = rows
        .iter()
        .skip(from + 1)
        .take_while(|row| middle(**row) < y)
        .count();
    from + behind
}

/// The ids of the scenes as they are to be shown: in the order that was asked for, as far as it
/// still fits. What was added meanwhile stands at its end, what is gone is left out.
pub fn arranged(scenes: &[SceneView], wanted: Option<&[String]>) -> Vec<String> {
    let heard = || scenes.iter().map(|scene| scene.scene_id.clone());
    let Some(wanted) = wanted else {
        return heard().collect();
    };
    let is_there = |id: &&String| scenes.iter().any(|scene| scene.scene_id == **id);
    let mut order: Vec<String> = wanted.iter().filter(is_there).cloned().collect();
    for id in heard() {
        if !order.contains(&id) {
            order.push(id);
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::editor::samples::scene;

    fn ids(names: &str) -> Vec<String> {
        names.chars().map(String::from).collect()
    }

    #[test]
    fn a_scene_stands_where_it_was_put_whichever_way_it_went() {
        assert_eq!(moved(&ids("abcd"), 0, 2), ids("bcad"));
        assert_eq!(moved(&ids("abcd"), 3, 0), ids("dabc"));
        assert_eq!(moved(&ids("abcd"), 1, 1), ids("abcd"));
        assert_eq!(moved(&ids("abcd"), 1, 9), ids("acdb"));
        assert_eq!(moved(&ids("ab"), 7, 0), ids("ab"));
    }

    #[test]
    fn keys_go_no_further_than_the_ends() {
        assert_eq!(Motion::Earlier.from(0, 3), None);
        assert_eq!(Motion::Later.from(2, 3), None);
        assert_eq!(Motion::Later.from(0, 3), Some(1));
        assert_eq!(Motion::First.from(2, 3), Some(0));
        assert_eq!(Motion::Last.from(0, 3), Some(2));
        assert_eq!(Motion::Last.from(2, 3), None);
        assert_eq!(Motion::Last.from(0, 0), None);
    }

    #[test]
    fn a_dragged_row_changes_places_once_it_has_passed_a_middle() {
        let rows = [(0.0, 100.0), (100.0, 200.0), (200.0, 300.0)];
        assert_eq!(place_under(140.0, 0, &rows), 0);
        assert_eq!(place_under(160.0, 0, &rows), 1);
        assert_eq!(place_under(290.0, 0, &rows), 2);
        assert_eq!(place_under(60.0, 2, &rows), 1);
        assert_eq!(place_under(-20.0, 2, &rows), 0);
        assert_eq!(place_under(999.0, 1, &rows), 2);
        assert_eq!(place_under(150.0, 1, &rows), 1);
    }

    #[test]
    fn an_order_that_was_asked_for_bears_scenes_that_came_and_went() {
        let scenes = [scene("a"), scene("c"), scene("d")];
        assert_eq!(arranged(&scenes, None), ids("acd"));
        let wanted = ids("cba");
        assert_eq!(arranged(&scenes, Some(&wanted)), ids("cad"));
    }
}
