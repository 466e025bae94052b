//! The contract's rules, held before anything leaves; and what a file is.

use contract::{Code, Event, ImageSource, NewImage, NewProduct, ProductId, WorkState};
use sandbox::Fault;

use super::{named, picture, staged, states};
use crate::harness::World;

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
