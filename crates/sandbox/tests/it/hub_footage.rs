//! Footage and images of one's own on the timeline, as the contract has them.

use std::time::Duration;

use reqwest::Method;
use sandbox::Fault;
use serde_json::{Value, json};

use crate::{
    bench::{Bench, CLIP},
    hub_bench::{data, refusal},
    hub_editor::{send, with_scenes},
};

/// Uploads the sample clip and waits until it is ready; gives its id.
async fn uploaded(bench: &Bench, path: &str) -> Value {
    let announced = json!({
        "filename": "clip.mp4", "mime_type": "video/mp4", "size_bytes": CLIP.len(),
    });
    let presigned = bench
        .hub_made(&format!("{path}/uploads/presign"), announced)
        .await;
    bench
        .put(&presigned["presigned_url"], Some("video/mp4"), CLIP)
        .await;
    let id = presigned["upload_id"].as_str().unwrap();
    let place = format!("{path}/segments/from-upload");
    let early = bench.hub_post(&place, json!({ "upload_id": id })).await;
    assert_eq!(
        refusal(early, 422).await["error"],
        "editor_upload_not_ready"
    );
    bench
        .hub_made(&format!("{path}/uploads/{id}/confirm"), json!({}))
        .await;
    bench.clock.pass(Duration::from_secs(100));
    presigned["upload_id"].clone()
}

#[tokio::test]
async fn an_upload_is_placed_in_its_own_length() {
    let bench = Bench::new().await;
    let (path, ids) = with_scenes(&bench, 3).await;
    let upload = uploaded(&bench, &path).await;
    let place = format!("{path}/segments/from-upload");
    let answer = bench.hub_post(&place, json!({ "upload_id": upload })).await;
    assert_eq!(answer.status().as_u16(), 201);
    let editor = data(answer).await;
    let placed = &editor["segments"][3];
    assert_eq!(
        (&placed["kind"], &placed["status"]),
        (&json!("upload"), &json!("completed"))
    );
    assert!((placed["duration_seconds"].as_f64().unwrap() - 6.0).abs() < 0.1);
    assert_eq!(
        editor["uploads"][0]["attached_segment_ids"],
        json!([placed["id"]])
    );

    let using = format!("{path}/segments/{}/use-asset", ids[0]);
    let both = json!({ "upload_id": upload, "source_segment_id": placed["id"] });
    for body in [json!({}), both, json!({ "source_segment_id": ids[1] })] {
        refusal(bench.hub_post(&using, body).await, 422).await;
    }
    let unknown = bench.hub_post(&using, json!({ "upload_id": "none" })).await;
    refusal(unknown, 404).await;
    let source = json!({ "source_segment_id": placed["id"] });
    let editor = bench.hub_made(&using, source).await;
    assert_eq!(editor["segments"][0]["status"], "completed");
    assert_eq!(editor["segments"][0]["upload_id"], upload);

    for _ in 0..2 {
        let prompt = json!({ "prompt": "one more" });
        bench.hub_made(&format!("{path}/segments"), prompt).await;
    }
    bench
        .hub_made(&format!("{path}/batch-generate"), json!({}))
        .await;
    for (path, body) in [
        (&using, json!({ "upload_id": upload })),
        (&place, json!({ "upload_id": upload })),
    ] {
        let busy = refusal(bench.hub_post(path, body).await, 409).await;
        assert_eq!(busy["error"], "batch_generation_active");
    }
}

#[tokio::test]
async fn product_and_logo_are_placed() {
    let bench = Bench::new().await;
    let (path, _) = with_scenes(&bench, 2).await;
    let place = format!("{path}/product/apply-default-placement");
    let early = bench.hub_post(&place, json!({ "placement": "end" })).await;
    assert_eq!(refusal(early, 422).await["error"], "product_image_required");
    let image = include_bytes!("../../assets/badge.png");
    let kind = json!({ "mime_type": "image/png", "size_bytes": image.len() });
    let presigned = bench
        .hub_made(&format!("{path}/product/presign"), kind)
        .await;
    bench
        .put(&presigned["presigned_url"], Some("image/png"), image)
        .await;
    let key = json!({ "s3_key": presigned["s3_key"] });
    let editor = bench
        .hub_made(&format!("{path}/product/confirm"), key)
        .await;
    let featured = |editor: &Value| -> Vec<bool> {
        let segments = editor["segments"].as_array().unwrap();
        segments
            .iter()
            .map(|one| one["features_product"] == true)
            .collect()
    };
    assert_eq!(
        featured(&editor),
        [true, true],
        "the first product is everywhere"
    );
    let editor = bench.hub_made(&place, json!({ "placement": "end" })).await;
    assert_eq!(featured(&editor), [false, true]);
    refusal(
        bench.hub_post(&place, json!({ "placement": "none" })).await,
        422,
    )
    .await;
    bench.sandbox.faults().arm(Fault::NoLastFrameModel);
    let refused = bench.hub_post(&place, json!({ "placement": "end" })).await;
    let refused = refusal(refused, 422).await;
    assert_eq!(
        refused["error"],
        "product_placement_requires_first_last_frame_model"
    );

    let logo = json!({ "logo_position": "bottom_right", "logo_duration_seconds": 3 });
    let editor = data(send(&bench, Method::PATCH, &format!("{path}/logo"), logo).await).await;
    assert_eq!(editor["logo_position"], "bottom_right");
    assert_eq!(editor["logo_duration_seconds"], 3.0);
    let wrong = json!({ "logo_duration_seconds": -1 });
    let wrong = send(&bench, Method::PATCH, &format!("{path}/logo"), wrong).await;
    refusal(wrong, 422).await;
}
