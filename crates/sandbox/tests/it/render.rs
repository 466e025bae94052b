//! Real rendering, on computers that can.

use std::{path::Path, process::Command, time::Instant};

use reqwest::{Method, multipart::Form};
use sandbox::{Ffmpeg, Pace, Setup};
use serde_json::Value;

use crate::bench::{Bench, batch_path, can_render, video};

fn rendering(setup: &mut Setup) {
    setup.ffmpeg = Ffmpeg::FromPath;
    setup.pace = Pace::Instant;
}

/// A wide clip of ten seconds with cuts at three and six, made on the spot.
fn clip(folder: &Path, sound: &[&str]) -> Vec<u8> {
    let file = folder.join("clip.mp4");
    let status = Command::new("ffmpeg")
        .args(["-v", "error", "-y"])
        .args(["-f", "lavfi", "-i", "color=navy:s=640x360:r=25:d=3"])
        .args(["-f", "lavfi", "-i", "color=gold:s=640x360:r=25:d=3"])
        .args(["-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=4"])
        .args(sound)
        .args(["-filter_complex", "[0][1][2]concat=n=3[v]", "-map", "[v]"])
        .args(if sound.is_empty() {
            &[][..]
        } else {
            &["-map", "3:a", "-c:a", "aac"][..]
        })
        .args(["-t", "10", "-c:v", "libx264", "-preset", "ultrafast"])
        .args(["-pix_fmt", "yuv420p"])
        .arg(&file)
        .status()
        .unwrap();
    assert!(status.success());
    std::fs::read(file).unwrap()
}

/// Renders a form's reel and gives what ffprobe reads in the downloaded file.
async fn rendered(bench: &Bench, form: Form) -> (Value, Value) {
    let riff = bench.accepted(form).await;
    let batch = loop {
        // An answer waits for a rendering, but not for ever.
        let batch = bench.get(&batch_path(&riff)).await;
        if batch["running"] == 0 && batch["queued"] == 0 {
            break batch;
        }
    };
    assert_eq!(batch["completed"], 2, "{batch}");
    let asset = bench.get("/api/assets?limit=1").await[0].clone();
    let path = asset["file_url"].as_str().unwrap();
    let answer = bench.call(Method::GET, path).send().await.unwrap();
    let link = answer.headers()["location"].to_str().unwrap().to_owned();
    let bytes = bench.client.get(link).send().await.unwrap().bytes().await;
    let file = bench.data().join("downloaded.mp4");
    std::fs::write(&file, bytes.unwrap()).unwrap();
    let output = Command::new("ffprobe")
        .args(["-v", "error", "-of", "json", "-show_entries"])
        .arg("format=duration:stream=codec_type,codec_name,width,height,pix_fmt")
        .arg(&file)
        .output()
        .unwrap();
    (asset, serde_json::from_slice(&output.stdout).unwrap())
}

fn is_a_reel(probed: &Value, seconds: f64) {
    let streams = probed["streams"].as_array().unwrap();
    assert_eq!(streams.len(), 2, "{probed}");
    assert_eq!(streams[0]["codec_name"], "h264");
    assert_eq!(streams[0]["pix_fmt"], "yuv420p");
    assert_eq!(streams[0]["width"], 720);
    assert_eq!(streams[0]["height"], 1280);
    assert_eq!(streams[1]["codec_name"], "aac");
    let length: f64 = probed["format"]["duration"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((length - seconds).abs() < 0.3, "{length}");
}

#[tokio::test]
async fn a_clip_becomes_a_reel_of_its_length() {
    if !can_render() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::with(rendering).await;
    let sound = ["-f", "lavfi", "-i", "sine=330:d=10"];
    let direction = "It's 100% \"real\": the scan × the reveal, {n}; 扫描 [a]\\n";
    for sound in [&sound[..], &[]] {
        let form = Form::new()
            .part("video", video(clip(folder.path(), sound)))
            .text("content_anchor", direction);
        let began = Instant::now();
        let (asset, probed) = rendered(&bench, form).await;
        eprintln!("rendered in {:?}", began.elapsed());
        is_a_reel(&probed, 10.0);
        assert_eq!(asset["extra_metadata"]["carried_sample"], false);
        let duration = asset["metadata"]["duration"].as_f64().unwrap();
        assert!((duration - 10.0).abs() < 0.3);
    }
    let scratch = std::fs::read_dir(bench.data().join("uploads")).unwrap();
    assert_eq!(scratch.count(), 2, "only the two clips are left");
}

#[tokio::test]
async fn an_upright_clip_fills_the_picture() {
    if !can_render() {
        return;
    }
    let bench = Bench::with(rendering).await;
    let form = crate::bench::clip_form().text("content_anchor", "up");
    let (asset, probed) = rendered(&bench, form).await;
    is_a_reel(&probed, 6.0);
    assert_eq!(asset["extra_metadata"]["carried_sample"], false);
    let path = asset["thumb_url"].as_str().unwrap();
    let answer = bench.call(Method::GET, path).send().await.unwrap();
    let link = answer.headers()["location"].to_str().unwrap().to_owned();
    let picture = bench.client.get(link).send().await.unwrap();
    let picture = picture.bytes().await.unwrap();
    assert!(picture.starts_with(&[0xFF, 0xD8]) && picture.len() > 2_000);
}

#[tokio::test]
async fn a_link_becomes_a_reel_from_a_pattern() {
    if !can_render() {
        return;
    }
    let bench = Bench::with(rendering).await;
    let link = "https://vm.tiktok.com/ZMabc123/";
    let (asset, probed) = rendered(&bench, Form::new().text("tiktok_url", link)).await;
    is_a_reel(&probed, 8.0);
    assert_eq!(asset["extra_metadata"]["carried_sample"], false);
}

#[tokio::test]
async fn a_program_that_fails_leaves_the_carried_sample() {
    let bench = Bench::with(|setup| {
        rendering(setup);
        setup.ffmpeg = Ffmpeg::At("/nowhere/ffmpeg".into());
    })
    .await;
    let riff = bench.accepted(crate::bench::clip_form()).await;
    let batch = bench.get(&batch_path(&riff)).await;
    assert_eq!(batch["completed"], 2);
    let asset = &bench.get("/api/assets").await[0];
    assert_eq!(asset["extra_metadata"]["carried_sample"], true);
}
