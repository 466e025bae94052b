//! A picture of every page of what the service offers besides the main job, in every look. Only
//! where `REELWRIGHT_PICTURES` names a folder.

use sandbox::{Fault, Pace, Team};

use crate::harness::clips;
use crate::looks::Looks;
use crate::steps::{order, order_is, sign_in};

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_service_is_pictured() {
    let looks = Looks::open("pictures-service", &[], |service| {
        service.pace = Pace::Fast;
        service.past_days = 30;
        service.templates = 200;
        service.reels = 200;
        service.team = Team::Several {
            daily_limit_seconds: 600.0,
        };
    })
    .await;
    let Some(looks) = looks else { return };
    let (app, stage) = (&looks.app, &looks.stage);
    let signed_out = [
        ("templates", "templates-signed-out"),
        ("usage", "usage-signed-out"),
    ];
    for (page, shows) in signed_out {
        let (name, rail) = (format!("{page}-signed-out"), format!("rail-{page}"));
        looks.take(&name, &[rail.as_str()], shows).await;
    }
    sign_in(app, stage).await;
    looks
        .take("templates", &["rail-templates"], "template-tile")
        .await;
    looks
        .take("template", &["rail-templates", "template-tile"], "timeline")
        .await;
    looks
        .take("characters", &["rail-characters"], "character-card")
        .await;
    looks
        .take("products-empty", &["rail-products"], "products-empty")
        .await;

    app.click("rail-products").await;
    app.click("products-begin").await;
    app.write("product-name", "Label Scan").await;
    app.write(
        "product-description",
        "Scans a label in the shop. Shows every additive in a second. Says it in plain words.",
    )
    .await;
    for (place, name) in ["front of the bottle", "ingredient-scan screen"]
        .into_iter()
        .enumerate()
    {
        let address = format!("https://shop.example/{place}.png");
        app.write("image-url", &address).await;
        app.click("image-url-add").await;
        app.write(&format!("image-name-{}", place + 1), name).await;
    }
    stage.sandbox.faults().arm(Fault::ProductImage500(2));
    app.click("create-product").await;
    looks
        .take("products-work", &["rail-products"], "product-work-resume")
        .await;
    app.click("rail-products").await;
    app.click("product-work-resume").await;
    app.gone("product-work").await;
    looks.take("products", &["rail-products"], "products").await;

    app.click("rail-templates").await;
    app.click("template-tile").await;
    app.click("template-riff").await;
    app.click("characters-open").await;
    app.click("character-sandbox-caden").await;
    app.click("character-sandbox-noor").await;
    app.click("characters-take").await;
    app.write(
        "direction",
        "the reveal at 0:06 × the ingredient-scan screen → from trust to doubt",
    )
    .await;
    looks
        .take("riff-template", &["rail-riff"], "template-card")
        .await;
    looks
        .take(
            "characters-picker",
            &["rail-riff", "characters-open"],
            "characters-count",
        )
        .await;
    looks.leave_dialog().await;
    looks
        .take(
            "product-picker",
            &["rail-riff", "product-open"],
            "product-new",
        )
        .await;
    looks.leave_dialog().await;
    looks
        .take(
            "confirm-template",
            &["rail-riff", "review"],
            "confirm-videos",
        )
        .await;
    looks.leave_dialog().await;

    // One task alone, so that the newest one is the dead one.
    app.click("rail-riff").await;
    app.click("characters-open").await;
    app.click("character-auto").await;
    app.click("characters-take").await;
    stage.start_again(&clips::sample()).await;
    app.click("rail-riff").await;
    stage.sandbox.faults().arm(Fault::DeadTask);
    order(app).await;
    order_is(app, "failed").await;
    looks
        .take("tasks", &["rail-queue", "queue-tab-tasks"], "task-row")
        .await;
    looks
        .take(
            "task",
            &["rail-queue", "queue-tab-tasks", "task-row"],
            "task-facts",
        )
        .await;
    looks
        .take(
            "retry",
            &["rail-queue", "queue-tab-tasks", "task-row", "task-retry"],
            "retry-at-most",
        )
        .await;
    looks.leave_dialog().await;
    looks
        .take(
            "library-many",
            &["rail-library", "library-tab-reels"],
            "reel-tile",
        )
        .await;
    looks
        .take(
            "material-empty",
            &["rail-library", "library-tab-material"],
            "material-empty",
        )
        .await;
    looks
        .take("usage-team", &["rail-usage"], "usage-chart")
        .await;
    stage.sandbox.faults().arm(Fault::InternalField);
    app.click("rail-templates").await;
    app.find("template-tile").await;
    looks
        .take(
            "activity-entries",
            &["rail-settings", "settings-activity"],
            "page-activity",
        )
        .await;
}
