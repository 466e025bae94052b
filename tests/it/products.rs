//! Products: written one step after another, resumed where they stopped, and nothing sent twice.

use std::path::PathBuf;

use contract::{
    Code, Event, FileKind, ImageSource, ImageWorkState, NewImage, NewProduct, ProductId,
    ProductWorkId, ProductWorkView, Refusal, SessionState, WorkState,
};
use sandbox::Fault;
use studio::{AutoSave, Studio};

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
async fn a_pause_stops_the_image_that_is_on_its_way_and_it_waits_again() {
    let world = World::signed_in().await;
    let product = staged(&world, &["large"], 40_000_000).await;
    world.arm(Fault::Hold(format!("POST:{IMAGES}").parse().unwrap()));
    let work_id = world.studio.create_product(product).await.unwrap();
    let is_sending = |work: &ProductWorkView| {
        let state = work.images[0].state.clone();
        matches!(state, ImageWorkState::Sending { sent, total } if sent > 0 && sent < total)
    };
    world.until_held().await;
    world.until_work(&work_id, is_sending).await;
    world.studio.pause_product_work(&work_id).await.unwrap();
    let paused = world.work_ended(&work_id).await;
    assert_eq!(paused.state, WorkState::Paused);
    assert_eq!(states(&paused), ["waiting"]);
    world.sandbox.faults().release();
    assert_eq!(world.images_there(), [""; 0], "its end never left");

    world.studio.resume_product_work(&work_id).await.unwrap();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there(), ["large"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_after_the_last_byte_lets_the_image_be_answered_first() {
    let world = World::signed_in().await;
    let product = staged(&world, &["small", "next"], 1_000).await;
    world.arm(Fault::Hold(format!("POST:{IMAGES}").parse().unwrap()));
    let work_id = world.studio.create_product(product).await.unwrap();
    world.until_held().await;
    let has_left = |work: &ProductWorkView| {
        let state = work.images[0].state.clone();
        matches!(state, ImageWorkState::Sending { sent, total } if sent == total)
    };
    world.until_work(&work_id, has_left).await;
    world.studio.pause_product_work(&work_id).await.unwrap();
    world.sandbox.faults().release();
    let paused = world.work_ended(&work_id).await;
    assert_eq!(paused.state, WorkState::Paused);
    assert_eq!(states(&paused), ["done", "waiting"]);
    world.studio.resume_product_work(&work_id).await.unwrap();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there(), ["small", "next"]);
    assert_eq!(world.images_sent(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_that_is_taken_back_at_once_is_none() {
    let world = World::signed_in().await;
    let product = staged(&world, &["large"], 40_000_000).await;
    world.arm(Fault::Hold(format!("POST:{IMAGES}").parse().unwrap()));
    let work_id = world.studio.create_product(product).await.unwrap();
    world.until_held().await;
    world.studio.pause_product_work(&work_id).await.unwrap();
    world.studio.resume_product_work(&work_id).await.unwrap();
    world.sandbox.faults().release();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there(), ["large"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_given_up_is_not_sent_and_what_was_written_stays() {
    let world = World::signed_in().await;
    world.arm(Fault::ProductImage500(2));
    let product = staged(&world, &["front", "back"], 1_000).await;
    let work_id = world.studio.create_product(product).await.unwrap();
    world.work_ended(&work_id).await;
    world.studio.cancel_product_work(&work_id).await.unwrap();
    let cancelled = world.work_ended(&work_id).await;
    assert_eq!(cancelled.state, WorkState::Cancelled);
    let again = world.studio.resume_product_work(&work_id).await;
    assert_eq!(again.unwrap_err().code, Code::Unknown);
    assert_eq!(world.images_there(), ["front"]);
    assert_eq!(world.images_sent(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_earlier_run_left_is_paused_and_goes_on_when_resumed() {
    let mut world = World::signed_in().await;
    world.arm(Fault::ProductImage500(1));
    let product = staged(&world, &["front", "back"], 1_000).await;
    let work_id = world.studio.create_product(product).await.unwrap();
    world.work_ended(&work_id).await;
    // The end comes in the middle of an image that has left whole.
    world.arm(Fault::Hold(format!("POST:{IMAGES}").parse().unwrap()));
    world.studio.resume_product_work(&work_id).await.unwrap();
    world.until_held().await;
    world.restart(AutoSave::Never).await;
    world.sandbox.faults().release();
    let left = world.studio.product_works();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].state, WorkState::Paused);
    assert_eq!(left[0].name, "Label scanner");
    assert_eq!(world.studio.snapshot().await.product_works, left);
    let settled = world.until_session(|state| matches!(state, SessionState::SignedIn { .. }));
    settled.await;
    world.studio.resume_product_work(&work_id).await.unwrap();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there(), ["front", "back"]);
    assert_eq!(world.products_sent(), 1);
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
async fn every_rule_is_held_before_anything_is_sent() {
    let world = World::signed_in().await;
    let good = staged(&world, &["front"], 1_000).await;
    let one = good.images[0].clone();
    let with = |images: Vec<NewImage>| NewProduct {
        images,
        ..good.clone()
    };
    let url = |url: &str| ImageSource::Url {
        url: url.to_owned(),
    };
    let gif = world.folder.path().join("a.png");
    std::fs::write(&gif, b"GIF89a\x01\0").unwrap();
    let gif = world.studio.add_files(vec![gif]).await.remove(0).file_id;
    let large = picture(&world, "b.png", 50_000_001);
    let large = world.studio.add_files(vec![large]).await.remove(0).file_id;
    let file = |file_id| ImageSource::File { file_id };
    let cases = [
        (
            NewProduct {
                name: " ".to_owned(),
                ..good.clone()
            },
            Code::ProductNameMissing,
        ),
        (
            NewProduct {
                description: String::new(),
                ..good.clone()
            },
            Code::ProductDescriptionMissing,
        ),
        (
            NewProduct {
                target_audience: "every\u{FFFD}body".to_owned(),
                ..good.clone()
            },
            Code::TextDamaged,
        ),
        (with(vec![one.clone(); 9]), Code::TooManyImages),
        (
            with(vec![named("", one.source.clone())]),
            Code::ImageNameMissing,
        ),
        (
            with(vec![one.clone(), named(" FRONT ", one.source.clone())]),
            Code::ImageNameTaken,
        ),
        (
            with(vec![NewImage {
                image_id: "Supporting_C".to_owned(),
                ..one.clone()
            }]),
            Code::ImageIdReserved,
        ),
        (with(vec![named("a", file(gif))]), Code::ImageKindUnknown),
        (with(vec![named("a", file(large))]), Code::ImageTooLarge),
        (
            with(vec![named("a", url("http://192.168.0.1/a.png"))]),
            Code::ImageUrlNotPublic,
        ),
        (
            with(vec![named("a", file("made up".into()))]),
            Code::FileGone,
        ),
    ];
    for (product, code) in cases {
        let checked = world.studio.check_product(&product).await;
        assert_eq!(checked.unwrap_err().code, code);
        let created = world.studio.create_product(product).await;
        assert_eq!(created.unwrap_err().code, code);
    }
    assert_eq!(world.studio.check_product(&good).await, Ok(()));
    std::fs::write(world.folder.path().join("front.png"), "changed").unwrap();
    let changed = world.studio.create_product(good).await.unwrap_err();
    assert_eq!(changed.code, Code::FileGone);
    assert_eq!(world.products_sent(), 0);
    assert_eq!(world.sandbox.books().products, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn images_that_a_product_has_count_too() {
    let world = World::signed_in().await;
    let names = ["1", "2", "3", "4", "5", "6", "7"];
    let product = staged(&world, &names, 1_000).await;
    let work_id = world.studio.create_product(product).await.unwrap();
    let product_id = world.work_ended(&work_id).await.product_id.unwrap();
    let add = async |names: &[&str]| {
        let images = staged(&world, names, 1_000).await.images;
        world.studio.add_product_images(&product_id, images).await
    };
    assert_eq!(
        add(&["a", "b"]).await.unwrap_err().code,
        Code::TooManyImages
    );
    assert_eq!(add(&[" 7 "]).await.unwrap_err().code, Code::ImageNameTaken);
    let nowhere = ProductId::from("nowhere");
    let missing = world.studio.add_product_images(&nowhere, Vec::new()).await;
    assert_eq!(missing.unwrap_err().code, Code::NotFound);
    let work_id = add(&["8"]).await.unwrap();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there().len(), 8);
    let full = add(&["9"]).await.unwrap_err();
    assert_eq!(full.code, Code::TooManyImages);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_changed_before_its_turn_is_gone_and_nothing_of_it_leaves() {
    let world = World::signed_in().await;
    world.arm(Fault::ProductImage500(1));
    let product = staged(&world, &["front", "back"], 1_000).await;
    let work_id = world.studio.create_product(product).await.unwrap();
    world.work_ended(&work_id).await;
    picture(&world, "back.png", 2_000);
    world.studio.resume_product_work(&work_id).await.unwrap();
    let failed = world.work_ended(&work_id).await;
    let WorkState::Failed { refusal } = &failed.state else {
        panic!("{failed:?}");
    };
    assert_eq!(refusal.code, Code::FileGone);
    assert_eq!(states(&failed), ["done", "failed"]);
    assert_eq!(world.images_there(), ["front"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_inside_a_file_counts_and_an_address_is_handed_on() {
    let world = World::signed_in().await;
    let odd = picture(&world, "photo.txt", 1_000);
    let odd = world.studio.add_files(vec![odd]).await.remove(0);
    let file = ImageSource::File {
        file_id: odd.file_id.clone(),
    };
    let link = ImageSource::Url {
        url: " https://example.com/label.webp ".to_owned(),
    };
    let product = NewProduct {
        images: vec![named("photo", file), named("label", link)],
        ..staged(&world, &[], 0).await
    };
    let work_id = world.studio.create_product(product).await.unwrap();
    let done = world.work_ended(&work_id).await;
    assert_eq!(done.state, WorkState::Done);
    assert_eq!(world.images_there(), ["photo", "label"]);

    let product = world.studio.products().await.unwrap().remove(0);
    assert!(product.images[0].caption_pending, "no error");
    let (id, image) = (&product.product_id, &product.images[0].image_id);
    let kept = world.studio.product_image(id, image).await.unwrap();
    let content = std::fs::read(&kept).unwrap();
    assert_eq!(
        content,
        std::fs::read(world.folder.path().join("photo.txt")).unwrap()
    );
    let asked = world.sandbox.books().requests.len();
    assert_eq!(world.studio.product_image(id, image).await, Ok(kept));
    assert_eq!(world.sandbox.books().requests.len(), asked, "kept on disk");
    assert_eq!(world.sandbox.books().cookies_leaked, 0);
    let path = world.studio.file_path(&odd.file_id).unwrap();
    assert!(path.ends_with("photo.txt"));
    world.studio.remove_file(&odd.file_id);
    assert_eq!(world.studio.file_path(&odd.file_id), None);
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

#[tokio::test(flavor = "multi_thread")]
async fn of_a_mixed_drop_images_are_files_and_the_rest_are_clips() {
    let world = World::signed_in().await;
    let words = world.folder.path().join("words.txt");
    std::fs::write(&words, "words").unwrap();
    let image = picture(&world, "a.png", 1_000);
    let dropped = vec![crate::harness::sample(), image, words];
    world.studio.add_dropped(dropped).await;
    let events = world.events.lock().unwrap().clone();
    let files: Vec<String> = events
        .iter()
        .filter_map(|event| match event {
            Event::FilesAdded(files) => Some(files),
            _ => None,
        })
        .flatten()
        .map(|file| file.name.clone())
        .collect();
    let clips: Vec<String> = events
        .iter()
        .filter_map(|event| match event {
            Event::ClipsAdded(clips) => Some(clips),
            _ => None,
        })
        .flatten()
        .map(|clip| clip.name.clone())
        .collect();
    assert_eq!(files, ["a.png"]);
    assert_eq!(clips, ["sample.mp4", "words.txt"]);
}
