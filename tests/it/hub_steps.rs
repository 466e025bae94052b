//! Steps that cost credits: taken once, whatever happens to the answer.

use contract::{
    Code, ProjectKey, ProjectKind, ProjectView, PurchaseState, ShortBrief, ShortStage, Step,
    StepCaution,
};
use sandbox::Fault;
use studio::AutoSave;

use crate::harness::{Options, World};

pub const SHORT: i64 = 15;

pub async fn short(world: &World) -> String {
    let brief = ShortBrief {
        product_prompt: "A lamp that wakes you like a sunrise".to_owned(),
        headline: "Wake up better".to_owned(),
        ..ShortBrief::default()
    };
    world.studio.create_short(brief).await.unwrap().slug
}

pub fn generate(slug: &str) -> Step {
    Step::GenerateShort {
        slug: slug.to_owned(),
    }
}

/// What the sandbox says was charged, less what came back.
pub fn credits_of(world: &World) -> i64 {
    world.sandbox.hub_books().charged()
}

pub async fn stage(world: &World, slug: &str) -> ShortStage {
    let key = ProjectKey::new(ProjectKind::Short, slug);
    let ended = world.studio.project_ended(&key);
    match world.clock.drive(ended).await.unwrap() {
        ProjectView::Short(short) => short.stage,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_short_is_priced_taken_once_and_made() {
    let world = World::with_token().await;
    let slug = short(&world).await;
    let review = world.studio.review_step(generate(&slug)).await.unwrap();
    assert_eq!((review.credits, review.available), (15, Some(200)));
    assert!(review.cautions.is_empty());
    let id = &review.step_review_id;
    let purchase = world.studio.take_step(id).await.unwrap();
    let again = world.studio.take_step(id).await.unwrap_err();
    assert_eq!(again.code, Code::StepVoid, "a second click finds nothing");
    let ended = world.studio.purchase_ended(&purchase);
    let ended = world.clock.drive(ended).await.unwrap();
    assert_eq!(ended.state, PurchaseState::Taken);
    assert_eq!(stage(&world, &slug).await, ShortStage::VideoReady);
    assert_eq!(credits_of(&world), SHORT);
}

#[tokio::test]
async fn an_answer_that_is_lost_is_asked_for_with_the_same_key_and_paid_once() {
    let world = World::with_token().await;
    let slug = short(&world).await;
    let path = format!("POST:/api/shorts/{slug}/generate");
    world.arm(Fault::LoseAnswer(path.parse().unwrap()));
    let ended = world.try_to_take(generate(&slug)).await;
    assert_eq!(ended.state, PurchaseState::Taken);
    assert_eq!(credits_of(&world), SHORT, "paid once");
    assert_eq!(stage(&world, &slug).await, ShortStage::VideoReady);
}

#[tokio::test]
async fn a_process_that_dies_with_the_answer_asks_for_it_in_its_next_life() {
    let mut world = World::with_token().await;
    let slug = short(&world).await;
    let path = format!("POST:/api/shorts/{slug}/generate");
    // Lost for as long as this life lasts.
    for _ in 0..50 {
        world.arm(Fault::Cut(path.parse().unwrap()));
    }
    let review = world.studio.review_step(generate(&slug)).await.unwrap();
    let purchase = world
        .studio
        .take_step(&review.step_review_id)
        .await
        .unwrap();
    world
        .clock
        .until(|| {
            let view = world.studio.purchase(&purchase)?;
            matches!(view.state, PurchaseState::AskingAgain { .. }).then_some(())
        })
        .await;
    let under_way = world.studio.review_step(generate(&slug)).await.unwrap_err();
    assert_eq!(under_way.code, Code::StepUnderWay);
    world.restart(AutoSave::Never).await;
    world.sandbox.faults().clear();
    let ended = world.studio.purchase_ended(&purchase);
    let ended = world.clock.drive(ended).await.unwrap();
    assert_eq!(ended.state, PurchaseState::Taken);
    assert_eq!(credits_of(&world), SHORT);
}

#[tokio::test]
async fn after_a_failure_and_its_refund_a_new_attempt_is_a_new_order() {
    let world = World::with_token().await;
    let slug = short(&world).await;
    world.arm(Fault::FailShort);
    let make = async || world.try_to_take(generate(&slug)).await.state;
    assert_eq!(make().await, PurchaseState::Taken);
    assert_eq!(stage(&world, &slug).await, ShortStage::Failed);
    assert_eq!(make().await, PurchaseState::Taken);
    assert_eq!(stage(&world, &slug).await, ShortStage::VideoReady);
}

#[tokio::test]
async fn too_few_credits_are_seen_before_and_refused_without_a_charge() {
    let options = Options {
        hub_credits: 3,
        ..Options::default()
    };
    let world = World::with_token_and(options).await;
    let slug = short(&world).await;
    let review = world.studio.review_step(generate(&slug)).await.unwrap();
    assert_eq!(review.cautions, [StepCaution::NotEnough { missing: 12 }]);
    let ended = world.try_to_take_reviewed(&review).await;
    let PurchaseState::Refused { refusal } = ended.state else {
        panic!("{ended:?}");
    };
    assert_eq!(refusal.code, Code::NotEnoughCredits);
    assert_eq!(credits_of(&world), 0);
}

#[tokio::test]
async fn words_that_are_refused_and_screening_that_is_down_charge_nothing() {
    let world = World::with_token().await;
    let slug = short(&world).await;
    let faults = [
        (
            Fault::PromptRejected("violence".to_owned()),
            Code::PromptRejected,
        ),
        (Fault::ComplianceUnavailable, Code::ScreeningDown),
    ];
    for (fault, code) in faults {
        world.arm(fault);
        let ended = world.try_to_take(generate(&slug)).await;
        let PurchaseState::Refused { refusal } = ended.state else {
            panic!("{ended:?}");
        };
        assert_eq!(refusal.code, code);
    }
    assert_eq!(credits_of(&world), 0);
}

#[tokio::test]
async fn an_unlock_whose_answer_is_lost_is_seen_by_its_assists_and_never_asked_again() {
    let world = World::with_token().await;
    let buy = async || {
        let review = world.studio.review_step(Step::UnlockAssists).await.unwrap();
        assert_eq!((review.credits, review.scope.pieces), (1, Some(10)));
        let purchase = world
            .studio
            .take_step(&review.step_review_id)
            .await
            .unwrap();
        let view = || world.studio.purchase(&purchase);
        world
            .clock
            .until(|| view().filter(|view| !view.state.is_open()))
            .await
            .state
    };
    assert_eq!(buy().await, PurchaseState::Taken);
    world.arm(Fault::LoseAnswer(
        "POST:/api/ai-assists/unlock".parse().unwrap(),
    ));
    assert_eq!(buy().await, PurchaseState::Taken, "seen by the bonus");
    let unlocks = world
        .sandbox
        .hub_books()
        .count("POST", "/api/ai-assists/unlock");
    assert_eq!(unlocks, 2, "each was asked for once");
    let assists = world.clock.drive(world.studio.assists()).await.unwrap();
    assert_eq!((assists.bonus, credits_of(&world)), (20, 2));
}

#[tokio::test]
async fn a_carousel_made_again_is_a_new_purchase() {
    let world = World::with_token().await;
    let brief = contract::CarouselBrief {
        prompt: "Five habits for calmer mornings".to_owned(),
        slide_count: Some(3),
        ..Default::default()
    };
    let slug = world.studio.create_carousel(brief).await.unwrap().slug;
    let key = ProjectKey::new(ProjectKind::Carousel, &slug);
    for round in 1..=2_i64 {
        let step = Step::GenerateCarousel { slug: slug.clone() };
        let review = world.studio.review_step(step).await.unwrap();
        assert_eq!(review.credits, 3);
        assert_eq!(review.cautions.contains(&StepCaution::Replaces), round == 2);
        world
            .studio
            .take_step(&review.step_review_id)
            .await
            .unwrap();
        world
            .clock
            .until(|| {
                let views = world.studio.purchases();
                (!views.iter().any(|view| view.state.is_open())).then_some(())
            })
            .await;
        world
            .clock
            .drive(world.studio.project_ended(&key))
            .await
            .unwrap();
        assert_eq!(credits_of(&world), 3 * round);
    }
}
