//! Plans with more than a source: templates, characters, products, and the confirm that covers all.

use std::path::PathBuf;

use contract::{
    Caution, CharacterStanding, Code, ContentPolicy, ImageSource, NewImage, NewProduct, OrderState,
    OrderWay, Plan, PlanProduct, Source, TemplateId, TemplateQuery, TemplateView, Visibility,
    WorkState,
};
use sandbox::{Fault, RiffSource};
use studio::AutoSave;

use crate::harness::World;

/// The smallest PNG there is, with a tail that makes each another file.
fn image(world: &World, name: &str) -> PathBuf {
    const PNG: &[u8] = &[
        0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0,
        0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0a, b'I', b'D',
        b'A', b'T', 0x78, 0x9c, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0d, 0x0a, 0x2d, 0xb4, 0, 0, 0, 0,
        b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
    ];
    let path = world.folder.path().join(format!("{name}.png"));
    std::fs::write(&path, [PNG, name.as_bytes()].concat()).unwrap();
    path
}

/// A staged product with these images.
pub async fn staged(world: &World, images: &[&str]) -> NewProduct {
    let paths = images.iter().map(|name| image(world, name)).collect();
    let files = world.studio.add_files(paths).await;
    NewProduct {
        name: "Label Scan".to_owned(),
        description: "Scans a label. Shows every additive in a second.".to_owned(),
        target_audience: "parents".to_owned(),
        images: files
            .into_iter()
            .zip(images)
            .map(|(file, name)| NewImage {
                source: ImageSource::File {
                    file_id: file.file_id,
                },
                name: (*name).to_owned(),
                image_id: String::new(),
                description: String::new(),
                usage_context: String::new(),
                content_policy: ContentPolicy::Locked,
            })
            .collect(),
    }
}

async fn templates(world: &World) -> Vec<TemplateView> {
    let query = TemplateQuery::default();
    world.studio.templates(query).await.unwrap().templates
}

async fn fresh_template(world: &World) -> TemplateId {
    let mut all = templates(world).await.into_iter();
    all.find(|template| !template.is_stale).unwrap().template_id
}

fn from_template(template_id: TemplateId) -> Plan {
    Plan {
        source: Some(Source::Template {
            template_id,
            name: String::new(),
        }),
        ..Plan::default()
    }
}

async fn ready_characters(world: &World, count: usize) -> Vec<contract::CharacterView> {
    let all = world.studio.characters().await.unwrap();
    let mut ready: Vec<_> = all
        .into_iter()
        .filter(|one| one.standing == CharacterStanding::Ready)
        .collect();
    ready.truncate(count);
    assert_eq!(ready.len(), count);
    ready
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_riffed_without_a_hint_and_restated_by_its_name() {
    let world = World::signed_in().await;
    let template_id = fresh_template(&world).await;
    let plan = Plan {
        hint: "it popped off at 0:03".to_owned(),
        direction: "the reveal × the scan → from trust to doubt".to_owned(),
        ..from_template(template_id.clone())
    };
    let review = world.studio.review(plan).await.unwrap();
    assert!(!review.source.name.is_empty());
    assert_eq!((review.hint.as_str(), review.videos), ("", 1));
    let order_id = world.submit(&review).await;
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!((order.state, order.reels.len()), (OrderState::Ready, 1));
    let riff = &world.sandbox.books().riffs[0];
    assert_eq!(riff.source, RiffSource::Template(template_id.0));
    assert_eq!(riff.user_hint, "");
    assert_eq!(world.riffs_asked(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_characters_of_a_template_go_in_bulk_one_video_each() {
    let world = World::signed_in().await;
    let characters = ready_characters(&world, 2).await;
    let plan = Plan {
        characters: characters
            .iter()
            .map(|one| one.character_id.clone())
            .collect(),
        ..from_template(fresh_template(&world).await)
    };
    let review = world.studio.review(plan).await.unwrap();
    assert_eq!(review.videos, 2);
    assert_eq!(review.characters[0].name, characters[0].name);
    let order_id = world.submit(&review).await;
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!((order.state, order.reels.len()), (OrderState::Ready, 2));
    let books = world.sandbox.books();
    assert_eq!(books.count("POST", "/api/pipeline/batch"), 1);
    assert_eq!(books.count("POST", "/api/riffs"), 0);
    assert_eq!(books.riffs[0].reels, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_whose_answer_is_lost_is_found_and_never_sent_again() {
    let mut world = World::signed_in().await;
    let plan = Plan {
        way: OrderWay::Batch,
        ..from_template(fresh_template(&world).await)
    };
    let review = world.studio.review(plan).await.unwrap();
    world.arm(Fault::LoseRiffAnswer);
    let order_id = world.submit(&review).await;
    let in_doubt = |event: &contract::Event| match event {
        contract::Event::Order(order) => matches!(order.state, OrderState::InDoubt { .. }),
        _ => false,
    };
    world
        .clock
        .until(|| (world.told(in_doubt) > 0).then_some(()))
        .await;
    world.restart(AutoSave::Never).await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    let books = world.sandbox.books();
    assert_eq!(books.count("POST", "/api/pipeline/batch"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_needs_a_template_and_a_character_an_avatar() {
    let world = World::signed_in().await;
    let bulk = Plan {
        way: OrderWay::Batch,
        ..world.plan().await
    };
    let refused = world.studio.review(bulk).await.unwrap_err();
    assert_eq!(refused.code, Code::BatchNeedsTemplate);
    let all = world.studio.characters().await.unwrap();
    let unready = all
        .iter()
        .find(|one| one.standing != CharacterStanding::Ready)
        .unwrap();
    let plan = Plan {
        characters: vec![unready.character_id.clone()],
        ..world.plan().await
    };
    let refused = world.studio.review(plan).await.unwrap_err();
    assert_eq!(refused.code, Code::CharacterNotReady);
    assert_eq!(
        refused.args["name"],
        contract::Arg::Text(unready.name.clone())
    );
    let gone = Plan {
        characters: vec!["nobody".into()],
        ..world.plan().await
    };
    let refused = world.studio.review(gone).await.unwrap_err();
    assert_eq!(refused.code, Code::CharacterNotReady, "not listed any more");
    assert_eq!(world.riffs_asked(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_template_is_said_before_the_yes() {
    let world = World::signed_in().await;
    let stale = templates(&world)
        .await
        .into_iter()
        .find(|template| template.is_stale)
        .unwrap();
    let review = world
        .studio
        .review(from_template(stale.template_id.clone()))
        .await
        .unwrap();
    assert!(review.cautions.contains(&Caution::StaleTemplate {
        template_id: stale.template_id
    }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_staged_product_is_written_after_the_yes_and_not_before() {
    let world = World::signed_in().await;
    let before = world.sandbox.books().products.len();
    let plan = Plan {
        product: Some(PlanProduct::New {
            product: staged(&world, &["front", "back", "label"]).await,
        }),
        visibility: Visibility::OffCamera,
        ..world.plan().await
    };
    let review = world.studio.review(plan).await.unwrap();
    let restated = review.product.clone().unwrap();
    assert_eq!((restated.product_id, restated.new_images), (None, 3));
    assert_eq!(world.sandbox.books().products.len(), before);
    let order_id = world.submit(&review).await;
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!(order.state, OrderState::Ready);
    let books = world.sandbox.books();
    let product = books.products.last().unwrap();
    assert_eq!(product.images, ["front", "back", "label"]);
    assert_eq!(books.overlapping_images, 0, "one after another");
    let used = books.riffs[0].product.clone().unwrap();
    assert_eq!(used.product_id, product.product_id);
    assert!(!used.is_on_camera);
    assert_eq!(
        order.product.unwrap().product_id.unwrap().0,
        product.product_id
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_fails_holds_the_order_and_the_rest_goes_on_from_there() {
    let world = World::signed_in().await;
    let plan = Plan {
        product: Some(PlanProduct::New {
            product: staged(&world, &["front", "back", "label"]).await,
        }),
        ..world.plan().await
    };
    let review = world.studio.review(plan).await.unwrap();
    world.arm(Fault::ProductImage500(2));
    let order_id = world.submit(&review).await;
    let order = world
        .until_order(&order_id, |order| order.refusal.is_some())
        .await;
    let OrderState::Preparing { work_id } = order.state else {
        panic!("{:?}", order.state);
    };
    assert_eq!(order.refusal.unwrap().code, Code::ProductUnfinished);
    assert_eq!(world.riffs_asked(), 0, "the order has not left");
    assert_eq!(
        world.sandbox.books().products.last().unwrap().images,
        ["front"]
    );
    world.studio.resume_order(&order_id).await.unwrap();
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!(order.state, OrderState::Ready);
    let books = world.sandbox.books();
    let product = books.products.last().unwrap().clone();
    assert_eq!(product.images, ["front", "back", "label"]);
    let path = format!("/api/products/{}/images", product.product_id);
    assert_eq!(
        books.count("POST", &path),
        4,
        "a sent one is not sent again"
    );
    assert_eq!(books.count("POST", "/api/products"), 1);
    assert_eq!(books.riffs.len(), 1);
    let work = world.studio.product_work_ended(&work_id).await.unwrap();
    assert_eq!(work.state, WorkState::Done);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_cancelled_while_its_product_waits_leaves_the_product() {
    let world = World::signed_in().await;
    let plan = Plan {
        product: Some(PlanProduct::New {
            product: staged(&world, &["front", "back"]).await,
        }),
        ..world.plan().await
    };
    let review = world.studio.review(plan).await.unwrap();
    world.arm(Fault::ProductImage500(1));
    let order_id = world.submit(&review).await;
    world
        .until_order(&order_id, |order| order.refusal.is_some())
        .await;
    world.studio.cancel_sending(&order_id).await;
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!(order.state, OrderState::NotSent);
    assert_eq!(order.refusal.unwrap().code, Code::Cancelled);
    assert_eq!(world.riffs_asked(), 0);
    assert_eq!(
        world.sandbox.books().products.last().unwrap().name,
        "Label Scan"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_whose_product_waits_has_not_left_when_the_program_ends() {
    let mut world = World::signed_in().await;
    let plan = Plan {
        product: Some(PlanProduct::New {
            product: staged(&world, &["front", "back"]).await,
        }),
        ..world.plan().await
    };
    let review = world.studio.review(plan).await.unwrap();
    world.arm(Fault::ProductImage500(2));
    let order_id = world.submit(&review).await;
    world
        .until_order(&order_id, |order| order.refusal.is_some())
        .await;
    world.restart(AutoSave::Never).await;
    let order = world.studio.order(&order_id).unwrap();
    assert_eq!(order.state, OrderState::NotSent);
    assert_eq!(world.riffs_asked(), 0);
    let works = world.studio.product_works();
    assert_eq!(works.len(), 1, "what is left of the product can be resumed");
    let work_id = works[0].work_id.clone();
    world.studio.resume_product_work(&work_id).await.unwrap();
    let ended = world
        .clock
        .drive(world.studio.product_work_ended(&work_id))
        .await
        .unwrap();
    assert_eq!(ended.state, WorkState::Done);
    assert_eq!(
        world.sandbox.books().products.last().unwrap().images,
        ["front", "back"]
    );
    assert_eq!(world.riffs_asked(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_known_product_goes_with_its_visibility_and_none_without() {
    let world = World::signed_in().await;
    let plan = Plan {
        visibility: Visibility::OffCamera,
        ..world.plan().await
    };
    let review = world.studio.review(plan).await.unwrap();
    assert_eq!(review.product, None);
    world.submit(&review).await;
    let product = staged(&world, &[]).await;
    let work_id = world.studio.create_product(product).await.unwrap();
    let written = world.studio.product_work_ended(&work_id);
    world.clock.drive(written).await.unwrap();
    let products = world.clock.drive(world.studio.products()).await.unwrap();
    let product = products.first().unwrap();
    let plan = Plan {
        product: Some(PlanProduct::Known {
            product_id: product.product_id.clone(),
            name: String::new(),
        }),
        ..from_template(fresh_template(&world).await)
    };
    let review = world.studio.review(plan).await.unwrap();
    assert_eq!(review.product.clone().unwrap().name, product.name);
    world.submit(&review).await;
    world
        .clock
        .until(|| Some(()).filter(|()| world.riffs_taken() == 2))
        .await;
    let books = world.sandbox.books();
    let mut used: Vec<_> = books
        .riffs
        .iter()
        .map(|riff| riff.product.clone())
        .collect();
    used.sort_by_key(Option::is_some);
    assert_eq!(used[0], None);
    assert!(used[1].clone().unwrap().is_on_camera);
}
