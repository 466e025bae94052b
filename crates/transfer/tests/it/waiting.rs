//! Waiting before the next try.

use std::time::Duration;

use futures_util::FutureExt as _;
use transfer::{Clock as _, Network};

use crate::clock::TestClock;

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn a_machine_that_was_asleep_tries_again_at_once() {
    let (clock, network) = (TestClock::new(), Network::new());
    let mut waiting = Box::pin(network.wait(&clock, HOUR));
    assert!(waiting.as_mut().now_or_never().is_none());
    clock.jump(3 * HOUR);
    let woken = clock.now();
    clock.drive(waiting).await;
    let late = clock.now().duration_since(woken).as_secs();
    assert!(late <= 5, "{late} s after it woke");
}

#[tokio::test]
async fn everybody_who_waits_is_hurried_and_nobody_later() {
    let (clock, network) = (TestClock::new(), Network::new());
    let mut waiting = [(); 2].map(|()| Box::pin(network.wait(&clock, HOUR)));
    for one in &mut waiting {
        assert!(one.as_mut().now_or_never().is_none());
    }
    network.hurry();
    for one in waiting {
        assert!(one.now_or_never().is_some());
    }
    assert!(network.wait(&clock, HOUR).now_or_never().is_none());
}
