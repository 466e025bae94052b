//! Reads that are tried again, on a clock that only counts.

use std::cell::RefCell;
use std::future::ready;
use std::rc::Rc;
use std::time::Duration;

use wire::retry::{Policy, reads};
use wire::{Detail, Failure, Outage, Reached};

fn offline() -> Failure {
    Failure::NoAnswer {
        reached: Reached::NotSent,
        kind: Outage::Offline,
        cause: String::new(),
    }
}

fn status(status: u16, retry_after: Option<u64>) -> Failure {
    let retry_after = retry_after.map(Duration::from_secs);
    Failure::Status {
        status,
        detail: Detail::None,
        retry_after,
        reached: Reached::MaybeSent,
    }
}

/// How often it was tried and how long each pause was, when every try ends like this.
async fn tries(policy: Policy, failure: Failure) -> (usize, Vec<Duration>) {
    let pauses = Rc::new(RefCell::new(Vec::new()));
    let kept = Rc::clone(&pauses);
    let sleep = move |pause| {
        kept.borrow_mut().push(pause);
        ready(())
    };
    let mut tried = 0;
    let read = || {
        tried += 1;
        ready(Err::<(), Failure>(failure.clone()))
    };
    assert!(reads(&policy, sleep, read).await.is_err());
    let pauses = pauses.borrow().clone();
    (tried, pauses)
}

#[tokio::test]
async fn passing_failures_are_tried_again_with_growing_pauses() {
    for failure in [
        offline(),
        status(502, None),
        status(503, None),
        status(504, None),
    ] {
        let (tried, pauses) = tries(Policy::default(), failure).await;
        assert_eq!((tried, pauses.len()), (3, 2));
        assert!(pauses[0] >= Duration::from_millis(400) && pauses[1] >= Duration::from_millis(800));
        assert!(pauses.iter().sum::<Duration>() <= Policy::default().total_pause);
    }
}

#[tokio::test]
async fn lasting_failures_are_not() {
    let tls = Failure::NoAnswer {
        reached: Reached::NotSent,
        kind: Outage::Tls,
        cause: String::new(),
    };
    for failure in [
        status(400, None),
        status(401, None),
        status(402, None),
        status(500, None),
        status(429, None),
        tls,
    ] {
        assert_eq!(tries(Policy::default(), failure).await.0, 1);
    }
}

#[tokio::test]
async fn what_the_service_asks_for_is_waited_within_reason() {
    let (tried, pauses) = tries(Policy::default(), status(429, Some(3))).await;
    assert_eq!((tried, pauses), (3, vec![Duration::from_secs(3); 2]));
    assert_eq!(
        tries(Policy::default(), status(429, Some(60))).await.0,
        1,
        "too long to sit through"
    );
}

#[tokio::test]
async fn all_pauses_together_have_a_limit() {
    let policy = Policy {
        max_tries: 100,
        total_pause: Duration::from_secs(8),
        ..Policy::default()
    };
    let (tried, pauses) = tries(policy, status(503, Some(3))).await;
    assert_eq!((tried, pauses.len()), (3, 2));
}

#[tokio::test]
async fn the_first_good_answer_ends_it() {
    let mut left = 2;
    let read = || {
        left -= 1;
        ready(if left == 0 {
            Ok("here")
        } else {
            Err(offline())
        })
    };
    assert_eq!(
        reads(&Policy::default(), |_| ready(()), read)
            .await
            .unwrap(),
        "here"
    );
}
