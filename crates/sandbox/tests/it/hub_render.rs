//! The films of Hubfluencer are real, on computers that can render.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use sandbox::{Ffmpeg, Pace, Setup};
use serde_json::{Value, json};

use crate::{
    bench::{Bench, can_render},
    hub_bench::data,
};

fn rendering(setup: &mut Setup) {
    setup.ffmpeg = Ffmpeg::FromPath;
    setup.pace = Pace::Instant;
}

/// Asks until it is as wanted: an answer waits for a film, but not for ever.
async fn until(bench: &Bench, path: &str, is_done: impl Fn(&Value) -> bool) -> Value {
    let began = Instant::now();
    loop {
        let seen = bench.hub_get(path).await;
        if is_done(&seen) {
            return seen;
        }
        assert!(began.elapsed().as_secs() < 120, "{seen}");
    }
}

async fn fetched(bench: &Bench, url: &Value, name: &str) -> PathBuf {
    let answer = bench
        .client
        .get(url.as_str().unwrap())
        .send()
        .await
        .unwrap();
    let file = bench.data().join(name);
    std::fs::write(&file, answer.bytes().await.unwrap()).unwrap();
    file
}

/// Holds a film to be H.264 and AAC, of this size and length.
fn is_a_film(file: &Path, (width, height): (u32, u32), seconds: f64) {
    let output = Command::new("ffprobe")
        .args(["-v", "error", "-of", "json", "-show_entries"])
        .arg("format=duration:stream=codec_name,width,height,pix_fmt,duration")
        .arg(file)
        .output()
        .unwrap();
    let probed: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(probed["streams"][0]["codec_name"], "h264", "{probed}");
    assert_eq!(probed["streams"][0]["pix_fmt"], "yuv420p");
    assert_eq!(probed["streams"][0]["width"], width);
    assert_eq!(probed["streams"][0]["height"], height);
    assert_eq!(probed["streams"][1]["codec_name"], "aac");
    let number = |value: &Value| -> f64 { value.as_str().unwrap().parse().unwrap() };
    let length = number(&probed["format"]["duration"]);
    assert!(
        (length - seconds).abs() < 0.15,
        "{length} instead of {seconds}"
    );
    let picture = number(&probed["streams"][0]["duration"]);
    assert!(
        (picture - seconds).abs() < 0.15,
        "{picture} instead of {seconds}"
    );
}

/// The mean color of a part of the frame at this second: width, height, left and top in pixels.
fn color(file: &Path, second: f64, part: &str) -> [u8; 3] {
    let output = Command::new("ffmpeg")
        .args(["-v", "error", "-ss", &second.to_string(), "-i"])
        .arg(file)
        .args(["-frames:v", "1", "-vf"])
        .arg(format!("crop={part},scale=1:1:flags=area"))
        .args(["-f", "rawvideo", "-pix_fmt", "rgb24", "-"])
        .output()
        .unwrap();
    output.stdout.try_into().unwrap()
}

/// A picture of one color.
fn card(folder: &Path, name: &str, color: &str, size: &str) -> Vec<u8> {
    let file = folder.join(name);
    let source = format!("color={color}:s={size}");
    let status = Command::new("ffmpeg")
        .args(["-v", "error", "-y", "-f", "lavfi", "-i", &source])
        .args(["-frames:v", "1"])
        .arg(&file)
        .status()
        .unwrap();
    assert!(status.success());
    std::fs::read(file).unwrap()
}

/// A wide clip of this many seconds in one color, without sound.
fn clip(folder: &Path, color: &str, seconds: u32) -> Vec<u8> {
    let file = folder.join("clip.mkv");
    let source = format!("color={color}:s=640x360:r=25:d={seconds}");
    let status = Command::new("ffmpeg")
        .args(["-v", "error", "-y", "-f", "lavfi", "-i", &source])
        .args(["-c:v", "libx264", "-preset", "ultrafast"])
        .args(["-pix_fmt", "yuv420p"])
        .arg(&file)
        .status()
        .unwrap();
    assert!(status.success());
    std::fs::read(file).unwrap()
}

fn is_red([red, green, blue]: [u8; 3]) -> bool {
    red > 180 && green < 60 && blue < 60
}

fn is_lime([red, green, blue]: [u8; 3]) -> bool {
    red < 60 && green > 180 && blue < 60
}

/// Puts an image in its place by presign and confirm.
async fn image(bench: &Bench, path: &str, bytes: &[u8]) {
    let kind = json!({ "mime_type": "image/png", "size_bytes": bytes.len() });
    let presigned = bench.hub_made(&format!("{path}/presign"), kind).await;
    let put = bench.put(&presigned["presigned_url"], Some("image/png"), bytes);
    assert!(put.await.status().is_success());
    let key = json!({ "s3_key": presigned["s3_key"] });
    bench.hub_made(&format!("{path}/confirm"), key).await;
}

#[tokio::test]
async fn a_short_is_twelve_seconds_and_fourteen_with_its_end_card() {
    if !can_render() {
        return;
    }
    let bench = Bench::with(rendering).await;
    let body = json!({
        "product_prompt": "A quiet alarm clock that wakes you with light.",
        "headline": "100% awake: it's {easy} \\n 'now' 早上好", "subheadline": "No noise",
        "text_beats": ["Sounds familiar?", "Try it"], "short_text_animation": "bounce",
    });
    let short = bench.hub_made("/api/shorts", body).await;
    let path = format!("/api/shorts/{}", short["slug"].as_str().unwrap());
    let began = Instant::now();
    bench.hub_made(&format!("{path}/generate"), json!({})).await;
    let short = until(&bench, &path, |short| short["stage"] != "rendering").await;
    eprintln!("a short in {:?}", began.elapsed());
    assert_eq!(short["latest_render"]["duration_seconds"], 12.0, "{short}");
    let video = fetched(&bench, &short["latest_render"]["video_url"], "short.mp4").await;
    is_a_film(&video, (720, 1280), 12.0);
    let still = fetched(
        &bench,
        &short["latest_render"]["thumbnail_url"],
        "short.jpg",
    )
    .await;
    assert!(std::fs::read(still).unwrap().starts_with(&[0xFF, 0xD8]));

    let poster = card(&bench.data(), "poster.png", "red", "900x1600");
    let kind = json!({ "content_type": "image/png" });
    let call = bench
        .hub_post(&format!("{path}/poster/presign"), kind)
        .await;
    let presigned: Value = call.json().await.unwrap();
    let put = bench
        .put(&presigned["upload_url"], Some("image/png"), &poster)
        .await;
    assert!(put.status().is_success());
    let key = json!({ "s3_key": presigned["s3_key"] });
    bench.hub_made(&format!("{path}/poster/confirm"), key).await;
    for animation in ["reveal", "typewriter", "fade_in", "pop"] {
        let body = json!({ "short_text_animation": animation, "short_text_position": "top" });
        let call = bench.hub(reqwest::Method::PATCH, &path).json(&body).send();
        data(call.await.unwrap()).await;
        bench.hub_made(&format!("{path}/generate"), json!({})).await;
        let short = until(&bench, &path, |short| short["stage"] != "rendering").await;
        assert_eq!(short["latest_render"]["duration_seconds"], 14.0, "{short}");
        let video = fetched(&bench, &short["latest_render"]["video_url"], "short.mp4").await;
        is_a_film(&video, (720, 1280), 14.0);
        assert!(!is_red(color(&video, 11.5, "400:400:160:640")));
        assert!(
            is_red(color(&video, 13.0, "400:400:160:640")),
            "{animation}"
        );
    }
}

#[tokio::test]
async fn an_ad_has_its_ratio_its_order_and_the_sum_of_its_scenes() {
    if !can_render() {
        return;
    }
    for (ratio, (width, height)) in [
        ("9:16", (720, 1280)),
        ("16:9", (1280, 720)),
        ("1:1", (720, 720)),
    ] {
        let bench = Bench::with(rendering).await;
        let body = json!({
            "language": "en", "product_prompt": "A quiet alarm clock.", "export_aspect_ratio": ratio,
        });
        let editor = bench.hub_made("/api/editor", body).await;
        let path = format!("/api/editor/{}", editor["slug"].as_str().unwrap());
        let file = clip(&bench.data(), "red", 5);
        let announced = json!({
            "filename": "clip.mkv", "mime_type": "video/x-matroska", "size_bytes": file.len(),
            "fit_mode": "cover",
        });
        let presigned = bench
            .hub_made(&format!("{path}/uploads/presign"), announced)
            .await;
        let put = bench.put(&presigned["presigned_url"], Some("video/x-matroska"), &file);
        assert!(put.await.status().is_success());
        let id = presigned["upload_id"].as_str().unwrap();
        bench
            .hub_made(&format!("{path}/uploads/{id}/confirm"), json!({}))
            .await;
        let is_ready = |editor: &Value| editor["uploads"][0]["status"] == "ready";
        until(&bench, &path, is_ready).await;
        let upload = json!({ "upload_id": id });
        bench
            .hub_made(&format!("{path}/segments/from-upload"), upload)
            .await;
        let prompt = json!({ "prompt": "A clock: it's 7, 100% \\dark" });
        bench.hub_made(&format!("{path}/segments"), prompt).await;
        let script = json!({ "narration_script": "Good morning, everybody." });
        let call = bench
            .hub(reqwest::Method::PATCH, &path)
            .json(&script)
            .send();
        data(call.await.unwrap()).await;
        let voice = json!({ "voice_id": "anna" });
        bench
            .hub_made(&format!("{path}/generate-voice"), voice)
            .await;
        bench
            .hub_made(&format!("{path}/generate-music"), json!({}))
            .await;
        let logo = card(&bench.data(), "logo.png", "lime", "200x200");
        image(&bench, &format!("{path}/logo"), &logo).await;
        let place = json!({ "logo_position": "bottom_left", "logo_duration_seconds": 6 });
        let call = bench
            .hub(reqwest::Method::PATCH, &format!("{path}/logo"))
            .json(&place);
        data(call.send().await.unwrap()).await;
        let closing = card(&bench.data(), "closing.png", "lime", "300x300");
        image(&bench, &format!("{path}/closing-image"), &closing).await;
        image(&bench, &format!("{path}/product"), &logo).await;

        let began = Instant::now();
        bench.hub_made(&format!("{path}/render"), json!({})).await;
        let is_done = |editor: &Value| editor["latest_render"]["status"] != "processing";
        let editor = until(&bench, &path, is_done).await;
        eprintln!("an ad of {ratio} in {:?}", began.elapsed());
        let render = &editor["latest_render"];
        assert_eq!(render["duration_seconds"], 13.0, "{render}");
        assert_eq!(editor["total_duration_seconds"], 13.0);
        let video = fetched(&bench, &render["video_url"], "ad.mp4").await;
        is_a_film(&video, (width, height), 13.0);
        let scene = &editor["segments"][1];
        let scene = fetched(&bench, &scene["video_url"], "scene.mp4").await;
        is_a_film(&scene, (width, height), 8.0);
        // The upload comes first and covers the frame; the scene after it doesn't look so.
        assert!(
            is_red(color(&video, 2.0, &format!("{width}:100:0:{}", height / 2))),
            "{ratio}"
        );
        assert!(!is_red(color(
            &video,
            7.0,
            &format!("{width}:100:0:{}", height / 2)
        )));
        let corner = format!("60:60:60:{}", height - 120);
        assert!(
            is_lime(color(&video, 1.0, &corner)),
            "the logo stands at the bottom left"
        );
        assert!(
            !is_lime(color(&video, 8.0, &corner)),
            "and is gone after six seconds"
        );
        let middle = format!("100:100:{}:{}", width / 2 - 50, height / 2 - 50);
        assert!(
            is_lime(color(&video, 12.5, &middle)),
            "the closing image comes last"
        );
    }
}

#[tokio::test]
async fn an_upload_that_is_blurred_is_seen_whole() {
    if !can_render() {
        return;
    }
    let bench = Bench::with(rendering).await;
    let path = bench.editor().await;
    let file = clip(&bench.data(), "red", 3);
    let announced = json!({
        "filename": "clip.mkv", "mime_type": "video/x-matroska", "size_bytes": file.len(),
    });
    let presigned = bench
        .hub_made(&format!("{path}/uploads/presign"), announced)
        .await;
    bench
        .put(&presigned["presigned_url"], Some("video/x-matroska"), &file)
        .await;
    let id = presigned["upload_id"].as_str().unwrap();
    bench
        .hub_made(&format!("{path}/uploads/{id}/confirm"), json!({}))
        .await;
    until(&bench, &path, |editor| {
        editor["uploads"][0]["status"] == "ready"
    })
    .await;
    bench
        .hub_made(
            &format!("{path}/segments/from-upload"),
            json!({ "upload_id": id }),
        )
        .await;
    bench.hub_made(&format!("{path}/render"), json!({})).await;
    let is_done = |editor: &Value| editor["latest_render"]["status"] != "processing";
    let editor = until(&bench, &path, is_done).await;
    let video = fetched(&bench, &editor["latest_render"]["video_url"], "ad.mp4").await;
    is_a_film(&video, (720, 1280), 3.0);
    let [middle, ..] = color(&video, 1.0, "400:200:160:540");
    let [edge, ..] = color(&video, 1.0, "400:200:160:1000");
    assert!(
        middle > 200 && edge < middle - 10,
        "{middle} {edge}: over its darker blur"
    );
}

#[tokio::test]
async fn an_autopilot_renders_its_scenes() {
    if !can_render() {
        return;
    }
    let bench = Bench::with(rendering).await;
    let path = bench.editor().await;
    let began = Instant::now();
    bench
        .hub_made(&format!("{path}/autopilot"), json!({}))
        .await;
    let editor = until(&bench, &path, |editor| {
        editor["autopilot_status"] != "running"
    })
    .await;
    eprintln!("an autopilot in {:?}", began.elapsed());
    assert_eq!(editor["autopilot_status"], "completed", "{editor}");
    let video = fetched(&bench, &editor["latest_render"]["video_url"], "ad.mp4").await;
    is_a_film(&video, (720, 1280), 40.0);
}

#[tokio::test]
async fn without_a_program_the_carried_sample_steps_in() {
    let bench = Bench::with(|setup| {
        rendering(setup);
        setup.ffmpeg = Ffmpeg::At("/nowhere/ffmpeg".into());
    })
    .await;
    let path = bench.editor().await;
    bench
        .hub_made(&format!("{path}/autopilot"), json!({}))
        .await;
    let editor = until(&bench, &path, |editor| {
        editor["autopilot_status"] != "running"
    })
    .await;
    assert_eq!(editor["autopilot_status"], "completed", "{editor}");
    let video = fetched(&bench, &editor["latest_render"]["video_url"], "ad.mp4").await;
    assert_eq!(&std::fs::read(video).unwrap()[4..8], b"ftyp");
}

#[tokio::test]
async fn a_film_that_a_stop_interrupted_is_made_after_the_restart() {
    if !can_render() {
        return;
    }
    let bench = Bench::with(rendering).await;
    let path = bench.editor().await;
    bench
        .hub_made(&format!("{path}/autopilot"), json!({}))
        .await;
    // The first scene is being filmed, or just was.
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    let bench = bench.restart().await;
    let is_done = |editor: &Value| editor["autopilot_status"] != "running";
    let editor = until(&bench, &path, is_done).await;
    assert_eq!(editor["autopilot_status"], "completed", "{editor}");
    let video = fetched(&bench, &editor["latest_render"]["video_url"], "ad.mp4").await;
    is_a_film(&video, (720, 1280), 40.0);
    let scratch = std::fs::read_dir(bench.data().join("uploads")).unwrap();
    assert_eq!(scratch.count(), 0, "nothing unfinished is left");
}
