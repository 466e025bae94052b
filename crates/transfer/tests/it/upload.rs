//! Uploads in parts.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use tokio::sync::Notify;
use transfer::{Address, Clock as _, Control, PartFault, Parts, Pause, Setback, Stopped, Upload};

use crate::bench::Bench;

type Rule = dyn Fn(u32, u32, Address) -> Result<u32, Setback<&'static str>> + Send + Sync;

/// A store that does as it is told, and the journal beside it.
struct Store {
    rule: Box<Rule>,
    tries: Mutex<BTreeMap<u32, u32>>,
    taken: Mutex<Vec<u32>>,
    running: Mutex<(usize, usize)>,
    pauses: Mutex<Vec<Option<Pause>>>,
    hold: Option<Arc<Notify>>,
}

impl Store {
    fn new(
        rule: impl Fn(u32, u32, Address) -> Result<u32, Setback<&'static str>> + Send + Sync + 'static,
    ) -> Self {
        Self {
            rule: Box::new(rule),
            tries: Mutex::default(),
            taken: Mutex::default(),
            running: Mutex::default(),
            pauses: Mutex::default(),
            hold: None,
        }
    }

    fn taken(&self) -> Vec<u32> {
        let mut taken = self.taken.lock().unwrap().clone();
        taken.sort_unstable();
        taken
    }
}

impl Parts for Store {
    type Ack = u32;
    type Error = &'static str;

    fn deliver(
        &self,
        number: u32,
        address: Address,
    ) -> BoxFuture<'_, Result<u32, Setback<&'static str>>> {
        async move {
            let nth = {
                let mut tries = self.tries.lock().unwrap();
                let nth = tries.entry(number).or_default();
                *nth += 1;
                *nth - 1
            };
            {
                let mut running = self.running.lock().unwrap();
                running.0 += 1;
                running.1 = running.1.max(running.0);
            }
            tokio::task::yield_now().await;
            if let Some(hold) = &self.hold {
                hold.notified().await;
            }
            self.running.lock().unwrap().0 -= 1;
            (self.rule)(number, nth, address)
        }
        .boxed()
    }

    fn taken(&self, _: u32, ack: u32) -> BoxFuture<'_, Result<(), &'static str>> {
        self.taken.lock().unwrap().push(ack);
        async { Ok(()) }.boxed()
    }

    fn lost(&self, _: u32, pause: Option<Pause>) {
        self.pauses.lock().unwrap().push(pause);
    }
}

async fn upload(
    bench: &Bench,
    store: &Arc<Store>,
    control: &Control,
) -> Result<(), PartFault<&'static str>> {
    let job = Upload {
        parts: Arc::clone(store),
        missing: (1..=9).collect(),
        seed: 3,
    };
    bench.clock.drive(bench.engine.upload(job, control)).await
}

fn passing() -> Setback<&'static str> {
    Setback::Passing {
        error: "down",
        retry_after: Some(Duration::from_secs(20)),
    }
}

#[tokio::test]
async fn all_parts_get_there_a_few_at_once_whatever_passes() {
    let store = Arc::new(Store::new(|number, nth, address| match (number, nth) {
        (2, 0) => Err(passing()),
        (3, 0..6) => Err(Setback::Offline("no network")),
        (5, 0) => Err(Setback::Cut("broke off")),
        (4, 0) => Err(Setback::Expired("old")),
        (4, _) => {
            assert_eq!(address, Address::Anew);
            Ok(number)
        }
        _ => {
            assert_eq!(address, Address::Kept);
            Ok(number)
        }
    }));
    let bench = Bench::new();
    let begun = bench.clock.now();
    upload(&bench, &store, &Control::new()).await.unwrap();
    assert_eq!(store.taken(), (1..=9).collect::<Vec<_>>());
    assert_eq!(
        store.running.lock().unwrap().1,
        4,
        "as many at once as there may be"
    );
    assert!(bench.clock.now().duration_since(begun).as_secs() >= 20);
    let pauses = store.pauses.lock().unwrap();
    assert!(pauses.contains(&Some(Pause::Backoff(Duration::from_secs(20)))));
    let is_cut = |pause: &&Option<Pause>| matches!(pause, Some(Pause::Cut(_)));
    assert_eq!(pauses.iter().filter(is_cut).count(), 1, "{pauses:?}");
}

#[tokio::test]
async fn a_part_that_fails_ends_the_others_when_they_are_taken() {
    let store = Arc::new(Store::new(|number, _, _| match number {
        2 => Err(Setback::Final("no such upload")),
        3 => Err(passing()),
        _ => Ok(number),
    }));
    let fault = upload(&Bench::new(), &store, &Control::new())
        .await
        .unwrap_err();
    assert!(matches!(
        fault,
        PartFault::Part {
            number: 2,
            error: "no such upload"
        }
    ));
    let taken = store.taken();
    assert!(
        taken.starts_with(&[1, 4]),
        "what was under way is on record"
    );
    assert!(!taken.contains(&9), "and nothing is begun any more");
    let store = Arc::new(Store::new(|_, _, _| Err(passing())));
    let fault = upload(&Bench::new(), &store, &Control::new())
        .await
        .unwrap_err();
    assert!(matches!(fault, PartFault::Part { error: "down", .. }));
    assert!(
        store
            .tries
            .lock()
            .unwrap()
            .values()
            .all(|tries| *tries <= 5)
    );
}

#[tokio::test]
async fn a_pause_lets_those_under_way_come_to_their_end() {
    let hold = Arc::new(Notify::new());
    let mut store = Store::new(|number, _, _| Ok(number));
    store.hold = Some(Arc::clone(&hold));
    let (bench, store, control) = (Bench::new(), Arc::new(store), Control::new());
    let pausing = async {
        bench.clock.settle().await;
        control.pause();
        bench.clock.settle().await;
        hold.notify_waiters();
    };
    let (stopped, ()) = tokio::join!(upload(&bench, &store, &control), pausing);
    assert!(matches!(stopped, Err(PartFault::Stopped(Stopped::Paused))));
    assert_eq!(store.taken(), [1, 2, 3, 4]);
    control.cancel();
    let stopped = upload(&bench, &store, &control).await;
    assert!(matches!(
        stopped,
        Err(PartFault::Stopped(Stopped::Cancelled))
    ));
}
