//! Orders whose answer was lost: found again, said not to be there, or shown to choose from. Never sent
//! again by themselves.

use std::time::Duration;

use contract::{
    CharacterId, CharacterStanding, Code, DoubtSearch, Event, OrderId, OrderState, OrderView,
    OrderWay, Plan, Source, TemplateQuery,
};
use sandbox::Fault;
use studio::AutoSave;

use crate::harness::World;
use crate::harness::doubt::{is_not_taken, search};

fn candidates(order: &OrderView) -> Option<Vec<String>> {
    match search(order)? {
        DoubtSearch::Several { candidates } => {
            let ids = candidates.iter().map(|one| one.batch_id.clone());
            Some(ids.collect())
        }
        _ => None,
    }
}

async fn submitted(world: &World, plan: Plan) -> OrderId {
    let review = world.studio.review(plan).await.unwrap();
    world.submit(&review).await
}

async fn template_plan(world: &World) -> Plan {
    let page = world.studio.templates(TemplateQuery::default()).await;
    let template = page.unwrap().templates.remove(0);
    Plan {
        source: Some(Source::Template {
            template_id: template.template_id,
            name: template.name,
        }),
        direction: "At the reveal, show the label".to_owned(),
        ..Plan::default()
    }
}

async fn ready(world: &World, order_id: &OrderId) -> OrderView {
    world
        .until_order(order_id, |order| order.state == OrderState::Ready)
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_whose_answer_was_lost_is_found_and_delivered() {
    let world = World::signed_in().await;
    let character = world.studio.characters().await.unwrap();
    let usable = character
        .iter()
        .find(|one| one.standing == CharacterStanding::Ready)
        .unwrap();
    let link = Plan {
        source: Some(Source::Link {
            url: "https://www.tiktok.com/@barista.lab/video/7301234567890123456".to_owned(),
            agreed_host: None,
        }),
        hint: "The twist at 0:03".to_owned(),
        ..Plan::default()
    };
    let bulk = Plan {
        characters: vec![usable.character_id.clone()],
        way: OrderWay::Batch,
        ..template_plan(&world).await
    };
    let plans = [world.plan().await, link, template_plan(&world).await, bulk];
    for (number, plan) in plans.into_iter().enumerate() {
        world.arm(match plan.way {
            OrderWay::Batch => Fault::LoseAnswer("POST:/api/pipeline/batch".parse().unwrap()),
            _ => Fault::LoseRiffAnswer,
        });
        let order_id = submitted(&world, plan).await;
        let order = ready(&world, &order_id).await;
        assert_eq!(order.reels.len(), 1);
        assert_eq!(order.refusal, None, "the doubt is over");
        assert_eq!(world.riffs_taken(), number + 1, "nothing was ordered anew");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_was_never_taken_is_said_to_be_and_can_be_given_again() {
    let world = World::signed_in().await;
    world.arm(Fault::LoseRiff);
    let plan = world.plan().await;
    let order_id = submitted(&world, plan.clone()).await;
    let order = world.until_order(&order_id, |o| search(o).is_some()).await;
    let asked_at = order.created_at;
    let refused = world.studio.plan_of_order(&order_id).await.unwrap_err();
    assert_eq!(refused.code, Code::InDoubt, "it may have been taken");
    world.until_order(&order_id, is_not_taken).await;
    let waited = world.clock.now().as_millisecond() - asked_at;
    assert!(waited > 10_000, "the service's longest delay: {waited}");
    assert_eq!(world.riffs_asked(), 1, "never sent again by itself");

    world.studio.give_up(&order_id).await.unwrap();
    let again = world.studio.plan_of_order(&order_id).await.unwrap();
    assert_eq!(again.direction, plan.direction);
    let second = submitted(&world, again).await;
    ready(&world, &second).await;
    assert_eq!((world.riffs_asked(), world.riffs_taken()), (2, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_plan_twice_is_not_confused() {
    let world = World::signed_in().await;
    let plan = template_plan(&world).await;
    let answered = submitted(&world, plan.clone()).await;
    let first = world
        .until_order(&answered, |order| order.batch_id.is_some())
        .await;
    // Never taken: the batch that looks just like it is the other order's.
    world.arm(Fault::LoseRiff);
    let lost = submitted(&world, plan).await;
    world.until_order(&lost, is_not_taken).await;
    let first = ready(&world, &first.order_id).await;
    assert_eq!(first.reels.len(), 1);
    assert_eq!(world.riffs_taken(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_two_orders_could_be_is_the_persons_to_choose() {
    let world = World::signed_in().await;
    let plan = template_plan(&world).await;
    world.arm(Fault::LoseRiffAnswer);
    world.arm(Fault::LoseRiffAnswer);
    // The first would be found before the second is ordered.
    for _ in 0..200 {
        world.arm(Fault::Answer(500, "/api/tasks".parse().unwrap()));
    }
    let review = world.studio.review(plan.clone()).await.unwrap();
    let one = world.submit(&review).await;
    let review = world.studio.review(plan).await.unwrap();
    let other = world.submit(&review).await;
    for order_id in [&one, &other] {
        world.until_order(order_id, |o| search(o).is_some()).await;
    }
    world.sandbox.faults().clear();
    world.until_order(&one, |o| candidates(o).is_some()).await;
    let shown = world.until_order(&other, |o| candidates(o).is_some()).await;
    let shown = candidates(&shown).unwrap();
    assert_eq!(shown.len(), 2);
    let refused = world.studio.adopt_batch(&one, "no-such-batch").await;
    assert_eq!(refused.unwrap_err().code, Code::NotACandidate);

    world.studio.adopt_batch(&one, &shown[0]).await.unwrap();
    let refused = world.studio.adopt_batch(&other, &shown[0]).await;
    assert_eq!(
        refused.unwrap_err().code,
        Code::NotACandidate,
        "taken by now"
    );
    // What is left is certain.
    let (one, other) = (ready(&world, &one).await, ready(&world, &other).await);
    assert_eq!(one.batch_id.as_ref(), Some(&shown[0]));
    assert_eq!(other.batch_id.as_ref(), Some(&shown[1]));
    assert_eq!(world.riffs_asked(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn clocks_that_are_hours_apart_change_nothing() {
    for hours in [-11_i64, 3] {
        let world = World::signed_in().await;
        world.arm(Fault::ClockSkew(hours * 3_600));
        // The service says how its clock stands with any answer.
        let plan = template_plan(&world).await;
        world.arm(Fault::LoseRiffAnswer);
        let taken = submitted(&world, plan.clone()).await;
        let taken = ready(&world, &taken).await;
        world.arm(Fault::LoseRiff);
        let lost = submitted(&world, plan).await;
        let lost = world.until_order(&lost, is_not_taken).await;
        assert_ne!(taken.batch_id, lost.batch_id);
        assert_eq!(world.riffs_taken(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_found_by_the_next_run_and_after_the_next_sign_in() {
    let mut world = World::signed_in().await;
    world.arm(Fault::LoseRiffAnswer);
    world.arm(Fault::Answer(500, "/api/tasks".parse().unwrap()));
    let order_id = world.order().await;
    world.until_order(&order_id, |o| search(o).is_some()).await;
    world.studio.sign_out().await;
    let unread = DoubtSearch::Unreadable { retry_at: None };
    world
        .until_order(&order_id, |o| search(o) == Some(&unread))
        .await;
    world.restart(AutoSave::Never).await;
    world.clock.advance(Duration::from_secs(3_600));
    world.sign_in().await;
    ready(&world, &order_id).await;
    assert_eq!(world.riffs_asked(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_that_cant_be_read_say_nothing() {
    let world = World::signed_in().await;
    world.arm(Fault::LoseRiff);
    let order_id = world.order().await;
    for _ in 0..200 {
        world.arm(Fault::Answer(500, "/api/tasks".parse().unwrap()));
    }
    world
        .until_order(&order_id, |o| {
            matches!(
                search(o),
                Some(DoubtSearch::Unreadable { retry_at: Some(_) })
            )
        })
        .await;
    world.clock.advance(Duration::from_secs(3_600));
    let order = world.studio.order(&order_id).unwrap();
    assert!(!is_not_taken(&order), "{order:?}");
    world.sandbox.faults().clear();
    world.until_order(&order_id, is_not_taken).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_takes_no_such_filter_is_asked_for_all_its_tasks() {
    let world = World::signed_in().await;
    world.arm(Fault::LoseRiffAnswer);
    // The kind of the first list that is asked for.
    world.arm(Fault::Answer(422, "/api/tasks".parse().unwrap()));
    let order_id = world.order().await;
    ready(&world, &order_id).await;
    let unread = |event: &Event| match event {
        Event::Order(order) => matches!(search(order), Some(DoubtSearch::Unreadable { .. })),
        _ => false,
    };
    assert_eq!(world.told(unread), 0, "it was found at the first look");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_fronts_that_look_at_once_find_it_once() {
    let world = World::signed_in().await;
    let beside = world.beside().await;
    world.arm(Fault::LoseRiffAnswer);
    let order_id = world.order().await;
    world.until_order(&order_id, |o| search(o).is_some()).await;
    beside.snapshot().await;
    let looks = async {
        let theirs = beside.looked_for(&order_id).await;
        (theirs, world.studio.looked_for(&order_id).await)
    };
    let (theirs, ours) = world.clock.drive(looks).await;
    assert!(theirs.is_ok() && ours.is_ok(), "{theirs:?} {ours:?}");
    ready(&world, &order_id).await;
    assert_eq!(world.riffs_asked(), 1);
    beside.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_opened_again_with_all_that_was_chosen() {
    let world = World::signed_in().await;
    let character = world.studio.characters().await.unwrap();
    let ids: Vec<CharacterId> = character
        .iter()
        .filter(|one| one.standing == CharacterStanding::Ready)
        .map(|one| one.character_id.clone())
        .take(2)
        .collect();
    let plan = Plan {
        characters: ids,
        language: "es".to_owned(),
        ..template_plan(&world).await
    };
    world.arm(Fault::Riff403);
    world.arm(Fault::Answer(
        403,
        "POST:/api/pipeline/batch".parse().unwrap(),
    ));
    let order_id = submitted(&world, plan.clone()).await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Refused)
        .await;
    let again = world.studio.plan_of_order(&order_id).await.unwrap();
    assert_eq!(again.characters, plan.characters);
    assert_eq!((again.source, again.language), (plan.source, plan.language));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clips_plan_comes_whole_and_no_clip_is_said_to_be_chosen_before_it() {
    let world = World::signed_in().await;
    let plan = Plan {
        direction: "the pour".to_owned(),
        ..world.plan().await
    };
    world.arm(Fault::Riff403);
    let order_id = submitted(&world, plan.clone()).await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Refused)
        .await;
    let chosen = |event: &Event| matches!(event, Event::ClipsAdded(_));
    let before = world.told(chosen);
    let again = world.studio.plan_of_order(&order_id).await.unwrap();
    assert_eq!(
        (again.source, again.direction),
        (plan.source, plan.direction)
    );
    assert_eq!(world.told(chosen), before, "the page would leave the queue");
}
