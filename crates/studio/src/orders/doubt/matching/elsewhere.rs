//! Orders that another computer of the same account makes at the same time, which nobody here knows
//! of; and a clock that was set meanwhile.

use std::collections::HashMap;

use contract::{CharacterId, ChosenCharacter, ChosenProduct, OrderId, ProductId, TemplateId};
use serde_json::json;

use super::super::window::Allowance;
use super::*;
use crate::journal::OrderPhase;
use crate::journal::{Brief, Payer};

const MINUTE: Millis = 60_000;
/// When ours began to be sent, and when its last byte left.
const SENT: Millis = 1_750_000_000_000;
const LEFT: Millis = SENT + 30 * MINUTE;

fn ours() -> OrderRecord {
    OrderRecord {
        order_id: OrderId("ours".to_owned()),
        phase: OrderPhase::InDoubt,
        sender: "one".to_owned(),
        sealed: true,
        source: SourceRecord {
            template_id: Some(TemplateId("template".to_owned())),
            ..SourceRecord::default()
        },
        language: "en".to_owned(),
        direction: String::new(),
        hint: String::new(),
        brief: Brief::default(),
        created_at: SENT,
        sent_at: Some(SENT),
        sealed_at: Some(LEFT),
        service_ahead: Some(0),
        payer: Payer::default(),
        batch_id: None,
        formula_id: None,
        tasks: Vec::new(),
        refusal: None,
        top_up_link: None,
        heard_at: None,
        ended_at: None,
    }
}

/// A riff of the same template with nothing chosen, as a service may tell of it.
fn plain_batch(began: Millis) -> Batch {
    let at = jiff::Timestamp::from_millisecond(began).expect("in range");
    let task = json!({
        "id": "task", "type": "pipeline", "status": "queued", "batch_id": "theirs",
        "formula_id": "template", "language": "en", "created_at": at.to_string(),
    });
    Batch {
        batch_id: "theirs".to_owned(),
        tasks: vec![serde_json::from_value(task).expect("a task")],
        is_whole: true,
    }
}

fn judged(order: &OrderRecord, batch: Batch, ahead: Millis) -> Verdict {
    let wanted = Wanted {
        order,
        window: Window::of(order, Some(ahead), Allowance::SERVICE),
    };
    judge(&wanted, &[], &[batch], &Facts::default())
}

/// One character chosen.
fn cast() -> Brief {
    Brief {
        characters: vec![ChosenCharacter {
            character_id: CharacterId("caden".to_owned()),
            name: "Caden".to_owned(),
        }],
        ..Brief::default()
    }
}

fn ask() -> Verdict {
    Verdict::Ask(vec!["theirs".to_owned()])
}

#[test]
fn what_was_chosen_and_is_not_told_is_asked_about() {
    let found = judged(&ours(), plain_batch(LEFT + MINUTE), 0);
    assert_eq!(
        found,
        Verdict::Is("theirs".to_owned()),
        "nothing was chosen"
    );
    let directed = OrderRecord {
        direction: "The scan, not the taste".to_owned(),
        ..ours()
    };
    let with_character = OrderRecord {
        brief: cast(),
        ..ours()
    };
    let placed = OrderRecord {
        brief: Brief {
            product: Some(ChosenProduct {
                product_id: Some(ProductId("soap".to_owned())),
                name: "Soap".to_owned(),
                new_images: 0,
                visibility: Visibility::OnCamera,
            }),
            ..Brief::default()
        },
        ..ours()
    };
    for order in [directed, with_character, placed] {
        assert_eq!(
            judged(&order, plain_batch(LEFT + MINUTE), 0),
            ask(),
            "{order:?}"
        );
    }
}

#[test]
fn what_was_made_before_our_last_byte_left_is_asked_about() {
    assert_eq!(judged(&ours(), plain_batch(SENT + 5 * MINUTE), 0), ask());
    // By an older version, which noted no moment.
    let older = OrderRecord {
        sealed_at: None,
        ..ours()
    };
    assert_eq!(judged(&older, plain_batch(LEFT + MINUTE), 0), ask());
}

#[test]
fn a_clock_that_was_set_before_the_order_left_hides_nothing() {
    // What was known of the service's clock was heard before our own one was set, by two hours.
    for hours in [-2, 2] {
        let set_by = hours * 60 * MINUTE;
        let stale = OrderRecord {
            service_ahead: Some(set_by),
            ..ours()
        };
        assert_eq!(
            judged(&stale, plain_batch(LEFT + MINUTE), 0),
            ask(),
            "{hours}"
        );
        // Or it was set after it: then what was known was right.
        let found = judged(&stale, plain_batch(LEFT + MINUTE + set_by), 0);
        assert_eq!(found, Verdict::Is("theirs".to_owned()), "{hours}");
    }
}

/// A clip of seven seconds, with nothing chosen.
fn our_clip() -> OrderRecord {
    OrderRecord {
        source: SourceRecord {
            path: Some("/clips/ours.mp4".into()),
            duration_seconds: Some(7.02),
            ..SourceRecord::default()
        },
        ..ours()
    }
}

/// A batch of a new source with nothing chosen: its analysis so far, and the template that it makes.
fn analysed_batch(began: Millis, status: &str) -> (Batch, Formula) {
    let at = jiff::Timestamp::from_millisecond(began).expect("in range");
    let task = json!({
        "id": "task", "type": "analyze", "status": status, "batch_id": "theirs",
        "formula_id": "made", "created_at": at.to_string(),
    });
    let template = json!({"id": "made", "created_at": at.to_string()});
    let batch = Batch {
        batch_id: "theirs".to_owned(),
        tasks: vec![serde_json::from_value(task).expect("a task")],
        is_whole: true,
    };
    (batch, serde_json::from_value(template).expect("a template"))
}

/// What is said of that batch, the length of its source being told so.
fn judged_clip(order: &OrderRecord, status: &str, length: Option<Option<f64>>) -> Verdict {
    let wanted = Wanted {
        order,
        window: Window::of(order, Some(0), Allowance::SERVICE),
    };
    let (batch, template) = analysed_batch(LEFT + MINUTE, status);
    let facts = Facts {
        lengths: length
            .map(|it| (template.id.clone(), it))
            .into_iter()
            .collect(),
        templates: HashMap::from([(template.id.clone(), template)]),
        ..Facts::default()
    };
    judge(&wanted, &[], &[batch], &facts)
}

#[test]
fn another_computers_clip_is_not_taken_for_ours() {
    let soon = Verdict::Soon("theirs".to_owned());
    let is = Verdict::Is("theirs".to_owned());
    let clip = our_clip();
    for status in ["queued", "running", "completed"] {
        let found = judged_clip(&clip, status, None);
        assert_eq!(found, soon, "nothing tells whose it is yet: {status}");
    }
    assert_eq!(judged_clip(&clip, "failed", None), ask(), "and never will");
    assert_eq!(
        judged_clip(&clip, "completed", Some(None)),
        ask(),
        "not told"
    );
    assert_eq!(judged_clip(&clip, "completed", Some(Some(15.0))), ask());
    for length in [7.0, 7.02] {
        assert_eq!(judged_clip(&clip, "completed", Some(Some(length))), is);
    }
    let unmeasured = OrderRecord {
        source: SourceRecord {
            duration_seconds: None,
            ..our_clip().source
        },
        ..our_clip()
    };
    assert_eq!(
        judged_clip(&unmeasured, "completed", Some(Some(7.0))),
        ask()
    );
}

#[test]
fn a_share_link_that_hides_its_video_is_asked_about() {
    let judged_link = |link: &str, theirs: Option<&str>| {
        let order = OrderRecord {
            source: SourceRecord {
                link: Some(link.to_owned()),
                ..SourceRecord::default()
            },
            ..ours()
        };
        let wanted = Wanted {
            order: &order,
            window: Window::of(&order, Some(0), Allowance::SERVICE),
        };
        let (batch, template) = analysed_batch(LEFT + MINUTE, "completed");
        let template = Formula {
            source_url: theirs.map(str::to_owned),
            ..template
        };
        let facts = Facts {
            templates: HashMap::from([(template.id.clone(), template)]),
            ..Facts::default()
        };
        judge(&wanted, &[], &[batch], &facts)
    };
    let (share, full) = (
        "https://vm.tiktok.com/ZMabc123/",
        "https://www.tiktok.com/@a/video/7301234567890123456",
    );
    assert_eq!(judged_link(share, Some(full)), ask());
    assert_eq!(judged_link(full, None), ask());
    let is = Verdict::Is("theirs".to_owned());
    assert_eq!(judged_link(share, Some(share)), is);
    assert_eq!(judged_link(full, Some(full)), is);
}

#[test]
fn what_was_chosen_for_a_new_source_is_waited_for() {
    let with_character = OrderRecord {
        brief: cast(),
        ..our_clip()
    };
    // No task of it makes a video yet: nobody knows for whom.
    let found = judged_clip(&with_character, "completed", Some(Some(7.0)));
    assert_eq!(found, Verdict::Soon("theirs".to_owned()));
}

#[test]
fn a_new_template_of_nobody_speaks_against_not_taken() {
    let order = our_clip();
    let wanted = Wanted {
        order: &order,
        window: Window::of(&order, Some(0), Allowance::SERVICE),
    };
    let left_over = |template: Formula, named: &[&str]| {
        let facts = Facts {
            templates: HashMap::from([(template.id.clone(), template)]),
            named: named.iter().map(|id| (*id).to_owned()).collect(),
            ..Facts::default()
        };
        leaves_a_template_over(&wanted, &facts)
    };
    let made = |began| analysed_batch(began, "queued").1;
    assert!(left_over(made(LEFT + MINUTE), &[]));
    assert!(
        !left_over(made(LEFT + MINUTE), &["made"]),
        "a task names it"
    );
    assert!(!left_over(made(SENT - 10 * MINUTE), &[]), "older");
    let of_a_link = Formula {
        source_url: Some("https://www.tiktok.com/@a/video/7301234567890123456".to_owned()),
        ..made(LEFT + MINUTE)
    };
    assert!(!left_over(of_a_link, &[]), "no clip's");
}
