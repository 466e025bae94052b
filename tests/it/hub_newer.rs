//! A Hubfluencer that is newer than this program, and answers that overtake each other.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use contract::{Code, SecretText, ShortBrief, ShortStage};
use futures_util::FutureExt as _;
use serde_json::{Value, json};
use tokio::sync::Notify;

use crate::harness::hub::{short, short_key};
use crate::harness::{Guest, NoBrowser, StandIn};

const SHORT: &str = "/api/shorts/s1";

fn document(headline: &str) -> Value {
    json!({"data": {
        "slug": "s1", "stage": "storyboarding", "product_prompt": "A lamp that folds flat",
        "headline": headline, "visual_language": "vr_dream", "short_text_position": "left",
        "music_instruments": ["theremin"], "mood_board": {"tiles": 3},
    }})
}

/// A guest whose token is good, at a service whose short has an old headline until it is changed.
/// While `holds` is set, a read waits for `goes` and then answers as it was asked.
async fn guest(holds: &Arc<AtomicBool>, goes: &Arc<Notify>) -> (StandIn, Guest) {
    let (holds, goes, changed) = (
        Arc::clone(holds),
        Arc::clone(goes),
        Arc::new(AtomicBool::new(false)),
    );
    let service = StandIn::start(move |line| {
        let (holds, goes, changed) = (Arc::clone(&holds), Arc::clone(&goes), Arc::clone(&changed));
        async move {
            let body = match line.as_str() {
                "GET /api/studio/credits" => json!({"data": {"credits": 5}}),
                "GET /api/ai-assists" => json!({"data": {"remaining": 20}}),
                "GET /api/shorts/s1" => {
                    let before = changed.load(Ordering::SeqCst);
                    if holds.load(Ordering::SeqCst) {
                        goes.notified().await;
                    }
                    document(if before { "New" } else { "Old" })
                }
                "PATCH /api/shorts/s1" => {
                    changed.store(true, Ordering::SeqCst);
                    document("New")
                }
                _ => return None,
            };
            Some((200, body))
        }
        .boxed()
    })
    .await;
    let guest = Guest::of(&service, NoBrowser).await;
    let token = SecretText::new("hf_pat_kept");
    guest.studio.hub_sign_in(token).await.unwrap();
    (service, guest)
}

#[tokio::test(flavor = "multi_thread")]
async fn values_that_nobody_knows_are_shown_and_stay_as_they_are() {
    let (service, guest) = guest(&Arc::default(), &Arc::default()).await;
    let key = short_key("s1");
    let known = short(guest.studio.adopt_project(&key).await.unwrap());
    assert_eq!(known.stage, ShortStage::Other("storyboarding".to_owned()));
    assert_eq!(known.brief.visual_language.as_deref(), Some("vr_dream"));
    let wanted = ShortBrief {
        headline: "New".to_owned(),
        ..known.brief
    };
    let changed = guest.studio.edit_short("s1", wanted.clone()).await.unwrap();
    assert_eq!(changed.brief, wanted);
    let sent = service.sent(&format!("PATCH {SHORT}"));
    assert_eq!(sent, json!({"headline": "New"}), "nothing else was touched");
    let chosen = ShortBrief {
        short_text_position: Some("sideways".to_owned()),
        ..wanted
    };
    let refusal = guest.studio.edit_short("s1", chosen).await.unwrap_err();
    assert_eq!(refusal.code, Code::FieldInvalid);
    assert_eq!(refusal.args["field"], "short_text_position".into());
    assert_eq!(service.asked(&format!("PATCH {SHORT}")), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_answer_that_comes_late_overwrites_nothing() {
    let (holds, goes) = (Arc::default(), Arc::default());
    let (service, guest) = guest(&holds, &goes).await;
    let key = short_key("s1");
    let known = short(guest.studio.adopt_project(&key).await.unwrap());
    holds.store(true, Ordering::SeqCst);
    let late = {
        let (studio, key) = (guest.studio.clone(), key.clone());
        tokio::spawn(async move { studio.project(&key).await.unwrap() })
    };
    let asked = || (service.asked(&format!("GET {SHORT}")) == 2).then_some(());
    guest.clock.until(asked).await;
    let wanted = ShortBrief {
        headline: "New".to_owned(),
        ..known.brief
    };
    guest.studio.edit_short("s1", wanted).await.unwrap();
    goes.notify_one();
    assert_eq!(short(late.await.unwrap()).brief.headline, "New");
    let kept = guest.studio.known_project(&key).await.unwrap().unwrap();
    assert_eq!(short(kept).brief.headline, "New");
}
