//! Lanes as their users see them; the order itself is tested where it is decided.

use futures_util::FutureExt as _;
use transfer::{Bounds, Lanes, Load, Priority};

fn lanes(total: usize, per_host: usize) -> Lanes {
    Lanes::new(Bounds { total, per_host })
}

#[tokio::test]
async fn a_lane_is_given_back_by_whoever_drops_it() {
    let lanes = lanes(1, 1);
    let lane = lanes.queue("a", Priority::Normal).lane().await;
    let (later, first) = (
        lanes.queue("a", Priority::Normal),
        lanes.queue("a", Priority::Background),
    );
    lanes.set_priority(first.id(), Priority::First);
    drop(lane);
    let lane = first.lane().now_or_never().expect("it was put first");
    let mut later = Box::pin(later.lane());
    assert!(later.as_mut().now_or_never().is_none());
    drop(lane);
    let _lane = later.await;
    assert_eq!(
        lanes.load(),
        Load {
            running: 1,
            waiting: 0
        }
    );
}

#[tokio::test]
async fn who_gives_up_leaves_the_line_and_a_granted_lane_is_not_lost() {
    let lanes = lanes(1, 1);
    let lane = lanes.queue("a", Priority::Normal).lane().await;
    let granted = lanes.queue("b", Priority::Normal);
    let waiting = lanes.queue("c", Priority::Normal);
    drop(lane);
    // Its lane lies in its hands, unseen.
    drop(granted);
    let _lane = waiting.lane().now_or_never().expect("its turn");
    drop(lanes.queue("a", Priority::Normal).lane());
    assert_eq!(
        lanes.load(),
        Load {
            running: 1,
            waiting: 0
        }
    );
    lanes.set_bounds(Bounds {
        total: 2,
        per_host: 1,
    });
    assert!(
        lanes
            .queue("d", Priority::Normal)
            .lane()
            .now_or_never()
            .is_some()
    );
    assert!(
        lanes
            .queue("c", Priority::Normal)
            .lane()
            .now_or_never()
            .is_none()
    );
}
