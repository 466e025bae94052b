//! What each endpoint of the editor is asked, to the byte: the project, its scenes, clips and images.

use hubfluencer::{
    AssetSource, CreativeFormat, EditorChange, EditorRequest, FitMode, Id, LogoPlacement,
    NewUpload, Placement, ScenarioRequest, UploadedPart, VisualLanguage,
};
use serde_json::{Value, json};

use crate::recorded::deployment;
use crate::requests::{is, sent};

const EDITOR: &str = r#"{"data":{"slug":"e-1"}}"#;
const UPLOAD: &str = r#"{"data":{"id":"u-1","status":"processing"}}"#;

#[tokio::test]
async fn the_project_and_its_scenario() {
    let (api, session, recorded) = deployment(200, EDITOR).await;
    let request = EditorRequest {
        language: "es".to_owned(),
        product_prompt: Some("Una tetera que canta".to_owned()),
        creative_format: Some(CreativeFormat::ProofDemo),
        visual_language: Some(VisualLanguage::LuxuryMinimal),
        theme: Some("noir".to_owned()),
        voice_id: Some("anna".to_owned()),
        export_aspect_ratio: Some("9:16".to_owned()),
        project_intent: Some("ad".to_owned()),
    };
    let body = json!({"language": "es", "product_prompt": "Una tetera que canta",
        "creative_format": "proof_demo", "visual_language": "luxury_minimal", "theme": "noir",
        "voice_id": "anna", "export_aspect_ratio": "9:16", "project_intent": "ad"});
    let asked = sent(&recorded, api.create_editor(&session, &request)).await;
    assert_eq!(asked, is("POST /api/editor", body));
    let asked = sent(&recorded, api.editor(&session, "e-1")).await;
    assert_eq!(asked, is("GET /api/editor/e-1", Value::Null));
    let change = EditorChange {
        narration_script: Some("Canta.".to_owned()),
        target_duration_seconds: Some(40),
        creative_format: Some(CreativeFormat::BeforeAfter),
        visual_language: Some(VisualLanguage::CinematicProduct),
        theme: Some("none".to_owned()),
    };
    let body = json!({"narration_script": "Canta.", "target_duration_seconds": 40,
        "creative_format": "before_after", "visual_language": "cinematic_product", "theme": "none"});
    let asked = sent(&recorded, api.update_editor(&session, "e-1", &change)).await;
    assert_eq!(asked, is("PATCH /api/editor/e-1", body));

    let request = ScenarioRequest {
        segments_count: Some(4),
        creative_format: Some(CreativeFormat::MistakeFix),
        visual_language: Some(VisualLanguage::StartupExplainer),
        theme: Some("noir".to_owned()),
    };
    let body = json!({"segments_count": 4, "creative_format": "mistake_fix",
        "visual_language": "startup_explainer", "theme": "noir"});
    let asked = sent(&recorded, api.generate_scenario(&session, "e-1", &request)).await;
    assert_eq!(asked, is("POST /api/editor/e-1/generate-scenario", body));
    let asked = sent(&recorded, api.write_scenario(&session, "e-1", "Una")).await;
    let body = json!({"scenario_prompt": "Una"});
    assert_eq!(asked, is("PATCH /api/editor/e-1/scenario", body));
    let asked = sent(&recorded, api.apply_scenario(&session, "e-1", 0)).await;
    let body = json!({"segments_count": 0});
    assert_eq!(asked, is("POST /api/editor/e-1/apply-scenario", body));
    recorded.say(r#"{"data":{"total":44,"scenes":25,"available_credits":60}}"#);
    let asked = sent(&recorded, api.autopilot_cost(&session, "e-1")).await;
    assert_eq!(asked, is("GET /api/editor/e-1/autopilot/cost", Value::Null));
}

#[tokio::test]
async fn scenes_with_ids_in_the_form_that_they_came_in() {
    let (api, session, recorded) = deployment(200, EDITOR).await;
    let (number, text) = (Id::from(12), Id::from("12"));
    let asked = sent(&recorded, api.add_segment(&session, "e-1", "A kettle")).await;
    let body = json!({"prompt": "A kettle"});
    assert_eq!(asked, is("POST /api/editor/e-1/segments", body.clone()));
    let call = api.edit_segment(&session, "e-1", &number, "A kettle");
    let line = "PATCH /api/editor/e-1/segments/12";
    assert_eq!(sent(&recorded, call).await, is(line, body));
    let order = [number.clone(), text.clone(), Id::from("s")];
    let call = api.reorder_segments(&session, "e-1", &order);
    let line = "PUT /api/editor/e-1/segments/reorder";
    assert_eq!(
        sent(&recorded, call).await,
        is(line, json!({"order": [12, "12", "s"]}))
    );
    let call = api.segment_from_upload(&session, "e-1", &number);
    let line = "POST /api/editor/e-1/segments/from-upload";
    assert_eq!(
        sent(&recorded, call).await,
        is(line, json!({"upload_id": 12}))
    );
    let line = "POST /api/editor/e-1/segments/12/use-asset";
    for (source, body) in [
        (
            AssetSource::Upload {
                upload_id: text.clone(),
            },
            json!({"upload_id": "12"}),
        ),
        (
            AssetSource::Segment {
                source_segment_id: Id::from(3),
            },
            json!({"source_segment_id": 3}),
        ),
    ] {
        let call = api.use_asset(&session, "e-1", &text, &source);
        assert_eq!(sent(&recorded, call).await, is(line, body));
    }
    let asked = sent(&recorded, api.delete_segment(&session, "e-1", &number)).await;
    assert_eq!(asked, is("DELETE /api/editor/e-1/segments/12", Value::Null));
    let asked = sent(&recorded, api.enhance_prompt(&session, "e-1", &text)).await;
    let line = "POST /api/editor/e-1/segments/12/enhance-prompt";
    assert_eq!(asked, is(line, Value::Null));
    let asked = sent(&recorded, api.suggest_next_scene(&session, "e-1")).await;
    assert_eq!(
        asked,
        is("POST /api/editor/e-1/suggest-next-scene", Value::Null)
    );
    let asked = sent(&recorded, api.suggest_music_prompt(&session, "e-1")).await;
    let line = "POST /api/editor/e-1/suggest-music-prompt";
    assert_eq!(asked, is(line, Value::Null));
    let asked = sent(&recorded, api.generate_narration(&session, "e-1")).await;
    assert_eq!(
        asked,
        is("POST /api/editor/e-1/generate-narration", Value::Null)
    );
}

#[tokio::test]
async fn clips_whole_and_in_parts() {
    let presigned = r#"{"data":{"upload_id":5,"presigned_url":"https://s3.example/k?sig=ff","s3_key":"k","expires_in_seconds":3600}}"#;
    let (api, session, recorded) = deployment(200, presigned).await;
    let clip = NewUpload {
        filename: "a 名.mov".to_owned(),
        mime_type: "video/quicktime".to_owned(),
        size_bytes: 500_000_000,
        fit_mode: Some(FitMode::Cover),
        product_description: Some("A kettle".to_owned()),
    };
    let mut body = json!({"filename": "a 名.mov", "mime_type": "video/quicktime",
        "size_bytes": 500_000_000, "fit_mode": "cover", "product_description": "A kettle"});
    let init = body.clone();
    body["checksum_sha256"] = json!("e3b0");
    let call = api.presign_upload(&session, "e-1", &clip, Some("e3b0"));
    let line = "POST /api/editor/e-1/uploads/presign";
    assert_eq!(sent(&recorded, call).await, is(line, body));
    let plain = NewUpload {
        fit_mode: None,
        product_description: None,
        ..clip.clone()
    };
    let body = json!({"filename": "a 名.mov", "mime_type": "video/quicktime",
        "size_bytes": 500_000_000});
    let call = api.presign_upload(&session, "e-1", &plain, None);
    assert_eq!(sent(&recorded, call).await, is(line, body));
    recorded.say(UPLOAD);
    let (id, storage) = (Id::from(5), "s3~up");
    let asked = sent(&recorded, api.confirm_upload(&session, "e-1", &id)).await;
    assert_eq!(
        asked,
        is("POST /api/editor/e-1/uploads/5/confirm", Value::Null)
    );

    let parts = [
        UploadedPart {
            part_number: 2,
            etag: "\"b\"".to_owned(),
        },
        UploadedPart {
            part_number: 1,
            etag: "\"a\"".to_owned(),
        },
    ];
    let call = api.complete_multipart(&session, "e-1", &id, storage, &parts);
    let body = json!({"upload_id": 5, "s3_upload_id": "s3~up", "parts":
        [{"part_number": 1, "etag": "\"a\""}, {"part_number": 2, "etag": "\"b\""}]});
    let line = "POST /api/editor/e-1/uploads/multipart/complete";
    assert_eq!(sent(&recorded, call).await, is(line, body));
    let call = api.abort_multipart(&session, "e-1", &id, storage);
    let body = json!({"upload_id": 5, "s3_upload_id": "s3~up"});
    let line = "POST /api/editor/e-1/uploads/multipart/abort";
    assert_eq!(sent(&recorded, call).await, is(line, body));
    recorded.say(r#"{"upload_id":5,"s3_upload_id":"s3~up","s3_key":"k","parts_count":8,"part_size":67108864}"#);
    let call = api.init_multipart(&session, "e-1", &clip);
    let line = "POST /api/editor/e-1/uploads/multipart/init";
    assert_eq!(sent(&recorded, call).await, is(line, init));
    recorded.say(r#"{"data":{"presigned_url":"https://s3.example/k?sig=ff","part_number":8}}"#);
    let call = api.sign_part(&session, "e-1", &id, storage, 8);
    let body = json!({"upload_id": 5, "s3_upload_id": "s3~up", "part_number": 8});
    let line = "POST /api/editor/e-1/uploads/multipart/sign-part";
    assert_eq!(sent(&recorded, call).await, is(line, body));
    recorded.say(r#"{"data":[]}"#);
    let asked = sent(&recorded, api.uploads(&session, "e-1")).await;
    assert_eq!(asked, is("GET /api/editor/e-1/uploads", Value::Null));
}

#[tokio::test]
async fn images_of_a_project() {
    let image = r#"{"data":{"presigned_url":"https://s3.example/k?sig=ff","s3_key":"k"}}"#;
    let (api, session, recorded) = deployment(200, image).await;
    let body = json!({"mime_type": "image/png", "size_bytes": 20});
    let call = api.presign_editor_product(&session, "e-1", "image/png", 20);
    let line = "POST /api/editor/e-1/product/presign";
    assert_eq!(sent(&recorded, call).await, is(line, body.clone()));
    let call = api.presign_closing_image(&session, "e-1", "image/png", 20);
    let line = "POST /api/editor/e-1/closing-image/presign";
    assert_eq!(sent(&recorded, call).await, is(line, body.clone()));
    let call = api.presign_editor_logo(&session, "e-1", "image/png", 20);
    let line = "POST /api/editor/e-1/logo/presign";
    assert_eq!(sent(&recorded, call).await, is(line, body));

    recorded.say(EDITOR);
    let call = api.confirm_editor_product(&session, "e-1", "k", Some("A kettle"));
    let body = json!({"s3_key": "k", "product_description": "A kettle"});
    let line = "POST /api/editor/e-1/product/confirm";
    assert_eq!(sent(&recorded, call).await, is(line, body));
    let body = json!({"s3_key": "k"});
    let call = api.confirm_closing_image(&session, "e-1", "k");
    let line = "POST /api/editor/e-1/closing-image/confirm";
    assert_eq!(sent(&recorded, call).await, is(line, body.clone()));
    let call = api.confirm_editor_logo(&session, "e-1", "k");
    let line = "POST /api/editor/e-1/logo/confirm";
    assert_eq!(sent(&recorded, call).await, is(line, body));
    let call = api.apply_default_placement(&session, "e-1", &Placement::End);
    let line = "POST /api/editor/e-1/product/apply-default-placement";
    assert_eq!(
        sent(&recorded, call).await,
        is(line, json!({"placement": "end"}))
    );
    for (seconds, written) in [(3.0, json!(3)), (1.5, json!(1.5))] {
        let placement = LogoPlacement {
            logo_treatment: Some("corner".to_owned()),
            logo_position: Some("top_right".to_owned()),
            logo_duration_seconds: Some(seconds),
        };
        let call = api.place_editor_logo(&session, "e-1", &placement);
        let body = json!({"logo_treatment": "corner", "logo_position": "top_right",
            "logo_duration_seconds": written});
        assert_eq!(
            sent(&recorded, call).await,
            is("PATCH /api/editor/e-1/logo", body)
        );
    }
}
