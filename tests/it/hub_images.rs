//! Images of projects: what each is for, what is refused, and what follows.

use std::path::PathBuf;

use contract::{
    Arg, CarouselStatus, Code, HubEvent, ImageRole, ImageUploadState, ProjectKey, ProjectView,
    Refusal,
};

use crate::harness::World;
use crate::harness::hub::{carousel, carousel_key, editor, editor_key, short, short_key};

/// A picture of one pixel.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, b'I', b'D', b'A', b'T',
    0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0, 5, 0, 1, 0xff, 0x89, 0x99, 0x3d, 0x1d, 0, 0,
    0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

impl World {
    fn picture(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    async fn sets(
        &self,
        project: &ProjectKey,
        role: ImageRole,
        path: PathBuf,
    ) -> Result<ProjectView, Refusal> {
        let file = self.studio.add_files(vec![path]).await.remove(0);
        let set = self
            .studio
            .set_image(project, role, &file.file_id, "  a red lamp ");
        self.clock.drive(set).await
    }

    fn images_done(&self) -> usize {
        self.hub_told(
            |event| matches!(event, HubEvent::Image(image) if image.state == ImageUploadState::Done),
        )
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_project_takes_its_images_and_says_so() {
    let world = World::with_token().await;
    let png = world.picture("lamp.png", PNG);
    let slug = world.short().await.slug;
    let project = short_key(&slug);
    let set = world.sets(&project, ImageRole::Product, png.clone()).await;
    let view = short(set.unwrap());
    assert!(view.has_product && !view.has_poster);
    assert_eq!(view.product_description, "a red lamp");
    let set = world.sets(&project, ImageRole::Poster, png.clone()).await;
    let view = short(set.unwrap());
    assert_eq!((view.has_poster, view.seconds()), (true, 14));
    let slug = world.editor().await.slug;
    let project = editor_key(&slug);
    for role in [ImageRole::Product, ImageRole::ClosingImage, ImageRole::Logo] {
        world.sets(&project, role, png.clone()).await.unwrap();
    }
    let view = editor(world.studio.project(&project).await.unwrap());
    assert!(view.has_product && view.has_closing_image && view.has_logo);
    assert_eq!(view.product_description, "a red lamp");
    assert_eq!(world.images_done(), 5);
    let stored = world.sandbox.storage_books();
    assert!(
        stored
            .objects
            .iter()
            .all(|one| one.content_type == "image/png")
    );
    assert_eq!(stored.credentials_leaked, 0);
    assert_eq!(world.sandbox.hub_books().charged(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finished_carousel_is_made_again_with_its_logo() {
    let world = World::with_token().await;
    let made = world.finished_carousel().await;
    let (project, png) = (carousel_key(&made.slug), world.picture("logo.png", PNG));
    let set = world.sets(&project, ImageRole::Logo, png).await.unwrap();
    assert!(set.is_under_way(), "every slide is made again");
    let again = carousel(world.ended(&project).await);
    assert_eq!(again.status, CarouselStatus::Completed);
    assert!(again.logo_s3_key.is_some());
    let revisions = |view: &contract::CarouselView| -> Vec<u32> {
        view.slides.iter().map(|slide| slide.revision).collect()
    };
    assert!(
        revisions(&again)
            .iter()
            .zip(revisions(&made))
            .all(|(now, was)| *now > was)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_such_image_is_not_sent() {
    let world = World::with_token().await;
    let slug = world.short().await.slug;
    let project = short_key(&slug);
    let webp = [b"RIFF\x1a\0\0\0WEBPVP8 ".as_slice(), &[0; 30]].concat();
    let large = world.picture("large.png", PNG);
    let file = std::fs::File::options().write(true).open(&large).unwrap();
    file.set_len(20_000_001).unwrap();
    for (path, code) in [
        (world.picture("a.png", &webp), Code::HubImageKindUnknown),
        (world.picture("b.jpg", b"words"), Code::HubImageKindUnknown),
        (large, Code::HubImageTooLarge),
        (world.folder.path().join("none.png"), Code::FileGone),
    ] {
        let refusal = world.sets(&project, ImageRole::Product, path).await;
        let refusal = refusal.unwrap_err();
        assert_eq!(refusal.code, code);
        if code == Code::HubImageTooLarge {
            assert_eq!(refusal.args["megabytes"], Arg::Number(21.0));
        }
    }
    let png = world.picture("c.png", PNG);
    let refusal = world.sets(&project, ImageRole::Logo, png).await;
    assert_eq!(refusal.unwrap_err().code, Code::FieldInvalid);
    assert_eq!(
        world.hub_told(|event| matches!(event, HubEvent::Image(_))),
        0
    );
    let asked = world.sandbox.hub_books().requests;
    assert!(!asked.iter().any(|asked| asked.path.ends_with("/presign")));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_address_costs_one_new_one_and_a_second_is_told() {
    let world = World::with_token().await;
    let slug = world.short().await.slug;
    let project = short_key(&slug);
    let presign = format!("/api/shorts/{slug}/product/presign");
    let png = world.picture("lamp.png", PNG);
    world.fault("part-expired");
    let set = world.sets(&project, ImageRole::Product, png.clone()).await;
    assert!(short(set.unwrap()).has_product);
    assert_eq!(world.hub_asked("POST", &presign), 2);
    world.fault("part-expired");
    world.fault("part-expired");
    let set = world.sets(&project, ImageRole::Product, png).await;
    let refusal = set.unwrap_err();
    assert_eq!(refusal.code, Code::StorageRefused);
    assert_eq!(world.hub_asked("POST", &presign), 4);
    let failed = world.hub_told(|event| {
        let HubEvent::Image(image) = event else {
            return false;
        };
        image.state
            == ImageUploadState::Failed {
                refusal: refusal.clone(),
            }
    });
    assert_eq!(failed, 1);
}
