//! Steps that cost credits: taken once, whatever happens to the answer.

use contract::{
    Code, ProjectKey, ProjectKind, ProjectView, PurchaseState, ShortBrief, ShortStage, Step,
    StepCaution,
};
use sandbox::Fault;
use studio::AutoSave;

use crate::harness::{Options, World};

const SHORT: i64 = 15;

async fn short(world: &World) -> String {
    let brief = ShortBrief {
        product_prompt: "A lamp that wakes you like a sunrise".to_owned(),
        headline: "Wake up better".to_owned(),
        ..ShortBrief::default()
    };
    world.studio.create_short(brief).await.unwrap().slug
}

fn generate(slug: &str) -> Step {
    Step::GenerateShort {
        slug: slug.to_owned(),
    }
}

/// What the sandbox says was charged, less what came back.
fn credits_of(world: &World) -> i64 {
    world.sandbox.hub_books().charged()
}

async fn stage(world: &World, slug: &str) -> ShortStage {
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
    let review = world.studio.review_step(generate(&slug)).await.unwrap();
    let purchase = world
        .studio
        .take_step(&review.step_review_id)
        .await
        .unwrap();
    let ended = world.studio.purchase_ended(&purchase);
    let ended = world.clock.drive(ended).await.unwrap();
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
    let make = async || {
        let review = world.studio.review_step(generate(&slug)).await.unwrap();
        let purchase = world
            .studio
            .take_step(&review.step_review_id)
            .await
            .unwrap();
        let ended = world.studio.purchase_ended(&purchase);
        world.clock.drive(ended).await.unwrap().state
    };
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
    let purchase = world
        .studio
        .take_step(&review.step_review_id)
        .await
        .unwrap();
    let ended = world.studio.purchase_ended(&purchase);
    let ended = world.clock.drive(ended).await.unwrap();
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
        let review = world.studio.review_step(generate(&slug)).await.unwrap();
        let purchase = world
            .studio
            .take_step(&review.step_review_id)
            .await
            .unwrap();
        let ended = world.studio.purchase_ended(&purchase);
        let ended = world.clock.drive(ended).await.unwrap();
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

/// Loses the first answer of a short's order; where its asking then stands.
async fn lost(world: &World, slug: &str) -> contract::PurchaseId {
    let path = format!("POST:/api/shorts/{slug}/generate");
    world.arm(Fault::LoseAnswer(path.parse().unwrap()));
    let review = world.studio.review_step(generate(slug)).await.unwrap();
    let id = &review.step_review_id;
    let purchase = world.studio.take_step(id).await.unwrap();
    let asks = || {
        let view = world.studio.purchase(&purchase)?;
        matches!(view.state, PurchaseState::AskingAgain { .. }).then_some(())
    };
    while asks().is_none() {
        world.clock.settle().await;
    }
    purchase
}

#[tokio::test]
async fn a_strange_answer_to_the_second_asking_is_no_refusal_of_the_first() {
    let world = World::with_token().await;
    for status in [400, 403, 409, 413] {
        let slug = short(&world).await;
        let purchase = lost(&world, &slug).await;
        let path = format!("POST:/api/shorts/{slug}/generate");
        world.arm(Fault::Answer(status, path.parse().unwrap()));
        let ended = world.studio.purchase_ended(&purchase);
        let ended = world.clock.drive(ended).await.unwrap();
        assert_eq!(ended.state, PurchaseState::InDoubt, "{status}");
    }
    assert_eq!(credits_of(&world), 4 * SHORT, "each was taken");
}

#[tokio::test]
async fn an_answer_that_comes_after_the_work_is_done_does_not_deliver_it_again() {
    let world = World::with_token().await;
    let slug = short(&world).await;
    let path = format!("POST:/api/shorts/{slug}/generate");
    let purchase = lost(&world, &slug).await;
    for _ in 0..100 {
        world.arm(Fault::Cut(path.parse().unwrap()));
    }
    let key = ProjectKey::new(ProjectKind::Short, &slug);
    let seen = async {
        loop {
            match world.studio.project(&key).await.unwrap() {
                ProjectView::Short(short) if short.stage == ShortStage::VideoReady => return,
                _ => tokio::time::sleep(std::time::Duration::from_millis(2)).await,
            }
        }
    };
    world.clock.drive(seen).await;
    world.sandbox.faults().clear();
    let ended = world.studio.purchase_ended(&purchase);
    let ended = world.clock.drive(ended).await.unwrap();
    assert_eq!(ended.state, PurchaseState::Taken);
    assert_eq!(stage(&world, &slug).await, ShortStage::VideoReady);
    let ready = world.hub_told(|event| matches!(event, contract::HubEvent::ProjectReady(_)));
    assert_eq!(ready, 1);
}

#[tokio::test]
async fn a_yes_that_waits_for_its_turn_is_not_sent_after_the_sign_out() {
    let options = Options {
        hub_credits: 400,
        ..Options::default()
    };
    let world = World::with_token_and(options).await;
    let mut purchases = Vec::new();
    for _ in 0..11 {
        let slug = short(&world).await;
        let review = world.studio.review_step(generate(&slug)).await.unwrap();
        let id = &review.step_review_id;
        purchases.push(world.studio.take_step(id).await.unwrap());
    }
    let (last, others) = purchases.split_last().unwrap();
    for purchase in others {
        world.studio.purchase_ended(purchase).await.unwrap();
    }
    world.studio.hub_sign_out().await;
    let ended = world.studio.purchase_ended(last);
    let ended = world.clock.drive(ended).await.unwrap();
    assert_eq!(ended.state, PurchaseState::NotSent);
    assert_eq!(credits_of(&world), 10 * SHORT);
}

#[tokio::test]
async fn what_another_process_sends_is_seen_to_its_end() {
    let world = World::with_token().await;
    let slug = short(&world).await;
    let path = format!("POST:/api/shorts/{slug}/generate");
    world.arm(Fault::Hold(path.parse().unwrap()));
    let review = world.studio.review_step(generate(&slug)).await.unwrap();
    let id = &review.step_review_id;
    let purchase = world.studio.take_step(id).await.unwrap();
    let other = world.beside().await;
    assert_eq!(
        other.review_step(generate(&slug)).await.unwrap_err().code,
        Code::StepUnderWay
    );
    let own = loop {
        // It may not have come there yet.
        world.sandbox.faults().release();
        let soon = std::time::Duration::from_millis(5);
        let ended = world.studio.purchase_ended(&purchase);
        if let Ok(own) = tokio::time::timeout(soon, ended).await {
            break own;
        }
    };
    let ended = other.purchase_ended(&purchase);
    let seen = world.clock.drive(ended).await;
    assert_eq!(seen.unwrap().state, PurchaseState::Taken);
    assert_eq!(own.unwrap().state, PurchaseState::Taken);
    assert_eq!(credits_of(&world), SHORT);
    other.close().await;
}

#[tokio::test]
async fn an_answer_that_cannot_be_written_down_is_heard_all_the_same() {
    let world = World::with_token().await;
    let disk = rusqlite::Connection::open(world.home().root().join("journal.db")).unwrap();
    let full = |change: &str| {
        let told = format!(
            "CREATE TRIGGER full BEFORE UPDATE OF {change} ON hub_steps
             BEGIN SELECT RAISE(FAIL, 'full'); END"
        );
        disk.execute_batch(&told).unwrap();
    };
    full("phase");
    let slug = short(&world).await;
    let ended = world.try_to_take(generate(&slug)).await;
    assert_eq!(ended.state, PurchaseState::Taken);
    assert_eq!(credits_of(&world), SHORT);

    disk.execute_batch("DROP TRIGGER full").unwrap();
    full("phase, sealed");
    let slug = short(&world).await;
    let ended = world.try_to_take(generate(&slug)).await;
    let PurchaseState::Refused { refusal } = ended.state else {
        panic!("{ended:?}");
    };
    assert_eq!(refusal.code, Code::JournalFailed);
    assert_eq!(credits_of(&world), SHORT, "it never left");
}

#[tokio::test]
async fn what_is_paid_for_is_on_the_lists_again() {
    let world = World::with_token().await;
    let slug = short(&world).await;
    let key = ProjectKey::new(ProjectKind::Short, &slug);
    world.studio.remove_project(&key).await.unwrap();
    world.take(generate(&slug)).await;
    assert_eq!(stage(&world, &slug).await, ShortStage::VideoReady);
    assert!(world.studio.project_asset(&key).await.unwrap().is_some());

    let slug = short(&world).await;
    let key = ProjectKey::new(ProjectKind::Short, &slug);
    world.studio.remove_project(&key).await.unwrap();
    let purchase = lost(&world, &slug).await;
    let ended = world.studio.purchase_ended(&purchase);
    let ended = world.clock.drive(ended).await.unwrap();
    assert_eq!(ended.state, PurchaseState::Taken);
    assert_eq!(stage(&world, &slug).await, ShortStage::VideoReady);
}
