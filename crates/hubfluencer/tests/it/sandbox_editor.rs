//! The editor against the sandbox: by autopilot, step by step, with clips and images.

use hubfluencer::{
    AssetSource, AutopilotStatus, EditorChange, Failure, FileRange, FitMode, Hooks, Id,
    LogoPlacement, NewUpload, Placement, Problem, RenderStatus, ScenarioRequest, SegmentStatus,
    StorageProblem, UploadedPart,
};

use crate::deployed::{PART, deployment, fresh, kept, large_sample, open, picture, sample, until};

#[tokio::test]
async fn an_ad_by_autopilot() {
    let place = deployment(200).await;
    let (api, session) = (&place.api, &place.session);
    let slug = place.editor().await;
    let cost = api.autopilot_cost(session, &slug).await.unwrap();
    assert!(cost.total > 0 && cost.available_credits == Some(200));
    api.start_autopilot(session, &slug, &fresh(), Hooks::none())
        .await
        .unwrap();
    let editor = until(
        || api.editor(session, &slug),
        |editor| editor.autopilot_status == AutopilotStatus::Completed,
    )
    .await;
    place.video_of(editor.latest_render).await;
}

#[tokio::test]
async fn an_ad_step_by_step() {
    let place = deployment(200).await;
    let (api, session) = (&place.api, &place.session);
    let slug = place.editor().await;
    let scenario = ScenarioRequest {
        segments_count: Some(3),
        ..ScenarioRequest::default()
    };
    api.generate_scenario(session, &slug, &scenario)
        .await
        .unwrap();
    api.write_scenario(session, &slug, "It sings. It pours. It rests.")
        .await
        .unwrap();
    api.apply_scenario(session, &slug, 3).await.unwrap();
    let odd = api.apply_scenario(session, &slug, 4).await.unwrap_err();
    assert_eq!(Problem::of(&odd), Problem::InvalidSegmentsCount);
    let suggested = api.suggest_next_scene(session, &slug).await.unwrap();
    let prompt = suggested.prompt.unwrap();
    api.add_segment(session, &slug, &prompt).await.unwrap();
    let scenes = || async {
        let editor = api.editor(session, &slug).await.unwrap();
        editor
            .segments
            .into_iter()
            .map(|scene| scene.id)
            .collect::<Vec<Id>>()
    };
    let before = scenes().await;
    assert_eq!(before.len(), 4);
    api.edit_segment(session, &slug, &before[0], "It glows")
        .await
        .unwrap();
    let enhanced = api
        .enhance_prompt(session, &slug, &before[0])
        .await
        .unwrap();
    assert!(enhanced.prompt.is_some() || enhanced.project.is_some());
    let turned: Vec<Id> = before.iter().rev().cloned().collect();
    api.reorder_segments(session, &slug, &turned).await.unwrap();
    assert_eq!(scenes().await, turned);
    api.delete_segment(session, &slug, &turned[0])
        .await
        .unwrap();
    assert_eq!(scenes().await, turned[1..]);

    let one = &turned[1];
    api.generate_segment(session, &slug, one, &fresh(), Hooks::none())
        .await
        .unwrap();
    let made = || {
        until(
            || api.editor(session, &slug),
            |editor| {
                let scene = editor.segments.iter().find(|scene| scene.id == *one);
                scene.is_some_and(|scene| scene.status == SegmentStatus::Completed)
            },
        )
    };
    assert_eq!(made().await.segments[0].duration_seconds, Some(8.0));
    api.regenerate_segment(session, &slug, one, &fresh(), Hooks::none())
        .await
        .unwrap();
    made().await;
    let source = AssetSource::Segment {
        source_segment_id: one.clone(),
    };
    api.use_asset(session, &slug, &turned[2], &source)
        .await
        .unwrap();

    api.generate_narration(session, &slug).await.unwrap();
    let change = EditorChange {
        narration_script: Some("It sings.".to_owned()),
        ..EditorChange::default()
    };
    api.update_editor(session, &slug, &change).await.unwrap();
    api.generate_voice(session, &slug, "anna", &fresh(), Hooks::none())
        .await
        .unwrap();
    let music = api.suggest_music_prompt(session, &slug).await.unwrap();
    let direction = music.prompt.unwrap();
    api.generate_music(session, &slug, &direction, &fresh(), Hooks::none())
        .await
        .unwrap();
    api.render_editor(session, &slug, &fresh(), Hooks::none())
        .await
        .unwrap();
    let editor = until(
        || api.editor(session, &slug),
        |editor| {
            let render = editor.latest_render.as_ref();
            render.is_some_and(|render| render.status == RenderStatus::Completed)
        },
    )
    .await;
    assert_eq!(editor.narration_script.as_deref(), Some("It sings."));
    place.video_of(editor.latest_render).await;
}

#[tokio::test]
async fn a_clip_in_one_put_and_the_images_of_a_project() {
    let place = deployment(50).await;
    let (api, session) = (&place.api, &place.session);
    let slug = place.editor().await;
    let bytes = sample();
    let clip = NewUpload {
        filename: "sample.mp4".to_owned(),
        mime_type: "video/mp4".to_owned(),
        size_bytes: bytes.len() as u64,
        fit_mode: Some(FitMode::Cover),
        product_description: None,
    };
    let presigned = api
        .presign_upload(session, &slug, &clip, None)
        .await
        .unwrap();
    let file = kept(&bytes);
    // The media type is part of the signature.
    let range = FileRange::whole(open(&file).await, bytes.len() as u64);
    let wrong = api.put_object(&presigned.presigned_url, range, "video/webm", Hooks::none());
    assert_eq!(
        StorageProblem::of(&wrong.await.unwrap_err()),
        StorageProblem::Refused
    );
    let early = api.segment_from_upload(session, &slug, &presigned.upload_id);
    assert_eq!(
        Problem::of(&early.await.unwrap_err()),
        Problem::UploadNotReady
    );
    let range = FileRange::whole(open(&file).await, bytes.len() as u64);
    let put = api.put_object(&presigned.presigned_url, range, "video/mp4", Hooks::none());
    put.await.unwrap();
    api.confirm_upload(session, &slug, &presigned.upload_id)
        .await
        .unwrap();
    let upload = place.ready(&slug).await;
    assert_eq!(
        (&upload.id, &upload.fit_mode),
        (&presigned.upload_id, &FitMode::Cover)
    );
    api.segment_from_upload(session, &slug, &upload.id)
        .await
        .unwrap();
    let editor = api.editor(session, &slug).await.unwrap();
    let scene = editor.segments.last().unwrap();
    assert_eq!(
        editor.uploads[0].attached_segment_ids,
        std::slice::from_ref(&scene.id)
    );

    let size = picture().len() as u64;
    let product = api
        .presign_editor_product(session, &slug, "image/png", size)
        .await
        .unwrap();
    place.put_image(&product.presigned_url).await;
    let confirm = api.confirm_editor_product(session, &slug, &product.s3_key, None);
    confirm.await.unwrap();
    api.apply_default_placement(session, &slug, &Placement::Throughout)
        .await
        .unwrap();
    let closing = api
        .presign_closing_image(session, &slug, "image/png", size)
        .await
        .unwrap();
    place.put_image(&closing.presigned_url).await;
    api.confirm_closing_image(session, &slug, &closing.s3_key)
        .await
        .unwrap();
    let logo = api
        .presign_editor_logo(session, &slug, "image/png", size)
        .await
        .unwrap();
    place.put_image(&logo.presigned_url).await;
    api.confirm_editor_logo(session, &slug, &logo.s3_key)
        .await
        .unwrap();
    let placement = LogoPlacement {
        logo_duration_seconds: Some(2.5),
        ..LogoPlacement::default()
    };
    api.place_editor_logo(session, &slug, &placement)
        .await
        .unwrap();
    let editor = api.editor(session, &slug).await.unwrap();
    assert_eq!(editor.logo_duration_seconds, Some(2.5));
}

#[tokio::test]
async fn a_clip_in_parts() {
    let place = deployment(0).await;
    let (api, session) = (&place.api, &place.session);
    let slug = place.editor().await;
    let bytes = large_sample(PART as usize * 2 + 1_000);
    let length = bytes.len() as u64;
    let clip = NewUpload {
        filename: "large.mp4".to_owned(),
        mime_type: "video/mp4".to_owned(),
        size_bytes: length,
        ..NewUpload::default()
    };
    let begun = api.init_multipart(session, &slug, &clip).await.unwrap();
    assert_eq!((begun.parts_count, begun.part_size), (3, PART));
    let (id, storage) = (&begun.upload_id, begun.s3_upload_id.as_str());
    let file = kept(&bytes);
    let send = |number: u32| {
        let (slug, file) = (slug.as_str(), &file);
        async move {
            let signed = api
                .sign_part(session, slug, id, storage, number)
                .await
                .unwrap();
            let start = u64::from(number - 1) * PART;
            let range = FileRange {
                file: open(file).await,
                start,
                length: PART.min(length - start),
                file_length: length,
            };
            let etag = api
                .put_part(&signed.presigned_url, range, Hooks::none())
                .await?;
            Ok::<_, Failure>(UploadedPart {
                part_number: number,
                etag,
            })
        }
    };
    let (three, one, two) = (send(3).await, send(1).await, send(2).await);
    let parts = [three.unwrap(), one.unwrap(), two.unwrap()];
    let complete = api.complete_multipart(session, &slug, id, storage, &parts);
    complete.await.unwrap();
    assert_eq!(place.ready(&slug).await.size_bytes, Some(length));

    let other = api.init_multipart(session, &slug, &clip).await.unwrap();
    let (id, storage) = (&other.upload_id, other.s3_upload_id.as_str());
    let signed = api.sign_part(session, &slug, id, storage, 1).await.unwrap();
    api.abort_multipart(session, &slug, id, storage)
        .await
        .unwrap();
    let range = FileRange {
        file: open(&file).await,
        start: 0,
        length: PART,
        file_length: length,
    };
    let late = api.put_part(&signed.presigned_url, range, Hooks::none());
    assert_eq!(
        StorageProblem::of(&late.await.unwrap_err()),
        StorageProblem::Gone
    );
}
