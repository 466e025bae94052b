//! Paid steps whose answer was lost, came late or came to another: never paid twice, never called
//! refused, and what they make is delivered once.

use contract::{Code, ProjectKey, ProjectKind, ProjectView, PurchaseState, ShortStage};
use sandbox::Fault;

use crate::harness::{Options, World};
use crate::hub_steps::{SHORT, credits_of, generate, short, stage};

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
