//! The main jobs of a person, done in the core on a clock of our own, as a patient person does them:
//! what is refused in a way that says "again" is tried again.

mod autopilot;
mod carousel;
mod footage;
mod projects;
mod render;
mod retry;
mod riff;
mod short;

use std::time::Duration;

use contract::{Code, Refusal, TransferId, TransferState};
use sandbox::{Fault, Faults};
use studio::ports::Clock as _;

use crate::world::{Options, World};

pub use autopilot::autopilot;
pub use carousel::carousel;
pub use footage::footage;
pub use render::render;
pub use retry::retry;
pub use riff::{order_ended, riff, saved};
pub use short::short;

/// A person tries so often.
const TRIES: usize = 8;
/// And waits so long in between.
const PAUSE: Duration = Duration::from_secs(20);
/// How long a batch that vanishes is away.
const VANISHED_FOR: Duration = Duration::from_secs(10 * 60);

/// What may be said of a fault that is not the person's: try again, or wait. What is not found may be
/// found again.
const PASSING: [Code; 6] = [
    Code::Offline,
    Code::BadAnswer,
    Code::ServiceFailed,
    Code::RateLimited,
    Code::TooManySubmits,
    Code::NotFound,
];

/// Does something as often as a patient person would, as long as the refusal is one that passes.
pub async fn insist<T>(world: &World, mut work: impl AsyncFnMut() -> Result<T, Refusal>) -> T {
    for _ in 1..TRIES {
        match world.clock.drive(work()).await {
            Ok(done) => return done,
            Err(refusal) => assert!(PASSING.contains(&refusal.code), "{refusal:?}"),
        }
        pass(world, PAUSE).await;
    }
    world.clock.drive(work()).await.unwrap()
}

/// Lets time pass.
pub async fn pass(world: &World, length: Duration) {
    let passed = world.clock.sleep(length);
    world.clock.drive(passed).await;
}

/// Faults that have befallen a world.
#[must_use]
pub struct Befallen(Faults);

impl Befallen {
    /// Each of them has struck as often as it was to: a fault that never struck was not survived.
    pub fn struck(&self) {
        let mut left = self.0.armed_now();
        left.retain(|fault| !lasts(fault));
        assert!(left.is_empty(), "it never struck: {left:?}");
    }
}

/// Arms faults by their names. A batch that has vanished is there again after a while.
pub fn befall(world: &World, faults: &[&str]) -> Befallen {
    let armed = world.sandbox.faults().clone();
    for fault in faults {
        armed.arm_named(fault).unwrap();
    }
    let befallen = Befallen(armed.clone());
    if armed.armed_now().contains(&Fault::BatchVanishes) {
        let over = world.clock.sleep(VANISHED_FOR);
        tokio::spawn(async move {
            over.await;
            armed.disarm(&Fault::BatchVanishes);
        });
    }
    befallen
}

/// Faults that strike until they are over.
fn lasts(fault: &Fault) -> bool {
    matches!(fault, Fault::BatchVanishes | Fault::ClockSkew(_))
}

/// Somebody at both services, with one account each.
pub async fn world(options: Options) -> World {
    let world = World::signed_in_with(options).await;
    world.give_token().await;
    world
}

/// Nothing half done lies beside what was saved.
pub fn no_part_is_left(world: &World) {
    let parts = crate::waiting::with_extension(&world.reels(), "part");
    assert!(parts.is_empty(), "{parts:?}");
}

/// Waits for a transfer's end. What was damaged on its way may come again as well.
pub async fn transfer_ended(world: &World, transfer: &TransferId) -> Result<(), Refusal> {
    let ended = world.studio.transfer_ended(transfer).await?;
    match ended.state {
        TransferState::Done { .. } => Ok(()),
        TransferState::Failed { refusal } if refusal.code == Code::DownloadDamaged => {
            Err(Refusal::new(Code::BadAnswer))
        }
        TransferState::Failed { refusal } => Err(refusal),
        state => panic!("it ended as {state:?}"),
    }
}

/// A file's SHA-256, in hexadecimal.
pub fn sum_of(path: &std::path::Path) -> String {
    use sha2::{Digest as _, Sha256};
    let sum = Sha256::digest(std::fs::read(path).unwrap());
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}
