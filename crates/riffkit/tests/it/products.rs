//! Products and their images against the sandbox.

use riffkit::{
    BatchOrder, CaptionStatus, ContentPolicy, FilePart, FormulaQuery, Hooks, ImageSource, NewImage,
    NewProduct, Problem, ProductVisibility,
};

use crate::recorded::file_part;
use crate::service::deployment;

/// The smallest picture that is one: a PNG of one pixel.
const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 13, b'I', b'D', b'A', b'T',
    0x78, 0x9C, 0x62, 0, 1, 0, 0, 5, 0, 1, 0x0D, 0x0A, 0x2D, 0xB4, 0, 0, 0, 0, b'I', b'E', b'N',
    b'D', 0xAE, 0x42, 0x60, 0x82,
];

async fn pixel() -> (tempfile::NamedTempFile, FilePart) {
    let (kept, mut part) = file_part("pixel.png", "").await;
    std::fs::write(kept.path(), PIXEL).unwrap();
    part.file = tokio::fs::File::open(kept.path()).await.unwrap();
    part.length = PIXEL.len() as u64;
    (kept, part)
}

#[tokio::test]
async fn from_a_name_to_a_placed_image() {
    let deployment = deployment().await;
    let (api, session) = (&deployment.api, deployment.sign_in().await);
    let product = NewProduct {
        name: "Scanner 名".to_owned(),
        description: "Scans what is in it".to_owned(),
        target_audience: "parents".to_owned(),
    };
    let made = api.create_product(&session, &product).await.unwrap();
    assert_eq!(made.target_audience.as_deref(), Some("parents"));

    let (_kept, file) = pixel().await;
    let mut image = NewImage::new(ImageSource::File { file }, "scan screen");
    image.usage_context = "the reveal".to_owned();
    image.content_policy = Some(ContentPolicy::Mutable);
    let with_one = api
        .add_product_image(&session, &made.id, image, Hooks::none())
        .await
        .unwrap();
    let shown = &with_one.images[0];
    assert_eq!(
        (with_one.images.len(), shown.name.as_str()),
        (1, "scan screen")
    );
    assert_eq!(shown.content_policy, ContentPolicy::Mutable);
    assert!(!matches!(shown.caption_status, CaptionStatus::Other(_)));

    let (_kept, file) = pixel().await;
    let same = NewImage::new(ImageSource::File { file }, " Scan Screen ");
    let refused = api
        .add_product_image(&session, &made.id, same, Hooks::none())
        .await
        .unwrap_err();
    assert!(!refused.may_have_been_taken(), "{refused:?}");
    let image_url = "https://example.com/front.png".to_owned();
    let mut reserved = NewImage::new(ImageSource::Url { image_url }, "front");
    reserved.image_id = "protagonist".to_owned();
    let refused = api
        .add_product_image(&session, &made.id, reserved, Hooks::none())
        .await
        .unwrap_err();
    assert_eq!(refused.status(), Some(400));
    let (_kept, file) = file_part("text.png", "no picture").await;
    let none = NewImage::new(ImageSource::File { file }, "none");
    let refused = api
        .add_product_image(&session, &made.id, none, Hooks::none())
        .await
        .unwrap_err();
    assert_eq!(refused.status(), Some(400));
    let (_kept, file) = pixel().await;
    let nowhere = NewImage::new(ImageSource::File { file }, "front");
    let gone = api
        .add_product_image(&session, "no-such", nowhere, Hooks::none())
        .await
        .unwrap_err();
    assert_eq!(Problem::of(&gone), Problem::Gone);

    let listed = api.products(&session).await.unwrap();
    let listed = listed.iter().find(|one| one.id == made.id).unwrap();
    assert_eq!(listed.images.len(), 1);
    let templates = FormulaQuery::analyzed();
    let templates = api.formulas(&session, &templates).await.unwrap().items;
    let order = BatchOrder {
        formula_id: templates[0].id.clone(),
        product_id: Some(made.id.clone()),
        product_visibility: ProductVisibility::OffCamera,
        language: "en".to_owned(),
        ..BatchOrder::default()
    };
    let taken = api
        .pipeline_batch(&session, &order, Hooks::none())
        .await
        .unwrap();
    let batch = deployment.ended(&session, &taken.batch_id).await;
    assert_eq!(batch.tasks[0].product_id.as_ref(), Some(&made.id));
    assert_eq!(
        batch.tasks[0].product_visibility.as_deref(),
        Some("off_camera")
    );
    assert!(deployment.noted.0.lock().unwrap().is_empty());
    deployment.service.stop().await;
}

#[tokio::test]
async fn what_is_required_of_a_product() {
    let deployment = deployment().await;
    let (api, session) = (&deployment.api, deployment.sign_in().await);
    let unnamed = NewProduct {
        description: "Scans".to_owned(),
        ..NewProduct::default()
    };
    let refused = api.create_product(&session, &unnamed).await.unwrap_err();
    assert!(
        matches!(Problem::of(&refused), Problem::Missing { .. }),
        "{refused:?}"
    );
    assert!(deployment.noted.0.lock().unwrap().is_empty());
    deployment.service.stop().await;
}
