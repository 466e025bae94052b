//! The spend guard: what is bound and spent is counted once, for every front, and a limit is gone over
//! only with an extra yes.

mod credits;

use std::time::Duration;

use contract::{
    CharacterStanding, Code, Event, Limits, OrderId, OrderState, OverLimit, Plan, Refusal, Review,
    ReviewId, Service, Source, SpendLimits, SpendPeriod, SpendReview, Spending,
};
use sandbox::Fault;
use studio::Studio;

use crate::harness::{Options, World, sample};

/// The deployment's longest video.
const LONGEST: f64 = 45.0;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

const NONE: SpendLimits = SpendLimits {
    order: None,
    day: None,
    month: None,
};

fn over(period: SpendPeriod, limit: u32, would_be: f64) -> OverLimit {
    OverLimit {
        period,
        limit,
        would_be,
    }
}

impl World {
    async fn limit(&self, service: Service, limits: SpendLimits) {
        let view = self.studio.set_spend_limits(service, limits).await.unwrap();
        assert_eq!(view.of(service).limits, limits);
    }

    /// What was spent of Riffkit's seconds.
    async fn seconds(&self) -> Spending {
        self.studio.spending().await.riffkit
    }

    async fn credits(&self) -> Spending {
        self.studio.spending().await.hubfluencer
    }

    async fn reviewed_order(&self) -> Review {
        self.studio.review(self.plan().await).await.unwrap()
    }

    async fn order_end(&self, order_id: &OrderId) -> OrderState {
        let ended = self.studio.order_ended(order_id);
        self.clock.drive(ended).await.unwrap().state
    }

    /// The length of all that was made.
    async fn made(&self) -> f64 {
        let orders = self.studio.orders();
        let mut sum = 0.0;
        for asset_id in orders.iter().flat_map(|order| &order.reels) {
            let reel = self.studio.reel(asset_id).await.unwrap();
            sum += reel.duration_seconds.unwrap();
        }
        sum
    }
}

/// Refused for a limit.
fn is_over(refusal: &Refusal, period: &str) {
    assert_eq!(refusal.code, Code::OverLimit, "{refusal:?}");
    assert_eq!(refusal.args["period"], period.into());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_open_counts_in_full_and_what_is_ready_as_long_as_it_is() {
    let world = World::signed_in().await;
    assert_eq!(world.seconds().await, Spending::default());
    let review = world.reviewed_order().await;
    assert_eq!(
        (review.at_most_seconds, &review.over_limits[..]),
        (LONGEST, &[][..])
    );
    assert_eq!(world.seconds().await.day, 0.0, "a review binds nothing");
    let order_id = world.submit(&review).await;
    assert_eq!(world.seconds().await.day, LONGEST);
    assert_eq!(world.order_end(&order_id).await, OrderState::Ready);
    let spent = world.seconds().await;
    let made = world.made().await;
    assert!(made > 0.0 && made < LONGEST);
    assert_eq!((spent.day, spent.month), (made, made));
    let told = |event: &Event| matches!(event, Event::Spending(view) if view.riffkit == spent);
    world
        .clock
        .until(|| (world.told(told) > 0).then_some(()))
        .await;
    assert_eq!(world.studio.snapshot().await.spending.riffkit, spent);
    // The next day begins at nothing, the month goes on.
    world.clock.advance(DAY);
    let later = world.seconds().await;
    assert_eq!((later.day, later.month), (0.0, made));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cap_that_nobody_has_said_counts_as_the_contracts_ceiling() {
    let world = World::new(Options::default()).await;
    let endpoint: sandbox::Endpoint = "GET:/api/settings".parse().unwrap();
    let fault = Fault::Answer(503, endpoint);
    world.sandbox.faults().arm_always(fault);
    world.sign_in().await;
    let review = world.reviewed_order().await;
    assert_eq!(review.at_most_seconds, Limits::CEILING_SECONDS);
    world.sandbox.faults().clear();
    // Asked again, as it did not answer.
    let review = world.reviewed_order().await;
    assert_eq!(review.at_most_seconds, LONGEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_counts_of_what_was_not_taken_and_all_of_what_is_in_doubt() {
    let world = World::signed_in().await;
    world.arm(Fault::Riff402);
    let refused = world.order().await;
    assert_eq!(world.order_end(&refused).await, OrderState::Refused);
    assert_eq!(world.seconds().await.day, 0.0);
    world.arm(Fault::LoseRiff);
    let lost = world.order().await;
    let state = world.order_end(&lost).await;
    assert!(matches!(state, OrderState::InDoubt { .. }), "{state:?}");
    assert_eq!(world.seconds().await.day, LONGEST);
    world.clock.advance(Duration::from_secs(3600));
    assert_eq!(world.seconds().await.day, LONGEST, "until it is known");
    world.studio.give_up(&lost).await.unwrap();
    assert_eq!(world.seconds().await.day, 0.0);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_fronts_at_once_one_stays_within_the_limit() {
    let world = World::signed_in().await;
    let other = world.beside().await;
    let day = Some(60);
    world
        .limit(Service::Riffkit, SpendLimits { day, ..NONE })
        .await;
    let plan = || async {
        let mut added = other.add_clips(vec![sample()]).await;
        let clip_id = added.remove(0).clip_id;
        Plan {
            source: Some(Source::Clip { clip_id }),
            ..Plan::default()
        }
    };
    let here = world.reviewed_order().await;
    let there = other.review(plan().await).await.unwrap();
    assert!(here.over_limits.is_empty() && there.over_limits.is_empty());
    let (mine, theirs) = tokio::join!(
        world.studio.submit(&here.review_id),
        other.submit(&there.review_id)
    );
    let (refusal, loser, review): (_, &Studio, _) = match (mine, theirs) {
        (Ok(_), Err(refusal)) => (refusal, &other, there),
        (Err(refusal), Ok(_)) => (refusal, &world.studio, here),
        both => panic!("{both:?}"),
    };
    is_over(&refusal, "day");
    assert_eq!(refusal.args["would_be"], 90.0.into());
    // The review is where it was, and still needs the extra yes to what is so now.
    let again = loser.submit(&review.review_id).await.unwrap_err();
    is_over(&again, "day");
    let plan = if std::ptr::eq(loser, &raw const other) {
        plan().await
    } else {
        world.plan().await
    };
    let now = loser.review(plan).await.unwrap();
    assert_eq!(now.over_limits, [over(SpendPeriod::Day, 60, 90.0)]);
    let shown = SpendReview::Order(now.review_id.clone());
    loser.allow_over_limit(&shown, &now.over_limits).unwrap();
    loser.submit(&now.review_id).await.unwrap();
    assert_eq!(world.seconds().await.day, 90.0);
    world
        .clock
        .until(|| (world.riffs_taken() == 2).then_some(()))
        .await;
    other.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_extra_yes_is_to_exactly_what_was_shown_and_no_more() {
    let world = World::signed_in().await;
    let order = Some(30);
    world
        .limit(Service::Riffkit, SpendLimits { order, ..NONE })
        .await;
    let review = world.reviewed_order().await;
    let shown = [over(SpendPeriod::Order, 30, LONGEST)];
    assert_eq!(review.over_limits, shown);
    let refusal = world.studio.submit(&review.review_id).await.unwrap_err();
    is_over(&refusal, "order");
    let allow = |id: &ReviewId, over: &[OverLimit]| {
        let review = SpendReview::Order(id.clone());
        world
            .studio
            .allow_over_limit(&review, over)
            .map_err(|refusal| refusal.code)
    };
    let other = [over(SpendPeriod::Order, 30, 46.0)];
    assert_eq!(allow(&review.review_id, &other), Err(Code::ReviewVoid));
    assert_eq!(allow(&review.review_id, &[]), Err(Code::ReviewVoid));
    assert_eq!(allow(&"made up".into(), &shown), Err(Code::ReviewVoid));
    assert_eq!(allow(&review.review_id, &shown), Ok(()));
    // Lowered between the two: the yes was to something else.
    let order = Some(20);
    world
        .limit(Service::Riffkit, SpendLimits { order, ..NONE })
        .await;
    is_over(
        &world.studio.submit(&review.review_id).await.unwrap_err(),
        "order",
    );
    world.limit(Service::Riffkit, NONE).await;
    let order_id = world.submit(&review).await;
    // What is under way goes on, however low the limit is now.
    let (order, day) = (Some(0), Some(0));
    world
        .limit(
            Service::Riffkit,
            SpendLimits {
                order,
                day,
                month: None,
            },
        )
        .await;
    assert_eq!(world.order_end(&order_id).await, OrderState::Ready);
    assert_eq!(world.riffs_taken(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retry_counts_for_itself_and_its_reopened_order_not_twice() {
    let world = World::signed_in().await;
    world.arm(Fault::FailTask);
    let order_id = world.order().await;
    assert_eq!(world.order_end(&order_id).await, OrderState::Failed);
    assert_eq!(
        world.seconds().await.day,
        LONGEST,
        "nobody says what of it was rendered"
    );
    let month = Some(80);
    world
        .limit(Service::Riffkit, SpendLimits { month, ..NONE })
        .await;
    let order = world.studio.order(&order_id).unwrap();
    let task_id = order.tasks.last().unwrap().task_id.clone();
    let review = world
        .clock
        .drive(world.studio.review_retry(&task_id))
        .await
        .unwrap();
    let shown = [over(SpendPeriod::Month, 80, 90.0)];
    assert_eq!(review.over_limits, shown);
    let retry = || world.clock.drive(world.studio.retry_task(&review.retry_id));
    is_over(&retry().await.unwrap_err(), "month");
    let id = SpendReview::Retry(review.retry_id.clone());
    let wrong = world.studio.allow_over_limit(&id, &[]).unwrap_err();
    assert_eq!(wrong.code, Code::RetryVoid);
    world.studio.allow_over_limit(&id, &shown).unwrap();
    retry().await.unwrap();
    assert_eq!(world.seconds().await.month, 90.0);
    assert_eq!(world.order_end(&order_id).await, OrderState::Ready);
    let made = world.made().await;
    assert_eq!(world.seconds().await.month, LONGEST + made);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retry_that_nothing_bounds_is_not_begun_where_a_limit_is_set() {
    let world = World::signed_in().await;
    world.arm(Fault::FailAnalysis);
    let order_id = world.order().await;
    assert_eq!(world.order_end(&order_id).await, OrderState::Failed);
    let order = world.studio.order(&order_id).unwrap();
    let task_id = order.tasks.last().unwrap().task_id.clone();
    // From here on it is an order that was made elsewhere: nobody knows of how many videos.
    world.studio.hide_order(&order_id).await.unwrap();
    let balance: sandbox::Endpoint = "GET:/api/usage/credits".parse().unwrap();
    let faults = world.sandbox.faults();
    faults.arm_always(Fault::Answer(503, balance));
    let reviewed = || world.clock.drive(world.studio.review_retry(&task_id));
    assert_eq!(reviewed().await.unwrap().over_limits, [], "no limit is set");
    let day = Some(60);
    world
        .limit(Service::Riffkit, SpendLimits { day, ..NONE })
        .await;
    let refused = reviewed().await.unwrap_err();
    assert!(refused.retryable, "{refused:?}");
    faults.clear();
    let review = reviewed().await.unwrap();
    assert_eq!(review.at_most_seconds, None);
    let left = review.left_seconds.unwrap();
    assert_eq!(review.over_limits, [over(SpendPeriod::Day, 60, left)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_of_several_videos_counts_each() {
    let world = World::signed_in_with(Options {
        templates: 1,
        ..Options::default()
    })
    .await;
    let characters = world.clock.drive(world.studio.characters()).await.unwrap();
    let ready = characters
        .iter()
        .filter(|known| known.standing == CharacterStanding::Ready);
    let characters: Vec<_> = ready
        .map(|known| known.character_id.clone())
        .take(2)
        .collect();
    let plan = Plan {
        characters,
        ..world.plan().await
    };
    let day = Some(80);
    world
        .limit(Service::Riffkit, SpendLimits { day, ..NONE })
        .await;
    let review = world.studio.review(plan).await.unwrap();
    assert_eq!((review.videos, review.at_most_seconds), (2, 2.0 * LONGEST));
    assert_eq!(review.over_limits, [over(SpendPeriod::Day, 80, 90.0)]);
    let shown = SpendReview::Order(review.review_id.clone());
    world
        .studio
        .allow_over_limit(&shown, &review.over_limits)
        .unwrap();
    world.arm(Fault::FailTask);
    let order_id = world.submit(&review).await;
    assert_eq!(world.order_end(&order_id).await, OrderState::Ready);
    let made = world.made().await;
    assert_eq!(world.seconds().await.day, made + LONGEST, "one was lost");
}
