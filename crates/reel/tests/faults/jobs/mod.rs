//! The main jobs of a person, done in the core on a clock of our own, as a patient person does them:
//! what is refused in a way that says "again" is tried again.

mod footage;
mod render;
mod retry;

use std::path::PathBuf;
use std::time::Duration;

use contract::{
    AssetId, Code, DoubtSearch, OrderId, OrderState, OrderView, ProjectKey, ProjectKind,
    ProjectView, PurchaseState, Refusal, ShortBrief, ShortStage, Step, TemplateQuery, TransferId,
    TransferState,
};
use sandbox::{Fault, Faults};
use studio::ports::Clock as _;

use crate::world::{Options, World};

pub use footage::footage;
pub use render::render;
pub use retry::retry;

/// A person tries so often.
const TRIES: usize = 8;
/// And waits so long in between.
const PAUSE: Duration = Duration::from_secs(20);
/// How long a batch that vanishes is away.
const VANISHED_FOR: Duration = Duration::from_secs(10 * 60);
/// Longer than the service ever takes to list what it has taken.
const DOUBT_LASTS: Duration = Duration::from_secs(3 * 60 * 60);
/// What a short costs, in credits.
const SHORT: i64 = 15;

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

/// A riff of the sample, from the plan to the reel on disk, with these faults falling into it; then
/// the books are looked at.
pub async fn riff(options: Options, faults: &[&str]) {
    let world = world(options).await;
    let befallen = befall(&world, faults);
    let templates = async || world.studio.templates(TemplateQuery::default()).await;
    insist(&world, templates).await;
    let order = ordered(&world).await;
    let saved = saved(&world, &order.reels[0]).await;
    let original = world
        .folder
        .path()
        .join(format!("service/reels/{}.mp4", order.reels[0]));
    assert!(
        std::fs::read(saved).unwrap() == std::fs::read(original).unwrap(),
        "not the reel"
    );
    let books = world.sandbox.books();
    assert_eq!(books.riffs.len(), 1, "riffs that were taken");
    assert_eq!(books.reels_finished, 1);
    assert_eq!((books.cookies_leaked, books.tokens_astray), (0, 0));
    befallen.struck();
}

/// Orders the sample, again where it was surely not taken, until there is a reel.
async fn ordered(world: &World) -> OrderView {
    for _ in 0..TRIES {
        let plan = world.plan().await;
        let review = insist(world, async || world.studio.review(plan.clone()).await).await;
        let order_id = insist(world, async || world.studio.submit(&review.review_id).await).await;
        let order = order_ended(world, &order_id).await;
        match order.state {
            OrderState::Ready => return order,
            OrderState::Refused | OrderState::NotSent => {
                let refusal = order.refusal.expect("a reason");
                assert!(PASSING.contains(&refusal.code), "{refusal:?}");
            }
            OrderState::InDoubt {
                search: DoubtSearch::NotTaken { .. },
            } => {
                world.studio.give_up(&order_id).await.unwrap();
            }
            state => panic!("it ended as {state:?}: {:?}", order.refusal),
        }
        assert_eq!(world.riffs_taken(), 0, "it was taken after all");
        pass(world, PAUSE).await;
    }
    panic!("it was never taken")
}

/// Waits until nothing more comes of an order by itself.
pub async fn order_ended(world: &World, order_id: &OrderId) -> OrderView {
    let latest = world.clock.now() + DOUBT_LASTS;
    let rests = |order: &OrderView| match &order.state {
        OrderState::InDoubt { search } => {
            matches!(
                search,
                DoubtSearch::NotTaken { .. } | DoubtSearch::Several { .. }
            ) || world.clock.now() > latest
        }
        state => !state.is_open(),
    };
    let order = world
        .clock
        .until(|| world.studio.order(order_id).filter(rests));
    order.await
}

/// Saves a reel, again where it failed in passing, and gives its file.
pub async fn saved(world: &World, asset_id: &AssetId) -> PathBuf {
    let save = async || {
        let transfer = world.studio.save(asset_id).await?;
        transfer_ended(world, &transfer).await
    };
    insist(world, save).await;
    let path = world
        .studio
        .saved_path(asset_id)
        .await
        .expect("a saved file");
    no_part_is_left(world);
    path
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

/// A short, from its prompt to the video on disk, with these faults falling into it; then the books
/// are looked at.
pub async fn short(options: Options, faults: &[&str]) {
    let world = world(options).await;
    let befallen = befall(&world, faults);
    let brief = ShortBrief {
        product_prompt: "A lamp that folds flat for travel".to_owned(),
        ..ShortBrief::default()
    };
    let short = insist(&world, async || {
        world.studio.create_short(brief.clone()).await
    })
    .await;
    let key = ProjectKey::new(ProjectKind::Short, &short.slug);
    let step = Step::GenerateShort { slug: short.slug };
    bought(&world, &step).await;
    made(&world, &key, |project| {
        matches!(project, ProjectView::Short(short) if short.stage == ShortStage::VideoReady)
    })
    .await;
    project_saved(&world, &key).await;
    charged_once(&world, SHORT);
    befallen.struck();
}

/// Saves a project's video, again where it failed in passing: it is what the service made.
async fn project_saved(world: &World, key: &ProjectKey) {
    let save = async || {
        let transfer = world.studio.save_project(key).await?;
        transfer_ended(world, &transfer).await
    };
    insist(world, save).await;
    no_part_is_left(world);
    let videos = crate::waiting::with_extension(&world.reels(), "mp4");
    assert_eq!(videos.len(), 1, "{videos:?}");
    let sum = sum_of(&videos[0]);
    let made = world.sandbox.storage_books().objects;
    let is_whole = made
        .iter()
        .any(|object| object.sha256().is_ok_and(|made| made == sum));
    assert!(is_whole, "not what the service made");
}

/// Hubfluencer has charged this, once, and nothing went where it does not belong.
fn charged_once(world: &World, credits: i64) {
    let books = world.sandbox.hub_books();
    assert_eq!(
        (books.charges.len(), books.charged()),
        (1, credits),
        "charges"
    );
    assert_eq!(books.cookies_astray, 0);
    assert_eq!(world.sandbox.storage_books().credentials_leaked, 0);
}

/// Pays for a step, again where it was surely not taken.
async fn bought(world: &World, step: &Step) {
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
            PurchaseState::Taken => return,
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
async fn made(world: &World, key: &ProjectKey, is_made: impl Fn(&ProjectView) -> bool) {
    let ready = async || match world.studio.project_ended(key).await {
        Ok(project) if is_made(&project) => Ok(()),
        // It is on no list of the service for now, and still on ours.
        Err(refusal) if refusal.code != Code::NotFound => Err(refusal),
        _ => Err(Refusal::new(Code::BadAnswer)),
    };
    insist(world, ready).await;
}

/// A file's SHA-256, in hexadecimal.
pub fn sum_of(path: &std::path::Path) -> String {
    use sha2::{Digest as _, Sha256};
    let sum = Sha256::digest(std::fs::read(path).unwrap());
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}
