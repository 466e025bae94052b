//! Products: written one step after another, resumed where they stopped, and nothing sent twice.

mod pausing;
mod rules;

use std::path::PathBuf;

use contract::{
    Code, Event, FileKind, ImageSource, ImageWorkState, NewImage, NewProduct, ProductWorkId,
    ProductWorkView, Refusal, WorkState,
};
use sandbox::Fault;
use studio::Studio;

use crate::harness::World;

const IMAGES: &str = "/api/products/{product_id}/images";

/// A picture of as many bytes as asked.
fn picture(world: &World, name: &str, bytes: usize) -> PathBuf {
    let path = world.folder.path().join(name);
    let mut content =
        b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0".to_vec();
    content.resize(bytes.max(content.len()), 0);
    std::fs::write(&path, content).unwrap();
    path
}

/// The person chooses a picture for a product.
async fn image(world: &World, studio: &Studio, name: &str, bytes: usize) -> NewImage {
    let path = picture(world, &format!("{name}.png"), bytes);
    let file = studio.add_files(vec![path]).await.remove(0);
    assert_eq!((file.kind, &file.refusal), (FileKind::Image, &None));
    named(
        name,
        ImageSource::File {
            file_id: file.file_id,
        },
    )
}

fn named(name: &str, source: ImageSource) -> NewImage {
    NewImage {
        source,
        name: name.to_owned(),
        image_id: String::new(),
        description: String::new(),
        usage_context: String::new(),
        content_policy: contract::ContentPolicy::Locked,
    }
}

/// The person stages a product with pictures of these names.
async fn staged(world: &World, names: &[&str], bytes: usize) -> NewProduct {
    let mut images = Vec::new();
    for name in names {
        images.push(image(world, &world.studio, name, bytes).await);
    }
    NewProduct {
        name: "Label scanner".to_owned(),
        description: "Reads the small print.".to_owned(),
        target_audience: String::new(),
        images,
    }
}

impl World {
    async fn work_ended(&self, work_id: &ProductWorkId) -> ProductWorkView {
        let ended = self.studio.product_work_ended(work_id);
        self.clock.drive(ended).await.unwrap()
    }

    async fn until_work(
        &self,
        work_id: &ProductWorkId,
        wanted: impl Fn(&ProductWorkView) -> bool,
    ) -> ProductWorkView {
        let look = || {
            let mut works = self.studio.product_works().into_iter();
            works.find(|work| work.work_id == *work_id && wanted(work))
        };
        self.clock.until(look).await
    }

    /// The names of the images that the service has of its one product.
    fn images_there(&self) -> Vec<String> {
        let products = self.sandbox.books().products;
        assert_eq!(products.len(), 1, "one product, and not one too many");
        products[0].images.clone()
    }

    fn sent(&self, path: impl Fn(&str) -> bool) -> usize {
        let requests = self.sandbox.books().requests.into_iter();
        requests
            .filter(|request| request.method == "POST" && path(&request.path))
            .count()
    }

    /// Lets time pass until the service holds the request that it was told to hold.
    async fn until_held(&self) {
        let faults = self.sandbox.faults();
        let look = || faults.armed_now().is_empty().then_some(());
        self.clock.until(look).await;
    }

    fn products_sent(&self) -> usize {
        self.sent(|path| path == "/api/products")
    }

    fn images_sent(&self) -> usize {
        self.sent(|path| path.starts_with("/api/products/") && path.ends_with("/images"))
    }
}

fn states(work: &ProductWorkView) -> Vec<&'static str> {
    work.images
        .iter()
        .map(|image| match image.state {
            ImageWorkState::Waiting => "waiting",
            ImageWorkState::Sending { .. } => "sending",
            ImageWorkState::Done => "done",
            ImageWorkState::Failed { .. } => "failed",
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_three_images_one_fails_and_resuming_sends_only_what_is_left() {
    let world = World::signed_in().await;
    world.arm(Fault::ProductImage500(2));
    let product = staged(&world, &["front", "scan", "back"], 300_000).await;
    let work_id = world.studio.create_product(product).await.unwrap();
    let failed = world.work_ended(&work_id).await;
    let refusal = Refusal::new(Code::ServiceFailed);
    assert_eq!(failed.state, WorkState::Failed { refusal });
    assert_eq!(states(&failed), ["done", "failed", "waiting"]);
    assert_eq!(world.images_there(), ["front"], "what exists is kept");
    assert_eq!(world.studio.product_works().len(), 1);

    world.studio.resume_product_work(&work_id).await.unwrap();
    let done = world.work_ended(&work_id).await;
    assert_eq!(done.state, WorkState::Done);
    assert_eq!(world.images_there(), ["front", "scan", "back"]);
    assert_eq!((world.products_sent(), world.images_sent()), (1, 4));
    assert_eq!(world.sandbox.books().overlapping_images, 0);
    assert!(world.studio.product_works().is_empty());
    let told = |wanted: usize| {
        world.told(
            |event| matches!(event, Event::Product(product) if product.images.len() == wanted),
        )
    };
    assert_eq!([told(0), told(1), told(2), told(3)], [1, 1, 1, 1]);
    world.studio.resume_product_work(&work_id).await.unwrap();
    assert_eq!(world.images_sent(), 4, "nothing is left to do");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_and_an_image_whose_answers_were_lost_are_found_again() {
    let world = World::signed_in().await;
    world.arm(Fault::LoseProductAnswer);
    world.arm(Fault::LoseImageAnswer);
    let product = staged(&world, &["front", "back"], 1_000).await;
    let work_id = world.studio.create_product(product).await.unwrap();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there(), ["front", "back"]);
    assert_eq!((world.products_sent(), world.images_sent()), (1, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_lost_while_nobody_could_look_is_found_when_it_is_resumed() {
    let world = World::signed_in().await;
    let product = staged(&world, &["front"], 1_000).await;
    // Read once before it is asked for; the looks after the lost answer are cut.
    let hold = Fault::Hold("POST:/api/products".parse().unwrap());
    world.arm(hold);
    let work_id = world.studio.create_product(product).await.unwrap();
    world.until_held().await;
    world.arm(Fault::LoseProductAnswer);
    let cut = Fault::Cut("GET:/api/products".parse().unwrap());
    world.sandbox.faults().arm_always(cut.clone());
    world.sandbox.faults().release();
    let failed = world.work_ended(&work_id).await;
    assert!(matches!(failed.state, WorkState::Failed { .. }));
    assert_eq!(failed.product_id, None);
    world.sandbox.faults().disarm(&cut);
    world.studio.resume_product_work(&work_id).await.unwrap();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there(), ["front"]);
    assert_eq!(world.products_sent(), 1, "adopted, not made again");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_that_was_lost_is_looked_for_before_it_is_sent_again() {
    let world = World::signed_in().await;
    let product = staged(&world, &["front", "back"], 1_000).await;
    world.arm(Fault::Hold(format!("POST:{IMAGES}").parse().unwrap()));
    let work_id = world.studio.create_product(product).await.unwrap();
    world.until_held().await;
    world.arm(Fault::LoseImageAnswer);
    let cut = Fault::Cut("GET:/api/products".parse().unwrap());
    world.sandbox.faults().arm_always(cut.clone());
    world.sandbox.faults().release();
    let failed = world.work_ended(&work_id).await;
    assert_eq!(states(&failed), ["failed", "waiting"]);
    assert_eq!(world.images_there(), ["front"], "it is there all the same");
    world.sandbox.faults().disarm(&cut);
    world.studio.resume_product_work(&work_id).await.unwrap();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there(), ["front", "back"]);
    assert_eq!(world.images_sent(), 2, "not sent a second time");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_write_one_after_the_other_and_never_the_same() {
    let world = World::signed_in().await;
    let product = staged(&world, &["first"], 1_000).await;
    let work_id = world.studio.create_product(product).await.unwrap();
    let made = world.work_ended(&work_id).await.product_id.unwrap();
    let other = world.beside().await;

    let here = vec![
        image(&world, &world.studio, "here-1", 900_000).await,
        image(&world, &world.studio, "here-2", 900_000).await,
    ];
    let there = vec![
        image(&world, &other, "there-1", 900_000).await,
        image(&world, &other, "there-2", 900_000).await,
    ];
    let one = world.studio.add_product_images(&made, here).await.unwrap();
    let two = other.add_product_images(&made, there).await.unwrap();
    // Each may press Go on for the other's: it goes on already.
    world.studio.snapshot().await;
    world.studio.resume_product_work(&two).await.unwrap();
    other.resume_product_work(&one).await.unwrap();
    assert_eq!(world.work_ended(&one).await.state, WorkState::Done);
    let ended = world.clock.drive(other.product_work_ended(&two)).await;
    assert_eq!(ended.unwrap().state, WorkState::Done);
    // Also known on the side that did not write it.
    assert_eq!(world.work_ended(&two).await.state, WorkState::Done);
    let mut images = world.images_there();
    images.sort();
    assert_eq!(images, ["first", "here-1", "here-2", "there-1", "there-2"]);
    assert_eq!(world.images_sent(), 5);
    assert_eq!(world.sandbox.books().overlapping_images, 0);
    other.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_ends_stops_the_writing_until_somebody_signs_in() {
    let world = World::signed_in().await;
    let product = staged(&world, &["front"], 1_000).await;
    world.arm(Fault::Answer(
        401,
        format!("POST:{IMAGES}").parse().unwrap(),
    ));
    let work_id = world.studio.create_product(product.clone()).await.unwrap();
    let failed = world.work_ended(&work_id).await;
    let WorkState::Failed { refusal } = failed.state else {
        panic!("{failed:?}");
    };
    assert_eq!(refusal.code, Code::NotSignedIn);
    let refused = world.studio.resume_product_work(&work_id).await;
    assert_eq!(refused.unwrap_err().code, Code::NotSignedIn);
    let refused = world.studio.create_product(product).await;
    assert_eq!(refused.unwrap_err().code, Code::NotSignedIn);
    world.sign_in().await;
    world.studio.resume_product_work(&work_id).await.unwrap();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there(), ["front"]);
}
