//! Which clips the page shows, and which of them is the source.

use contract::{ClipId, ClipView, OrderView, Plan, Source, Verdict};

/// The clips to show: all but those that were ordered already, unless one of them is the source
/// again.
pub fn shown(clips: &[ClipView], orders: &[OrderView], plan: &Plan) -> Vec<ClipView> {
    let is_ordered = |clip: &ClipView| {
        orders
            .iter()
            .any(|o| o.source.clip_id.as_ref() == Some(&clip.clip_id))
    };
    clips
        .iter()
        .filter(|clip| is_source(plan, &clip.clip_id) || !is_ordered(clip))
        .cloned()
        .collect()
}

/// Whether this clip is the plan's source.
pub fn is_source(plan: &Plan, clip_id: &ClipId) -> bool {
    matches!(&plan.source, Some(Source::Clip { clip_id: chosen }) if chosen == clip_id)
}

/// Whether a clip can be the source.
pub fn can_be_source(clip: &ClipView) -> bool {
    clip.report.verdict != Verdict::Refused
}

/// The clip to take when the plan has no source: the first good one.
pub fn next_source(shown: &[ClipView]) -> Option<ClipId> {
    shown
        .iter()
        .find(|clip| can_be_source(clip))
        .map(|clip| clip.clip_id.clone())
}

#[cfg(test)]
mod tests {
    use contract::{ClipReport, OrderState};

    use super::*;
    use crate::pages::queue::samples::order;

    fn clip(id: &str, verdict: Verdict) -> ClipView {
        ClipView {
            clip_id: ClipId::from(id),
            name: id.to_owned(),
            report: ClipReport {
                container: None,
                duration_seconds: None,
                width: None,
                height: None,
                rotation: 0,
                video_codec: None,
                audio_codec: None,
                size_bytes: 0,
                verdict,
                reasons: Vec::new(),
            },
        }
    }

    fn names(clips: &[ClipView]) -> Vec<&str> {
        clips.iter().map(|clip| clip.name.as_str()).collect()
    }

    #[test]
    fn an_ordered_clip_leaves_the_page_and_comes_back_when_it_is_chosen_again() {
        let clips = [clip("a", Verdict::Ok), clip("b", Verdict::Ok)];
        let mut ordered = [order(OrderState::Ready)];
        ordered[0].source.clip_id = Some(ClipId::from("a"));
        assert_eq!(names(&shown(&clips, &ordered, &Plan::default())), ["b"]);
        let again = Plan {
            source: Some(Source::Clip {
                clip_id: ClipId::from("a"),
            }),
            ..Plan::default()
        };
        assert_eq!(names(&shown(&clips, &ordered, &again)), ["a", "b"]);
    }

    #[test]
    fn a_refused_clip_is_never_taken_by_itself() {
        let clips = [clip("bad", Verdict::Refused), clip("good", Verdict::Warn)];
        assert_eq!(next_source(&clips), Some(ClipId::from("good")));
        assert_eq!(next_source(&clips[..1]), None);
    }
}
