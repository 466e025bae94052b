//! A sandbox in a hurry, for `cargo xtask api-test`: ten minutes of its time pass in a second, so
//! that rate limits, tasks and links are met without waiting; nothing is rendered.
//!
//! It takes the data folder, signs somebody in, prints `{"url": …, "session": …, "hubfluencer": …,
//! "hubfluencer_token": …}` on one line and serves until it is ended.

use std::time::{Duration, Instant};

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use sandbox::{Clock, Ffmpeg, Pace, Sandbox, Setup};
use serde_json::{Value, json};

/// Seconds of its time in one of ours.
const HURRY: u32 = 600;

struct Hurried {
    began: Timestamp,
    since: Instant,
}

impl Clock for Hurried {
    fn now(&self) -> Timestamp {
        self.began + self.since.elapsed() * HURRY
    }

    fn sleep(&self, length: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(length / HURRY))
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let data = std::env::args_os()
        .nth(1)
        .ok_or("the data folder is missing")?;
    let setup = Setup {
        clock: std::sync::Arc::new(Hurried {
            began: Timestamp::now(),
            since: Instant::now(),
        }),
        pace: Pace::Seconds(60.0),
        ffmpeg: Ffmpeg::Absent,
        balance_seconds: 1_000_000.0,
        hub_credits: 1_000_000,
        hub_assists: 1_000_000,
        templates: 200,
        reels: 50,
        past_days: 10,
        ..Setup::new(data)
    };
    let sandbox = Sandbox::start(setup).await?;
    let session = sign_in(&sandbox).await?;
    let url = sandbox.riffkit_url();
    let line = json!({
        "url": url.as_str(),
        "session": session,
        "hubfluencer": sandbox.hubfluencer_url().as_str(),
        "hubfluencer_token": sandbox.hubfluencer_token(),
    });
    println!("{line}");
    std::future::pending::<()>().await;
    Ok(())
}

/// Approves a sign-in of its own, as a person would on the page.
async fn sign_in(sandbox: &Sandbox) -> Result<String, Box<dyn std::error::Error>> {
    let client = reqwest::Client::builder().no_proxy().build()?;
    let at = |path: &str| sandbox.riffkit_url().join(path);
    let flow = client.post(at("/api/skill/device/authorize")?).send();
    let flow: Value = flow.await?.json().await?;
    let form = [
        ("user_code", flow["user_code"].as_str().unwrap_or_default()),
        ("decision", "approve"),
    ];
    let approved = client.post(at("/skill/device")?).form(&form).send();
    approved.await?.error_for_status()?;
    tokio::time::sleep(Duration::from_secs(5) / HURRY * 2).await;
    let poll = client
        .post(at("/api/skill/device/token")?)
        .json(&json!({ "device_code": flow["device_code"] }))
        .send();
    let answer: Value = poll.await?.json().await?;
    let token = answer["token"]
        .as_str()
        .ok_or("the sign-in gave no session")?;
    Ok(token.to_owned())
}
