//! The speed limit, by the tests' clock.

use std::num::NonZeroU64;
use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;
use transfer::{Clock as _, Control, Throttle};

use crate::bench::Bench;
use crate::clock::TestClock;
use crate::server::{Answer, Object, Server};

fn rate(bytes: u64) -> Option<NonZeroU64> {
    NonZeroU64::new(bytes)
}

#[tokio::test]
async fn a_download_keeps_to_the_limit_until_it_is_lifted() {
    let object = Object::of(1_000_000, 1, "\"v1\"");
    let stored = object.clone();
    let server = Server::new(move |asked| Answer::of(&stored, asked)).await;
    let bench = Bench::new();
    bench.engine.throttle.set_limit(rate(250_000));
    let begun = bench.clock.now();
    bench.once(&server).await.unwrap();
    assert!(bench.written() == *object.bytes);
    let seconds = bench.clock.now().duration_since(begun).as_secs_f64();
    assert!(
        (3.0..=5.0).contains(&seconds),
        "{seconds} s for 4 s of bytes"
    );
}

#[tokio::test]
async fn lifting_the_limit_frees_those_who_wait() {
    let clock = TestClock::new();
    let throttle = Throttle::unlimited(clock.shared());
    throttle.set_limit(rate(1));
    let waiting = {
        let throttle = throttle.clone();
        tokio::spawn(async move { throttle.take(10_000_000).await })
    };
    clock.settle().await;
    assert!(!waiting.is_finished());
    throttle.set_limit(None);
    waiting.await.unwrap();
    assert_eq!(throttle.limit(), None);
}

#[tokio::test]
async fn takers_of_large_and_small_pieces_get_the_same() {
    let clock = TestClock::new();
    let throttle = Throttle::unlimited(clock.shared());
    throttle.set_limit(rate(1_000_000));
    let taken = Arc::new([const { std::sync::atomic::AtomicU64::new(0) }; 2]);
    for (taker, piece) in [(0, 16_384_u64), (1, 524_288)] {
        let (throttle, taken) = (throttle.clone(), Arc::clone(&taken));
        tokio::spawn(async move {
            loop {
                throttle.take(piece).await;
                taken[taker].fetch_add(piece, std::sync::atomic::Ordering::SeqCst);
            }
        });
    }
    clock.drive(clock.sleep(Duration::from_secs(8))).await;
    let [small, large] = [0, 1].map(|at| taken[at].load(std::sync::atomic::Ordering::SeqCst));
    // The small taker's quantum is half as large, and it has as many turns.
    let share = small as f64 / large as f64;
    assert!((0.4..=1.3).contains(&share), "{small} and {large}");
    assert!(small + large <= 8_700_000, "{small} and {large}");
}

#[tokio::test]
async fn a_clock_that_is_set_back_gives_and_takes_nothing() {
    let clock = TestClock::new();
    let throttle = Throttle::unlimited(clock.shared());
    throttle.set_limit(rate(100_000));
    clock.drive(throttle.take(200_000)).await;
    let begun = clock.now();
    clock.drive(throttle.take(100_000)).await;
    let seconds = clock.now().duration_since(begun).as_secs_f64();
    assert!((0.5..=1.6).contains(&seconds), "{seconds}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn never_more_than_the_limit_and_a_burst(
        per_second in 50_000_u64..2_000_000,
        pieces in proptest::collection::vec(1_u64..300_000, 1..20),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let clock = TestClock::new();
            let throttle = Throttle::unlimited(clock.shared());
            throttle.set_limit(rate(per_second));
            let begun = clock.now();
            let total: u64 = pieces.iter().sum();
            clock.drive(async { for piece in &pieces { throttle.take(*piece).await; } }).await;
            let seconds = clock.now().duration_since(begun).as_secs_f64();
            let allowed = seconds * per_second as f64 + per_second as f64 / 5.0 + 32_768.0;
            prop_assert!(total as f64 <= allowed + 1.0, "{total} in {seconds} s");
            // And not much less.
            prop_assert!(seconds <= total as f64 / per_second as f64 + 0.1);
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn a_pause_ends_the_wait_for_bytes() {
    let object = Object::of(300_000, 1, "\"v1\"");
    let stored = object.clone();
    let server = Server::new(move |asked| Answer::of(&stored, asked)).await;
    let bench = Bench::new();
    bench.engine.throttle.set_limit(rate(1));
    let control = Control::new();
    let (source, book) = (server.source(), Arc::default());
    let pausing = async {
        while server.asked().is_empty() {
            bench.clock.settle().await;
        }
        bench.clock.settle().await;
        control.pause();
    };
    let (stopped, ()) = tokio::join!(bench.run(&source, &book, &control), pausing);
    assert!(stopped.is_err());
}
