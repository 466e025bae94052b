//! Credits of Hubfluencer.

use contract::{Event, PurchaseState, Service, SpendLimits, SpendPeriod, SpendReview, Step};
use sandbox::Fault;
use studio::AutoSave;

use super::{NONE, is_over, over};
use crate::harness::World;
use crate::harness::hub::carousel_key;

#[tokio::test(flavor = "multi_thread")]
async fn credits_have_limits_of_their_own_that_hold_after_a_restart() {
    let mut world = World::with_token().await;
    let limits = SpendLimits {
        order: Some(10),
        day: Some(20),
        month: None,
    };
    world.limit(Service::Hubfluencer, limits).await;
    world
        .limit(
            Service::Riffkit,
            SpendLimits {
                day: Some(1),
                ..NONE
            },
        )
        .await;
    let slug = world.short().await.slug;
    let step = Step::GenerateShort { slug };
    let review = world.studio.review_step(step.clone()).await.unwrap();
    let shown = [over(SpendPeriod::Order, 10, 15.0)];
    assert_eq!(review.over_limits, shown);
    let refusal = world
        .studio
        .take_step(&review.step_review_id)
        .await
        .unwrap_err();
    is_over(&refusal, "order");
    assert_eq!(refusal.service, Service::Hubfluencer);
    assert_eq!(refusal.args["unit"], "credits".into());
    let id = SpendReview::Step(review.step_review_id.clone());
    world.studio.allow_over_limit(&id, &shown).unwrap();
    let ended = world.try_to_take_reviewed(&review).await;
    assert_eq!(ended.state, PurchaseState::Taken);
    assert_eq!(
        (world.credits().await.day, world.seconds().await.day),
        (15.0, 0.0)
    );
    world.restart(AutoSave::Never).await;
    let credits = world.credits().await;
    assert_eq!(
        (credits.limits, credits.day, credits.month),
        (limits, 15.0, 15.0)
    );
    // An unlock of assists costs a credit too: up to the limit it needs no extra yes.
    let unlocked = world.try_to_take(Step::UnlockAssists).await;
    assert_eq!(unlocked.state, PurchaseState::Taken);
    assert_eq!(world.credits().await.day, 16.0);
    let carousel = world.carousel().await.slug;
    let step = Step::GenerateCarousel { slug: carousel };
    let review = world.studio.review_step(step).await.unwrap();
    assert_eq!(review.over_limits, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn credits_of_a_carousel_that_fails_come_back() {
    let world = World::with_token().await;
    world.arm(Fault::FailSlider);
    let slug = world.carousel().await.slug;
    let generate = || Step::GenerateCarousel { slug: slug.clone() };
    world.take(generate()).await;
    assert_eq!(world.credits().await.day, 3.0);
    world.ended(&carousel_key(&slug)).await;
    assert_eq!(world.credits().await.day, 0.0);
    let told =
        |event: &Event| matches!(event, Event::Spending(view) if view.hubfluencer.day == 0.0);
    world
        .clock
        .until(|| (world.told(told) > 0).then_some(()))
        .await;
    // Another attempt is another yes; what came back of the first stays back.
    world.take(generate()).await;
    world.ended(&carousel_key(&slug)).await;
    assert_eq!(world.credits().await.day, 3.0);
    assert_eq!(world.sandbox.hub_books().charged(), 3);
}
