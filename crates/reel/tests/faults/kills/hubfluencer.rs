//! After a kill in a job of Hubfluencer.

use serde_json::Value;

use super::errand::{Errand, Job};
use super::rig::words;
use crate::jobs::sum_of;
use crate::waiting::with_extension;

/// Taken once, and all that it made is on disk and whole; or at storage, for an upload.
pub async fn ends_well(errand: &Errand) {
    match errand.job {
        Job::Footage => stored_well(errand).await,
        _ => made_well(errand).await,
    }
    let books = errand.rig.bench.sandbox.storage_books();
    assert_eq!(books.credentials_leaked, 0);
}

async fn made_well(errand: &Errand) {
    let rig = &errand.rig;
    let queue = rig.recovered().await;
    if errand.cost() < 1e-6 && !is_made(errand) {
        match known_slug(errand).await {
            Some(slug) => rig.done(&again(errand, &slug)).await,
            None => rig.done(&errand.arguments).await,
        };
    }
    let bought = rig.done(&words(&["purchases", "--json"])).await;
    let bought = bought.as_array().expect("purchases").iter();
    let taken = bought
        .filter(|purchase| purchase["state"] == "taken")
        .count();
    assert_eq!(taken, 1, "steps that this machine knows to be taken");
    let asked = || {
        let requests = rig.bench.sandbox.hub_books().requests.into_iter();
        let lines = requests.map(|it| format!("{} {} {:?}", it.method, it.path, it.status));
        lines.collect::<Vec<_>>().join("\n")
    };
    assert!(
        is_made(errand),
        "it is not on disk: {:?}; {queue}; asked:\n{}",
        files(errand),
        asked()
    );
}

/// The command that goes on with a project that was never paid for.
fn again(errand: &Errand, slug: &str) -> Vec<String> {
    let out = errand.rig.bench.out_argument();
    match errand.job {
        Job::Short => words(&["short", "generate", slug, "--yes", "--save", &out, "--json"]),
        Job::Carousel => words(&[
            "carousel", "generate", slug, "--yes", "--save", &out, "--json",
        ]),
        _ => errand.arguments.clone(),
    }
}

/// The project, where this machine knows it.
async fn known_slug(errand: &Errand) -> Option<String> {
    let command = match errand.job {
        Job::Short => "short",
        Job::Carousel => "carousel",
        _ => return Some(errand.mark.clone()),
    };
    let list = errand.rig.done(&words(&[command, "list", "--json"])).await;
    let slug = |project: &Value| project["slug"].as_str().map(str::to_owned);
    list.as_array().expect("a list").first().and_then(slug)
}

fn files(errand: &Errand) -> Vec<std::path::PathBuf> {
    let kind = if errand.job == Job::Carousel {
        "png"
    } else {
        "mp4"
    };
    with_extension(&errand.rig.out(), kind)
}

/// What the service made is on disk, each file as storage has it.
fn is_made(errand: &Errand) -> bool {
    let files = files(errand);
    let wanted = if errand.job == Job::Carousel { 3 } else { 1 };
    let objects = errand.rig.bench.sandbox.storage_books().objects;
    let sums: Vec<String> = objects
        .iter()
        .filter_map(|object| object.sha256().ok())
        .collect();
    files.len() >= wanted && files.iter().all(|file| sums.contains(&sum_of(file)))
}

/// The same command goes on where the dead one stopped, and storage has the file once.
async fn stored_well(errand: &Errand) {
    let rig = &errand.rig;
    rig.recovered().await;
    let uploads = words(&["editor", "uploads", &errand.mark, "--json"]);
    let listed = rig.done(&uploads).await;
    if listed[0]["status"] != "ready" {
        let uploaded = rig.done(&errand.arguments).await;
        assert_eq!(uploaded["status"], "ready", "{uploaded}");
    }
    let listed = rig.done(&uploads).await;
    let ready = listed.as_array().expect("a list").iter();
    let ready = ready.filter(|upload| upload["status"] == "ready").count();
    assert_eq!(ready, 1, "{listed}");
    let sum = sum_of(errand.clip.as_ref().expect("a clip").as_ref());
    let books = rig.bench.sandbox.storage_books();
    let stored = books.objects.iter();
    let stored = stored.filter(|object| object.sha256().is_ok_and(|it| it == sum));
    assert_eq!(stored.count(), 1, "how often storage has the file");
    // One whose beginning nobody was told of can't be ended by anybody but the service.
    assert!(books.open_uploads.len() <= 1, "{:?}", books.open_uploads);
}
