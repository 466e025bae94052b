//! Pause, resume, cancel.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::sync::Notify;
use transfer::{Control, Fault, Record, Stopped};

use crate::bench::{Bench, Book};
use crate::server::{Answer, Object, Server};

const SIZE: usize = 400_000;

/// A server that stops in the middle of its first answer.
async fn halting(object: &Object) -> (Server, Arc<Notify>) {
    let (stored, go) = (object.clone(), Arc::new(Notify::new()));
    let hold = Arc::clone(&go);
    let server = Server::new(move |asked| {
        let mut answer = Answer::of(&stored, asked);
        answer.hold = (asked.nth == 0).then(|| Arc::clone(&hold));
        answer
    })
    .await;
    (server, go)
}

#[tokio::test]
async fn a_pause_keeps_what_is_there_and_the_rest_comes_later() {
    let object = Object::of(SIZE, 1, "\"v1\"");
    let (server, _go) = halting(&object).await;
    let (bench, book, control) = (Bench::new(), Book::at(128 * 1024), Control::new());
    let source = server.source();
    let pausing = async {
        book.reached.notified().await;
        control.pause();
    };
    let (stopped, ()) = tokio::join!(bench.run(&source, &book, &control), pausing);
    assert!(matches!(stopped, Err(Fault::Stopped(Stopped::Paused))));
    let had = book.record().unwrap().finished.bytes();
    assert!(had >= 128 * 1024, "all that came is on record: {had}");
    assert_eq!(control.check(), Err(Stopped::Paused));
    control.resume();
    bench.run(&source, &book, &control).await.unwrap();
    assert!(bench.written() == *object.bytes);
    assert_eq!(server.asked()[1].range.unwrap().0 as u64, had);
}

#[tokio::test]
async fn a_cancel_leaves_nothing_and_is_final() {
    let object = Object::of(SIZE, 1, "\"v1\"");
    let (server, _go) = halting(&object).await;
    let (bench, book, control) = (Bench::new(), Book::at(128 * 1024), Control::new());
    let cancelling = async {
        book.reached.notified().await;
        control.cancel();
    };
    let source = server.source();
    let (stopped, ()) = tokio::join!(bench.run(&source, &book, &control), cancelling);
    assert!(matches!(stopped, Err(Fault::Stopped(Stopped::Cancelled))));
    assert!(!bench.part().exists());
    assert_eq!(
        (book.record(), book.forgotten.load(Ordering::SeqCst)),
        (None, 1)
    );
    control.resume();
    assert_eq!(control.check(), Err(Stopped::Cancelled));
    assert_eq!(control.resumed().await, Err(Stopped::Cancelled));
}

#[tokio::test]
async fn who_is_dropped_leaves_a_part_that_its_record_is_true_of() {
    let object = Object::of(SIZE, 1, "\"v1\"");
    let (server, _go) = halting(&object).await;
    let (bench, book, control) = (Bench::new(), Book::at(128 * 1024), Control::new());
    let source = server.source();
    // The caller has noted whose the part is, before it is there.
    *book.record.lock().unwrap() = Some(Record::default());
    tokio::select! {
        _ = bench.run(&source, &book, &control) => unreachable!("it is held"),
        () = book.reached.notified() => {}
    }
    bench.run(&source, &book, &control).await.unwrap();
    assert!(bench.written() == *object.bytes);
}
