//! What answers may look like: wrapped or bare, with less or more than the contract has.

use hubfluencer::{
    AutopilotStatus, CreativeFormat, Failure, FitMode, Id, Presigned, RenderStatus, Scope,
    SegmentStatus, ShortFont, SliderStatus, Stage, UploadStatus, VisualLanguage,
};
use serde_json::json;

use crate::recorded::{Recorded, deployment};

/// The same answer in every envelope that the service has been seen to use.
fn envelopes(bare: &str) -> [String; 3] {
    [
        bare.to_owned(),
        format!(r#"{{"data":{bare}}}"#),
        format!(r#"{{"data":{bare},"error":null,"meta":{{"timestamp":"2026-06-20T10:00:00Z"}}}}"#),
    ]
}

fn exposed(presigned: Option<&Presigned>) -> &str {
    presigned.unwrap().expose().as_str()
}

#[tokio::test]
async fn a_short_in_every_envelope() {
    let bare = r#"{"slug":"s-1","id":"9f","stage":"video_ready","product_prompt":"A kettle",
        "headline":"","subheadline":null,"text_beats":["Sings"],"creative_format":"proof_demo",
        "visual_language":null,"music_instruments":["piano",3],"short_font_family":"ShortFontAnton",
        "latest_render":{"id":3,"status":"completed","video_url":"https://s3.example/v.mp4?X-Amz-Signature=ff00","fps":30},
        "product_image_url":"https://s3.example/p.png?X-Amz-Signature=ff00","inserted_at":"2026-06-20T10:00:00Z"}"#;
    let (api, session, recorded) = deployment(200, "").await;
    for answer in envelopes(bare) {
        recorded.say(answer);
        let short = api.short(&session, "s-1").await.unwrap();
        assert_eq!(
            (short.slug.as_str(), &short.stage),
            ("s-1", &Stage::VideoReady)
        );
        assert_eq!(
            (short.headline.as_deref(), short.text_beats.clone()),
            (None, json!(["Sings"]))
        );
        assert_eq!(short.creative_format, CreativeFormat::ProofDemo);
        assert_eq!(short.visual_language, VisualLanguage::default());
        assert_eq!(short.music_instruments, ["piano"]);
        assert_eq!(short.short_font_family, ShortFont::Anton);
        let render = short.latest_render.as_ref().unwrap();
        assert_eq!(
            (render.id.clone(), &render.status),
            (Some(Id::from(3)), &RenderStatus::Completed)
        );
        assert!(exposed(render.video_url.as_ref()).ends_with("ff00"));
        assert_eq!(render.extra.get("fps"), Some(&json!(30)));
        assert!(short.extra.get("inserted_at").is_some() && short.extra.get("nothing").is_none());
        // Nothing that is a key shows.
        assert!(!format!("{short:?}").contains("ff00"));
        let written = serde_json::to_value(&short).unwrap();
        assert_eq!(
            (&written["stage"], &written["id"]),
            (&json!("video_ready"), &json!("9f"))
        );
        assert_eq!(written["latest_render"].get("video_url"), None);
    }
}

#[tokio::test]
async fn the_least_and_the_unheard_of() {
    let (api, session, recorded) = deployment(200, r#"{"slug":"s-1"}"#).await;
    let short = api.short(&session, "s-1").await.unwrap();
    assert_eq!(short.stage, Stage::default());
    assert_eq!((short.latest_render, short.error_message), (None, None));

    recorded.say(
        r#"{"data":{"slug":"s-1","stage":"queued","creative_format":7,"latest_render":"soon","music_instruments":"piano"}}"#,
    );
    let short = api.short(&session, "s-1").await.unwrap();
    assert_eq!(short.stage, Stage::Other("queued".to_owned()));
    assert_eq!(short.creative_format, CreativeFormat::Other("7".to_owned()));
    assert_eq!(
        (short.latest_render, short.music_instruments.len()),
        (None, 0)
    );

    for rubbish in [
        // Nothing is found by a name that was never given.
        r#"{"data":{"slug":7}}"#,
        r#"{"data":null}"#,
        r#"{"data":{"stage":"draft"}}"#,
        "[]",
        "<html>",
    ] {
        recorded.say(rubbish);
        let failure = api.short(&session, "s-1").await.unwrap_err();
        assert!(
            matches!(failure, Failure::NotTheService { .. }),
            "{rubbish} {failure:?}"
        );
    }
}

#[tokio::test]
async fn sliders_and_their_slides() {
    let bare = r##"{"slug":"c-1","status":"processing","language":"fr","mode":"creative","template":"scrapbook",
        "slide_count":"5","aspect_ratio":"4:5","accent_color":"#09EFBE","text_position":null,"caption":"Sing",
        "hashtags":["#kettle","tea"],"slides":[
        {"position":1,"headline":"One","body":"Two","kicker":"","status":"completed","image_url":"https://s3.example/1.png?sig=ff00","background_url":"https://s3.example/b.png?sig=ff00"},
        {"position":2,"status":"pending","image_url":null},{"headline":"no place"},
        {"position":3,"status":"resting"}]}"##;
    let (api, session, recorded) = deployment(200, "").await;
    for answer in envelopes(bare) {
        recorded.say(answer);
        let slider = api.slider(&session, "c-1").await.unwrap();
        assert_eq!(
            (&slider.status, slider.slide_count),
            (&SliderStatus::Processing, Some(5))
        );
        assert_eq!(slider.hashtags, ["#kettle", "tea"]);
        let [one, two, three] = &slider.slides[..] else {
            panic!("{slider:?}");
        };
        assert_eq!(
            exposed(one.image_url.as_ref()),
            "https://s3.example/1.png?sig=ff00"
        );
        assert!(one.background_url.is_some() && one.kicker.is_none());
        assert_eq!(
            (&two.status, &two.image_url),
            (&SliderStatus::Pending, &None)
        );
        assert_eq!(three.status, SliderStatus::Other("resting".to_owned()));
        assert!(!format!("{slider:?}").contains("ff00"));
        assert!(!serde_json::to_string(&slider).unwrap().contains("ff00"));
    }
    let list = r#"[{"slug":"c-1"},{"broken":true},{"slug":"c-2"}]"#;
    for answer in envelopes(list) {
        recorded.say(answer);
        assert_eq!(api.sliders(&session).await.unwrap().len(), 2);
    }
}

#[tokio::test]
async fn a_project_with_scenes_and_clips() {
    let bare = r#"{"slug":"e-1","autopilot_status":"running","language":"en","target_duration_seconds":40,
        "segments":[{"id":1,"prompt":"A kettle","status":"completed","duration_seconds":8.0,"video_url":"https://s3.example/1.mp4?sig=ff00"},
        {"id":"b","status":"queued","position":2,"upload_id":5},{"prompt":"no id"}],
        "uploads":[{"id":5,"status":"ready","duration_seconds":"12.5","fit_mode":"cover","attached_segment_ids":["b",7,null],"first_frame_url":"https://s3.example/f.jpg?sig=ff00"},
        {"upload_id":"u","status":"failed","error_message":"too long"}],
        "latest_render":{"status":"completed","video_url":"https://s3.example/v.mp4?sig=ff00"}}"#;
    let (api, session, recorded) = deployment(200, "").await;
    for answer in envelopes(bare) {
        recorded.say(answer);
        let editor = api.editor(&session, "e-1").await.unwrap();
        assert_eq!(editor.autopilot_status, AutopilotStatus::Running);
        let [one, two] = &editor.segments[..] else {
            panic!("{editor:?}");
        };
        assert_eq!((&one.id, one.duration_seconds), (&Id::from(1), Some(8.0)));
        assert_eq!(
            (&two.id, &two.upload_id),
            (&Id::from("b"), &Some(Id::from(5)))
        );
        assert_eq!(two.status, SegmentStatus::Other("queued".to_owned()));
        let [clip, failed] = &editor.uploads[..] else {
            panic!("{editor:?}");
        };
        assert_eq!(
            (&clip.status, &clip.fit_mode),
            (&UploadStatus::Ready, &FitMode::Cover)
        );
        assert_eq!(clip.duration_seconds, Some(12.5));
        assert_eq!(clip.attached_segment_ids, [Id::from("b"), Id::from(7)]);
        assert_eq!(
            (&failed.id, &failed.status),
            (&Id::from("u"), &UploadStatus::Failed)
        );
        assert!(!format!("{editor:?}").contains("ff00"));
        assert!(!serde_json::to_string(&editor).unwrap().contains("ff00"));
    }
    recorded.say(r#"{"data":[{"id":5,"status":"pending"},{"status":"ready"}]}"#);
    let uploads = api.uploads(&session, "e-1").await.unwrap();
    assert_eq!(uploads.len(), 1);
    assert_eq!(uploads[0].status, UploadStatus::Pending);
}

async fn step(body: &str) -> hubfluencer::StepAnswer {
    let (api, session, _) = deployment(200, body).await;
    api.suggest_next_scene(&session, "e-1").await.unwrap()
}

#[tokio::test]
async fn a_step_answers_in_a_shape_that_is_not_known() {
    let whole = step(r#"{"data":{"slug":"e-1","scenario_prompt":"Once"}}"#).await;
    let project = whole.project.unwrap();
    assert_eq!(project.scenario_prompt.as_deref(), Some("Once"));
    let inner = step(r#"{"editor":{"slug":"e-1"},"segment":{"id":4,"prompt":"A kettle"}}"#).await;
    assert!(inner.project.is_some());
    assert_eq!(inner.segment.unwrap().id, Id::from(4));
    assert_eq!(inner.prompt.as_deref(), Some("A kettle"));
    let scene = step(r#"{"data":{"id":"s4","prompt":"A kettle","status":"pending"}}"#).await;
    assert_eq!(scene.segment.unwrap().status, SegmentStatus::Pending);
    for text in [
        r#"{"data":{"prompt":"A kettle"}}"#,
        r#"{"suggestion":"A kettle"}"#,
        r#"{"data":{"suggestion":{"prompt":"A kettle","why":"…"}}}"#,
        r#""A kettle""#,
    ] {
        let answer = step(text).await;
        assert_eq!(answer.prompt.as_deref(), Some("A kettle"), "{text}");
        assert!(answer.project.is_none() && answer.segment.is_none());
    }
    for nothing in [
        "null",
        "{}",
        "[]",
        r#"{"data":null}"#,
        r#"{"data":{"ok":true}}"#,
    ] {
        assert_eq!(step(nothing).await, Default::default(), "{nothing}");
    }
    let (api, session, _) = deployment(204, "").await;
    let gone = api.delete_segment(&session, "e-1", &Id::from(4)).await;
    assert_eq!(gone.unwrap(), Default::default());
}

#[tokio::test]
async fn tokens_credits_costs_and_assists() {
    let (api, session, recorded) = deployment(200, "").await;
    let created = r#"{"id":7,"name":"agent","scopes":["video:read","video:fly"],"token":"hf_pat_new","inserted_at":"2026-06-20T10:00:00"}"#;
    for answer in envelopes(created) {
        recorded.say(answer);
        let request = hubfluencer::TokenRequest::default();
        let created = api.create_token(&session, &request).await.unwrap();
        assert_eq!(created.token.expose(), "hf_pat_new");
        assert_eq!(created.listed.id, Id::from(7));
        assert_eq!(
            created.listed.scopes,
            [Scope::VideoRead, Scope::Other("video:fly".to_owned())]
        );
        assert!(created.listed.inserted_at.is_some());
        assert!(!format!("{created:?}").contains("hf_pat_new"));
        let listed = serde_json::to_string(&created.listed).unwrap();
        assert!(!listed.contains("hf_pat_new"), "{listed}");
    }
    recorded.say(r#"{"data":{"id":7,"token":""}}"#);
    let request = hubfluencer::TokenRequest::default();
    assert!(api.create_token(&session, &request).await.is_err());
    recorded.say(r#"{"data":[{"id":"t","scopes":["*"],"last_used_at":null},{"name":"no id"}]}"#);
    let tokens = api.tokens(&session).await.unwrap();
    assert_eq!(
        (tokens.len(), &tokens[0].scopes[..]),
        (1, &[Scope::Full][..])
    );

    recorded.say(r#"{"data":{"credits":40,"plan":"pro"}}"#);
    let credits = api.studio_credits(&session).await.unwrap();
    assert_eq!(
        (credits.credits, credits.extra.get("plan")),
        (40, Some(&json!("pro")))
    );
    recorded.say(r#"{"data":{"total":44,"scenes":25,"voice":3,"available_credits":60}}"#);
    let cost = api.autopilot_cost(&session, "e-1").await.unwrap();
    assert_eq!((cost.total, cost.available_credits), (44, Some(60)));
    assert_eq!(cost.extra.iter().count(), 2);

    recorded.say(
        r#"{"data":{"used":3,"limit":20,"bonus":10,"remaining":27,"resets_at":"2026-06-21T00:00:00Z","unlock_cost":1,"unlock_batch_size":10}}"#,
    );
    let assists = api.assists(&session).await.unwrap();
    assert_eq!(
        (
            assists.used,
            assists.limit,
            assists.bonus,
            assists.remaining
        ),
        (3, 20, 10, 27)
    );
    assert_eq!(
        (assists.unlock_cost, assists.unlock_batch_size),
        (Some(1), Some(10))
    );
    assert_eq!(assists.resets_at, "2026-06-21T00:00:00Z".parse().ok());
    assert_ne!(recorded.count(), 0);
}

#[tokio::test]
async fn presigned_addresses_in_both_spellings() {
    let (api, session, recorded): (_, _, Recorded) = deployment(200, "").await;
    for bare in [
        r#"{"upload_url":"https://s3.example/k?sig=ff00","s3_key":"k","content_type":"image/png"}"#,
        r#"{"presigned_url":"https://s3.example/k?sig=ff00","s3_key":"k"}"#,
    ] {
        for answer in envelopes(bare) {
            recorded.say(answer);
            let poster = api.presign_short_poster(&session, "s", None).await.unwrap();
            assert_eq!(poster.content_type.is_some(), bare.contains("image/png"));
            assert_eq!(
                exposed(Some(&poster.upload_url)),
                "https://s3.example/k?sig=ff00"
            );
            let image = api.presign_slider_logo(&session, "c", "image/png", 1).await;
            let image = image.unwrap();
            assert_eq!(image.s3_key, "k");
            let printed = format!("{poster:?}{image:?}{}", serde_json::json!([poster, image]));
            assert!(!printed.contains("ff00"), "{printed}");
        }
    }
    for unusable in ["/k?sig=ff00", ""] {
        recorded.say(format!(r#"{{"presigned_url":"{unusable}","s3_key":"k"}}"#));
        let call = api.presign_slider_logo(&session, "c", "image/png", 1);
        let failure = call.await.unwrap_err();
        assert!(
            !format!("{failure:?} {failure}").contains("ff00"),
            "{failure:?}"
        );
    }
}

#[test]
fn an_id_keeps_its_form() {
    for form in [
        json!(12),
        json!("12"),
        json!("a/b"),
        json!(18_446_744_073_709_551_615_u64),
    ] {
        let id: Id = serde_json::from_value(form.clone()).unwrap();
        assert_eq!(serde_json::to_value(&id).unwrap(), form);
        assert_eq!(format!("{id:?}"), format!("{form:?}"));
        assert!(id.is_written(form.to_string().trim_matches('"')));
    }
    assert_ne!(Id::from(12), Id::from("12"));
    for none in [json!(null), json!(""), json!([]), json!({}), json!(true)] {
        assert!(serde_json::from_value::<Id>(none).is_err());
    }
}
