//! What the page knows after the core's events.

use contract::{
    AssetId, ClipId, ClipReport, ClipView, Code, Event, Language, OrderId, ReelView, Refusal,
    Source, Verdict,
};
use leptos::prelude::*;

use super::Store;
use crate::app::{Page, ToastKind};

/// Runs with a store of its own.
fn with_store(test: impl FnOnce(Store)) {
    let owner = Owner::new();
    owner.with(|| test(Store::new(Language::English, 1_000)));
}

fn clip(id: &str, verdict: Verdict) -> ClipView {
    let report = ClipReport {
        container: Some("mp4".to_owned()),
        duration_seconds: Some(12.0),
        width: Some(1080),
        height: Some(1920),
        rotation: 0,
        video_codec: Some("h264".to_owned()),
        audio_codec: None,
        size_bytes: 1_000,
        verdict,
        reasons: Vec::new(),
    };
    ClipView {
        clip_id: ClipId::from(id),
        name: format!("{id}.mp4"),
        report,
    }
}

fn reel(id: &str, created_at: i64) -> ReelView {
    ReelView {
        asset_id: AssetId::from(id),
        service: contract::Service::Riffkit,
        form: contract::ReelForm::Video,
        project: None,
        order_id: None,
        title: format!("Reel {id}"),
        caption: String::new(),
        hashtags: Vec::new(),
        duration_seconds: None,
        has_picture: false,
        has_raw: false,
        template_id: None,
        template_name: None,
        character_id: None,
        product_id: None,
        task_id: None,
        created_at: Some(created_at),
        saved: None,
    }
}

fn chosen(store: Store) -> Option<String> {
    store.plan.with_untracked(|plan| match &plan.source {
        Some(Source::Clip { clip_id }) => Some(clip_id.to_string()),
        _ => None,
    })
}

#[test]
fn of_several_dropped_clips_the_first_that_can_be_sent_is_chosen() {
    with_store(|store| {
        store.page.set(Page::Library);
        store.apply(Event::ClipsAdded(vec![
            clip("long", Verdict::Refused),
            clip("good", Verdict::Ok),
            clip("other", Verdict::Warn),
        ]));
        assert_eq!(chosen(store).as_deref(), Some("good"));
        assert_eq!(store.clips.with_untracked(Vec::len), 3);
        assert_eq!(store.page.get_untracked(), Page::Riff);
    });
}

#[test]
fn a_dropped_clip_that_cannot_be_sent_leaves_the_plan_as_it_was() {
    with_store(|store| {
        store.apply(Event::ClipsAdded(vec![clip("good", Verdict::Ok)]));
        store.apply(Event::ClipsAdded(vec![clip("long", Verdict::Refused)]));
        assert_eq!(chosen(store).as_deref(), Some("good"));
    });
}

#[test]
fn taking_the_chosen_clip_away_empties_the_plan_and_keeps_its_words() {
    with_store(|store| {
        store.apply(Event::ClipsAdded(vec![clip("good", Verdict::Ok)]));
        store
            .plan
            .update(|plan| plan.direction = "froth at 0:03".to_owned());
        store.apply(Event::ClipRemoved(ClipId::from("good")));
        assert_eq!(chosen(store), None);
        assert_eq!(
            store.plan.with_untracked(|plan| plan.direction.clone()),
            "froth at 0:03"
        );
    });
}

#[test]
fn a_clip_judged_anew_keeps_its_place() {
    with_store(|store| {
        let both = vec![clip("a", Verdict::Ok), clip("b", Verdict::Ok)];
        store.apply(Event::ClipsAdded(both));
        store.apply(Event::ClipChanged(clip("a", Verdict::Warn)));
        let verdicts = store.clips.with_untracked(|clips| {
            clips
                .iter()
                .map(|c| (c.clip_id.to_string(), c.report.verdict))
                .collect::<Vec<_>>()
        });
        assert_eq!(
            verdicts,
            [
                ("a".to_owned(), Verdict::Warn),
                ("b".to_owned(), Verdict::Ok)
            ]
        );
    });
}

#[test]
fn reels_stand_newest_first_however_they_become_known() {
    with_store(|store| {
        for (id, at) in [("old", 10), ("new", 30), ("between", 20)] {
            store.apply(Event::Reel(reel(id, at)));
        }
        let order = store.reels.with_untracked(|reels| {
            reels
                .iter()
                .map(|r| r.asset_id.to_string())
                .collect::<Vec<_>>()
        });
        assert_eq!(order, ["new", "between", "old"]);
    });
}

#[test]
fn a_ready_reel_is_told_by_its_title() {
    with_store(|store| {
        store.apply(Event::Reel(reel("r", 10)));
        let asset_id = AssetId::from("r");
        store.apply(Event::ReelReady {
            order_id: OrderId::from("o"),
            asset_id: asset_id.clone(),
        });
        let toast = store.toasts.get_untracked().pop().expect("a toast");
        assert_eq!(
            (toast.kind, toast.text.as_str()),
            (ToastKind::ReelReady(asset_id), "Reel r")
        );
    });
}

#[test]
fn the_same_trouble_is_shown_once_until_it_is_dismissed() {
    with_store(|store| {
        store.apply(Event::Trouble(Refusal::new(Code::Offline)));
        store.apply(Event::Trouble(Refusal::new(Code::Offline)));
        assert_eq!(store.toasts.with_untracked(Vec::len), 1);
        let number = store.toasts.with_untracked(|toasts| toasts[0].number);
        store.dismiss(number);
        store.apply(Event::Trouble(Refusal::new(Code::Offline)));
        assert_eq!(store.toasts.with_untracked(Vec::len), 1);
    });
}

#[test]
fn the_page_follows_the_system_until_a_language_is_chosen() {
    with_store(|store| {
        store.system_language.set(Language::Spanish);
        assert_eq!(store.language(), Language::Spanish);
        store
            .preferences
            .update(|p| p.language = Some(Language::Chinese));
        assert_eq!(store.language(), Language::Chinese);
    });
}
