//! Ordering: exactly one order for one yes, and every refusal with what to do.

use contract::{Arg, Caution, Code, NextStep, OrderState, OrderView, Plan, ReviewId, Source};
use sandbox::{Fault, RiffSource};

use crate::harness::doubt::is_not_taken;
use crate::harness::{Options, World, big_clip, sample};

async fn refused(world: &World) -> contract::Refusal {
    let order_id = world.order().await;
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!(order.state, OrderState::Refused);
    order.refusal.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_service_gets_exactly_what_was_reviewed() {
    let world = World::signed_in().await;
    let plan = Plan {
        language: "es".to_owned(),
        direction: "  línea uno\r\nlínea dos ☕  ".to_owned(),
        hint: "the twist at 0:03".to_owned(),
        ..world.plan().await
    };
    let review = world.studio.review(plan).await.unwrap();
    assert_eq!(review.language.name, "Español");
    assert_eq!(review.cautions, []);
    assert_eq!(review.source.name, "sample.mp4");
    let order_id = world.studio.submit(&review.review_id).await.unwrap();
    world
        .until_order(&order_id, |order| order.batch_id.is_some())
        .await;

    let riffs = world.sandbox.books().riffs;
    let size = std::fs::metadata(sample()).unwrap().len();
    assert_eq!(riffs.len(), 1);
    assert_eq!(riffs[0].source, RiffSource::Upload(size), "the whole file");
    assert_eq!(riffs[0].language, "es");
    assert_eq!(riffs[0].content_anchor, "línea uno\nlínea dos ☕");
    assert_eq!(riffs[0].user_hint, "the twist at 0:03");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_review_is_good_for_one_submit_of_the_plan_that_was_shown() {
    let world = World::signed_in().await;
    let plan = world.plan().await;
    let first = world.studio.review(plan.clone()).await.unwrap();
    let second = world.studio.review(plan).await.unwrap();
    for void in [&first.review_id, &ReviewId::from("made up")] {
        assert_eq!(
            world.studio.submit(void).await.unwrap_err().code,
            Code::ReviewVoid
        );
    }
    world.studio.submit(&second.review_id).await.unwrap();
    let again = world.studio.submit(&second.review_id).await.unwrap_err();
    assert_eq!(
        again.code,
        Code::ReviewVoid,
        "a second click is no second order"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn links_are_ordered_and_an_unusual_host_needs_its_own_yes() {
    let world = World::signed_in().await;
    let link = |url: &str, agreed: Option<&str>| Plan {
        source: Some(Source::Link {
            url: url.to_owned(),
            agreed_host: agreed.map(str::to_owned),
        }),
        ..Plan::default()
    };
    let usual = "https://www.tiktok.com/@barista.lab/video/7301234567890123456";
    let review = world.studio.review(link(usual, None)).await.unwrap();
    let order_id = world.studio.submit(&review.review_id).await.unwrap();
    world
        .until_order(&order_id, |order| order.batch_id.is_some())
        .await;
    assert_eq!(
        world.sandbox.books().riffs[0].source,
        RiffSource::Link(usual.to_owned())
    );

    let odd = "https://clips.example/@a/video/1";
    let review = world.studio.review(link(odd, None)).await.unwrap();
    assert_eq!(
        review.cautions,
        [Caution::UnusualHost {
            host: "clips.example".to_owned()
        }]
    );
    let refusal = world.studio.submit(&review.review_id).await.unwrap_err();
    assert_eq!(refusal.code, Code::LinkHostUnusual);
    let other = world
        .studio
        .review(link(odd, Some("other.example")))
        .await
        .unwrap();
    assert!(world.studio.submit(&other.review_id).await.is_err());
    assert_eq!(world.riffs_asked(), 1, "nothing left without the yes");
    let agreed = world
        .studio
        .review(link(odd, Some("clips.example")))
        .await
        .unwrap();
    assert!(world.studio.submit(&agreed.review_id).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_balance_too_small_is_said_in_seconds_with_the_services_own_link() {
    let options = Options {
        balance_seconds: 2.0,
        ..Options::default()
    };
    let world = World::signed_in_with(options).await;
    let order_id = world.order().await;
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    let refusal = order.refusal.unwrap();
    assert_eq!(
        (refusal.code, refusal.next),
        (Code::NotEnoughSeconds, NextStep::TopUp)
    );
    assert_eq!(refusal.args["available"], Arg::Number(2.0));
    let Arg::Number(needed) = refusal.args["needed"] else {
        panic!("{refusal:?}")
    };
    assert!(
        (3.0..=90.0).contains(&needed),
        "seconds, not credits: {needed}"
    );
    assert!(order.can_top_up);
    let link = world.studio.top_up_link(&order_id).unwrap();
    world.studio.open_top_up(&order_id).unwrap();
    assert_eq!(world.opened.lock().unwrap().last(), Some(&link));
    assert!(
        link.starts_with(world.sandbox.riffkit_url().as_str()),
        "{link}"
    );
    assert_eq!(world.riffs_taken(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_services_refusals_say_what_to_do_and_nothing_is_repeated() {
    let world = World::signed_in().await;
    world.arm(Fault::Riff429);
    let refusal = refused(&world).await;
    assert_eq!(refusal.code, Code::RateLimited);
    assert!(
        refusal.args.contains_key("seconds"),
        "Retry-After: {refusal:?}"
    );
    world.arm(Fault::Riff403);
    assert_eq!(refused(&world).await.code, Code::SubscriptionRequired);
    assert_eq!((world.riffs_asked(), world.riffs_taken()), (2, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_puts_the_order_in_doubt_and_is_never_sent_again() {
    for (fault, taken) in [
        (Fault::LoseRiffAnswer, 1),
        (Fault::LoseRiff, 0),
        (Fault::Riff500After, 1),
        (Fault::Riff500Before, 0),
    ] {
        let mut world = World::signed_in().await;
        let review = world.studio.review(world.plan().await).await.unwrap();
        world.arm(fault.clone());
        let order_id = world.studio.submit(&review.review_id).await.unwrap();
        let doubt = |event: &contract::Event| match event {
            contract::Event::Order(order) => {
                let why = order.refusal.as_ref().map(|refusal| refusal.code);
                matches!(order.state, OrderState::InDoubt { .. }) && why == Some(Code::InDoubt)
            }
            _ => false,
        };
        world
            .clock
            .until(|| (world.told(doubt) > 0).then_some(()))
            .await;
        world.restart(studio::AutoSave::Never).await;
        // What was taken is found; what was not is never sent by itself.
        let is_known = |order: &OrderView| match taken {
            0 => is_not_taken(order),
            _ => order.state == OrderState::Ready,
        };
        world.until_order(&order_id, is_known).await;
        assert_eq!(
            (world.riffs_asked(), world.riffs_taken()),
            (1, taken),
            "{fault:?}"
        );
        if taken == 0 {
            world.studio.give_up(&order_id).await.unwrap();
            let order = world.studio.order(&order_id).unwrap();
            assert_eq!(order.state, OrderState::GivenUp);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_not_the_services_and_comes_before_the_end_is_a_plain_no() {
    let world = World::signed_in().await;
    let clip = big_clip(&world, 30_000_000);
    let review = world.review_clip(&clip).await;
    world.arm(Fault::HtmlInsteadOfJson);
    let order_id = world.submit(&review).await;
    let order = world
        .until_order(&order_id, |order| {
            !matches!(order.state, OrderState::Sending { .. })
        })
        .await;
    // Whether the page or the cut connection is seen first is the network's business; neither is a
    // doubt, and both say that nothing was taken.
    let outcome = (order.state, order.refusal.unwrap().code);
    assert!(
        matches!(
            outcome,
            (OrderState::Refused, Code::BadAnswer) | (OrderState::NotSent, Code::Offline)
        ),
        "{outcome:?}"
    );
    assert_eq!(world.riffs_taken(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_breaks_off_was_certainly_not_taken() {
    let world = World::signed_in().await;
    let clip = big_clip(&world, 8_000_000);
    let review = world.review_clip(&clip).await;
    world.arm(Fault::CutUpload(1_000_000));
    let order_id = world.submit(&review).await;
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!(order.state, OrderState::NotSent);
    assert_eq!(order.refusal.unwrap().code, Code::Offline);
    assert_eq!(world.riffs_taken(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn cancel_stops_an_upload_before_its_last_byte() {
    let world = World::signed_in().await;
    let clip = big_clip(&world, 40_000_000);
    let review = world.review_clip(&clip).await;
    world.arm(Fault::HoldRiffBody);
    let order_id = world.submit(&review).await;
    let sending = |order: &contract::OrderView| matches!(order.state, OrderState::Sending { sent, total: Some(total) } if sent > 0 && sent < total);
    world.until_order(&order_id, sending).await;
    world.studio.cancel_sending(&order_id).await;
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!(order.state, OrderState::NotSent);
    assert_eq!(order.refusal.unwrap().code, Code::Cancelled);
    world.sandbox.faults().release();
    world.clock.settle().await;
    assert_eq!(world.riffs_taken(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_changed_or_vanished_after_the_review_is_not_sent() {
    let world = World::signed_in().await;
    let path = world.folder.path().join("clip.mp4");
    for (change, code) in [("grow", Code::ClipChanged), ("remove", Code::ClipGone)] {
        std::fs::copy(sample(), &path).unwrap();
        let clip = world.drop_clip(&path).await;
        let plan = Plan {
            source: Some(Source::Clip {
                clip_id: clip.clip_id,
            }),
            ..Plan::default()
        };
        let review = world.studio.review(plan).await.unwrap();
        if change == "grow" {
            let mut bytes = std::fs::read(&path).unwrap();
            bytes.extend_from_slice(b"more");
            std::fs::write(&path, bytes).unwrap();
        } else {
            std::fs::remove_file(&path).unwrap();
        }
        let order_id = world.studio.submit(&review.review_id).await.unwrap();
        let order = world
            .until_order(&order_id, |order| !order.state.is_open())
            .await;
        assert_eq!(order.state, OrderState::NotSent, "{change}");
        assert_eq!(order.refusal.unwrap().code, code, "{change}");
    }
    assert_eq!(world.riffs_asked(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_eleventh_submit_in_a_minute_waits_for_its_time() {
    let world = World::signed_in().await;
    let link = |number: usize| Plan {
        source: Some(Source::Link {
            url: format!("https://www.tiktok.com/@a/video/{number}"),
            agreed_host: None,
        }),
        ..Plan::default()
    };
    for number in 1..=10 {
        let review = world.studio.review(link(number)).await.unwrap();
        world.studio.submit(&review.review_id).await.unwrap();
    }
    let review = world.studio.review(link(11)).await.unwrap();
    let refusal = world.studio.submit(&review.review_id).await.unwrap_err();
    assert_eq!(refusal.code, Code::TooManySubmits);
    world.clock.advance(std::time::Duration::from_secs(61));
    world
        .studio
        .submit(&review.review_id)
        .await
        .expect("the same yes is still good");
    world
        .clock
        .until(|| (world.riffs_taken() == 11).then_some(()))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn plans_that_cant_be_sent_say_why_before_anything_leaves() {
    let world = World::signed_in().await;
    let review = async |plan: Plan| world.studio.review(plan).await.unwrap_err().code;
    assert_eq!(review(Plan::default()).await, Code::NoSource);
    let plan = world.plan().await;
    assert_eq!(
        review(Plan {
            hint: "x".repeat(5001),
            ..plan.clone()
        })
        .await,
        Code::TextTooLong
    );
    assert_eq!(
        review(Plan {
            direction: "\u{fffd}".into(),
            ..plan.clone()
        })
        .await,
        Code::TextDamaged
    );
    assert_eq!(
        review(Plan {
            language: "tlh".into(),
            ..plan
        })
        .await,
        Code::LanguageUnknown
    );
    let text = world.folder.path().join("notes.mp4");
    std::fs::write(&text, "not a video at all").unwrap();
    let clip = world.drop_clip(&text).await;
    let source = Some(Source::Clip {
        clip_id: clip.clip_id,
    });
    assert_eq!(
        review(Plan {
            source,
            ..Plan::default()
        })
        .await,
        Code::ClipRefused
    );
    assert_eq!(world.riffs_asked(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn ordering_the_same_source_again_is_pointed_out() {
    let world = World::signed_in().await;
    world.order().await;
    let again = world.studio.review(world.plan().await).await.unwrap();
    assert!(
        matches!(again.cautions[..], [Caution::OrderedBefore { .. }]),
        "{:?}",
        again.cautions
    );
}
