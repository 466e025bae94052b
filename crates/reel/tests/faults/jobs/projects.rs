//! What every paid job of Hubfluencer has in common: it is paid for, made and saved.

use contract::{Code, ProjectKey, ProjectView, PurchaseState, Refusal, Step};

use super::{PASSING, PAUSE, TRIES, insist, no_part_is_left, pass, sum_of, transfer_ended};
use crate::waiting::with_extension;
use crate::world::World;

/// Pays for a step, again where it was surely not taken. The credits that were shown for it.
pub async fn bought(world: &World, step: &Step) -> u32 {
    for _ in 0..TRIES {
        let review = insist(world, async || world.studio.review_step(step.clone()).await).await;
        let id = &review.step_review_id;
        let taken = match world.clock.drive(world.studio.take_step(id)).await {
            Ok(taken) => taken,
            // The price could not be asked for once more.
            Err(refusal) => {
                let is_void = refusal.code == Code::StepVoid;
                assert!(is_void || PASSING.contains(&refusal.code), "{refusal:?}");
                pass(world, PAUSE).await;
                continue;
            }
        };
        let ended = world.studio.purchase_ended(&taken);
        let purchase = world.clock.drive(ended).await.unwrap();
        match purchase.state {
            PurchaseState::Taken => return review.credits,
            PurchaseState::Refused { refusal } => {
                assert!(PASSING.contains(&refusal.code), "{refusal:?}");
            }
            PurchaseState::NotSent => {}
            state => panic!("it ended as {state:?}"),
        }
        assert_eq!(
            world.sandbox.hub_books().charged(),
            0,
            "it was taken after all"
        );
        pass(world, PAUSE).await;
    }
    panic!("it was never taken")
}

/// Waits until a project is made.
pub async fn made(world: &World, key: &ProjectKey, is_made: impl Fn(&ProjectView) -> bool) {
    let ready = async || match world.studio.project_ended(key).await {
        Ok(project) if is_made(&project) => Ok(()),
        // It is on no list of the service for now, and still on ours.
        Err(refusal) if refusal.code != Code::NotFound => Err(refusal),
        _ => Err(Refusal::new(Code::BadAnswer)),
    };
    insist(world, ready).await;
}

/// Saves a project's files of a kind, again where it failed in passing: they are what the service made.
pub async fn saved(world: &World, key: &ProjectKey, kind: &str, files: usize) {
    let save = async || {
        let transfer = world.studio.save_project(key).await?;
        transfer_ended(world, &transfer).await
    };
    insist(world, save).await;
    no_part_is_left(world);
    let saved = with_extension(&world.reels(), kind);
    assert_eq!(saved.len(), files, "{saved:?}");
    let objects = world.sandbox.storage_books().objects;
    let mut made: Vec<String> = objects
        .iter()
        .filter_map(|object| object.sha256().ok())
        .collect();
    for path in saved {
        let sum = sum_of(&path);
        let place = made.iter().position(|made| *made == sum);
        // Each of its own: no two files are the same one of the service.
        made.swap_remove(place.expect("not what the service made"));
    }
}

/// Hubfluencer has charged this, once, and nothing went where it does not belong.
pub fn charged_once(world: &World, credits: i64) {
    let books = world.sandbox.hub_books();
    assert_eq!(
        (books.charges.len(), books.charged()),
        (1, credits),
        "charges"
    );
    assert_eq!(books.cookies_astray, 0);
    assert_eq!(world.sandbox.storage_books().credentials_leaked, 0);
}
