//! Products and their images, written one after another.

use sandbox::Fault;

use crate::bench::{Bench, members, picture};

const PRODUCT: [&str; 5] = ["description", "id", "images", "name", "target_audience"];
const IMAGE: [&str; 7] = [
    "caption_status",
    "content_policy",
    "description",
    "id",
    "name",
    "url",
    "usage_context",
];

/// `PATH=NAME` for pictures of these names.
fn images(bench: &Bench, names: &[&str]) -> Vec<String> {
    let named = |name: &&str| {
        let path = picture(bench.folder.path(), &format!("{name}.png"));
        format!("{path}={name}")
    };
    names.iter().map(named).collect()
}

/// `reel product create` with these images.
fn create<'a>(name: &'a str, images: &'a [String]) -> Vec<&'a str> {
    let start = ["product", "create", "--name", name, "--description"];
    let mut arguments = [&start[..], &["What it is"]].concat();
    for image in images {
        arguments.extend(["--image", image]);
    }
    arguments
}

#[tokio::test]
async fn a_product_is_written_with_its_images_one_after_another() {
    let bench = Bench::signed_in(|_| {}).await;
    let images = images(&bench, &["front", "back", "lid"]);
    let arguments = [&create("Mug", &images)[..], &["--audience", "tea people"]].concat();
    let product = bench.document(&arguments).await;
    assert_eq!(members(&product), PRODUCT);
    assert_eq!(product["target_audience"], "tea people");
    assert_eq!(members(&product["images"][0]), IMAGE);
    let books = bench.sandbox.books();
    assert_eq!(books.products.len(), 1);
    assert_eq!(books.products[0].images, ["front", "back", "lid"]);
    assert_eq!(books.overlapping_images, 0);
    let list = bench.document(&["products"]).await;
    assert_eq!(list[0]["id"], product["id"]);
    let text = bench.text(&["products"]).await;
    assert!(
        text.contains("Mug\n  What it is\n  For: tea people\n  · front"),
        "{text}"
    );
}

#[tokio::test]
async fn no_products_is_said_and_is_an_empty_list() {
    let bench = Bench::signed_in(|_| {}).await;
    assert_eq!(bench.document(&["products"]).await, serde_json::json!([]));
    let ended = bench.reel(&["products"]).await;
    assert_eq!((ended.exit, ended.stdout.as_str()), (0, ""));
    assert!(ended.stderr.contains("No products yet"), "{}", ended.stderr);
}

#[tokio::test]
async fn what_the_contract_forbids_is_refused_before_the_service_hears_of_it() {
    let bench = Bench::signed_in(|_| {}).await;
    let folder = bench.folder.path();
    let good = picture(folder, "good.png");
    let fake = folder.join("fake.png");
    std::fs::write(&fake, "words").expect("written");
    let fake = format!("{}=name", fake.display());
    let nine: Vec<String> = (0..9).map(|count| format!("{good}=n{count}")).collect();
    let one = |text: String| vec![text];
    let cases: [(&str, Vec<String>, i32, &str); 8] = [
        (" ", vec![], 2, "product-name-missing"),
        ("x\u{FFFD}", vec![], 2, "text-damaged"),
        ("Mug", one(fake), 1, "image-kind-unknown"),
        ("Mug", one(format!("{good}.gone=name")), 1, "file-gone"),
        ("Mug", one(good.clone()), 2, "usage"),
        (
            "Mug",
            one("http://localhost/a.png=x".to_owned()),
            2,
            "image-url-not-public",
        ),
        (
            "Mug",
            vec![format!("{good}=Front"), format!("{good}= front ")],
            1,
            "image-name-taken",
        ),
        ("Mug", nine, 1, "too-many-images"),
    ];
    for (name, images, exit, code) in cases {
        let refused = bench.refused(&create(name, &images)).await;
        assert_eq!(refused, (exit, code.to_owned()), "{name:?} {images:?}");
    }
    let no_words = ["product", "create", "--name", "Mug", "--description", " "];
    assert_eq!(
        bench.refused(&no_words).await,
        (2, "product-description-missing".to_owned())
    );
    let books = bench.sandbox.books();
    assert_eq!(books.count("POST", "/api/products"), 0);
}

#[cfg(unix)]
#[tokio::test]
async fn text_that_is_not_utf_8_is_not_sent() {
    use std::os::unix::ffi::OsStrExt as _;

    let bench = Bench::signed_in(|_| {}).await;
    let mut command = bench.command(&["product", "create", "--description", "x", "--json"]);
    command.args(["--name".as_ref(), std::ffi::OsStr::from_bytes(b"M\xffg")]);
    let ended = crate::bench::Ended::from(command.output().await.expect("starts"));
    assert_eq!((ended.exit, ended.code().as_str()), (2, "usage"));
    assert!(ended.stderr.contains("not UTF-8"), "{}", ended.stderr);
}

#[tokio::test]
async fn an_image_is_added_by_the_products_name_with_all_that_can_be_said_of_it() {
    let bench = Bench::signed_in(|_| {}).await;
    bench.document(&create("Mug", &[])).await;
    let side = picture(bench.folder.path(), "side.png");
    let product = bench
        .document(&[
            "product",
            "add-image",
            "mug",
            &side,
            "--name",
            "side view",
            "--description",
            "The handle",
            "--usage-context",
            "at the end",
            "--image-id",
            "the-side",
            "--mutable",
        ])
        .await;
    let image = &product["images"][0];
    assert_eq!(image["id"], "the-side");
    assert_eq!(image["name"], "side view");
    assert_eq!(image["description"], "The handle");
    assert_eq!(image["usage_context"], "at the end");
    assert_eq!(image["content_policy"], "mutable");

    let again = ["product", "add-image", "Mug", &side, "--name", "SIDE VIEW"];
    assert_eq!(
        bench.refused(&again).await,
        (1, "image-name-taken".to_owned())
    );
    let reserved = [
        "product",
        "add-image",
        "Mug",
        &side,
        "--name",
        "x",
        "--image-id",
    ];
    let reserved = [&reserved[..], &["supporting_b"]].concat();
    assert_eq!(
        bench.refused(&reserved).await,
        (2, "image-id-reserved".to_owned())
    );
    let nameless = ["product", "add-image", "Mug", &side];
    assert_eq!(bench.refused(&nameless).await, (2, "usage".to_owned()));
    let unknown = ["product", "add-image", "Jug", &side, "--name", "x"];
    assert_eq!(bench.refused(&unknown).await, (2, "usage".to_owned()));
}

#[tokio::test]
async fn of_two_products_with_one_name_the_id_decides() {
    let bench = Bench::signed_in(|_| {}).await;
    let first = bench.document(&create("Mug", &[])).await;
    bench.document(&create("mug", &[])).await;
    let side = picture(bench.folder.path(), "side.png");
    let ended = bench
        .reel(&["product", "add-image", "Mug", &side, "--name", "side"])
        .await;
    assert_eq!(ended.exit, 2);
    assert!(
        ended.stderr.contains("More than one product"),
        "{}",
        ended.stderr
    );
    let id = first["id"].as_str().expect("an id");
    let added = ["product", "add-image", id, &side, "--name", "side"];
    assert_eq!(bench.document(&added).await["id"], first["id"]);
}

#[tokio::test]
async fn an_image_that_fails_leaves_the_product_and_one_goes_on_from_there() {
    let bench = Bench::signed_in(|_| {}).await;
    bench.sandbox.faults().arm(Fault::ProductImage500(2));
    let images = images(&bench, &["front", "back", "lid"]);
    let arguments = [&create("Mug", &images)[..], &["--json"]].concat();
    let ended = bench.reel(&arguments).await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (5, "service-failed"),
        "{}",
        ended.stderr
    );
    let document = ended.json();
    assert_eq!(document["images_left"], serde_json::json!(["back", "lid"]));
    assert_eq!(
        document["error"]["retryable"], false,
        "the same again would be a second product"
    );
    let id = document["product_id"].as_str().expect("it is there");
    assert!(ended.stderr.contains(id), "{}", ended.stderr);
    assert!(ended.stderr.contains("· back\n  · lid"), "{}", ended.stderr);
    assert!(
        ended.stderr.contains("reel product add-image"),
        "{}",
        ended.stderr
    );

    for name in ["back", "lid"] {
        let path = picture(bench.folder.path(), &format!("{name}.png"));
        bench
            .document(&["product", "add-image", id, &path, "--name", name])
            .await;
    }
    let books = bench.sandbox.books();
    assert_eq!(books.count("POST", "/api/products"), 1);
    assert_eq!(books.products[0].images, ["front", "back", "lid"]);
}

#[cfg(unix)]
mod interrupted {
    use super::{create, images};
    use crate::bench::{Bench, Ended};
    use crate::interrupted::press;
    use crate::waiting::until;

    #[tokio::test]
    async fn ctrl_c_leaves_what_was_written_and_says_what_is_left() {
        let bench = Bench::signed_in(|_| {}).await;
        // The images wait at the service's door.
        bench
            .sandbox
            .faults()
            .arm_named("hold=POST:/api/products/{product_id}/images")
            .expect("a fault");
        let images = images(&bench, &["front", "back"]);
        let child = bench.spawn(&[&create("Mug", &images)[..], &["--json"]].concat());
        until("the first image is at the door", || {
            let requests = bench.sandbox.books().requests;
            let waits = |path: &str| path.ends_with("/images");
            requests.iter().any(|it| waits(&it.path)).then_some(())
        })
        .await;
        press(&child, "INT").await;
        // The end of the image has left: only its answer tells, and a second press does not wait.
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        press(&child, "INT").await;
        let ended = Ended::from(child.wait_with_output().await.expect("ends"));
        assert_eq!(ended.code(), "interrupted", "{}", ended.stderr);
        assert!([3, 5].contains(&ended.exit), "{}", ended.exit);
        bench.sandbox.faults().release();
        assert_eq!(bench.sandbox.books().products.len(), 1);
    }
}
