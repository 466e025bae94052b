//! Disks without room.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use transfer::{Control, Fault};

use crate::bench::{Bench, Book};
use crate::server::{Answer, Object, Server};

const SIZE: usize = 400_000;

#[tokio::test]
async fn what_does_not_fit_is_not_begun() {
    let object = Object::of(SIZE, 1, "\"v1\"");
    let stored = object.clone();
    let server = Server::new(move |asked| {
        let mut answer = Answer::of(&stored, asked);
        // Nothing of the body, until somebody has looked for room.
        answer.hold = (asked.nth == 0).then(Arc::default);
        answer
    })
    .await;
    let (bench, book) = (Bench::new(), Arc::<Book>::default());
    bench.room.0.store(SIZE as u64 - 1, Ordering::SeqCst);
    let source = server.source();
    let fault = bench
        .run(&source, &book, &Control::new())
        .await
        .unwrap_err();
    let Fault::Full {
        needed,
        free: Some(free),
    } = fault
    else {
        panic!("{fault}")
    };
    assert_eq!((needed, free), (Some(SIZE as u64), SIZE as u64 - 1));
    assert!(bench.written().is_empty());
    // Somebody has tidied up.
    bench.room.0.store(u64::MAX, Ordering::SeqCst);
    bench.run(&source, &book, &Control::new()).await.unwrap();
    assert!(bench.written() == *object.bytes);
}

#[tokio::test]
async fn a_disk_that_fills_up_on_the_way_loses_nothing() {
    let object = Object::of(SIZE, 1, "\"v1\"");
    let stored = object.clone();
    let (bench, book) = (Bench::new(), Arc::<Book>::default());
    let room = Arc::clone(&bench.room);
    let server = Server::new(move |asked| {
        if asked.nth == 1 {
            // Somebody else's film.
            room.0.store(10, Ordering::SeqCst);
        }
        Answer::of(&stored, asked).cut(150_000)
    })
    .await;
    let (source, control) = (server.source(), Control::new());
    let full = bench.run(&source, &book, &control).await;
    assert!(
        matches!(
            full,
            Err(Fault::Full {
                needed: Some(250_000),
                free: Some(10)
            })
        ),
        "{full:?}"
    );
    let had = book.record().unwrap().finished.bytes();
    assert_eq!(had, 150_000);
    let asked = server.asked().len();
    bench.room.0.store(u64::MAX, Ordering::SeqCst);
    bench.run(&source, &book, &control).await.unwrap();
    assert!(bench.written() == *object.bytes);
    assert_eq!(server.asked()[asked].range.unwrap().0 as u64, had);
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_or_a_device_in_the_place_of_a_part_is_left_alone() {
    use transfer::Record;
    let object = Object::of(SIZE, 1, "\"v1\"");
    let server = Server::new(move |asked| Answer::of(&object, asked)).await;
    let bench = Bench::new();
    let theirs = bench.folder.path().join("theirs");
    std::fs::write(&theirs, "theirs").unwrap();
    for place in [theirs.as_path(), "/dev/null".as_ref()] {
        std::os::unix::fs::symlink(place, bench.part()).unwrap();
        let book = Arc::<Book>::default();
        *book.record.lock().unwrap() = Some(Record::default());
        let fault = bench.run(&server.source(), &book, &Control::new()).await;
        assert!(matches!(fault, Err(Fault::Disk(_))), "{fault:?}");
        std::fs::remove_file(bench.part()).unwrap();
    }
    assert_eq!(std::fs::read(theirs).unwrap(), b"theirs");
}
