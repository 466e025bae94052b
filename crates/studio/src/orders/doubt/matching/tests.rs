//! Single cases by hand, and the two promises by the thousand: no batch of another order is ever
//! adopted, and none where two fit.

mod made;

use std::collections::HashMap;

use proptest::prelude::*;

use self::made::{ME, Made, Placed, at, placed, taken};
use super::super::window::Allowance;
use super::*;
use crate::journal::OrderPhase;

/// Judges the first of some orders of one machine, after the service took what it took.
fn judged(orders: &[Placed], ahead: Millis) -> (Verdict, Vec<String>) {
    let records: Vec<OrderRecord> = orders
        .iter()
        .enumerate()
        .map(|(number, order)| order.record(number, ahead))
        .collect();
    let mut facts = Facts {
        user_id: Some(ME.to_owned()),
        ..Facts::default()
    };
    let mut batches = Vec::new();
    for (number, order) in orders.iter().enumerate() {
        let Some((batch, template)) = order.batch(number, ahead) else {
            continue;
        };
        if let Some(template) = template {
            let length = order.told_length();
            let length = length.map(|length| (template.id.clone(), length));
            facts.lengths.extend(length);
            facts.templates.insert(template.id.clone(), template);
        }
        // What was answered is known to be that order's.
        if number == 0 || order.phase != OrderPhase::Acknowledged {
            batches.push(batch);
        }
    }
    let wanted = |record| Wanted {
        order: record,
        window: Window::of(record, Some(ahead), Allowance::SERVICE),
    };
    let rivals: Vec<Rival<'_>> = records[1..]
        .iter()
        .filter(|record| record.phase != OrderPhase::Acknowledged)
        .map(|record| Rival {
            wanted: wanted(record),
            is_awaited: record.phase == OrderPhase::Sending,
        })
        .collect();
    let first = wanted(&records[0]);
    let fitting = batches
        .iter()
        .filter(|batch| fit(&first, batch, &facts) != Fit::No)
        .map(|batch| batch.batch_id.clone())
        .collect();
    (judge(&first, &rivals, &batches, &facts), fitting)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_batch_of_another_order_is_never_adopted(
        orders in prop::collection::vec(placed(), 1..5),
        ahead in -12 * 3_600_000_i64..12 * 3_600_000,
    ) {
        if let (Verdict::Is(batch_id), _) = judged(&orders, ahead) {
            prop_assert_eq!(batch_id, "batch-0");
        }
    }

    #[test]
    fn nothing_is_adopted_where_two_fit(
        orders in prop::collection::vec(placed(), 1..5),
        ahead in -12 * 3_600_000_i64..12 * 3_600_000,
    ) {
        let (verdict, fitting) = judged(&orders, ahead);
        match verdict {
            Verdict::Nowhere => prop_assert!(fitting.is_empty()),
            Verdict::Is(batch_id) | Verdict::Soon(batch_id) => {
                prop_assert_eq!(fitting, [batch_id]);
            }
            Verdict::Open => prop_assert!(!fitting.is_empty()),
            Verdict::Ask(mut shown) => {
                shown.sort();
                let mut fitting = fitting;
                fitting.sort();
                prop_assert_eq!(shown, fitting);
            }
        }
    }

    /// What the service took is never said to be nowhere, whatever it leaves out, so that nobody is
    /// offered to pay for it again.
    #[test]
    fn what_was_taken_is_always_found_or_shown(
        order in taken(),
        others in prop::collection::vec(placed(), 0..3),
        ahead in -12 * 3_600_000_i64..12 * 3_600_000,
    ) {
        let orders: Vec<Placed> = std::iter::once(order).chain(others).collect();
        let (verdict, fitting) = judged(&orders, ahead);
        prop_assert!(fitting.contains(&"batch-0".to_owned()), "{:?}", verdict);
        prop_assert_ne!(verdict, Verdict::Nowhere);
    }

    /// An order that the service tells whole, alone in its time, needs nobody's help.
    #[test]
    fn an_order_that_is_told_whole_and_stands_alone_is_found(
        order in taken(),
        ahead in -12 * 3_600_000_i64..12 * 3_600_000,
    ) {
        let order = Placed { silent: 0, ..order };
        let (verdict, _) = judged(std::slice::from_ref(&order), ahead);
        // Of one that is being analysed it may not be all told yet.
        let is_told = order.template() || !order.analysed_only;
        let found = Verdict::Is("batch-0".to_owned());
        let soon = Verdict::Soon("batch-0".to_owned());
        prop_assert!(verdict == found || !is_told && verdict == soon, "{verdict:?}");
        let later = Placed { analysed_only: false, ..order };
        let (verdict, _) = judged(&[later], ahead);
        prop_assert_eq!(verdict, found);
    }
}

fn plain() -> Placed {
    Placed {
        made: Made {
            source: 0,
            direction: 1,
            hint: 0,
            language: 0,
            cast: 0,
            product: 0,
        },
        sent_at: 1_750_000_000_000,
        upload: 1_000,
        taken_after: Some(2_000),
        phase: OrderPhase::InDoubt,
        silent: 0,
        analysed_only: false,
    }
}

#[test]
fn the_same_plan_twice_is_not_confused() {
    let later = Placed {
        sent_at: plain().sent_at + 30_000,
        ..plain()
    };
    // The other one is answered: its batch is known.
    let answered = Placed {
        phase: OrderPhase::Acknowledged,
        ..later.clone()
    };
    let (verdict, _) = judged(&[plain(), answered.clone()], 0);
    assert_eq!(verdict, Verdict::Is("batch-0".to_owned()));
    // Ours was not taken, and its batch is no candidate.
    let lost = Placed {
        taken_after: None,
        ..plain()
    };
    assert_eq!(judged(&[lost.clone(), answered], 0).0, Verdict::Nowhere);
    // Its answer is awaited: the one batch that there is may be either's.
    let awaited = Placed {
        phase: OrderPhase::Sending,
        ..later.clone()
    };
    assert_eq!(judged(&[lost.clone(), awaited], 0).0, Verdict::Open);
    // Both are in doubt: only the person can say.
    let ask = Verdict::Ask(vec!["batch-1".to_owned()]);
    assert_eq!(judged(&[lost, later.clone()], 0).0, ask);
    let (verdict, _) = judged(&[plain(), later], 0);
    assert_eq!(
        verdict,
        Verdict::Ask(vec!["batch-0".to_owned(), "batch-1".to_owned()])
    );
}

#[test]
fn another_members_order_and_one_from_before_are_none() {
    let order = plain().record(0, 0);
    let (mut batch, _) = plain().batch(0, 0).expect("taken");
    let facts = Facts {
        user_id: Some(ME.to_owned()),
        ..Facts::default()
    };
    let wanted = |ahead| Wanted {
        order: &order,
        window: Window::of(
            &OrderRecord {
                service_ahead: ahead,
                ..order.clone()
            },
            None,
            Allowance::SERVICE,
        ),
    };
    assert_eq!(fit(&wanted(Some(0)), &batch, &facts), Fit::Surely);
    // A clock that is three hours off, and nobody knows: neither proof nor disproof.
    assert_eq!(fit(&wanted(None), &batch, &facts), Fit::Perhaps);
    assert_eq!(fit(&wanted(Some(3 * 3_600_000)), &batch, &facts), Fit::No);
    batch.tasks[0].submitted_by_user_id = Some("user-other".to_owned());
    assert_eq!(fit(&wanted(Some(0)), &batch, &facts), Fit::No);
}

#[test]
fn a_link_is_known_by_its_video_and_an_old_template_is_no_new_source() {
    let placed = Placed {
        made: Made {
            source: 2,
            ..plain().made
        },
        ..plain()
    };
    let order = placed.record(0, 0);
    let (batch, template) = placed.batch(0, 0).expect("taken");
    let template = template.expect("a new one");
    let wanted = Wanted {
        order: &order,
        window: Window::of(&order, None, Allowance::SERVICE),
    };
    let judged = |template: Formula| {
        let facts = Facts {
            templates: HashMap::from([(template.id.clone(), template)]),
            ..Facts::default()
        };
        fit(&wanted, &batch, &facts)
    };
    assert_eq!(judged(template.clone()), Fit::Surely);
    let with_link = |link: &str| Formula {
        source_url: Some(link.to_owned()),
        ..template.clone()
    };
    assert_eq!(
        judged(with_link(
            "https://www.tiktok.com/@b/video/7309999999999999999"
        )),
        Fit::No
    );
    assert_eq!(
        judged(with_link("https://vm.tiktok.com/ZMabc123/")),
        Fit::Perhaps,
        "hides it"
    );
    let old = Formula {
        created_at: Some(at(placed.sent_at - 86_400_000)),
        ..template
    };
    assert_eq!(judged(old), Fit::No);
    let nothing = fit(&wanted, &batch, &Facts::default());
    assert_eq!(nothing, Fit::Soon, "no template says whose it is yet");
}
